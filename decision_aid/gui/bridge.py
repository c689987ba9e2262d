"""From the workspace to what is seen: one notice for a burst of changes."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from decision_aid.workspace.workspace import Workspace

_NESTED: Final = 9
"""Layouts within layouts on a page, at most: a change climbs from one to the next at a time."""


class Bridge(QObject):
    """Watches a workspace and tells of its snapshot once the current event is over.

    Attributes:
        changed: Emitted with the newest snapshot, once for any number of changes in a row.
    """

    changed = Signal(object)
    _later = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pending = False
        self._later.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        workspace.watch(self._note)

    def _note(self) -> None:
        if not self._pending:
            self._pending = True
            self._later.emit()

    def _tell(self) -> None:
        self._pending = False
        self.changed.emit(self._workspace.snapshot)
        # Now, so that nothing is drawn where it stood and then once more where it stands.
        for _ in range(_NESTED):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
