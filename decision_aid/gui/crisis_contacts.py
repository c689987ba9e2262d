"""Whom to call in a crisis: the pack's contacts, how fresh they are, and the clinic's numbers."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.domain.guidance import Crisis
from decision_aid.gui import safe
from decision_aid.gui.clock import today
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.clinic_block import ClinicBlock
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.clinic_words import PHONES, phone_rows, phones_sentence
from decision_aid.workspace.freshness import contacts_sentence, old_contacts_sentence
from decision_aid.workspace.snapshot import Snapshot

_OWN_NUMBERS: Final = 3
"""Most of the clinic's own numbers shown; it gives the most useful first."""


class CrisisContacts(QWidget):
    """Each contact: the number, large, and who answers. It needs no network.

    Args:
        crisis: The contacts.
    """

    def __init__(self, crisis: Crisis) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._own = ClinicBlock(_(PHONES))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for contact in crisis.contacts:
            row = RowOrColumn(gap=16, shares=(2, 5), row_from=420)
            row.addWidget(safe.label(contact.dialed, "number"))
            row.addWidget(safe.label(contact.text))
            column.addWidget(safe.rule())
            column.addLayout(row)
        column.addWidget(safe.rule())
        column.addWidget(safe.label(contacts_sentence(crisis), "small"))
        column.addWidget(Banner(old_contacts_sentence(crisis, today()), "caution"))
        column.addWidget(self._own)

    def present(self, snapshot: Snapshot) -> None:
        """Show the clinic's own numbers below the contacts, where it gives any."""
        self._own.say(phone_rows(snapshot)[:_OWN_NUMBERS], phones_sentence(snapshot))
