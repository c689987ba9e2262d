"""One medicine taken now: as typed, what it was read as, what may be meant, its dose."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain.about_you import Taking
from decision_aid.domain.medicine_search import Correction, corrections
from decision_aid.domain.medicines import unread_words
from decision_aid.domain.pack import Pack
from decision_aid.gui import safe
from decision_aid.gui.widgets.chip import Chip
from decision_aid.gui.widgets.flow import Flow
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.wording import read_as_words

UNKNOWN = "Ask a pharmacist"
"""On a name the pack does not know, which is kept as typed."""


class TakingRow(QWidget):
    """One medicine: its name, what it was read as, its dose, and a button to take it off the list.

    Args:
        pack: Where names and classes are from.
        name: As typed.
        edit: Called with the name and its dose, or None to take it off.
        rename: Called with the name and the line to put in its place.
    """

    def __init__(
        self,
        pack: Pack,
        name: str,
        edit: Callable[[str, str | None], None],
        rename: Callable[[str, str], None],
    ) -> None:
        super().__init__()
        self._dose = safe.line_edit(f"Dose of {name}", "Dose, if you know it")
        self._dose.textEdited.connect(lambda dose: edit(name, dose))
        remove = safe.button("Remove", name=f"Remove {name}")
        remove.clicked.connect(lambda: edit(name, None))
        ends = QWidget()
        right = RowOrColumn(ends, gap=8, grow_first=True, row_from=240)
        right.addWidget(self._dose)
        right.addWidget(remove)
        row = RowOrColumn(gap=16, shares=(1, 1), row_from=600)
        row.addWidget(_Reading(pack, name, rename))
        row.addWidget(ends)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(safe.rule())
        frame.addLayout(row)

    def present(self, taking: Taking) -> None:
        """Show the dose."""
        safe.fill(self._dose, taking.dose)


class _Reading(QWidget):
    """A name as typed, what of it was read, and what may be meant by the rest."""

    def __init__(self, pack: Pack, name: str, rename: Callable[[str, str], None]) -> None:
        super().__init__()
        read, meant = read_as_words(pack, name), corrections(pack, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(safe.label(name, "strong"))
        if read:
            column.addWidget(safe.label(f"Read as: {read}", "small"))
        unread = unread_words(pack, name) if read else ()
        if unread or not read:
            column.addWidget(safe.label(not_known_words(unread, meant), "small"))
            column.addWidget(Chip(UNKNOWN, "caution"))
            column.addLayout(self._buttons(name, meant, rename))
        column.addStretch(1)

    def _buttons(
        self, name: str, meant: Sequence[Correction], rename: Callable[[str, str], None]
    ) -> Flow:
        made = Flow()
        for one in meant:
            use = safe.button(
                f"Use {one.name}", "small", name=f"Use {one.name} instead of {one.typed}"
            )
            use.clicked.connect(lambda _=False, line=one.line: rename(name, line))
            made.addWidget(use)
        return made


def not_known_words(unread: Sequence[str], meant: Sequence[Correction]) -> str:
    """That a name, or these words of a line, are not known, and what may be meant.

    Args:
        unread: The words; empty where nothing of the line is known.
        meant: What may be meant.
    """
    what = ", ".join(f"“{one}”" for one in unread) or "this name"
    asked = " or ".join(dict.fromkeys(one.name for one in meant))
    return f"We do not know {what}." + (f" Did you mean {asked}?" if asked else "")
