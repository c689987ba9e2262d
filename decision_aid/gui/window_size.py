"""How large the window is: as it was left, or as the screen has room for."""

from typing import Final, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from decision_aid.gui.look import Look

_FRAME: Final = 40
"""Pixels of the height that the system's frame takes at most; known once the window is there."""


class _Size(NamedTuple):
    width: int
    height: int
    maximized: bool


class WindowSize:
    """The size of a window from its opening to its end.

    Args:
        window: The window.
    """

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._left = self._opened = self._now

    def open(self, look: Look, room: QSize) -> None:
        """Show the window as it was left; where that does not fit, over all of the screen.

        Args:
            look: How it was left.
            room: What the screen has for windows, in pixels.
        """
        size = QSize(look.width, look.height)
        # Where it does not fit: whoever takes it off all of the screen sees its foot, too.
        fitting = size.boundedTo(room - QSize(0, _FRAME))
        self._window.resize(fitting)
        if look.maximized or size != fitting:
            self._window.showMaximized()
        else:
            self._window.show()
        self._left = _Size(look.width, look.height, look.maximized)
        self._opened = self._now

    @property
    def to_remember(self) -> _Size:
        """What nobody changed is as it was left, however little room this screen has for it."""
        return self._left if self._now == self._opened else self._now

    @property
    def is_changed(self) -> bool:
        """Whether somebody changed it since it was opened."""
        return self.to_remember != self._left

    @property
    def _now(self) -> _Size:
        size = self._window.normalGeometry().size()
        return _Size(size.width(), size.height(), self._window.isMaximized())
