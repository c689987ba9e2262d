"""Medicines on paper: what is taken, how, what it was read as, and what of a stopped one counts."""

from collections.abc import Iterator
from datetime import date

from decision_aid.base.language import _
from decision_aid.base.locale_words import and_words, day_words
from decision_aid.domain.about_you import Taking
from decision_aid.domain.dose_words import unread_in_dose
from decision_aid.domain.medicines import known_medicines, unread_words
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Washout
from decision_aid.domain.safety import is_of_line, is_stopped, route_of, washouts_of
from decision_aid.workspace.medicine_words import readings, washout_words
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import quoted, read_as_words
from decision_aid.workspace.words import ROUTES, because_words


def taken_now(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """What is taken on the day of the visit: (name, dose and way; what it was read as)."""
    return tuple(_row(one, snapshot) for one in _taking(snapshot, stopped=False))


def stopped(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """What was stopped before: the same, and until when it still counts."""
    return tuple(_row(one, snapshot) for one in _taking(snapshot, stopped=True))


def stopped_for_home(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """Of what was stopped, what may lie about at home: lines of medicines with a washout alone.

    Drugs in the past are not for paper that others may see, and no drug has a washout in the pack;
    nor is it known what a name the pack does not know was. Providers see all of it.
    """
    gone = _taking(snapshot, stopped=True)
    return tuple(_row(one, snapshot) for one in gone if _all_wash_out(one, snapshot.pack))


def _all_wash_out(taking: Taking, pack: Pack) -> bool:
    named = known_medicines(pack, f"{taking.name}, {taking.dose}")
    return bool(named) and all(washouts_of(pack, one, route_of(pack, taking, one)) for one in named)


def with_stop(because: str, snapshot: Snapshot) -> str:
    """What set a finding off, for a clinician, beside the plain words of the finding.

    Of a medicine that is only told as stopped, since when, too; a condition by its medical term.
    """
    lines = [one for one in snapshot.session.about.taking if is_of_line(because, one.name)]
    if lines and all(one.stopped for one in lines):
        return f"{because}, {_stop(lines[0], snapshot)}"
    terms = {one.id: one.term for one in snapshot.pack.conditions}
    return terms.get(because) or because_words(snapshot.pack, because)


def _taking(snapshot: Snapshot, *, stopped: bool) -> tuple[Taking, ...]:
    session = snapshot.session
    return tuple(
        one for one in session.about.taking if is_stopped(one, session.started_on) is stopped
    )


def _row(taking: Taking, snapshot: Snapshot) -> tuple[str, str]:
    route = _(ROUTES[taking.route]) if taking.route else ""
    dose = taking.dose if taking.dose.strip() else ""
    name = ", ".join(filter(None, (taking.name, dose, route)))
    told = (_read_as(taking, snapshot.pack), _stop(taking, snapshot))
    return name, "; ".join(filter(None, told))


def _read_as(taking: Taking, pack: Pack) -> str:
    known = known_medicines(pack, taking.name)
    words = unread_words(pack, taking.name) if known else ()
    unread = and_words(map(quoted, (*words, *unread_in_dose(pack, taking.dose))))
    read = read_as_words(pack, taking.name, taking.route)
    told = (
        read if known else _("not in our list, ask a pharmacist"),
        _read_in_dose(taking, pack),
        _("not in our list: {words}, ask a pharmacist").format(words=unread) if unread else "",
    )
    return "; ".join(filter(None, told))


def _read_in_dose(taking: Taking, pack: Pack) -> str:
    found = and_words(one.medicine for one in readings(pack, taking) if one.in_dose)
    return _("read in the dose: {medicines}").format(medicines=found) if found else ""


def _stop(taking: Taking, snapshot: Snapshot) -> str:
    day = snapshot.session.started_on
    if not taking.stopped:
        return ""
    last = day_words(taking.stopped_on) if taking.stopped_on else ""
    if not is_stopped(taking, day):
        return _("taken until {day}").format(day=last)
    on = _("stopped on {day}").format(day=last) if last else _("stopped, day not known")
    return "; ".join((on, *_what_counts(taking, snapshot.pack, day)))


def _what_counts(taking: Taking, pack: Pack, day: date) -> Iterator[str]:
    """How long each washout of it goes on; what has none in the pack says so."""
    washouts = _washouts(taking, pack)
    yield from (washout_words(one, taking, day) for one in washouts)
    if not washouts and known_medicines(pack, taking.name):
        yield _("no waiting time in our list")


def _washouts(taking: Taking, pack: Pack) -> tuple[Washout, ...]:
    """Those of every medicine named in the line or where its dose goes."""
    named = known_medicines(pack, f"{taking.name}, {taking.dose}")
    found = (
        one
        for medicine in named
        for one in washouts_of(pack, medicine, route_of(pack, taking, medicine))
    )
    return tuple({one.id: one for one in found}.values())
