"""Medicines, conditions and the safety rules about them, as a pack states them."""

from typing import Literal

from decision_aid.base.frozen import dataclass
from decision_aid.base.language import _

Route = Literal["mouth", "nose", "skin", "patch", "injection"]
"""A way to take a medicine."""


@dataclass(frozen=True, kw_only=True)
class MedicineClass:
    """A class of medicines or substances.

    Attributes:
        id: Its id.
        antidepressant: Whether it is taken for depression.
        name: "SSRI antidepressant".
    """

    id: str
    antidepressant: bool = False
    name: str


@dataclass(frozen=True, kw_only=True)
class ByRoute:
    """What a medicine is when it is taken in one way.

    Attributes:
        route: The way.
        classes: Ids of the classes it then has, in place of the medicine's own; may be empty.
        brands: Those of the medicine's brands that are taken in this way only.
    """

    route: Route
    classes: tuple[str, ...] = ()
    brands: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Medicine:
    """A medicine or substance a person may name.

    Attributes:
        id: Its generic name, lower case.
        brands: US brand and common names.
        classes: Ids of its classes; they hold while nobody said how it is taken.
        by_route: Where it matters how it is taken: the ways to ask for, and what it then is.
    """

    id: str
    brands: tuple[str, ...] = ()
    classes: tuple[str, ...]
    by_route: tuple[ByRoute, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Washout:
    """How long a medicine still acts after the last of it was taken.

    Attributes:
        id: Its id.
        condition: The condition that is so while it still acts; the rules ask about that.
        classes: Ids of classes it holds for.
        medicines: Ids of medicines it holds for, besides.
        days: Days after the last day it was taken; on the last of them it no longer counts.
        sources: Where it comes from.
    """

    id: str
    condition: str
    classes: tuple[str, ...] = ()
    medicines: tuple[str, ...] = ()
    days: int
    sources: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.days < 1:
            raise ValueError(_("a washout lasts one day or more"))


@dataclass(frozen=True, kw_only=True)
class Condition:
    """A health condition or situation asked about in About you.

    Attributes:
        id: Its id.
        group: Heading it stands under.
        text: In plain words.
        term: The medical term; "" where the plain words are it.
    """

    id: str
    group: Literal["heart", "brain", "mind", "body", "life"]
    text: str
    term: str = ""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A safety rule: facts about a person that touch some options.

    Attributes:
        id: Its id.
        severity: "gate" takes the options out of the line-up until a prescriber clears them;
            "caution" needs care; "tell" is for the team to know.
        urgent: Whether it cannot wait for the visit: `usually` is then what to do today, before
            the next dose. Only a gate is urgent.
        options: The options it touches; empty means it stands whatever is chosen.
        when: Facts, as groups: the rule fires when each group holds at least one fact of the
            person. See `decision_aid.domain.safety.facts` for the facts there are.
        studies: Studies whose numbers stand in its words.
        sources: Where it comes from.
        title: A few words: "You take an MAOI".
        why: What could go wrong, plainly.
        usually: What a provider usually does, or, where it is urgent, what to do now;
            `decision_aid.domain.safety.usually` ends it.
    """

    id: str
    severity: Literal["gate", "caution", "tell"]
    urgent: bool = False
    options: tuple[str, ...] = ()
    when: tuple[tuple[str, ...], ...]
    studies: tuple[str, ...] = ()
    sources: tuple[str, ...]
    title: str
    why: str
    usually: str

    def __post_init__(self) -> None:
        if not self.when or not all(self.when):
            raise ValueError(_("a rule fires on at least one fact"))
