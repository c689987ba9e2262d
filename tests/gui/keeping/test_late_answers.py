"""What is answered when nobody wants it any more: it opens, shows and loses nothing."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event

import pytest
from decision_aid.gui.keeping import lock_card, locking, moment, set_up
from decision_aid.gui.keeping.deleting import delete_sessions
from decision_aid.gui.keeping.recovery_code_page import TITLE as CODE_PAGE
from decision_aid.gui.keeping.unlock_card import TITLE as UNLOCK
from decision_aid.gui.keeping.way_in import STILL_TRYING, STOPPED, UNSEEN
from decision_aid.gui.requests import OpenSession, SetUpKeeping, StartFresh
from decision_aid.store.api import Kept, SessionId
from decision_aid.store.errors import DiskFailedError, NotOpenedError
from decision_aid.store.opening import Made, Opened
from decision_aid.workspace.changes.walk import SetText
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.gui.keeping.doors import PASSPHRASE
from tests.gui.keeping.kept_screens import OpenScreens
from tests.gui.keeping.kept_window import KeptWindow
from tests.gui.keeping.locking import SECRET, KeptWatched, Watched

MARKER = "quillfeather"


@pytest.fixture
def watched(kept_window: KeptWindow) -> KeptWatched:
    """Over a session that is kept, with a marker word in it."""
    made = KeptWatched(kept_window)
    label(made, MARKER)
    kept_window.keep()
    return made


def label(watched: KeptWatched, text: str) -> None:
    watched.driver.window.workspace.apply(SetText("label", text))


def check_slowly(watched: KeptWatched) -> None:
    """Enter the passphrase; the answer comes when the gate is opened."""
    watched.kept_window.store.is_closed = True  # until it is opened
    watched.kept_window.door.gate.clear()
    watched.driver.type(SECRET, PASSPHRASE, enter=True)


def answer(watched: KeptWatched) -> None:
    """Let the answer come, and all that follows from it.

    Where it is taken back before the worker comes to it, nothing is opened at all.
    """
    watched.kept_window.door.gate.set()
    watched.kept_window.until(lambda: not watched.kept_window.keeping.is_trying)
    watched.kept_window.done()
    watched.driver.settle()


def load_slowly(watched: KeptWatched) -> tuple[SessionId, Event]:
    """Ask for another kept session; it comes when the event is set."""
    store, window = watched.kept_window.store, watched.driver.window
    other = store.keep(replace(watched.driver.session, label="other", seed=7))
    gate, load = Event(), store.load

    def slow(which: SessionId) -> Kept:
        assert gate.wait(10)
        return load(which)

    store.load = slow  # type: ignore[method-assign]  # the test holds it up
    from decision_aid.gui.keeping.opening_kept import open_kept_session  # noqa: PLC0415 - as wanted

    open_kept_session(window, watched.kept_window.keeping, other.id)
    watched.driver.settle()
    return other.id, gate


def test_a_visit_begun_while_a_passphrase_is_checked_never_finds_the_store_open(
    watched: KeptWatched,
) -> None:
    watched.lock_now()
    check_slowly(watched)
    watched.driver.press(lock_card.NEW)
    label(watched, "next patient")
    answer(watched)
    assert watched.kept_window.state.place == "shut"
    assert watched.kept_window.store.is_closed
    assert watched.cards() == []
    assert watched.driver.session.label == "next patient"


def test_locking_while_the_unlock_card_checks_opens_nothing_later(kept_window: KeptWindow) -> None:
    watched = KeptWatched(kept_window)
    label(watched, MARKER)
    watched.driver.press("Open an earlier session")
    check_slowly(watched)
    watched.lock.now()
    watched.driver.press("Clear it")
    answer(watched)
    assert kept_window.state.place == "shut"
    assert kept_window.store.is_closed
    assert watched.driver.session.label == ""
    assert UNLOCK not in watched.cards()


def test_who_goes_back_after_locking_was_asked_can_type_the_passphrase_again(
    kept_window: KeptWindow,
) -> None:
    watched = KeptWatched(kept_window)
    label(watched, MARKER)
    watched.driver.press("Open an earlier session")
    check_slowly(watched)
    watched.lock.now()
    watched.driver.press("Go back")
    answer(watched)
    assert kept_window.state.place == "shut"
    assert watched.cards() == [UNLOCK]
    assert watched.driver.reads(STOPPED)
    assert watched.driver.find(SECRET, QLineEdit).text() == "", "nobody else can send it off"
    assert watched.driver.session.label == MARKER
    watched.driver.type(SECRET, PASSPHRASE, enter=True)
    kept_window.until(lambda: kept_window.state.place == "open")


def test_a_store_that_is_about_to_open_is_something_to_lock(kept_window: KeptWindow) -> None:
    watched = KeptWatched(kept_window)
    watched.driver.window.begin(watched.lock._fresh())
    watched.driver.press("Open an earlier session")
    check_slowly(watched)
    watched.lock.now()
    assert watched.lock.is_locked
    assert watched.driver.reads(locking.CLOSING)
    answer(watched)
    watched.let_lock()
    assert watched.cards() == [lock_card.TITLE]
    assert kept_window.store.is_closed
    assert kept_window.state.place == "shut"


def test_locking_while_keeping_is_set_up_shows_no_code_to_whoever_comes_next(
    open_screens: OpenScreens,
) -> None:
    screens = open_screens()
    watched, make = Watched(screens.driver), screens.door.make
    begun, gate = Event(), Event()

    def slow(name: str, passphrase: str) -> Made:
        begun.set()
        assert gate.wait(10)
        return make(name, passphrase)

    screens.door.make = slow  # type: ignore[method-assign]  # the test holds it up
    screens.driver.window.asked.emit(SetUpKeeping())
    screens.driver.settle()
    lines = [one for one in screens.driver.controls() if isinstance(one, QLineEdit)]
    for one in lines:
        is_name = one.accessibleName() == set_up.NAME
        one.setText("Dr. Rivera" if is_name else "four words nobody joins")
    screens.driver.press("How long is a session kept?: Until someone deletes it")
    screens.driver.press("Set it up")
    assert begun.wait(10)  # else it is stopped before it begins
    watched.lock.now()
    if screens.driver.has("Clear it"):
        screens.driver.press("Clear it")
    gate.set()
    screens.done()
    assert screens.keeping.state.place == "shut"
    assert CODE_PAGE not in screens.cards()
    assert watched.lock.is_locked
    assert screens.driver.reads(UNSEEN)


def test_no_passphrase_is_tried_before_the_one_before_was_answered_and_waited_for(
    watched: KeptWatched,
) -> None:
    watched.lock_now()
    tried: list[str] = []

    def refuse(secret: str, *, accept_older: bool) -> Opened:
        del accept_older
        assert watched.kept_window.door.gate.wait(10)
        tried.append(secret)
        raise NotOpenedError("That opens nothing.")

    door = watched.kept_window.door
    door.open = refuse  # type: ignore[method-assign]  # the test counts
    door.wait_seconds = lambda: 20.0  # type: ignore[method-assign]  # as after many
    door.gate.clear()
    line = watched.driver.find(SECRET, QLineEdit)
    for number in range(8):
        line.setText(f"guess {number}")
        line.returnPressed.emit()
        watched.driver.settle()
    door.gate.set()
    watched.kept_window.until(lambda: watched.driver.reads("That opens nothing."))
    line.setText("guess 9")
    line.returnPressed.emit()
    watched.kept_window.done()
    assert tried == ["guess 0"]
    assert watched.driver.reads("You can try again in ")


def test_another_line_tries_nothing_while_one_is_checked_and_says_so(
    kept_window: KeptWindow,
) -> None:
    told: list[str] = []
    kept_window.door.gate.clear()
    kept_window.keeping.unlock("a guess", lambda _: pytest.fail("opened"), told.append)
    kept_window.keeping.drop()
    kept_window.keeping.unlock(PASSPHRASE, lambda _: pytest.fail("opened"), told.append)
    assert told == [STOPPED, STILL_TRYING]
    kept_window.door.gate.set()
    kept_window.until(lambda: not kept_window.keeping.is_trying)
    kept_window.unlock()


def test_a_store_that_opens_while_the_program_ends_is_closed(kept_window: KeptWindow) -> None:
    opened = Event()
    kept_window.keeping.unlock(PASSPHRASE, lambda _: pytest.fail("opened"), lambda _: None)
    kept_window.keeping._worker.order(opened.set, lambda _: None, lambda _: None)
    assert opened.wait(10)
    assert kept_window.keeping.end()
    assert kept_window.store.is_closed
    assert ("locked", None) in kept_window.store.events


def test_locking_before_another_session_came_brings_back_the_one_that_was_there(
    watched: KeptWatched,
) -> None:
    _, gate = load_slowly(watched)
    watched.lock.now()
    seen: list[str] = []
    watched.driver.window.workspace.watch(lambda: seen.append(watched.driver.session.label))
    gate.set()
    watched.let_lock()
    assert watched.lock.is_locked
    assert watched.cards() == [lock_card.TITLE]
    assert "other" not in seen
    watched.unlock()
    assert watched.driver.session.label == MARKER


def test_words_that_come_while_another_session_is_read_are_saved(watched: KeptWatched) -> None:
    first = watched.kept_window.state.kept
    other, gate = load_slowly(watched)
    assert moment.TITLE in watched.cards(), "nothing can be typed"
    label(watched, "last words")
    gate.set()
    watched.kept_window.until(lambda: watched.kept_window.state.kept == other)
    assert first is not None
    assert watched.kept_window.store.sessions[first].session.label == "last words"
    assert watched.driver.session.label == "other"
    assert watched.cards() == []


def test_words_that_cannot_be_saved_keep_the_other_session_out(watched: KeptWatched) -> None:
    first = watched.kept_window.state.kept
    _, gate = load_slowly(watched)
    label(watched, "last words")
    watched.kept_window.store.fault = lambda moment: (
        DiskFailedError("The disk failed.") if moment == "before save" else None
    )
    gate.set()
    watched.kept_window.until(lambda: watched.driver.reads("so it stays here"))
    assert watched.driver.session.label == "last words"
    assert watched.cards() == []
    watched.kept_window.store.fault = lambda _: None
    watched.kept_window.done()
    assert watched.kept_window.store.left == first


def save_unsurely(watched: KeptWatched) -> Callable[[], None]:
    """The last words are on their way to a disk that fails; gives what mends it."""
    store, fails = watched.kept_window.store, [True]
    store.fault = lambda moment: (
        DiskFailedError("The disk failed.") if fails[0] and moment == "before save" else None
    )
    watched.kept_window.door.gate.clear()
    label(watched, "last words")
    watched.kept_window.keeping.save_now()

    def mend() -> None:
        fails[0] = False
        watched.kept_window.door.gate.set()

    return mend


@pytest.mark.parametrize("request_", [OpenSession(), StartFresh()])
def test_what_waited_for_a_save_does_not_come_over_the_locked_screen(
    watched: KeptWatched, request_: OpenSession | StartFresh
) -> None:
    mend = save_unsurely(watched)
    watched.driver.window.asked.emit(request_)
    watched.driver.settle()
    watched.lock.now()
    over: list[str] = []

    def look() -> None:
        if (dialog := QApplication.activeModalWidget()) is not None:
            over.append(type(dialog).__name__)
            dialog.close()

    looks = QTimer(watched.driver.window, interval=20)
    looks.timeout.connect(look)
    looks.start()
    mend()
    watched.let_lock()
    watched.kept_window.done()
    assert over == []
    assert watched.driver.reads(locking.KEPT)
    assert watched.kept_window.kept.label == "last words"


def test_a_passphrase_asked_for_before_locking_deletes_nothing_after_it(
    watched: KeptWatched,
) -> None:
    gate, told, store = Event(), list[str](), watched.kept_window.store

    def slow(passphrase: str) -> bool:
        assert gate.wait(10)
        return bool(passphrase)

    store.is_passphrase = slow  # type: ignore[method-assign]  # the test holds it up
    keeping = watched.kept_window.keeping
    delete_sessions(watched.driver.window, keeping, store.listed(), told.append)
    watched.driver.press("Delete…")
    watched.driver.type("Your passphrase", PASSPHRASE)
    watched.driver.press("Delete")
    watched.lock.now()
    gate.set()
    watched.let_lock()
    assert not told
    assert len(store.sessions) == 1
    assert watched.cards() == [lock_card.TITLE]
