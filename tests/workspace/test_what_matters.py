"""Changes on What matters: picks, order and places on one's own concerns."""

from typing import Any

import pytest
from decision_aid.domain.answers import MOST, NOT_SURE
from decision_aid.domain.session import Concern, OwnPlace, TradeOff
from decision_aid.workspace.changes.matters import (
    PickMost,
    PlaceOption,
    SetImportance,
    SetOrder,
    sorted_ratings,
)
from decision_aid.workspace.matters_words import (
    concern_line,
    disagreement_sentence,
    own_places,
    places_words,
    range_line,
    span_words,
    told_trade_offs,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_pack, a_session

CRITERIA = ("help", "driving", "lasting")
GARDEN = Concern(id="own_1", text="my garden")

answers = st.sampled_from((0, 1, 2, 3, MOST, NOT_SURE, None))
changes = st.one_of(
    st.builds(SetImportance, st.sampled_from(CRITERIA), answers),
    st.builds(PickMost, st.sampled_from(CRITERIA), picked=st.booleans()),
)


def a_snapshot(**said: Any) -> Snapshot:
    return Workspace(a_pack(), a_session(**said), draws=200).snapshot


def test_picks_are_rated_most_and_stand_in_the_order_they_were_picked() -> None:
    session = a_session(help=2)
    for criterion in ("lasting", "help", "driving"):
        session = PickMost(criterion, picked=True).apply_to(session)
    assert session.order == ("lasting", "help", "driving")
    assert {one.importance for one in session.ratings} == {MOST}


def test_a_pick_comes_after_what_was_rated_most_before_and_ahead_of_the_rest() -> None:
    session = a_session(help=MOST, driving=3, order=("help", "driving"))
    session = PickMost("lasting", picked=True).apply_to(session)
    assert session.order == ("help", "lasting", "driving")


def test_a_pick_let_go_is_not_answered() -> None:
    session = PickMost("lasting", picked=True).apply_to(a_session(help=2))
    assert PickMost("lasting", picked=False).apply_to(session) == a_session(help=2)


def test_picking_what_is_picked_changes_nothing() -> None:
    session = a_session(help=MOST, lasting=MOST, order=("lasting",))
    assert PickMost("help", picked=True).apply_to(session) is session


def test_one_pick_alone_gives_a_line_up() -> None:
    workspace = Workspace(a_pack(), a_session(), draws=400)
    workspace.apply(PickMost("help", picked=True))
    fits = {one.option: one.score for one in workspace.snapshot.appraisal.fits}
    assert fits["talk"] > fits["pill"] > fits["stay"]


@given(st.lists(changes, max_size=12))
def test_the_order_never_says_otherwise_than_the_ratings(said: list[Any]) -> None:
    workspace = Workspace(a_pack(), a_session(), draws=10)
    for change in said:
        workspace.apply(change)
    session = workspace.snapshot.session
    ratings = [session.rating(one) for one in session.order]
    steps = [-1 if one is None or one.importance == NOT_SURE else one.importance for one in ratings]
    assert steps == sorted(steps, reverse=True)
    assert -1 not in steps
    told = [one.criterion for one in sorted_ratings(session)]
    assert [one for one in told if one in session.order] == list(session.order)


def test_a_rating_lowered_takes_its_line_down_in_the_order() -> None:
    session = SetOrder(("lasting", "help")).apply_to(a_session(help=3, lasting=3))
    session = SetImportance("lasting", 1).apply_to(session)
    assert session.order == ("help", "lasting")
    assert Workspace(a_pack(), session, draws=200).snapshot.appraisal.order_kept


def test_an_option_is_placed_moved_and_taken_back() -> None:
    session = a_session(concerns=(GARDEN,))
    session = PlaceOption("own_1", "pill", "badly").apply_to(session)
    session = PlaceOption("own_1", "talk", "unknown").apply_to(session)
    session = PlaceOption("own_1", "pill", "well").apply_to(session)
    assert session.concerns[0].places == (
        OwnPlace(option="pill", level="well"),
        OwnPlace(option="talk", level="unknown"),
    )
    for option in ("pill", "talk"):
        session = PlaceOption("own_1", option, None).apply_to(session)
    assert session == a_session(concerns=(GARDEN,))


def test_places_are_told_by_letter_in_the_order_of_the_session() -> None:
    snapshot = a_snapshot(concerns=(GARDEN,))
    concern = GARDEN
    for place, option in enumerate(snapshot.options):
        assert places_words(concern, snapshot).count(",") == place
        session = PlaceOption("own_1", option.option.id, "so_so").apply_to(
            a_session(concerns=(concern,))
        )
        (concern,) = session.concerns
    assert concern_line(concern, snapshot) == "my garden: A so-so, B so-so, C so-so"


def test_what_nobody_knows_is_told_as_not_known() -> None:
    snapshot = a_snapshot()
    known = Concern(
        id="own_1",
        text="my garden",
        places=(OwnPlace(option="stay", level="unknown"), OwnPlace(option="pill", level="well")),
    )
    letter = snapshot.letter("pill")
    assert concern_line(known, snapshot) == f"my garden: {letter} well, others not known"
    assert concern_line(GARDEN, snapshot) == "my garden"


def test_the_places_of_a_concern_are_told_as_said_by_the_person() -> None:
    placed = PlaceOption("own_1", "pill", "badly").apply_to(a_session(concerns=(GARDEN,)))
    snapshot = Workspace(a_pack(), placed).snapshot
    own = snapshot.pack.criterion("own_1")
    assert own_places(own, snapshot).startswith("You said so: ")
    assert own_places(snapshot.pack.criterion("help"), snapshot) == ""


def test_a_range_is_told_in_words_with_names_of_steps_in_quotes() -> None:
    snapshot = a_snapshot()
    assert span_words(snapshot.pack.criterion("driving"), snapshot) == "from “bad” to “good”"
    assert range_line(snapshot.pack.criterion("help"), snapshot) == (
        "From 0 more of 100 to 21 more of 100"
    )


def test_a_range_of_options_ruled_out_is_not_told() -> None:
    snapshot = a_snapshot(dealbreakers=("no_driving",))
    said = span_words(snapshot.pack.criterion("driving"), snapshot)
    assert said == "“good”, the same for all we know of"


@pytest.mark.parametrize(
    ("preferred", "told"),
    [
        ("first", "You rated “Driving” higher, and here you chose “Help”."),
        ("second", "You rated “Help” higher, and here you chose “Driving”."),
        ("same", "You rated “Help” and “Driving” well apart, and here you said both the same."),
    ],
)
def test_a_disagreement_names_both_and_blames_neither(preferred: Any, told: str) -> None:
    answer = TradeOff(first="help", second="driving", preferred=preferred)
    assert disagreement_sentence(answer, a_snapshot()) == told


def test_answers_on_what_is_not_offered_now_are_not_told() -> None:
    gone = TradeOff(first="help", second="own_4", preferred="first")
    here = TradeOff(first="help", second="driving", preferred="first")
    assert told_trade_offs(a_snapshot(trade_offs=(gone, here))) == (here,)
