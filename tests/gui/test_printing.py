from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from decision_aid.base.errors import MachineError
from decision_aid.gui.pages.summary import SummaryPage
from decision_aid.gui.pages.summary_build import Wish, make_pdf
from decision_aid.gui.pages.summary_print import Printing
from decision_aid.gui.pdf_sheets import image, page_count
from decision_aid.gui.print_card import PrintCard
from decision_aid.gui.print_dialog import NO_PRINTER, PrintDialog, ask_printer
from decision_aid.gui.printing import (
    JOB_NAME,
    SENT,
    STOPPED,
    Job,
    chosen_pages,
    prepared,
    send,
)
from decision_aid.gui.requests import TakenOut
from decision_aid.gui.theme import load_theme
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.gui.driver import Driver, wear_theme
from tests.gui.one_page import OnePage
from tests.gui.sessions import DAY, full_session, real_pack

if TYPE_CHECKING:
    from decision_aid.report.pdf_pages import Paper

INKED = 235


@cache
def moment() -> Snapshot:
    return Workspace(real_pack(), full_session(), draws=400).snapshot


@cache
def a_pdf(paper: "Paper" = "letter") -> bytes:
    return make_pdf(Wish(moment(), ("person", "handover"), paper, DAY))


def printer_into(file: Path, paper: "Paper" = "letter") -> QPrinter:
    made = prepared(paper)
    made.setOutputFileName(str(file))
    return made


def dark_places(picture: QImage, across: int = 40, down: int = 52) -> set[tuple[int, int]]:
    """Which fields of a grid over a page are darker than the paper."""
    small = picture.scaled(across, down, mode=Qt.TransformationMode.SmoothTransformation)
    small = small.convertToFormat(QImage.Format.Format_Grayscale8)
    every = ((x, y) for x in range(across) for y in range(down))
    return {(x, y) for x, y in every if small.pixelColor(x, y).value() < INKED}


@pytest.mark.parametrize(("paper", "height"), [("letter", 792), ("a4", 842)])
def test_what_comes_out_of_the_printer_looks_like_the_page(
    qapp: object, tmp_path: Path, paper: "Paper", height: int
) -> None:
    assert qapp
    file = tmp_path / "out.pdf"
    printer = printer_into(file, paper)
    went: list[int] = []
    assert send(Job(a_pdf(paper), printer, (1,), went.append)) == SENT
    assert went == [1]
    out = file.read_bytes()
    assert page_count(out) == 1
    with PdfDocument(out) as pdf:
        assert round(pdf[0].get_height()) == height
    wanted = dark_places(image(a_pdf(paper), 1, 1.5))
    assert len(wanted) > 10
    assert len(wanted ^ dark_places(image(out, 0, 1.5))) <= len(wanted) // 10
    assert printer.docName() == JOB_NAME


def test_range_copies_and_order_are_as_they_were_chosen(qapp: object, tmp_path: Path) -> None:
    assert qapp
    printer = printer_into(tmp_path / "out.pdf")
    assert chosen_pages(printer, 4) == (0, 1, 2, 3)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert chosen_pages(printer, 4) == (1, 2)
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert chosen_pages(printer, 4) == (1, 2, 1, 2)
    printer.setCollateCopies(False)
    assert chosen_pages(printer, 4) == (1, 1, 2, 2)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 4) == (2, 2, 1, 1)


def test_no_page_goes_out_after_it_was_stopped(qapp: object, tmp_path: Path) -> None:
    assert qapp
    went: list[int] = []
    job = Job(a_pdf(), printer_into(tmp_path / "out.pdf"), (0, 1, 0), went.append)
    job.stop.set()
    assert send(job) == STOPPED
    assert not went


@pytest.mark.qt_log_ignore("Returned false")  # Qt says it too, where no person reads it
def test_a_printer_that_takes_nothing_is_told_in_a_sentence(qapp: object, tmp_path: Path) -> None:
    assert qapp
    job = Job(a_pdf(), printer_into(tmp_path / "no such folder" / "out.pdf"), (0,), print)
    with pytest.raises(MachineError, match="did not take"):
        send(job)


