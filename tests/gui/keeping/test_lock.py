"""When it locks and what it says before, by a clock that the tests move."""

from dataclasses import replace
from datetime import date

import pytest
from decision_aid.domain.clinic import Clinic
from decision_aid.gui.keeping import at_stake
from decision_aid.gui.keeping.locking import FAILED
from decision_aid.gui.keeping.moment import Moment
from decision_aid.gui.keeping.warning_card import LONGER, STAY, STAYS
from decision_aid.store.errors import DiskFailedError, NoRoomError, StoreError
from decision_aid.workspace.changes.walk import SetText
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.gui.keeping.kept_window import KeptWindow
from tests.gui.keeping.locking import KeptWatched

MINUTE = 60


@pytest.fixture
def watched(kept_window: KeptWindow) -> KeptWatched:
    """Over a session that is kept."""
    made = KeptWatched(kept_window)
    kept_window.keep()
    made.touch()
    return made


def test_it_locks_after_five_minutes_and_not_a_second_before(watched: KeptWatched) -> None:
    watched.leave(5 * MINUTE - 1)
    assert not watched.lock.is_locked
    watched.leave(1)
    assert watched.lock.is_locked


def test_every_touch_begins_the_time_anew(watched: KeptWatched) -> None:
    for _ in range(3):
        watched.leave(4 * MINUTE)
        watched.touch()
    watched.leave(5 * MINUTE - 1)
    assert not watched.lock.is_locked


@pytest.mark.parametrize("minutes", [1, 15])
def test_a_clinic_says_after_how_many_minutes(watched: KeptWatched, minutes: int) -> None:
    clinic = Clinic(name="Clinic", as_of=date(2026, 11, 1), lock_minutes=minutes)
    watched.driver.window.workspace.take_clinic(clinic)
    watched.leave(minutes * MINUTE - 1)
    assert not watched.lock.is_locked
    watched.leave(1)
    assert watched.lock.is_locked


def test_with_a_kept_session_the_warning_comes_twenty_seconds_before(watched: KeptWatched) -> None:
    watched.leave(5 * MINUTE - 21)
    assert watched.warning() is None
    watched.leave(1)
    assert watched.warning() is not None
    assert watched.driver.reads("The program locks in 20 seconds.")
    assert watched.driver.reads(at_stake.KEPT)
    watched.leave(19)
    assert watched.driver.reads("The program locks in 1 second.")


def test_the_countdown_is_said_at_three_moments_and_not_each_second(watched: KeptWatched) -> None:
    said: list[str] = []
    watched.leave(5 * MINUTE - 21)
    for _ in range(20):
        watched.leave(1)
        labels = watched.driver.window.findChildren(QLabel)
        names = [one.accessibleName() for one in labels]
        said += [one for one in names if "locks in" in one and one not in said]
    assert said == [f"The program locks in {left} seconds." for left in (20, 10, 5)]


def test_any_touch_stops_the_countdown_and_the_card_waits_for_a_press(
    watched: KeptWatched,
) -> None:
    watched.leave(5 * MINUTE - 10)
    QTest.mouseMove(watched.driver.window.windowHandle(), QPoint(40, 40))
    watched.leave(1)
    assert watched.driver.reads(STAYS)
    assert not watched.driver.reads(at_stake.KEPT)
    watched.leave(30)
    assert watched.warning() is not None, "one who moves towards a button still finds it"
    assert not watched.lock.is_locked
    watched.driver.press(STAY)
    assert watched.warning() is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_a_key_is_enough_to_stay(watched: KeptWatched, key: Qt.Key) -> None:
    watched.leave(5 * MINUTE - 10)
    watched.touch(key)
    assert watched.warning() is None
    watched.leave(60)
    assert not watched.lock.is_locked


def test_a_press_beside_the_card_is_enough_to_stay(watched: KeptWatched) -> None:
    watched.leave(5 * MINUTE - 10)
    card = watched.warning()
    assert card is not None
    beside = card.childAt(QPoint(4, card.height() - 4))
    assert beside is not None
    QTest.mouseClick(beside, Qt.MouseButton.LeftButton)
    assert watched.warning() is None


def test_one_press_gives_fifteen_minutes_for_this_visit_only(watched: KeptWatched) -> None:
    watched.leave(5 * MINUTE - 10)
    watched.touch()
    watched.driver.press(LONGER)
    watched.leave(15 * MINUTE - 21)
    assert watched.warning() is None
    watched.leave(1)
    assert watched.warning() is not None
    assert not watched.driver.has(LONGER), "there is no more time to be had"
    watched.touch(Qt.Key.Key_Escape)
    window = watched.driver.window
    window.begin(replace(window.workspace.snapshot.session, seed=8, label="another"))
    watched.leave(5 * MINUTE)
    assert watched.lock.is_locked


def test_after_a_sleep_longer_than_the_time_it_locks_at_once_without_a_warning(
    watched: KeptWatched,
) -> None:
    watched.leave(10)
    watched.sleep(8 * 3600)
    assert watched.lock.is_locked
    assert watched.warning() is None


def test_after_a_short_sleep_it_locks_what_is_kept_for_nothing_is_lost(
    watched: KeptWatched,
) -> None:
    watched.sleep(40)
    assert watched.lock.is_locked


def test_a_tick_that_is_late_because_the_program_was_busy_locks_nothing(
    watched: KeptWatched,
) -> None:
    watched.sleep(10)
    assert not watched.lock.is_locked


