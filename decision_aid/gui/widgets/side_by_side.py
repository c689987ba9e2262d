"""A table whose columns are options: cells wrap, and stack where columns would be too narrow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.column_heads import BAR, ColumnHeads
from decision_aid.gui.widgets.page_area import PageArea
from decision_aid.gui.widgets.pressable import Pressable

_ASKED: Final = 210
"""The most width of the questions' column, in pixels at a text size of 100 %."""

_LINES: Final = 5.2
"""The least width of a column, in heights of a line; narrower, and words would be cut."""


class Cell(Pressable):
    """An answer; it says itself whose it is where the columns are stacked."""

    def name_column(self, *, shown: bool) -> None:
        """Show or hide the name of its column."""
        raise NotImplementedError


@dataclass(frozen=True)
class Row:
    """A question and the answers to it.

    Attributes:
        question: What is asked.
        cells: One answer for each column.
        band: The heading above the first of the rows that share it.
    """

    question: QWidget
    cells: tuple[Cell, ...]
    band: QWidget


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
        self._strip = ColumnHeads(self)
        self._rows: tuple[Row, ...] = ()
        self._bands: tuple[QWidget, ...] = ()
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
        self._strip.fill(self._heads)
        for widget in self._all()[len(self._heads) :]:
            widget.setParent(self)
            widget.show()
        self._become(stacked=self.stacked)
        self.settle()

    def keep_heads_in(self, area: PageArea) -> None:
        """Keep the names of the columns in sight where it scrolls in this."""
        self._strip.follow(area)

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
        self._strip.place()
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
        self._strip.place()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the ground of the questions and the lines."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), worn().colour("surface"))
        for band in self._bands:
            if band.isVisibleTo(self):
                self._draw_band(painter, band)
        for row in self._rows:
            if row.question.isVisibleTo(self):
                self._draw_row(painter, row)
        painter.end()

    def _draw_band(self, painter: QPainter, band: QWidget) -> None:
        place = band.geometry()
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
        asked = min(round(worn(self).grown(_ASKED)), round(width * 0.17))
        return width - count * ((width - asked) // count), (width - asked) // count

    def _arrange(self, width: int, *, place: bool) -> int:
        if not self._heads:
            return 0
        _asked, column = self._column_width(width)
        stacked = column < _LINES * self.fontMetrics().height()
        if place and stacked != self.stacked:
            self._become(stacked=stacked)
            self.updateGeometry()
        return self._stack(width, place=place) if stacked else self._grid(width, place=place)

    def _become(self, *, stacked: bool) -> None:
        self.stacked = stacked
        self._strip.setVisible(not stacked)
        for row in self._rows:
            for cell in row.cells:
                cell.name_column(shown=stacked)
        self._show_bands()

    def _show_bands(self) -> None:
        """Show a band where one of its rows is."""
        for band in self._bands:
            rows = (row for row in self._rows if row.band is band)
            band.setVisible(any(not row.question.isHidden() for row in rows))

    def _all(self) -> tuple[QWidget, ...]:
        """In the order it is read: a band, then its rows."""
        read = [*self._heads]
        for band in self._bands:
            read.append(band)
            read += (one for row in self._rows if row.band is band for one in _widgets(row))
        return tuple(read)

    def _grid(self, width: int, *, place: bool) -> int:
        asked, column = self._column_width(width)
        lefts = [asked + index * column for index in range(len(self._heads))]
        boxes = [(left, column) for left in lefts]
        top = BAR + self._line(self._heads, boxes, BAR, place=place)
        top += self._panel_at(HEADS, width, top, place=place)
        above = None
        for index, row in enumerate(self._rows):
            if row.question.isHidden():
                continue
            if row.band is not above:
                top += 1 + self._line((row.band,), [(0, width)], top + 1, place=place)
            above = row.band
            line, places = (row.question, *row.cells), [(0, asked), *boxes]
            top += 1 + self._line(line, places, top + 1, place=place)
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
            band = () if row.band is above else (row.band,)
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
