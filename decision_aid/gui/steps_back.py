"""Undo and redo: by key, and by the buttons in the bottom bar."""

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from decision_aid.base.language import N_, _
from decision_aid.gui.bottom_bar import BottomBar
from decision_aid.workspace.workspace import Workspace

NOT_BROUGHT_BACK: Final = N_(
    "Nothing was changed. A clearance that was taken back is not brought back by undo. A "
    "prescriber can clear it again."
)


class StepsBack:
    """Takes a step back, or makes it again, where the person sees what changes.

    Args:
        window: Whose keys they are.
        workspace: What is changed.
        bar: Where the buttons are.
        tell: Says a sentence to the person.
    """

    def __init__(
        self, window: QWidget, workspace: Workspace, bar: BottomBar, tell: Callable[[str], None]
    ) -> None:
        self._window, self._workspace, self._bar, self._tell = window, workspace, bar, tell
        QShortcut(QKeySequence("Ctrl+Z"), window, self.undo)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), window, self.redo)
        bar.undo.connect(self.undo)
        bar.redo.connect(self.redo)
        self.show()

    def undo(self) -> None:
        """Take the last step back."""
        self._unless_covered(self._workspace.undo)

    def redo(self) -> None:
        """Make the step taken back again."""
        self._unless_covered(self._workspace.redo)

    def show(self) -> None:
        """Show on the buttons whether there is such a step."""
        can_undo, can_redo = self._there_are()
        self._bar.show_steps_back(can_undo=can_undo, can_redo=can_redo)

    def _unless_covered(self, act: Callable[[], None]) -> None:
        """Nothing is taken back unseen, and the safety card is not gone round by it."""
        from decision_aid.gui.overlay import Overlay  # noqa: PLC0415 - most visits open no card

        covered = any(one.is_open for one in self._window.findChildren(Overlay))
        if covered or self._workspace.snapshot.journey.paused:
            return
        before, steps = self._workspace.snapshot, self._there_are()
        act()
        if self._workspace.snapshot is before and self._there_are() != steps:
            self._tell(_(NOT_BROUGHT_BACK))
        self.show()

    def _there_are(self) -> tuple[bool, bool]:
        return self._workspace.can_undo, self._workspace.can_redo
