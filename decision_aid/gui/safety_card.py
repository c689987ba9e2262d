"""The calm card that pauses the walk when item 9 of the PHQ-9 asks for a talk."""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.errors import NotAllowedError
from decision_aid.base.language import N_, _
from decision_aid.domain.session import PROVIDERS, Role, SafetyTalk
from decision_aid.gui import safe
from decision_aid.gui.attendance import Attendance
from decision_aid.gui.clock import today
from decision_aid.gui.crisis_contacts import CrisisContacts
from decision_aid.gui.joined import Joined
from decision_aid.gui.more_below import MoreBelow
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice, spoken_choices
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.changes.safety import ASSESSORS, RecordSafetyTalk
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

TalkAction = Literal["assessed_now", "handed_over", "emergency"]

_TOGETHER: Final = N_(
    "You are not alone with this. Please talk about it together now, before anything else. "
    "The steps wait."
)
_ALONE: Final = N_(
    "You are not alone with this. Please call or text one of these today, or your own provider. "
    "The steps wait."
)
_NOBODY_YET: Final = N_(
    "Nobody is here yet: you can stop here. Call or text one of the numbers above today, and go "
    "on when a provider is here."
)
_CLEARS_NOTHING: Final = N_(
    "This answer is a reason to ask, not a result. An answer of “Not at all” would not have "
    "replaced asking."
)
_NOT_ASSESSED: Final = N_(
    "A prescriber or counselor assesses safety. As another helper, please hand over to one."
)
_WHY_OFF: Final = N_("Choose one and add initials.")
_ACTIONS: Final = (
    RowChoice("assessed_now", N_("We talked, and I assessed safety now")),
    RowChoice("handed_over", N_("I handed over to someone who is assessing it")),
    RowChoice("emergency", N_("We called 911 or emergency help")),
)


class SafetyCard(Overlay):
    """Covers everything until a provider recorded what was done.

    Whoever cannot read it needs another language now: it is made anew in it.

    Args:
        window: What it covers.
        workspace: Where the record goes.
    """

    before_language = ""

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        super().__init__(
            window, _("Thank you for telling us"), full=True, closable=False, much=True
        )
        self._lead = safe.label()
        self._joined = Joined(workspace, _("Is someone who can help here with you now?"))
        self._nobody = safe.label(_(_NOBODY_YET), "strong")
        self._form = _TalkForm(workspace)
        self._provider = Attendance(PROVIDERS)
        self._contacts = CrisisContacts(workspace.snapshot.pack.crisis)
        self.card.add(self._lead, self._contacts, self._joined, self._nobody, self._form)
        self.add_foot(MoreBelow(self._scroll.verticalScrollBar()))

    def present(self, snapshot: Snapshot) -> None:
        """Open while the walk is paused, shut when it goes on."""
        if self._provider.has_ended(snapshot.session):
            self._form.clear()
        if not snapshot.journey.paused:
            if self.is_open:
                self._form.clear()
                self.shut()
            return
        accompanied = snapshot.journey.accompanied
        self._contacts.present(snapshot)
        self._lead.setText(_(_TOGETHER) if accompanied else _(_ALONE))
        for alone in (self._joined, self._nobody):
            alone.setVisible(not accompanied)
        self._form.setVisible(accompanied)
        self._form.present(snapshot.session.people)
        if not self.is_open:
            self.open()


class _TalkForm(QWidget):
    """What the provider did, and initials."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._done: TalkAction | None = None
        self._actions: tuple[RowChoice, ...] = ()
        self._action: ChoiceList | None = None
        self._who_assesses = safe.label(_(_NOT_ASSESSED), "small_strong")
        self._initials = safe.line_edit(_("Initials of the provider"), _("Your initials"))
        self._initials.setMaxLength(12)
        self._problem = safe.label("", "strong")
        self._problem.hide()
        self._why_off = safe.label(_(_WHY_OFF), "small")
        self._record = safe.button(_("Record and go on"), "primary")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(6)
        for part in (
            safe.label(_("For the provider: what was done"), "heading"),
            safe.label(_(_CLEARS_NOTHING), "small"),
            self._who_assesses,
            self._problem,
        ):
            self._column.addWidget(part)
        self._column.addLayout(self._signed())
        self._initials.textChanged.connect(self._allow)
        self._record.clicked.connect(self._write_down)
        self._allow()

    def present(self, people: Sequence[Role]) -> None:
        """Offer what those who are here may record; what was chosen stays where it still may be."""
        may_assess = not set(ASSESSORS).isdisjoint(people)
        self._who_assesses.setVisible(not may_assess)
        actions = _ACTIONS if may_assess else _ACTIONS[1:]
        if actions == self._actions:
            return
        self._actions = actions
        if self._action is not None:
            self._action.hide()
            self._action.deleteLater()
        self._action = ChoiceList(_("What was done"), spoken_choices(actions))
        self._action.chosen.connect(self._choose)
        self._column.insertWidget(self._column.indexOf(self._problem), self._action)
        self._action.choose(self._done)
        if self._action.value is None:
            self._choose(None)

    def clear(self) -> None:
        """Forget what was filled in."""
        self._done = None
        if self._action is not None:
            self._action.choose(None)
        self._initials.clear()
        self._problem.hide()

    def _signed(self) -> RowOrColumn:
        """Initials, the button, and why it is off."""
        row = RowOrColumn(gap=12, shares=(2, 3, 4, 4), row_from=620)
        for part in (
            safe.label(_("Initials"), "strong"),
            self._initials,
            self._why_off,
            self._record,
        ):
            row.addWidget(part)
        return row

    def _choose(self, action: TalkAction | None) -> None:
        self._done = action
        self._allow()

    def _allow(self) -> None:
        ready = self._done is not None and bool(self._initials.text().strip())
        self._record.setEnabled(ready)
        self._why_off.setText("" if ready else _(_WHY_OFF))
        self._record.setAccessibleDescription("" if ready else _(_WHY_OFF))

    def _write_down(self) -> None:
        if self._done is None:
            return
        talk = SafetyTalk(action=self._done, initials=self._initials.text().strip(), on=today())
        try:
            self._workspace.apply(RecordSafetyTalk(talk))
        except NotAllowedError as error:  # who is here was changed a moment ago
            self._problem.setText(str(error))
            self._problem.show()
