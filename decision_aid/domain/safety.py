"""What is unsafe for this person: pure rules on what was said. Outside all arithmetic."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from decision_aid.base.frozen import dataclass
from decision_aid.base.language import N_, _
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.criteria import Criterion, Dealbreaker
from decision_aid.domain.medicines import known_medicines, named_medicines
from decision_aid.domain.named import find
from decision_aid.domain.options import Option
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Medicine, Route, Rule, Washout
from decision_aid.domain.session import Clearance, Session
from decision_aid.domain.ways_to_take import is_one_product, ways_written

_FACTS_OF_CHOICES: Final = (
    *("age:under_25", "age:65_plus", "tried:under_two"),
    *("form:spray", "form:drip", "form:by_mouth", "form:open"),
    *("drugs:dissociatives", "drugs:other"),
)
"""Facts from questions with fixed answers."""
_NOT_SURE: Final = N_("First, find out whether this is so.")
_NOT_SURE_URGENT: Final = N_("Until you know that it is not so, act as if it were.")
_IN_DOSE: Final = ": "
"""Between the name of a line and a medicine read where its dose goes."""


@dataclass(frozen=True)
class Fact:
    """Something the rules can ask about.

    Attributes:
        name: "class:ssri", "two_of:maoi" (two medicines of one class), "condition:psychosis",
            "age:under_25", "age:65_plus", "tried:under_two", or "form:" with spray, drip, by_mouth
            or open (which form of ketamine it would be is not settled), or "drugs:" with
            dissociatives or other (taken at any time before).
        because: What the person said that makes it so: a line of the list of medicines, see
            `is_of_line`, or a condition's id; "" where it is so because nothing was said.
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


def facts(pack: Pack, about: AboutYou, day: date) -> Iterator[Fact]:
    """Every fact the rules can ask about, from what the person said.

    Args:
        pack: What is known.
        about: What the person said.
        day: The day of the visit; a medicine stopped before it is not taken any more.
    """
    yield from _class_facts(pack, about, day)
    yield from _washout_facts(pack, about, day)
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
    if about.dissociatives_before == "yes":
        yield Fact("drugs:dissociatives", "dissociatives_before")
    if about.other_drugs_before == "yes":
        yield Fact("drugs:other", "other_drugs_before")


def is_stopped(taking: Taking, day: date) -> bool:
    """Whether a medicine is no longer taken on this day.

    A plan to stop is not a stop, and on the last day it is taken it acts as on any other.
    """
    return taking.stopped and (taking.stopped_on is None or taking.stopped_on < day)


def classes_by(medicine: Medicine, route: Route | None) -> tuple[str, ...]:
    """Ids of the classes a medicine has when taken this way; its own where that is not known."""
    return next((one.classes for one in medicine.by_route if one.route == route), medicine.classes)


def route_of(pack: Pack, taking: Taking, medicine: Medicine) -> Route | None:
    """The way a medicine of a line is taken; None where nobody said it, or not clearly.

    Some brands are taken in one way only, so that the name says it. Where the name and the answer
    differ, neither counts; and where a line names two medicines, the answer may be about either.
    So does the form differ that is written beside the name, and a generic name beside a brand may
    be one more of it that is taken: only in brackets it says what the brand is.
    """
    typed = f"{taking.name}, {taking.dose}"
    line = named_medicines(pack, typed)
    names = next((names for one, names in line if one.id == medicine.id), frozenset[str]())
    routes = {one.route for one in medicine.by_route if names & set(one.brands)}
    if routes and not is_one_product(pack, typed, medicine, names):
        return None
    if taking.route and len(line) == 1:
        routes.add(taking.route)
    if routes:
        routes |= ways_written(typed)
    return routes.pop() if len(routes) == 1 else None


