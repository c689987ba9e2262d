"""One item of the standard, and what was found about it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Literal

from decision_aid.base.language import ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.options import Question
from decision_aid.domain.pack import Pack

Group = Literal["qualifying", "certifying", "quality"]
Verdict = Literal["met", "partly", "not_met"]


@dataclass(frozen=True)
class Finding:
    """What was found about an item.

    Attributes:
        verdict: Whether the aid meets it.
        proof: Where that can be seen, with counts; or what would be needed.
    """

    verdict: Verdict
    proof: str


@dataclass(frozen=True)
class Item:
    """One item of the standard.

    Attributes:
        id: Its id, as the standard numbers it; "Q01" to "Q23" for the items on quality.
        group: Which of the standard's groups it is in.
        words: What it asks for, in words of our own, as marked for translators.
        judge: Judges a pack by it.
    """

    id: str
    group: Group
    words: str
    judge: Callable[[Pack], Finding]


@dataclass(frozen=True)
class Judged:
    """An item and what was found about it in one pack.

    Attributes:
        id: The item's id.
        group: Its group.
        words: What it asks for, in words of our own.
        verdict: Whether the aid meets it.
        proof: Where that can be seen, or what would be needed.
    """

    id: str
    group: Group
    words: str
    verdict: Verdict
    proof: str


def share(done: int, of: int) -> Verdict:
    """Met where all of some are so, partly where a few are; none of nothing is not met."""
    if not done:
        return "not_met"
    return "met" if done == of else "partly"


def met_or_partly(*facts: bool) -> Verdict:
    """For what is there: met where every fact is so, too, partly where one is not."""
    return "met" if all(facts) else "partly"


def weakest(*verdicts: Verdict) -> Verdict:
    """The worst of several verdicts."""
    order: tuple[Verdict, ...] = ("not_met", "partly", "met")
    return min(verdicts, key=order.index)


def options(count: int) -> str:
    """So many options."""
    return _counted(ngettext("{count} option", "{count} options", count), count)


def rows(count: int) -> str:
    """So many rows of the side-by-side table."""
    return _counted(ngettext("{count} row", "{count} rows", count), count)


def figures(count: int) -> str:
    """So many figures."""
    return _counted(ngettext("{count} figure", "{count} figures", count), count)


def studies(count: int) -> str:
    """So many studies."""
    return _counted(ngettext("{count} study", "{count} studies", count), count)


def words(count: int) -> str:
    """So many words."""
    return _counted(ngettext("{count} word", "{count} words", count), count)


def _counted(told: str, count: int) -> str:
    return told.format(count=number_words(count))


def words_in(text: str) -> int:
    """How many words a text has."""
    return len(text.split())


def rows_of(pack: Pack, kinds: Collection[str]) -> tuple[Question, ...]:
    """The rows of the side-by-side table that are of these kinds."""
    return tuple(one for one in pack.questions if one.kind in kinds)


def answered(pack: Pack, rows: Collection[Question]) -> int:
    """How many options answer every one of these rows in words."""
    wanted = {one.id for one in rows}
    return sum(
        wanted <= {cell.id for cell in option.cells if cell.text.strip()} for option in pack.options
    )
