from threading import Event

import pytest
from decision_aid.gui.keeping.autosave import LATEST, SOON, Autosave
from decision_aid.gui.keeping.current import AGAIN
from decision_aid.gui.keeping.saving_words import SAVED_AGAIN, SAVING, UNSURE
from decision_aid.store.errors import DiskFailedError, NoRoomError, StoreError
from decision_aid.workspace.changes.walk import SetText
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.keeping.kept_window import KeptWindow

pytestmark = pytest.mark.usefixtures("undressed")


def timer(of: Autosave, milliseconds: int) -> QTimer:
    (found,) = [one for one in of.findChildren(QTimer) if one.interval() == milliseconds]
    return found


def label(kept_window: KeptWindow, text: str) -> None:
    kept_window.driver.window.workspace.apply(SetText("label", text))


def fails(moment: str) -> StoreError | None:
    return DiskFailedError("The disk failed.") if moment == "before save" else None


def test_each_change_puts_saving_off_by_a_quarter_second_but_never_over_a_second(
    qtbot: QtBot,  # noqa: ARG001 - timers need an application
) -> None:
    autosave = Autosave()
    due: list[int] = []
    autosave.due.connect(lambda: due.append(1))
    soon, latest = timer(autosave, SOON), timer(autosave, LATEST)
    assert (SOON, LATEST) == (250, 1000)
    autosave.note()
    first = latest.timerId()
    started = soon.timerId()
    autosave.note()
    assert latest.timerId() == first, "the longest wait runs from the first change"
    assert soon.timerId() != started, "the short one from the last"
    latest.timeout.emit()
    assert due == [1]
    assert [one for one in (soon, latest) if one.isActive()] == []


def test_what_is_not_to_wait_is_told_once_and_only_where_something_was_noted(
    qtbot: QtBot,  # noqa: ARG001 - timers need an application
) -> None:
    autosave = Autosave()
    due: list[int] = []
    autosave.due.connect(lambda: due.append(1))
    autosave.now()
    assert not due
    autosave.note()
    autosave.now()
    autosave.now()
    assert due == [1]


def test_a_change_is_saved_when_its_time_has_come_and_said_to_be_only_then(
    kept_window: KeptWindow,
) -> None:
    kept_window.keep()
    label(kept_window, "Tuesday")
    assert kept_window.driver.reads(SAVING)
    kept_window.driver.settle()
    assert kept_window.kept.label == ""
    kept_window.let_time_pass()
    kept_window.until(lambda: kept_window.state.saving == "saved")
    assert kept_window.kept.label == "Tuesday"
    assert kept_window.driver.reads("Kept. Saved ")


def test_opening_a_step_saves_at_once(kept_window: KeptWindow) -> None:
    kept_window.keep()
    label(kept_window, "Tuesday")
    kept_window.driver.go("About you")
    kept_window.until(lambda: kept_window.state.saving == "saved")
    assert kept_window.kept.label == "Tuesday"
    assert kept_window.kept.visited == ("welcome", "about")


@pytest.mark.parametrize(
    "state", [Qt.ApplicationState.ApplicationInactive, Qt.ApplicationState.ApplicationSuspended]
)
def test_turning_to_another_program_saves_at_once(
    kept_window: KeptWindow, state: Qt.ApplicationState
) -> None:
    kept_window.keep()
    label(kept_window, "Tuesday")
    application = QApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(state)
    kept_window.until(lambda: kept_window.state.saving == "saved")
    assert kept_window.kept.label == "Tuesday"


def test_the_end_of_the_desktops_session_waits_until_it_is_saved(kept_window: KeptWindow) -> None:
    kept_window.keep()
    label(kept_window, "first")
    kept_window.let_time_pass()
    label(kept_window, "last")
    assert kept_window.keeping.save_and_wait()
    assert kept_window.kept.label == "last", "before anything else is done in the window"
    kept_window.until(lambda: kept_window.state.saving == "saved")


def test_what_is_changed_while_it_is_saved_is_saved_next_without_a_further_change(
    kept_window: KeptWindow,
) -> None:
    kept_window.keep()
    slow = Event()
    kept_window.store.fault = lambda _: None if slow.wait(10) else DiskFailedError("Too slow.")
    label(kept_window, "first")
    kept_window.let_time_pass()
    label(kept_window, "second")
    kept_window.let_time_pass()  # while the first is on its way
    slow.set()
    kept_window.until(lambda: kept_window.state.saving == "saved")
    assert kept_window.kept.label == "second"


def test_a_save_that_fails_is_unsure_then_told_once_and_tried_again_until_it_is_saved(
    kept_window: KeptWindow,
) -> None:
    kept_window.keep()
    at = kept_window.state.saved_at
    told: list[str] = []
    kept_window.keeping.told.connect(told.append)
    kept_window.store.fault = fails
    kept_window.door.gate.clear()
    label(kept_window, "Tuesday")
    kept_window.let_time_pass()
    kept_window.until(lambda: kept_window.driver.reads(UNSURE))
    kept_window.door.gate.set()
    kept_window.until(lambda: kept_window.state.saving == "failed")
    assert kept_window.driver.reads(f"Not saved since {at}. Trying again.")
    assert kept_window.driver.reads("The disk failed.")
    for _ in range(2):
        kept_window.let_time_pass()
        kept_window.done()
    assert told == ["The disk failed."]
    assert kept_window.driver.session.label == "Tuesday"
    kept_window.store.fault = lambda _: None
    (again,) = [one for one in kept_window.keeping.findChildren(QTimer) if one.interval() == AGAIN]
    assert again.isActive()
    kept_window.let_time_pass()
    kept_window.until(lambda: kept_window.state.saving == "saved")
    assert kept_window.kept.label == "Tuesday"
    assert kept_window.driver.reads(SAVED_AGAIN)
    assert not kept_window.driver.reads("The disk failed.")


def test_what_cannot_begin_to_be_kept_is_told_and_nothing_is_said_to_be_kept(
    kept_window: KeptWindow,
) -> None:
    kept_window.unlock()
    kept_window.store.fault = lambda moment: (
        NoRoomError("The disk is full.") if moment == "before keep" else None
    )
    kept_window.keeping.keep()
    kept_window.until(lambda: kept_window.driver.reads("The disk is full."))
    assert kept_window.state.saving == "not_kept"
    assert kept_window.state.kept is None


def test_a_change_that_is_taken_back_before_it_was_saved_needs_no_save(
    kept_window: KeptWindow,
) -> None:
    kept_window.keep()
    (revision,) = [one.revision for one in kept_window.store.sessions.values()]
    label(kept_window, "Tuesday")
    kept_window.driver.window.workspace.undo()
    assert kept_window.state.saving == "saved"
    kept_window.let_time_pass()
    kept_window.done()
    assert [one.revision for one in kept_window.store.sessions.values()] == [revision]
