"""What this person said at the second step."""

from datetime import date
from typing import Final, Literal

from decision_aid.base.frozen import dataclass, field
from decision_aid.base.language import _
from decision_aid.domain.answers import YesNoUnsure
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.rules import Route

AgeBand = Literal["under_25", "25_to_64", "65_plus"]
KetamineForm = Literal["spray", "drip", "by_mouth", "undecided"]
YesNoRatherNot = Literal["yes", "no", "rather_not"]

STOP_YEARS: Final = range(1900, 2201)
"""Years in which a medicine can be stopped; another one is a slip of the pen."""


@dataclass(frozen=True, kw_only=True)
class Taking:
    """A medicine or substance taken now, or stopped not long ago.

    Attributes:
        name: As typed; a name the pack does not know is kept as it is.
        dose: Free text.
        route: How it is taken; asked only where the pack tells routes of it apart.
        stopped: Whether it was stopped.
        stopped_on: The last day it was taken; None where it is not stopped, or nobody knows. A day
            after this visit is a plan: until then it is taken.
    """

    name: str
    dose: str = ""
    route: Route | None = None
    stopped: bool = False
    stopped_on: date | None = None

    def __post_init__(self) -> None:
        if self.stopped_on and not self.stopped:
            raise ValueError(_("a day on which it was stopped goes with stopped: true"))


@dataclass(frozen=True, kw_only=True)
class Tried:
    """A treatment tried before.

    Attributes:
        name: As typed.
        outcome: What came of it.
        kind: What it was.
        enough: Whether the dose was full and the time long enough to tell.
        why: Why it had to stop, or anything else about it, in own words.
    """

    name: str
    outcome: Literal["helped", "a_little", "no", "had_to_stop"]
    kind: Literal["medicine", "therapy", "other"] | None = None
    enough: YesNoUnsure | None = None
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class ConditionAnswer:
    """An answer about a health condition.

    Attributes:
        id: The condition's id in the pack.
        answer: "unsure" counts as a reason to find out first.
    """

    id: str
    answer: YesNoUnsure


@dataclass(frozen=True, kw_only=True)
class AboutYou:
    """Step 2.

    Attributes:
        age: Age band.
        ketamine_form: The form of ketamine they talk about; it decides how medicines act on it.
        antidepressants_tried: How many were tried at a full dose for at least six weeks.
        tried: Treatments tried and what came of them.
        taking: Medicines and substances now.
        helped_before: What helped before, even a little, in own words.
        dissociatives_before: Whether ketamine, or another drug that makes things feel unreal, was
            ever taken.
        other_drugs_before: Whether other drugs were ever taken.
        drugs_words: How that was, in own words.
        conditions: Answers about health conditions and situation.
        phq9: Answers to the PHQ-9.
    """

    age: AgeBand | None = None
    ketamine_form: KetamineForm | None = None
    antidepressants_tried: Literal["none", "one", "two_or_more"] | None = None
    tried: tuple[Tried, ...] = ()
    taking: tuple[Taking, ...] = ()
    helped_before: str = ""
    dissociatives_before: YesNoRatherNot | None = None
    other_drugs_before: YesNoRatherNot | None = None
    drugs_words: str = ""
    conditions: tuple[ConditionAnswer, ...] = ()
    phq9: Phq9 = field(default_factory=Phq9)
