"""What is read one by one with the arrow keys: all of it together is one stop of Tab."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from decision_aid.gui.widgets.arrow_keys import keep_one_stop, move_focus

if TYPE_CHECKING:  # Qt lets a class have one of its own as base: at run time, that of each reader
    _Widget = QWidget
else:
    _Widget = object


class ReadStop(_Widget):
    """A widget that can have the keyboard only to be read; those it stands among do the same.

    Let it come before the Qt class among the bases, and give it the focus policy StrongFocus.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the one that Tab comes back to."""
        super().focusInEvent(event)
        alike = self._alike()
        if self in alike:
            keep_one_stop(alike, alike.index(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the one above or below."""
        if not move_focus(self._alike(), event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the stop to those that are still seen."""
        super().hideEvent(event)
        if self.focusPolicy() & Qt.FocusPolicy.TabFocus:
            for one in self._alike():
                one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _alike(self) -> list["ReadStop"]:
        """Those seen in the same place, from the top."""
        around = self.parentWidget()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        beside = around.findChildren(ReadStop, options=direct) if around is not None else []
        seen = [one for one in beside if one.isVisible()]
        return sorted(seen, key=lambda one: one.y())