def test_what_was_changed_last_is_saved_before_it_locks(watched: KeptWatched) -> None:
    watched.driver.window.workspace.apply(SetText("label", "Tuesday"))
    watched.lock_now()
    assert watched.kept_window.kept.label == "Tuesday"
    assert watched.kept_window.store.is_closed


def fails(moment: str) -> StoreError | None:
    return NoRoomError("The disk is full.") if moment == "before save" else None


def unsaved(watched: KeptWatched) -> None:
    """Locked while the last words cannot be saved."""
    watched.driver.window.workspace.apply(SetText("label", "Tuesday"))
    watched.kept_window.store.fault = fails
    watched.lock.now()
    watched.kept_window.until(lambda: watched.driver.reads(FAILED))


def test_what_cannot_be_saved_is_covered_and_never_cleared(watched: KeptWatched) -> None:
    unsaved(watched)
    assert watched.driver.session.label == "Tuesday"
    assert watched.driver.reads("The disk is full.")
    assert not watched.kept_window.store.is_closed
    assert not any("Tuesday" in one for one in watched.driver.texts())
    assert not watched.driver.has("Step 1: Welcome")


def test_it_locks_by_itself_as_soon_as_it_is_saved(watched: KeptWatched) -> None:
    unsaved(watched)
    watched.kept_window.store.fault = lambda _: None
    watched.kept_window.let_time_pass()
    watched.let_lock()
    assert watched.kept_window.kept.label == "Tuesday"
    assert watched.driver.session.label == ""
    assert not watched.driver.reads("The disk is full.")


def test_with_the_passphrase_one_gets_back_to_what_is_not_saved(watched: KeptWatched) -> None:
    watched.driver.go("Decide")
    unsaved(watched)
    watched.driver.press("Go back to the session")
    watched.driver.type("Your passphrase", "anything", enter=True)
    watched.kept_window.until(lambda: not watched.lock.is_locked)
    assert watched.driver.session.label == "Tuesday"
    assert watched.step() == "decide"


def test_a_save_nobody_knows_of_is_waited_for_under_the_cover(watched: KeptWatched) -> None:
    failures = iter([DiskFailedError("The disk failed.")])

    def once(moment: str) -> StoreError | None:
        return next(failures, None) if moment == "after save" else None

    watched.driver.window.workspace.apply(SetText("label", "Tuesday"))
    watched.kept_window.store.fault = once
    watched.lock_now()
    assert watched.kept_window.kept.label == "Tuesday"
    assert watched.driver.session.label == ""


def test_who_unlocks_is_at_the_same_step_of_the_same_session(watched: KeptWatched) -> None:
    watched.driver.window.workspace.apply(SetText("label", "Tuesday"))
    watched.driver.go("What matters")
    watched.lock_now()
    assert watched.step() == "welcome"
    watched.unlock()
    assert watched.step() == "matters"
    assert watched.driver.session.label == "Tuesday"
    assert watched.kept_window.state.kept is not None
    watched.driver.window.workspace.apply(SetText("label", "Wednesday"))
    watched.kept_window.done()
    assert watched.kept_window.kept.label == "Wednesday", "it is kept as before"


def test_ctrl_l_locks(watched: KeptWatched) -> None:
    window = watched.driver.window.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert watched.lock.is_locked


def test_the_button_in_the_top_bar_locks_and_stands_before_help(watched: KeptWatched) -> None:
    names = [one.accessibleName() for one in watched.driver.controls()]
    assert names.index("Lock the program") + 1 == names.index("Need help now?")
    watched.driver.press("Lock the program")
    assert watched.lock.is_locked


def test_when_the_system_puts_the_program_to_sleep_it_locks_what_is_kept(
    watched: KeptWatched,
) -> None:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert not watched.lock.is_locked
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)
    assert watched.lock.is_locked


def test_where_keeping_it_fails_nothing_is_locked_and_nothing_lost(kept_window: KeptWindow) -> None:
    watched = KeptWatched(kept_window)
    kept_window.unlock()
    watched.driver.window.workspace.apply(SetText("label", "Tuesday"))
    kept_window.store.fault = lambda moment: (
        NoRoomError("The disk is full.") if moment == "before keep" else None
    )
    watched.lock.now()
    watched.driver.press("Keep this session, then lock")
    kept_window.until(lambda: not watched.lock.is_locked)
    assert watched.driver.reads("The disk is full.")
    assert watched.driver.session.label == "Tuesday"
    assert kept_window.state.place == "open"


def test_where_no_store_is_open_the_cover_is_drawn_before_anything_is_forgotten(
    kept_window: KeptWindow,
) -> None:
    watched = KeptWatched(kept_window)
    watched.driver.paint()
    watched.driver.window.workspace.apply(SetText("label", "quillfeather"))
    order: list[str] = []
    watched.driver.window.workspace.watch(lambda: order.append("forgotten"))

    class Look(QObject):
        def eventFilter(self, drawn: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint and isinstance(drawn, Moment):
                order.append("covered")
            return False

    look, application = Look(), QApplication.instance()
    assert application is not None
    application.installEventFilter(look)
    watched.touch()
    watched.leave(5 * MINUTE)
    application.removeEventFilter(look)
    assert watched.driver.session.label == ""
    assert order[0] == "covered"
    assert "forgotten" in order
    assert not watched.driver.reads("quillfeather")
