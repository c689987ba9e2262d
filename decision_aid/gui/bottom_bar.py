"""The bar at the bottom: about the aid, back, steps taken back, what is kept, next."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from decision_aid.base.language import N_, _
from decision_aid.gui import safe

NOTHING_KEPT: Final = N_("Nothing is kept: closing clears everything.")
_TWO_LINES: Final = 0.6
"""Of the sentence's width: with less, it would be higher than the buttons beside it."""
_GAP: Final = 12
_MARGIN: Final = 20


class BottomBar(QFrame):
    """About, back, undo, redo and next.

    Attributes:
        about: Emitted when "Help and about" is pressed.
        back: Emitted when "Back" is pressed.
        undo: Emitted when "Undo" is pressed.
        redo: Emitted when "Redo" is pressed.
        next: Emitted when "Next: ..." is pressed.
        entry: What gets the keyboard when F6 leads here.
    """

    about = Signal()
    back = Signal()
    undo = Signal()
    redo = Signal()
    next = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bottom_bar")
        self._about, self._back = safe.button("", "quiet"), safe.button("", "strong")
        self._undo, self._redo = safe.button("", "small"), safe.button("", "small")
        self._next = safe.button("", "primary")
        self._kept = safe.label("", "small")
        # Where there is no room for it beside the buttons, it goes below: see `arrange`.
        self._kept.setMinimumWidth(1)
        # Not as a focus proxy: with one, Tab would lead past the other buttons.
        self.entry = self._next
        self._lay_out()
        self._about.clicked.connect(self.about)
        self._back.clicked.connect(self.back)
        self._undo.clicked.connect(self.undo)
        self._redo.clicked.connect(self.redo)
        self._next.clicked.connect(self.next)
        self.speak()

    def speak(self) -> None:
        """Say everything in the language spoken now but the place; that is shown anew.

        What is kept is said anew by whatever keeps it.
        """
        self._kept.setText(_(NOTHING_KEPT))
        self.setAccessibleName(_("Bottom bar"))
        safe.write(self._about, _("Help and about"))
        safe.write(self._back, _("Back"))
        safe.write(self._undo, _("Undo"))
        safe.write(self._redo, _("Redo"))

    def show_place(self, before: str, after: str) -> None:
        """Name the steps before and after; "" where there is none."""
        self._back.setVisible(bool(before))
        self._back.setAccessibleDescription(before)
        self._next.setVisible(bool(after))
        safe.write(self._next, _("Next: {step}").format(step=after))
        if self.isVisible():  # else it is arranged when it comes up
            self.arrange()

    def say_kept(self, sentence: str) -> None:
        """Say what is kept of what is said."""
        if self._kept.text() != sentence:
            self._kept.setText(sentence)
            self.arrange()

    def show_steps_back(self, *, can_undo: bool, can_redo: bool) -> None:
        """Show whether there is a step to take back, and one to make again."""
        # What comes on is on first: the keyboard goes to it from what goes off.
        states = ((self._undo, can_undo), (self._redo, can_redo))
        for button, can in sorted(states, key=lambda one: not one[1]):
            button.setEnabled(can)

    def arrange(self) -> None:
        """Put "Next" in a row of its own where the buttons do not fit in one; else all in one.

        So it is in large print and a language of long words. Undo and redo go with it only where
        they do not fit in before. The sentence stands beside "Next" where there is room for it.
        """
        room = self.width() - 2 * _MARGIN + _GAP
        before = self._about, self._back, self._undo, self._redo
        steps_below = _taken(*before) > room
        next_below = steps_below or _taken(*before, self._next) > room
        self._put_below(self._undo, self._redo, below=steps_below, at=2)
        self._put_below(self._next, below=next_below, at=self._row.count())
        beside = (self._undo, self._redo) if steps_below else () if next_below else before
        self._put_kept(room - _taken(*beside, self._next), self._below if next_below else self._row)

    def _put_kept(self, room: int, row: QHBoxLayout) -> None:
        """Say what is kept in a row, before "Next", or below them all where it is too narrow."""
        self._kept.ensurePolished()
        width = self._kept.fontMetrics().horizontalAdvance(self._kept.text())
        into = row if room >= _TWO_LINES * width else self._column
        if into.indexOf(self._kept) >= 0:
            return
        if into is row:
            row.insertWidget(row.indexOf(self._next), self._kept, stretch=1)
        else:
            self._column.addWidget(self._kept)

    def _put_below(self, *buttons: QPushButton, below: bool, at: int) -> None:
        """Put buttons at the beginning of the row below, or at a place in the one above."""
        row = self._below if below else self._row
        if row.indexOf(buttons[0]) < 0:
            for place, button in enumerate(buttons, 0 if below else at):
                row.insertWidget(place, button)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of two rows, also while all buttons stand in one.

        Else a window that was wide once could not be made narrow again.
        """
        rows = (self._about, self._back), (self._undo, self._redo, self._next)
        width = max(_taken(*row) for row in rows) - _GAP + 2 * _MARGIN
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See what fits."""
        super().resizeEvent(event)
        self.arrange()

    def _lay_out(self) -> None:
        self._kept.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_MARGIN, 12, _MARGIN, 12)
        self._column.setSpacing(4)
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        for row in (self._row, self._below):
            row.setSpacing(_GAP)
        self._below.addStretch()
        for button in (self._about, self._back, self._undo, self._redo):
            self._row.addWidget(button)
        self._row.addStretch()
        self._row.addWidget(self._kept, stretch=1)
        self._row.addWidget(self._next)
        self._column.addLayout(self._row)
        self._column.addLayout(self._below)


def _taken(*buttons: QPushButton) -> int:
    """The width that buttons need beside each other, each with a gap behind it."""
    return sum(one.sizeHint().width() + _GAP for one in buttons if not one.isHidden())
