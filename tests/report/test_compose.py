"""The decision, the line-up and the two views in the composed document."""

from dataclasses import replace
from itertools import product

import pytest
from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.domain.session import Decision, NextStep, Session
from decision_aid.report.compose import compose
from decision_aid.report.document import (
    Bullets,
    CheckList,
    KeyValues,
    Numbered,
    Table,
)

from tests.builders import TODAY, a_session
from tests.report.reading import all_text, of_kind, part
from tests.report.visits import MAOI, a_full_session, a_visit, document


def notes(session: Session) -> list[str]:
    record = part(document(session), "record")
    return [
        said
        for block in of_kind(record, KeyValues)
        for name, said in block.rows
        if name == "To note"
    ]


def decided(option: str, **given: object) -> Session:
    decision = Decision(kind="option", option=option)
    agreed = {"leaning": decision, "provider_leaning": None, "provider_ratings": ()}
    return a_full_session(**{"decision": decision, **agreed, **given})


def test_a_decision_that_differs_from_the_line_up_is_told_in_the_record() -> None:
    assert notes(decided("pill")) == [
        "The decision differs from the line-up, where Talk (A) comes first."
    ]


def test_a_decision_that_the_line_up_puts_first_needs_no_note() -> None:
    assert notes(decided("talk")) == []


def test_a_decision_for_an_option_that_is_shut_is_told_with_the_reason() -> None:
    (note,) = notes(decided("pill", about=MAOI))
    assert note.startswith("The option decided on is not in the line-up: You take an MAOI.")


def test_two_leanings_that_differ_are_both_kept() -> None:
    assert any("Both views are kept" in note for note in notes(a_full_session()))


def test_ratings_that_lie_far_apart_are_noted_by_name() -> None:
    (note,) = notes(decided("talk", provider_ratings=(Rating("help", 2), Rating("driving", 2))))
    assert note == "The ratings of the two lie two steps or more apart on “Help”."


@pytest.mark.parametrize(("mine", "theirs"), [*product((0, 1, 2, 3, 4, NOT_SURE), repeat=2)])
def test_ratings_two_steps_apart_or_more_are_marked(mine: object, theirs: object) -> None:
    session = a_session(help=mine, provider_ratings=(Rating("help", theirs),))  # type: ignore[arg-type] # any answer
    record = part(document(session), "record")
    table = next(one for one in of_kind(record, Table) if one.columns[1].title == "The person")
    row = next(one for one in table.rows if one[0] == "Help")
    apart = abs(mine - theirs) if isinstance(mine, int) and isinstance(theirs, int) else 0
    assert row[3] == (f"{apart} steps" if apart >= 2 else "")


def test_an_order_that_contradicts_the_ratings_is_told_as_not_used() -> None:
    snapshot = a_visit()
    turned = replace(snapshot.appraisal, order_kept=False)
    made = compose(replace(snapshot, weigh=lambda _: turned), on=TODAY)
    assert "This order contradicts the ratings" in all_text(part(made, "record"))


def test_what_was_rated_not_at_all_or_not_sure_is_not_told_as_what_mattered() -> None:
    person = part(document(a_session(help=0, driving="not_sure", lasting=1)), "person")
    assert of_kind(person, Numbered)[0].items == ((1, "Lasting: A little"),)


def test_the_next_steps_say_who_does_what_by_when() -> None:
    (steps,) = of_kind(part(document(a_full_session()), "person"), CheckList)
    assert steps.items == ("Me: Call the clinic (by: Friday)", "Provider: Send the papers")
    half = a_full_session(next_steps=(NextStep(what="", who="Me", by="Friday"),))
    (steps,) = of_kind(part(document(half), "person"), CheckList)
    assert steps.items == ("Me: not written yet (by: Friday)",)


def test_own_concerns_and_dealbreakers_are_on_both_pages() -> None:
    session = a_full_session(dealbreakers=("no_driving",))
    person, record, _ = document(session).parts
    for one in (person, record):
        said = [item for block in of_kind(one, Bullets) for item in block.items]
        assert any("I care for my mother" in item for item in said)
        assert any("No driving after" in item for item in said)


def test_composing_twice_gives_the_same_document() -> None:
    assert document(a_full_session()) == document(a_full_session())
