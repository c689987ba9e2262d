"""One page on its own, following its workspace as the window would make it."""

from collections.abc import Callable

from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.icon_array import IconArray
from decision_aid.workspace.workspace import Workspace
from pytestqt.qtbot import QtBot

from tests.gui.driver import Driver, WidgetT, wear_theme


class OnePage(Driver):
    """A page and its workspace."""

    def __init__(
        self,
        qtbot: QtBot,
        make: Callable[[Workspace], StepPage],
        pack: Pack,
        session: Session,
        width: int = 1000,
    ) -> None:
        wear_theme(load_theme())
        self.workspace = Workspace(pack, session, draws=400)
        self.page = make(self.workspace)
        self.asked: list[object] = []
        self.page.asks.connect(self.asked.append)
        self.workspace.watch(self._present)
        super().__init__(qtbot, self.page)
        qtbot.addWidget(self.page)
        self.page.resize(width, 700)
        self._present()
        self.page.show()
        self.settle()

    @property
    def session(self) -> Session:
        return self.workspace.snapshot.session

    def pictures(self) -> list[str]:
        """What the icon arrays to be seen say."""
        return [one.accessibleName() for one in self.seen(IconArray)]

    def seen(self, kind: type[WidgetT]) -> list[WidgetT]:
        """The visible widgets of a kind."""
        return [one for one in self.root.findChildren(kind) if one.isVisibleTo(self.root)]

    def _present(self) -> None:
        self.page.present(self.workspace.snapshot)
