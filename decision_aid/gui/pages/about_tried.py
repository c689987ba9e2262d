"""What was tried before, and what came of it."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain.about_you import Tried
from decision_aid.gui import safe
from decision_aid.gui.pages.about_medicine_line import medicine_line
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.changes.about import SetAntidepressantsTried, SetTried
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import OUTCOMES, TRIED
from decision_aid.workspace.workspace import Workspace

Outcome = Literal["helped", "a_little", "no", "had_to_stop"]
HowMany = Literal["none", "one", "two_or_more"]

_OUTCOMES: Final = tuple(OUTCOMES.items())


class TriedCard(Card):
    """How many antidepressants were tried, and the treatments by name."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Treatments tried")
        self._workspace = workspace
        self._how_many = SegmentedChoice("Antidepressants tried", tuple(TRIED.items()))
        self._rows = KeyedList[str, TriedRow](lambda name: TriedRow(name, self._edit))
        self._name = medicine_line("Add a treatment you tried", workspace.snapshot.pack)
        self._outcome = SegmentedChoice("What came of it", _OUTCOMES)
        self.add(
            Field(
                "How many antidepressants have you tried?",
                self._how_many,
                "At a full dose, for at least six weeks each.",
            ),
            Field(
                "Which treatments, and what came of them?",
                self._new_line(),
                "Medicines, therapy, anything. Choose what came of it to add it.",
            ),
            self._rows,
        )
        self._how_many.chosen.connect(self._set_how_many)
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
        column.addWidget(self._name)
        column.addWidget(self._outcome)
        return made

    @property
    def _tried(self) -> tuple[Tried, ...]:
        return self._workspace.snapshot.session.about.tried

    def _set_how_many(self, tried: HowMany | None) -> None:
        self._workspace.apply(SetAntidepressantsTried(tried))

    def _add(self, outcome: Outcome) -> None:
        """An outcome for the name typed adds it; without a name there is nothing to add."""
        self._outcome.choose(None)
        name = self._name.text().strip()
        if not name:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        others = tuple(one for one in self._tried if one.name.casefold() != name.casefold())
        self._workspace.apply(SetTried((*others, Tried(name=name, outcome=outcome))))
        self._name.clear()

    def _edit(self, name: str, outcome: Outcome | None) -> None:
        """Change what came of a treatment; None takes it off the list."""
        changed = tuple(
            Tried(name=name, outcome=outcome) if one.name == name and outcome is not None else one
            for one in self._tried
            if one.name != name or outcome is not None
        )
        self._workspace.apply(SetTried(changed))


class TriedRow(QWidget):
    """One treatment: its name, what came of it, and a button that takes it off the list."""

    def __init__(self, name: str, edit: Callable[[str, Outcome | None], None]) -> None:
        super().__init__()
        self._outcome = SegmentedChoice(f"What came of {name}", _OUTCOMES, can_unchoose=False)
        remove = safe.button("Remove", name=f"Remove tried {name}")
        self._outcome.chosen.connect(lambda outcome: edit(name, outcome))
        remove.clicked.connect(lambda: edit(name, None))
        row = RowOrColumn(gap=8, grow_first=True)
        row.addWidget(safe.label(name, "strong"))
        row.addWidget(self._outcome)
        row.addWidget(remove)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(safe.rule())
        frame.addLayout(row)

    def present(self, tried: Tried) -> None:
        """Show what came of it."""
        self._outcome.choose(tried.outcome)
