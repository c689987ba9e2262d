"""What holds of every change there is; a new one without an example fails here."""

import inspect
import pkgutil
from importlib import import_module

import pytest
from decision_aid.domain.session import Decision
from decision_aid.workspace import changes
from decision_aid.workspace.changes.decide import Decide
from decision_aid.workspace.changes.matters import SetImportance
from decision_aid.workspace.changes.safety import ClearGate, RecordSafetyTalk, TakeBackClearance
from decision_aid.workspace.changes.walk import SetText, VisitStep
from decision_aid.workspace.changes.welcome import SetMinutes
from decision_aid.workspace.workspace import Change, Workspace

from tests.builders import a_pack
from tests.workspace.examples import EXAMPLES, a_started_session

each_change = pytest.mark.parametrize("change", EXAMPLES, ids=repr)
KEPT_BY_UNDO = (VisitStep, RecordSafetyTalk)
"""Where one has been, and what was done for safety, are not taken back."""


def a_workspace() -> tuple[Workspace, list[object]]:
    workspace = Workspace(a_pack(), a_started_session(), draws=10)
    told: list[object] = []
    workspace.watch(lambda: told.append(workspace.snapshot.session))
    return workspace, told


def test_every_change_has_an_example() -> None:
    defined = {
        one
        for found in pkgutil.iter_modules(changes.__path__, f"{changes.__name__}.")
        for _, one in inspect.getmembers(import_module(found.name), inspect.isclass)
        if one.__module__ == found.name
    }
    assert defined == {type(example) for example in EXAMPLES}


@each_change
def test_a_change_is_made_and_watchers_are_told_once(change: Change) -> None:
    workspace, told = a_workspace()
    before = workspace.snapshot.session
    workspace.apply(change)
    after = workspace.snapshot.session
    assert after == change.apply_to(before) != before
    assert told == [after]
    assert workspace.can_undo != isinstance(change, KEPT_BY_UNDO)


@pytest.mark.parametrize(
    "change",
    # Two clearances of one gate are two entries of the record.
    [one for one in EXAMPLES if not isinstance(one, ClearGate)],
    ids=repr,
)
def test_a_change_that_changes_nothing_is_no_step(change: Change) -> None:
    workspace, told = a_workspace()
    workspace.apply(change)
    snapshot = workspace.snapshot
    workspace.apply(change)
    assert workspace.snapshot is snapshot
    assert len(told) == 1
    workspace.undo()
    assert not workspace.can_undo


@each_change
def test_undo_takes_a_change_back_and_redo_makes_it_again(change: Change) -> None:
    workspace, told = a_workspace()
    before = workspace.snapshot.session
    workspace.apply(change)
    after = workspace.snapshot.session
    workspace.undo()
    undone = workspace.snapshot.session
    # A clearance that was taken back comes from a prescriber's own hand, or not at all.
    stays = isinstance(change, (*KEPT_BY_UNDO, TakeBackClearance))
    assert undone == (after if stays else before)
    assert not workspace.can_undo
    workspace.redo()
    # Neither does a clearance that undo took away come back.
    again = not isinstance(change, ClearGate)
    assert workspace.snapshot.session == (after if again else before)
    assert not workspace.can_redo
    assert len(told) == (1 if stays else 2 + again)


@each_change
def test_a_change_leaves_the_session_it_was_given_as_it_was(change: Change) -> None:
    session = a_started_session()
    change.apply_to(session)
    assert session == a_started_session()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SetText("label", "b"), SetText("label", "bl")),
        (SetImportance("help", 3), SetImportance("help", 4)),
        (
            Decide("leaning", Decision(kind="not_yet")),
            Decide("leaning", Decision(kind="not_yet", words="let me sleep on it")),
        ),
    ],
    ids=repr,
)
def test_changes_of_one_gesture_are_one_step_of_undo(first: Change, second: Change) -> None:
    workspace, _ = a_workspace()
    before = workspace.snapshot.session
    workspace.apply(first)
    workspace.apply(second)
    workspace.undo()
    assert workspace.snapshot.session == before


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SetText("label", "b"), SetText("review", "b")),
        (SetImportance("help", 3), SetImportance("driving", 3)),
        (SetImportance("help", 3), SetImportance("help", 3, voice="provider")),
        (SetMinutes(3), SetMinutes(10)),
        (
            Decide("leaning", Decision(kind="not_yet")),
            Decide("leaning", Decision(kind="option", option="talk")),
        ),
    ],
    ids=repr,
)
def test_changes_of_two_gestures_are_two_steps_of_undo(first: Change, second: Change) -> None:
    workspace, _ = a_workspace()
    workspace.apply(first)
    between = workspace.snapshot.session
    workspace.apply(second)
    workspace.undo()
    assert workspace.snapshot.session == between
