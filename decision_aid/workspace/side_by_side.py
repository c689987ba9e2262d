"""The options side by side: questions in groups, and the numbers below an answer's words."""

import re
from collections.abc import Sequence
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words, number_words
from decision_aid.domain.options import Question
from decision_aid.domain.risk import Arm, Figure, Study
from decision_aid.workspace.wording import certainty_words, counts, per_100_sentences

_GROUPS: Final = (
    (N_("What it is"), ("description",)),
    (N_("What to expect"), ("benefit",)),
    (N_("What could go wrong"), ("harm",)),
    (N_("What it is like"), ("body", "mind", "social")),
    (N_("Practical things"), ("practical",)),
)


def grouped(questions: Sequence[Question]) -> tuple[tuple[str, tuple[Question, ...]], ...]:
    """The questions under their headings, each group in the pack's order; no group is empty."""
    made = (
        (title, tuple(one for one in questions if one.kind in kinds)) for title, kinds in _GROUPS
    )
    return tuple((_(title), asked) for title, asked in made if asked)


def number_lines(figure: Figure, study: Study, *, happened: bool = True) -> tuple[str, str, str]:
    """A figure in short: one group, the other group, and how sure we are.

    Args:
        figure: The figure; its first way of counting is told.
        study: Its study.
        happened: Whether those alone are told to whom it happened, or the others, too, and first.
    """
    reading, way = figure.readings[0], 1 if happened else -1
    told = per_100_sentences(figure, reading.intervention)[::way]
    sure = certainty_words(study.certainty)
    first = told[0]
    if not happened:  # "75 of 100 did not" alone would not say what
        # Translators: such as "75 of 100 did not, 25 of 100 felt sick".
        first = _("{others}, {people}").format(others=told[0], people=told[1])
    if reading.comparison is None:
        return first, _("no comparison group"), sure
    other = counts(reading.comparison)
    # Translators: to how many it happened in the other group: "against 22 of 100".
    against = _("against {people}").format(people=other[0] if happened else and_words(other[::way]))
    return first, against, sure


def below_words(
    figure: Figure, study: Study, words: str, *, happened: bool = True
) -> tuple[str, str, str]:
    """A figure below an answer's words, as of `number_lines`; "" for what they tell already.

    Args:
        figure: The figure.
        study: Its study.
        words: The answer in words.
        happened: As for `number_lines`.
    """
    first, against, sure = number_lines(figure, study, happened=happened)
    reading, frame = figure.readings[0], 0 if happened else 1
    if counts(reading.intervention)[frame] not in words:
        return first, against, sure
    other = reading.comparison
    return "", "" if other and _names_people(words, other, frame) else against, sure


def _names_people(words: str, arm: Arm, frame: int) -> bool:
    """Whether the number of people of a group stands there: "53 of 100, against 42"."""
    number = number_words((arm.per_100, 100 - arm.per_100)[frame])
    return re.search(rf"(?<!\w){re.escape(number)}(?!\w)", words) is not None
