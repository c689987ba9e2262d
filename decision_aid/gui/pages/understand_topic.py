"""One topic of Understand: what is told of it, and the cards that tell it once it is opened."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.guidance import Card as PackCard
from decision_aid.domain.pack import Pack
from decision_aid.gui import safe
from decision_aid.gui.pages.sources import sources_disclosure
from decision_aid.gui.pages.study_block import StudiesBlock
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.study_words import studies_in_words

NUMBERS: Final = N_("About the numbers here")
NUMBERS_OF: Final = N_("About the numbers here: “{title}”")


class Topic(QWidget):
    """Shut at first: its name, and the titles of its cards. Opened, the cards, two in a row.

    Args:
        pack: Where the cards' studies and sources are.
        title: Its name.
        cards: What is told of it, at least one card.

    Attributes:
        told: Ids of its cards.
        toggled: Emitted with True when it was opened, False when it was shut.
    """

    def __init__(self, pack: Pack, title: str, cards: tuple[PackCard, ...]) -> None:
        super().__init__()
        self._pack = pack
        self._told = cards
        self.told = tuple(one.id for one in cards)
        self._cards: dict[str, Card] = {}
        self._disclosure = Disclosure(title, name=_("Read about: {title}").format(title=title))
        self._titles = safe.label(" · ".join(one.title for one in cards), "small")
        self._titles.setContentsMargins(20, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (safe.rule(), self._disclosure, self._titles):
            column.addWidget(part)
        self._disclosure.body.setSpacing(16)
        self._disclosure.toggled.connect(self._turn)
        self.toggled = self._disclosure.toggled

    def tells(self, card: str) -> bool:
        """Whether a card is one of this topic's."""
        return any(one.id == card for one in self._told)

    def card(self, wanted: str) -> Card:
        """One of its cards, by its id; opens the topic."""
        self._disclosure.open()
        return self._cards[wanted]

    def _turn(self, opened: bool) -> None:  # noqa: FBT001 - a signal's slot
        self._titles.setVisible(not opened)
        if opened and not self._cards:
            self._build()

    def _build(self) -> None:
        """The cards are made when they are asked for: most visits open a few topics."""
        self._cards = {one.id: told_card(self._pack, one) for one in self._told}
        in_twos(self._disclosure.body, *self._cards.values())
        for card in self._cards.values():
            card.show()  # Qt would show it a moment later, when the page has scrolled to its place


def in_twos(column: QVBoxLayout, *cards: Card) -> None:
    """Put cards into a column, two in a row where they fit."""
    for first in range(0, len(cards), 2):
        row = RowOrColumn(shares=(1, 1), row_from=680)
        for one in cards[first : first + 2]:
            row.addWidget(one)
        column.addLayout(row)


def told_card(pack: Pack, one: PackCard) -> Card:
    """A card of the pack, with who was studied and where it comes from behind disclosures."""
    card = Card(one.title)
    card.add(*(safe.measured(safe.label(paragraph, "read")) for paragraph in one.paragraphs))
    if one.studies:
        name = _(NUMBERS_OF).format(title=one.title)
        card.add(StudiesBlock(pack, studies_in_words(pack, one.studies), _(NUMBERS), name))
    if one.sources:
        name = _("Sources of “{title}”").format(title=one.title)
        card.add(sources_disclosure(pack, one.sources, name))
    return card
