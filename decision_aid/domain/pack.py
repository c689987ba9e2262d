"""A pack: everything that is known about one decision, in one language."""

from datetime import date
from typing import Final

from decision_aid.base.frozen import dataclass
from decision_aid.base.language import _
from decision_aid.domain.criteria import Criterion, Dealbreaker
from decision_aid.domain.guidance import CallReason, Card, Crisis, Prompt, Suggestion, TeachBack
from decision_aid.domain.instruments import Instrument
from decision_aid.domain.named import find
from decision_aid.domain.options import Option, Question
from decision_aid.domain.risk import Certainty, Figure, Source, Study
from decision_aid.domain.rules import Condition, Medicine, MedicineClass, Rule, Washout

WIDEST: Final = 100
"""Widened further, every standing would be spread over its whole scale and beyond."""


@dataclass(frozen=True, kw_only=True)
class Widening:
    """By how much each certainty word widens a range or estimate about its centre."""

    high: float
    moderate: float
    low: float
    very_low: float

    def __post_init__(self) -> None:
        # "Not a number" is never at most anything.
        if not all(one <= WIDEST for one in (self.high, self.moderate, self.low, self.very_low)):
            raise ValueError(_("nothing is widened more than {most} times").format(most=WIDEST))

    def factor(self, certainty: Certainty) -> float:
        """The factor for one certainty word, 1 or more."""
        match certainty:
            case "high":
                return self.high
            case "moderate":
                return self.moderate
            case "low":
                return self.low
            case "very_low":
                return self.very_low


@dataclass(frozen=True, kw_only=True)
class WeighingSettings:
    """The pack's own settings of the weighing.

    Attributes:
        draws: How often to draw.
        widening: See `Widening`.
        fits_well: An option whose central score (0 to 1) is at least this fits well.
        fits_fairly: At least this: fairly; below: less.
        close_points: Below this difference of the first two first-rank shares, in points of 100,
            it is too close to call.
    """

    draws: int
    widening: Widening
    fits_well: float
    fits_fairly: float
    close_points: float

    def __post_init__(self) -> None:
        if not 1 <= self.draws <= 100_000:
            raise ValueError(_("draws lies between 1 and 100000"))
        if not 0 < self.fits_fairly < self.fits_well < 1:
            raise ValueError(_("0 < fits_fairly < fits_well < 1"))


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Where the content comes from and how fresh it is.

    Attributes:
        published: Date of this version.
        next_review: When it must be looked at again.
        licence: Licence of the content.
        authors: Who wrote it, as it is.
        credentials: What they are qualified in, as it is.
        funding: Who paid; "none" is an answer.
        conflicts: Conflicts of interest, as they are.
        update_policy: How it is kept up to date.
        search_method: How the evidence was found and chosen.
        review_note: What must be said about review until a clinic records one.
        reading_grade: Median US school grade of what a patient reads, as the check measures it.
    """

    published: date
    next_review: date
    licence: str
    authors: str
    credentials: str
    funding: str
    conflicts: str
    update_policy: str
    search_method: str
    review_note: str
    reading_grade: float


@dataclass(frozen=True, kw_only=True)
class Pack:
    """Everything that is known about one decision, in one language.

    Attributes:
        id: Its id, the name of its folder.
        version: Its version.
        language: Language of its texts, as in BCP 47.
        decision: The decision as a question.
        title: Its title: "Depression: choosing a treatment together".
        condition: What the health problem is, in a short paragraph.
        natural_course: What tends to happen if nothing is changed.
        what_it_is: What this aid is.
        what_it_is_not: What it is not, one sentence each.
        not_compared: What no study compared, one sentence each.
        not_advice: The line at the foot of every page.
        keep_taking: The last sentence of every line about a medicine: never change one alone.
        names: Names and terms that have no plainer word, such as "esketamine"; they count as easy
            when the reading grade is measured.
    """

    id: str
    version: str
    language: str
    provenance: Provenance
    weighing: WeighingSettings
    options: tuple[Option, ...]
    questions: tuple[Question, ...]
    criteria: tuple[Criterion, ...]
    dealbreakers: tuple[Dealbreaker, ...]
    studies: tuple[Study, ...]
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
    medicine_classes: tuple[MedicineClass, ...]
    medicines: tuple[Medicine, ...]
    conditions: tuple[Condition, ...]
    rules: tuple[Rule, ...]
    cards: tuple[Card, ...]
    teach_backs: tuple[TeachBack, ...]
    suggestions: tuple[Suggestion, ...]
    call_reasons: tuple[CallReason, ...]
    crisis: Crisis
    instruments: tuple[Instrument, ...] = ()
    washouts: tuple[Washout, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    decision: str
    title: str
    condition: str
    natural_course: str
    what_it_is: str
    what_it_is_not: tuple[str, ...]
    not_compared: tuple[str, ...]
    not_advice: str
    keep_taking: str
    names: tuple[str, ...] = ()

    def option(self, wanted: str) -> Option:
        """The option with this id."""
        return find(self.options, wanted)

    def criterion(self, wanted: str) -> Criterion:
        """The criterion with this id."""
        return find(self.criteria, wanted)

    def figure(self, wanted: str) -> Figure:
        """The figure with this id."""
        return find(self.figures, wanted)

    def study(self, wanted: str) -> Study:
        """The study with this id."""
        return find(self.studies, wanted)

    def source(self, wanted: str) -> Source:
        """The source with this id."""
        return find(self.sources, wanted)

    def instrument(self, wanted: str) -> Instrument | None:
        """The instrument with this id, or None where its folder was taken out."""
        return next((one for one in self.instruments if one.id == wanted), None)
