from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking
from decision_aid.domain.answers import Rating
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Concern, Decision, OwnPlace, Session
from decision_aid.gui.pages.weigh import WeighPage
from decision_aid.gui.pages.weigh_change import LIKE_YOU
from decision_aid.gui.pages.weigh_close import NOT_A_CHANCE
from decision_aid.gui.pages.weigh_voices import NOT_YET
from decision_aid.gui.requests import GoTo, GoToCriterion
from decision_aid.gui.widgets.lineup_bar import HatchedNote, LineupBar
from decision_aid.gui.widgets.share_bar import ShareBar
from decision_aid.workspace import wording
from decision_aid.workspace.changes.about import SetTaking
from decision_aid.workspace.changes.matters import SetImportance
from decision_aid.workspace.line_up_state import line_up_state
from decision_aid.workspace.line_up_words import (
    NO_ORDER,
    close_sentence,
    tipping_sentence,
)
from decision_aid.workspace.look_again import look_again
from decision_aid.workspace.ratings_words import equivalent_sentences
from decision_aid.workspace.shares import places_in_draws
from decision_aid.workspace.sums import score_words, sum_lines
from decision_aid.workspace.voices import APART
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver
from tests.gui.one_page import OnePage

pytestmark = pytest.mark.usefixtures("undressed")

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
    state = line_up_state(driver.workspace.snapshot)
    assert driver.reads(state.sentence)
    assert driver.reads(state.to_do)
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
        assert driver.reads(close_sentence(reason, snapshot))
    for tipping in snapshot.appraisal.tipping:
        if tipping.step is not None:
            assert driver.reads(tipping_sentence(tipping, snapshot))


def test_it_is_asked_whether_it_feels_right(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID)
    driver.choose("Does this feel right?", "Something is missing")
    driver.type("What is missing?", "my sleep")
    assert driver.session.feels_right == "something_missing"
    assert driver.session.feels_missing == "my sleep"


PROVIDER: dict[str, Any] = {"provider_ratings": (Rating("help", 2), Rating("driving", 1))}
TO_TALK = Decision(kind="option", option="talk")


def test_two_voices_stand_side_by_side_and_what_lies_far_apart_is_said(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID, **PROVIDER, leaning=TO_TALK, provider_leaning=TO_TALK)
    assert driver.reads("Two voices")
    assert driver.reads("2 steps apart on “Help”: you said “Most”, your provider said “Some”.")
    assert not driver.reads("steps apart on “Driving”")
    assert driver.reads("You lean towards: Talk (")
    assert driver.reads("Your provider leans towards: Talk (")
    assert driver.reads(APART)


def test_two_voices_are_not_shown_before_the_provider_has_said_something(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID, leaning=TO_TALK)
    assert not driver.reads("Two voices")
    driver.workspace.apply(SetImportance("help", 1, voice="provider"))
    driver.settle()
    assert driver.reads("Two voices")
    assert driver.reads("3 steps apart on “Help”: you said “Most”, your provider said “A little”.")


def test_the_providers_ratings_are_not_shown_before_the_person_has_rated(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **PROVIDER, provider_leaning=TO_TALK)
    assert not driver.reads("Two voices")
    driver.workspace.apply(SetImportance("help", 3))
    driver.settle()
    assert driver.reads("Two voices")


def test_the_providers_leaning_opens_once_the_person_has_leaned(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID, provider_leaning=TO_TALK)
    assert driver.reads(NOT_YET)
    assert not driver.reads("leans towards: Talk")


@pytest.mark.parametrize(
    ("leaning", "words"),
    [
        (Decision(kind="not_yet"), "leans towards: Not yet"),
        (
            Decision(kind="something_else", words="a walk a day"),
            "leans towards: Something else: a walk a day",
        ),
    ],
)
def test_the_providers_leaning_is_told_in_the_words_of_the_paper(
    qtbot: QtBot, leaning: Decision, words: str
) -> None:
    driver = open_weigh(qtbot, **SAID, leaning=TO_TALK, provider_leaning=leaning)
    assert driver.reads(words)


