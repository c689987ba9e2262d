"""Treatments tried, what helped before, and drugs in the past."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from decision_aid.domain.about_you import AboutYou, Tried
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Role, Session
from decision_aid.gui.pages.about_history import (
    DISSOCIATIVES,
    HELPED,
    HOW_WAS_IT,
    OTHER_DRUGS,
    WHO_SEES,
    WHY_ASKED,
    HistoryCard,
)
from decision_aid.gui.pages.about_tried import TriedCard
from decision_aid.gui.pages.about_tried_row import ENOUGH, more_words
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.report.compose import compose
from decision_aid.report.document import PartId
from decision_aid.report.text import render
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import YES_NO_RATHER_NOT
from decision_aid.workspace.workspace import Workspace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.driver import Driver, wear_theme
from tests.gui.one_page import OnePage
from tests.gui.sessions import DAY, empty_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]
MEDICINE, THERAPY, ANY = (ENOUGH[kind] for kind in ("medicine", "therapy", None))


class Both(StepPage):
    """The two cards on a page of their own."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, title="Both", lead="")
        self._cards = TriedCard(workspace), HistoryCard(workspace)
        for card in self._cards:
            self.body.addWidget(card)

    def present(self, snapshot: Snapshot) -> None:
        for card in self._cards:
            card.present(snapshot)


@pytest.fixture
def said(qtbot: QtBot) -> Callable[[AboutYou], OnePage]:
    return lambda about: OnePage(qtbot, Both, real_pack(), replace(empty_session(), about=about))


Said = Callable[[AboutYou], OnePage]


def one_tried(**given: str) -> AboutYou:
    return AboutYou(tried=(Tried(**{"name": "Zoloft", "outcome": "no", **given}),))  # type: ignore[arg-type] # fixed answers as plain words


def the_one(driver: OnePage) -> Tried:
    (tried,) = driver.session.about.tried
    return tried


def test_a_medicine_the_pack_knows_is_added_as_one_and_can_be_called_something_else(
    said: Said,
) -> None:
    driver = said(AboutYou())
    driver.type("Add a treatment you tried", "zoloft 50 mg")
    driver.choose("What came of it", "Did not help")
    assert the_one(driver) == Tried(name="zoloft 50 mg", outcome="no", kind="medicine")
    driver.open("More about zoloft 50 mg")
    driver.choose("What zoloft 50 mg is", "Something else")
    assert the_one(driver).kind == "other"
    driver.choose("What zoloft 50 mg is", "Something else")
    assert the_one(driver).kind is None


def test_nothing_is_preset_for_a_name_the_pack_does_not_know(said: Said) -> None:
    driver = said(AboutYou())
    driver.type("Add a treatment you tried", "Singing")
    driver.choose("What came of it", "Helped")
    assert the_one(driver) == Tried(name="Singing", outcome="helped")
    driver.open("More about Singing")
    chosen = [
        one.accessibleName()
        for one in driver.seen(QAbstractButton)
        if one.isChecked() and "Singing" in one.accessibleName()
    ]
    assert sorted(chosen) == ["More about Singing", "What came of Singing: Helped"]


def test_whether_it_was_enough_is_asked_in_the_words_of_its_kind(said: Said) -> None:
    driver = said(one_tried())
    driver.open("More about Zoloft")
    assert driver.reads(ANY)
    driver.choose(f"Zoloft: {ANY}", "Not sure")
    for kind, question in (("Medicine", MEDICINE), ("Talking therapy", THERAPY)):
        driver.choose("What Zoloft is", kind)
        assert driver.reads(question)
        assert driver.is_chosen(f"Zoloft: {question}", "Not sure")
    driver.choose(f"Zoloft: {THERAPY}", "Yes")
    assert the_one(driver) == Tried(name="Zoloft", outcome="no", kind="therapy", enough="yes")


def test_what_was_said_about_a_treatment_can_be_read_without_opening_it() -> None:
    tried = Tried(name="Zoloft", outcome="no")
    assert more_words(tried) == "Say more, if you like"
    assert more_words(replace(tried, enough="no")) == "Not enough to tell"
    known = replace(tried, kind="medicine", enough="unsure")
    assert more_words(known) == "Medicine, not sure if it was enough"


def test_why_is_asked_where_it_had_to_stop_and_typing_it_is_one_step_of_undo(said: Said) -> None:
    driver = said(one_tried())
    assert not driver.has("Why Zoloft had to stop")
    driver.choose("What came of Zoloft", "Had to stop")
    driver.type("Why Zoloft had to stop", "felt sick")
    assert the_one(driver) == Tried(name="Zoloft", outcome="had_to_stop", why="felt sick")
    driver.workspace.undo()
    driver.settle()
    assert the_one(driver) == Tried(name="Zoloft", outcome="had_to_stop")
    assert driver.find("Why Zoloft had to stop", GrowingEdit).text() == ""


def test_why_it_had_to_stop_is_kept_and_seen_when_something_else_came_of_it(said: Said) -> None:
    driver = said(one_tried(outcome="had_to_stop", why="felt sick"))
    driver.choose("What came of Zoloft", "Helped a little")
    assert the_one(driver).why == "felt sick"
    line = driver.find("What you said about Zoloft", GrowingEdit)
    assert line.text() == "felt sick"
    driver.choose("What came of Zoloft", "Had to stop")
    assert driver.find("Why Zoloft had to stop", GrowingEdit).text() == "felt sick"


