"""The list "You said": lines that matter the same can be put in order in three ways."""

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.pages.matters_said import moved, said
from decision_aid.gui.pages.matters_said_line import HINT, SaidLine
from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.arrow_keys import keep_one_stop, take_stop
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.workspace.changes.matters import SetOrder
from decision_aid.workspace.snapshot import Snapshot

STAYS: Final = N_(
    "It stays where it was: only what matters the same changes places. To move it further, change "
    "how much it matters."
)
_GAP: Final = 6


class SaidList(QWidget):
    """The lines, with a hint, and a sentence where a line could not go where it was let go.

    Args:
        apply: Where a new order goes.
    """

    def __init__(self, apply: Callable[[SetOrder], None]) -> None:
        super().__init__()
        self._apply = apply
        self._snapshot: Snapshot | None = None
        self._keys: list[str] = []
        self._marked: int | None = None
        self._lines = KeyedList[str, SaidLine](self._line, gap=_GAP)
        self._hint = safe.label(_(HINT), "small")
        self._stays = safe.label(_(STAYS), "small_strong")
        self._stays.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._lines, self._stays, self._hint):
            column.addWidget(part)

    def present(self, snapshot: Snapshot) -> None:
        """Show what was said; a line keeps the keyboard wherever it goes."""
        lines = said(snapshot)
        self._snapshot = snapshot
        self._keys = [one.criterion for one in lines]
        self._stays.hide()
        can_move = False
        for place, widget in enumerate(self._lines.show_keys(self._keys)):
            ways = frozenset(way for way in (-1, 1) if moved(snapshot, place, place + way))
            widget.show_line(place + 1, lines[place], ways)
            can_move = can_move or bool(ways)
        self._keep_one_stop()
        self.setVisible(bool(lines))
        self._hint.setVisible(can_move)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark where a line that is dragged would go."""
        super().paintEvent(event)
        if self._marked is not None:
            painter = QPainter(self)
            top = self._lines.y() + self._marked
            painter.fillRect(0, top, self.width(), 3, worn().colour("brand"))
            painter.end()

    def _line(self, criterion: str) -> SaidLine:
        made = SaidLine()
        made.moved.connect(lambda way: self._move(criterion, self._keys.index(criterion) + way))
        made.left.connect(lambda way: self._focus(self._keys.index(criterion) + way))
        made.dragged.connect(lambda top: self._drag(criterion, top))
        made.dropped.connect(lambda: self._drop(criterion))
        return made

    def _widgets(self) -> tuple[SaidLine, ...]:
        return self._lines.show_keys(self._keys)

    def _keep_one_stop(self) -> None:
        widgets = self._widgets()
        focused = next((place for place, one in enumerate(widgets) if one.hasFocus()), 0)
        keep_one_stop(widgets, focused)

    def _focus(self, place: int) -> None:
        if 0 <= place < len(self._keys):
            take_stop(self._widgets(), place)

    def _move(self, criterion: str, to: int) -> None:
        if self._snapshot is None:
            return
        order = moved(self._snapshot, self._keys.index(criterion), to)
        if order is None:
            self._stays.show()
        else:
            self._apply(SetOrder(order))

    def _drag(self, criterion: str, top: int) -> None:
        line = self._widgets()[self._keys.index(criterion)]
        line.raise_()
        half = line.height() // 2  # further than the ends, or it could not pass a line less tall
        line.move(line.x(), max(-half, min(top, self._lines.height() - half)))
        to = self._place_of(criterion)
        others = [one for one in self._widgets() if one is not line]
        self._marked = max(0, others[to].y() - 5) if to < len(others) else self._lines.height() - 3
        self.update()

    def _drop(self, criterion: str) -> None:
        to = self._place_of(criterion)
        self._marked = None
        if to != self._keys.index(criterion):
            self._move(criterion, to)
        layout = self._lines.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        self.update()

    def _place_of(self, criterion: str) -> int:
        """The place a line was dragged to: after those whose middle it has passed."""
        lines = self._widgets()
        mine = lines[self._keys.index(criterion)]
        middle = mine.geometry().center().y()
        return sum(one.geometry().center().y() < middle for one in lines if one is not mine)