def test_the_sums_are_shown_to_whoever_asks(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID)
    assert not driver.reads("Product")
    driver.open("Show the sums")
    snapshot = driver.workspace.snapshot
    for fit in snapshot.appraisal.fits:
        driver.open(f"The sums of {wording.option_name(fit.option, snapshot)}")
        assert driver.reads(score_words(fit))
        for line in sum_lines(fit, snapshot):
            assert driver.reads(line.product)
            assert driver.reads(f"Value: {line.working} = {line.value}. {line.sure}.")
            assert driver.reads(f"Where it is from: {line.derived_by}")
    assert driver.reads("4 ÷ 7 = 0.571")
    driver.workspace.apply(SetImportance("lasting", 4))
    driver.settle()
    assert driver.reads("4 ÷ 10 = 0.400")


def test_the_sums_tell_how_many_draws_each_option_came_where(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID)
    driver.open("Show the sums")
    best = driver.workspace.snapshot.appraisal.fits[0]
    for count in places_in_draws(best.rank_shares, 400):
        assert f"{count:,}" in driver.texts()


def test_an_answer_that_changes_no_sum_leaves_open_what_is_open(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID)
    driver.open("Show the sums")
    snapshot = driver.workspace.snapshot
    driver.open(f"The sums of {wording.option_name('talk', snapshot)}")
    driver.choose("Does this feel right?", "Yes")
    assert driver.reads("Score: the sum of the products")


def test_an_order_that_was_not_used_is_told(qtbot: QtBot) -> None:
    session = replace(a_session(**SAID), order=("lasting", "help"))
    driver = OnePage(qtbot, WeighPage, a_pack(), session)
    assert driver.reads(NO_ORDER)


def test_after_not_quite_the_rating_most_worth_another_look_is_named(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID)
    assert not driver.reads("You may want to look at")
    driver.choose("Does this feel right?", "Not quite")
    look = look_again(driver.workspace.snapshot)
    assert look is not None
    name = driver.workspace.snapshot.pack.criterion(look.criterion).name
    assert driver.reads(f"You may want to look at “{name}” again. {look.why}")
    driver.press(f"Look at it again: {name}")
    assert driver.asked == [GoToCriterion(look.criterion)]


def test_looking_at_it_again_leads_to_the_row_with_the_keyboard_on_it(
    open_window: Callable[[Pack, Session], Driver],
) -> None:
    driver = open_window(a_pack(), a_session(**SAID))
    driver.go("Weigh it up")
    driver.choose("Does this feel right?", "Not quite")
    look = look_again(driver.snapshot)
    assert look is not None
    name = driver.snapshot.pack.criterion(look.criterion).name
    driver.press(f"Look at it again: {name}")
    assert driver.reads("What matters to you?")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert name in focused.accessibleName()


def test_what_is_worth_as_much_is_told_where_both_have_a_natural_scale(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, **SAID)
    told = equivalent_sentences(driver.workspace.snapshot, "you")
    assert told
    for sentence in told:
        assert driver.reads(sentence)
    assert driver.reads(LIKE_YOU)
    alone = open_weigh(qtbot, driving=4)
    assert not alone.reads("What your ratings come to")


@pytest.mark.parametrize("text", ["x" * 3000, "word " * 500])
def test_a_concern_of_any_length_pushes_nothing_out_of_the_window(qtbot: QtBot, text: str) -> None:
    places = (OwnPlace(option="talk", level="well"), OwnPlace(option="stay", level="badly"))
    driver = open_weigh(
        qtbot,
        ratings=(Rating("help", 3), Rating("own_1", 4)),
        concerns=(Concern(id="own_1", text=text, places=places),),
        provider_ratings=(Rating("own_1", 1),),
        feels_right="not_quite",
    )
    driver.open("Show the sums")
    driver.open(f"The sums of {wording.option_name('talk', driver.workspace.snapshot)}")
    assert driver.page.content_width <= driver.page.seen_width


def test_what_the_line_up_rests_on_is_told(qtbot: QtBot) -> None:
    driver = open_weigh(qtbot, help=4, lasting="not_sure")
    assert not driver.reads("seed")
    driver.open("Show the sums")
    assert driver.reads("Left out, because not rated: “Driving”.")
    assert driver.reads("was tried: “Lasting”.")
    assert driver.reads("Nobody knows, so anything plausible was tried: “Lasting” (")
    assert driver.reads("Worked out 400 times, with seed 7, from the content “small”, version 1.")
