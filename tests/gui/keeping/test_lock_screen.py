"""The locked screen: what can be reached there, and what cannot."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from decision_aid.gui.crisis_card import HELP
from decision_aid.gui.keeping.asking_passphrase import YOURS
from decision_aid.gui.keeping.lock_card import BACK, CLOSE, NEW, TITLE
from decision_aid.gui.keeping.locking import FAILED, KEPT, NOT_KEPT, NOTHING_SAID
from decision_aid.gui.patient_screen import CALM, PatientScreen
from decision_aid.gui.requests import OpenKept
from decision_aid.gui.window import PROGRAM
from decision_aid.store.api import SessionId
from decision_aid.store.errors import NoRoomError
from decision_aid.store.opening import News
from decision_aid.workspace.changes.phq9 import AnswerPhq9
from decision_aid.workspace.changes.walk import SetText
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from tests.gui.keeping.doors import PASSPHRASE
from tests.gui.keeping.kept_window import KeptWindow
from tests.gui.keeping.locking import SECRET, KeptWatched

BAR = {"Smaller text", "Larger text", "Display", HELP}
CARD = {SECRET, f"Show what is typed: {SECRET}", "Unlock", NEW, CLOSE}
MARKER = "quillfeather"


@pytest.fixture
def watched(kept_window: KeptWindow) -> KeptWatched:
    """Over a session that is kept, with a marker word in it."""
    made = KeptWatched(kept_window)
    made.driver.window.workspace.apply(SetText("label", MARKER))
    kept_window.keep()
    made.driver.go("What matters")
    return made


def mine(watched: KeptWatched) -> SessionId:
    """The session in the window."""
    kept = watched.kept_window.state.kept
    assert kept is not None
    return kept


def stops(watched: KeptWatched) -> set[str]:
    """What Tab and F6 lead to, all the way round."""
    found = set()
    for key in [*[Qt.Key.Key_Tab] * 12, Qt.Key.Key_F6, *[Qt.Key.Key_Tab] * 9]:
        watched.driver.key(key)
        focused = QApplication.focusWidget()
        assert focused is not None
        found.add(focused.accessibleName())
    return found


def heard(interface: QAccessibleInterface) -> Iterator[str]:
    """Every name and value a screen reader finds that is neither invisible nor off."""
    state = interface.state()
    if state.invisible or state.disabled:
        return
    yield interface.text(QAccessible.Text.Name)
    yield interface.text(QAccessible.Text.Value)
    for at in range(interface.childCount()):
        if (child := interface.child(at)) is not None:
            yield from heard(child)


def test_it_says_that_it_is_locked_and_what_became_of_the_session(watched: KeptWatched) -> None:
    watched.lock_now()
    assert watched.cards() == [TITLE]
    assert watched.driver.reads(PROGRAM)
    assert watched.driver.reads(KEPT)
    assert watched.driver.find(SECRET, QLineEdit).hasFocus()
    assert watched.driver.window.windowTitle() == PROGRAM


def test_the_keyboard_gets_to_nothing_else(watched: KeptWatched) -> None:
    watched.lock_now()
    assert stops(watched) <= BAR | CARD
    assert stops(watched) >= {SECRET, "Unlock", HELP}


def test_a_screen_reader_finds_nothing_else_also_while_it_is_still_saved(
    watched: KeptWatched,
) -> None:
    whole = QAccessible.queryAccessibleInterface(watched.driver.window)
    watched.driver.go("Welcome")
    assert MARKER in set(heard(whole)), "else it proves nothing"
    watched.lock.now()
    assert not watched.driver.has(SECRET), "it is still being saved"
    for _ in range(2):
        told = list(heard(whole))
        assert TITLE in told
        assert not any(MARKER in one or "Step" in one for one in told)
        watched.let_lock()


def test_a_card_below_it_is_silent_too_while_nothing_can_be_saved(watched: KeptWatched) -> None:
    watched.kept_window.store.fault = lambda _: NoRoomError("The disk is full.")
    watched.driver.window.workspace.apply(SetText("label", f"{MARKER} again"))
    watched.driver.window.question.ask(MARKER, MARKER, no="No", yes="Yes", then=lambda: None)
    watched.driver.press("Display")
    watched.lock.now()
    watched.kept_window.until(lambda: watched.driver.reads(FAILED))
    assert watched.cards() == [MARKER, "Display", TITLE]
    assert MARKER not in set(heard(QAccessible.queryAccessibleInterface(watched.driver.window)))
    watched.driver.press("Display")
    watched.driver.choose("Colors", "Dark")
    watched.driver.press("Close display")
    watched.driver.press(HELP)
    watched.driver.press("Close help")
    watched.driver.press(BACK)
    watched.driver.type(YOURS, PASSPHRASE, enter=True)
    watched.kept_window.until(lambda: not watched.lock.is_locked)
    assert watched.driver.find("Yes").isEnabled()


def test_no_key_of_the_window_does_anything_but_the_one_for_help(watched: KeptWatched) -> None:
    watched.lock_now()
    before, window = watched.driver.snapshot, watched.driver.window.windowHandle()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for key, held in (
        (Qt.Key.Key_Z, control),
        (Qt.Key.Key_Z, control | shift),
        (Qt.Key.Key_P, control | shift),
        (Qt.Key.Key_L, control),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(window, key, held)
        watched.driver.settle()
        assert watched.cards() == [TITLE]
    assert watched.driver.snapshot is before
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, PatientScreen)]
    QTest.keyClick(window, Qt.Key.Key_F1)
    watched.driver.settle()
    assert watched.cards() == [TITLE, HELP]


def test_help_is_one_press_away_and_leads_back(watched: KeptWatched) -> None:
    watched.lock_now()
    watched.driver.press(HELP)
    assert watched.cards() == [TITLE, HELP]
    watched.driver.press("Close help")
    assert watched.cards() == [TITLE]
    assert watched.driver.find(SECRET).hasFocus()


def test_help_that_was_open_stays_open(watched: KeptWatched) -> None:
    watched.driver.press(HELP)
    watched.lock_now()
    assert set(watched.cards()) == {TITLE, HELP}


def test_the_patient_screen_is_blank_and_stays_so(watched: KeptWatched) -> None:
    watched.driver.press("Patient screen")
    (screen,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, PatientScreen))
    assert screen.isVisible()

    def shown() -> list[str]:
        return [one.text() for one in screen.findChildren(QLabel) if one.isVisible() and one.text()]

    assert CALM not in shown()
    watched.lock.now()
    assert CALM in shown(), "at once"
    watched.let_lock()
    for name in ("Patient screen", "Patient screen: Show again"):
        assert not watched.driver.find(name).isEnabled()
    watched.unlock()
    assert CALM in shown()
    watched.driver.press("Patient screen: Show again")
    assert CALM not in shown()
    screen.close()


def test_a_wrong_passphrase_opens_nothing_and_says_so(watched: KeptWatched) -> None:
    watched.lock_now()
    watched.driver.type(SECRET, "not this one", enter=True)
    watched.kept_window.until(lambda: watched.driver.reads("That opens nothing."))
    assert watched.lock.is_locked
    assert watched.driver.session.label == ""
    watched.driver.find(SECRET, QLineEdit).clear()
    watched.unlock()
    assert watched.driver.session.label == MARKER


def test_what_was_found_at_unlocking_is_told_before_one_goes_on(watched: KeptWatched) -> None:
    watched.lock_now()
    watched.kept_window.door.news = (
        News(kind="nearly_full", text="The disk is nearly full.", sessions=()),
    )
    watched.driver.type(SECRET, PASSPHRASE, enter=True)
    watched.kept_window.until(lambda: watched.driver.reads("The disk is nearly full."))
    assert watched.driver.session.label == ""
    watched.driver.press("Go on: Before you go on")
    watched.kept_window.until(lambda: not watched.lock.is_locked)
    assert watched.driver.session.label == MARKER


def test_whoever_comes_back_to_a_visit_is_shown_no_other_session(watched: KeptWatched) -> None:
    store = watched.kept_window.store
    other = replace(store.sessions[mine(watched)].session, label="somebody else")
    store.keep(replace(other, started_on=date(2020, 1, 1)))
    store.keep_days = 30
    watched.lock_now()
    store.left = store.keep(other).id
    watched.unlock()
    assert watched.cards() == []
    assert watched.driver.session.label == MARKER
    assert not watched.driver.reads("somebody else")
    watched.driver.window.asked.emit(OpenKept())
    watched.kept_window.until(lambda: " past " in "".join(watched.cards()))
    assert not watched.driver.reads(f"{MARKER}, last visit")


def test_it_locks_again_when_whoever_unlocked_leaves_before_going_on(watched: KeptWatched) -> None:
    watched.lock_now()
    door = watched.kept_window.door
    door.news = (News(kind="nearly_full", text="The disk is nearly full.", sessions=()),)
    watched.driver.type(SECRET, PASSPHRASE, enter=True)
    watched.kept_window.until(lambda: watched.driver.reads("The disk is nearly full."))
    door.news = ()
    watched.touch()
    watched.leave(300)
    watched.kept_window.until(lambda: watched.cards() == [TITLE])
    assert watched.kept_window.store.is_closed
    assert watched.lock.is_locked
    watched.unlock()
    assert watched.driver.session.label == MARKER


def test_half_a_passphrase_does_not_wait_for_the_next_one(watched: KeptWatched) -> None:
    watched.lock_now()
    watched.driver.type(SECRET, "four words")
    watched.touch()
    watched.leave(300)
    assert watched.driver.find(SECRET, QLineEdit).text() == ""


def test_a_visit_can_begin_without_unlocking(watched: KeptWatched) -> None:
    watched.lock_now()
    watched.driver.press(NEW)
    assert not watched.lock.is_locked
    assert watched.step() == "welcome"
    assert watched.driver.session.label == ""
    assert watched.driver.find("Lock the program").isEnabled()
    watched.driver.go("About you")
    assert watched.step() == "about"


def test_a_session_that_is_gone_when_one_unlocks_is_told_and_holds_nobody_up(
    watched: KeptWatched,
) -> None:
    watched.lock_now()
    watched.kept_window.store.sessions.clear()
    watched.unlock()
    assert watched.driver.reads("Gone.")
    assert watched.step() == "welcome"


def test_it_can_be_closed(watched: KeptWatched) -> None:
    watched.lock_now()
    watched.driver.press(CLOSE)
    assert watched.driver.window.isHidden()


def test_what_is_not_kept_is_asked_about_under_cover_and_can_be_kept(
    kept_window: KeptWindow,
) -> None:
    watched = KeptWatched(kept_window)
    kept_window.unlock()
    watched.driver.window.workspace.apply(SetText("label", MARKER))
    watched.lock.now()
    assert not any(MARKER in one for one in watched.driver.texts())
    watched.driver.press("Go back")
    assert watched.driver.session.label == MARKER
    watched.lock.now()
    watched.driver.press("Keep this session, then lock")
    watched.let_lock()
    assert kept_window.kept.label == MARKER
    assert watched.driver.reads(KEPT)


def test_what_was_not_kept_is_cleared_where_one_says_so(kept_window: KeptWindow) -> None:
    watched = KeptWatched(kept_window)
    kept_window.unlock()
    watched.driver.window.workspace.apply(SetText("label", MARKER))
    watched.lock.now()
    watched.driver.press("Clear it")
    watched.let_lock()
    assert watched.driver.reads(NOT_KEPT)
    assert not kept_window.store.sessions
    assert watched.driver.session.label == ""
    watched.unlock()
    assert watched.step() == "welcome"


def test_the_list_of_kept_sessions_locks_too_when_nothing_was_said(
    kept_window: KeptWindow,
) -> None:
    watched = KeptWatched(kept_window)
    watched.driver.window.begin(watched.lock._fresh())
    kept_window.unlock()
    watched.touch()
    watched.leave(300)
    watched.let_lock()
    assert watched.driver.reads(NOTHING_SAID)


def test_a_talk_that_comes_first_comes_first_again_after_unlocking(watched: KeptWatched) -> None:
    watched.driver.window.workspace.apply(AnswerPhq9(9, 1))
    watched.driver.settle()
    safety = watched.cards()
    assert len(safety) == 1
    watched.lock_now()
    assert set(watched.cards()) == {TITLE, HELP}, "who is calling a number still has it"
    watched.driver.press("Close help")
    watched.unlock()
    assert watched.cards() == safety
    assert stops_of(watched.driver.window).isdisjoint({"Step 1: Welcome"})


def stops_of(window: QWidget) -> set[str]:
    """What can be pressed behind the cards."""
    return {one.accessibleName() for one in window.findChildren(QWidget) if one.isEnabled()}
