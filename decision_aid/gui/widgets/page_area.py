"""What a page scrolls in: what has the keyboard stays clear of what stays in sight above it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


class PageArea(QScrollArea):
    """A column that scrolls up and down as one, with a finger, too.

    Attributes:
        header: What may cover the top of what is seen; None for nothing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.header: QWidget | None = None
        self.setViewport(QWidget())  # see `overlay.py`
        self.setProperty("role", "ground")
        self.setWidgetResizable(True)
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
