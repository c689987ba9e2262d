"""Printing a PDF's own pages, one after the other, away from the window."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from decision_aid.base.errors import MachineError
from decision_aid.base.language import N_, _
from decision_aid.gui.pdf_sheets import image

if TYPE_CHECKING:
    from decision_aid.report.pdf_pages import Paper

JOB_NAME: Final = N_("Decision aid summary")
"""What the printer's list of jobs shows to everybody: no word of a person."""

DOTS: Final = 300
"""Dots to the inch a page is drawn with: small print is sharp, and a page takes 34 MB at most."""

SENT: Final = N_("All pages went to the printer.")
STOPPED: Final = N_("Printing was stopped. Pages that went out before may still come.")
NOT_TAKEN: Final = N_(
    "The printer did not take the pages. Nothing was lost. Look at the printer and try again, or "
    "save the PDF and print it elsewhere."
)
_PAPERS: "Final[dict[Paper, QPageSize.PageSizeId]]" = {
    "letter": QPageSize.PageSizeId.Letter,
    "a4": QPageSize.PageSizeId.A4,
}


@dataclass(frozen=True, eq=False)
class Job:
    """What is to be printed.

    Attributes:
        data: The PDF's bytes.
        printer: Where, and how it was chosen to be done.
        pages: The pages in the order they go out, counted from 0.
        tell: Called after each page with how many went out. It is called on the printing thread.
        stop: Set it, and no further page goes out.
    """

    data: bytes
    printer: QPrinter
    pages: tuple[int, ...]
    tell: Callable[[int], None]
    stop: Event = field(default_factory=Event)


def prepared(paper: "Paper") -> QPrinter:
    """The usual printer, set to a paper.

    Args:
        paper: The paper the PDF was made for; another can be chosen, and pages are fitted to it.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_(JOB_NAME))
    printer.setCreator("decision-aid")
    printer.setPageSize(QPageSize(_PAPERS[paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)  # the PDF has margins of its own
    return printer


def chosen_pages(printer: QPrinter, count: int) -> tuple[int, ...]:
    """The pages in the order they go out, counted from 0: range, copies and order as chosen.

    Args:
        printer: How it was chosen.
        count: How many pages there are.
    """
    pages = [number for number in range(count) if _is_chosen(printer, number + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return tuple(pages * copies)
    return tuple(number for number in pages for _copy in range(copies))


def send(job: Job) -> str:
    """Print, page by page; only one of them is in memory at a time.

    Returns:
        A sentence: that all went out, or that it was stopped.

    Raises:
        MachineError: The printer did not take the pages.
    """
    painter = QPainter()
    if not painter.begin(job.printer):
        raise MachineError(_(NOT_TAKEN))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    try:
        sentence = _send_pages(job, painter)
    finally:
        painter.end()
    if job.printer.printerState() == QPrinter.PrinterState.Error:
        raise MachineError(_(NOT_TAKEN))
    return sentence


def _send_pages(job: Job, painter: QPainter) -> str:
    for place, number in enumerate(job.pages):
        if job.stop.is_set():
            job.printer.abort()
            return _(STOPPED)
        if place and not job.printer.newPage():
            raise MachineError(_(NOT_TAKEN))
        picture = image(job.data, number, DOTS / 72)
        painter.drawImage(_room(job.printer, picture), picture)
        job.tell(place + 1)
    return _(SENT)


def _is_chosen(printer: QPrinter, page: int) -> bool:
    """Whether a page, counted from 1, is among those chosen."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return True
    ranges = printer.pageRanges()
    if not ranges.isEmpty():
        return bool(ranges.contains(page))
    return printer.fromPage() <= page <= (printer.toPage() or page)


def _room(printer: QPrinter, picture: QImage) -> QRectF:
    """Where a page goes: all of the paper, or the middle of paper of another shape."""
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    size = QSizeF(picture.size()).scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = sheet.left() + (sheet.width() - size.width()) / 2
    top = sheet.top() + (sheet.height() - size.height()) / 2
    return QRectF(left, top, size.width(), size.height())
