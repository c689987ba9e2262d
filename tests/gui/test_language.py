"""Another language while one is at it: everything is said in it, and nothing said here is lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from decision_aid.base import language
from decision_aid.base.language import _
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session, StepId
from decision_aid.gui import window
from decision_aid.gui.app import Visit
from decision_aid.gui.languages import Languages
from decision_aid.gui.look import own_look
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.pages import PAGES
from decision_aid.gui.pages.summary_controls import SummaryControls
from decision_aid.gui.safety_card import SafetyCard
from decision_aid.gui.speaking import HALF_WRITTEN
from decision_aid.workspace.changes.phq9 import RatherTalk
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.driver import Driver
from tests.gui.sessions import empty_session, full_session, real_pack
from tests.pseudo import CODE, Pseudo, pseudo, pseudo_pack, typed_in, untranslated

pytestmark = pytest.mark.usefixtures("undressed")

STEPS = [step for step, _title, _make in PAGES]


class TwoLanguages(Languages):
    """English, and the language that nobody speaks."""

    def _others(self) -> tuple[str, ...]:
        return (CODE,)

    def _speak(self, code: str) -> Pack:
        language.speak(code, None if code == "en" else Pseudo())
        return real_pack() if code == "en" else pseudo_pack()


@pytest.fixture
def visit(
    qtbot: QtBot, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Session], Driver]]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    def begin(session: Session) -> Driver:
        visit = Visit(real_pack(), session, languages=TwoLanguages("depression"))
        driver = Driver(qtbot, visit.window)
        driver.visit = visit
        qtbot.addWidget(visit.window)
        visit.window.show()
        driver.settle()
        return driver

    yield begin
    language.speak()


def choose(driver: Driver, name: str) -> None:
    """Choose a language by its own name, whatever is spoken now."""
    says = pseudo if language.spoken() == CODE else str
    driver.press(says("Display"))
    driver.press(row(name))
    driver.settle()


def row(name: str) -> str:
    """The accessible name of a language's row on the card."""
    return _("{question}: {answer}").format(question=_("Language"), answer=name)


def plain(driver: Driver) -> set[str]:
    """What is shown or heard in the window and is English still."""
    pack = driver.snapshot.pack
    told: list[str] = []
    for one in driver.window.findChildren(QWidget):
        if not one.isVisible():
            continue
        told += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        if isinstance(one, QLabel | QAbstractButton):
            told.append(one.text())
        if isinstance(one, QLineEdit | QPlainTextEdit):
            told.append(one.placeholderText())
    typed = (*typed_in(driver.session), "English")
    return {text for text in told if untranslated(text, pack, typed=typed)}


@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_said_in_the_language_that_is_chosen_on_it(
    visit: Callable[[Session], Driver], step: StepId
) -> None:
    driver = visit(full_session())
    driver.window.open_step(step)
    choose(driver, "Русский")
    assert driver.window.step == step
    assert not plain(driver)


def test_what_was_said_its_undo_and_its_place_are_kept(visit: Callable[[Session], Driver]) -> None:
    driver = visit(empty_session())
    driver.go("What matters")
    rated = next(one for one in driver.controls() if one.accessibleName().endswith(": A lot"))
    driver.press(rated.accessibleName())
    said = driver.session
    choose(driver, "Русский")
    assert (driver.session, driver.window.step) == (said, "matters")
    assert driver.window.workspace.can_undo
    choose(driver, "English")
    assert driver.session == said
    driver.press("Close display")
    driver.press("Undo")
    assert driver.session == replace(empty_session(), visited=said.visited)


def test_the_card_stays_open_with_the_keyboard_on_the_language(
    visit: Callable[[Session], Driver],
) -> None:
    driver = visit(empty_session())
    choose(driver, "Русский")
    focused = driver.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == row("Русский")
    cards = [one for one in driver.window.findChildren(Overlay) if one.is_open]
    assert [one.accessibleName() for one in cards] == [pseudo("Display")]


def test_it_is_remembered_for_the_next_start_and_nothing_else_of_it(
    visit: Callable[[Session], Driver],
) -> None:
    driver = visit(empty_session())
    assert own_look().language == ""
    choose(driver, "Русский")
    assert own_look().language == CODE
    again = TwoLanguages("depression")
    assert again.begin(own_look().language) is pseudo_pack()
    assert (again.chosen, language.spoken()) == (CODE, CODE)


