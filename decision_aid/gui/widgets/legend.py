"""What the parts of the bars stand for: a numbered swatch and a short name for each."""

from collections.abc import Sequence
from typing import ClassVar, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from decision_aid.base.language import _
from decision_aid.gui import safe
from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.painting import readable_on, shades

_COLUMNS: Final = 3
_LINES: Final = 9
"""The least width of a column, in heights of a line; narrower, and names would be cut to pieces."""


class Legend(QWidget):
    """Numbered swatches in the shades of the bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[tuple[QWidget, _Swatch, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._columns = _COLUMNS

    def show_names(self, names: Sequence[str]) -> None:
        """Show these names, numbered from 1; entries there are used again."""
        while len(self._entries) < len(names):
            self._add()
        for place, (entry, swatch, label) in enumerate(self._entries):
            entry.setVisible(place < len(names))
            if place < len(names):
                swatch.become(place + 1, len(names))
                label.setText(safe.breakable(names[place]))
                label.setAccessibleName(
                    _("{number}: {name}").format(number=place + 1, name=names[place])
                )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in fewer columns where the text is large or the room is small."""
        super().resizeEvent(event)
        room = event.size().width() // (_LINES * self.fontMetrics().height())
        columns = max(1, min(_COLUMNS, room))
        if columns != self._columns:
            self._columns = columns
            for place, (entry, _swatch, _label) in enumerate(self._entries):
                self._put(entry, place)
            for column in range(_COLUMNS):
                self._grid.setColumnStretch(column, int(column < columns))

    def minimumSizeHint(self) -> QSize:
        """One column, if it must."""
        return QSize(_LINES * self.fontMetrics().height(), super().minimumSizeHint().height())

    def _add(self) -> None:
        entry, swatch, label = QWidget(), _Swatch(), safe.label("", "small")
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(swatch, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self._put(entry, len(self._entries))
        self._grid.setColumnStretch(len(self._entries) % self._columns, 1)
        self._entries.append((entry, swatch, label))

    def _put(self, entry: QWidget, place: int) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(entry, place // self._columns, place % self._columns, top)


class _Swatch(QWidget):
    heard_as: ClassVar = "nothing"

    def __init__(self) -> None:
        super().__init__()
        self._number, self._of = 1, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def become(self, number: int, of: int) -> None:
        if (number, of) != (self._number, self._of):
            self._number, self._of = number, of
            self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 0.95)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter, theme = QPainter(self), worn()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = shades(theme.colour("brand"), theme.colour("surface"), self._of)[self._number - 1]
        painter.setPen(theme.colour("brand"))
        painter.setBrush(colour)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(area, 3, 3)
        font = self.font()
        font.setPixelSize(max(11, round(self.height() * 0.6)))
        painter.setFont(font)
        painter.setPen(readable_on(colour, theme))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
