"""Tab goes the way the eye goes, also when parts of a page were made in another order."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget


def tab_in_reading_order(root: QWidget) -> None:
    """Let Tab go through everything below `root` in the order it stands there.

    Widgets of one parent stand as in its row or column; those that are not directly in one, as
    they were added.
    """
    for before, after in pairwise(in_reading_order(root)):
        QWidget.setTabOrder(before, after)


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """A widget and all below it that can get the keyboard, in the order they stand there.

    Qt's own focus chain is not asked: walking it from Python lets Python hold on to what Qt
    deletes, and the program ends.
    """
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
    for child in children_in_order(widget):
        yield from in_reading_order(child)


def children_in_order(widget: QWidget) -> list[QWidget]:
    """What is directly in a widget, in the order it stands there."""
    # Not through the layout's items: asking a layout for them lets Python hold on to what Qt
    # deletes, and the program ends.
    # Not by `findChildren`, which spares PySide from getting to know every class of Qt, 25 ms once:
    # asked by a screen reader while the window ends, it raises.
    children = [one for one in widget.children() if isinstance(one, QWidget)]
    layout = widget.layout()
    if isinstance(layout, QBoxLayout):
        places = {one: layout.indexOf(one) for one in children}
        placed = iter(sorted((one for one in children if places[one] >= 0), key=places.__getitem__))
        return [next(placed) if places[one] >= 0 else one for one in children]
    return children
