"""A concern of the person's own, from its words to its place in the line-up."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from decision_aid.domain.own_concerns import with_own_criteria
from decision_aid.domain.session import Concern, EarlierVisit, OwnPlace, Session
from decision_aid.workspace.changes.matters import SetConcerns, SetImportance, concerns_of
from decision_aid.workspace.changes.walk import BeginVisit
from decision_aid.workspace.workspace import Workspace

from tests.builders import TODAY, a_pack, a_session


def a_concern(number: int = 1, text: str = "my garden", **places: Any) -> Concern:
    placed = tuple(OwnPlace(option=option, level=level) for option, level in places.items())
    return Concern(id=f"own_{number}", text=text, places=placed)


def weighed(session: Session) -> dict[str, float]:
    snapshot = Workspace(a_pack(), session, draws=200).snapshot
    return {one.option: one.score for one in snapshot.appraisal.fits}


@pytest.mark.parametrize(
    "concern", [a_concern(), a_concern(stay="unknown"), a_concern(text=" ", stay="well")]
)
def test_words_alone_are_not_weighed(concern: Concern) -> None:
    pack = a_pack()
    assert with_own_criteria(pack, (concern,)) is pack


def test_an_option_nobody_placed_is_unknown() -> None:
    pack = with_own_criteria(a_pack(), (a_concern(stay="well", pill="badly"),))
    own = pack.criterion("own_1")
    assert (own.group, own.name) == ("own", "my garden")
    assert own.standing("stay").level == "well"
    assert own.standing("pill").level == "badly"
    assert own.standing("talk").unknown is not None


def test_a_concern_with_places_and_an_importance_moves_the_line_up() -> None:
    concern = a_concern(stay="well", pill="badly", talk="badly")
    session = replace(a_session(help=2), concerns=(concern,))
    before = weighed(session)
    after = weighed(SetImportance("own_1", 4).apply_to(session))
    assert after["stay"] > before["stay"]
    assert after["pill"] < before["pill"]


def test_an_importance_of_words_alone_changes_no_number() -> None:
    session = replace(a_session(help=2), concerns=(a_concern(),))
    assert weighed(SetImportance("own_1", 4).apply_to(session)) == weighed(session)


def test_a_workspace_gives_the_same_pack_while_the_concerns_are_the_same() -> None:
    workspace = Workspace(a_pack(), replace(a_session(help=2), concerns=(a_concern(stay="well"),)))
    pack = workspace.snapshot.pack
    workspace.apply(SetImportance("help", 3))
    assert workspace.snapshot.pack is pack


def test_a_concern_taken_out_takes_what_was_said_of_it_along() -> None:
    session = replace(a_session(help=2), concerns=(a_concern(stay="well"),))
    session = SetImportance("own_1", 3).apply_to(session)
    assert SetConcerns(()).apply_to(session) == a_session(help=2)


@pytest.mark.parametrize(
    ("texts", "ids"),
    [
        (("a", "b"), ["own_1", "own_2"]),
        (("a", "changed"), ["own_1", "own_2"]),
        (("b",), ["own_2"]),
        (("a", "b", "a"), ["own_1", "own_2", "own_4"]),
        ((), []),
    ],
)
def test_a_line_keeps_its_id_and_an_id_is_never_used_again(
    texts: tuple[str, ...], ids: list[str]
) -> None:
    earlier = EarlierVisit(on=date(2026, 1, 1), concerns=(a_concern(3),))
    session = replace(
        a_session(), concerns=(a_concern(1, "a"), a_concern(2, "b")), earlier=(earlier,)
    )
    found = concerns_of(session, texts)
    assert [one.id for one in found] == ids
    assert [one.text for one in found] == list(texts)


def test_a_new_visit_keeps_what_was_said_and_asks_about_the_last_weeks_anew() -> None:
    session = a_session(help=3)
    later = BeginVisit(date(2026, 12, 24)).apply_to(session)
    assert later.started_on == date(2026, 12, 24)
    assert later.ratings == session.ratings
    assert later.about.phq9.answers == ()
    (visit,) = later.earlier
    assert (visit.on, visit.ratings) == (TODAY, session.ratings)


@pytest.mark.parametrize("day", [TODAY, date(2020, 1, 1)])
def test_no_visit_begins_on_a_day_that_is_not_later(day: date) -> None:
    session = a_session(help=3)
    assert BeginVisit(day).apply_to(session) == session