def test_a_line_emptied_while_it_is_typed_in_does_not_go_from_under_the_keyboard(
    said: Said,
) -> None:
    driver = said(one_tried(outcome="helped", why="x"))
    driver.focus("What you said about Zoloft")
    driver.key(Qt.Key.Key_End)
    driver.key(Qt.Key.Key_Backspace)
    assert the_one(driver).why == ""
    driver.type("What you said about Zoloft", "y")
    assert the_one(driver).why == "y"


def test_a_treatment_named_again_keeps_its_place_and_all_that_was_said_of_it(said: Said) -> None:
    first = Tried(name="Zoloft", outcome="no", kind="medicine", enough="yes", why="felt flat")
    driver = said(AboutYou(tried=(first, Tried(name="Singing", outcome="helped"))))
    driver.type("Add a treatment you tried", "ZOLOFT")
    driver.choose("What came of it", "Helped a little")
    assert driver.session.about.tried[0] == replace(first, outcome="a_little")
    assert len(driver.session.about.tried) == 2


def test_enter_after_a_name_chooses_nothing(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.go("About you")
    driver.type("Add a treatment you tried", "Singing", enter=True)
    assert not driver.session.about.tried
    assert driver.find("Add a treatment you tried", QLineEdit).text() == "Singing"
    driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_Space)
    assert driver.session.about.tried == (Tried(name="Singing", outcome="helped"),)


def test_drugs_are_asked_about_with_why_and_who_sees_it_and_nothing_chosen(said: Said) -> None:
    driver = said(AboutYou())
    assert driver.reads(WHY_ASKED)
    assert driver.reads(WHO_SEES)
    for question in (DISSOCIATIVES, OTHER_DRUGS):
        assert driver.reads(question)
        assert not any(driver.is_chosen(question, one) for one in YES_NO_RATHER_NOT.values())
    assert not driver.has(HOW_WAS_IT)


def test_an_answer_about_drugs_can_be_kept_back_and_taken_back(said: Said) -> None:
    driver = said(AboutYou())
    driver.choose(DISSOCIATIVES, "I would rather not say")
    driver.choose(OTHER_DRUGS, "No")
    assert not driver.has(HOW_WAS_IT)
    about = driver.session.about
    assert (about.dissociatives_before, about.other_drugs_before) == ("rather_not", "no")
    driver.choose(DISSOCIATIVES, "I would rather not say")
    driver.choose(OTHER_DRUGS, "No")
    assert driver.session.about == AboutYou()


@pytest.mark.parametrize("question", [DISSOCIATIVES, OTHER_DRUGS])
def test_how_it_was_is_asked_of_those_who_have_and_their_words_stay_to_be_seen(
    said: Said, question: str
) -> None:
    driver = said(AboutYou())
    driver.choose(question, "Yes")
    driver.type(HOW_WAS_IT, "odd")
    driver.choose(question, "No")
    assert driver.session.about.drugs_words == "odd"
    assert driver.find(HOW_WAS_IT, GrowingEdit).text() == "odd"


@pytest.mark.parametrize(
    ("question", "about"),
    [(HELPED, AboutYou()), (HOW_WAS_IT, AboutYou(other_drugs_before="yes"))],
)
def test_own_words_are_kept_as_typed_and_are_one_step_of_undo(
    said: Said, question: str, about: AboutYou
) -> None:
    driver = said(about)
    driver.type(question, "<b>my dog</b> & I")
    told = driver.session.about
    assert "<b>my dog</b> & I" in (told.helped_before, told.drugs_words)
    driver.workspace.undo()
    driver.settle()
    assert driver.session.about == about
    assert driver.find(question, GrowingEdit).text() == ""


@pytest.mark.parametrize("people", [(), ("prescriber",)], ids=["alone", "together"])
def test_what_is_said_about_drugs_is_printed_for_the_provider_only(
    people: tuple[Role, ...],
) -> None:
    about = AboutYou(dissociatives_before="yes", other_drugs_before="yes", drugs_words="odd, once")
    session = replace(empty_session(), about=about, people=people)
    snapshot = Workspace(real_pack(), session, draws=100).snapshot
    found = [one.rule.title for one in snapshot.findings if "before" in one.rule.id]
    assert found

    def printed(*parts: PartId) -> str:
        return " ".join(render(compose(snapshot, on=DAY, parts=parts)).split())

    record, others = printed("record"), printed("person", "options", "sources", "ipdas")
    for words in ("odd, once", *found):
        assert words in record
        assert words not in others


def test_nothing_said_here_is_lost_on_back(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.go("About you")
    driver.type("Add a treatment you tried", "Singing")
    driver.choose("What came of it", "Had to stop")
    driver.type("Why Singing had to stop", "too shy")
    driver.type(HELPED, "my dog")
    driver.type("Add a treatment you tried", "half typ")
    driver.press("Back")
    driver.go("About you")
    for name, text in (("Why Singing had to stop", "too shy"), (HELPED, "my dog")):
        assert driver.find(name, GrowingEdit).text() == text
    assert driver.find("Add a treatment you tried", QLineEdit).text() == "half typ"


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(("width", "percent"), [(724, 150), (680, 200)])
def test_long_names_and_large_text_do_not_push_the_page_out(
    said: Said, width: int, percent: int
) -> None:
    about = AboutYou(
        tried=(Tried(name="n" * 120, outcome="had_to_stop", why="w" * 300),),
        other_drugs_before="yes",
    )
    driver = said(about)
    driver.open(f"More about {'n' * 120}")
    wear_theme(load_theme("light", percent))
    driver.page.resize(width, 700)
    driver.settle()
    assert driver.page.content_width <= driver.page.seen_width
