"""Closing the window while it is locked, or about to be."""

from threading import Event

import pytest
from decision_aid.gui.keeping.locking import CLOSE, FAILED
from decision_aid.store.errors import NoRoomError, StoreError
from decision_aid.store.opening import News
from decision_aid.workspace.changes.walk import SetText
from PySide6.QtCore import QCoreApplication, QEvent

from tests.gui.keeping.doors import PASSPHRASE
from tests.gui.keeping.kept_window import KeptWindow
from tests.gui.keeping.locking import SECRET, KeptWatched

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def watched(kept_window: KeptWindow) -> KeptWatched:
    """Over a session that is kept."""
    made = KeptWatched(kept_window)
    kept_window.keep()
    return made


def fails(moment: str) -> StoreError | None:
    return NoRoomError("The disk is full.") if moment == "before save" else None


def unsaved(watched: KeptWatched) -> None:
    """Locked while the last words cannot be saved."""
    watched.driver.window.workspace.apply(SetText("label", "Tuesday"))
    watched.kept_window.store.fault = fails
    watched.lock.now()
    watched.kept_window.until(lambda: watched.driver.reads(FAILED))


def test_closing_what_could_not_be_saved_says_what_is_lost_and_takes_the_passphrase(
    watched: KeptWatched,
) -> None:
    since = watched.kept_window.state.saved_at
    unsaved(watched)
    watched.driver.window.close()
    assert watched.driver.reads(f"What was said since {since} could not be saved")
    watched.driver.press(f"Cancel: {CLOSE}")
    assert watched.driver.window.isVisible()
    assert watched.driver.session.label == "Tuesday"
    assert watched.lock.is_locked
    watched.driver.window.close()
    watched.driver.type("Your passphrase", "anything", enter=True)
    watched.kept_window.until(watched.driver.window.isHidden)
    assert watched.kept_window.store.is_closed


def test_closed_while_it_is_still_saved_the_window_goes_when_it_is(watched: KeptWatched) -> None:
    watched.driver.window.workspace.apply(SetText("label", "Tuesday"))
    watched.lock.now()
    watched.driver.window.close()
    assert watched.driver.window.isVisible()
    watched.kept_window.until(watched.driver.window.isHidden)
    assert watched.kept_window.kept.label == "Tuesday"


def test_the_window_can_be_closed_after_somebody_unlocked_and_has_not_gone_on(
    watched: KeptWatched,
) -> None:
    watched.lock_now()
    news = (News(kind="nearly_full", text="The disk is nearly full.", sessions=()),)
    watched.kept_window.door.news = news
    watched.driver.type(SECRET, PASSPHRASE, enter=True)
    watched.kept_window.until(lambda: watched.kept_window.state.place == "open")
    watched.driver.window.close()
    watched.kept_window.until(watched.driver.window.isHidden)
    assert watched.kept_window.store.is_closed


def test_locking_while_the_store_closes_does_not_keep_the_window_open(
    watched: KeptWatched,
) -> None:
    gate, close = Event(), watched.kept_window.store.close

    def slow() -> None:
        assert gate.wait(10)
        close()

    watched.kept_window.store.close = slow  # type: ignore[method-assign]  # the test holds it up
    watched.driver.window.close()
    watched.driver.settle()
    watched.lock.now()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gate.set()
    watched.kept_window.until(watched.driver.window.isHidden)
