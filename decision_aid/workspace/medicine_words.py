"""What a medicine on the list was read as, and what follows from having stopped it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import and_words, day_words, number_words
from decision_aid.domain.about_you import Taking
from decision_aid.domain.medicines import known_medicines, words_of
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Medicine, Route, Washout
from decision_aid.domain.safety import (
    classes_by,
    facts,
    is_stopped,
    route_of,
    still_acts,
    washouts_of,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import same_name
from decision_aid.workspace.words import ROUTES, source_name

_NO_RULE: Final = N_("No rule of this aid looks at it once it was stopped.")
_NOT_KNOWN: Final = N_("Once it was stopped, no rule could be looked up: we do not know its name.")
_A_WEEK: Final = 7
_NOT_TAKEN: Final = frozenset(
    ("no", "not", "never", "none", "without", "allergic", "allergy", "stopped", "quit", "off")
)


@dataclass(frozen=True)
class Reading:
    """A medicine that a line was read as.

    Attributes:
        medicine: Its generic name; "" where that is what was typed.
        classes: Names of the classes it has when taken this way.
        in_dose: Whether it was read where the dose goes.
    """

    medicine: str
    classes: tuple[str, ...]
    in_dose: bool = False


def readings(pack: Pack, taking: Taking) -> tuple[Reading, ...]:
    """What a line on the list was read as; empty where nothing of it is known."""
    names = {one.id: one.name for one in pack.medicine_classes}
    in_name = known_medicines(pack, taking.name)
    return tuple(
        Reading(
            "" if same_name(one.id, taking.name) else one.id,
            tuple(names[kind] for kind in classes_by(one, route_of(pack, taking, one))),
            in_dose=one not in in_name,
        )
        for one in _medicines(pack, taking)
    )


def may_not_be_taken(taking: Taking) -> bool:
    """Whether words of a line sound as if it were not taken; it counts as taken all the same."""
    said = {*words_of(taking.name), *words_of(taking.dose)}
    return not taking.stopped and not said.isdisjoint(_NOT_TAKEN)


def routes_asked(pack: Pack, taking: Taking) -> tuple[Route, ...]:
    """The ways to take it that the pack tells apart; empty where the answer makes no difference.

    It makes none where a line names two medicines, or a brand that is taken in one way only. What
    was answered already stays to be seen and taken back.
    """
    medicines = _medicines(pack, taking)
    unasked = replace(taking, route=None)
    said = any(route_of(pack, unasked, one) for one in medicines)
    if taking.route is None and (said or len(medicines) > 1):
        return ()
    asked = {way.route for one in medicines for way in one.by_route}
    return tuple(route for route in ROUTES if route in asked)


def weeks_looked_back(pack: Pack) -> int:
    """Whole weeks within which it matters that a medicine was stopped; 0 where it never does."""
    return -(-max((one.days for one in pack.washouts), default=0) // _A_WEEK)


def stopped_words(pack: Pack, taking: Taking, day: date) -> str:
    """What follows from having stopped a medicine; "" where it was not stopped.

    Args:
        pack: What is known.
        taking: The medicine.
        day: The day of this visit.
    """
    if not taking.stopped:
        return ""
    return " ".join(filter(None, (_until_then(pack, taking, day), *_afterwards(pack, taking, day))))


def _until_then(pack: Pack, taking: Taking, day: date) -> str:
    """That it still counts as taken; "" where it does not."""
    if is_stopped(taking, day):
        return ""
    if taking.stopped_on == day:
        counts = _("That is the day of this visit: it still counts as taken.")
    else:
        counts = _("That day is after this visit: until then it counts as taken.")
    return f"{counts} {pack.keep_taking}"


def _afterwards(pack: Pack, taking: Taking, day: date) -> tuple[str, ...]:
    """How long it goes on to count, once for each washout."""
    if not _medicines(pack, taking):
        return (_(_NOT_KNOWN),)
    told = (_washout_sentence(one, taking, day) for one in _washouts(pack, taking))
    return tuple(dict.fromkeys(told)) or (_(_NO_RULE),)


def _washouts(pack: Pack, taking: Taking) -> Iterator[Washout]:
    for one in _medicines(pack, taking):
        yield from washouts_of(pack, one, route_of(pack, taking, one))


def washout_words(washout: Washout, taking: Taking, day: date) -> str:
    """How long a medicine that was stopped goes on to count, alike on screen and on paper.

    Args:
        washout: One of its washouts.
        taking: The medicine.
        day: The day of this visit.
    """
    clause, _sentence = _washout_words(washout, taking, day)
    return _with_days(clause, washout, taking)


def _washout_sentence(washout: Washout, taking: Taking, day: date) -> str:
    """The same as a sentence of its own."""
    _clause, sentence = _washout_words(washout, taking, day)
    return _with_days(sentence, washout, taking)


def _washout_words(washout: Washout, taking: Taking, day: date) -> tuple[str, str]:
    """What is said of a washout on that day: inside a sentence, and as one."""
    days = washout.days
    if taking.stopped_on is None:
        return ngettext(
            "may still count, for {days} day after the last dose: find out the day first",
            "may still count, for {days} days after the last dose: find out the day first",
            days,
        ), ngettext(
            "May still count, for {days} day after the last dose: find out the day first.",
            "May still count, for {days} days after the last dose: find out the day first.",
            days,
        )
    if still_acts(washout, taking, day):
        return ngettext(
            "counts for {days} day, through {day}", "counts for {days} days, through {day}", days
        ), ngettext(
            "Counts for {days} day, through {day}.", "Counts for {days} days, through {day}.", days
        )
    return ngettext(
        "no longer counts: its {days} day went through {day}",
        "no longer counts: its {days} days went through {day}",
        days,
    ), ngettext(
        "No longer counts: its {days} day went through {day}.",
        "No longer counts: its {days} days went through {day}.",
        days,
    )


def _with_days(words: str, washout: Washout, taking: Taking) -> str:
    """How many days a washout has, and which is its last, in their places."""
    stopped = taking.stopped_on
    last = day_words(stopped + timedelta(days=washout.days - 1)) if stopped else ""
    return words.format(days=number_words(washout.days), day=last)


def washout_sources(pack: Pack, taking: Taking) -> str:
    """Where the washouts of a medicine that was stopped come from; "" where it has none."""
    found = (
        source_name(pack.source(source))
        for washout in _washouts(pack, taking)
        for source in washout.sources
    )
    names = "; ".join(dict.fromkeys(found))
    return _("Source: {sources}").format(sources=names) if taking.stopped and names else ""


def listed_words(snapshot: Snapshot) -> dict[str, str]:
    """For the conditions that follow from the list of medicines: what on it makes them so."""
    session, names = snapshot.session, dict[str, list[str]]()
    for fact in facts(snapshot.pack, session.about, session.started_on):
        condition = fact.name.removeprefix("condition:")
        if condition not in (fact.name, fact.because):
            names.setdefault(condition, []).append(fact.because)
    return {
        condition: _("From your list of medicines: {medicines}.").format(
            medicines=and_words(dict.fromkeys(because))
        )
        for condition, because in names.items()
    }


def _medicines(pack: Pack, taking: Taking) -> tuple[Medicine, ...]:
    """The medicines named, first in the name, then only where the dose goes."""
    named = known_medicines(pack, taking.name)
    both = known_medicines(pack, f"{taking.name}, {taking.dose}")
    return (*named, *(one for one in both if one not in named))
