from dataclasses import replace
from datetime import date
from threading import Event

import pytest
from decision_aid.gui.clock import today
from decision_aid.gui.copied_note import copy_note
from decision_aid.gui.keeping import moment
from decision_aid.gui.kept import CLEARS_UNKEPT, CLEARS_UNSAVED, HALF_WRITTEN
from decision_aid.gui.requests import Finish, StartFresh
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.store.errors import DiskFailedError, StoreError
from decision_aid.workspace.changes.walk import SetText
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.builders import a_session
from tests.gui.keeping.kept_window import KeptWindow

pytestmark = pytest.mark.usefixtures("undressed")


def fails(moment: str) -> StoreError | None:
    return DiskFailedError("The disk failed.") if moment == "before save" else None


def label(kept_window: KeptWindow, text: str) -> None:
    kept_window.driver.window.workspace.apply(SetText("label", text))


def test_closing_saves_closes_the_store_and_asks_nothing(kept_window: KeptWindow) -> None:
    kept_window.keep()
    label(kept_window, "Tuesday")
    window = kept_window.driver.window
    assert not window.close(), "not before it is saved"
    kept_window.until(window.isHidden)
    assert kept_window.store.is_closed
    assert kept_window.store.left is None
    assert kept_window.kept.label == "Tuesday"


def test_closing_asks_where_the_last_words_could_not_be_saved_and_loses_nothing(
    kept_window: KeptWindow,
) -> None:
    kept_window.keep()
    label(kept_window, "Tuesday")
    kept_window.store.fault = fails
    kept_window.driver.window.close()
    kept_window.until(lambda: kept_window.driver.reads(CLEARS_UNSAVED))
    assert kept_window.driver.window.isVisible()
    kept_window.driver.press("Stay here")
    assert kept_window.driver.session.label == "Tuesday"
    assert not kept_window.store.is_closed
    kept_window.store.fault = lambda _: None
    kept_window.driver.window.close()
    kept_window.until(kept_window.driver.window.isHidden)
    assert kept_window.kept.label == "Tuesday"


def test_who_agrees_to_lose_the_last_words_may_close(kept_window: KeptWindow) -> None:
    kept_window.keep()
    label(kept_window, "Tuesday")
    kept_window.store.fault = fails
    kept_window.driver.window.close()
    kept_window.until(lambda: kept_window.driver.has("Clear everything"))
    kept_window.driver.press("Clear everything")
    kept_window.until(kept_window.driver.window.isHidden)
    assert kept_window.store.is_closed
    assert kept_window.kept.label == ""


def test_a_session_that_is_not_kept_is_asked_about_as_ever_with_the_store_open(
    kept_window: KeptWindow,
) -> None:
    kept_window.unlock()
    label(kept_window, "Tuesday")
    kept_window.driver.window.close()
    kept_window.until(lambda: kept_window.driver.reads(CLEARS_UNKEPT))
    kept_window.driver.press("Clear everything")
    kept_window.until(kept_window.driver.window.isHidden)
    assert kept_window.store.is_closed
    assert not kept_window.store.sessions


def test_starting_fresh_saves_the_session_and_keeps_the_new_one_nowhere(
    kept_window: KeptWindow,
) -> None:
    kept_window.keep()
    label(kept_window, "Tuesday")
    kept_window.driver.press("Start fresh")
    kept_window.until(lambda: kept_window.state.kept is None)
    label(kept_window, "the next person")
    kept_window.let_time_pass()
    kept_window.done()
    assert kept_window.kept.label == "Tuesday"
    assert kept_window.store.left is None
    assert kept_window.state.place == "open"
    assert not kept_window.driver.window.kept.nothing_to_lose


def test_finishing_clears_the_window_keeps_what_is_kept_and_locks_it(
    kept_window: KeptWindow,
) -> None:
    kept_window.keep()
    label(kept_window, "Tuesday")
    kept_window.driver.go("Summary")
    assert kept_window.driver.reads("A session you keep on this computer stays kept")
    kept_window.driver.press("Finish and clear")
    kept_window.until(lambda: kept_window.driver.session.label == "")
    kept_window.until(lambda: kept_window.store.is_closed)
    assert kept_window.kept.label == "Tuesday"
    assert kept_window.driver.session.seed != kept_window.kept.seed


def test_the_programs_end_saves_and_closes_without_a_window(kept_window: KeptWindow) -> None:
    kept_window.keep()
    label(kept_window, "first")
    kept_window.let_time_pass()
    label(kept_window, "last")
    application = QApplication.instance()
    assert application is not None
    application.aboutToQuit.emit()
    assert kept_window.store.is_closed
    assert kept_window.kept.label == "last"
    assert kept_window.store.left is None


def test_a_kept_session_can_begin_a_new_visit_on_another_day(kept_window: KeptWindow) -> None:
    day = date(2026, 11, 2)
    earlier = kept_window.store.keep(replace(a_session(), started_on=day, label="Tuesday"))
    kept_window.unlock()
    kept_window.keeping.carry_on(earlier.id)
    kept_window.until(lambda: kept_window.state.kept == earlier.id)
    kept_window.driver.settle()
    kept_window.driver.press("Begin a new visit")
    kept_window.done()
    assert [one.on for one in kept_window.kept.earlier] == [day]
    assert kept_window.kept.started_on == today()
    assert kept_window.kept.label == "Tuesday"


