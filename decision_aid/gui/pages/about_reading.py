"""A medicine's name as typed, what it was read as, and what may be meant by the rest."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import or_words
from decision_aid.domain.about_you import Taking
from decision_aid.domain.dose_words import dose_corrections, unread_in_dose
from decision_aid.domain.medicine_search import Correction, corrections
from decision_aid.domain.medicines import unread_words
from decision_aid.domain.pack import Pack
from decision_aid.gui import safe
from decision_aid.gui.widgets.chip import Chip
from decision_aid.gui.widgets.flow import Flow
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.workspace.medicine_words import Reading, may_not_be_taken, readings

UNKNOWN = N_("Ask a pharmacist")
"""On a name the pack does not know, which is kept as typed."""
_UNKNOWN_NAME = N_("We do not know this name.")
_NO_CLASS = N_("Taken this way, it is in none of the groups that this aid checks.")
IF_NOT_TAKEN = N_("If you do not take it, remove the line; if you stopped it, choose Stopped.")
"""Beside what was read, where the line sounds as if it were not taken."""
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
        self._denied = safe.label(_(IF_NOT_TAKEN), "small")
        self._dose = NotKnownInDose(pack)
        column.addWidget(self._denied)
        known = bool(readings(pack, Taking(name=name)))
        unread = unread_words(pack, name) if known else ()
        if unread or not known:
            self._ask(column, name, unread, rename)
        column.addWidget(self._dose)

    def present(self, taking: Taking) -> None:
        """Show what was read; its dose and the way it is taken may change that."""
        read = readings(self._pack, taking)
        self._read.show_keys(read)
        self._read.setVisible(bool(read))
        self._denied.setVisible(bool(read) and may_not_be_taken(taking))
        self._dose.present(taking.dose)

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


class NotKnownInDose(QWidget):
    """What stands where the dose goes, may be a medicine, and is not known.

    Args:
        pack: Where names are from.
    """

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self._pack, self._told = pack, safe.label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._told)
        column.addWidget(_marked_unknown(level=False))

    def present(self, dose: str) -> None:
        """Tell what of this dose is not known, or be gone."""
        unread = unread_in_dose(self._pack, dose)
        self.setVisible(bool(unread))
        if unread:
            words = not_known_words(unread, dose_corrections(self._pack, dose))
            self._told.setText(_("In the dose: {sentences}").format(sentences=words))


class ReadingRow(QWidget):
    """The generic name, where it is not what was typed, and a chip for each class."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        row = Flow(gap=8)
        self.setLayout(row)
        if reading.medicine:
            row.addWidget(_beside_chip(_read_words(reading)))
        for name in reading.classes:
            row.addWidget(Chip(name, wraps=len(name) > _ONE_LINE))
        if not reading.classes:
            row.addWidget(_beside_chip(_(_NO_CLASS)))


def _read_words(reading: Reading) -> str:
    told = _("Read in the dose: {medicine}") if reading.in_dose else _("Read as: {medicine}")
    return told.format(medicine=reading.medicine)


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
    row.addWidget(Chip(_(UNKNOWN), "caution"))
    return made


def _use(meant: Correction, rename: Callable[[str], None]) -> QWidget:
    use = safe.button(
        _("Use {medicine}").format(medicine=meant.name),
        "small",
        name=_("Use {medicine} instead of {typed}").format(medicine=meant.name, typed=meant.typed),
    )
    use.clicked.connect(lambda: rename(meant.line))
    return use


def not_known_words(unread: Sequence[str], meant: Sequence[Correction]) -> str:
    """That a name, or these words of a line, are not known, and what may be meant.

    Args:
        unread: The words; empty where nothing of the line is known.
        meant: What may be meant.
    """
    words = or_words(_("“{word}”").format(word=safe.breakable(one)) for one in unread)
    told = _("We do not know {words}.").format(words=words) if words else _(_UNKNOWN_NAME)
    names = or_words(dict.fromkeys(one.name for one in meant))
    asked = _("Did you mean {medicines}?").format(medicines=names) if names else ""
    return f"{told} {asked}".rstrip()
