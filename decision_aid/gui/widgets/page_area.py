"""What a page scrolls in: what has the keyboard stays clear of what stays in sight above it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

_DRAWN: Final = 200
"""Milliseconds after which it is drawn."""


class PageArea(QScrollArea):
    """A column that scrolls up and down as one, with a finger, too.

    Attributes:
        header: What may cover the top of what is seen; None for nothing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.header: QWidget | None = None
        self._takes_touch = False
        self.setViewport(QWidget())  # see `overlay.py`
        self.setProperty("role", "ground")
        self.setWidgetResizable(True)
        self.setMinimumHeight(1)  # else it would cut what is said below it, in large print
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Let the keyboard go on, to where it can be seen."""
        went = super().focusNextPrevChild(next)
        held = QApplication.focusWidget()
        if went and held is not None and self.isAncestorOf(held):
            self.uncover(held)
        return went

    def uncover(self, widget: QWidget) -> None:
        """Scroll so that the header does not cover the top of a widget."""
        header, seen = self.header, self.viewport()
        table = header.parentWidget() if header is not None and header.isVisible() else None
        if header is None or table is None or header.isAncestorOf(widget):
            return
        end = header.mapTo(seen, header.rect().bottomLeft()).y()
        hidden = end - widget.mapTo(seen, QPoint(0, 0)).y()
        if hidden > 0 and table.isAncestorOf(widget):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    def take_touch(self) -> None:
        """Let a finger push it on; a tap still presses what it hits."""
        # Here, not above: no first window waits for it.
        from PySide6.QtWidgets import QScroller, QScrollerProperties  # noqa: PLC0415

        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        scroller = QScroller.scroller(self.viewport())
        how, metrics = scroller.scrollerProperties(), QScrollerProperties.ScrollMetric
        never = QScrollerProperties.OvershootPolicy.OvershootAlwaysOff
        for metric in (metrics.HorizontalOvershootPolicy, metrics.VerticalOvershootPolicy):
            how.setScrollMetric(metric, never)
        scroller.setScrollerProperties(how)

    def showEvent(self, event: "QShowEvent") -> None:
        """Take touch once it is drawn: no page waits for it."""
        super().showEvent(event)
        if not self._takes_touch:
            self._takes_touch = True
            QTimer.singleShot(_DRAWN, self, self.take_touch)
