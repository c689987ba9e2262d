"""Which questions are worth asking first, and which go home on paper."""

from typing import get_args

from decision_aid.domain.guidance import Suggestion, Topic
from decision_aid.domain.session import Decision, Role
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.suggested import by_topic, concerns, still_to_ask
from decision_aid.workspace.workspace import Workspace
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_pack, a_session

OPTIONS = ("stay", "pill", "talk")
suggestions = st.lists(
    st.builds(
        Suggestion,
        id=st.uuids().map(str),
        topic=st.sampled_from(get_args(Topic)),
        ask=st.sampled_from(["prescriber", "counselor", "anyone"]),
        options=st.lists(st.sampled_from(OPTIONS), max_size=2, unique=True).map(tuple),
        text=st.uuids().map(str),
    ),
    max_size=30,
).map(tuple)
people = st.lists(st.sampled_from(get_args(Role)), unique=True).map(tuple)
leanings = st.none() | st.sampled_from(OPTIONS).map(
    lambda option: Decision(kind="option", option=option)
)


def snapshot(
    offered: tuple[Suggestion, ...],
    here: tuple[Role, ...],
    leaning: Decision | None,
    taken: tuple[str, ...] = (),
) -> Snapshot:
    session = a_session(people=here, leaning=leaning, open_questions=taken)
    return Workspace(a_pack(suggestions=offered), session, draws=1).snapshot


@given(suggestions, people, leanings)
def test_every_question_is_offered_once_whatever_is_ticked(
    offered: tuple[Suggestion, ...], here: tuple[Role, ...], leaning: Decision | None
) -> None:
    groups = by_topic(snapshot(offered, here, leaning))
    listed = [one for _, asked in groups for one in asked]
    assert sorted(one.id for one in listed) == sorted(one.id for one in offered)
    assert all(one.topic == topic for topic, asked in groups for one in asked)
    assert all(asked for _, asked in groups)
    taken = tuple(one.text for one in offered[::2])
    assert by_topic(snapshot(offered, here, leaning, taken)) == groups


@given(suggestions, people, leanings)
def test_what_can_be_answered_here_comes_before_what_cannot(
    offered: tuple[Suggestion, ...], here: tuple[Role, ...], leaning: Decision | None
) -> None:
    shown = snapshot(offered, here, leaning)
    for _, asked in by_topic(shown):
        about = [concerns(one.options, shown) for one in asked]
        assert about == sorted(about, reverse=True)
        ours = [one.ask in here for one in asked if concerns(one.options, shown)]
        assert ours == sorted(ours, reverse=True)


@given(suggestions, people, leanings, st.data())
def test_what_goes_home_concerns_the_choice_and_was_not_taken_up(
    offered: tuple[Suggestion, ...],
    here: tuple[Role, ...],
    leaning: Decision | None,
    data: st.DataObject,
) -> None:
    texts = [one.text for one in offered]
    taken = tuple(data.draw(st.lists(st.sampled_from(texts), unique=True))) if texts else ()
    shown = snapshot(offered, here, leaning, taken)
    left = [one for one in offered if concerns(one.options, shown) and one.text not in taken]
    home = still_to_ask(shown, 6)
    assert set(home) <= set(left)
    assert len(home) == min(6, len(left))
    topics = [one.topic for one in home]
    assert len(set(topics)) == min(len(home), len({one.topic for one in left}))
    assert topics == sorted(topics, key=get_args(Topic).index)
