"""The pages: made when first opened, told of changes only while they are seen."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from decision_aid.domain.session import StepId
from decision_aid.gui.attendance import Attendance
from decision_aid.gui.pages import PAGES
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

if TYPE_CHECKING:
    from decision_aid.gui.provider_prompts import ProviderPrompts


class PageStack(QStackedWidget):
    """One page at a time; the others keep what they showed until they are seen again.

    While a provider is here, what they may ask at a step stands on its page, folded.

    Args:
        workspace: Where the pages' changes go.
        clock: Seconds of a clock that only goes forward; it tells how long a visit goes on.

    Attributes:
        asked: Emitted with what a page asks of the window, a `Request`.
    """

    asked = Signal(object)

    def __init__(self, workspace: Workspace, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._workspace = workspace
        self._clock, self._visit = clock, _visit(workspace.snapshot)
        self._begun = clock()
        self._pages: dict[StepId, StepPage] = {}
        self._shown: dict[StepId, Snapshot] = {}
        self._prompts: dict[StepId, ProviderPrompts] = {}
        self._prompts_open = False
        self._prescriber = Attendance(["prescriber"])
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
        self._unfold_prompts()
        self.setCurrentWidget(self.page)
        self.page.to_top()

    def present(self, snapshot: Snapshot) -> None:
        """Show a moment on the visible page, unless it shows it already."""
        if self._visit != _visit(snapshot):
            self._visit, self._begun = _visit(snapshot), self._clock()
        if self._prescriber.has_ended(snapshot.session):
            self._empty_clearances()
        if self._shown.get(self._step) is not snapshot:
            self._shown[self._step] = snapshot
            self.page.present(snapshot)
            self._present_prompts(snapshot)

    def _empty_clearances(self) -> None:
        """Only the prescriber who wrote a reason and initials may clear with them."""
        # Here, not above: no clearance stands on the first page.
        from decision_aid.gui.pages.clearance import ClearanceForm  # noqa: PLC0415

        for form in self.findChildren(ClearanceForm):
            form.empty()

    def _present_prompts(self, snapshot: Snapshot) -> None:
        if self._step not in self._prompts and not snapshot.journey.accompanied:
            return
        if self._step not in self._prompts:
            self._make_prompts()
        self._prompts[self._step].present(snapshot)

    def _make_prompts(self) -> None:
        # Here, not above: most first windows come up with nobody there yet.
        from decision_aid.gui.provider_prompts import ProviderPrompts  # noqa: PLC0415

        made = self._prompts[self._step] = ProviderPrompts(
            self._step, lambda: self._clock() - self._begun
        )
        self.page.put_under_lead(made, made.header)
        made.toggled.connect(self._keep_prompts)

    def _keep_prompts(self, are_open: bool) -> None:  # noqa: FBT001 - a toggle's own value
        self._prompts_open = are_open

    def _unfold_prompts(self) -> None:
        """Show the prompts as they were left on the page before."""
        if self._step in self._prompts:
            self._prompts[self._step].unfold(wanted=self._prompts_open)

    def take_back(self) -> None:
        """Take back what the pages put outside of the window."""
        for page in self._pages.values():
            page.take_back()

    def forget(self) -> None:
        """Throw every page away: words half typed on one are not for the next person."""
        self.take_back()
        for page in self._pages.values():
            self.removeWidget(page)
            page.setParent(None)  # a child would not end in Python's memory when it ends in Qt's
            page.deleteLater()
        self._pages.clear()
        self._shown.clear()
        self._prompts.clear()
        self._begun = self._clock()
        self._prompts_open = False

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


def _visit(snapshot: Snapshot) -> object:
    """What tells one visit from another."""
    return snapshot.session.seed, snapshot.session.started_on
