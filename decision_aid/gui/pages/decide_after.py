"""What goes home: when to call, when to look again."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.domain.guidance import CallReason
from decision_aid.gui import safe
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.clinic_block import ClinicBlock
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.workspace.changes.walk import SetText
from decision_aid.workspace.clinic_words import PHONES, phone_rows, phones_sentence
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.suggested import concerns
from decision_aid.workspace.words import CALL_WHEN
from decision_aid.workspace.workspace import Workspace


class CallCard(Card):
    """Signs to call about, emergencies first, and the crisis line."""

    def __init__(self) -> None:
        super().__init__(_("When to call"))
        self._emergency = _Signs(_(CALL_WHEN["emergency"]))
        self._clinic = _Signs(_(CALL_WHEN["clinic"]))
        self._own = ClinicBlock(_(PHONES))
        self._crisis = safe.label("", "strong")
        self.add(self._emergency, self._clinic, self._own, self._crisis)

    def present(self, snapshot: Snapshot) -> None:
        """Show the signs that concern anyone, and those of what was chosen."""
        reasons = [one for one in snapshot.pack.call_reasons if concerns(one.options, snapshot)]
        self._emergency.show_signs([one for one in reasons if one.urgency == "emergency"])
        self._clinic.show_signs([one for one in reasons if one.urgency == "clinic"])
        self._crisis.setText(snapshot.pack.crisis.line)
        self._own.say(phone_rows(snapshot)[:1], phones_sentence(snapshot))


class ReviewCard(Card):
    """When to look again.

    Args:
        workspace: Where the words go.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("When to look again"))
        self._edit = GrowingEdit(_("When to look again"), _("In 4 weeks, or a date"))
        self._edit.edited.connect(lambda text: workspace.apply(SetText("review", text)))
        self.add(self._edit)

    def present(self, snapshot: Snapshot) -> None:
        """Show what was written."""
        self._edit.fill(snapshot.session.review)


class _Signs(QWidget):
    def __init__(self, title: str) -> None:
        super().__init__()
        self._signs = Bullets(role="cell")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(safe.label(title, "small_strong"))
        column.addWidget(self._signs)

    def show_signs(self, reasons: list[CallReason]) -> None:
        self._signs.say([one.text for one in reasons])
        self.setVisible(bool(reasons))
