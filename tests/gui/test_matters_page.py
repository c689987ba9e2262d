from dataclasses import replace
from typing import Any

import pytest
from decision_aid.domain.answers import IMPORTANCE_WORDS
from decision_aid.domain.criteria import Dealbreaker
from decision_aid.domain.own_concerns import own_criterion
from decision_aid.domain.session import Concern
from decision_aid.gui.pages.matters import MattersPage, held_words, not_answered
from decision_aid.gui.pages.matters_criteria import FIRST, GROUPS, first_and_rest, grouped
from decision_aid.gui.pages.matters_dealbreakers import ruled_out_now
from decision_aid.gui.pages.matters_said import moved, said
from decision_aid.workspace.changes.matters import SetOrder
from decision_aid.workspace.workspace import Workspace
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_scale_criterion, a_session, an_unknown_standing
from tests.gui.one_page import OnePage
from tests.gui.sessions import empty_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

ANSWERS = (*IMPORTANCE_WORDS, "Not sure")


def open_matters(qtbot: QtBot, **said: Any) -> OnePage:
    return OnePage(qtbot, MattersPage, a_pack(), a_session(**said))


def test_nothing_is_preset(qtbot: QtBot) -> None:
    driver = open_matters(qtbot)
    buttons = [one for one in driver.controls() if isinstance(one, QAbstractButton)]
    boxes = [one for one in buttons if one.property("role") != "disclosure"]
    assert boxes
    assert not any(one.isChecked() for one in boxes)


@pytest.mark.parametrize("answer", ANSWERS)
def test_each_answer_is_kept_and_shown(qtbot: QtBot, answer: str) -> None:
    driver = open_matters(qtbot)
    driver.choose("Help", answer)
    rating = driver.session.rating("help")
    expected = "not_sure" if answer == "Not sure" else ANSWERS.index(answer)
    assert rating is not None
    assert rating.importance == expected
    assert driver.is_chosen("Help", answer)


def test_an_answer_can_be_taken_back(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3)
    driver.press("Help: clear the answer")
    assert driver.session.ratings == ()
    assert not driver.is_chosen("Help", "A lot")


def test_each_line_says_how_far_the_options_lie_apart(qtbot: QtBot) -> None:
    driver = open_matters(qtbot)
    assert driver.reads("Across your options: from 0 more of 100 to 21 more of 100.")
    assert driver.reads("Across your options: from “bad” to “good”.")
    assert driver.reads("not known for all")


def test_what_was_not_answered_is_left_out_and_that_is_fine(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3)
    assert driver.reads(not_answered(2))
    assert not_answered(0) == ""


def test_what_matters_the_same_can_be_put_in_order(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3, driving=3, lasting=4)
    assert driver.reads("2. Help")
    driver.press("Move up: Driving")
    assert driver.session.order == ("driving", "help")
    assert driver.reads("2. Driving")
    assert driver.reads("1. Lasting")


def test_dealbreakers_say_what_they_rule_out_and_can_be_let_go(qtbot: QtBot) -> None:
    driver = open_matters(qtbot)
    assert driver.reads("This would rule out: Pill (")
    driver.choose("I would rule out", "No driving after")
    assert "no_driving" in driver.session.dealbreakers
    driver.choose("I would rule out", "No driving after")
    assert not driver.session.dealbreakers


def test_own_concerns_are_kept_as_they_are_typed(qtbot: QtBot) -> None:
    driver = open_matters(qtbot)
    driver.type("New concern", "My <b>boss</b> & I", enter=True)
    assert [one.text for one in driver.session.concerns] == ["My <b>boss</b> & I"]


def test_the_providers_ratings_are_kept_apart(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, help=3)
    driver.open("Your provider’s view")
    driver.choose("Provider, Help", "Not at all")
    rating = driver.session.rating("help")
    assert rating is not None
    assert rating.importance == 3
    assert [one.importance for one in driver.session.provider_ratings] == [0]


