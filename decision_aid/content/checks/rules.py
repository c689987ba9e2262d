"""Checks on safety rules: each can fire, and says one thing once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from decision_aid.base.language import _
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.checks.medicines import classes_of
from decision_aid.content.wording import quote
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Rule
from decision_aid.domain.safety import about_medicines

_ONE_ANSWER: Final = ("age", "tried", "form")
"""Kinds of facts of which only one can be so for a person."""


def _rule_never_fires(checked: Checked) -> Iterator[Found]:
    """A rule that cannot fire looks like a guard and is none."""
    members = Counter(name for one in checked.pack.medicines for name in classes_of(one))
    for number, rule in enumerate(checked.pack.rules):
        possible = [[one for one in group if _possible(members, one)] for group in rule.when]
        for place, group in enumerate(possible):
            if not group:
                sentence = _(
                    "No medicine of the pack can bring this about. Add it or mend the rule."
                )
                yield checked.place("rules", number, "when", place), sentence
        if all(possible) and (kind := _torn(possible)):
            sentence = _("Nobody can give two answers on {kind}, so {id} never fires.").format(
                kind=kind, id=quote(rule.id)
            )
            yield checked.place("rules", number, "when"), sentence


def _possible(members: Counter[str], fact: str) -> bool:
    """Whether the medicines of each class can bring a fact about."""
    kind, _colon, name = fact.partition(":")
    return members[name] >= {"class": 1, "two_of": 2}.get(kind, 0)


def _torn(groups: Sequence[Sequence[str]]) -> str | None:
    """The question to which a rule needs two answers at once; None where it needs none."""
    for kind in _ONE_ANSWER:
        asked = [set(group) for group in groups if all(one.startswith(f"{kind}:") for one in group)]
        if asked and not set.intersection(*asked):
            return kind
    return None


def _rule_without_source(checked: Checked) -> Iterator[Found]:
    """A warning of unknown origin can neither be weighed nor brought up to date."""
    for number, rule in enumerate(checked.pack.rules):
        if not rule.sources:
            yield (
                checked.place("rules", number),
                _("{id} has no source. Name one.").format(id=quote(rule.id)),
            )


def _doubled_rule(checked: Checked) -> Iterator[Found]:
    """Two cards on one matter make a person read twice and wonder what differs."""
    first: dict[object, str] = {}
    for number, rule in enumerate(checked.pack.rules):
        key = (frozenset(map(frozenset, rule.when)), frozenset(rule.options))
        other = first.setdefault(key, rule.id)
        if other != rule.id:
            sentence = _(
                "{id} fires when {other} does, on the same options. Make them one."
            ).format(id=quote(rule.id), other=quote(other))
            yield checked.place("rules", number), sentence


def _urgent_no_gate(checked: Checked) -> Iterator[Found]:
    """What cannot wait for the visit cannot leave the options as they are, either."""
    for number, rule in enumerate(checked.pack.rules):
        if rule.urgent and rule.severity != "gate":
            sentence = _("{id} is urgent, so it must be a gate.").format(id=quote(rule.id))
            yield checked.place("rules", number, "urgent"), sentence


def _alone_sentence(checked: Checked) -> Iterator[Found]:
    """The program ends every rule about a medicine with it, so it would stand there twice."""
    for number, rule in enumerate(checked.pack.rules):
        for field in ("why", "usually"):
            if about_medicines(checked.pack, rule) and _repeats(checked.pack, rule, field):
                sentence = _("The program adds this last sentence itself. Take it out here.")
                yield checked.place("rules", number, field), sentence


def _repeats(pack: Pack, rule: Rule, field: str) -> bool:
    return pack.keep_taking.strip(" .").casefold() in getattr(rule, field).casefold()


CHECKS: Final = (
    Check("rule_never_fires", "error", _rule_never_fires),
    Check("rule_without_source", "error", _rule_without_source),
    Check("doubled_rule", "warning", _doubled_rule),
    Check("urgent_no_gate", "error", _urgent_no_gate),
    Check("alone_sentence", "warning", _alone_sentence),
)
