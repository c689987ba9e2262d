"""Asking whether a provider has come, wherever the aid waits for one."""

from typing import Final

from PySide6.QtCore import Signal

from decision_aid.base.language import N_, _
from decision_aid.domain.session import Role
from decision_aid.gui.pages.welcome import ROLE_HINTS
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice, spoken_choices
from decision_aid.gui.widgets.field import Field
from decision_aid.workspace.changes.welcome import SetPeople
from decision_aid.workspace.workspace import Workspace

_WHO: Final = (
    RowChoice("prescriber", N_("A prescriber is here now"), ROLE_HINTS["prescriber"]),
    RowChoice("counselor", N_("A counselor is here now"), ROLE_HINTS["counselor"]),
    RowChoice(
        "helper",
        N_("Another helper is here now"),
        N_("A nurse, care worker or peer; a friend or relative does not count here"),
    ),
)


class Joined(Field):
    """Says who has come.

    Args:
        workspace: Where it is said.
        question: What is asked.

    Attributes:
        came: Emitted when somebody was said to be here.
    """

    came = Signal()

    def __init__(self, workspace: Workspace, question: str) -> None:
        self._workspace = workspace
        self._who = ChoiceList(_("Who is here"), spoken_choices(_WHO))
        super().__init__(question, self._who)
        self._who.chosen.connect(self._join)

    def _join(self, role: Role) -> None:
        self._who.choose(None)  # what waited for them comes in its place
        people = self._workspace.snapshot.session.people
        self._workspace.apply(SetPeople((*people, role)))
        self.came.emit()
