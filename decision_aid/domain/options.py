"""Options, and the questions every option answers in the same order."""

from typing import Literal

from decision_aid.base.frozen import dataclass
from decision_aid.domain.named import find


@dataclass(frozen=True, kw_only=True)
class Question:
    """One row of the side-by-side table, asked of every option alike.

    Attributes:
        id: Its id; every option has a cell with it.
        kind: What its answers tell; "body", "mind" and "social" are what living with it is like.
        criteria: The criteria it informs, for "only what matters to me".
        text: The question, in the person's voice: "How soon might I notice a change?".
        short: A label of one to three words for narrow places.
        caution: Said wherever the row stands, where its numbers come from different times or
            groups and must not be set side by side; "" where they do not.
    """

    id: str
    kind: Literal["description", "benefit", "harm", "body", "mind", "social", "practical"]
    criteria: tuple[str, ...] = ()
    text: str
    short: str
    caution: str = ""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One option's answer to one question.

    Attributes:
        id: The question's id.
        text: The answer in words.
        more: A sentence or two more, shown when the cell is opened; "" where there is none.
        figures: Figures that show it, opened from the cell.
        studies: Studies whose numbers stand in the words, beside those of the figures.
        sources: Sources of what the text says.
        no_good_numbers: The honest cell: people ask for a number here and there is none.
    """

    id: str
    text: str
    more: str = ""
    figures: tuple[str, ...] = ()
    studies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    no_good_numbers: bool = False


@dataclass(frozen=True, kw_only=True)
class Option:
    """One thing a person can do.

    Attributes:
        id: Its id.
        status_quo: Whether this is what goes on if nothing is changed (exactly one option is).
        headline_figures: Figures that tell the most about it, best first; may be empty.
        cells: Its answers, one for every question of the pack.
        name: "Ketamine alone".
        short: At most three words, for bars and narrow tables.
        summary: One sentence: what it is.
        no_numbers: Said in place of a figure where headline_figures is empty, or "".
    """

    id: str
    status_quo: bool = False
    headline_figures: tuple[str, ...] = ()
    cells: tuple[Cell, ...]
    name: str
    short: str
    summary: str
    no_numbers: str = ""

    def cell(self, question: str) -> Cell:
        """Its answer to a question."""
        return find(self.cells, question)
