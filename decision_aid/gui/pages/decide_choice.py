"""A leaning or a decision: all options in the session's order, "not yet", "something else"."""

from typing import Final, Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.session import Decision
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.workspace import wording
from decision_aid.workspace.changes.decide import Decide
from decision_aid.workspace.not_opened import unchecked_options
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import NOT_CHECKED
from decision_aid.workspace.workspace import Workspace

Whose = Literal["leaning", "provider_leaning", "decision"]
Key = tuple[Literal["option", "not_yet", "something_else"], str]
"""Kind and option of a decision: what is chosen, without the words."""

_NAMES: Final[dict[Whose, str]] = {
    "leaning": N_("I am leaning towards"),
    "provider_leaning": N_("Provider leans towards"),
    "decision": N_("What we decide together"),
}
_WORDS: Final[dict[Whose, str]] = {
    "leaning": N_("What it is, in my own words"),
    "provider_leaning": N_("What it is"),
    "decision": N_("In our own words"),
}
_WORDS_NAMES: Final[dict[Whose, str]] = {
    "leaning": N_("I am leaning towards: what it is, in my own words"),
    "provider_leaning": N_("Provider leans towards: what it is"),
    "decision": N_("What we decide together: in our own words"),
}
"""What the line for words is called where nothing around it is seen."""
NOT_YET: Final[dict[Whose, str]] = {
    "leaning": N_("I am not ready to choose yet"),
    "provider_leaning": N_("Not ready to lean yet"),
    "decision": N_("Not to decide yet"),
}


class DecisionChoice(QWidget):
    """Rows of equal weight, nothing preset, and a line for words.

    Args:
        workspace: Where the choice goes.
        whose: Whose leaning, or the decision.
    """

    def __init__(self, workspace: Workspace, whose: Whose) -> None:
        super().__init__()
        self._workspace, self._whose = workspace, whose
        self._decision: Decision | None = None
        self._made_for: object = None
        self._list: ChoiceList | None = None
        self._words = GrowingEdit(_(_WORDS_NAMES[whose]), _(_WORDS[whose]))
        self._words.edited.connect(self._write)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._words)

    def present(self, snapshot: Snapshot, decision: Decision | None) -> None:
        """Show what was chosen."""
        rows = choices(snapshot, self._whose)
        if rows != self._made_for:
            self._made_for = rows
            self._build(rows)
        self._decision = decision
        if self._list is not None:
            self._list.choose(_key(decision))
        own = decision is not None and (
            self._whose == "decision" or decision.kind == "something_else"
        )
        self._words.setVisible(own)
        self._words.fill(decision.words if decision else "")

    def _build(self, rows: tuple[RowChoice, ...]) -> None:
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
        self._list = ChoiceList(_(_NAMES[self._whose]), rows)
        self._list.chosen.connect(self._choose)
        self._column.insertWidget(0, self._list)

    def _choose(self, key: Key | None) -> None:
        words = self._decision.words if self._decision else ""
        decision = Decision(kind=key[0], option=key[1], words=words) if key else None
        self._workspace.apply(Decide(self._whose, decision))

    def _write(self, words: str) -> None:
        key = _key(self._decision)
        if key is not None:
            decision = Decision(kind=key[0], option=key[1], words=words)
            self._workspace.apply(Decide(self._whose, decision))


def choices(snapshot: Snapshot, whose: Whose) -> tuple[RowChoice, ...]:
    """Every option, whatever keeps it out of the line-up, and the two ways not to take one."""
    unchecked = unchecked_options(snapshot)
    options = tuple(
        RowChoice(
            ("option", one.option.id),
            f"{one.letter}  {one.option.name}",
            _remark(one.option.id, snapshot)
            or (_(NOT_CHECKED) if one.option.id in unchecked else ""),
        )
        for one in snapshot.options
    )
    not_yet = RowChoice(("not_yet", ""), _(NOT_YET[whose]))
    return (*options, not_yet, RowChoice(("something_else", ""), _("Something else")))


def _remark(option: str, snapshot: Snapshot) -> str:
    reason = wording.not_weighed_reason(option, snapshot)
    if not reason:
        return ""
    if option in snapshot.gated:
        return _("Check first: {reason}").format(reason=reason)
    return _("You ruled this out: {reason}").format(reason=reason)


def _key(decision: Decision | None) -> Key | None:
    return (decision.kind, decision.option) if decision else None
