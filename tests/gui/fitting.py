"""What of a window cannot be read, for its text is larger than its place."""

from collections.abc import Iterator

from decision_aid.gui.widgets.pdf_paper import Paper
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget


def cut(root: QWidget) -> Iterator[str]:
    """A sentence for every label and button of which something is cut off."""
    for label in root.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, Paper):
            yield from _cut_label(label)
    for button in root.findChildren(QPushButton):
        if button.isVisible() and button.text():
            yield from _cut_button(button)


def hidden(root: QWidget) -> Iterator[str]:
    """A sentence for every label that reaches out of what holds it."""
    for label in root.findChildren(QLabel):
        holder = label.parentWidget()
        if not label.isVisible() or not label.text() or holder is None:
            continue
        if not isinstance(holder, QScrollArea) and not holder.rect().contains(label.geometry()):
            held = f"{_box(label.geometry())} is outside of {_box(holder.rect())}"
            yield f"{label.text()[:60]!r} {held}"


def _cut_label(label: QLabel) -> Iterator[str]:
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    if needed > label.height():
        yield f"{label.text()[:60]!r} needs {needed} px and has {label.height()}"
    widest = label.minimumSizeHint().width()
    if widest > label.width():
        yield f"{label.text()[:60]!r} needs {widest} px of width and has {label.width()}"


def _cut_button(button: QPushButton) -> Iterator[str]:
    least = button.minimumSizeHint()
    high = button.heightForWidth(button.width()) if button.hasHeightForWidth() else least.height()
    if least.width() > button.width() or high > button.height():
        has = f"{button.width()} x {button.height()}"
        yield f"{button.text()[:60]!r} needs {least.width()} x {high} and has {has}"


def _box(box: QRect) -> str:
    at: QPoint = box.topLeft()
    return f"{box.width()} x {box.height()} at {at.x()}, {at.y()}"
