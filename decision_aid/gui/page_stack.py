"""The pages: made when first opened, told of changes only while they are seen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from decision_aid.domain.session import StepId
from decision_aid.gui.pages import PAGES
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace


class PageStack(QStackedWidget):
    """One page at a time; the others keep what they showed until they are seen again.

    Args:
        workspace: Where the pages' changes go.

    Attributes:
        asked: Emitted with what a page asks of the window, a `Request`.
    """

    asked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._pages: dict[StepId, StepPage] = {}
        self._shown: dict[StepId, Snapshot] = {}
        self._step: StepId = PAGES[0][0]

    @property
    def page(self) -> StepPage:
        """The visible page."""
        return self._pages[self._step]

    def open(self, step: StepId) -> None:
        """Show a step's page, up to date, from its top."""
        self._step = step
        if step not in self._pages:
            self._make(step)
        self.present(self._workspace.snapshot)
        self.setCurrentWidget(self.page)
        self.page.to_top()

    def present(self, snapshot: Snapshot) -> None:
        """Show a moment on the visible page, unless it shows it already."""
        if self._shown.get(self._step) is not snapshot:
            self._shown[self._step] = snapshot
            self.page.present(snapshot)

    def forget(self) -> None:
        """Throw every page away: words half typed on one are not for the next person."""
        for page in self._pages.values():
            self.removeWidget(page)
            page.setParent(None)
            page.deleteLater()
        self._pages.clear()
        self._shown.clear()

    def focus_heading(self) -> None:
        """Put the keyboard at the top of the visible page."""
        self.page.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_at(self, criterion: str) -> None:
        """Bring up one criterion of What matters, when that is the visible page."""
        from decision_aid.gui.pages.matters import MattersPage  # noqa: PLC0415 - made when opened

        if isinstance(self.page, MattersPage):
            self.page.look_at(criterion)

    def _make(self, step: StepId) -> None:
        page = next(make for one, _, make in PAGES if one == step)(self._workspace)
        page.asks.connect(self.asked)
        self._pages[step] = page
        self.addWidget(page)
