"""Setting up a place for kept sessions, and the recovery code that is shown once."""

import gc
from pathlib import Path

import pytest
from decision_aid.gui.keeping import recovery_code_page as code_page
from decision_aid.gui.keeping import set_up
from decision_aid.gui.keeping.code_paper import SENT, print_code
from decision_aid.gui.keeping.keep_days import QUESTION
from decision_aid.gui.keeping.nothing_kept import NOTHING, SET_UP
from decision_aid.gui.keeping.passphrase_lines import NOT_THE_SAME
from decision_aid.gui.print_dialog import NO_PRINTER
from decision_aid.gui.printing import prepared
from decision_aid.gui.requests import KeepSession, SetUpKeeping
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from tests.gui.keeping.kept_screens import OpenScreens, Screens
from tests.gui.keeping.own_store import founding

NAME, PASSPHRASE = "Dr. Rivera", "four words nobody joins"
MONTH = "For 30 days after the last visit"
SECRETS = (set_up.NAME, set_up.PASSPHRASE, f"{set_up.PASSPHRASE} again")


@pytest.fixture
def screens(open_screens: OpenScreens) -> Screens:
    made = open_screens()
    made.send(SetUpKeeping())
    return made


def fill_in(screens: Screens, again: str = PASSPHRASE) -> None:
    for line, text in zip(SECRETS, (NAME, PASSPHRASE, again), strict=True):
        screens.driver.find(line, QLineEdit).setText(text)
    screens.driver.choose(QUESTION, MONTH)


def to_code(screens: Screens) -> str:
    """Go on to the second screen; gives the code it must show."""
    fill_in(screens)
    screens.press("Set it up")
    assert screens.cards() == [code_page.TITLE]
    return founding()[1]


def test_the_way_there_leads_by_earlier_sessions_where_nothing_is_kept(
    open_screens: OpenScreens,
) -> None:
    screens = open_screens()
    screens.open_kept()
    assert screens.driver.reads(NOTHING)
    screens.press(SET_UP)
    assert screens.cards() == [set_up.TITLE]


def test_the_first_screen_says_what_it_means_and_presets_nothing(screens: Screens) -> None:
    for sentence in set_up.MEANS:
        assert screens.driver.reads(sentence)
    rows = [one for one in screens.driver.controls() if one.accessibleName().startswith(QUESTION)]
    assert len(rows) == 4
    assert not any(one.isChecked() for one in rows if isinstance(one, QAbstractButton))
    assert not any(screens.driver.find(one, QLineEdit).text() for one in SECRETS)


def test_it_sets_up_with_what_was_chosen_and_goes_on_to_the_code(screens: Screens) -> None:
    code = to_code(screens)
    assert screens.door.made == [NAME, PASSPHRASE]
    assert screens.ask(lambda store: store.keep_days) == 30
    assert all(screens.driver.reads(group) for group in code.split())


@pytest.mark.parametrize(
    ("emptied", "sentence"),
    [(set_up.NAME, set_up.NO_NAME), (set_up.PASSPHRASE, NOT_THE_SAME)],
)
def test_what_is_missing_is_said_and_nothing_is_made(
    screens: Screens, emptied: str, sentence: str
) -> None:
    fill_in(screens)
    screens.driver.find(emptied, QLineEdit).setText("")
    screens.press("Set it up")
    assert screens.driver.reads(sentence)
    assert not screens.folder.exists()


def test_without_a_choice_of_how_long_it_goes_no_further(screens: Screens) -> None:
    for line, text in zip(SECRETS, (NAME, PASSPHRASE, PASSPHRASE), strict=True):
        screens.driver.find(line, QLineEdit).setText(text)
    screens.press("Set it up")
    assert screens.driver.reads(set_up.NO_DAYS)
    assert not screens.folder.exists()


def test_how_easy_it_is_to_guess_is_said_while_typing_and_to_a_screen_reader(
    screens: Screens,
) -> None:
    line = screens.driver.find(set_up.PASSPHRASE, QLineEdit)
    screens.driver.type(set_up.PASSPHRASE, "tuesday")
    weak = line.accessibleDescription()
    assert screens.driver.reads(weak)
    assert weak != set_up.STRONG_ENOUGH
    screens.driver.type(set_up.PASSPHRASE, " rain under a yellow roof")
    assert screens.driver.reads(set_up.STRONG_ENOUGH)


