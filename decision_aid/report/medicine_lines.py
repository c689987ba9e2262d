"""Medicines on paper: what is taken, how, what it was read as, and what of a stopped one counts."""

from collections.abc import Iterator
from datetime import date, timedelta

from decision_aid.domain.about_you import Taking
from decision_aid.domain.medicines import known_medicines, unread_words
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Washout
from decision_aid.domain.safety import is_stopped, route_of, still_acts, washouts_of
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import read_as_words
from decision_aid.workspace.words import ROUTES, because_words


def taken_now(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """What is taken on the day of the visit: (name, dose and way; what it was read as)."""
    return tuple(_row(one, snapshot) for one in _taking(snapshot, stopped=False))


def stopped(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """What was stopped before: the same, and until when it still counts."""
    return tuple(_row(one, snapshot) for one in _taking(snapshot, stopped=True))


def with_stop(because: str, snapshot: Snapshot) -> str:
    """What set a finding off; of a medicine that is only told as stopped, since when, too."""
    lines = [one for one in snapshot.session.about.taking if one.name == because]
    if lines and all(one.stopped for one in lines):
        return f"{because}, {_stop(lines[0], snapshot)}"
    return because_words(snapshot.pack, because)


def _taking(snapshot: Snapshot, *, stopped: bool) -> tuple[Taking, ...]:
    session = snapshot.session
    return tuple(
        one for one in session.about.taking if is_stopped(one, session.started_on) is stopped
    )


def _row(taking: Taking, snapshot: Snapshot) -> tuple[str, str]:
    route = ROUTES[taking.route] if taking.route else ""
    dose = taking.dose if taking.dose.strip() else ""
    name = ", ".join(filter(None, (taking.name, dose, route)))
    told = (_read_as(taking, snapshot.pack), _stop(taking, snapshot))
    return name, "; ".join(filter(None, told))


def _read_as(taking: Taking, pack: Pack) -> str:
    if not known_medicines(pack, taking.name):
        return "not in our list, ask a pharmacist"
    unread = ", ".join(f"“{one}”" for one in unread_words(pack, taking.name))
    unknown = f"not in our list: {unread}, ask a pharmacist" if unread else ""
    read = read_as_words(pack, taking.name, taking.route)
    return "; ".join(filter(None, (read, unknown)))


def _stop(taking: Taking, snapshot: Snapshot) -> str:
    day = snapshot.session.started_on
    if not taking.stopped:
        return ""
    if not is_stopped(taking, day):
        return f"taken until {taking.stopped_on}"
    on = f"stopped on {taking.stopped_on}" if taking.stopped_on else "stopped, day not known"
    return "; ".join((on, *_what_counts(taking, snapshot.pack, day)))


def _what_counts(taking: Taking, pack: Pack, day: date) -> Iterator[str]:
    """How long each washout of it goes on; what has none in the pack says so."""
    washouts = _washouts(taking, pack)
    yield from (_washout(one, taking, day) for one in washouts)
    if not washouts and known_medicines(pack, taking.name):
        yield "no waiting time in our list"


def _washouts(taking: Taking, pack: Pack) -> tuple[Washout, ...]:
    """Those of every medicine named in the line or where its dose goes."""
    named = known_medicines(pack, f"{taking.name}, {taking.dose}")
    found = (
        one
        for medicine in named
        for one in washouts_of(pack, medicine, route_of(pack, taking, medicine))
    )
    return tuple({one.id: one for one in found}.values())


def _washout(washout: Washout, taking: Taking, day: date) -> str:
    if taking.stopped_on is None:
        return f"counts as taken in the last {washout.days} days"
    if not still_acts(washout, taking, day):
        return f"its {washout.days} days are over"
    last = taking.stopped_on + timedelta(days=washout.days - 1)
    return f"counts for {washout.days} days, through {last}"
