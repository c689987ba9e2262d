"""How the aid measures up, in "Help and about": the counts in sight, every item behind them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.ipdas.assessment import (
    GROUP_WORDS,
    VERDICT_WORDS,
    assess,
    not_applicable,
    self_assessed,
    tallies,
)
from decision_aid.domain.ipdas.item import Judged
from decision_aid.domain.pack import Pack
from decision_aid.gui import safe
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.row_or_column import RowOrColumn


class AboutIpdas(QWidget):
    """The self-assessment of a pack.

    Args:
        pack: What is judged.
    """

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._judged = assess(pack)
        self._items = Disclosure(_items_title(len(self._judged)))
        self._items.toggled.connect(self._fill)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(safe.label(self_assessed()))
        column.addWidget(Bullets(tuple(map(str, tallies(self._judged)))))
        column.addWidget(self._items)

    def _fill(self) -> None:
        """Make the rows when they are first wanted."""
        body = self._items.body
        if body.count():
            return
        for group, title in GROUP_WORDS.items():
            body.addSpacing(12)
            body.addWidget(safe.label(_("{group} items").format(group=_(title)), "subheading"))
            for one in self._judged:
                if one.group == group:
                    body.addWidget(safe.rule())
                    body.addLayout(_row(one))
        body.addWidget(safe.rule())
        body.addWidget(safe.label(not_applicable(), "small"))


def _items_title(count: int) -> str:
    title = ngettext(
        "{count} item, with what shows it", "All {count} items, with what shows it", count
    )
    return title.format(count=number_words(count))


def _row(judged: Judged) -> RowOrColumn:
    row = RowOrColumn(gap=16, shares=(1, 3), row_from=520)
    verdict = safe.label(f"{judged.id}  {_(VERDICT_WORDS[judged.verdict])}", "small_strong")
    verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
    row.addWidget(verdict)
    row.addWidget(_told(judged))
    return row


def _told(judged: Judged) -> QWidget:
    made = QWidget()
    made.setProperty("role", "clear")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(safe.label(judged.words, "cell"))
    column.addWidget(safe.label(judged.proof, "small"))
    return made
