"""The PDF saved with or without a password, in small or large print; the note on the clipboard."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui import file_dialog
from decision_aid.gui.clock import today
from decision_aid.gui.copied_note import copy_note, take_note_back
from decision_aid.gui.pages.summary import COPIED, SummaryPage
from decision_aid.gui.pages.summary_controls import NO_PARTS
from decision_aid.gui.pages.summary_password import (
    AGAIN,
    NAME,
    NOT_THE_SAME,
    PASSWORD,
    PREVIEW,
    SHOW,
)
from decision_aid.gui.pages.summary_save import SAVING, file_name
from decision_aid.gui.requests import TakenOut
from decision_aid.gui.widgets.pdf_pages import PdfPages
from decision_aid.report.note import note
from decision_aid.report.pdf_password import TOO_LONG
from decision_aid.workspace.snapshot import Snapshot
from pypdfium2 import PdfDocument, PdfiumError
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.choosing import choose_in, choose_there, in_the_dialog
from tests.gui.driver import Driver
from tests.gui.one_page import OnePage
from tests.gui.sessions import DAY, empty_session, full_session, half_session, real_pack
from tests.report.visits import a_full_pack, a_full_session, a_visit

pytestmark = pytest.mark.usefixtures("undressed")

Opener = Callable[[Pack, Session], Driver]
COPY = "Copy note: short plain text for a record"
SECRET = "Korn blume 7"  # noqa: S105 - of nothing but this test


class Page(OnePage):
    """The summary, saved where the test says."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        def there(_parent: QWidget, _snapshot: Snapshot) -> Path:
            self.asked_where += 1
            return path

        self.asked_where = 0
        super().__init__(
            qtbot, lambda workspace: SummaryPage(workspace, there), a_full_pack(), a_full_session()
        )
        self.wait_for_pages()

    def wait_for_pages(self) -> None:
        save = self.find("Save PDF…")
        self._qtbot.waitUntil(
            lambda: save.isEnabled() and all(one.is_drawn for one in self.seen(PdfPages)),
            timeout=6_000,
        )

    def save(self) -> None:
        self.press("Save PDF…")
        self.wait_for(lambda: self.reads("Saved as"))

    def lines(self) -> list[str]:
        """What stands in the lines for the password, seen or not."""
        lines = self.root.findChildren(QLineEdit)
        return [one.text() for one in lines if one.accessibleName() in (PASSWORD, AGAIN)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.pdf"


@pytest.fixture
def page(qtbot: QtBot, path: Path) -> Page:
    return Page(qtbot, path)


@pytest.fixture(autouse=True)
def clipboard() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def test_a_pdf_with_a_password_opens_with_it_alone_and_the_password_is_gone(
    page: Page, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    page.press(NAME)
    page.type(PASSWORD, SECRET)
    assert page.reads(PREVIEW)
    page.type(AGAIN, SECRET)
    shown = page.seen(PdfPages)[0].count
    page.save()
    assert page.reads(f"Saved as “{path.name}”. It asks for the password.")
    with PdfDocument(path, password=SECRET) as pdf:
        assert len(pdf) == shown
    with pytest.raises(PdfiumError):
        PdfDocument(path)
    assert page.lines() == ["", ""]
    assert not page.reads(PREVIEW)
    assert SECRET not in caplog.text
    assert SECRET not in repr(page.session)
    page.save()
    with PdfDocument(path) as pdf:
        assert len(pdf) == shown, "it was for one file"


def test_how_a_saving_went_is_told_where_the_language_changed_meanwhile(
    page: Page, path: Path, qtbot: QtBot
) -> None:
    may_go, pool = Event(), QThreadPool.globalInstance()
    for _thread in range(pool.maxThreadCount()):
        pool.start(may_go.wait)  # no thread is free to save before
    page.press("Save PDF…")
    assert page.reads(SAVING)
    may_go.set()
    chosen = page.page.hand_over()
    assert path.exists()
    assert TakenOut("exported") in page.asked
    renewed = SummaryPage(page.workspace)
    qtbot.addWidget(renewed)
    renewed.take_over(chosen)
    renewed.present(page.workspace.snapshot)
    on_it = Driver(qtbot, renewed)
    assert on_it.reads(f"Saved as “{path.name}”.")
    renewed.present(page.workspace.snapshot)
    assert not on_it.reads("Saved as"), "it is told once"


def test_two_ways_of_typing_it_save_nothing_and_ask_for_no_place(page: Page, path: Path) -> None:
    page.press(NAME)
    page.type(PASSWORD, SECRET)
    page.type(AGAIN, "another", enter=True)
    assert page.reads(NOT_THE_SAME)
    assert page.asked_where == 0
    assert not path.exists()
    assert page.lines() == [SECRET, "another"], "to be mended"


def test_a_password_that_is_shown_is_typed_once_and_enter_saves(page: Page, path: Path) -> None:
    page.press(NAME)
    line = page.find(PASSWORD, QLineEdit)
    assert line.echoMode() == QLineEdit.EchoMode.Password
    assert line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    page.press(SHOW)
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    assert not page.has(AGAIN)
    page.type(PASSWORD, SECRET, enter=True)
    page.wait_for(lambda: page.reads("Saved as"))
    with PdfDocument(path, password=SECRET) as pdf:
        assert len(pdf) > 0
    assert line.echoMode() == QLineEdit.EchoMode.Password


def test_a_password_is_pasted_and_nothing_brings_it_back_once_it_is_folded(page: Page) -> None:
    QGuiApplication.clipboard().setText(SECRET)
    page.press(NAME)
    line = page.find(PASSWORD, QLineEdit)
    line.paste()
    assert line.text() == SECRET
    page.press(NAME)
    page.press(NAME)
    line.undo()
    assert page.lines() == ["", ""]


def test_a_password_not_every_program_takes_is_refused_without_a_letter_of_it(page: Page) -> None:
    page.press(NAME)
    page.press(SHOW)
    line = page.find(PASSWORD, QLineEdit)
    line.setText("ü" * 64)
    page.press("Save PDF…")
    assert page.reads(TOO_LONG)
    assert "ü" not in TOO_LONG
    assert page.asked_where == 0


def test_leaving_the_page_forgets_the_password(page: Page) -> None:
    page.press(NAME)
    page.type(PASSWORD, SECRET)
    page.root.hide()
    assert page.lines() == ["", ""]


def test_large_print_takes_more_pages_and_is_what_is_saved(page: Page, path: Path) -> None:
    before = page.seen(PdfPages)[0].count
    page.choose("Print size", "Large (16 point)")
    assert page.reads("Large print takes more pages.")
    page.wait_for_pages()
    page.save()
    with PdfDocument(path) as pdf:
        assert len(pdf) == page.seen(PdfPages)[0].count > before


def test_the_name_offered_is_the_day_of_the_visit_and_the_folder_is_remembered(
    open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    driver = open_window(real_pack(), half_session())
    driver.go("Summary")
    qtbot.waitUntil(driver.find("Save PDF…").isEnabled, timeout=6_000)
    choose_there(tmp_path / "mine.pdf")
    driver.press("Save PDF…")
    driver.wait_for(lambda: driver.reads("Saved as “mine.pdf”"))
    offered: list[str] = []

    def look(dialog: file_dialog.FileDialog) -> None:
        offered.extend(dialog.selectedFiles())
        dialog.reject()

    in_the_dialog(look)
    driver.press("Save PDF…")
    assert offered == [str(tmp_path / file_name(DAY))]
    assert file_name(DAY) == "decision-summary-2026-11-23.pdf"


def held() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def test_the_note_alone_is_copied_and_kept_out_of_histories(page: Page) -> None:
    page.press(COPY)
    assert held().text() == note(page.workspace.snapshot, today())
    assert page.reads(COPIED)
    assert not held().hasHtml()
    assert held().data("x-kde-passwordManagerHint").data() == b"secret"
    for name in ("CanIncludeInClipboardHistory", "CanUploadToCloudClipboard"):
        for given in (name, f'application/x-qt-windows-mime;value="{name}"'):
            assert held().data(given).data() == bytes(4)
    assert held().hasFormat("ExcludeClipboardContentFromMonitorProcessing")


def test_it_can_be_copied_while_no_part_is_chosen_to_print(page: Page) -> None:
    for part in ("My page", "Record for the provider", "Sources"):
        page.choose("Print", part)
    assert page.reads(NO_PARTS)
    page.press(COPY)
    assert page.reads(COPIED)


@pytest.mark.parametrize("end", ["finish", "close"])
@pytest.mark.parametrize("kept", [False, True])
def test_our_note_leaves_the_clipboard_at_the_end_and_nothing_else_does(
    open_window: Opener, end: str, *, kept: bool
) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.go("Summary")
    driver.press(COPY)
    driver.go("Welcome")
    assert held().text().startswith("Getting ready"), "another step is no end"
    if kept:
        QGuiApplication.clipboard().setText("somebody else's")
    if end == "finish":
        driver.go("Summary")
        driver.press("Finish and clear")
    else:
        driver.window.close()
    assert QGuiApplication.clipboard().text() == ("somebody else's" if kept else "")


def test_what_another_run_copied_is_left_alone() -> None:
    copy_note("ours")
    theirs = QMimeData()
    theirs.setText("theirs")
    theirs.setData("application/x-decision-aid-note", b"another")
    QGuiApplication.clipboard().setMimeData(theirs)
    take_note_back()
    assert held().text() == "theirs"


def test_a_full_session_is_saved_before_its_page_is_thrown_away(
    qtbot: QtBot, open_window: Opener, tmp_path: Path
) -> None:
    driver = open_window(real_pack(), full_session())
    driver.go("Summary")
    qtbot.waitUntil(driver.find("Save PDF…").isEnabled, timeout=6_000)
    choose_there(tmp_path / "x.pdf")
    driver.press("Save PDF…")
    driver.window.begin(empty_session())
    assert (tmp_path / "x.pdf").exists()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("letters", ["x" * 300, "ü" * 140])
def test_a_name_that_is_too_long_is_said_in_the_dialog(
    letters: str, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[str] = []

    def choose(dialog: file_dialog.FileDialog) -> None:
        choose_in(dialog, tmp_path / letters)
        told.extend(one.text() for one in dialog.findChildren(QLabel))

    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    in_the_dialog(choose)
    name = file_name(DAY)
    path = file_dialog.save_path(parent, a_visit(), title="", kinds="PDF (*.pdf)", name=name)
    assert path is None
    assert file_dialog.TOO_LONG in told
