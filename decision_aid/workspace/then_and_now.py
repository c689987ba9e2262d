"""What changed since earlier visits, in words. None of them says what is good or bad."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.domain.answers import Rating
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.session import Concern, Decision, EarlierVisit
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import importance_words, quoted
from decision_aid.workspace.words import decision_line, decision_name

NO_LONGER_ASKED: Final = N_("something this version no longer asks about")
NORMAL: Final = N_(
    "It is normal for what matters to change. A hard day can weigh on the answers: you can answer "
    "again on another day, and look at both."
)
"""Said wherever visits are compared. Source: a guard of our own against answers that low mood
bends; nobody has tested it."""
NO_CHANGE: Final = N_("Nothing changed.")
_PASSED_OVER: Final = N_("Something this version no longer asks about is passed over")

About = Literal["ratings", "order", "concerns", "dealbreakers", "phq9", "leaning", "decision"]
_SAID: Final[dict[About, tuple[str, str]]] = {
    "ratings": (N_("What matters"), N_("what matters")),
    "order": (N_("Order"), N_("the order")),
    "concerns": (N_("Own concerns"), N_("own concerns")),
    "dealbreakers": (N_("Dealbreakers"), N_("dealbreakers")),
    "phq9": (N_("PHQ-9 total"), N_("the PHQ-9 total")),
    "leaning": (N_("Leaning"), N_("the leaning")),
    "decision": (N_("Decision"), N_("the decision")),
}
"""What changed, as a heading and inside a sentence."""
Counts = tuple[tuple[int, str], ...]
"""How many, and the words for so many."""


@dataclass(frozen=True)
class Difference:
    """What changed of one kind.

    Attributes:
        about: What it is about.
        short: In one line, without a word that was typed.
        lines: In full.
    """

    about: About
    short: str
    lines: tuple[str, ...]

    @property
    def kind(self) -> str:
        """What it is about, as a heading: "What matters"."""
        return _(_SAID[self.about][0])

    @property
    def kind_inside(self) -> str:
        """The same inside a sentence: "this changed: what matters"."""
        return _(_SAID[self.about][1])


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
        return _("Compared with {day}").format(day=day_words(self.on))

    @property
    def answers_changed(self) -> tuple[Difference, ...]:
        """What changed of what was said, so without the total of the PHQ-9."""
        return tuple(one for one in self.differences if one.about != "phq9")

    @property
    def closing(self) -> str:
        """That nothing changed, the total of the PHQ-9 aside; "" where something did."""
        if self.answers_changed:
            return ""
        return _("Nothing changed in the other answers.") if self.differences else _(NO_CHANGE)


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
        *_each(_("{criterion}: from “{then}” to “{now}”"), both, names, then, now),
        *_each(_("{criterion}: “{now}” now, not rated then"), new, names, then, now),
        *_each(_("{criterion}: “{then}” then, not rated now"), gone, names, then, now),
    )
    counts = (
        (len(both), ngettext("{count} moved", "{count} moved", len(both))),
        (len(new), ngettext("{count} newly rated", "{count} newly rated", len(new))),
        (len(gone), ngettext("{count} no longer rated", "{count} no longer rated", len(gone))),
    )
    return _counted("ratings", counts, lines, passed_over=not names.keys() >= {*then, *now})


def _each(
    told: str,
    criteria: Iterable[str],
    names: Mapping[str, str],
    then: Mapping[str, str],
    now: Mapping[str, str],
) -> Iterator[str]:
    """A line for each of these criteria, with what was said of it then and now."""
    for one in criteria:
        yield told.format(criterion=names[one], then=then.get(one), now=now.get(one))


def _by_criterion(ratings: Iterable[Rating]) -> dict[str, str]:
    return {one.criterion: importance_words(one.importance) for one in ratings}


def _names(snapshot: Snapshot, visit: EarlierVisit) -> dict[str, str]:
    """The name of every criterion either visit can speak of; own words in quotation marks."""
    own = (*visit.concerns, *snapshot.session.concerns)
    return {one.id: one.name for one in snapshot.pack.criteria} | {
        one.id: quoted(one.text) for one in own if one.text.strip()
    }


def _order(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    then, now = visit.order, snapshot.session.order
    if then == now:
        return None
    names = _names(snapshot, visit)
    lines = (
        _("Then: {told}").format(told=_in_order(then, names)),
        _("Now: {told}").format(told=_in_order(now, names)),
    )
    if then and now:
        # Translators: of the order in which things matter.
        short = _("changed")
    else:
        short = _("put in order now") if now else _("no longer put in order")
    return Difference("order", short, lines)


def _in_order(order: tuple[str, ...], names: dict[str, str]) -> str:
    told = (
        f"{number_words(place)}. {names.get(one) or _(NO_LONGER_ASKED)}"
        for place, one in enumerate(order, start=1)
    )
    return "; ".join(told) or _("not put in order")


def _concerns(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    then, now = _by_id(visit.concerns), _by_id(snapshot.session.concerns)
    new = [one for one in now if one not in then]
    gone = [one for one in then if one not in now]
    both = [one for one in now if one in then]
    reworded = [one for one in both if then[one].text != now[one].text]
    placed = [one for one in both if {*then[one].places} != {*now[one].places}]
    lines = (
        *(_("New: “{concern}”").format(concern=now[one].text) for one in new),
        *(_("No longer there: “{concern}”").format(concern=then[one].text) for one in gone),
        *(
            _("“{then}” is now “{now}”").format(then=then[one].text, now=now[one].text)
            for one in reworded
        ),
        *(
            _("“{concern}”: how the options do on it was said anew").format(concern=now[one].text)
            for one in placed
        ),
    )
    counts = (
        (len(new), ngettext("{count} new", "{count} new", len(new))),
        (len(gone), ngettext("{count} no longer there", "{count} no longer there", len(gone))),
        (
            len(reworded),
            ngettext("{count} in other words", "{count} in other words", len(reworded)),
        ),
        (
            len(placed),
            ngettext(
                "{count} with options placed anew", "{count} with options placed anew", len(placed)
            ),
        ),
    )
    return _counted("concerns", counts, lines)


def _by_id(concerns: Iterable[Concern]) -> dict[str, Concern]:
    return {one.id: one for one in concerns if one.text.strip()}


def _dealbreakers(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    then, now = {*visit.dealbreakers}, {*snapshot.session.dealbreakers}
    known = snapshot.pack.dealbreakers
    new = [one for one in known if one.id in now - then]
    gone = [one for one in known if one.id in then - now]
    lines = (
        *(_("Taken up: “{dealbreaker}”").format(dealbreaker=one.text) for one in new),
        *(_("Let go: “{dealbreaker}”").format(dealbreaker=one.text) for one in gone),
    )
    counts = (
        (len(new), ngettext("{count} taken up", "{count} taken up", len(new))),
        (len(gone), ngettext("{count} let go", "{count} let go", len(gone))),
    )
    passed_over = not {one.id for one in known} >= then | now
    return _counted("dealbreakers", counts, lines, passed_over=passed_over)


def _counted(
    about: About, counts: Counts, lines: tuple[str, ...], *, passed_over: bool = False
) -> Difference | None:
    """A difference told in short by its counts: "2 moved, 1 newly rated"."""
    told = [words.format(count=number_words(count)) for count, words in counts if count]
    if passed_over:
        told.append(_(NO_LONGER_ASKED))
        lines = (*lines, _(_PASSED_OVER))
    return Difference(about, ", ".join(told), lines) if lines else None


def _phq9(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    before, after = visit.phq9, snapshot.session.about.phq9
    then, now = before.total, after.total
    if then is None and now is None:
        return None
    if now is None:
        line = _no_total_now(after).format(then=number_words(then or 0))
    elif then is None:
        line = _no_total_then(before).format(now=number_words(now))
    else:
        line = _two_totals(then, now).format(then=number_words(then), now=number_words(now))
    return Difference("phq9", line, (line,))


def _no_total_now(phq9: Phq9) -> str:
    if _is_begun(phq9):
        return _("{then} of 27 then; not all nine questions answered now")
    return _("{then} of 27 then; not answered now")


def _no_total_then(phq9: Phq9) -> str:
    if _is_begun(phq9):
        return _("{now} of 27 now; not all nine questions answered then")
    return _("{now} of 27 now; not answered then")


def _two_totals(then: int, now: int) -> str:
    if then == now:
        return _("{then} of 27 then, {now} of 27 now: the same")
    if now < then:
        return _("{then} of 27 then, {now} of 27 now: lower")
    return _("{then} of 27 then, {now} of 27 now: higher")


def _is_begun(phq9: Phq9) -> bool:
    return any(one is not None for one in phq9.answers) or phq9.rather_talk


def _leaning(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    return _choice("leaning", visit.leaning, snapshot.session.leaning, snapshot)


def _decision(snapshot: Snapshot, visit: EarlierVisit) -> Difference | None:
    return _choice("decision", visit.decision, snapshot.session.decision, snapshot)


def _choice(
    about: About, then: Decision | None, now: Decision | None, snapshot: Snapshot
) -> Difference | None:
    if then == now:
        return None
    was, is_now = (_told(one, decision_name, snapshot) for one in (then, now))
    if was == is_now:
        short = _("“{choice}”, in other words").format(choice=is_now)
    else:
        short = _("from “{then}” to “{now}”").format(then=was, now=is_now)
    lines = (
        _("Then: {told}").format(told=_told(then, decision_line, snapshot)),
        _("Now: {told}").format(told=_told(now, decision_line, snapshot)),
    )
    return Difference(about, short, lines)


def _told(
    decision: Decision | None, say: Callable[[Decision, Snapshot], str], snapshot: Snapshot
) -> str:
    if decision is None:
        return _("Nothing recorded")
    if decision.option and decision.option not in {one.id for one in snapshot.pack.options}:
        return _("Something this version no longer asks about")
    return say(decision, snapshot)


_KINDS: Final = (_ratings, _order, _concerns, _dealbreakers, _phq9, _leaning, _decision)
"""What is compared, in the order it is told."""