def _read(pack: Pack, taking: Taking) -> Iterator[tuple[Medicine, Route | None, str]]:
    """The medicines of a line, each with the way it is taken and what it sets off is known by.

    A second medicine is at times written where the dose goes; there it is looked at, too, by itself
    and as part of its line: what a prescriber cleared for the line was not cleared for that, nor
    what was cleared for the same medicine on another line.
    """
    named = known_medicines(pack, taking.name)
    # A line that is itself typed as "Zoloft: phenelzine" is another one than "Zoloft" with
    # phenelzine in its dose: with its medicine behind it, no two lines are known by the same words.
    is_plain = _IN_DOSE not in taking.name
    for medicine in known_medicines(pack, f"{taking.name}, {taking.dose}"):
        by_name = medicine in named and is_plain
        because = taking.name if by_name else f"{taking.name}{_IN_DOSE}{medicine.id}"
        yield medicine, route_of(pack, taking, medicine), because


def is_of_line(because: str, name: str) -> bool:
    """Whether a line of this name may be what set a finding off: by its name, or by its dose.

    "Zoloft: phenelzine" is of the line "Zoloft" with phenelzine where the dose goes.
    """
    return because == name or because.startswith(f"{name}{_IN_DOSE}")


def _class_facts(pack: Pack, about: AboutYou, day: date) -> Iterator[Fact]:
    """The classes of what is taken, and which of them two different medicines belong to."""
    named: dict[str, dict[str, str]] = {}
    for taking in about.taking:
        if is_stopped(taking, day):
            continue
        for medicine, route, because in _read(pack, taking):
            for name in classes_by(medicine, route):
                named.setdefault(name, {}).setdefault(medicine.id, because)
                yield Fact(f"class:{name}", because)
    for name, lines in named.items():
        if len(lines) > 1:
            yield from (Fact(f"two_of:{name}", line) for line in lines.values())


def _washout_facts(pack: Pack, about: AboutYou, day: date) -> Iterator[Fact]:
    """The conditions that what was stopped leaves behind; not sure where the day is not known."""
    for taking in about.taking:
        if not is_stopped(taking, day):
            continue
        for medicine, route, because in _read(pack, taking):
            for washout in washouts_of(pack, medicine, route):
                if still_acts(washout, taking, day):
                    sure = taking.stopped_on is not None
                    yield Fact(f"condition:{washout.condition}", because, sure)


def washouts_of(pack: Pack, medicine: Medicine, route: Route | None) -> tuple[Washout, ...]:
    """The washouts of a medicine taken this way."""
    classes = set(classes_by(medicine, route))
    return tuple(
        one for one in pack.washouts if medicine.id in one.medicines or classes & set(one.classes)
    )


def still_acts(washout: Washout, taking: Taking, day: date) -> bool:
    """Whether a stopped medicine still counts on this day; so it does where nobody knows when."""
    if taking.stopped_on is None:
        return True
    return (day - taking.stopped_on).days < washout.days


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
    said = tuple(facts(pack, session.about, session.started_on))
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
    """The newest clearance by a prescriber that covers everything that set the rule off.

    It is of the day of this visit or of one before: nobody has cleared anything on a day to come.
    """
    for clearance in reversed(session.clearances):
        if (
            clearance.rule == rule.id
            and clearance.is_signed
            and clearance.on <= session.started_on
            and set(because) <= set(clearance.covers)
        ):
            return clearance
    return None


def about_medicines(pack: Pack, rule: Rule) -> bool:
    """Whether a medicine or substance is among what sets a rule off, be it one stopped lately."""
    stopped = {f"condition:{one.condition}" for one in pack.washouts}
    return any(
        fact in stopped or fact.startswith(("class:", "two_of:"))
        for group in rule.when
        for fact in group
    )


def usually(pack: Pack, rule: Rule, *, sure: bool = True) -> str:
    """What a provider usually does, or what to do now; of medicines with: change nothing alone.

    Args:
        pack: What is known.
        rule: The rule.
        sure: Whether what set it off is sure. Where it is not, that comes first; what is urgent
            does not wait for it.
    """
    first = "" if sure else _(_NOT_SURE_URGENT) if rule.urgent else _(_NOT_SURE)
    last = pack.keep_taking if about_medicines(pack, rule) else ""
    return " ".join(filter(None, (first, rule.usually, last)))


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
    said = facts(pack, session.about, session.started_on)
    classes = {fact.name.removeprefix("class:") for fact in said}
    return tuple(
        criterion
        for criterion in pack.criteria
        if not criterion.only_with_class or classes & set(criterion.only_with_class)
    )
