import pytest
from decision_aid.gui.keeping.unlock_line import SECRET
from decision_aid.gui.keeping.welcome_row import KEEP
from decision_aid.store.api import SessionId
from decision_aid.workspace.changes.walk import SetText

from tests.gui.keeping.doors import PASSPHRASE
from tests.gui.keeping.kept_window import KeptWindow
from tests.report.visits import a_full_session


@pytest.fixture
def left(kept_window: KeptWindow) -> SessionId:
    """A session that was open when the program ended without closing it."""
    kept = kept_window.store.keep(a_full_session())
    kept_window.store.left = kept.id
    return kept.id


def unlock(kept_window: KeptWindow, wanted: str) -> None:
    kept_window.driver.press(wanted)
    kept_window.driver.type(SECRET, PASSPHRASE)
    kept_window.driver.press("Unlock")


def test_the_session_left_open_is_offered_by_its_label_and_not_opened_by_itself(
    kept_window: KeptWindow, left: SessionId
) -> None:
    unlock(kept_window, "Open an earlier session")
    kept_window.until(lambda: kept_window.driver.has("Go on with it"))
    assert kept_window.driver.reads("The program ended without closing it.")
    assert kept_window.driver.reads(a_full_session().label)
    assert kept_window.state.kept is None
    kept_window.driver.press("Go on with it")
    kept_window.until(lambda: kept_window.state.kept == left)
    assert kept_window.driver.session.label == a_full_session().label
    assert kept_window.store.left == left


def test_what_was_said_before_unlocking_is_asked_about_first(
    kept_window: KeptWindow, left: SessionId
) -> None:
    kept_window.driver.window.workspace.apply(SetText("label", "the next person"))
    unlock(kept_window, "Open an earlier session")
    kept_window.until(lambda: kept_window.driver.has("Go on with it"))
    kept_window.driver.press("Go on with it")
    kept_window.until(lambda: kept_window.driver.has("Stay here"))
    kept_window.driver.press("Stay here")
    kept_window.done()
    assert kept_window.driver.session.label == "the next person"
    assert kept_window.state.kept is None
    assert left in kept_window.store.sessions


def test_who_wants_another_one_leaves_it_among_the_kept_ones(
    kept_window: KeptWindow, left: SessionId
) -> None:
    unlock(kept_window, "Open an earlier session")
    kept_window.until(lambda: kept_window.driver.has("Not now"))
    kept_window.driver.press("Not now")
    kept_window.until(lambda: kept_window.driver.reads("Earlier sessions"))
    kept_window.done()
    assert kept_window.store.sessions[left].session == a_full_session()
    assert kept_window.store.left is None


def test_it_is_not_named_to_who_only_wants_to_keep_what_is_said_now(
    kept_window: KeptWindow, left: SessionId
) -> None:
    unlock(kept_window, KEEP)
    kept_window.until(lambda: kept_window.state.saving == "saved")
    assert not kept_window.driver.has("Go on with it")
    assert kept_window.state.kept not in (None, left)
    assert kept_window.store.sessions[left].session == a_full_session()
    assert kept_window.store.left == kept_window.state.kept


def test_that_its_label_was_seen_is_written_down(kept_window: KeptWindow, left: SessionId) -> None:
    unlock(kept_window, "Open an earlier session")
    kept_window.until(lambda: kept_window.driver.has("Go on with it"))
    assert left in kept_window.store.sessions
    assert kept_window.store.events == [("viewed_list", None)]
