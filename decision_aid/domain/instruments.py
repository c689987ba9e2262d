"""Questionnaires, word for word under their own terms, and what follows from the answers."""

from typing import Final

from decision_aid.base.frozen import dataclass
from decision_aid.base.language import N_, _

INSTRUMENTS: Final = ("phq9", "sure")
"""Ids of the instruments the walk has a place for."""
PHQ9_ITEMS: Final = 9
PHQ9_HIGHEST: Final = 3
"""Highest answer of one item: nearly every day."""
PHQ9_BANDS: Final = (
    # Translators: the usual words for how severe a depression is, from a PHQ-9 total.
    (4, N_("minimal")),
    (9, N_("mild")),
    (14, N_("moderate")),
    (19, N_("moderately severe")),
    (27, N_("severe")),
)
"""The highest total of each band, and the usual word for it, lowest first.

Source: Kroenke 2001 (doi 10.1046/j.1525-1497.2001.016009606.x)."""
PHQ9_MOST: Final = PHQ9_ITEMS * PHQ9_HIGHEST
"""Highest total."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One question of an instrument.

    Attributes:
        id: Its id.
        code: Its LOINC code, or "".
        text: The question, word for word.
    """

    id: str
    code: str = ""
    text: str


@dataclass(frozen=True, kw_only=True)
class ExtraItem:
    """An unscored question with answers of its own.

    Attributes:
        code: Its LOINC code, or "".
        text: The question, word for word.
        answers: Its answers, lowest first.
    """

    code: str = ""
    text: str
    answers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """A questionnaire.

    Attributes:
        id: "phq9" or "sure".
        items: Its questions.
        answers: Its answers, lowest first; the place in this list is the score of the answer.
        name: Its name.
        stem: What stands before the questions.
        notice: Copyright notice and citation, shown wherever it is.
        extra: A further, unscored question with its own answers; None where there is none.
    """

    id: str
    items: tuple[Item, ...]
    answers: tuple[str, ...]
    name: str
    stem: str
    notice: str
    extra: ExtraItem | None = None


@dataclass(frozen=True, kw_only=True)
class Phq9:
    """Answers to the PHQ-9.

    Attributes:
        answers: Nine answers, 0 to 3, None where not answered; empty when it was not begun.
        rather_talk: Item 9 answered with "I would rather talk about it".
        difficulty: The unscored function question, 0 to 3.
    """

    answers: tuple[int | None, ...] = ()
    rather_talk: bool = False
    difficulty: int | None = None

    def __post_init__(self) -> None:
        if len(self.answers) not in (0, PHQ9_ITEMS):
            raise ValueError(_("the PHQ-9 has nine answers"))
        scored = (*self.answers, self.difficulty)
        if any(one is not None and not 0 <= one <= PHQ9_HIGHEST for one in scored):
            raise ValueError(_("an answer of the PHQ-9 lies between 0 and 3"))

    def answer(self, item: int) -> int | None:
        """The answer to an item, counted from 1."""
        return self.answers[item - 1] if self.answers else None

    @property
    def answered(self) -> int:
        """How many of the nine are answered."""
        return sum(one is not None for one in self.answers)

    @property
    def item_9(self) -> tuple[int | None, bool]:
        """The answer to item 9, and whether the person would rather talk about it."""
        return self.answer(PHQ9_ITEMS), self.rather_talk

    @property
    def item_9_asks_for_talk(self) -> bool:
        """Whether item 9 calls for a talk before the visit ends.

        Source: Simon 2013 (doi 10.1176/appi.ps.201200587): any answer above "not at all" goes with
        a higher risk; a refusal is treated the same way (our rule).
        """
        return self.rather_talk or bool(self.answer(PHQ9_ITEMS))

    @property
    def total(self) -> int | None:
        """The sum, 0 to 27; None until all nine are answered."""
        if not self.answers or None in self.answers:
            return None
        return sum(one for one in self.answers if one is not None)


def phq9_band(total: int) -> str:
    """The usual word for a PHQ-9 total of 0 to 27, in the language spoken now; see `PHQ9_BANDS`.

    Raises:
        ValueError: No such total can be.
    """
    for highest, word in PHQ9_BANDS:
        if 0 <= total <= highest:
            return _(word)
    raise ValueError(_("a PHQ-9 total lies between 0 and 27"))