def test_the_first_seven_come_at_once_and_the_others_on_asking(qtbot: QtBot) -> None:
    standings = [an_unknown_standing(one) for one in ("stay", "pill", "talk")]
    criteria = tuple(a_scale_criterion(f"wish{place}", *standings) for place in range(FIRST + 2))
    pack = replace(a_pack(), criteria=criteria, dealbreakers=())
    driver = OnePage(qtbot, MattersPage, pack, a_session())
    assert not driver.reads("Wish7")
    driver.open("Show 2 more")
    assert driver.reads("Wish7")
    assert driver.reads("Wish8")


@given(
    st.tuples(*[st.integers(0, 4)] * 3),
    st.lists(st.tuples(st.integers(0, 3), st.integers(-1, 3)), max_size=6),
)
def test_moving_lines_never_mixes_what_matters_more_with_what_matters_less(
    importances: tuple[int, int, int], moves: list[tuple[int, int]]
) -> None:
    workspace = Workspace(
        a_pack(), a_session(**dict(zip(("help", "driving", "lasting"), importances, strict=True)))
    )
    for place, to in moves:
        before = said(workspace.snapshot)
        order = moved(workspace.snapshot, place, to) if place < len(before) else None
        if order is not None:
            workspace.apply(SetOrder(order))
            assert said(workspace.snapshot)[to] == before[place]
    steps = [IMPORTANCE_WORDS.index(one.importance) for one in said(workspace.snapshot)]
    assert steps == sorted(steps, reverse=True)


def test_the_first_of_the_pack_stay_first_and_stand_under_their_headings() -> None:
    offered = tuple(one for one in real_pack().criteria if not one.only_with_class)
    first, rest = first_and_rest(offered)
    assert first == offered[:FIRST]
    assert rest == offered[FIRST:]
    titles = [title for title, _ in grouped(first)]
    assert titles == [title for _, title in GROUPS if title in titles]
    assert {one for _, members in grouped(first) for one in members} == set(first)


def test_what_a_person_added_stands_with_the_first_and_takes_no_place_from_them() -> None:
    own = own_criterion(Concern(id="own_1", text="my garden"), real_pack().options)
    first, rest = first_and_rest((*real_pack().criteria, own))
    assert first == (*real_pack().criteria[:FIRST], own)
    assert own not in rest
    assert grouped(first)[-1] == ("Your own", (own,))


def test_dealbreakers_held_to_are_told_with_the_letters_of_what_they_rule_out(
    qtbot: QtBot,
) -> None:
    driver = open_matters(qtbot, dealbreakers=("no_driving",))
    letter = driver.workspace.snapshot.letter("pill")
    assert driver.reads(f"I would rule out: No driving after ({letter})")
    assert driver.reads(f"Ruled out now: Pill ({letter}).")
    driver.choose("I would rule out", "No driving after")
    assert not driver.reads("Ruled out now")
    assert held_words(driver.workspace.snapshot) == ""


def test_when_every_option_is_ruled_out_the_page_says_so() -> None:
    worst = Dealbreaker(id="any", criterion="driving", level="good", text="Anything at all")
    pack = replace(a_pack(), dealbreakers=(worst,))
    snapshot = Workspace(pack, a_session(help=3, dealbreakers=("any",))).snapshot
    assert ruled_out_now(snapshot).startswith("Every option is ruled out now")


def test_the_shipped_pack_lets_driving_and_misuse_be_ruled_out(qtbot: QtBot) -> None:
    driver = OnePage(qtbot, MattersPage, real_pack(), empty_session())
    for text in ("Anything I cannot drive home from", "Anything with a real risk of misuse"):
        driver.choose("I would rule out", text)
        assert driver.reads("Ruled out now: Ketamine")
        driver.choose("I would rule out", text)


def test_another_page_can_ask_for_a_row_that_is_folded_away(qtbot: QtBot) -> None:
    driver = OnePage(qtbot, MattersPage, real_pack(), replace(empty_session(), minutes=3))
    last = next(one for one in reversed(real_pack().criteria) if not one.only_with_class)
    assert isinstance(driver.page, MattersPage)
    driver.page.look_at(last.id)
    driver.settle()
    assert driver.find(f"{last.name}: Not at all").hasFocus()


def test_what_is_not_offered_is_not_looked_at(qtbot: QtBot) -> None:
    driver = open_matters(qtbot)
    assert isinstance(driver.page, MattersPage)
    driver.page.look_at("own_7")
    assert not any("own_7" in one for one in driver.texts())
