"""On the locked screen whoever cannot read it chooses another language; it stays locked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from decision_aid.base import language
from decision_aid.gui import window
from decision_aid.gui.app import Visit
from decision_aid.gui.keeping.lock_card import EMPTIED, NEW, TITLE
from decision_aid.gui.keeping.locking import FAILED, KEPT
from decision_aid.gui.keeping.places import Places
from decision_aid.gui.top_bar import TopBar
from decision_aid.store.errors import NoRoomError
from decision_aid.store.folder import STORE
from decision_aid.store.opening import News
from decision_aid.workspace.changes.walk import SetText
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.driver import Driver
from tests.gui.keeping.doors import PASSPHRASE, MemoryDoor
from tests.gui.keeping.kept_window import KeptWindow
from tests.gui.keeping.locking import SECRET, KeptWatched
from tests.gui.keeping.test_lock_screen import heard
from tests.gui.sessions import full_session, real_pack
from tests.gui.test_language import TwoLanguages, choose, plain, row
from tests.pseudo import pseudo

MARKER = "quillfeather"


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[KeptWatched]:
    """Over a session that is kept, with a marker word in it, where there are two languages."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / STORE).touch()
    places, door = Places(tmp_path, tmp_path / "state"), MemoryDoor()
    visit = Visit(real_pack(), full_session(), places, door, TwoLanguages("depression"))
    driver = Driver(qtbot, visit.window)
    driver.visit = visit
    qtbot.addWidget(visit.window)
    visit.window.show()
    visit.look_for_store()
    driver.settle()
    made = KeptWatched(KeptWindow(driver, door, qtbot))
    driver.window.workspace.apply(SetText("label", MARKER))
    made.kept_window.keep()
    driver.go("What matters")
    yield made
    language.speak()
    assert visit.kept.keeping.end()


def is_barred(watched: KeptWatched) -> bool:
    """Whether no other language can be chosen now."""
    watched.driver.press("Display")
    can = watched.driver.find(row("Русский")).isEnabled()
    watched.driver.press("Close display")
    return not can


def test_it_is_said_in_the_language_that_is_chosen_and_stays_locked(
    watched: KeptWatched, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched.lock_now()
    said: list[str] = []
    monkeypatch.setattr(window, "announce", lambda _window, sentence: said.append(sentence))
    choose(watched.driver, "Русский")
    assert watched.cards() == [pseudo(TITLE), pseudo("Display")]
    watched.driver.press(pseudo("Close display"))
    assert watched.lock.is_locked
    assert watched.driver.reads(pseudo(KEPT))
    assert not plain(watched.driver)
    assert said == [], "no step that is covered"
    assert watched.driver.window.focusWidget() is watched.driver.find(pseudo(SECRET), QLineEdit)


def test_nothing_it_covers_is_seen_heard_or_pressed_meanwhile(watched: KeptWatched) -> None:
    watched.lock_now()
    choose(watched.driver, "Русский")
    told = "".join(heard(QAccessible.queryAccessibleInterface(watched.driver.root)))
    assert MARKER not in told
    watched.driver.press(pseudo("Close display"))
    (bar,) = watched.driver.root.findChildren(TopBar)
    for one in watched.driver.controls():
        allowed = bar.isAncestorOf(one) or watched.screen.isAncestorOf(one)
        assert allowed or not one.isEnabled(), one.accessibleName()
    assert not watched.driver.window.page.isVisible()


def test_a_passphrase_half_typed_is_taken_out_and_that_is_said(watched: KeptWatched) -> None:
    watched.lock_now()
    watched.driver.type(SECRET, "four words")
    choose(watched.driver, "Русский")
    watched.driver.press(pseudo("Close display"))
    assert watched.driver.find(pseudo(SECRET), QLineEdit).text() == ""
    assert watched.driver.reads(pseudo(EMPTIED))
    choose(watched.driver, "English")
    assert not watched.driver.reads(EMPTIED), "nothing was typed since"


def test_who_unlocks_in_it_is_at_the_same_step_of_the_same_session(watched: KeptWatched) -> None:
    watched.lock_now()
    choose(watched.driver, "Русский")
    watched.driver.press(pseudo("Close display"))
    watched.driver.type(pseudo(SECRET), PASSPHRASE, enter=True)
    watched.kept_window.until(lambda: not watched.lock.is_locked)
    watched.driver.settle()
    assert (watched.driver.session.label, watched.step()) == (MARKER, "matters")
    assert watched.driver.window.page.isVisible()


def test_a_visit_begun_without_unlocking_is_in_it(watched: KeptWatched) -> None:
    watched.lock_now()
    choose(watched.driver, "Русский")
    watched.driver.press(pseudo("Close display"))
    watched.driver.press(pseudo(NEW))
    assert (watched.lock.is_locked, watched.step()) == (False, "welcome")
    assert watched.driver.session.label == ""
    choose(watched.driver, "English")
    assert watched.cards() == ["Display"], "what is locked no more does not come back"


def test_none_is_chosen_before_it_is_locked_nor_after_it_was_unlocked(
    watched: KeptWatched,
) -> None:
    door = watched.kept_window.door
    watched.kept_window.store.fault = lambda _: NoRoomError("The disk is full.")
    watched.driver.window.workspace.apply(SetText("label", f"{MARKER} again"))
    watched.lock.now()
    watched.kept_window.until(lambda: watched.driver.reads(FAILED))
    assert is_barred(watched)
    watched.kept_window.store.fault = lambda _: None
    watched.kept_window.let_time_pass()
    watched.let_lock()
    assert not is_barred(watched)
    door.news = (News(kind="nearly_full", text="The disk is nearly full.", sessions=()),)
    watched.driver.type(SECRET, PASSPHRASE, enter=True)
    watched.kept_window.until(lambda: watched.driver.reads("The disk is nearly full."))
    assert is_barred(watched)
    door.news = ()
    watched.touch()
    watched.leave(1000)
    watched.kept_window.until(lambda: watched.cards() == [TITLE])
    assert not is_barred(watched)


def test_how_it_looks_is_chosen_again_after_all_cards_were_forgotten(watched: KeptWatched) -> None:
    assert not is_barred(watched)
    watched.lock_now()
    watched.driver.press("Display")
    assert watched.cards() == [TITLE, "Display"]
