"""Questions that check the ratings: they ask, can be skipped, and never correct."""

from typing import Any

import pytest
from decision_aid.domain.session import TradeOff
from decision_aid.gui.pages.matters import MattersPage
from decision_aid.gui.pages.matters_question import LEFT, QUESTION, WHICH
from decision_aid.gui.pages.matters_trade_offs import WHAT_FOR, pairs
from decision_aid.workspace.changes.matters import HoldDealbreaker
from decision_aid.workspace.workspace import Workspace
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.one_page import OnePage

pytestmark = pytest.mark.usefixtures("undressed")

RATED = {"help": 3, "driving": 2}
BOTH = "Driving or Help"


def open_matters(qtbot: QtBot, **said: Any) -> OnePage:
    return OnePage(qtbot, MattersPage, a_pack(), a_session(**said))


def test_the_small_pack_has_one_question_on_two_ratings() -> None:
    (pair,) = pairs(Workspace(a_pack(), a_session(**RATED)).snapshot)
    assert pair.ids == ("driving", "help")
    assert pair.spans == ("From “bad” to “good”", "From 0 more of 100 to 21 more of 100")


def test_what_does_not_differ_between_the_options_is_not_asked_about() -> None:
    workspace = Workspace(a_pack(), a_session(help=3, driving=3, lasting=3))
    assert any("driving" in one.ids for one in pairs(workspace.snapshot))
    workspace.apply(HoldDealbreaker("no_driving", held=True))
    assert not any("driving" in one.ids for one in pairs(workspace.snapshot))


@pytest.mark.parametrize("said", [{}, {"help": 3}, {"help": 3, "driving": 0}])
def test_nothing_is_asked_before_two_matter(said: dict[str, Any], qtbot: QtBot) -> None:
    driver = open_matters(qtbot, **said)
    assert not driver.reads(WHAT_FOR)


def test_a_question_names_worst_and_best_and_has_no_answer_at_first(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, **RATED)
    assert driver.reads(QUESTION)
    assert driver.reads("From 0 more of 100 to 21 more of 100")
    choices = [one for one in driver.controls() if one.accessibleName().startswith(f"{BOTH}: ")]
    assert len(choices) == 3
    assert not any(one.isChecked() for one in choices if isinstance(one, QAbstractButton))


@pytest.mark.parametrize(
    ("answer", "kept"),
    [("Driving", "first"), ("Help", "second"), ("Both matter the same to me", "same")],
)
def test_an_answer_is_kept_changes_no_weight_and_can_be_taken_back(
    answer: str, kept: str, qtbot: QtBot
) -> None:
    driver = open_matters(qtbot, **RATED)
    before = driver.workspace.snapshot.appraisal
    driver.choose(BOTH, answer)
    assert [one.preferred for one in driver.session.trade_offs] == [kept]
    assert driver.workspace.snapshot.appraisal == before
    driver.choose(BOTH, answer)
    assert driver.session.trade_offs == ()


def test_an_answer_that_agrees_asks_nothing_more(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, **RATED)
    driver.choose(BOTH, "Help")
    assert not driver.reads(WHICH)


def test_an_answer_that_disagrees_asks_and_corrects_nothing(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, **RATED)
    ratings = driver.session.ratings
    driver.choose(BOTH, "Driving")
    assert driver.reads(f"You rated “Help” higher, and here you chose “Driving”. {WHICH}")
    assert driver.session.ratings == ratings
    driver.press(f"Leave it as it is: {BOTH}")
    assert driver.reads(LEFT)
    assert not driver.has(f"Leave it as it is: {BOTH}")
    assert driver.session.ratings == ratings
    assert len(driver.session.trade_offs) == 1


def test_looking_again_puts_the_keyboard_on_the_first_of_the_two_rows(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, minutes=3, **RATED)
    driver.choose(BOTH, "Driving")
    driver.press(f"Look at the two ratings again: {BOTH}")
    assert driver.find("Driving: Some").hasFocus()


def test_a_question_is_skipped_and_shown_again(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, **RATED)
    driver.press(f"Skip: {BOTH}")
    assert not driver.has(f"{BOTH}: Help")
    assert driver.session.trade_offs == ()
    driver.press(f"Skip: {BOTH}")
    assert driver.has(f"{BOTH}: Help")


def test_one_question_at_a_time(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3, driving=3, lasting=3)
    asked = [" or ".join(one.names) for one in pairs(driver.workspace.snapshot)]
    assert len(asked) > 1
    assert not driver.has(f"Skip: {asked[1]}")
    driver.press(f"Skip: {asked[0]}")
    assert driver.has(f"Skip: {asked[1]}")
    driver.press(f"Skip: {asked[0]}")
    assert not driver.has(f"Skip: {asked[1]}")


def test_an_answer_given_the_other_way_round_is_shown(qtbot: QtBot) -> None:
    answer = TradeOff(first="help", second="driving", preferred="first")
    driver = open_matters(qtbot, trade_offs=(answer,), **RATED)
    shown = [
        one.accessibleName()
        for one in driver.controls()
        if isinstance(one, QAbstractButton) and one.isChecked() and " or " in one.accessibleName()
    ]
    assert [one.rpartition(": ")[2] for one in shown] == ["Help"]
