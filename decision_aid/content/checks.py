"""What `decision-aid check` tells about a pack: errors that keep it out, and warnings."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

from decision_aid.base.errors import Problem, ProblemsError
from decision_aid.content.nodes import Place, place_of, texts
from decision_aid.content.pack_reading import ReadPack, read_pack
from decision_aid.content.references import PACK_POINTERS, ids_of, matches
from decision_aid.content.wording import quote

CRISIS_CHECK_DAYS: Final = 180
"""Crisis numbers change; after so many days they are looked up again."""

_LOADED: Final = re.compile(
    r"\b(breakthrough|proven|natural|unfortunately|miracle|safe and effective)\b", re.IGNORECASE
)
"""Words that praise or frighten instead of telling."""

Warned = tuple[Place, str]
"""Where something deserves a look, and a sentence on it."""


@dataclass(frozen=True)
class CheckFinding:
    """One thing a check found.

    Attributes:
        code: The check's name.
        severity: An error keeps the pack from loading; a warning does not.
        problem: Where it is and what it is.
    """

    code: str
    severity: Literal["error", "warning"]
    problem: Problem

    def __str__(self) -> str:
        return f"{self.problem.file}:{self.problem.line}: {self.severity}: {self.problem.text}"


def check_pack(where: str | Path, *, today: date, language: str = "en") -> tuple[CheckFinding, ...]:
    """Everything to tell the author of a pack.

    Args:
        where: The id of a pack that comes with the program, or the folder of another one.
        today: The day to measure ages from.
        language: Language of the texts, as in BCP 47.

    Raises:
        InputError: There is no such pack.
    """
    try:
        read = read_pack(where, language)
    except ProblemsError as error:
        return tuple(CheckFinding("load", "error", problem) for problem in error.problems)
    return tuple(
        CheckFinding(code, "warning", place.problem(sentence))
        for code, check in WARNINGS.items()
        for place, sentence in check(read, today)
    )


def _review_overdue(read: ReadPack, today: date) -> Iterator[Warned]:
    due = read.pack.provenance.next_review
    if due < today:
        place = place_of(read.tree, ("provenance", "next_review"))
        yield place, f"The review was due on {due.isoformat()}."


def _crisis_unchecked(read: ReadPack, today: date) -> Iterator[Warned]:
    age = (today - read.pack.crisis.checked_on).days
    if age > CRISIS_CHECK_DAYS:
        place = place_of(read.tree, ("crisis", "checked_on"))
        yield place, f"The crisis numbers were checked {age} days ago. Look them up again."


def _unused_sources(read: ReadPack, _today: date) -> Iterator[Warned]:
    yield from _unused(read, "sources")


def _unused_figures(read: ReadPack, _today: date) -> Iterator[Warned]:
    yield from _unused(read, "figures")


def _unused(read: ReadPack, kind: str) -> Iterator[Warned]:
    patterns = [pattern for pattern, target in PACK_POINTERS if target == kind]
    used = {value for pattern in patterns for _, value in matches(read.pack, pattern)}
    for number, name in enumerate(ids_of(read.pack, kind)):
        if name not in used:
            yield place_of(read.tree, (kind, number)), f"Nothing uses {quote(name)} of {kind}."


def _loaded_words(read: ReadPack, _today: date) -> Iterator[Warned]:
    for text in texts(read.texts):
        for found in _LOADED.finditer(text.value or ""):
            yield text.place, f"{quote(found.group())} is a loaded word. Say what is known instead."


WARNINGS: Final[dict[str, Callable[[ReadPack, date], Iterator[Warned]]]] = {
    "review_overdue": _review_overdue,
    "crisis_unchecked": _crisis_unchecked,
    "unused_source": _unused_sources,
    "unused_figure": _unused_figures,
    "loaded_word": _loaded_words,
}
"""Every check that warns, by its code."""
