"""From the workspace to what is seen: one notice for a burst of changes."""

from PySide6.QtCore import QObject, Qt, Signal

from decision_aid.workspace.workspace import Workspace


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
