"""Rows of the safety table: who says what, exactly what must be found, and where that comes from.

A source is a record of the evidence (KET-...), or the id of a source of the pack.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking
from decision_aid.domain.rules import Route
from decision_aid.domain.session import Session

VISIT: Final = date(2026, 11, 23)


@dataclass(frozen=True)
class Row:
    """A person, what is found, and why we expect it.

    Attributes:
        about: What the person said.
        found: Severity of each rule that fires; with a "?" where somebody has to find out first.
        sources: Records and sources.
    """

    about: AboutYou
    found: dict[str, str]
    sources: tuple[str, ...]

    @property
    def session(self) -> Session:
        return Session(pack="depression", seed=7, started_on=VISIT, about=self.about)

    def __str__(self) -> str:
        names = "+".join(one.name for one in self.about.taking)
        conditions = "+".join(f"{one.id}={one.answer}" for one in self.about.conditions)
        return "/".join(filter(None, (names, conditions, self.about.ketamine_form)))


def stopped(name: str, days_ago: int | None, **given: Any) -> Taking:
    """A medicine stopped so many days before the visit; None where nobody knows when."""
    on = None if days_ago is None else VISIT - timedelta(days=days_ago)
    return Taking(name=name, stopped=True, stopped_on=on, **given)


def by(route: Route, name: str, dose: str = "") -> Taking:
    return Taking(name=name, dose=dose, route=route)


def row(*taking: str | Taking, found: str = "", source: str, **said: Any) -> Row:
    """A row; a condition is said as `psychosis="yes"`, everything else as in `AboutYou`.

    Args:
        taking: What is taken, by name alone or whole.
        found: "gate: one two; caution: three; tell: four?", in any order.
        source: Sources, with blanks between.
        said: Conditions and other answers.
    """
    lines = tuple(Taking(name=one) if isinstance(one, str) else one for one in taking)
    whole = AboutYou(taking=lines)
    fields = {name: answer for name, answer in said.items() if hasattr(whole, name)}
    conditions = tuple(
        ConditionAnswer(id=name, answer=answer)
        for name, answer in said.items()
        if name not in fields
    )
    expected = {}
    for part in filter(None, found.split("; ")):
        severity, _, rules = part.partition(": ")
        for rule in rules.split():
            expected[rule.rstrip("?")] = severity + "?" * rule.endswith("?")
    return Row(replace(whole, conditions=conditions, **fields), expected, tuple(source.split()))


SSRI = "tell: ssri_snri coming_off"
MAOI_ALONE = "gate: maoi; tell: coming_off"
