"""A card over everything else in the window; the keyboard stays inside it."""

from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from decision_aid.gui import safe
from decision_aid.gui.enter_key import press_by_enter
from decision_aid.gui.widgets.card import Card

_VEIL_ALPHA = 150
_SCROLLS: Final = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
"""Keys by which a card taller than the window is read."""


class Overlay(QWidget):
    """Covers its window. Fill `card`, then `open`.

    Args:
        window: What it covers.
        title: Its heading.
        full: Whether it hides all of the window, or lets it be seen as through a veil.
        closable: Whether Escape closes it.
        much: Whether there is much to read on its card, which is then a wider one.

    Attributes:
        card: Where its content goes, below the heading.
        heading: Its heading.
        entry: What gets the keyboard when it opens; the heading, unless set otherwise.
    """

    def __init__(
        self,
        window: QWidget,
        title: str,
        *,
        full: bool = False,
        closable: bool = True,
        much: bool = False,
    ) -> None:
        super().__init__(window)
        self._covered = window
        self._full = full
        self._closable = closable
        self._came_from: QWidget | None = None
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heading = safe.label(title, "title")
        self.heading.setAccessibleName(title)
        self.entry: QWidget = self.heading
        self.card = Card()
        self.card.add(self.heading)
        self.card.setProperty("place", "sheet" if much else "overlay")
        middle = QWidget()
        middle.setProperty("role", "clear")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, stretch=1000)
        row.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        scroll = self._scroll = QScrollArea()
        # To tell what the viewport is that Qt would make, Python has to get to know every kind of
        # widget there is, and that takes as long as showing a page.
        scroll.setViewport(QWidget())
        scroll.setProperty("role", "clear")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self._frame.addWidget(scroll)
        self.hide()
        window.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether it covers the window."""
        return not self.isHidden()

    def add_foot(self, foot: QWidget) -> None:
        """Add what stays in sight below the card while it scrolls."""
        self._frame.addWidget(foot)

    def open(self) -> None:
        """Cover the window and take the keyboard."""
        if self.is_open:
            return
        self._came_from = QApplication.focusWidget()
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def shut(self) -> None:
        """Uncover the window and give the keyboard back."""
        self.hide()
        back, self._came_from = self._came_from, None
        if back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it, where it may be closed; no key reaches what it covers."""
        if event.key() == Qt.Key.Key_Escape and self._closable:
            self.shut()
        elif (way := _SCROLLS.get(Qt.Key(event.key()))) is not None:
            self._scroll.verticalScrollBar().triggerAction(way)
        else:
            press_by_enter(event)
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Tab goes round inside it."""
        stops = self._stops()
        if not stops:
            return True
        focused = QApplication.focusWidget()
        step = 1 if next else -1
        place = stops.index(focused) + step if focused in stops else 0
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[place % len(stops)].setFocus(reason)
        self._scroll.ensureWidgetVisible(stops[place % len(stops)])
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the veil, or hide what is behind it."""
        painter = QPainter(self)
        veil = self.palette().window().color() if self._full else QColor(20, 30, 36, _VEIL_ALPHA)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def _stops(self) -> list[QWidget]:
        """What Tab stops at, in reading order."""
        inside = self.findChildren(QWidget)
        tab = Qt.FocusPolicy.TabFocus.value
        return [
            one
            for one in inside
            if one.focusPolicy().value & tab and one.isVisible() and one.isEnabled()
        ]