@pytest.mark.skipif(bool(QPrinterInfo.availablePrinterNames()), reason="there is a printer here")
def test_without_a_printer_no_dialog_opens_and_a_sentence_says_so(qapp: object) -> None:
    assert qapp
    with pytest.raises(MachineError, match="No printer was found"):
        ask_printer(QWidget(), moment(), "letter", 2)


def test_help_lies_over_the_dialog_and_enter_does_not_print_through_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    wear_theme(load_theme())
    parent = QWidget()
    qtbot.addWidget(parent)
    printer = printer_into(tmp_path / "out.pdf")
    dialog = PrintDialog(parent, moment(), printer, 2)
    seen = Driver(qtbot, dialog)
    dialog.show()
    seen.press("Need help now?")
    assert seen.reads("988")
    dialog.accept()
    dialog.reject()
    assert dialog.isVisible()
    seen.press("Close help")
    QTest.keyClick(dialog, Qt.Key.Key_F1)
    assert seen.has("Close help")
    seen.press("Close help")
    dialog.reject()
    assert not dialog.isVisible()


class Asked:
    """Answers "On which printer?" in place of the dialog."""

    def __init__(self) -> None:
        self.answer: Callable[[Paper], QPrinter | None] = lambda _: None

    def __call__(
        self, _parent: QWidget, _snapshot: Snapshot, paper: "Paper", _count: int
    ) -> QPrinter | None:
        return self.answer(paper)


def no_printer(_paper: "Paper") -> QPrinter | None:
    raise MachineError(NO_PRINTER)


def test_the_summary_is_printed_and_what_came_of_it_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    asked = Asked()
    summary = OnePage(qtbot, lambda own: SummaryPage(own, ask=asked), real_pack(), full_session())
    summary.choose("Print", "Record for the provider")
    summary.choose("Print", "Sources")
    summary.wait_for(lambda: summary.find("Print…").isEnabled())
    summary.press("Print…")
    assert not summary.reads(SENT), "they changed their mind"
    asked.answer = no_printer
    summary.press("Print…")
    assert summary.reads(NO_PRINTER)
    asked.answer = lambda paper: printer_into(tmp_path / "out.pdf", paper)
    summary.press("Print…")
    assert summary.has("Stop printing")
    assert summary.reads("Page 1 of ")
    summary.wait_for(lambda: summary.reads(SENT))
    assert not summary.has("Stop printing")
    assert page_count((tmp_path / "out.pdf").read_bytes()) >= 1
    assert summary.asked == [TakenOut("printed")], "paper is not known to have come out: not saved"


def test_nothing_is_printed_that_was_cleared_while_a_printer_was_chosen(
    qapp: object, tmp_path: Path
) -> None:
    assert qapp
    page, begun = QWidget(), list[str]()

    def choose(asked_from: QWidget, *_what: object) -> QPrinter:
        assert asked_from is page.window()
        delete(page)  # as where the window locks, and the system's own dialog stays open
        return printer_into(tmp_path / "out.pdf")

    printing = Printing(page, choose)
    printing.begun.connect(lambda: begun.append("begun"))
    printing.start(Wish(moment(), ("person",), "letter", DAY), a_pdf())
    assert not begun
    assert not list(tmp_path.iterdir())


def test_printing_can_be_stopped_between_two_pages(qtbot: QtBot, tmp_path: Path) -> None:
    wear_theme(load_theme())
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    printer = printer_into(tmp_path / "out.pdf")
    printer.setCopyCount(40)
    card = PrintCard(window)
    told: list[str] = []
    card.ended.connect(told.append)
    card.start(a_pdf(), printer, 2)
    seen = Driver(qtbot, window)
    seen.press("Stop printing")
    assert seen.reads("Stopping after this page")
    seen.wait_for(lambda: bool(told))
    assert told == [STOPPED]
