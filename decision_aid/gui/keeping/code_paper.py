"""The recovery code on paper."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtPrintSupport import QPrinter

from decision_aid.base.errors import MachineError
from decision_aid.base.language import N_, _
from decision_aid.gui.printing import NOT_TAKEN
from decision_aid.gui.theme import FONT_FAMILY

JOB_NAME: Final = N_("Decision aid")
"""What the printer's list of jobs shows to everybody."""
SENT: Final = N_("It went to the printer. Compare the paper with the code above.")
_LINES: Final = (
    (N_("Decision aid: recovery code"), 16.0, True),
    (
        N_(
            "It opens all sessions kept with it when a passphrase is lost. Lock this paper away, "
            "not beside the computer."
        ),
        11.0,
        False,
    ),
)
_BELOW: Final = N_(
    "Capitals or not, with blanks or without: both will do. What looks like an I or an O is a 1 or "
    "a 0."
)
_IN_A_ROW: Final = 3
_COLUMN: Final = 0.22
"""From one group to the next, of the paper's width."""
_MARGIN: Final = 0.1
"""Of the paper's width."""


def print_code(code: str, printer: QPrinter) -> str:
    """Print it on one page.

    Args:
        code: In groups with blanks between.
        printer: Where.

    Returns:
        A sentence that it was sent.

    Raises:
        MachineError: The printer did not take it.
    """
    printer.setDocName(_(JOB_NAME))
    painter = QPainter()
    if not painter.begin(printer):
        raise MachineError(_(NOT_TAKEN))
    try:
        _draw(painter, code, printer.paperRect(QPrinter.Unit.DevicePixel))
    finally:
        painter.end()
    if printer.printerState() == QPrinter.PrinterState.Error:
        raise MachineError(_(NOT_TAKEN))
    return _(SENT)


def _draw(painter: QPainter, code: str, paper: QRectF) -> None:
    margin = paper.width() * _MARGIN
    room = paper.adjusted(margin, margin, -margin, -margin)
    for text, points, bold in _LINES:
        room.setTop(_write(painter, room, _(text), _font(points, bold=bold)))
    for at, group in enumerate(code.split()):
        column = at % _IN_A_ROW
        place = room.translated(column * paper.width() * _COLUMN, 0)
        below = _write(painter, place, group, _font(22.0, bold=True))
        if column == _IN_A_ROW - 1:
            room.setTop(below)
    _write(painter, room, _(_BELOW), _font(11.0, bold=False))


def _write(painter: QPainter, room: QRectF, text: str, font: QFont) -> float:
    """Write a text at the top of the room; gives where the next one may begin."""
    painter.setFont(font)
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    taken = painter.boundingRect(room, flags, text)
    painter.drawText(taken, flags, text)
    return taken.bottom() + painter.fontMetrics().lineSpacing() * 0.7


def _font(points: float, *, bold: bool) -> QFont:
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(points)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
