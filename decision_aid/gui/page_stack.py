"""The pages: made at the latest when first opened, told of changes only while they are seen."""

from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QStackedWidget
from shiboken6 import delete, isValid

from decision_aid.domain.session import StepId
from decision_aid.gui.attendance import Attendance
from decision_aid.gui.pages import PAGES, load_page
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
        opening: Emitted with a page that was made before, when it is about to be seen.
        ended: Emitted when the last of the pages that were thrown away is gone.
    """

    asked = Signal(object)
    opening = Signal(object)
    ended = Signal()

    def __init__(self, workspace: Workspace, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._workspace = workspace
        self._clock, self._visit = clock, _visit(workspace.snapshot)
        self._begun = clock()
        self._pages: dict[StepId, StepPage] = {}
        self._shown: dict[StepId, Snapshot] = {}
        self._filling: dict[StepId, tuple[Snapshot, Iterator[None]]] = {}
        self._prompts: dict[StepId, ProviderPrompts] = {}
        self._chosen: dict[StepId, object] = {}
        self._ending: list[StepPage] = []
        self._prompts_open = False
        self._prescriber = Attendance(["prescriber"])
        self._step: StepId = PAGES[0][0]

    @property
    def page(self) -> StepPage:
        """The visible page."""
        return self._pages[self._step]

    @property
    def made(self) -> tuple[StepPage, ...]:
        """The pages that were made, the visible one first."""
        others = (page for step, page in self._pages.items() if step != self._step)
        return (self.page, *others)

    def open(self, step: StepId) -> None:
        """Show a step's page, up to date, from its top."""
        self._step = step
        if step in self._pages:
            self.opening.emit(self.page)
        else:
            self._make(step)
        if self.indexOf(self.page) < 0:
            self.addWidget(self.page)
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
            self._show_on(self._step, snapshot)

    def make_ahead(self) -> bool:
        """Do one part of the making of a page nobody opened yet: no part takes long.

        The summary is not filled: its pages of paper would be made, too.

        Returns:
            Whether there may be more to do.
        """
        for step, _title, _maker in PAGES:
            if step not in self._pages:
                if load_page(step):
                    self._make(step)
            elif self.indexOf(self._pages[step]) < 0:
                self.addWidget(self._pages[step])
            elif step not in self._shown and step != "summary":
                self._show_part(step)
            else:
                continue
            return True
        return False

    def _show_part(self, step: StepId) -> None:
        """Show the next part of a moment on a page nobody opened yet."""
        if step not in self._filling:
            snapshot = self._workspace.snapshot
            self._filling[step] = snapshot, self._pages[step].present_in_parts(snapshot)
        snapshot, parts = self._filling[step]
        for _part in parts:
            return
        del self._filling[step]
        self._shown[step] = snapshot
        self._present_prompts(step, snapshot)

    def _show_on(self, step: StepId, snapshot: Snapshot) -> None:
        self._filling.pop(step, None)
        self._shown[step] = snapshot
        with self._pages[step].keyboard_in_place():
            self._pages[step].present(snapshot)
            self._present_prompts(step, snapshot)

    def _empty_clearances(self) -> None:
        """Only the prescriber who wrote a reason and initials may clear with them."""
        # Here, not above: no clearance stands on the first page.
        from decision_aid.gui.pages.clearance import ClearanceForm  # noqa: PLC0415

        for form in self.findChildren(ClearanceForm):
            form.empty()

    def _present_prompts(self, step: StepId, snapshot: Snapshot) -> None:
        if step not in self._prompts and not snapshot.journey.accompanied:
            return
        if step not in self._prompts:
            self._make_prompts(step)
        self._prompts[step].present(snapshot)

    def _make_prompts(self, step: StepId) -> None:
        # Here, not above: most first windows come up with nobody there yet.
        from decision_aid.gui.provider_prompts import ProviderPrompts  # noqa: PLC0415

        made = self._prompts[step] = ProviderPrompts(step, lambda: self._clock() - self._begun)
        self._pages[step].put_under_lead(made, made.header)
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
        self._drop_all()
        self._chosen.clear()
        self._begun = self._clock()
        self._prompts_open = False

    def _drop_all(self) -> None:
        for page in reversed(self.made):  # the visible one last: else another one would be shown
            self._drop(page)
        self._pages.clear()
        self._shown.clear()
        self._filling.clear()
        self._prompts.clear()

    def _drop(self, page: StepPage) -> None:
        self.removeWidget(page)
        _write_off(page)
        self._ending.append(page)
        if len(self._ending) == 1:
            QTimer.singleShot(1, self, self._end_next)

    def _end_next(self) -> None:
        """End one of the pages that were dropped: all of them in one turn would take too long."""
        page = self._ending.pop()
        if isValid(page):
            delete(page)  # not `deleteLater`: in Python's memory it would then go on
        if self._ending:
            QTimer.singleShot(1, self, self._end_next)
        else:
            self.ended.emit()

    def renew(self) -> None:
        """Make every page anew, as for another language: the visible one now, from its top.

        What was chosen on one and stands in no session is chosen on the new one, too.
        """
        self._chosen |= {step: page.hand_over() for step, page in self._pages.items()}
        self._drop_all()
        self.open(self._step)

    def focus_heading(self) -> None:
        """Put the keyboard at the top of the visible page."""
        self.page.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_at(self, criterion: str) -> None:
        """Bring up one criterion of What matters, when that is the visible page."""
        from decision_aid.gui.pages.matters import MattersPage  # noqa: PLC0415 - made when opened

        if isinstance(self.page, MattersPage):
            self.page.look_at(criterion)

    def _make(self, step: StepId) -> None:
        page = next(make for one, _title, make in PAGES if one == step)(self._workspace)
        page.asks.connect(self.asked)
        page.take_over(self._chosen.pop(step, None))
        self._pages[step] = page


def _write_off(page: StepPage) -> None:
    """Nobody is asked about what is half typed on a page that only waits for its end."""
    for line in page.findChildren(QLineEdit):
        line.setModified(False)
    for edit in page.findChildren(QPlainTextEdit):
        edit.document().setModified(False)


def _visit(snapshot: Snapshot) -> object:
    """What tells one visit from another."""
    return snapshot.session.seed, snapshot.session.started_on
