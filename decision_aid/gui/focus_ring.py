"""The ring around whatever has the keyboard, alike for every widget."""

from typing import ClassVar

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from decision_aid.gui.theme import worn

_GAP = 5
_AROUND = 24
"""Kept free above and below what has the keyboard, in pixels."""
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Follows the focus in one window, but not onto headings, nor after a pointer on a button.

    It lies on what scrolls together with the widget it surrounds, so that it scrolls and is cut
    with it.
    """

    heard_as: ClassVar = "nothing"

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._chain: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the ring, its inside left free."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(worn().colour("focus"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 11, 11)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the widget when it, or what holds it, moves."""
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for one in self._chain:
            if shiboken6.isValid(one):
                one.removeEventFilter(self)
        self._chain = []
        if new is not None and self._surrounds(new):
            self._chain = _up_to_host(new)
            for one in self._chain[:-1]:
                one.installEventFilter(self)
            _bring_up(new, self._chain[-1])
        self._place()

    def _surrounds(self, widget: QWidget) -> bool:
        by_pointer = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        typed_in = isinstance(widget, QLineEdit | QPlainTextEdit)
        ours = widget.window() is self._window and not isinstance(widget, QLabel)
        return ours and (typed_in or not by_pointer)

    def _place(self) -> None:
        alive = bool(self._chain) and all(map(shiboken6.isValid, self._chain))
        if not alive or not self._chain[0].isVisible():
            self._rest()
            return
        target, host = self._chain[0], self._chain[-1]
        if self.parentWidget() is not host:
            self.setParent(host)
        around = QRect(target.mapTo(host, QPoint(0, 0)), target.size())
        self.setGeometry(around.adjusted(-_GAP, -_GAP, _GAP, _GAP))
        self.show()
        self.raise_()

    def _rest(self) -> None:
        """Hide on the window itself: what it lay on may be thrown away, and it with it."""
        self.hide()
        if shiboken6.isValid(self._window) and self.parentWidget() is not self._window:
            self.setParent(self._window)


def _bring_up(widget: QWidget, host: QWidget) -> None:
    """Scroll to what Tab came to from outside of what scrolls: Qt does so only from inside."""
    seen = host.parentWidget()
    area = seen.parentWidget() if seen is not None else None
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(widget, 0, _AROUND)
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:  # else it would select text
            _show_whole(area, widget)


def _show_whole(area: QScrollArea, widget: QWidget) -> None:
    """Scroll to all of what is written in, too: Qt does so for the line of its cursor only."""
    seen, bar = area.viewport(), area.verticalScrollBar()
    top = widget.mapTo(seen, QPoint(0, 0)).y() - _AROUND
    below = top + widget.height() + 2 * _AROUND - seen.height()
    if top - below >= 0:  # there is room for all of it
        bar.setValue(bar.value() + max(0, below) + min(0, top))


def _up_to_host(widget: QWidget) -> list[QWidget]:
    """The widget, what holds it, and so on up to what scrolls with it, or to the window."""
    chain = [widget]
    while not chain[-1].isWindow() and (parent := chain[-1].parentWidget()) is not None:
        if isinstance(parent.parentWidget(), QScrollArea) and len(chain) > 1:
            return chain
        chain.append(parent)
    return chain
