"""Where each option stands with the safety rules: a line for each, before the findings."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from decision_aid.base.language import _
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.letter import letter_badge
from decision_aid.gui.widgets.mark import Mark, Tone
from decision_aid.workspace.finding_words import KINDS, NOTHING, Kind, OptionStanding

TONES: Final[dict[Kind, Tone]] = {"gate": "gate", "caution": "caution"}
"""What a kind of finding warns of; the others warn of nothing."""

_Key = tuple[str, str]


class Standings(KeyedList[_Key, "StandingLine"]):
    """The options of this session, one below the other."""

    def __init__(self) -> None:
        super().__init__(lambda key: StandingLine(*key), gap=10)

    def present(self, standings: tuple[OptionStanding, ...]) -> None:
        """Show where the options stand."""
        lines = self.show_keys([(one.letter, one.name) for one in standings])
        for line, standing in zip(lines, standings, strict=True):
            line.present(standing)


class StandingLine(QWidget):
    """An option's letter and name; below them what was found, gravest first.

    Args:
        letter: Its letter; "" for what stands whatever is chosen.
        name: Its short name.
    """

    def __init__(self, letter: str, name: str) -> None:
        super().__init__()
        self._nothing = safe.label(_(NOTHING), "small")
        self._counts = KeyedList[Kind, _Count](_Count, gap=2)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        if letter:
            grid.addWidget(letter_badge(letter), 0, 0, Qt.AlignmentFlag.AlignTop)
        first = 1 if letter else 0
        grid.addWidget(safe.label(name, "small_strong"), 0, first, 1, 2 - first)
        for row, part in enumerate((self._nothing, self._counts), start=1):
            grid.addWidget(part, row, first, 1, 2 - first)

    def present(self, standing: OptionStanding) -> None:
        """Show the counts."""
        self._nothing.setVisible(not standing.counts)
        self._counts.setVisible(bool(standing.counts))
        shown = self._counts.show_keys([kind for kind, _count in standing.counts])
        for one, (_kind, count) in zip(shown, standing.counts, strict=True):
            one.present(count)


class _Count(QWidget):
    """A sign, the word it stands for, and how many there are."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._word = _(KINDS[kind])
        self._text: QLabel = safe.label("", "cell")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(Mark(TONES.get(kind, "neutral"), drop=2), alignment=top)
        row.addWidget(self._text, stretch=1)

    def present(self, count: int) -> None:
        """Show how many there are."""
        told = _("{kind}: {count}").format(kind=self._word, count=number_words(count))
        self._text.setText(told)
