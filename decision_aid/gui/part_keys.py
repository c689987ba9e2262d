"""F6 takes the keyboard to the next part of the window, as it does between panes elsewhere."""

from collections.abc import Iterator, Sequence

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from decision_aid.gui.widgets.reading_order import in_reading_order


class PartKeys:
    """Goes from part to part, and remembers where the keyboard was in each."""

    def __init__(self) -> None:
        self._left: list[QWidget] = []

    def enter(self, parts: Sequence[QWidget], *, back: bool) -> QWidget | None:
        """Put the keyboard in the next part, round and round; in one left before, where it was.

        Args:
            parts: The parts in their order; one that lies inside another comes after it.
            back: Whether to go to the part before instead.

        Returns:
            What has the keyboard now; None where no part can take it.
        """
        focused = QApplication.focusWidget()
        here = _part_of(focused, parts)
        self._leave(focused, here, parts)
        first = parts.index(here) if here else 0
        ways = range(1, len(parts) + 1)
        for part in (parts[(first + (-way if back else way)) % len(parts)] for way in ways):
            entry = next(self._entries(part, parts), None)
            if entry is not None:
                entry.setFocus(Qt.FocusReason.TabFocusReason)
                return entry
        return None

    def _leave(
        self, focused: QWidget | None, here: QWidget | None, parts: Sequence[QWidget]
    ) -> None:
        alive = filter(shiboken6.isValid, self._left)
        self._left = [one for one in alive if _part_of(one, parts) not in (here, None)]
        if focused is not None:
            self._left.append(focused)

    def _entries(self, part: QWidget, parts: Sequence[QWidget]) -> Iterator[QWidget]:
        """What could get the keyboard in a part, best first: its own `entry`, where it has one."""
        candidates = (getattr(part, "entry", None), *self._left, *in_reading_order(part))
        for one in candidates:
            if one is not None and _is_stop(one) and _part_of(one, parts) is part:
                yield one


def _part_of(widget: QWidget | None, parts: Sequence[QWidget]) -> QWidget | None:
    """The innermost part a widget is in."""
    holding = (part for part in reversed(parts) if widget and part.isAncestorOf(widget))
    return next(holding, None)


def _is_stop(widget: QWidget) -> bool:
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return stops and widget.isVisible() and widget.isEnabled()
