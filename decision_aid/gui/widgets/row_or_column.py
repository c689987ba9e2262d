"""A layout that sets its items side by side where they fit, and one below the other where not."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.item_layout import ItemLayout

_FIELD_FROM: Final = 190
"""Least width of a field with a button beside it, in pixels at a text size of 100 %."""


class RowOrColumn(ItemLayout):
    """Side by side as long as every item gets the width it would like; else stacked.

    Args:
        parent: The widget it lays out; None when it goes into another layout.
        gap: Distance between items, in pixels.
        shares: How the width of a row is shared, by item. Empty: every item gets the width it
            would like.
        grow_first: Without shares: the first item takes the spare width, so that the last one
            ends at the right edge.
        row_from: Least width for a row, in pixels at a text size of 100 %, grown with it; 0 means
            the sum of the widths wanted.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 16,
        shares: tuple[int, ...] = (),
        grow_first: bool = False,
        row_from: int = 0,
    ) -> None:
        super().__init__()
        self._gap = gap
        self._below = gap
        self._shares = shares
        self._grow_first = grow_first
        self._row_from = row_from
        self._first_from = 0
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    def stack_by(self, gap: int) -> None:
        """Set the distance between items of a column, in pixels; at first it is that of a row."""
        self._below = gap

    def keep_first(self, width: int) -> None:
        """Set the least width of the first item in a row whose others are as wide as they like.

        Args:
            width: In pixels at a text size of 100 %, grown with it.
        """
        self._first_from = width

    def heightForWidth(self, width: int) -> int:
        """Its height at a width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure anew: something in it is another (called by Qt).

        What was measured is kept until then, as Qt's own layouts do: those around ask for it again
        and again.
        """
        self._heights.clear()
        self._hint = self._least = None
        super().invalidate()

    def sizeHint(self) -> QSize:
        """The size of the row."""
        if self._hint is None:
            hints = [item.sizeHint() for item in self._shown()]
            width = sum(hint.width() for hint in hints) + self._gap * max(0, len(hints) - 1)
            self._hint = QSize(width, max((hint.height() for hint in hints), default=0))
        return self._hint

    def minimumSize(self) -> QSize:
        """The width of the widest item: stacked, it needs no more."""
        if self._least is None:
            least = [item.minimumSize() for item in self._shown()]
            self._least = QSize(
                max((one.width() for one in least), default=0),
                max((one.height() for one in least), default=0),
            )
        return self._least

    def setGeometry(self, rect: QRect) -> None:
        """Lay the items out."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def is_row(self, width: int) -> bool:
        """Whether the items stand side by side at this width."""
        percent = worn(self.parentWidget()).percent
        if width < (self._row_from * percent // 100 or self.sizeHint().width()):
            return False
        if not self._first_from:
            return True
        others = sum(item.sizeHint().width() + self._gap for item in self._shown()[1:])
        return width - others >= self._first_from * percent // 100

    def expandingDirections(self) -> Qt.Orientation:
        """It takes the width it gets."""
        return Qt.Orientation.Horizontal

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        if self.is_row(rect.width()):
            return self._row(rect, place=place)
        return self._column(rect, place=place)

    def _row(self, rect: QRect, *, place: bool) -> int:
        items = self._shown()
        widths = self._widths(items, rect.width())
        height = max(
            (_height(item, width) for item, width in zip(items, widths, strict=True)), default=0
        )
        left = rect.left()
        for item, width in zip(items, widths, strict=True):
            if place:
                item.setGeometry(QRect(left, rect.top(), width, max(height, rect.height())))
            left += width + self._gap
        return height

    def _widths(self, items: list[QLayoutItem], width: int) -> list[int]:
        if not items:
            return []
        room = width - self._gap * (len(items) - 1)
        if not self._shares:
            hints = [item.sizeHint().width() for item in items]
            if self._grow_first and hints:
                hints[0] += room - sum(hints)
            return hints
        shares = self._shares[: len(items)]
        widths = [room * share // sum(shares) for share in shares]
        return [*widths[:-1], room - sum(widths[:-1])]

    def _column(self, rect: QRect, *, place: bool) -> int:
        top = rect.top()
        for item in self._shown():
            height = _height(item, rect.width())
            if place:
                item.setGeometry(QRect(rect.left(), top, rect.width(), height))
            top += height + self._below
        return max(0, top - self._below - rect.top())


def beside(field: QWidget, button: QWidget, *, gap: int = 8) -> RowOrColumn:
    """A field and a button beside its first line; in large print and little room, below it.

    Args:
        field: What takes the room there is.
        button: What is beside it, as wide as it would like to be.
        gap: Distance between them, in pixels.
    """
    row = RowOrColumn(gap=gap, grow_first=True, row_from=_FIELD_FROM)
    row.keep_first(_FIELD_FROM)
    row.addWidget(field)
    row.addWidget(button)
    row.setAlignment(button, Qt.AlignmentFlag.AlignTop)
    return row


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
