"""The card behind "Need help now?": whom to call, offline, one press away."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain.guidance import Crisis
from decision_aid.gui import safe
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.widgets.clinic_block import ClinicBlock
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.clinic_words import PHONES, phone_rows, phones_sentence
from decision_aid.workspace.snapshot import Snapshot

_OWN_NUMBERS: Final = 3
"""Most of the clinic's own numbers on the card; it gives the most useful first."""


def contact_rows(crisis: Crisis) -> QWidget:
    """Each contact: the number, large, and who answers."""
    made = QWidget()
    made.setProperty("role", "clear")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for contact in crisis.contacts:
        row = RowOrColumn(gap=16, shares=(2, 5), row_from=420)
        row.addWidget(safe.label(contact.number, "number"))
        row.addWidget(safe.label(contact.text))
        column.addWidget(safe.rule())
        column.addLayout(row)
    column.addWidget(safe.rule())
    return made


class CrisisCard(Overlay):
    """The crisis contacts over everything else; Escape or "Close" closes it.

    Args:
        window: What it covers.
        crisis: The contacts.
    """

    def __init__(self, window: QWidget, crisis: Crisis) -> None:
        super().__init__(window, "Need help now?")
        close = safe.button("Close", "primary", name="Close help")
        self.entry = close
        close.clicked.connect(self.shut)
        checked = f"Contacts for {crisis.country}, checked on {crisis.checked_on.isoformat()}."
        self.card.add(
            safe.label(crisis.text, "lead"),
            contact_rows(crisis),
            safe.label(checked, "small"),
        )
        self._own = ClinicBlock(PHONES)
        self.card.add(self._own)
        self.card.body.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)

    def present(self, snapshot: Snapshot) -> None:
        """Show the clinic's own numbers below the contacts, where it gives any."""
        self._own.say(phone_rows(snapshot)[:_OWN_NUMBERS], phones_sentence(snapshot))