def test_no_other_session_is_saved_over_one_that_was_still_on_its_way(
    kept_window: KeptWindow,
) -> None:
    kept_window.unlock()
    slow = Event()
    kept_window.store.fault = lambda _: None if slow.wait(10) else DiskFailedError("Too slow.")
    label(kept_window, "Tuesday")
    kept_window.keeping.keep()
    kept_window.driver.window.begin(a_session())  # whoever does that has not asked first
    label(kept_window, "the next person")
    slow.set()
    kept_window.done()
    kept_window.let_time_pass()
    kept_window.done()
    assert kept_window.kept.label == "Tuesday"
    assert kept_window.state.kept is None
    assert kept_window.store.left is None
    assert not kept_window.driver.window.kept.nothing_to_lose


def test_finishing_clears_the_window_before_the_store_has_closed(kept_window: KeptWindow) -> None:
    kept_window.keep()
    label(kept_window, "Tuesday")
    gate, close = Event(), kept_window.store.close

    def slow() -> None:
        assert gate.wait(10)
        close()

    kept_window.store.close = slow  # type: ignore[method-assign]  # the test holds it up
    kept_window.driver.window.asked.emit(Finish())
    kept_window.until(lambda: kept_window.driver.session.label == "")
    assert not kept_window.store.is_closed
    assert kept_window.state.place == "shut"
    label(kept_window, "the next person")
    gate.set()
    kept_window.until(lambda: kept_window.store.is_closed)
    kept_window.driver.settle()
    assert kept_window.driver.session.label == "the next person"
    assert kept_window.kept.label == "Tuesday"


def labels_with(kept_window: KeptWindow, word: str) -> list[QLabel]:
    labels = kept_window.driver.window.findChildren(QLabel)
    return [one for one in labels if word in one.text()]


@pytest.mark.parametrize("request_", [Finish(), StartFresh()])
def test_what_was_copied_and_what_was_told_is_gone_for_the_next_person(
    kept_window: KeptWindow, request_: Finish | StartFresh
) -> None:
    label(kept_window, "quillfeather")
    kept_window.keep()
    copy_note("quillfeather")
    kept_window.driver.window.tell("Saved as “quillfeather.pdf”.")
    kept_window.driver.window.asked.emit(request_)
    kept_window.until(lambda: kept_window.driver.session.label == "")
    assert "quillfeather" not in QGuiApplication.clipboard().text()
    kept_window.until(lambda: not labels_with(kept_window, "quillfeather"))


@pytest.mark.parametrize(
    ("step", "line"),
    [("What matters", "New concern"), ("Decide", "New next step, what")],
)
def test_words_still_in_their_line_are_saved_when_the_window_is_closed(
    kept_window: KeptWindow, step: str, line: str
) -> None:
    kept_window.keep()
    kept_window.driver.go(step)
    kept_window.driver.type(line, "call the clinic")
    assert "call the clinic" not in repr(kept_window.driver.session), "else it proves nothing"
    kept_window.driver.window.close()
    kept_window.until(kept_window.driver.window.isHidden)
    assert "call the clinic" in repr(kept_window.kept)


def test_what_cannot_be_taken_from_its_line_is_asked_about_when_the_window_is_closed(
    kept_window: KeptWindow,
) -> None:
    kept_window.keep()
    kept_window.driver.go("Decide")
    kept_window.driver.type("New next step, who", "my sister")
    kept_window.driver.window.close()
    kept_window.until(lambda: kept_window.driver.reads(HALF_WRITTEN))
    kept_window.driver.press("Stay here")
    assert kept_window.driver.find("New next step, who", GrowingEdit).text() == "my sister"
    assert kept_window.state.place == "open"


def test_nothing_can_be_typed_while_the_store_closes(kept_window: KeptWindow) -> None:
    kept_window.keep()
    gate, close = Event(), kept_window.store.close

    def slow() -> None:
        assert gate.wait(10)
        close()

    kept_window.store.close = slow  # type: ignore[method-assign]  # the test holds it up
    line = kept_window.driver.find("Label for this session", QLineEdit)
    line.setFocus()
    kept_window.driver.window.close()
    kept_window.driver.settle()
    kept_window.driver.key(Qt.Key.Key_X)
    assert kept_window.driver.session.label == ""
    gate.set()
    kept_window.until(kept_window.driver.window.isHidden)


def test_a_short_wait_is_not_seen_and_a_long_one_is(kept_window: KeptWindow) -> None:
    card = moment.Moment(kept_window.driver.window)
    card.open()
    kept_window.driver.settle()
    assert card.is_open
    assert not kept_window.driver.reads(moment.WHY)
    kept_window.driver.key(Qt.Key.Key_Escape)
    assert card.is_open, "it is not left by a key"
    (timer,) = card.findChildren(QTimer)
    timer.timeout.emit()
    assert kept_window.driver.reads(moment.WHY)
    assert QApplication.focusWidget() is card.heading
    card.shut()
