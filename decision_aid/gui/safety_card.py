"""The calm card that pauses the walk when item 9 of the PHQ-9 asks for a talk."""

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.errors import NotAllowedError
from decision_aid.domain.session import SafetyTalk
from decision_aid.gui import safe
from decision_aid.gui.clock import today
from decision_aid.gui.crisis_contacts import CrisisContacts
from decision_aid.gui.joined import Joined
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice
from decision_aid.workspace.changes.safety import RecordSafetyTalk
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

TalkAction = Literal["assessed_now", "handed_over", "emergency"]

_TOGETHER: Final = (
    "You are not alone with this. Please talk about it together now, before anything else. "
    "The steps wait."
)
_ALONE: Final = (
    "You are not alone with this. Please call or text one of these today, or your own provider. "
    "The steps wait."
)
_CLEARS_NOTHING: Final = (
    "For the provider: this answer is a reason to ask, not a result. An answer of “Not at all” "
    "would not have replaced asking."
)
_ACTIONS: Final = (
    RowChoice("assessed_now", "We talked, and I assessed safety now"),
    RowChoice("handed_over", "I handed over to someone who is assessing it"),
    RowChoice("emergency", "We started the emergency path"),
)


class SafetyCard(Overlay):
    """Covers everything until a provider recorded what was done.

    Args:
        window: What it covers.
        workspace: Where the record goes.
    """

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        super().__init__(window, "Thank you for telling us", full=True, closable=False)
        self._lead = safe.label("", "lead")
        self._joined = Joined(workspace, "Is someone who can help here with you now?")
        self._form = _TalkForm(workspace)
        self._contacts = CrisisContacts(workspace.snapshot.pack.crisis)
        self.card.add(self._lead, self._contacts, self._joined, self._form)

    def present(self, snapshot: Snapshot) -> None:
        """Open while the walk is paused, shut when it goes on."""
        if not snapshot.journey.paused:
            if self.is_open:
                self._form.clear()
                self.shut()
            return
        accompanied = snapshot.journey.accompanied
        self._contacts.present(snapshot)
        self._lead.setText(_TOGETHER if accompanied else _ALONE)
        self._joined.setVisible(not accompanied)
        self._form.setVisible(accompanied)
        if not self.is_open:
            self.open()


class _TalkForm(QWidget):
    """What the provider did, and initials."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._done: TalkAction | None = None
        self._action = ChoiceList("What was done", _ACTIONS)
        self._initials = safe.line_edit("Initials of the provider", "Your initials")
        self._initials.setMaxLength(12)
        self._problem = safe.label("", "strong")
        self._problem.hide()
        self._record = safe.button("Record and go on", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(safe.label(_CLEARS_NOTHING, "small"))
        column.addWidget(self._action)
        column.addWidget(safe.label("Initials", "strong"))
        column.addWidget(self._initials)
        column.addWidget(self._problem)
        column.addWidget(self._record, alignment=Qt.AlignmentFlag.AlignRight)
        self._action.chosen.connect(self._choose)
        self._initials.textChanged.connect(self._allow)
        self._record.clicked.connect(self._write_down)
        self._allow()

    def clear(self) -> None:
        """Forget what was filled in."""
        self._done = None
        self._action.choose(None)
        self._initials.clear()
        self._problem.hide()

    def _choose(self, action: TalkAction | None) -> None:
        self._done = action
        self._allow()

    def _allow(self) -> None:
        self._record.setEnabled(self._done is not None and bool(self._initials.text().strip()))

    def _write_down(self) -> None:
        if self._done is None:
            return
        talk = SafetyTalk(action=self._done, initials=self._initials.text().strip(), on=today())
        try:
            self._workspace.apply(RecordSafetyTalk(talk))
        except NotAllowedError as error:  # who is here was changed a moment ago
            self._problem.setText(str(error))
            self._problem.show()
