"""The window in a language nobody speaks: no bar, no card, no dialog has an English word left."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from decision_aid.base.errors import Problem, ProblemsError
from decision_aid.domain.clinic import Clinic, ClinicOption, ContentReview, Phone
from decision_aid.domain.ipdas.assessment import STANDARD
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Arm
from decision_aid.domain.session import Session
from decision_aid.gui import about_facts, printing
from decision_aid.gui.about_aid import AboutAid
from decision_aid.gui.bottom_bar import BottomBar
from decision_aid.gui.clinic_file import clinic_file, not_used_sentence
from decision_aid.gui.elapsed import minutes_words
from decision_aid.gui.file_dialog import FileDialog
from decision_aid.gui.help_bar import HelpBar
from decision_aid.gui.notice import Notice
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.patient_screen import PatientScreen
from decision_aid.gui.patient_showing import Showing
from decision_aid.gui.print_card import PrintCard
from decision_aid.gui.print_dialog import PrintDialog
from decision_aid.gui.provider_prompts import ProviderPrompts
from decision_aid.gui.safety_card import SafetyCard
from decision_aid.gui.step_list import StepList
from decision_aid.gui.theme import load_theme
from decision_aid.gui.top_bar import TopBar
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.icon_array import IconArray
from decision_aid.gui.widgets.lineup_bar import HatchedNote
from decision_aid.gui.widgets.pdf_page_bar import place_of
from decision_aid.gui.widgets.pdf_pages import PdfPages
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.gui.widgets.text_list import LineNames, TextList
from decision_aid.workspace.changes.phq9 import RatherTalk
from decision_aid.workspace.workspace import Workspace
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gallery.states import states
from tests.gui.driver import Driver, wear_theme
from tests.gui.fitting import cut
from tests.gui.shown_words import left_in_english
from tests.pseudo import pseudo, pseudo_pack, speaking_pseudo, untranslated

OpenWindow = Callable[[Pack, Session], Driver]
PARTS = (TopBar, StepList, BottomBar, Notice, Overlay)
"""What the window has besides the page one is at."""
SMALL = (1024, 768)
REVIEW = ContentReview(by="A. Reviewer", on=date(2026, 11, 2), version="0.1")
CLINIC = Clinic(
    name="Hill Clinic",
    as_of=date(2026, 11, 1),
    options=(ClinicOption(id="ketamine", cost="20 dollars", wait="a week", offered_by="a nurse"),),
    phones=(Phone(text="Nurse line", number="555-0100"),),
    reviews=(REVIEW,),
)
CLINICS_OWN = ("Hill Clinic", "20 dollars", "a week", "a nurse", "Nurse line", "A. Reviewer")

NAMES = ("Line {number}", "New line", "Add line", "Remove line {number}")


@pytest.fixture(autouse=True)
def spoken() -> Iterator[None]:
    with speaking_pseudo():
        yield


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    """What cards can lie over."""
    wear_theme(load_theme())
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 700)
    return made


def moment(state: str = "empty", clinic: Clinic | None = None) -> Workspace:
    return Workspace(pseudo_pack(), states(pseudo_pack())[state], draws=50, clinic=clinic)


def english(root: QWidget, *typed: str) -> list[str]:
    """What is left, but for what nobody translates: what was typed, terms of use, numbers."""
    pack = pseudo_pack()
    terms = [about_facts.terms(one) for one in pack.instruments]
    numbers = [one.number for one in pack.crisis.contacts]
    fixed = (*terms, *numbers, pack.crisis.country, str(clinic_file()), STANDARD)
    return left_in_english(root, pack, typed=(*typed, *fixed))


def open_all(root: QWidget) -> None:
    for one in root.findChildren(Disclosure):
        one.open()


def the_card(room: QWidget) -> Overlay:
    (card,) = (one for one in room.findChildren(Overlay) if one.is_open)
    return card


def test_the_bars_and_the_list_of_steps(open_window: OpenWindow) -> None:
    driver = open_window(pseudo_pack(), states(pseudo_pack())["half"])
    parts = [one for one in driver.root.findChildren(QWidget) if isinstance(one, PARTS)]
    assert len(parts) == len(PARTS) - 1, "no card is open"
    driver.window.tell(pseudo("Done"))
    driver.window.open_step("weigh")
    assert [left for one in parts for left in english(one)] == []


@pytest.mark.parametrize("percent", [100, 200])
def test_longer_texts_fit_in_the_bars_of_a_small_window(
    open_window: OpenWindow, percent: int
) -> None:
    driver = open_window(pseudo_pack(), states(pseudo_pack())["half"])
    wear_theme(load_theme("light", percent))
    driver.window.resize(*SMALL)
    driver.window.open_step("about")
    driver.settle()
    assert (driver.window.width(), driver.window.height()) == SMALL
    bars = [one for one in driver.root.children() if isinstance(one, StepList | BottomBar)]
    buttons = [button for bar in bars for button in bar.findChildren(QPushButton)]
    assert [one.text() for one in buttons if one.width() < one.sizeHint().width()] == []
    assert [fault for bar in bars for fault in cut(bar)] == []


@pytest.mark.parametrize("opens", ["Need help now?", "Display"])
def test_a_card_behind_a_button_of_the_bars(open_window: OpenWindow, opens: str) -> None:
    driver = open_window(pseudo_pack(), states(pseudo_pack())["empty"])
    driver.press(pseudo(opens))
    open_all(card := the_card(driver.root))
    assert english(card) == []


def test_help_and_about_with_a_clinic(room: QWidget) -> None:
    card = AboutAid(room, moment(clinic=CLINIC).snapshot, "weigh")
    open_all(card)
    assert english(card, *CLINICS_OWN) == []


@pytest.mark.parametrize("state", ["empty", "half", "counselor"])
def test_the_safety_card(room: QWidget, state: str) -> None:
    workspace = moment(state, CLINIC)
    workspace.apply(RatherTalk())
    card = SafetyCard(room, workspace)
    card.present(workspace.snapshot)
    assert card.is_open
    assert english(card, *CLINICS_OWN) == []


def test_the_questions_before_something_is_cleared(open_window: OpenWindow) -> None:
    driver = open_window(pseudo_pack(), states(pseudo_pack())["half"])
    driver.window.kept.lose()
    driver.press(pseudo("Start fresh"))
    assert english(the_card(driver.root)) == []
    driver.press(pseudo("Stay here"))
    driver.root.close()
    assert english(the_card(driver.root)) == []


def test_the_provider_prompts_and_the_minutes(room: QWidget) -> None:
    for state in ("half", "counselor"):
        made = ProviderPrompts("welcome", lambda: 60.0)
        made.setParent(room)
        made.present(moment(state).snapshot)
        made.unfold(wanted=True)
        assert english(made) == []
    assert english_in(minutes_words(1), minutes_words(2)) == []


def test_the_patient_screen_and_its_strip(room: QWidget) -> None:
    showing = Showing(room, moment("counselor", CLINIC))
    said: list[str] = []
    showing.told.connect(said.append)
    showing.turn("welcome", ())
    (screen,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, PatientScreen))
    left = english(screen) + english(showing.strip)
    showing.strip.findings_wanted.emit(True)  # noqa: FBT003 - a signal
    showing.follow("weigh", ())
    left += english(screen) + english(showing.strip)
    screen.help_wanted.emit()
    showing.hide()
    left += english(screen, *CLINICS_OWN) + english(showing.strip)
    showing.close()
    assert left == []
    assert said
    assert english_in(*said) == []


def english_in(*texts: str) -> list[str]:
    return [one for text in texts for one in untranslated(text, pseudo_pack())]


def test_choosing_a_file(room: QWidget) -> None:
    dialog = FileDialog(room, moment().snapshot, title=pseudo("Open"), kinds="(*.pdf)")
    (bar,) = dialog.findChildren(HelpBar)
    bar.show_help()
    cards = dialog.findChildren(Overlay)
    assert len(cards) == 2
    assert [left for one in (bar, *cards) for left in english(one)] == []


def test_printing(room: QWidget, tmp_path: Path) -> None:
    printer = printing.prepared("letter")
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    dialog = PrintDialog(room, moment().snapshot, printer, 2)
    (bar,) = dialog.findChildren(HelpBar)
    card = PrintCard(room)
    assert english(bar) + english(card) == []
    assert english_in(dialog.windowTitle(), printer.docName(), place_of(1, 9)) == []


def test_sentences_for_what_cannot_be() -> None:
    problem = Problem(file="clinic.yaml", line=3, text=pseudo("Wrong"))
    told = not_used_sentence(ProblemsError((problem,)))
    fixed = ("clinic.yaml", "decision-aid clinic")
    assert untranslated(told, pseudo_pack(), typed=fixed) == []


def test_widgets_that_say_something_of_their_own(qtbot: QtBot) -> None:
    wear_theme(load_theme())
    letters = [(one, pseudo(name)) for one, name in ((0, "None"), (1, "Some"), (4, "All"))]
    made = (
        PdfPages(),
        SegmentedChoice(pseudo("How much"), letters),
        SegmentedChoice(pseudo("How much"), letters[:2]),
        icons := IconArray(),
        note := HatchedNote(),
        lines := TextList(LineNames(*map(pseudo, NAMES))),
    )
    icons.show_arm(Arm(percent=1.0), pseudo("One of 100."))
    note.say(pseudo("Ruled out"), pseudo("Tablets"))
    lines.present(("-",))
    for one in made:
        qtbot.addWidget(one)
    assert [left for one in made for left in english(one)] == []
