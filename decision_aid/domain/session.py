"""What this person said. Never anything derived from it."""

from datetime import date
from typing import Final, Literal

from decision_aid.base.frozen import dataclass, field
from decision_aid.base.language import _
from decision_aid.domain.about_you import AboutYou
from decision_aid.domain.answers import Rating
from decision_aid.domain.instruments import Phq9

Role = Literal["prescriber", "counselor", "helper", "companion"]
PROVIDERS: Final[tuple[Role, ...]] = ("prescriber", "counselor", "helper")
"""Who can record what was done for safety, and with whom the options are lined up."""
Involvement = Literal["me", "mostly_me", "together", "mostly_provider", "provider"]
StepId = Literal[
    "welcome", "about", "understand", "options", "matters", "weigh", "decide", "summary"
]
MOST_EARLIER_VISITS: Final = 100
"""Earlier visits a session can hold: one each week for nearly two years."""


@dataclass(frozen=True, kw_only=True)
class Clearance:
    """A prescriber's clearance of one gate.

    Attributes:
        rule: The rule's id.
        role: Who cleared it; only a prescriber can.
        initials: The prescriber's initials.
        reason: Why it is safe enough for this person.
        on: The day.
        covers: What had set the gate off. Something new sets it off again.
    """

    rule: str
    role: Role
    initials: str
    reason: str
    on: date
    covers: tuple[str, ...]

    @property
    def is_signed(self) -> bool:
        """Whether a prescriber gave it, with initials and a reason that can be read."""
        return self.role == "prescriber" and is_written(self.initials) and is_written(self.reason)


def is_written(text: str) -> bool:
    """Whether there is a letter or a digit in it; blanks and signs that show nothing are none."""
    return any(map(str.isalnum, text))


@dataclass(frozen=True, kw_only=True)
class SafetyTalk:
    """What was done after item 9 of the PHQ-9 asked for a talk.

    Attributes:
        action: What the provider did.
        initials: The provider's initials.
        on: The day.
    """

    action: Literal["assessed_now", "handed_over", "emergency"]
    initials: str
    on: date


@dataclass(frozen=True, kw_only=True)
class TeachBackAnswer:
    """What was answered to a teach-back question.

    Attributes:
        id: The question's id.
        choice: The chosen answer's id.
    """

    id: str
    choice: str


@dataclass(frozen=True, kw_only=True)
class OwnPlace:
    """How one option does on a concern of the person's own, as they see it.

    Attributes:
        option: The option's id.
        level: In three steps, or "unknown" for "we don't know".
    """

    option: str
    level: Literal["badly", "so_so", "well", "unknown"]


