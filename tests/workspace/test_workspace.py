from dataclasses import replace

import pytest
from decision_aid.base.errors import NotAllowedError
from decision_aid.domain.about_you import Taking
from decision_aid.domain.session import Role
from decision_aid.workspace.changes.about import AnswerCondition, SetAge, SetTaking
from decision_aid.workspace.changes.matters import HoldDealbreaker, SetImportance, SetOrder
from decision_aid.workspace.changes.phq9 import AnswerPhq9
from decision_aid.workspace.changes.safety import ClearGate, RecordSafetyTalk, TakeBackClearance
from decision_aid.workspace.changes.walk import VisitStep
from decision_aid.workspace.changes.welcome import SetMinutes, SetPeople
from decision_aid.workspace.workspace import Change, Workspace

from tests.builders import a_pack, a_session
from tests.workspace.examples import A_CLEARANCE, A_TALK


def a_workspace(*changes: Change, **said: object) -> Workspace:
    workspace = Workspace(a_pack(), a_session(help=3, driving=2, **said), draws=50)
    for change in changes:
        workspace.apply(change)
    return workspace


def weighed(workspace: Workspace) -> set[str]:
    return {fit.option for fit in workspace.snapshot.appraisal.fits}


def paused(workspace: Workspace) -> bool:
    return workspace.snapshot.journey.paused


TAKES_MAOI = SetTaking((Taking(name="Nardil"),))


def test_a_gated_option_is_not_weighed_and_clearing_it_brings_it_back() -> None:
    workspace = a_workspace(TAKES_MAOI, SetPeople(("prescriber",)))
    assert set(workspace.snapshot.gated) == {"pill"}
    assert weighed(workspace) == {"stay", "talk"}
    workspace.apply(ClearGate(A_CLEARANCE))
    assert weighed(workspace) == {"stay", "pill", "talk"}
    workspace.apply(TakeBackClearance("maoi"))
    assert weighed(workspace) == {"stay", "talk"}


def test_an_option_the_person_ruled_out_is_not_weighed() -> None:
    workspace = a_workspace(HoldDealbreaker("no_driving", held=True))
    assert weighed(workspace) == {"stay", "talk"}


def test_what_was_cleared_while_not_sure_is_not_cleared_once_the_answer_is_yes() -> None:
    gate = replace(a_pack().rules[0], id="vessel", when=(("condition:aneurysm",),))
    workspace = Workspace(a_pack(rules=(gate,)), a_session(people=("prescriber",)), draws=50)
    workspace.apply(AnswerCondition("aneurysm", "unsure"))
    workspace.apply(ClearGate(replace(A_CLEARANCE, rule="vessel", covers=("aneurysm",))))
    assert not workspace.snapshot.gated
    workspace.apply(AnswerCondition("aneurysm", "unsure"))
    assert not workspace.snapshot.gated
    workspace.apply(AnswerCondition("aneurysm", "yes"))
    assert set(workspace.snapshot.gated) == {"pill"}
    assert workspace.snapshot.session.clearances, "it stays on record"


def test_a_clearance_does_not_cover_what_is_said_later() -> None:
    taking = (Taking(name="Nardil"), Taking(name="phenelzine"))
    workspace = a_workspace(TAKES_MAOI, SetPeople(("prescriber",)), ClearGate(A_CLEARANCE))
    workspace.apply(SetTaking(taking))
    assert weighed(workspace) == {"stay", "talk"}


@pytest.mark.parametrize(
    ("people", "change"),
    [
        (("counselor",), ClearGate(A_CLEARANCE)),
        ((), ClearGate(A_CLEARANCE)),
        (("prescriber",), ClearGate(replace(A_CLEARANCE, role="counselor"))),
        (("prescriber",), ClearGate(replace(A_CLEARANCE, initials=" "))),
        (("prescriber",), ClearGate(replace(A_CLEARANCE, reason=""))),
        (("prescriber",), RecordSafetyTalk(replace(A_TALK, initials=""))),
        (("helper", "companion"), RecordSafetyTalk(A_TALK)),
    ],
)
def test_what_safety_does_not_allow_is_refused_and_nothing_changes(
    people: tuple[Role, ...], change: Change
) -> None:
    workspace = a_workspace(TAKES_MAOI, SetPeople(people))
    before = workspace.snapshot
    with pytest.raises(NotAllowedError, match=r"Nothing was (changed|recorded)"):
        workspace.apply(change)
    assert workspace.snapshot is before


