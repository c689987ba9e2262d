"""Everything the workspace tells, in the language nobody speaks: nothing of it is English still."""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from decision_aid.content.packs import load_pack
from decision_aid.content.sessions import load_session
from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.domain.clinic import Clinic, ClinicOption, ContentReview, Phone
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.pack import Pack
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.domain.session import (
    PROVIDERS,
    Concern,
    Decision,
    EarlierVisit,
    Session,
    TradeOff,
)
from decision_aid.workspace.line_up_state import line_up_state
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

from tests.gallery.states import EXAMPLES, states
from tests.line_up_states import STATES, State, write
from tests.pseudo import (
    CODE,
    pseudo,
    pseudo_forms,
    pseudo_pack,
    speaking_pseudo,
    typed_in,
    untranslated,
)
from tests.workspace.everything_told import (
    DAY,
    everything,
    fixed,
    of_the_line_up,
    of_the_patient_screen,
)

BY_HAND: dict[str, Callable[[Session], Session]] = {
    "alone": lambda one: replace(one, people=()),
    "with everyone": lambda one: replace(one, people=PROVIDERS),
    "to talk first": lambda one: replace(one, about=replace(one.about, phq9=asking()), people=()),
    "not sure of anything": lambda one: replace(one, ratings=unsure(one)),
    "after other visits": lambda one: replace(one, earlier=visits(one)),
    "of two minds": lambda one: replace(one, trade_offs=answered(one)),
    "apart": lambda one: replace(
        one, provider_ratings=tuple(replace(r, importance=4 - level(r)) for r in one.ratings)
    ),
}
"""The full session of the gallery, otherwise."""


def asking() -> Phq9:
    return Phq9(answers=(None,) * 8 + (2,))


def level(rating: Rating) -> int:
    return 2 if rating.importance == NOT_SURE else int(rating.importance)


def unsure(session: Session) -> tuple[Rating, ...]:
    return tuple(replace(one, importance=NOT_SURE) for one in session.ratings)


def answered(session: Session) -> tuple[TradeOff, ...]:
    """Answers to trade-off questions, one of each kind, some against the ratings."""
    rated = sorted(session.ratings, key=level)
    least, most = rated[0].criterion, rated[-1].criterion
    second, third = rated[1].criterion, rated[2].criterion
    return (
        TradeOff(first=least, second=most, preferred="first"),
        TradeOff(first=most, second=second, preferred="second"),
        TradeOff(first=least, second=third, preferred="same"),
    )


def visits(session: Session) -> tuple[EarlierVisit, ...]:
    """Visits at which all was otherwise, and one at which much is asked that is not any more."""
    rated = tuple(replace(one, importance=4 - level(one)) for one in session.ratings[1:])
    own = (Concern(id="own_8", text="3"), Concern(id="own_9", text="4"))
    option = session.decision.option if session.decision else ""
    first = EarlierVisit(
        on=DAY - timedelta(90),
        ratings=(*rated, Rating("gone", 2)),
        order=("gone",),
        concerns=own,
        dealbreakers=("gone",),
        phq9=Phq9(answers=(1,) * 9),
        leaning=Decision(kind="option", option="gone"),
        decision=Decision(kind="not_yet"),
    )
    last = EarlierVisit(on=DAY - timedelta(9), phq9=Phq9(answers=(1,) * 8 + (None,)))
    said = Decision(kind="option", option=option, words="3")
    return first, replace(first, on=DAY - timedelta(50), phq9=Phq9(), decision=said), last


@cache
def clinic(pack: Pack) -> Clinic:
    note = ClinicOption(id=pack.options[0].id, offered_by="3", wait="4", cost="5")
    reviews = tuple(ContentReview(by="3", on=DAY, version=one) for one in (pack.version, "0.9"))
    return Clinic(
        name="3", as_of=DAY, options=(note,), phones=(Phone(number="4", text="5"),), reviews=reviews
    )


@cache
def moments() -> dict[str, Session]:
    made = states(pseudo_pack())
    return dict(made) | {name: change(made["full"]) for name, change in BY_HAND.items()}


def assert_all_is_said(told: Iterable[str], snapshot: Snapshot) -> None:
    typed = typed_in(snapshot.session)
    left = {one for one in told if untranslated(one, snapshot.pack, typed=typed)}
    assert left == set()


@pytest.mark.parametrize("name", ["empty", "half", *EXAMPLES, *BY_HAND])
def test_of_every_session(name: str) -> None:
    with speaking_pseudo():
        pack, session = pseudo_pack(), moments()[name]
        snapshot = Workspace(pack, session, draws=20, clinic=clinic(pack)).snapshot
        assert_all_is_said(everything(snapshot), snapshot)


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_of_every_state_of_the_line_up(state: State, tmp_path: Path) -> None:
    where, file = write(state, tmp_path)
    plain = load_pack(str(where))
    with speaking_pseudo():
        pack = in_pseudo(plain)
        snapshot = Workspace(pack, load_session(file, plain), draws=60).snapshot
        assert line_up_state(snapshot).kind == state.kind
        assert_all_is_said((*of_the_line_up(snapshot), *of_the_patient_screen(snapshot)), snapshot)


def test_of_everything_that_has_fixed_words() -> None:
    with speaking_pseudo():
        assert_all_is_said(fixed(), Workspace(pseudo_pack(), moments()["empty"]).snapshot)


def in_pseudo(pack: Pack) -> Pack:
    """A small pack, all of whose texts are in it; ids, sources and medicines stay as they are."""
    texts = {"name", "short", "text", "title", "why", "usually", "summary", "question"}
    texts |= {"event", "no_event", "meaning", "explanation", "decision", "condition", "keep_taking"}
    texts |= {"natural_course", "what_it_is", "not_advice", "caution", "no_numbers", "review_note"}
    texts |= {"intervention", "comparison", "people", "paragraphs", "what_it_is_not"}
    made = _said(pack, texts, is_text=False)
    assert isinstance(made, Pack)
    return replace(made, sources=pack.sources, medicines=pack.medicines, language=CODE)


def _said(tree: Any, texts: set[str], *, is_text: bool) -> Any:
    if isinstance(tree, str):
        return pseudo(tree) if is_text and tree else tree
    if isinstance(tree, tuple):
        return tuple(_said(one, texts, is_text=is_text) for one in tree)
    if isinstance(tree, PluralForms):
        return pseudo_forms(tree)
    if is_dataclass(tree) and not isinstance(tree, type):
        parts = ((one.name, getattr(tree, one.name)) for one in fields(tree) if one.init)
        said = {name: _said(part, texts, is_text=name in texts) for name, part in parts}
        return replace(tree, **said)
    return tree
