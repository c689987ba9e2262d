"""A table whose columns are options: cells wrap, and stack where columns would be too narrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.pressable import Pressable

_HEAD_BAR: Final = 5
_LINES: Final = 5.2
"""The least width of a column, in heights of a line; narrower, and words would be cut."""


class Cell(Pressable):
    """An answer; it says itself whose it is where the columns are stacked."""

    def name_column(self, *, shown: bool) -> None:
        """Show or hide the name of its column."""
        raise NotImplementedError


@dataclass(frozen=True, eq=False)
class Band:
    """What stands above the rows of one kind.

    Attributes:
        title: Its heading.
        names: The names of the columns, again: those at the top are out of sight by then.
    """

    title: QWidget
    names: tuple[QWidget, ...]


@dataclass(frozen=True)
class Row:
    """A question and the answers to it.

    Attributes:
        question: What is asked.
        cells: One answer for each column.
        band: What stands above the first of the rows that share it.
    """

    question: QWidget
    cells: tuple[Cell, ...]
    band: Band


HEADS: Final = -1
"""The row of the columns' names, for `SideBySide.open_under`."""


class SideBySide(QWidget):
    """The table. It scrolls nowhere itself and is as high as its content.

    Attributes:
        stacked: Whether the cells stand one below the other now.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads: tuple[QWidget, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._bands: tuple[Band, ...] = ()
        self._panel: QWidget | None = None
        self._under = HEADS
        self.stacked = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill(self, heads: Sequence[QWidget], rows: Sequence[Row]) -> None:
        """Put these columns and rows in it, in place of those before."""
        self.shut()
        for old in self._all():
            old.deleteLater()
        self._heads, self._rows = tuple(heads), tuple(rows)
        self._bands = tuple(dict.fromkeys(row.band for row in rows))
        for widget in self._all():
            widget.setParent(self)
            widget.show()
        self._become(stacked=self.stacked)
        self.settle()

    def show_rows(self, shown: Sequence[bool]) -> None:
        """Show some of the rows and hide the others."""
        for row, seen in zip(self._rows, shown, strict=True):
            for widget in _widgets(row):
                widget.setVisible(seen)
        self._show_bands()
        self.settle()

    def open_under(self, row: int, panel: QWidget) -> None:
        """Show a panel below a row, in place of the one that was open."""
        self.shut()
        self._panel, self._under = panel, row
        panel.setParent(self)
        panel.show()
        self.settle()

    def shut(self) -> None:
        """Take the open panel away."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        self._panel, self._under = None, HEADS
        self.settle()

    def settle(self) -> None:
        """Lay everything out anew, after the content of a cell changed."""
        self.updateGeometry()
        self._arrange(self.width(), place=True)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may get."""
        return QSize(700, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        """Narrow, it stacks."""
        return QSize(300, 100)

    def hasHeightForWidth(self) -> bool:
        """Its text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Its height at a width."""
        return self._arrange(width, place=False)

    def event(self, event: QEvent) -> bool:
        """Make room when something opens inside the panel or a text of a cell changes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.settle()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out at the new width."""
        self._arrange(event.size().width(), place=True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the bar over the options, the ground of the questions and the lines."""
        painter = QPainter(self)
        theme = worn()
        painter.fillRect(self.rect(), theme.colour("surface"))
        if not self.stacked and self._heads:
            left = self._heads[0].x()
            bar = QRectF(left, 0, self.width() - left, _HEAD_BAR)
            painter.fillRect(bar, theme.colour("ink"))
        for band in self._bands:
            if band.title.isVisibleTo(self):
                self._draw_band(painter, band)
        for row in self._rows:
            if row.question.isVisibleTo(self):
                self._draw_row(painter, row)
        painter.end()

    def _draw_band(self, painter: QPainter, band: Band) -> None:
        place = band.title.geometry()
        box = QRect(0, place.top() - 1, self.width(), place.height() + 1)
        painter.fillRect(box, worn().colour("sunken"))
        painter.fillRect(0, place.top() - 1, self.width(), 1, worn().colour("edge"))

    def _draw_row(self, painter: QPainter, row: Row) -> None:
        theme, question = worn(), row.question.geometry()
        painter.fillRect(question, theme.colour("ground"))
        painter.fillRect(0, question.top() - 1, self.width(), 1, theme.colour("line"))

    def _column_width(self, width: int) -> tuple[int, int]:
        """Widths of the questions' column and of an option's."""
        count = max(1, len(self._heads))
        asked = min(170, round(width * 0.17))
        return width - count * ((width - asked) // count), (width - asked) // count

    def _arrange(self, width: int, *, place: bool) -> int:
        if not self._heads:
            return 0
        _, column = self._column_width(width)
        stacked = column < _LINES * self.fontMetrics().height()
        if place and stacked != self.stacked:
            self._become(stacked=stacked)
            self.updateGeometry()
        return self._stack(width, place=place) if stacked else self._grid(width, place=place)

    def _become(self, *, stacked: bool) -> None:
        self.stacked = stacked
        for head in self._heads:
            head.setVisible(not stacked)
        for row in self._rows:
            for cell in row.cells:
                cell.name_column(shown=stacked)
        self._show_bands()

    def _show_bands(self) -> None:
        """Show a band where one of its rows is; the first one stands right below the heads."""
        above = False
        for band in self._bands:
            shown = any(not row.question.isHidden() for row in self._rows if row.band is band)
            band.title.setVisible(shown)
            for name in band.names:
                name.setVisible(shown and above and not self.stacked)
            above = above or shown

    def _all(self) -> tuple[QWidget, ...]:
        """In the order it is read: a band, then its rows."""
        read = [*self._heads]
        for band in self._bands:
            read += (band.title, *band.names)
            read += (one for row in self._rows if row.band is band for one in _widgets(row))
        return tuple(read)

    def _grid(self, width: int, *, place: bool) -> int:
        asked, column = self._column_width(width)
        lefts = [asked + index * column for index in range(len(self._heads))]
        boxes = [(left, column) for left in lefts]
        top = _HEAD_BAR + self._line(self._heads, boxes, _HEAD_BAR, place=place)
        top += self._panel_at(HEADS, width, top, place=place)
        above = None
        for index, row in enumerate(self._rows):
            if row.question.isHidden():
                continue
            lines = [(row.question, *row.cells)]
            if row.band is not above:
                lines.insert(0, (row.band.title, *row.band.names))
            above = row.band
            for line in lines:
                top += 1 + self._line(line, [(0, asked), *boxes], top + 1, place=place)
            top += self._panel_at(index, width, top, place=place)
        return top

    def _line(
        self,
        widgets: Sequence[QWidget],
        boxes: Sequence[tuple[int, int]],
        top: int,
        *,
        place: bool,
    ) -> int:
        """Widgets side by side, all as high as the highest; their height."""
        # At a width it does not have yet, a line may be asked for of which nothing is shown now.
        shown = (one for one in zip(widgets, boxes, strict=True) if not one[0].isHidden())
        height = max((_height(one, box[1]) for one, box in shown), default=0)
        if place:
            for one, (left, wide) in zip(widgets, boxes, strict=True):
                one.setGeometry(QRect(left, top, wide, height))
        return height

    def _stack(self, width: int, *, place: bool) -> int:
        top, above = 0, None
        for index, row in enumerate(self._rows):
            if row.question.isHidden():
                continue
            band = () if row.band is above else (row.band.title,)
            above = row.band
            for one in (*band, row.question, *row.cells):
                top += 1 + self._line((one,), [(0, width)], top + 1, place=place)
            top += self._panel_at(index, width, top, place=place)
        return top

    def _panel_at(self, row: int, width: int, top: int, *, place: bool) -> int:
        if self._panel is None or row != self._under:
            return 0
        return self._line((self._panel,), [(0, width)], top, place=place)


def _widgets(row: Row) -> tuple[QWidget, ...]:
    return (row.question, *row.cells)


def _height(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return widget.sizeHint().height()
