"""What is unsafe for this person: pure rules on what was said. Outside all arithmetic."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from decision_aid.domain.criteria import Criterion, Dealbreaker
from decision_aid.domain.medicines import known_medicines
from decision_aid.domain.named import find
from decision_aid.domain.options import Option
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Rule
from decision_aid.domain.session import AboutYou, Clearance, Session

_FACTS_OF_CHOICES: Final = (
    *("age:under_25", "age:65_plus", "tried:under_two"),
    *("form:spray", "form:drip", "form:by_mouth", "form:open"),
)
"""Facts from questions with fixed answers."""


@dataclass(frozen=True)
class Fact:
    """Something the rules can ask about.

    Attributes:
        name: "class:ssri", "two_of:maoi" (two medicines of one class), "condition:psychosis",
            "age:under_25", "age:65_plus", "tried:under_two", or "form:" with spray, drip, by_mouth
            or open (which form of ketamine it would be is not settled).
        because: What the person said that makes it so: a medicine's name, a condition's id; ""
            where it is so because nothing was said.
        sure: False where the person answered "not sure".
    """

    name: str
    because: str
    sure: bool = True


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A rule that fires for this person.

    Attributes:
        rule: The rule.
        because: What set it off, in the order it was said.
        sure: False when it fires only on a "not sure": find out first.
        clearance: The prescriber's clearance that holds, or None.
    """

    rule: Rule
    because: tuple[str, ...]
    sure: bool
    clearance: Clearance | None

    @property
    def shuts(self) -> bool:
        """Whether it keeps its options out of the line-up now."""
        return self.rule.severity == "gate" and self.clearance is None


def facts(pack: Pack, about: AboutYou) -> Iterator[Fact]:
    """Every fact the rules can ask about, from what the person said."""
    yield from _class_facts(pack, about)
    for condition in about.conditions:
        if condition.answer != "no":
            yield Fact(f"condition:{condition.id}", condition.id, condition.answer == "yes")
    if about.age in ("under_25", "65_plus"):
        yield Fact(f"age:{about.age}", about.age)
    if about.antidepressants_tried in ("none", "one"):
        yield Fact("tried:under_two", about.antidepressants_tried)
    if about.ketamine_form in (None, "undecided"):
        yield Fact("form:open", "")
    else:
        yield Fact(f"form:{about.ketamine_form}", f"{about.ketamine_form}")


def _class_facts(pack: Pack, about: AboutYou) -> Iterator[Fact]:
    """The classes of what is taken, and which of them two different medicines belong to."""
    named: dict[str, dict[str, str]] = {}
    for taking in about.taking:
        # A second medicine is at times written where the dose goes; there it is looked at, too.
        for medicine in known_medicines(pack, f"{taking.name}, {taking.dose}"):
            for name in medicine.classes:
                named.setdefault(name, {}).setdefault(medicine.id, taking.name)
                yield Fact(f"class:{name}", taking.name)
    for name, lines in named.items():
        if len(lines) > 1:
            yield from (Fact(f"two_of:{name}", line) for line in lines.values())


def known_facts(pack: Pack) -> frozenset[str]:
    """Every fact that can ever be so with this pack; a rule on anything else never fires."""
    classes = {f"class:{one.id}" for one in pack.medicine_classes}
    pairs = {f"two_of:{one.id}" for one in pack.medicine_classes}
    conditions = {f"condition:{one.id}" for one in pack.conditions}
    return frozenset({*classes, *pairs, *conditions, *_FACTS_OF_CHOICES})


def asks_for_form(pack: Pack) -> bool:
    """Whether any rule depends on the form of ketamine, so that it is worth asking for."""
    return any(
        fact.startswith("form:") for rule in pack.rules for group in rule.when for fact in group
    )


def findings(pack: Pack, session: Session) -> tuple[Finding, ...]:
    """Every rule that fires, gates first, then in the pack's order."""
    said = tuple(facts(pack, session.about))
    found = [
        finding for rule in pack.rules if (finding := _finding(rule, said, session)) is not None
    ]
    order = ("gate", "caution", "tell")
    return tuple(sorted(found, key=lambda finding: order.index(finding.rule.severity)))


def _finding(rule: Rule, said: tuple[Fact, ...], session: Session) -> Finding | None:
    hits = [[fact for fact in said if fact.name in group] for group in rule.when]
    if not all(hits):
        return None
    because = tuple(dict.fromkeys(fact.because for group in hits for fact in group if fact.because))
    return Finding(
        rule=rule,
        because=because,
        sure=all(any(fact.sure for fact in group) for group in hits),
        clearance=_clearance(rule, because, session),
    )


def _clearance(rule: Rule, because: tuple[str, ...], session: Session) -> Clearance | None:
    """The newest clearance by a prescriber that covers everything that set the rule off."""
    for clearance in reversed(session.clearances):
        if (
            clearance.rule == rule.id
            and clearance.role == "prescriber"
            and clearance.initials.strip()
            and clearance.reason.strip()
            and set(because) <= set(clearance.covers)
        ):
            return clearance
    return None


def usually(pack: Pack, rule: Rule) -> str:
    """What a provider usually does; about medicines it ends with: change nothing alone."""
    return f"{rule.usually} {pack.keep_taking}" if rule.about_medicines else rule.usually


def gated(pack: Pack, found: tuple[Finding, ...]) -> dict[str, tuple[Finding, ...]]:
    """The options shut by gates, in the pack's order, each with the findings that shut it."""
    shut = {
        option.id: tuple(one for one in found if one.shuts and option.id in one.rule.options)
        for option in pack.options
    }
    return {option: why for option, why in shut.items() if why}


def at_or_below(criterion: Criterion, level: str) -> frozenset[str]:
    """Ids of the levels of an ordered criterion that are this bad or worse."""
    ids = [step.id for step in criterion.levels]
    return frozenset(ids[: ids.index(level) + 1])


def dealbreaker_hits(pack: Pack, dealbreaker: Dealbreaker, option: Option) -> bool:
    """Whether an option is what the person would rule out."""
    criterion = pack.criterion(dealbreaker.criterion)
    return criterion.standing(option.id).level in at_or_below(criterion, dealbreaker.level)


def ruled_out(pack: Pack, session: Session) -> dict[str, tuple[Dealbreaker, ...]]:
    """The options the person ruled out, each with the dealbreakers that did it."""
    held = [find(pack.dealbreakers, one) for one in session.dealbreakers]
    out = {
        option.id: tuple(one for one in held if dealbreaker_hits(pack, one, option))
        for option in pack.options
    }
    return {option: why for option, why in out.items() if why}


def offered_criteria(pack: Pack, session: Session) -> tuple[Criterion, ...]:
    """The criteria worth asking this person about, in the pack's order."""
    classes = {fact.name.removeprefix("class:") for fact in facts(pack, session.about)}
    return tuple(
        criterion
        for criterion in pack.criteria
        if not criterion.only_with_class or classes & set(criterion.only_with_class)
    )
