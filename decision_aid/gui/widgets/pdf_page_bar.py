"""From page to page, and from side to side of one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollBar, QVBoxLayout

from decision_aid.base.language import _
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.widgets.row_or_column import RowOrColumn


def place_of(number: int, count: int) -> str:
    """What a page counted from 0 is called: "Page 2 of 9"."""
    place = _("Page {number} of {count}")
    return place.format(number=number_words(number + 1), count=number_words(count))


class PageBar(QFrame):
    """Previous page, where one is, next page; and below them what moves a wide page.

    Attributes:
        turned: Emitted with -1 or 1: to the page before or after.
        pan: Moves a wide page from side to side.
    """

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "page_bar")
        self._back = safe.button(_("Previous page"), "small")
        self._on = safe.button(_("Next page"), "small")
        self.pan = QScrollBar(Qt.Orientation.Horizontal)
        self.pan.setAccessibleName(_("From side to side of the page"))
        self.pan.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place = safe.label("", "small_strong")
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._back.clicked.connect(lambda: self.turned.emit(-1))
        self._on.clicked.connect(lambda: self.turned.emit(1))
        row = RowOrColumn(gap=12)
        for one in (self._back, self._place, self._on):
            row.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.pan)

    def show_place(self, number: int, count: int) -> None:
        """Show where one is.

        Args:
            number: The page, counted from 0.
            count: How many there are.
        """
        self._place.setText(place_of(number, count))
        at_start, at_end = number == 0, number >= count - 1
        if at_end and self._on.hasFocus() and not at_start:
            self._back.setFocus()
        if at_start and self._back.hasFocus() and not at_end:
            self._on.setFocus()
        self._back.setEnabled(not at_start)
        self._on.setEnabled(not at_end)
