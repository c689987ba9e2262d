"""Scrolling to what gets the keyboard back."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever it stands on so that it is seen: the window may have another size now.

    Args:
        widget: What is to be seen.
    """
    # It has its place only once the layouts have been told.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
