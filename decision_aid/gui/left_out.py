"""What nobody sees, left out while another look is put on, and dressed a part at a time."""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_DRESSED: Final = Qt.WidgetAttribute.WA_WState_Polished
"""Qt takes a look off, and puts another on, where this is set."""
_LEFT_OUT: Final = Qt.WidgetAttribute.WA_SetStyle
"""Where this is set, Qt tells nothing of another look. No widget here has a style of its own."""
_DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly


def hold_looks(window: QWidget) -> None:
    """Have Qt go on remembering what it dressed while one look is taken off for another.

    It would else forget it with the last style sheet, and what was left out would keep for good
    what the look before gave it.

    Args:
        window: It is remembered to its end.
    """
    holder = QWidget(window)
    holder.hide()
    holder.setStyleSheet("QWidget {}")


def hold_still(window: QWidget) -> Callable[[], None]:
    """Lay out and draw nothing of what is seen.

    Every frame that loses its edge and gets another one would else give all it holds a place anew,
    twice, and that takes longer than to put on the look.

    Returns:
        What lets it go on; all of it is laid out and drawn then.
    """
    held = [one for one in _seen(window) if one.layout() is not None]
    _let_lay_out(held, allowed=False)
    window.setUpdatesEnabled(False)

    def let_go() -> None:
        window.setUpdatesEnabled(True)
        left = [one for one in held if isValid(one)]  # a row may have gone meanwhile
        _let_lay_out(left, allowed=True)
        for one in left:  # what asked for it meanwhile was not heard
            QCoreApplication.postEvent(one, QEvent(QEvent.Type.LayoutRequest))

    return let_go


def leave_out(page: QWidget) -> None:
    """Leave what nobody sees of a page as it is, whatever look is put on, until it is dressed.

    What was scrolled away at the top is not left out: of another size, it would later move what
    somebody reads.
    """
    is_open = page.isVisible()
    for one in _all(page):
        if one.testAttribute(_DRESSED) and not (is_open and _is_seen(one, page)):
            one.setAttribute(_DRESSED, on=False)
            one.setAttribute(_LEFT_OUT)


def dress_left_out(page: QWidget, most: int | None = None) -> bool:
    """Put the look worn now on what was left out.

    Args:
        page: The page.
        most: How many widgets of it; None for all.

    Returns:
        Whether there was any.
    """
    held = _all(page)
    left = [one for one in held if one.testAttribute(_LEFT_OUT)]
    for one in left[:most]:
        one.setAttribute(_LEFT_OUT, on=False)
        QCoreApplication.sendEvent(one, QEvent(QEvent.Type.Polish))
    if left and left == left[:most]:
        # Last: some measure what they hold.
        for one in held:
            QCoreApplication.sendEvent(one, QEvent(QEvent.Type.StyleChange))
    return bool(left)


def _all(page: QWidget) -> tuple[QWidget, ...]:
    """A page and all there is in it: what holds something comes before that."""
    return (page, *page.findChildren(QWidget))


def _let_lay_out(held: list[QWidget], *, allowed: bool) -> None:
    for one in held:
        if (layout := one.layout()) is not None:
            layout.setEnabled(allowed)


def _seen(widget: QWidget) -> Iterator[QWidget]:
    """What is seen of a widget, and itself: what is hidden is not gone through."""
    yield widget
    for one in widget.findChildren(QWidget, options=_DIRECT):
        if one.isVisible():
            yield from _seen(one)


def _is_seen(one: QWidget, page: QWidget) -> bool:
    return one.isVisible() and one.mapTo(page, QPoint(0, 0)).y() < page.height()
