"""Help lies over everything, and no card lets the keyboard go anywhere else."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.domain.clinic import Clinic, Phone
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.clock import today
from decision_aid.gui.crisis_card import CrisisCard
from decision_aid.gui.file_dialog import MISSING, FileDialog, open_path, save_path
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.patient_screen import PatientScreen
from decision_aid.gui.theme import load_theme, worn
from decision_aid.gui.top_bar import TopBar
from decision_aid.workspace.changes.phq9 import RatherTalk
from decision_aid.workspace.freshness import CRISIS_CHECK_DAYS, old_contacts_sentence
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_pack, a_session
from tests.full_form import cases
from tests.gui.choosing import choose_in, in_the_dialog, type_there
from tests.gui.driver import Driver, wear_theme

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]


def rather_talk(driver: Driver) -> None:
    driver.window.workspace.apply(RatherTalk())
    driver.settle()


def ask(driver: Driver) -> None:
    driver.window.question.ask("Sure?", "All of it.", no="No, stay", yes="Yes", then=driver.settle)
    driver.settle()


CARDS: dict[str, Callable[[Driver], None]] = {
    "no card": lambda driver: driver.settle(),
    "question": ask,
    "about": lambda driver: driver.press("Help and about"),
    "item 9": rather_talk,
}


@pytest.fixture
def driver(open_window: OpenWindow) -> Driver:
    made = open_window(a_pack(), a_session())
    made.focus("Next: About you")
    return made


@pytest.mark.parametrize("card", CARDS)
def test_over_every_card_help_is_one_press_and_one_key_away(driver: Driver, card: str) -> None:
    driver.go("About you")
    CARDS[card](driver)
    before = QApplication.focusWidget()
    driver.press("Need help now?")
    assert driver.reads("988")
    driver.key(Qt.Key.Key_Escape)
    assert not driver.has("Close help")
    assert QApplication.focusWidget() is before
    driver.key(Qt.Key.Key_F1)
    driver.press("Close help")
    assert QApplication.focusWidget() is before


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("card", cases("question", "item 9", further=("about",)))
def test_text_size_and_contrast_are_a_press_away_under_every_card(
    driver: Driver, card: str
) -> None:
    CARDS[card](driver)
    before = QApplication.focusWidget()
    driver.press("Larger text")
    driver.press("Display")
    driver.choose("Colors", "High contrast")
    driver.press("Close display")
    assert worn() == load_theme("contrast", 125)
    assert QApplication.focusWidget() is before


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("size", [100, 200])
def test_a_card_begins_where_the_top_bar_ends_at_any_size_of_text(
    driver: Driver, size: int
) -> None:
    driver.window.show_help()
    wear_theme(load_theme("light", size))
    driver.settle()
    (card,) = driver.root.findChildren(CrisisCard)
    (bar,) = driver.root.findChildren(TopBar)
    assert card.geometry().top() == bar.geometry().bottom() + 1
    assert card.geometry().bottom() == driver.window.rect().bottom()


def on_the_card_or_the_bar(driver: Driver) -> bool:
    focused = QApplication.focusWidget()
    cards = [one for one in driver.root.findChildren(Overlay) if one.is_open]
    held = (*driver.root.findChildren(TopBar), *cards)
    return focused is not None and any(one.isAncestorOf(focused) for one in held)


@pytest.mark.parametrize("card", ["question", "item 9"])
def test_no_key_takes_the_keyboard_off_a_card_but_to_the_top_bar(driver: Driver, card: str) -> None:
    CARDS[card](driver)
    keys = (Qt.Key.Key_F6, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_F6, Qt.Key.Key_Backtab)
    for key in (*keys, Qt.Key.Key_F6, *[Qt.Key.Key_Tab] * 6, Qt.Key.Key_Down):
        driver.key(key)
        assert on_the_card_or_the_bar(driver), key
    for key in (Qt.Key.Key_F6, Qt.Key.Key_N, Qt.Key.Key_1, Qt.Key.Key_Left):
        driver.key(key, Qt.KeyboardModifier.AltModifier)
        assert on_the_card_or_the_bar(driver), key


def test_what_is_covered_cannot_take_the_keyboard_by_itself_either(driver: Driver) -> None:
    rather_talk(driver)
    driver.window.page.heading.setFocus()
    driver.settle()
    assert on_the_card_or_the_bar(driver)


def helped(driver: Driver, card: str) -> None:
    """Open a card, and help over it."""
    CARDS[card](driver)
    driver.key(Qt.Key.Key_F1)


@pytest.mark.parametrize("card", ["question", "about", "item 9"])
@pytest.mark.parametrize("help_over_it", [False, True])
def test_f6_goes_from_a_card_to_the_top_bar_and_back(
    driver: Driver, card: str, *, help_over_it: bool
) -> None:
    if help_over_it:
        helped(driver, card)
    else:
        CARDS[card](driver)
    before = QApplication.focusWidget()
    driver.key(Qt.Key.Key_F6)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Larger text"
    driver.key(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is before


@pytest.mark.parametrize("card", CARDS)
def test_escape_in_the_top_bar_closes_the_card_beside_it(driver: Driver, card: str) -> None:
    helped(driver, card)
    driver.key(Qt.Key.Key_F6)
    driver.key(Qt.Key.Key_Escape)
    assert not driver.has("Close help")
    left = [one for one in driver.root.findChildren(Overlay) if one.is_open]
    assert len(left) == (card != "no card"), "only the one on top"
    driver.key(Qt.Key.Key_F6)
    driver.key(Qt.Key.Key_Escape)
    left = [one for one in driver.root.findChildren(Overlay) if one.is_open]
    assert len(left) == (card == "item 9"), "this one waits for a provider"


def read_on_help(driver: Driver) -> list[str]:
    driver.window.show_help()
    driver.settle()
    (card,) = driver.root.findChildren(CrisisCard)
    return [one.text() for one in card.findChildren(QLabel) if one.isVisible()]


def checked(days: int) -> Pack:
    crisis = a_pack().crisis
    return a_pack(crisis=replace(crisis, checked_on=today() - timedelta(days)))


def test_contacts_say_for_which_country_they_are_and_when_they_were_checked(
    open_window: OpenWindow,
) -> None:
    said = read_on_help(open_window(checked(CRISIS_CHECK_DAYS), a_session()))
    day = today() - timedelta(CRISIS_CHECK_DAYS)
    assert f"Contacts for US, checked on {day_words(day)}." in said
    assert not any("Nobody has checked" in one for one in said)


def test_contacts_that_nobody_checked_for_long_say_so(open_window: OpenWindow) -> None:
    said = read_on_help(open_window(checked(CRISIS_CHECK_DAYS + 1), a_session()))
    assert old_contacts_sentence(checked(181).crisis, today()) in said


def test_the_check_of_the_contacts_holds_for_180_days() -> None:
    crisis = replace(a_pack().crisis, checked_on=TODAY)
    assert not old_contacts_sentence(crisis, TODAY + timedelta(180))
    assert "more than 180 days" in old_contacts_sentence(crisis, TODAY + timedelta(181))


# Files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Person Marker"
    made.mkdir()
    (made / "Marker.yaml").write_text("x", encoding="utf-8")
    return made


def at_the_dialog(driver: Driver, act: Callable[[FileDialog], None]) -> Path | None:
    in_the_dialog(act)
    return open_path(driver.window, driver.snapshot, title="Open", kinds="Sessions (*.yaml)")


def saved_by(driver: Driver, act: Callable[[FileDialog], None]) -> Path | None:
    in_the_dialog(act)
    return save_path(
        driver.window, driver.snapshot, title="Save", kinds="PDF (*.pdf)", name="summary.pdf"
    )


def inside(qtbot: QtBot, window: QWidget) -> Driver:
    return Driver(qtbot, window)


@pytest.mark.usefixtures("dressed")
def test_a_file_dialog_says_what_its_folder_is_for_and_shows_what_does_it(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[tuple[str, Path, list[str]]] = []

    def act(dialog: FileDialog) -> None:
        told = dialog.labelText(QFileDialog.DialogLabel.LookIn)
        primary = [one for one in dialog.findChildren(QPushButton) if is_primary(one)]
        texts = [one.text().replace("&", "") for one in primary]
        seen.append((told, Path(dialog.directory().absolutePath()), texts))
        (places,) = dialog.findChildren(QListView, "sidebar")
        assert places.viewport().width() >= places.sizeHintForColumn(0)

    monkeypatch.setenv("HOME", str(tmp_path))  # where there are no documents
    at_the_dialog(driver, act)
    saved_by(driver, act)
    assert seen == [("Open from:", tmp_path, ["Open"]), ("Save in:", tmp_path, ["Save"])]


def is_primary(button: QPushButton) -> bool:
    return button.isVisible() and bool(button.property("role") == "primary")


@pytest.mark.usefixtures("dressed")
def test_over_a_file_dialog_help_is_one_press_and_one_key_away(
    driver: Driver, qtbot: QtBot
) -> None:
    def act(dialog: FileDialog) -> None:
        at = inside(qtbot, dialog)
        at.settle()
        before = QApplication.focusWidget()
        at.key(Qt.Key.Key_F1)
        assert at.reads("988")
        assert at.reads("checked on")
        at.key(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
        at.key(Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
        dialog.reject()
        assert at.has("Close help"), "no key and no button below goes round it"
        at.key(Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert QApplication.focusWidget() is before
        at.press("Need help now?")
        at.press("Close help")
        dialog.reject()

    assert at_the_dialog(driver, act) is None


@pytest.mark.usefixtures("dressed")
def test_while_a_file_is_chosen_help_on_the_patient_screen_stays_in_reach(
    driver: Driver, qtbot: QtBot
) -> None:
    driver.press("Patient screen")
    (screen,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, PatientScreen)]
    at = inside(qtbot, screen)

    def act(_dialog: FileDialog) -> None:
        wanted = at.find("Need help now?")
        middle = wanted.mapTo(screen, wanted.rect().center())
        QTest.mouseClick(screen.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
        at.settle()
        assert at.has("Close help")

    at_the_dialog(driver, act)
    screen.close()


def test_the_dialogs_help_knows_the_clinics_own_numbers(driver: Driver, qtbot: QtBot) -> None:
    clinic = Clinic(
        name="Hill", as_of=date(2026, 11, 1), phones=(Phone(number="555-0100", text="By day"),)
    )
    driver.window.workspace.take_clinic(clinic)

    def act(dialog: FileDialog) -> None:
        dialog.help.show_help()
        assert inside(qtbot, dialog).reads("555-0100")

    at_the_dialog(driver, act)


CHOOSE = """
import sys
from pathlib import Path
import shiboken6
from PySide6.QtWidgets import QApplication
application = QApplication([])
from decision_aid.gui.app import Visit
from decision_aid.gui.file_dialog import FileDialog, open_path
from tests.builders import a_pack, a_session
from tests.gui.choosing import choose_there
window = Visit(a_pack(), a_session()).window
window.show()
choose_there(Path(sys.argv[1]))
print(open_path(window, window.workspace.snapshot, title="Open", kinds="Sessions (*.yaml)"))
shiboken6.delete(*window.findChildren(FileDialog))
"""


def test_what_was_chosen_is_written_nowhere(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    places = {"HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    wanted = folder / "Marker.yaml"
    done = subprocess.run(
        [sys.executable, "-c", CHOOSE, str(wanted)],
        capture_output=True, text=True, check=True, timeout=60, env={**os.environ, **places},
    )  # fmt: skip
    assert done.stdout.strip() == str(wanted)
    assert "Marker" not in done.stderr
    written = [one for one in home.rglob("*") if one.is_file()]
    assert [one for one in written if b"Marker" in one.read_bytes()] == []
    assert not (home / "config" / "QtProject.conf").exists()


def test_a_dialog_knows_nothing_of_what_was_chosen_before(driver: Driver, folder: Path) -> None:
    wanted = folder / "Marker.yaml"
    assert at_the_dialog(driver, lambda dialog: choose_in(dialog, wanted)) == wanted
    offered: list[str] = []
    saved_by(driver, lambda dialog: offered.extend((*dialog.selectedFiles(), *dialog.history())))
    assert offered
    assert not any("Marker" in one for one in offered)


def test_a_name_that_is_not_there_is_said_and_nothing_is_opened(
    driver: Driver, folder: Path, qtbot: QtBot
) -> None:
    def act(dialog: FileDialog) -> None:
        type_there(dialog, str(folder / "nothing.yaml"))
        dialog.accept()
        assert dialog.isVisible()
        assert inside(qtbot, dialog).reads(MISSING)

    assert at_the_dialog(driver, act) is None


@pytest.mark.parametrize("answer", ["Keep it", "Replace it"])
def test_a_file_of_the_same_name_is_replaced_after_asking_only(
    driver: Driver, folder: Path, qtbot: QtBot, answer: str
) -> None:
    there = folder / "old.pdf"
    there.write_bytes(b"old")

    def act(dialog: FileDialog) -> None:
        at = inside(qtbot, dialog)
        type_there(dialog, str(folder / "old"))
        dialog.accept()
        assert at.reads("Replace this file?")
        at.key(Qt.Key.Key_F1)
        at.press("Close help")
        at.press(answer)

    assert saved_by(driver, act) == (there if answer == "Replace it" else None)
    assert there.read_bytes() == b"old"
