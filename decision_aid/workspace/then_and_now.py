"""What changed since earlier visits, in words. None of them says what is good or bad."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words
from decision_aid.domain.answers import Rating
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.session import Concern, Decision, EarlierVisit
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import importance_words
from decision_aid.workspace.words import decision_line, decision_name

NO_LONGER_ASKED: Final = N_("something this version no longer asks about")
NORMAL: Final = N_(
    "It is normal for what matters to change. A hard day can weigh on the answers: you can answer "
    "again on another day, and look at both."
)
"""Said wherever visits are compared. Source: a guard of our own against answers that low mood
bends; nobody has tested it."""
PHQ9: Final = N_("PHQ-9 total")


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
        return _("Compared with {on}").format(on=day_words(self.on))

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
        *(
            _("{names}: from “{then}” to “{now}”").format(
                names=names[one], then=then[one], now=now[one]
            )
            for one in both
        ),
        *(
            _("{names}: “{now}” now, not rated then").format(names=names[one], now=now[one])
            for one in new
        ),
        *(
            _("{names}: “{then}” then, not rated now").format(names=names[one], then=then[one])
            for one in gone
        ),
    )
    counts = {"moved": len(both), "newly rated": len(new), "no longer rated": len(gone)}
    return _counted(_("What matters"), counts, lines, passed_over=not names.keys() >= {*then, *now})


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
        f"{when}: {_in_order(order, names)}" for when, order in ((_("Then"), then), (_("Now"), now))
    )
    short = (
        "changed" if then and now else _("put in order now") if now else _("no longer put in order")
    )
    return Difference(_("Order"), short, lines)


def _in_order(order: tuple[str, ...], names: dict[str, str]) -> str:
    told = (f"{n}. {names.get(one, NO_LONGER_ASKED)}" for n, one in enumerate(order, start=1))
    return "; ".join(told) or _("not put in order")


def _concerns(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    then, now = _by_id(visit.concerns), _by_id(snapshot.session.concerns)
    new = [one for one in now if one not in then]
    gone = [one for one in then if one not in now]
    both = [one for one in now if one in then]
    reworded = [one for one in both if then[one].text != now[one].text]
    placed = [one for one in both if {*then[one].places} != {*now[one].places}]
    lines = (
        *(_("New: “{text}”").format(text=now[one].text) for one in new),
        *(_("No longer there: “{text}”").format(text=then[one].text) for one in gone),
        *(
            _("“{text}” is now “{text_2}”").format(text=then[one].text, text_2=now[one].text)
            for one in reworded
        ),
        *(
            _("“{text}”: how the options do on it was said anew").format(text=now[one].text)
            for one in placed
        ),
    )
    counts = {
        "new": len(new),
        "no longer there": len(gone),
        "in other words": len(reworded),
        "with options placed anew": len(placed),
    }
    return _counted(_("Own concerns"), counts, lines)


def _by_id(concerns: Iterable[Concern]) -> dict[str, Concern]:
    return {one.id: one for one in concerns if one.text.strip()}


def _dealbreakers(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    then, now = {*visit.dealbreakers}, {*snapshot.session.dealbreakers}
    known = snapshot.pack.dealbreakers
    new = [one for one in known if one.id in now - then]
    gone = [one for one in known if one.id in then - now]
    lines = (
        *(_("Taken up: “{text}”").format(text=one.text) for one in new),
        *(_("Let go: “{text}”").format(text=one.text) for one in gone),
    )
    counts = {"taken up": len(new), "let go": len(gone)}
    passed_over = not {one.id for one in known} >= then | now
    return _counted(_("Dealbreakers"), counts, lines, passed_over=passed_over)


def _counted(
    kind: str, counts: dict[str, int], lines: tuple[str, ...], *, passed_over: bool = False
) -> Difference | None:
    """A difference told in short by its counts: "2 moved, 1 newly rated"."""
    told = [f"{count} {what}" for what, count in counts.items() if count]
    if passed_over:
        told.append(_(NO_LONGER_ASKED))
        lines = (
            *lines,
            _("{capitalize} is passed over").format(capitalize=_(NO_LONGER_ASKED).capitalize()),
        )
    return Difference(kind, ", ".join(told), lines) if lines else None


def _phq9(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    before, after = visit.phq9, snapshot.session.about.phq9
    then, now = before.total, after.total
    if then is None and now is None:
        return None
    if now is None:
        line = _("{then} of 27 then; {without_total} now").format(
            then=then, without_total=_without_total(after)
        )
    elif then is None:
        line = _("{now} of 27 now; {without_total} then").format(
            now=now, without_total=_without_total(before)
        )
    else:
        way = _("the same") if then == now else "lower" if now < then else "higher"
        line = _("{then} of 27 then, {now} of 27 now: {way}").format(then=then, now=now, way=way)
    return Difference(_(PHQ9), line, (line,))


def _without_total(phq9: Phq9) -> str:
    begun = any(one is not None for one in phq9.answers) or phq9.rather_talk
    return _("not all nine questions answered") if begun else _("not answered")


def _leaning(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    return _choice(_("Leaning"), visit.leaning, snapshot.session.leaning, snapshot)


def _decision(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    return _choice(_("Decision"), visit.decision, snapshot.session.decision, snapshot)


def _choice(
    kind: str, then: Decision | None, now: Decision | None, snapshot: Snapshot
) -> Difference | None:
    if then == now:
        return None
    names = [_told(one, decision_name, snapshot) for one in (then, now)]
    same = names[0] == names[1]
    short = (
        _("“{names}”, in other words").format(names=names[1])
        if same
        else _("from “{names}” to “{names_2}”").format(names=names[0], names_2=names[1])
    )
    lines = (
        _("Then: {told}").format(told=_told(then, decision_line, snapshot)),
        _("Now: {told}").format(told=_told(now, decision_line, snapshot)),
    )
    return Difference(kind, short, lines)


def _told(
    decision: Decision | None, say: Callable[[Decision, Snapshot], str], snapshot: Snapshot
) -> str:
    if decision is None:
        return _("Nothing recorded")
    if decision.option and decision.option not in {one.id for one in snapshot.pack.options}:
        return _(NO_LONGER_ASKED).capitalize()
    return say(decision, snapshot)


_KINDS: Final = (_ratings, _order, _concerns, _dealbreakers, _phq9, _leaning, _decision)
"""What is compared, in the order it is told."""
