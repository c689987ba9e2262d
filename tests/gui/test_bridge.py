from collections.abc import Callable

from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.bridge import Bridge
from decision_aid.workspace.changes.matters import SetImportance
from decision_aid.workspace.changes.walk import SetText
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver
from tests.gui.sessions import half_session, real_pack


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


class _Draws(QObject):
    """Counts how often a window is drawn."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        self.count += event.type() == QEvent.Type.UpdateRequest
        return super().eventFilter(watched, event)


def test_a_change_of_the_line_up_is_drawn_once(
    open_window: Callable[[Pack, Session], Driver],
) -> None:
    driver = open_window(real_pack(), half_session())
    driver.paint()
    driver.go("Weigh it up")
    for criterion in real_pack().criteria[:4]:
        draws = _Draws()
        driver.window.installEventFilter(draws)
        driver.window.workspace.apply(SetImportance(criterion.id, 4))
        driver.settle()
        driver.settle()
        driver.window.removeEventFilter(draws)
        assert draws.count == 1
