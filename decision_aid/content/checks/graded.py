"""The reading grade of a pack: each text, each screen, the median."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import groupby
from statistics import median
from typing import Final

from decision_aid.base.language import _
from decision_aid.content.checks.patient_texts import PatientText, patient_texts
from decision_aid.content.nodes import place_of
from decision_aid.content.pack_reading import ReadPack
from decision_aid.content.reading import FEWEST_WORDS, Counted, counted
from decision_aid.content.wording import LONGEST_NAME
from decision_aid.domain.pack import Pack

MOST_NAMES: Final = 60
"""Names of a pack that count as easy; more of them would hide how hard its texts are."""


@dataclass(frozen=True)
class Graded:
    """One text with its grade.

    Attributes:
        text: The text.
        counted: What its grade is made of, with the pack's names as easy words.
        all_counted: The same with names counted as any other word.
    """

    text: PatientText
    counted: Counted
    all_counted: Counted

    @property
    def grade(self) -> float:
        """Its US school grade; the pack's names count as easy."""
        return self.counted.grade

    @property
    def with_names(self) -> float:
        """The grade where names count as any other word."""
        return self.all_counted.grade


@dataclass(frozen=True)
class PackGrades:
    """How hard a pack is to read.

    Attributes:
        texts: Every text of at least `FEWEST_WORDS` words, in the order of the screens.
        screens: All texts of a screen, the short ones too, read as one.
        too_short: How many texts were too short for a grade of their own.
    """

    texts: tuple[Graded, ...]
    screens: tuple[Graded, ...]
    too_short: int

    @property
    def median(self) -> float:
        """The median grade of the texts; 0 where there is none."""
        return median_of(one.grade for one in self.texts)


def graded(read: ReadPack) -> PackGrades:
    """The grades of every text and every screen of a pack; none but in English."""
    told = patient_texts(read) if is_english(read) else ()
    texts = [_graded(one, easy_names(read.pack)) for one in told]
    long_enough = tuple(one for one in texts if one.counted.words >= FEWEST_WORDS)
    return PackGrades(long_enough, tuple(_screens(texts)), len(texts) - len(long_enough))


def easy_names(pack: Pack) -> tuple[str, ...]:
    """The names that count as easy: few and short, however many a pack lists."""
    return tuple(name for name in pack.names[:MOST_NAMES] if len(name) <= LONGEST_NAME)


def is_english(read: ReadPack) -> bool:
    """Whether a pack is in the language the formula and the syllables are of."""
    return read.pack.language.partition("-")[0] == "en"


def reading_report(read: ReadPack) -> dict[str, object]:
    """How hard a pack is to read, ready for JSON.

    Grades are US school grades: `grade` with the pack's names as easy words, `with_names` with them
    counted as any other word. In another language than English nothing is graded.

    Args:
        read: The pack, with the place of everything in it.
    """
    grades = graded(read)
    hardest = max(grades.texts, key=lambda one: one.grade, default=None)
    return {
        "method": "Flesch-Kincaid grade level",
        "texts": len(grades.texts),
        "too_short": grades.too_short,
        "median": grades.median,
        "median_with_names": median_of(one.with_names for one in grades.texts),
        "hardest": _told(read, hardest) if hardest else None,
        "screens": {
            one.text.screen: {"grade": one.grade, "with_names": one.with_names}
            for one in grades.screens
        },
        "names": list(easy_names(read.pack)),
    }


def _told(read: ReadPack, one: Graded) -> dict[str, object]:
    place = place_of(read.tree, one.text.path)
    return {
        "grade": one.grade,
        "with_names": one.with_names,
        "text": one.text.name,
        "screen": one.text.screen,
        "file": place.file,
        "line": place.line,
    }


def _graded(text: PatientText, names: tuple[str, ...]) -> Graded:
    return Graded(text, counted(text.text, names), counted(text.text))


def _screens(texts: Sequence[Graded]) -> Iterator[Graded]:
    for screen, of in groupby(texts, key=lambda one: one.text.screen):
        joined = reduce(_joined, of)
        yield replace(joined, text=replace(joined.text, name=_(screen)))


def _joined(first: Graded, other: Graded) -> Graded:
    counts = first.counted + other.counted, first.all_counted + other.all_counted
    return Graded(first.text, *counts)


def median_of(grades: Iterable[float]) -> float:
    """The median of grades, to one decimal; 0 where there is none."""
    found = list(grades)
    return round(median(found), 1) if found else 0.0
