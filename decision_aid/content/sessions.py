"""Loading a session, or telling what is wrong with it without a word of what was typed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from decision_aid.base.errors import InputError, ProblemsError
from decision_aid.base.language import _
from decision_aid.content.earlier_visits import (
    earlier_answers,
    earlier_talks,
    too_many_visits,
    visits_in_order,
)
from decision_aid.content.files import read_file
from decision_aid.content.nodes import FOLDER_NAME, Mapping, Node, Text, TreePath, place_of
from decision_aid.content.references import Fault, Pointer, dangling, later_ones
from decision_aid.content.sentences import Wording
from decision_aid.content.validation import validated
from decision_aid.content.wording import told
from decision_aid.domain.about_you import STOP_YEARS
from decision_aid.domain.named import find
from decision_aid.domain.own_concerns import own_criterion
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Decision, Session, is_written

SESSION_POINTERS: Final[tuple[Pointer, ...]] = (
    ("about.conditions.*.id", "conditions"),
    ("clearances.*.rule", "rules"),
    ("teach_backs.*.id", "teach_backs"),
    ("ratings.*.criterion", "criteria"),
    ("provider_ratings.*.criterion", "criteria"),
    ("order.*", "criteria"),
    ("dealbreakers.*", "dealbreakers"),
    ("concerns.*.places.*.option", "options"),
    ("trade_offs.*.first", "criteria"),
    ("trade_offs.*.second", "criteria"),
    ("earlier.*.ratings.*.criterion", "criteria"),
    ("earlier.*.order.*", "criteria"),
    ("earlier.*.dealbreakers.*", "dealbreakers"),
    ("earlier.*.concerns.*.places.*.option", "options"),
)


def load_session(path: Path, pack: Pack) -> Session:
    """A session on a pack, validated in full.

    Args:
        path: Its file.
        pack: The pack it was made with.

    Raises:
        InputError: The file cannot be read.
        ProblemsError: Everything that is wrong with it; no text holds a word of what was typed.
    """
    tree = _read(path)
    session = validated(Session, tree, Wording(quotes=False))
    found = told(
        place_of(tree, where).problem(sentence)
        for check in CHECKS
        for where, sentence in check(session, pack)
    )
    if found:
        raise ProblemsError(found)
    return session


def fits(session: Session, pack: Pack) -> None:
    """Check a session that comes from no YAML file against the pack it is opened with.

    Args:
        session: A session, as it was kept or imported.
        pack: The pack of its id.

    Raises:
        InputError: It does not fit; no text holds a word of what was typed.
    """
    for check in CHECKS:
        for _path, sentence in check(session, pack):
            told = _(
                "This session does not fit the aid as it is installed here, so it was not opened. "
                "It is safe and unchanged."
            )
            raise InputError(f"{told} {sentence}")


def session_pack_id(path: Path) -> str:
    """The id of the pack a session was made with.

    Args:
        path: The session's file.

    Raises:
        InputError: The file cannot be read.
        ProblemsError: It names no pack.
    """
    tree = _read(path)
    named = tree.values.get("pack") if isinstance(tree, Mapping) else None
    if isinstance(named, Text) and FOLDER_NAME.fullmatch(named.value or ""):
        return str(named.value)
    sentence = _("A session names its pack by its id, such as pack: depression.")
    raise ProblemsError((place_of(tree, ("pack",)).problem(sentence),))


def _read(path: Path) -> Node:
    try:
        return read_file(path, str(path), escapes=True)
    except FileNotFoundError:
        raise InputError(
            _("There is no session file of this name. Nothing was read or changed. Check the name.")
        ) from None


def _same_pack(session: Session, pack: Pack) -> Iterator[Fault]:
    if session.pack != pack.id:
        yield ("pack",), _("This session was made with another pack than {id}.").format(id=pack.id)


def _dangling_ids(session: Session, pack: Pack) -> Iterator[Fault]:
    whole = _with_all_concerns(session, pack)
    for where, _id, kind in dangling(session, SESSION_POINTERS, whole):
        yield where, _("The pack has nothing of this id in its {list}.").format(list=kind)


def _with_all_concerns(session: Session, pack: Pack) -> Pack:
    """The pack with a criterion for every concern of any visit, weighed or not."""
    concerns = (*session.concerns, *(one for visit in session.earlier for one in visit.concerns))
    own = {one.id: own_criterion(one, pack.options) for one in concerns}
    return replace(pack, criteria=(*pack.criteria, *own.values()))


def _own_ids(session: Session, pack: Pack) -> Iterator[Fault]:
    taken = {one.id for one in pack.criteria}
    for place, concern in enumerate(session.concerns):
        if concern.id in taken:
            yield ("concerns", place, "id"), _("A criterion of the pack has this id already.")


def _decisions(session: Session, pack: Pack) -> Iterator[Fault]:
    options = {option.id for option in pack.options}
    for path, given in _each_decision(session):
        if given and given.kind == "option" and given.option not in options:
            yield (*path, "option"), _("The pack has nothing of this id in its options.")


def _each_decision(session: Session) -> Iterator[tuple[TreePath, Decision | None]]:
    for name in ("leaning", "provider_leaning", "decision"):
        yield (name,), getattr(session, name)
    for place, visit in enumerate(session.earlier):
        yield ("earlier", place, "leaning"), visit.leaning
        yield ("earlier", place, "decision"), visit.decision


def _trade_offs(session: Session, _pack: Pack) -> Iterator[Fault]:
    pairs = [" ".join(sorted((one.first, one.second))) for one in session.trade_offs]
    for place in later_ones(pairs):
        yield ("trade_offs", place), _("These two stand in trade_offs already.")
    for place, one in enumerate(session.trade_offs):
        if one.first == one.second:
            yield ("trade_offs", place), _("A trade-off is between two different criteria.")


def _choices(session: Session, pack: Pack) -> Iterator[Fault]:
    asked = {one.id for one in pack.teach_backs}
    for place, answer in enumerate(session.teach_backs):
        if answer.id in asked:
            choices = {choice.id for choice in find(pack.teach_backs, answer.id).choices}
            if answer.choice not in choices:
                yield ("teach_backs", place, "choice"), _("This question has no such choice.")


def _gates_only(session: Session, pack: Pack) -> Iterator[Fault]:
    others = {rule.id for rule in pack.rules if rule.severity != "gate"}
    for place, clearance in enumerate(session.clearances):
        if clearance.rule in others:
            yield ("clearances", place, "rule"), _("Only a gate is cleared; this rule is none.")


def _order_of_rated(session: Session, _pack: Pack) -> Iterator[Fault]:
    rated = {rating.criterion for rating in session.ratings}
    for place, criterion in enumerate(session.order):
        if criterion not in rated:
            yield ("order", place), _("Only a criterion with a rating has a place in the order.")


def _once(session: Session, _pack: Pack) -> Iterator[Fault]:
    lists = {
        "order": list(session.order),
        "dealbreakers": list(session.dealbreakers),
        "teach_backs": [one.id for one in session.teach_backs],
        "provider_ratings": [one.criterion for one in session.provider_ratings],
    }
    for name, ids in lists.items():
        for place in later_ones(ids):
            yield (name, place), _("This id stands in {list} already.").format(list=name)
    for number, concern in enumerate(session.concerns):
        for place in later_ones([one.option for one in concern.places]):
            yield ("concerns", number, "places", place), _("This option has a place there already.")
    for place in later_ones([one.id for one in session.about.conditions]):
        yield (
            ("about", "conditions", place),
            _("This id stands in {list} already.").format(list="conditions"),
        )
    for name in ("taking", "tried"):
        for place in later_ones([one.name for one in getattr(session.about, name)]):
            yield ("about", name, place), _("This name stands in {list} already.").format(list=name)


def _stop_days(session: Session, _pack: Pack) -> Iterator[Fault]:
    for place, taking in enumerate(session.about.taking):
        if taking.stopped_on and taking.stopped_on.year not in STOP_YEARS:
            said = _("A medicine is stopped in a year from {first} to {last}.").format(
                first=STOP_YEARS[0], last=STOP_YEARS[-1]
            )
            yield ("about", "taking", place, "stopped_on"), said


def _talk_signed(session: Session, _pack: Pack) -> Iterator[Fault]:
    if session.safety_talk and not is_written(session.safety_talk.initials):
        yield ("safety_talk", "initials"), _("A talk that was held has the provider's initials.")


def _days(session: Session, _pack: Pack) -> Iterator[Fault]:
    for place, clearance in enumerate(session.clearances):
        if clearance.on > session.started_on:
            yield ("clearances", place, "on"), _("A clearance is not of a day after the visit.")
    if session.safety_talk and session.safety_talk.on < session.started_on:
        said = _("A talk held before the visit does not stand for what was answered at it.")
        yield ("safety_talk", "on"), said


def _sure_length(session: Session, pack: Pack) -> Iterator[Fault]:
    asked = pack.instrument("sure")
    if asked and session.sure and len(session.sure) != len(asked.items):
        sentence = _("The SURE test has {count} answers, or none when not asked.")
        yield ("sure",), sentence.format(count=len(asked.items))


CHECKS: Final[tuple[Callable[[Session, Pack], Iterator[Fault]], ...]] = (
    _same_pack,
    too_many_visits,
    _dangling_ids,
    _decisions,
    _choices,
    _gates_only,
    _order_of_rated,
    _once,
    _stop_days,
    _talk_signed,
    _days,
    earlier_talks,
    _sure_length,
    _own_ids,
    visits_in_order,
    earlier_answers,
    _trade_offs,
)
"""Every check of a session against its pack."""
