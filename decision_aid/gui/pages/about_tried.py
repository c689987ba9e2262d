"""What was tried before, and what came of it."""

from dataclasses import replace
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.about_you import Tried
from decision_aid.domain.medicines import known_medicines
from decision_aid.gui.announcing import announce
from decision_aid.gui.pages.about_medicine_line import medicine_line
from decision_aid.gui.pages.about_tried_row import Outcome, TriedRow
from decision_aid.gui.pages.fixed_answers import spoken
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.changes.about import SetAntidepressantsTried, SetTried
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import same_name
from decision_aid.workspace.words import OUTCOMES, TRIED
from decision_aid.workspace.workspace import Workspace

HowMany = Literal["none", "one", "two_or_more"]

_PROPERLY: Final = N_("At a full dose, for at least six weeks each.")
_ADDING: Final = N_("Medicines, therapy, anything. Choose what came of it to add it.")


class TriedCard(Card):
    """How many antidepressants were tried, and the treatments by name."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Treatments tried"))
        self._workspace = workspace
        self._how_many = SegmentedChoice(_("Antidepressants tried"), spoken(TRIED.items()))
        self._rows = KeyedList[str, TriedRow](
            lambda name: TriedRow(name, self._edit, self._remove), gap=16
        )
        self._name = medicine_line(_("Add a treatment you tried"), workspace.snapshot.pack)
        self._outcome = SegmentedChoice(_("What came of it"), spoken(OUTCOMES.items()))
        self.add(
            Field(_("How many antidepressants have you tried?"), self._how_many, _(_PROPERLY)),
            Field(_("Which treatments, and what came of them?"), self._new_line(), _(_ADDING)),
            self._rows,
        )
        self._how_many.chosen.connect(self._set_how_many)
        self._name.returnPressed.connect(self._say_how)
        self._outcome.chosen.connect(self._add)

    def present(self, snapshot: Snapshot) -> None:
        """Show the answers."""
        about = snapshot.session.about
        self._how_many.choose(about.antidepressants_tried)
        rows = self._rows.show_keys([one.name for one in about.tried])
        for row, one in zip(rows, about.tried, strict=True):
            row.present(one)

    def _new_line(self) -> QWidget:
        made = QWidget()
        column = RowOrColumn(made, gap=8, grow_first=True, row_from=620)
        column.keep_first(160)
        column.addWidget(self._name)
        column.addWidget(self._outcome)
        return made

    @property
    def _tried(self) -> tuple[Tried, ...]:
        return self._workspace.snapshot.session.about.tried

    def _set_how_many(self, tried: HowMany | None) -> None:
        self._workspace.apply(SetAntidepressantsTried(tried))

    def _say_how(self) -> None:
        """Enter alone adds nothing, and must not choose what came of it by the way."""
        if self._name.text().strip():
            announce(self._name, _(_ADDING))

    def _add(self, outcome: Outcome) -> None:
        """An outcome for the name typed adds it; without a name there is nothing to add."""
        self._outcome.choose(None)
        name = self._name.text().strip()
        if not name:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._workspace.apply(SetTried(self._with(name, outcome)))
        self._name.clear()

    def _with(self, name: str, outcome: Outcome) -> tuple[Tried, ...]:
        """The list with a treatment; one that stands there keeps its place and what was said."""
        if any(same_name(one.name, name) for one in self._tried):
            return tuple(
                replace(one, outcome=outcome) if same_name(one.name, name) else one
                for one in self._tried
            )
        known = known_medicines(self._workspace.snapshot.pack, name)
        new = Tried(name=name, outcome=outcome, kind="medicine" if known else None)
        return (*self._tried, new)

    def _edit(self, changed: Tried, gesture: str) -> None:
        """Put a treatment in place of the one of its name."""
        listed = tuple(changed if one.name == changed.name else one for one in self._tried)
        self._workspace.apply(SetTried(listed, gesture))

    def _remove(self, name: str) -> None:
        self._workspace.apply(SetTried(tuple(one for one in self._tried if one.name != name)))
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
