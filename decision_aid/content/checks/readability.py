"""Checks on how hard the texts are to read that a patient reads."""

from collections.abc import Iterable, Iterator
from typing import Final

from decision_aid.base.language import _
from decision_aid.base.locale_words import number_words
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.checks.graded import MOST_NAMES, Graded, is_english
from decision_aid.content.checks.patient_texts import patient_texts
from decision_aid.content.reading import sentences, word_count
from decision_aid.content.wording import LONGEST_NAME, quote

HIGHEST: Final = 8.0
"""The highest US school grade of a text, or of a screen, that a patient reads."""
HIGHEST_MEDIAN: Final = 6.0
"""The grade that half of the texts should not exceed."""
LONGEST_SENTENCE: Final = 20
"""Words."""
FEWEST_TEXTS: Final = 10
"""The median of fewer texts tells of one or two of them, not of the pack."""
STALE: Final = 0.1
"""How far the stated grade may lie from the measured one."""


def _text_too_hard(checked: Checked) -> Iterator[Found]:
    """What a patient cannot read does not inform them."""
    yield from _too_hard(checked, checked.grades.texts)


def _screen_too_hard(checked: Checked) -> Iterator[Found]:
    """A screen of short hard texts is hard, though none of them is long enough for a grade."""
    yield from _too_hard(checked, checked.grades.screens)


def _too_hard(checked: Checked, texts: Iterable[Graded]) -> Iterator[Found]:
    for one in texts:
        if one.grade > HIGHEST:
            told = _(
                "{name} reads at US grade {grade}; {most} is the most here. Use shorter words and "
                "sentences."
            ).format(
                name=one.text.name, grade=number_words(one.grade, 1), most=number_words(HIGHEST)
            )
            yield checked.place(*one.text.path), told


def _median_too_hard(checked: Checked) -> Iterator[Found]:
    """A pack may hold some hard texts; most should be easy."""
    middle = _median(checked)
    if middle is not None and middle > HIGHEST_MEDIAN:
        told = _(
            "The median of the texts is US grade {median}; {aim} is the aim. Begin with the "
            "hardest texts."
        ).format(median=number_words(middle, 1), aim=number_words(HIGHEST_MEDIAN))
        yield checked.read.texts.place, told


def _median(checked: Checked) -> float | None:
    grades = checked.grades
    return grades.median if len(grades.texts) >= FEWEST_TEXTS else None


def _sentence_too_long(checked: Checked) -> Iterator[Found]:
    """By its end, its beginning is lost."""
    for text in patient_texts(checked.read) if is_english(checked.read) else ():
        for path, sentence in ((path, one) for path, line in text.lines for one in sentences(line)):
            if (words := word_count(sentence)) > LONGEST_SENTENCE:
                told = _(
                    "{sentence} has {count} words; {most} is the most here. Make two sentences of "
                    "it."
                ).format(sentence=quote(sentence), count=words, most=LONGEST_SENTENCE)
                yield checked.place(*path), told


def _reading_grade_stale(checked: Checked) -> Iterator[Found]:
    """The pack states its grade to whoever uses it, so what it states must be so."""
    stated, measured = checked.read.pack.provenance.reading_grade, _median(checked)
    if measured is not None and round(abs(stated - measured), 6) > STALE:
        place = checked.place("provenance", "reading_grade")
        # Translators: both numbers are written as in the file.
        told = _(
            "The pack says that its median reading grade is {stated}. It is {measured}: write that."
        ).format(stated=f"{stated:g}", measured=f"{measured:g}")
        yield place, told


def _too_many_names(checked: Checked) -> Iterator[Found]:
    """Every hard word called a name would make any text easy."""
    names = checked.pack.names
    if len(names) > MOST_NAMES or any(len(name) > LONGEST_NAME for name in names):
        told = _(
            "At most {most} names of {length} characters count as easy. Keep those that have no "
            "plainer word."
        ).format(most=MOST_NAMES, length=LONGEST_NAME)
        yield checked.text_place("names"), told


CHECKS: Final = (
    Check("text_too_hard", "error", _text_too_hard),
    Check("screen_too_hard", "error", _screen_too_hard),
    Check("median_too_hard", "warning", _median_too_hard),
    Check("sentence_too_long", "warning", _sentence_too_long),
    Check("reading_grade_stale", "warning", _reading_grade_stale),
    Check("too_many_names", "warning", _too_many_names),
)
