"""Clearing a gate: a prescriber records that it was checked, with a reason and initials."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from decision_aid.base.errors import NotAllowedError
from decision_aid.base.language import N_, _
from decision_aid.domain.rules import Rule
from decision_aid.domain.safety import Finding
from decision_aid.domain.session import Clearance
from decision_aid.gui import safe
from decision_aid.gui.clock import today
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.workspace.changes.safety import ClearGate, TakeBackClearance
from decision_aid.workspace.finding_words import cleared_sentence, earlier_sentence
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

_FILLED_IN = N_(
    "Your initials, your reason and the day are printed. You can take it back. To record the check "
    "after that, fill in both lines again."
)
_TITLE = N_("Prescriber: record the check")
_OFF = N_("Add a reason and initials.")


class ClearancePart(QWidget):
    """What stands under a gate: who cleared it, or the form that does."""

    def __init__(self, workspace: Workspace, rule: Rule) -> None:
        super().__init__()
        self._cleared = safe.label("", "small")
        self._earlier = safe.label("", "small_strong")
        self._take_back = safe.button(
            _("Take back"), name=_("Take back the check: {finding}").format(finding=rule.title)
        )
        self._form = ClearanceForm(workspace, rule)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._cleared)
        column.addWidget(self._earlier)
        column.addWidget(self._take_back, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._form)
        self._take_back.clicked.connect(lambda: workspace.apply(TakeBackClearance(rule.id)))

    def present(self, finding: Finding, snapshot: Snapshot) -> None:
        """Show what stands now."""
        held = finding.clearance
        prescriber = "prescriber" in snapshot.session.people
        if held is not None:
            self._cleared.setText(safe.breakable(cleared_sentence(held)))
        earlier = earlier_sentence(held.on, snapshot.session.started_on) if held else ""
        self._earlier.setText(earlier)
        self._earlier.setVisible(bool(earlier))
        self._cleared.setVisible(held is not None)
        self._form.covers = finding.because
        if held is not None:
            _change_places(self._form, self._take_back, self._take_back)
        elif prescriber:
            _change_places(self._take_back, self._form, self._form.header)
        else:
            self._take_back.hide()
            self._form.hide()


def _change_places(gone: QWidget, come: QWidget, entry: QWidget) -> None:
    """Show one in place of the other; the keyboard goes along, and not to whatever comes next."""
    focused = QApplication.focusWidget()
    along = focused is not None and (focused is gone or gone.isAncestorOf(focused))
    come.show()
    if along:
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
    gone.hide()


class ClearanceForm(Disclosure):
    """For a prescriber: why it is safe enough for this person, and initials.

    Attributes:
        covers: What the clearance will cover; something new sets the gate off again.
    """

    def __init__(self, workspace: Workspace, rule: Rule) -> None:
        name = _("Prescriber: record the check: {finding}").format(finding=rule.title)
        super().__init__(_(_TITLE), name=name)
        self._workspace = workspace
        self._rule = rule.id
        self.covers: tuple[str, ...] = ()
        self._reason = safe.line_edit(
            _("Reason of the check: {finding}").format(finding=rule.title),
            _("Why it is safe enough"),
        )
        self._initials = safe.line_edit(
            _("Initials of the check: {finding}").format(finding=rule.title), _("Your initials")
        )
        self._initials.setMaxLength(12)
        self._problem = safe.label("", "small_strong")
        self._problem.hide()
        self._off = safe.label(_(_OFF), "small")
        self._record = safe.button(
            _("Record the check"), name=_("Record the check: {finding}").format(finding=rule.title)
        )
        self._lay_out()
        self._reason.textChanged.connect(self._allow)
        self._initials.textChanged.connect(self._allow)
        self._record.clicked.connect(self._apply)
        self._allow()

    def _lay_out(self) -> None:
        for part in (
            safe.label(_("Reason"), "small_strong"),
            self._reason,
            safe.label(_("Initials of the prescriber"), "small_strong"),
            self._initials,
            safe.label(_(_FILLED_IN), "small"),
            self._problem,
            self._off,
        ):
            self.body.addWidget(part)
        self.body.addWidget(self._record, alignment=Qt.AlignmentFlag.AlignLeft)

    def _allow(self) -> None:
        filled = bool(self._reason.text().strip() and self._initials.text().strip())
        self._record.setEnabled(filled)
        self._off.setVisible(not filled)

    def _apply(self) -> None:
        clearance = Clearance(
            rule=self._rule,
            role="prescriber",
            initials=self._initials.text().strip(),
            reason=self._reason.text().strip(),
            on=today(),
            covers=self.covers,
        )
        try:
            self._workspace.apply(ClearGate(clearance))
        except NotAllowedError as error:  # who is here was changed a moment ago
            self._problem.setText(str(error))
            self._problem.show()
            return
        # A button that can no longer be pressed would hand the keyboard to whatever comes next.
        self.header.setFocus(Qt.FocusReason.OtherFocusReason)
        self.empty()
        self.shut()

    def empty(self) -> None:
        """Throw away what was filled in."""
        self._reason.clear()
        self._initials.clear()
        self._problem.hide()