@dataclass(frozen=True, kw_only=True)
class Concern:
    """Something else that matters to the person.

    Attributes:
        id: "own_1", "own_2", ...; never used again in a session. Ratings go by it.
        text: In their own words.
        places: How options do on it; an option that is not there was not asked about.
    """

    id: str
    text: str
    places: tuple[OwnPlace, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TradeOff:
    """An answer to a trade-off question between two criteria.

    Attributes:
        first: A criterion's id.
        second: The other's.
        preferred: Which of the two the person would rather have at its best, with the other at its
            worst.
    """

    first: str
    second: str
    preferred: Literal["first", "second", "same"]


@dataclass(frozen=True, kw_only=True)
class Decision:
    """A leaning or a decision.

    Attributes:
        kind: An option of the pack, not yet, or something else.
        option: The option's id where kind is "option", otherwise "".
        words: In their own words.
    """

    kind: Literal["option", "not_yet", "something_else"]
    option: str = ""
    words: str = ""

    def __post_init__(self) -> None:
        if (self.kind == "option") != bool(self.option):
            raise ValueError(
                _("a decision names an option when, and only when, its kind is option")
            )


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """One thing agreed on.

    Attributes:
        what: What is done.
        who: By whom.
        by: By when, as written.
    """

    what: str
    who: str = ""
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class EarlierVisit:
    """What was said at an earlier visit, as it was said then.

    Attributes:
        on: The day.
        ratings: What mattered.
        order: Criteria in order.
        concerns: Own concerns.
        dealbreakers: Ids of the dealbreakers held to.
        phq9: Answers to the PHQ-9.
        safety_talk: What was done after item 9; None when nothing was recorded.
        leaning: What the person leaned towards.
        decision: What was decided.
    """

    on: date
    ratings: tuple[Rating, ...] = ()
    order: tuple[str, ...] = ()
    concerns: tuple[Concern, ...] = ()
    dealbreakers: tuple[str, ...] = ()
    phq9: Phq9 = field(default_factory=Phq9)
    safety_talk: SafetyTalk | None = None
    leaning: Decision | None = None
    decision: Decision | None = None


@dataclass(frozen=True, kw_only=True)
class Session:
    """Everything said, across the walk.

    Attributes:
        pack: The pack's id.
        seed: Decides the order of options on screen and paper, and the draws of the weighing.
        started_on: The day of this visit.
        label: A label the user chose; never a name by default.
        people: Who is here besides the person.
        minutes: How long they have: 3, 10 or 30.
        involvement: How much the person wants to decide themselves.
        about: Step 2.
        clearances: Gates cleared.
        safety_talk: What was done after item 9; None when nothing was recorded.
        teach_backs: Answers to the teach-back questions.
        ratings: What matters to the person. A criterion without a rating was skipped.
        order: Criteria put in order, most important first; a part of the rated ones.
        concerns: Own concerns.
        trade_offs: Answers to trade-off questions. They check the ratings and never change them.
        dealbreakers: Ids of the pack's dealbreakers the person holds to.
        provider_ratings: The provider's own view of what matters; kept apart, never averaged.
        feels_right: The answer to "Does this feel right?".
        feels_missing: What is missing, in own words.
        leaning: What the person leans towards.
        provider_leaning: What the provider leans towards.
        decision: What they decided together.
        sure: Answers to the SURE test, in its order; empty when not asked.
        next_steps: What happens next.
        open_questions: Questions still open.
        review: When to look again, as written.
        visited: Steps that were opened.
        earlier: What was said at earlier visits, oldest first.
    """

    pack: str
    seed: int
    started_on: date
    label: str = ""
    people: tuple[Role, ...] = ()
    minutes: int | None = None
    involvement: Involvement | None = None
    about: AboutYou = field(default_factory=AboutYou)
    clearances: tuple[Clearance, ...] = ()
    safety_talk: SafetyTalk | None = None
    teach_backs: tuple[TeachBackAnswer, ...] = ()
    ratings: tuple[Rating, ...] = ()
    order: tuple[str, ...] = ()
    concerns: tuple[Concern, ...] = ()
    trade_offs: tuple[TradeOff, ...] = ()
    dealbreakers: tuple[str, ...] = ()
    provider_ratings: tuple[Rating, ...] = ()
    feels_right: Literal["yes", "not_quite", "something_missing"] | None = None
    feels_missing: str = ""
    leaning: Decision | None = None
    provider_leaning: Decision | None = None
    decision: Decision | None = None
    sure: tuple[Literal["yes", "no"] | None, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    open_questions: tuple[str, ...] = ()
    review: str = ""
    visited: tuple[StepId, ...] = ()
    earlier: tuple[EarlierVisit, ...] = ()

    def __post_init__(self) -> None:
        if self.minutes not in (None, 3, 10, 30):
            raise ValueError(_("minutes is 3, 10 or 30"))
        if not 0 <= self.seed < 2**32:
            raise ValueError(_("a seed lies between 0 and 4294967295"))
        if len({rating.criterion for rating in self.ratings}) != len(self.ratings):
            raise ValueError(_("a criterion is rated once"))
        if len({concern.id for concern in self.concerns}) != len(self.concerns):
            raise ValueError(_("a concern stands there once"))

    def rating(self, criterion: str) -> Rating | None:
        """The person's rating of a criterion, None where it was skipped."""
        return next((one for one in self.ratings if one.criterion == criterion), None)
