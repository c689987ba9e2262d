"""A medicine's name as typed, what it was read as, and what may be meant by the rest."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain.about_you import Taking
from decision_aid.domain.medicine_search import Correction, corrections
from decision_aid.domain.medicines import unread_words
from decision_aid.domain.pack import Pack
from decision_aid.gui import safe
from decision_aid.gui.widgets.chip import Chip
from decision_aid.gui.widgets.flow import Flow
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.workspace.medicine_words import Reading, readings

UNKNOWN = "Ask a pharmacist"
"""On a name the pack does not know, which is kept as typed."""
_NO_CLASS = "Taken this way, it is in none of the groups that this aid checks."
_LEVEL = 3
"""Free pixels above words that stand beside a chip, so that they are level with its own."""
_BUTTON_LEVEL = 9
"""Free pixels above and below a chip beside buttons."""
_ONE_LINE = 40
"""Letters that stand in one line at any text size; a label would break them sooner."""


class ReadAs(QWidget):
    """What a line was read as, class by class, and what of it is not known.

    Args:
        pack: Where names and classes are from.
        name: As typed.
        rename: Called with the line to put in its place.
    """

    def __init__(self, pack: Pack, name: str, rename: Callable[[str], None]) -> None:
        super().__init__()
        self._pack = pack
        self._read = KeyedList[Reading, ReadingRow](ReadingRow, gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._read)
        known = bool(readings(pack, Taking(name=name)))
        unread = unread_words(pack, name) if known else ()
        if unread or not known:
            self._ask(column, name, unread, rename)

    def present(self, taking: Taking) -> None:
        """Show what was read; the way it is taken may change the classes."""
        read = readings(self._pack, taking)
        self._read.show_keys(read)
        self._read.setVisible(bool(read))

    def _ask(
        self,
        column: QVBoxLayout,
        name: str,
        unread: Sequence[str],
        rename: Callable[[str], None],
    ) -> None:
        meant = corrections(self._pack, name)
        column.addWidget(safe.label(not_known_words(unread, meant), "small"))
        row = Flow(gap=8)
        row.addWidget(_marked_unknown(level=bool(meant)))
        for one in meant:
            row.addWidget(_use(one, rename))
        column.addLayout(row)


class ReadingRow(QWidget):
    """The generic name, where it is not what was typed, and a chip for each class."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        row = Flow(gap=8)
        self.setLayout(row)
        if reading.medicine:
            where = "Read in the dose" if reading.in_dose else "Read as"
            row.addWidget(_beside_chip(f"{where}: {reading.medicine}"))
        for name in reading.classes:
            row.addWidget(Chip(name))
        if not reading.classes:
            row.addWidget(_beside_chip(_NO_CLASS))


def _beside_chip(text: str) -> QWidget:
    made = safe.label(text, "small")
    made.setWordWrap(len(text) > _ONE_LINE)
    made.setContentsMargins(0, _LEVEL, 0, _LEVEL)
    return made


def _marked_unknown(*, level: bool) -> QWidget:
    """The mark on a name nobody knows, level with the words of buttons beside it, or bare."""
    made = QWidget()
    row = QVBoxLayout(made)
    row.setContentsMargins(0, _BUTTON_LEVEL * level, 0, _BUTTON_LEVEL * level)
    row.addWidget(Chip(UNKNOWN, "caution"))
    return made


def _use(meant: Correction, rename: Callable[[str], None]) -> QWidget:
    use = safe.button(
        f"Use {meant.name}", "small", name=f"Use {meant.name} instead of {meant.typed}"
    )
    use.clicked.connect(lambda: rename(meant.line))
    return use


def not_known_words(unread: Sequence[str], meant: Sequence[Correction]) -> str:
    """That a name, or these words of a line, are not known, and what may be meant.

    Args:
        unread: The words; empty where nothing of the line is known.
        meant: What may be meant.
    """
    what = ", ".join(f"“{safe.breakable(one)}”" for one in unread) or "this name"
    asked = " or ".join(dict.fromkeys(one.name for one in meant))
    return f"We do not know {what}." + (f" Did you mean {asked}?" if asked else "")
