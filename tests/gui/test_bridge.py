from decision_aid.gui.bridge import Bridge
from decision_aid.workspace.changes.matters import SetImportance
from decision_aid.workspace.changes.walk import SetText
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace
from PySide6.QtWidgets import QApplication

from tests.builders import a_pack, a_session


def test_a_burst_of_changes_is_told_once_with_the_newest_moment(qapp: QApplication) -> None:
    workspace = Workspace(a_pack(), a_session())
    bridge = Bridge(workspace)
    told: list[Snapshot] = []
    bridge.changed.connect(told.append)
    for importance in (1, 2, 3):
        workspace.apply(SetImportance("help", importance))
    assert not told
    qapp.processEvents()
    assert told == [workspace.snapshot]
    workspace.apply(SetText("label", "x"))
    qapp.processEvents()
    assert len(told) == 2
