"""What the patient screen shows, as labels and drawings: nothing in it can be pressed or typed."""

from collections.abc import Sequence
from typing import Final, assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.gui import safe
from decision_aid.gui.pages.weigh_lineup import segments
from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.icon_array import IconArray
from decision_aid.gui.widgets.legend import Legend
from decision_aid.gui.widgets.letter import letter_badge
from decision_aid.gui.widgets.lineup_bar import LineupBar
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.thin_numbers import ThinNumbers
from decision_aid.workspace.patient_view.blocks import (
    Bar,
    Bars,
    Contacts,
    Group,
    Pair,
    Part,
    Points,
    Rows,
    Section,
    Text,
)

_LINES: Final = 20
"""Least width of a column, in heights of body text."""

_GAP: Final = 24
_PITCH: Final = 0.42
"""Distance between circles in heights of a line: two pictures and their words fit in a column."""


class Sections(QWidget):
    """Cards side by side where there is room; only those that changed are made anew."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._sections: tuple[Section, ...] = ()
        self._cards: list[SectionCard] = []
        self._most = 1
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)

    def show_sections(self, sections: Sequence[Section], columns: int) -> None:
        """Show these sections, at most so many side by side."""
        old = list(zip(self._sections, self._cards, strict=True))
        self._cards = [_kept(one, old) or SectionCard(one) for one in sections]
        self._sections, self._most = tuple(sections), columns
        for _section, gone in old:
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._columns = 0
        self.arrange()
        for card in self._cards:
            card.show()  # Qt would show them a turn later, and only then see how tall they are

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in fewer columns where the text is large or the room is small."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Stand in as many columns as there is room for, at this size of text."""
        room = (self.width() + _GAP) // (_LINES * worn(self).type["body"] + _GAP)
        columns = max(1, min(self._most, room))
        if columns == self._columns:
            return
        self._columns = columns
        row = column = 0
        for section, card in zip(self._sections, self._cards, strict=True):
            if section.wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(card, row, column, 1, columns if section.wide else 1)
            column += columns if section.wide else 1
            if column >= columns:
                row, column = row + 1, 0
        for place in range(self._grid.columnCount()):
            self._grid.setColumnStretch(place, int(place < columns))


class SectionCard(Card):
    """One section."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.setAccessibleName(section.title)
        self.body.setSpacing(16)
        if section.title:
            self.body.addLayout(_head(section))
        self.add(*map(_part, section.parts))


def _kept(section: Section, old: list[tuple[Section, SectionCard]]) -> SectionCard | None:
    """The card of an equal section, taken out of the old ones."""
    place = next((place for place, (one, _card) in enumerate(old) if one == section), None)
    return None if place is None else old.pop(place)[1]


def _head(section: Section) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    if section.letter:
        row.addWidget(letter_badge(section.letter), alignment=Qt.AlignmentFlag.AlignTop)
    heading = _label(section.title, "heading")
    heading.setAccessibleName(section.title)
    row.addWidget(heading, stretch=1)
    return row


def _label(text: str, role: str = "body") -> QLabel:
    made = safe.label(safe.breakable(text), role)
    made.setAlignment(Qt.AlignmentFlag.AlignTop)
    return made


def _part(part: Part) -> QWidget:
    match part:
        case Text(text, strong):
            return _label(text, "strong" if strong else "body")
        case Points(items):
            return Bullets([safe.breakable(one) for one in items])
        case Rows(rows):
            return _rows(rows, "strong", (1, 1))
        case Contacts(rows):
            return _rows(rows, "number", (2, 5))
        case Pair():
            return _pair(part)
        case Bars():
            return _bars(part)
        case never:
            assert_never(never)


def _rows(rows: Sequence[tuple[str, str]], role: str, shares: tuple[int, int]) -> QWidget:
    made, column = _column(8)
    for label, text in rows:
        if column.count():
            column.addWidget(safe.rule())
        row = RowOrColumn(gap=16, shares=shares if text else (1,), row_from=300)
        row.stack_by(0)
        row.addWidget(_label(label, role))
        if text:
            row.addWidget(_label(text))
        column.addLayout(row)
    return made


def _pair(pair: Pair) -> QWidget:
    made, column = _column(8)
    column.addWidget(_label(pair.question, "strong"))
    groups = RowOrColumn(gap=_GAP, shares=(1, 1), row_from=1)
    for group in pair.groups:
        groups.addWidget(_group(group, alone=len(pair.groups) == 1))
    column.addLayout(groups)
    column.addWidget(_label(pair.keep_in_mind, "small"))
    return made


def _group(group: Group, *, alone: bool) -> QWidget:
    made, column = _column(8)
    array = IconArray(pitch=_PITCH)
    # Translators: {people} is a sentence: to how many of them something happened.
    sentence = _("{treatment}: {people}").format(treatment=group.had, people=group.sentence)
    array.show_arm(group.arm, sentence, alone=alone)
    column.addWidget(array)
    column.addWidget(_label(group.sentence))
    column.addWidget(_label(group.had, "small"))
    column.addStretch(1)
    return made


def _bars(bars: Bars) -> QWidget:
    made, column = _column(16)
    for bar in bars.bars:
        column.addLayout(_bar(bar, bars.order))
    legend = Legend()
    legend.show_names(bars.names)
    column.addWidget(legend)
    return made


def _bar(bar: Bar, order: tuple[str, ...]) -> RowOrColumn:
    row = RowOrColumn(gap=16, shares=(34, 40, 26), row_from=600)
    row.stack_by(4)
    named, inside = QWidget(), QHBoxLayout()
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(16)
    inside.addWidget(letter_badge(bar.letter), alignment=Qt.AlignmentFlag.AlignTop)
    inside.addWidget(_label(bar.name, "strong"), stretch=1)
    named.setLayout(inside)
    drawn = LineupBar()
    drawn.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    parts, thin = segments(bar.fit, order), ThinNumbers()
    drawn.show_fit(parts, bar.fit.interval, bar.sentence, of=len(order))
    thin.show_segments(parts)
    numbered, column = _column(0)
    column.addWidget(drawn)
    column.addWidget(thin)
    column.addStretch(1)
    for widget in (named, numbered, _label(bar.words)):
        row.addWidget(widget)
    return row


def _column(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    made.setProperty("role", "clear")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return made, column
