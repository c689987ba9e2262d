"""The ring around whatever has the keyboard, alike for every widget."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QLabel, QLineEdit, QPlainTextEdit, QWidget

from decision_aid.gui.theme import worn


class FocusRing(QFocusFrame):
    """Follows the focus in one window, but not onto headings, nor after a pointer on a button."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the ring, its inside left free."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(worn().colour("focus"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 9, 9)
        painter.end()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        by_pointer = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        typed_in = isinstance(new, QLineEdit | QPlainTextEdit)
        ours = new is not None and new.window() is self._window and not isinstance(new, QLabel)
        followed = new if ours and (typed_in or not by_pointer) else None
        self.setWidget(followed)  # type: ignore[arg-type] # Qt takes no widget for "hide it"
