from decision_aid.gui import safe
from decision_aid.gui.bridge import Bridge
from decision_aid.gui.widgets.card import column_of
from decision_aid.workspace.changes.matters import SetImportance
from decision_aid.workspace.changes.walk import SetText
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

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


def test_what_changed_is_laid_out_before_it_is_drawn(qtbot: QtBot) -> None:
    workspace = Workspace(a_pack(), a_session())
    bridge = Bridge(workspace)
    page, drawn = _Stacked(), list[int]()
    qtbot.addWidget(page)
    page.resize(200, 400)
    page.show()
    bridge.changed.connect(lambda _: page.first.setText(60 * "word "))
    QApplication.processEvents()
    page.drawn = drawn
    workspace.apply(SetImportance("help", 3))
    for _ in range(4):
        QApplication.processEvents()
    assert drawn == [page.second.y()]


class _Stacked(QWidget):
    """Two texts, the first one deep inside; notes where the second stands when it is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []
        self.first, self.second = safe.label("word"), safe.label("below")
        inner: QWidget = self.first
        for _ in range(4):
            inner = column_of(inner)
        column = QVBoxLayout(self)
        column.addWidget(inner)
        column.addWidget(self.second)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt names it
        super().paintEvent(event)
        self.drawn.append(self.second.y())