def test_cards_opened_before_are_said_in_it_when_they_open_again(
    visit: Callable[[Session], Driver],
) -> None:
    driver = visit(full_session())
    driver.press("Need help now?")
    driver.press("Close help")
    choose(driver, "Русский")
    driver.press(pseudo("Close display"))
    driver.press(pseudo("Need help now?"))
    assert not plain(driver)


def test_the_patient_screen_follows(visit: Callable[[Session], Driver]) -> None:
    driver = visit(full_session())
    driver.go("Options")
    driver.press("Patient screen")
    driver.press("Close notice")  # a warning stays as it was said
    choose(driver, "Русский")
    assert not plain(driver)
    driver.press(pseudo("Close display"))
    driver.press(pseudo("Patient screen"))
    assert not plain(driver)


def test_the_bar_says_which_language_is_spoken_and_leads_to_the_others(
    visit: Callable[[Session], Driver],
) -> None:
    driver = visit(empty_session())
    driver.press("Choose the language, now English")
    focused = driver.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == row("English")


def test_what_was_to_be_printed_stays_so_and_the_copied_note_stays_where_it_is(
    visit: Callable[[Session], Driver],
) -> None:
    driver = visit(full_session())
    driver.go("Summary")
    for one in ("Print: Record for the provider", "Paper: A4", "Print size: Large (16 point)"):
        driver.press(one)
    driver.press("Copy note: short plain text for a record")
    note = QGuiApplication.clipboard().text()
    before = controls(driver).choices
    assert "record" not in before.parts
    for name in ("Русский", "English"):
        choose(driver, name)
        assert controls(driver).choices == before
    assert QGuiApplication.clipboard().text() == note != ""
    driver.window.begin(empty_session())
    driver.window.open_step("summary")
    assert controls(driver).print_size == "normal"


def controls(driver: Driver) -> SummaryControls:
    (made,) = driver.window.page.findChildren(SummaryControls)
    return made


@pytest.mark.parametrize(
    ("step", "line", "typed"),
    [
        ("about", "Add a treatment you tried", "light therapy"),
        ("summary", "Password", "four wet dogs"),
    ],
)
def test_no_language_is_chosen_while_something_is_half_written(
    visit: Callable[[Session], Driver], step: StepId, line: str, typed: str
) -> None:
    driver = visit(full_session())
    driver.window.open_step(step)
    if step == "summary":
        driver.open("Protect the PDF with a password (optional)")
    edit = driver.find(line, QLineEdit)
    edit.setText(typed)
    edit.setModified(True)
    driver.press("Display")
    assert HALF_WRITTEN in driver.texts()
    assert not driver.find(row("Русский")).isEnabled()
    assert edit.text() == typed


def test_whoever_cannot_read_the_safety_card_has_it_in_another_language(
    visit: Callable[[Session], Driver],
) -> None:
    driver = visit(empty_session())
    driver.window.workspace.apply(RatherTalk())
    driver.settle()
    choose(driver, "Русский")
    driver.press(pseudo("Close display"))
    (card,) = [one for one in driver.window.findChildren(Overlay) if one.is_open]
    assert isinstance(card, SafetyCard)
    assert driver.snapshot.journey.paused
    assert not plain(driver)
    assert card.isAncestorOf(driver.window.focusWidget())


def test_the_window_is_titled_in_it_and_says_aloud_where_one_is(
    visit: Callable[[Session], Driver], monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = visit(empty_session())
    driver.go("Options")
    said: list[str] = []
    monkeypatch.setattr(window, "announce", lambda _window, sentence: said.append(sentence))
    choose(driver, "Русский")
    assert driver.window.windowTitle() == pseudo("Decision aid")
    assert said == [pseudo("Options")]


def test_no_language_is_chosen_over_another_card(visit: Callable[[Session], Driver]) -> None:
    driver = visit(empty_session())
    driver.press("Need help now?")
    driver.press("Display")
    assert "To choose another language, close the card that lies below this one first." in (
        driver.texts()
    )


def test_where_there_is_one_language_none_is_asked_for(
    open_window: Callable[[Pack, Session], Driver],
) -> None:
    driver = open_window(real_pack(), empty_session())
    assert not driver.has("Choose the language, now English")
    driver.press("Display")
    assert "Language" not in driver.texts()