def test_a_weak_passphrase_is_not_taken(screens: Screens) -> None:
    fill_in(screens)
    for line in SECRETS[1:]:
        screens.driver.find(line, QLineEdit).setText("aaaaaaaaaaaaaaaa")
    screens.press("Set it up")
    assert screens.cards() == [set_up.TITLE]
    assert not screens.folder.exists()


def test_escape_leaves_it_with_nothing_made_and_nothing_typed_kept(screens: Screens) -> None:
    fill_in(screens)
    lines = [screens.driver.find(one, QLineEdit) for one in SECRETS]
    screens.driver.focus(set_up.PASSPHRASE)
    screens.driver.key(Qt.Key.Key_Escape)
    assert screens.cards() == []
    assert not screens.folder.exists()
    assert not any(one.text() for one in lines)


def test_the_code_is_heard_group_by_group_and_neither_selected_nor_copied(
    screens: Screens,
) -> None:
    code = to_code(screens)
    sheet = screens.driver.find("Recovery code")
    first = ", ".join(code[:4])
    assert sheet.accessibleDescription().startswith(f"Group 1: {first}. Group 2:")
    screens.driver.focus("Recovery code")
    screens.driver.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    screens.driver.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ""


def test_done_goes_on_only_when_the_last_two_groups_were_read_back(screens: Screens) -> None:
    code = to_code(screens)
    screens.driver.type(code_page.BACK, code[:9])
    screens.press("Done")
    assert screens.driver.reads(code_page.NOT_THESE)
    assert screens.cards() == [code_page.TITLE]
    screens.driver.find(code_page.BACK, QLineEdit).setText(code[-9:].lower().replace(" ", "-"))
    screens.press("Done")
    assert screens.cards() == []
    assert screens.keeping.state.place == "open"


def test_leaving_without_the_code_is_asked_about_first(screens: Screens) -> None:
    to_code(screens)
    screens.driver.key(Qt.Key.Key_Escape)
    assert screens.driver.reads(code_page.WITHOUT)
    screens.press("Stay here")
    assert screens.cards() == [code_page.TITLE]
    screens.press(f"{code_page.LATER}: {code_page.TITLE}")
    screens.press("Leave without it")
    assert screens.cards() == []


def test_the_code_is_nowhere_afterwards(screens: Screens) -> None:
    shown = to_code(screens)
    assert screens.door.code is not None
    assert screens.door.code() == shown
    screens.driver.find(code_page.BACK, QLineEdit).setText(shown[-9:])
    screens.press("Done")
    gc.collect()
    assert screens.door.code() is None
    every = screens.driver.root.findChildren(QLabel)
    assert not any(group in one.text() for group in shown.split() for one in every)


def test_the_session_that_led_there_is_kept_afterwards(open_screens: OpenScreens) -> None:
    screens = open_screens()
    screens.send(KeepSession())
    code = to_code(screens)
    screens.driver.find(code_page.BACK, QLineEdit).setText(code[-9:])
    screens.press("Done")
    assert screens.labels() == [""]
    assert screens.keeping.state.kept is not None


def test_without_a_printer_the_code_stays_and_the_reason_is_said(
    screens: Screens, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "decision_aid.gui.print_dialog.QPrinterInfo.availablePrinterNames", staticmethod(list)
    )
    to_code(screens)
    screens.press(code_page.PRINT)
    assert screens.driver.reads(NO_PRINTER)
    assert screens.cards() == [code_page.TITLE]


def test_the_code_on_paper_is_whole_and_its_job_says_nothing(tmp_path: Path) -> None:
    printer = prepared("letter")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "code.pdf"))
    assert print_code(founding()[1], printer) == SENT
    assert printer.docName() == "Decision aid"
    assert (tmp_path / "code.pdf").read_bytes().startswith(b"%PDF")


def test_after_two_ways_of_typing_it_both_lines_are_empty_and_the_first_has_the_keyboard(
    screens: Screens,
) -> None:
    fill_in(screens, again="something else")
    screens.press("Set it up")
    assert screens.driver.reads(NOT_THE_SAME)
    assert not screens.driver.reads(set_up.STRONG_ENOUGH)
    assert not any(screens.driver.find(one, QLineEdit).text() for one in SECRETS[1:])
    assert screens.driver.find(set_up.PASSPHRASE, QLineEdit).hasFocus()
