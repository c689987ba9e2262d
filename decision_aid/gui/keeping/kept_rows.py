"""The list of kept sessions itself: one stop of Tab, arrows from row to row, Enter opens."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from decision_aid.base.language import N_, _
from decision_aid.gui.keeping.session_rows import RowPainter, SessionRows, row_height
from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.arrow_keys import is_arrow
from decision_aid.store.api import Listed, SessionId

NAME: Final = N_("Kept sessions")
_MOST_SEEN: Final = 8
_LEAST_SEEN: Final = 2
_BESIDE: Final = (200, 290)
"""Pixels of the window's height that everything else takes: in any case, and at 100 % of text."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeptRows(QListView):
    """As high as its rows, as far as the window has room. None is chosen at first.

    Attributes:
        wanted: Emitted with a session when Enter is pressed on its row, or it is pressed twice.
        moved: Emitted when another row, or none, is the one chosen.
    """

    wanted = Signal(object)
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows = SessionRows()
        self._painter = RowPainter()
        self._of = 0
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(_(NAME))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.selectionModel().selectionChanged.connect(self._tell_moved)
        self.doubleClicked.connect(self._want)

    @property
    def chosen(self) -> Listed | None:
        """The session whose row is chosen."""
        picked = self.selectionModel().selectedIndexes()
        return self._rows.at(picked[0]) if picked else None

    def show_sessions(
        self, shown: Sequence[Listed], of: int, here: SessionId | None = None
    ) -> None:
        """Show these from the top, none of them chosen.

        Args:
            shown: These.
            of: How many there are in all: the list stays as high as they need.
            here: The one in the window; None where it is not kept.
        """
        self._of = of
        self._rows.show_sessions(shown, here)
        self.scrollToTop()
        self.updateGeometry()
        self.moved.emit()

    def take_first(self) -> bool:
        """Choose the first row; whether there is one."""
        first = self._rows.index(0)
        self.setCurrentIndex(first)
        return first.isValid()

    def sizeHint(self) -> QSize:
        """Room for its rows."""
        fixed, grown = _BESIDE
        room = self.window().height() - fixed - grown * worn().percent // 100
        fitting = max(_LEAST_SEEN, min(room // row_height(), _MOST_SEEN))
        return QSize(200, self._height(min(self._of, fitting)))

    def minimumSizeHint(self) -> QSize:
        """Room for two rows."""
        return QSize(120, self._height(min(self._of, _LEAST_SEEN)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Escape is the card's; an arrow from nowhere comes to the first row."""
        if event.key() in _ENTER:
            self._want()
        elif is_arrow(event) and self.chosen is None:
            self.take_first()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tell_moved(self) -> None:
        self.moved.emit()

    def _want(self) -> None:
        if (one := self.chosen) is not None:
            self.wanted.emit(one)

    def _height(self, rows: int) -> int:
        return rows * row_height() + 2 * self.frameWidth()