def test_a_new_change_after_undo_drops_what_could_be_made_again() -> None:
    workspace = a_workspace(SetMinutes(3))
    workspace.undo()
    workspace.apply(SetAge("under_25"))
    assert not workspace.can_redo
    workspace.redo()
    assert workspace.snapshot.session.minutes is None


def test_undo_and_redo_with_nothing_to_do_do_nothing() -> None:
    workspace = a_workspace()
    snapshot = workspace.snapshot
    workspace.undo()
    workspace.redo()
    assert workspace.snapshot is snapshot


def test_two_gestures_apart_are_two_steps_even_on_one_control() -> None:
    workspace = a_workspace(SetImportance("help", 1), SetMinutes(3), SetImportance("help", 4))
    workspace.undo()
    rating = workspace.snapshot.session.rating("help")
    assert rating is not None
    assert rating.importance == 1


def test_a_gesture_after_undo_is_a_step_of_its_own() -> None:
    workspace = a_workspace(SetImportance("help", 1), SetMinutes(3))
    workspace.undo()
    workspace.apply(SetImportance("help", 4))
    workspace.undo()
    rating = workspace.snapshot.session.rating("help")
    assert rating is not None
    assert rating.importance == 1


def test_beginning_another_session_leaves_nothing_of_the_old_one() -> None:
    workspace = a_workspace(SetMinutes(3))
    other = replace(a_session(), label="other")
    workspace.begin(other)
    assert workspace.snapshot.session == other
    assert not workspace.can_undo
    assert not workspace.can_redo


def test_another_session_is_weighed_with_its_own_seed() -> None:
    workspace = a_workspace()
    assert workspace.snapshot.appraisal.seed == 7
    workspace.begin(a_session(help=3, seed=99))
    assert workspace.snapshot.appraisal.seed == 99


def test_the_line_up_of_one_moment_is_worked_out_once() -> None:
    snapshot = a_workspace().snapshot
    assert snapshot.appraisal is snapshot.appraisal


def test_a_criterion_no_longer_rated_leaves_the_order() -> None:
    workspace = a_workspace(SetOrder(("help", "driving")), SetImportance("help", "not_sure"))
    assert workspace.snapshot.session.order == ("driving",)
    workspace.apply(SetImportance("driving", None))
    assert not workspace.snapshot.session.order


def test_undo_leaves_the_steps_that_were_opened() -> None:
    workspace = a_workspace(SetMinutes(3), VisitStep("matters"))
    workspace.undo()
    assert workspace.snapshot.session.visited == ("matters",)
    assert workspace.snapshot.session.minutes is None


def test_undo_does_not_take_back_a_talk_about_the_same_answer() -> None:
    workspace = a_workspace(AnswerPhq9(9, 1), RecordSafetyTalk(A_TALK), SetMinutes(3))
    workspace.undo()
    assert workspace.snapshot.session.safety_talk == A_TALK
    assert not workspace.snapshot.journey.paused


def test_a_talk_about_one_answer_does_not_stand_for_another() -> None:
    workspace = a_workspace(AnswerPhq9(9, 1), RecordSafetyTalk(A_TALK), AnswerPhq9(9, 3))
    assert workspace.snapshot.journey.paused
    workspace.undo()
    assert workspace.snapshot.journey.paused


def test_undo_to_another_answer_to_item_9_asks_for_a_talk_anew() -> None:
    answers = (AnswerPhq9(9, 1), AnswerPhq9(9, 3))
    workspace = a_workspace(*answers, RecordSafetyTalk(A_TALK))
    assert not paused(workspace)
    workspace.undo()
    assert workspace.snapshot.session.about.phq9.item_9 == (1, False)
    assert paused(workspace)
    workspace.redo()
    assert paused(workspace)
