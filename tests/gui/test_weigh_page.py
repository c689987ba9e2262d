from dataclasses import replace
from typing import Any

import pytest
from decision_aid.domain.answers import Rating
from decision_aid.domain.session import AboutYou, ConditionAnswer, Decision, Taking
from decision_aid.gui.pages.weigh import TO_DO, WeighPage
from decision_aid.gui.pages.weigh_close import NOT_A_CHANCE
from decision_aid.gui.requests import GoTo
from decision_aid.gui.widgets.lineup_bar import HatchedNote, LineupBar
from decision_aid.gui.widgets.share_bar import ShareBar
from decision_aid.workspace import wording
from decision_aid.workspace.changes.about import SetTaking
from decision_aid.workspace.changes.matters import SetImportance
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.one_page import OnePage

ON_MAOI = AboutYou(taking=(Taking(name="Nardil"),))
SAID: dict[str, Any] = {"help": 4, "driving": 2, "lasting": 1}


def open_weigh(qtbot: QtBot, **said: Any) -> OnePage:
    return OnePage(qtbot, WeighPage, a_pack(), a_session(**said))


def assert_bars_are_the_appraisal(driver: OnePage) -> None:
    snapshot = driver.workspace.snapshot
    bars = driver.seen(LineupBar)
    fits = snapshot.appraisal.fits
    assert len(bars) == len(fits)
    for bar, fit in zip(bars, fits, strict=True):
        assert sum(one.length for one in bar.segments) == pytest.approx(fit.score)
        assert bar.interval == fit.interval
        assert bar.accessibleName().startswith(wording.option_name(fit.option, snapshot))
        assert wording.band_words(fit.band) in bar.accessibleName()


def test_the_bars_are_the_appraisal_best_first(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID)
    assert len(driver.seen(LineupBar)) == 3
    assert_bars_are_the_appraisal(driver)


def test_a_changed_importance_changes_the_same_bars(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID)
    bars = driver.seen(LineupBar)
    driver.workspace.apply(SetImportance("driving", 4))
    driver.settle()
    assert driver.seen(LineupBar) == bars
    assert_bars_are_the_appraisal(driver)


def test_a_gated_option_has_its_reason_and_no_bar(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID, about=ON_MAOI)
    assert len(driver.seen(LineupBar)) == 2
    assert len(driver.seen(HatchedNote)) == 1
    assert driver.reads("Not weighed: You take an MAOI. A prescriber has to check this first.")
    assert driver.reads("Check first")
    assert not any("Pill" in bar.accessibleName() for bar in driver.seen(LineupBar))


def test_a_gate_that_fires_on_not_sure_is_not_said_to_be_so(qtbot: QtBot) -> None:
    gate = replace(a_pack().rules[0], title="A weak vessel", when=(("condition:aneurysm",),))
    unsure = AboutYou(conditions=(ConditionAnswer(id="aneurysm", answer="unsure"),))
    driver = OnePage(qtbot, WeighPage, a_pack(rules=(gate,)), a_session(**SAID, about=unsure))
    assert driver.reads("Not weighed: A weak vessel (not sure).")


def test_a_medicine_that_no_rule_could_look_at_is_named_under_the_bars(qtbot: QtBot) -> None:
    drops = AboutYou(taking=(Taking(name="Zoloft"), Taking(name="<b>drops")))
    driver = open_weigh(qtbot, **SAID, about=drops)
    assert driver.reads("Not checked for safety, because not in our list: “<b>drops”. Ask a")
    driver.workspace.apply(SetTaking((Taking(name="Zoloft"),)))
    driver.settle()
    assert not driver.reads("Not checked for safety")


def test_a_ruled_out_option_has_its_reason_and_no_bar(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID, dealbreakers=("no_driving",))
    assert driver.reads("Not weighed: ruled out by “No driving after”.")
    assert len(driver.seen(LineupBar)) == 2


def test_with_nothing_rated_there_are_no_bars_but_what_to_do(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot)
    assert not driver.seen(LineupBar)
    assert driver.reads(wording.missing_sentence("no_ratings"))
    assert driver.reads(TO_DO["no_ratings"])
    driver.press("Go to What matters")
    assert driver.asked == [GoTo("matters")]


def test_the_shares_of_the_first_place_are_no_chance_of_success(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID)
    (bar,) = driver.seen(ShareBar)
    assert sum(one.part for one in bar.shares) == pytest.approx(1)
    assert driver.reads(NOT_A_CHANCE)


def test_every_reason_for_closeness_and_every_tipping_point_is_told(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, help=3, driving=3, lasting="not_sure")
    snapshot = driver.workspace.snapshot
    for reason in snapshot.appraisal.close_reasons:
        assert driver.reads(wording.close_sentence(reason, snapshot))
    for tipping in snapshot.appraisal.tipping:
        if tipping.step is not None:
            assert driver.reads(wording.tipping_sentence(tipping, snapshot))


def test_it_is_asked_whether_it_feels_right(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID)
    driver.choose("Does this feel right?", "Something is missing")
    driver.type("What is missing?", "my sleep")
    assert driver.session.feels_right == "something_missing"
    assert driver.session.feels_missing == "my sleep"


def test_the_providers_view_stands_beside_and_names_what_lies_far_apart(qtbot: QtBot) -> None:
    views = (Rating("help", 2), Rating("driving", 1))
    leaning = Decision(kind="option", option="talk")
    driver = open_weigh(qtbot, **SAID, provider_ratings=views, provider_leaning=leaning)
    assert driver.reads("Leans towards: Talk (")
    assert driver.reads("Differs from you on “Help”: you said “Most”, your provider “Some”.")
    assert not driver.reads("Differs from you on “Driving”")


@pytest.mark.parametrize(
    ("leaning", "words"),
    [
        (Decision(kind="not_yet"), "Leans towards: Not yet"),
        (Decision(kind="something_else"), "Leans towards: Something else"),
        (
            Decision(kind="something_else", words="a walk a day"),
            "Leans towards: Something else: a walk a day",
        ),
    ],
)
def test_the_providers_leaning_is_told_in_the_words_of_the_paper(
    qtbot: QtBot, leaning: Decision, words: str
) -> None:
    driver = open_weigh(qtbot, **SAID, provider_leaning=leaning)
    assert driver.reads(words)


def test_the_sums_are_shown_to_whoever_asks(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID)
    assert not driver.reads("Product")
    driver.open("Show the sums")
    for fit in driver.workspace.snapshot.appraisal.fits:
        for one in fit.contributions:
            assert driver.reads(f"{one.product:.3f}")
    driver.workspace.apply(SetImportance("lasting", 4))
    driver.settle()
    best = driver.workspace.snapshot.appraisal.fits[0]
    assert driver.reads(f"{best.score:.3f}, between")


def test_an_order_that_was_not_used_is_told(qtbot: QtBot) -> None:
    session = replace(a_session(**SAID), order=("lasting", "help"))
    driver = OnePage(qtbot, WeighPage, a_pack(), session)
    assert driver.reads("The order you gave does not go with your ratings any more")
