"""What changed since earlier visits, in words. None of them says what is good or bad."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from decision_aid.base.locale_words import day_words
from decision_aid.domain.answers import Rating
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.session import Concern, Decision, EarlierVisit
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import importance_words
from decision_aid.workspace.words import decision_line, decision_name

NO_LONGER_ASKED: Final = "something this version no longer asks about"
NORMAL: Final = (
    "It is normal for what matters to change. A hard day can weigh on the answers: you can answer "
    "again on another day, and look at both."
)
"""Said wherever visits are compared. Source: a guard of our own against answers that low mood
bends; nobody has tested it."""
PHQ9: Final = "PHQ-9 total"


@dataclass(frozen=True)
class Difference:
    """What changed of one kind.

    Attributes:
        kind: "What matters", "Leaning", ...
        short: In one line, without a word that was typed.
        lines: In full.
    """

    kind: str
    short: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """This visit beside an earlier one.

    Attributes:
        on: The day of the earlier visit.
        differences: What changed; a kind in which nothing did is not there.
    """

    on: date
    differences: tuple[Difference, ...]

    @property
    def title(self) -> str:
        """What stands above it."""
        return f"Compared with {day_words(self.on)}"

    @property
    def answers_changed(self) -> tuple[Difference, ...]:
        """What changed of what was said, so without the total of the PHQ-9."""
        return tuple(one for one in self.differences if one.kind != PHQ9)

    @property
    def closing(self) -> str:
        """That nothing changed, the total of the PHQ-9 aside; "" where something did."""
        if self.answers_changed:
            return ""
        return f"Nothing changed{' in the other answers' if self.differences else ''}."


def comparisons(snapshot: Snapshot) -> tuple[Comparison, ...]:
    """This visit beside every earlier one, the newest of them first."""
    return tuple(_compared(snapshot, visit) for visit in reversed(snapshot.session.earlier))


def _compared(snapshot: Snapshot, visit: EarlierVisit) -> Comparison:
    found = (look(snapshot, visit) for look in _KINDS)
    return Comparison(visit.on, tuple(one for one in found if one is not None))


def _ratings(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    names = _names(snapshot, visit)
    then, now = _by_criterion(visit.ratings), _by_criterion(snapshot.session.ratings)
    both = [one for one in names if one in then and one in now and then[one] != now[one]]
    new = [one for one in names if one in now and one not in then]
    gone = [one for one in names if one in then and one not in now]
    lines = (
        *(f"{names[one]}: from “{then[one]}” to “{now[one]}”" for one in both),
        *(f"{names[one]}: “{now[one]}” now, not rated then" for one in new),
        *(f"{names[one]}: “{then[one]}” then, not rated now" for one in gone),
    )
    counts = {"moved": len(both), "newly rated": len(new), "no longer rated": len(gone)}
    return _counted("What matters", counts, lines, passed_over=not names.keys() >= {*then, *now})


def _by_criterion(ratings: Iterable[Rating]) -> dict[str, str]:
    return {one.criterion: importance_words(one.importance) for one in ratings}


def _names(snapshot: Snapshot, visit: EarlierVisit) -> dict[str, str]:
    """The name of every criterion either visit can speak of; own words in quotation marks."""
    own = (*visit.concerns, *snapshot.session.concerns)
    return {one.id: one.name for one in snapshot.pack.criteria} | {
        one.id: f"“{one.text}”" for one in own if one.text.strip()
    }


def _order(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    then, now = visit.order, snapshot.session.order
    if then == now:
        return None
    names = _names(snapshot, visit)
    lines = tuple(
        f"{when}: {_in_order(order, names)}" for when, order in (("Then", then), ("Now", now))
    )
    short = "changed" if then and now else "put in order now" if now else "no longer put in order"
    return Difference("Order", short, lines)


def _in_order(order: tuple[str, ...], names: dict[str, str]) -> str:
    told = (f"{n}. {names.get(one, NO_LONGER_ASKED)}" for n, one in enumerate(order, start=1))
    return "; ".join(told) or "not put in order"


def _concerns(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    then, now = _by_id(visit.concerns), _by_id(snapshot.session.concerns)
    new = [one for one in now if one not in then]
    gone = [one for one in then if one not in now]
    both = [one for one in now if one in then]
    reworded = [one for one in both if then[one].text != now[one].text]
    placed = [one for one in both if {*then[one].places} != {*now[one].places}]
    lines = (
        *(f"New: “{now[one].text}”" for one in new),
        *(f"No longer there: “{then[one].text}”" for one in gone),
        *(f"“{then[one].text}” is now “{now[one].text}”" for one in reworded),
        *(f"“{now[one].text}”: how the options do on it was said anew" for one in placed),
    )
    counts = {
        "new": len(new),
        "no longer there": len(gone),
        "in other words": len(reworded),
        "with options placed anew": len(placed),
    }
    return _counted("Own concerns", counts, lines)


def _by_id(concerns: Iterable[Concern]) -> dict[str, Concern]:
    return {one.id: one for one in concerns if one.text.strip()}


def _dealbreakers(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    then, now = {*visit.dealbreakers}, {*snapshot.session.dealbreakers}
    known = snapshot.pack.dealbreakers
    new = [one for one in known if one.id in now - then]
    gone = [one for one in known if one.id in then - now]
    lines = (
        *(f"Taken up: “{one.text}”" for one in new),
        *(f"Let go: “{one.text}”" for one in gone),
    )
    counts = {"taken up": len(new), "let go": len(gone)}
    passed_over = not {one.id for one in known} >= then | now
    return _counted("Dealbreakers", counts, lines, passed_over=passed_over)


def _counted(
    kind: str, counts: dict[str, int], lines: tuple[str, ...], *, passed_over: bool = False
) -> Difference | None:
    """A difference told in short by its counts: "2 moved, 1 newly rated"."""
    told = [f"{count} {what}" for what, count in counts.items() if count]
    if passed_over:
        told.append(NO_LONGER_ASKED)
        lines = (*lines, f"{NO_LONGER_ASKED.capitalize()} is passed over")
    return Difference(kind, ", ".join(told), lines) if lines else None


def _phq9(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    before, after = visit.phq9, snapshot.session.about.phq9
    then, now = before.total, after.total
    if then is None and now is None:
        return None
    if now is None:
        line = f"{then} of 27 then; {_without_total(after)} now"
    elif then is None:
        line = f"{now} of 27 now; {_without_total(before)} then"
    else:
        way = "the same" if then == now else "lower" if now < then else "higher"
        line = f"{then} of 27 then, {now} of 27 now: {way}"
    return Difference(PHQ9, line, (line,))


def _without_total(phq9: Phq9) -> str:
    begun = any(one is not None for one in phq9.answers) or phq9.rather_talk
    return "not all nine questions answered" if begun else "not answered"


def _leaning(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    return _choice("Leaning", visit.leaning, snapshot.session.leaning, snapshot)


def _decision(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    return _choice("Decision", visit.decision, snapshot.session.decision, snapshot)


def _choice(
    kind: str, then: Decision | None, now: Decision | None, snapshot: Snapshot
) -> Difference | None:
    if then == now:
        return None
    names = [_told(one, decision_name, snapshot) for one in (then, now)]
    same = names[0] == names[1]
    short = f"“{names[1]}”, in other words" if same else f"from “{names[0]}” to “{names[1]}”"
    lines = (
        f"Then: {_told(then, decision_line, snapshot)}",
        f"Now: {_told(now, decision_line, snapshot)}",
    )
    return Difference(kind, short, lines)


def _told(
    decision: Decision | None, say: Callable[[Decision, Snapshot], str], snapshot: Snapshot
) -> str:
    if decision is None:
        return "Nothing recorded"
    if decision.option and decision.option not in {one.id for one in snapshot.pack.options}:
        return NO_LONGER_ASKED.capitalize()
    return say(decision, snapshot)


_KINDS: Final = (_ratings, _order, _concerns, _dealbreakers, _phq9, _leaning, _decision)
"""What is compared, in the order it is told."""
