"""The two voices side by side: never one of them alone, never a mean of both."""

import re
from typing import Literal

from decision_aid.domain.answers import Rating
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.voices import far_sentences, two_ratings
from decision_aid.workspace.workspace import Workspace
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_pack, a_session

Said = int | Literal["not_sure"] | None
said = st.one_of(st.none(), st.integers(0, 4), st.just("not_sure"))


def both(mine: Said, theirs: Said) -> Snapshot:
    ratings = () if mine is None else (Rating("help", mine),)
    provider = () if theirs is None else (Rating("help", theirs),)
    return Workspace(a_pack(), a_session(ratings=ratings, provider_ratings=provider)).snapshot


@given(said, said)
def test_two_ratings_are_told_apart_from_two_steps_on_and_only_where_both_said_one(
    mine: Said, theirs: Said
) -> None:
    told = two_ratings(both(mine, theirs))
    assert bool(told) == (mine is not None or theirs is not None)
    steps = abs(mine - theirs) if isinstance(mine, int) and isinstance(theirs, int) else 0
    assert [one.far for one in told] == [steps >= 2 for _ in told]
    sentences = far_sentences(both(mine, theirs), "you")
    assert any(one.startswith(f"{steps} steps apart on “Help”") for one in sentences) == (
        steps >= 2
    )


def test_each_is_told_as_it_was_said_and_nothing_in_between() -> None:
    (told,) = two_ratings(both(4, 0))
    assert (told.person, told.provider, told.steps) == ("Most", "Not at all", 4)
    (sentence,) = far_sentences(both(4, 0), "they")
    assert not re.search(r"average|mean|between", sentence)
    assert sentence.endswith("the person said “Most”, the provider said “Not at all”.")


def test_what_only_one_rated_says_nothing_of_being_near() -> None:
    assert far_sentences(both(4, None), "you") == ()
    assert far_sentences(both(3, 2), "you") == ("No two ratings lie two steps or more apart.",)
