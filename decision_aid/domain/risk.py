"""Numbers about groups of people: frequencies, the studies they come from, how sure we are."""

from math import floor
from typing import Final, Literal

from decision_aid.base.frozen import dataclass
from decision_aid.base.language import _
from decision_aid.base.locale_words import number_words

Certainty = Literal["high", "moderate", "low", "very_low"]
"""GRADE's four words."""

Outcome = Literal["response", "remission", "relapse", "side_effect", "left_early"]
"""What was counted in a study."""

MOST_PEOPLE: Final = 1_000_000_000
"""Nobody ever counted more; sums with much larger whole numbers break."""

_DIGITS: Final = 10
"""What a number has beyond so many decimals is what its sums left behind."""


def whole(number: float) -> int:
    """A number rounded to a whole one, halves up.

    30 % less 7.5 % comes out a hair under 22.5 in binary numbers; it is a half all the same. Of
    people counted, however many, nothing that is less than a half comes so near to one.
    """
    return floor(round(number, _DIGITS) + 0.5)


@dataclass(frozen=True)
class Frequency:
    """So many people out of so many.

    Attributes:
        count: People it happened to.
        of: People counted, at least 1.
    """

    count: int
    of: int

    def __post_init__(self) -> None:
        if self.of < 1:
            raise ValueError(_("a frequency is out of at least one person"))
        if self.of > MOST_PEOPLE:
            told = _("a frequency is out of at most {most} people")
            raise ValueError(told.format(most=number_words(MOST_PEOPLE)))
        if not 0 <= self.count <= self.of:
            told = _("{count} of {total}: the count must lie between 0 and the total")
            raise ValueError(told.format(count=self.count, total=self.of))


@dataclass(frozen=True, kw_only=True)
class Interval:
    """A 95 % interval, in people out of 100."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= 100:
            raise ValueError(_("an interval runs from low to high, within 0 and 100"))


@dataclass(frozen=True, kw_only=True)
class Arm:
    """One group of a study: either counted, or known by its published percentage only.

    Attributes:
        counted: The people counted, where the study gives them.
        percent: The published percentage, 0 to 100, where it does not.
        interval: The published or computed 95 % interval, where there is one.
    """

    counted: Frequency | None = None
    percent: float | None = None
    interval: Interval | None = None

    def __post_init__(self) -> None:
        if (self.counted is None) == (self.percent is None):
            raise ValueError(_("an arm has either counted people or a published percentage"))
        if self.percent is not None and not 0 <= self.percent <= 100:
            raise ValueError(_("a percentage lies between 0 and 100"))
        if self.interval and not self.interval.low <= self.share <= self.interval.high:
            raise ValueError(_("an interval holds its own percentage"))

    @property
    def share(self) -> float:
        """The percentage, 0 to 100, before rounding."""
        if self.counted is not None:
            return 100 * self.counted.count / self.counted.of
        return self.percent or 0.0

    @property
    def per_100(self) -> int:
        """People out of 100, rounded half up to whole people (rule R15)."""
        return whole(self.share)


@dataclass(frozen=True, kw_only=True)
class Source:
    """Something published.

    Attributes:
        id: Its id in the pack.
        authors: As cited, "Wiles N and others".
        year: Year of publication.
        title: Title of the work.
        where: Journal, publisher or body, with volume and pages where known.
        doi: Digital object identifier, without "https://".
        pmid: PubMed id.
        url: Address, where there is neither.
        funding: Who paid, or "" where we did not see it stated.
    """

    id: str
    authors: str
    year: int
    title: str
    where: str
    doi: str = ""
    pmid: str = ""
    url: str = ""
    funding: str = ""


@dataclass(frozen=True, kw_only=True)
class Study:
    """One comparison inside which numbers may be set side by side.

    Attributes:
        id: Its id in the pack.
        record: The record of the evidence file it was taken from.
        design: Whether people were put into the groups by chance, or there was one group only.
        weeks: When it was measured, in weeks from the start.
        certainty: How sure we are, in GRADE's words.
        rated_by: Whether the certainty word is the source's own or ours.
        confirmed: "yes" where the figure was read in print; "partly" where percentages were read
            and the counts were checked by arithmetic.
        sources: Where it was published.
        people: Who was studied.
        intervention: What the first group had.
        comparison: What the other group had, or that there was none.
        when: When it was measured, in words.
        certainty_reason: Why we are this sure.
        caution: What must be said wherever a number of this study stands.
        numbers: People out of 100 or 1,000 that texts tell of without a drawing, both groups. A
            number of people in a text stands here or in a figure, or the pack is at fault.
    """

    id: str
    record: str
    design: Literal["randomized", "pooled_trials", "one_group"]
    weeks: float
    certainty: Certainty
    rated_by: Literal["source", "us"]
    confirmed: Literal["yes", "partly"]
    sources: tuple[str, ...]
    people: str
    intervention: str
    comparison: str
    when: str
    certainty_reason: str
    caution: str = ""
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One way to count the same result, such as "everyone" or "only those who finished".

    Attributes:
        id: Its id in the figure.
        intervention: The group that had the option.
        comparison: The other group; None where the study had one group only.
        name: The way of counting, in words; "" where there is only one.
    """

    id: str
    intervention: Arm
    comparison: Arm | None = None
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A result that may be drawn: both groups of one study.

    Attributes:
        id: Its id in the pack.
        study: The study it belongs to.
        sense: Whether the event is a wanted or an unwanted one.
        outcome: What was counted. Response: a score at least halved. Remission: a score under a
            cut-off; cut-offs differ, so figures with different ones are never pooled.
        scale: The scale of a response or remission, such as "MADRS"; "" where we did not see it
            stated, and for anything else.
        at_most: The highest score that counts as remission on that scale, where we saw it stated.
        readings: One or more ways of counting; the first is shown first.
        question: What it answers, "How many felt much better?".
        event: What happened, after "46 of 100", such as "felt much better".
        no_event: What happened to the others, such as "did not".
        meaning: One neutral sentence on how to read it (rule R16).
    """

    id: str
    study: str
    sense: Literal["benefit", "harm"]
    outcome: Outcome
    scale: str = ""
    at_most: int | None = None
    readings: tuple[Reading, ...]
    question: str
    event: str
    no_event: str
    meaning: str

    def __post_init__(self) -> None:
        if not self.readings:
            raise ValueError(_("a figure has at least one reading"))
        if self.scale and self.outcome not in ("response", "remission"):
            raise ValueError(_("only a response or a remission is measured on a scale"))
        if self.at_most is not None and not (self.scale and self.outcome == "remission"):
            raise ValueError(
                _("a highest score that counts belongs to a remission on a named scale")
            )
