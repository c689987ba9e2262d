import logging
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import get_args

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.bottom_bar import NOTHING_KEPT, BottomBar
from decision_aid.gui.keeping import kept_visit
from decision_aid.gui.keeping.carrying_on import STAYS
from decision_aid.gui.keeping.current import How
from decision_aid.gui.keeping.keeping import NOT_OPEN, State
from decision_aid.gui.keeping.saving_words import NOT_KEPT, bar_sentence
from decision_aid.gui.keeping.worker import SURPRISE
from decision_aid.gui.theme import load_theme
from decision_aid.store.api import SessionStore
from decision_aid.store.errors import DiskFailedError
from decision_aid.workspace.changes.walk import SetText
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QLabel

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver, wear_theme
from tests.gui.keeping.doors import CODE
from tests.gui.keeping.kept_window import KeptWindow
from tests.report.visits import a_full_session

pytestmark = pytest.mark.usefixtures("undressed")

START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
application = QApplication([])
from decision_aid.gui.app import Visit
from tests.builders import a_pack, a_session
visit = Visit(a_pack(), a_session())
visit.window.show()
application.processEvents()
first = set(sys.modules)
visit.look_for_store()
application.processEvents()
print(*first)
print(*sys.modules)
"""


def number_of(number: int, _: SessionStore) -> int:
    return number


def test_nothing_of_keeping_is_loaded_at_the_start_nor_the_store_where_there_is_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", START], capture_output=True, text=True, check=True, timeout=60
    )
    first, later = (set(line.split()) for line in done.stdout.splitlines())
    assert not [one for one in first if "store" in one.split(".") or "keeping" in one.split(".")]
    assert not {"sqlalchemy", "sqlite3", "cryptography", "pydantic"} & later
    assert "decision_aid.gui.keeping.kept_visit" not in later


def test_without_a_store_the_bar_says_that_nothing_is_kept(
    open_window: Callable[[Pack, Session], Driver],
) -> None:
    driver = open_window(a_pack(), a_session())
    driver.visit.look_for_store()
    assert driver.reads(NOTHING_KEPT)
    assert driver.visit.kept.keeping.state == State("none")
    assert driver.reads(NOTHING_KEPT)


def test_the_bar_tells_what_is_kept(kept_window: KeptWindow) -> None:
    driver = kept_window.driver
    assert driver.reads(NOT_KEPT)
    kept_window.unlock()
    assert driver.reads(NOT_KEPT)
    kept_window.keeping.keep()
    kept_window.until(lambda: kept_window.state.saving == "saved")
    assert driver.reads(f"Kept. Saved {kept_window.state.saved_at}.")


def test_that_it_is_saved_is_said_aloud_once_and_not_with_every_save(
    kept_window: KeptWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(kept_visit, "announce", lambda _window, sentence: said.append(sentence))
    kept_window.keep()
    for label in ("Tuesday", "Wednesday"):
        kept_window.driver.window.workspace.apply(SetText("label", label))
        kept_window.done()
        kept_window.until(lambda: kept_window.state.saving == "saved")
    assert said == [f"Kept. Saved {kept_window.state.saved_at}."]


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [1024, 1280])
def test_whatever_the_bar_says_can_be_read_in_full(
    kept_window: KeptWindow, percent: int, width: int
) -> None:
    window = kept_window.driver.window
    wear_theme(load_theme("light", percent))
    window.resize(width, 768)
    window.open_step("matters")
    (bar,) = window.findChildren(BottomBar)
    for saving in get_args(How):
        for at in ("", "14:05"):
            sentence = bar_sentence(State("open", saving=saving, saved_at=at))
            window.show_kept(sentence)
            kept_window.driver.settle()
            (label,) = [one for one in bar.findChildren(QLabel) if one.text() == sentence]
            assert label.heightForWidth(label.width()) <= label.height(), sentence
            assert bar.rect().contains(label.geometry())
            assert window.width() == width
    wear_theme(load_theme())


def test_making_a_store_gives_the_recovery_code_and_opens_it(kept_window: KeptWindow) -> None:
    codes: list[str] = []
    kept_window.keeping.make("Dr. Rivera", "a passphrase", codes.append, pytest.fail)
    kept_window.until(lambda: bool(codes))
    assert codes == [CODE]
    assert (kept_window.state.place, kept_window.state.provider) == ("open", "Dr. Rivera")


def test_a_wrong_passphrase_is_told_and_opens_nothing(kept_window: KeptWindow) -> None:
    told: list[str] = []
    kept_window.keeping.unlock("wrong", lambda _: pytest.fail("opened"), told.append)
    kept_window.until(lambda: bool(told))
    assert told == ["That opens nothing."]
    assert kept_window.state.place == "shut"


def test_all_of_it_is_done_on_one_thread_in_order_and_answered_on_the_windows(
    kept_window: KeptWindow,
) -> None:
    kept_window.keep()
    order: list[tuple[int, QThread]] = []

    def note(number: int) -> None:
        order.append((number, QThread.currentThread()))

    for number in range(20):
        kept_window.keeping.do(partial(number_of, number), note)
    kept_window.until(lambda: len(order) == 20)
    assert [made for made, _ in order] == list(range(20))
    assert {thread for _, thread in order} == {kept_window.driver.window.thread()}
    assert kept_window.door.threads == {"keeping"}


def test_the_window_goes_on_while_the_store_takes_its_time(kept_window: KeptWindow) -> None:
    kept_window.door.gate.clear()
    opened: list[object] = []
    kept_window.keeping.unlock("the rain in the yard is loud", opened.append, pytest.fail)
    kept_window.driver.go("About you")
    kept_window.driver.go("Welcome")
    assert not opened
    kept_window.door.gate.set()
    kept_window.until(lambda: bool(opened))


def test_an_error_without_a_sentence_of_its_own_gets_one_and_no_value_is_logged(
    kept_window: KeptWindow, caplog: pytest.LogCaptureFixture
) -> None:
    kept_window.unlock()
    told: list[str] = []
    with caplog.at_level(logging.ERROR):
        kept_window.keeping.do(lambda _: int("typed"), lambda _: pytest.fail("done"), told.append)
        kept_window.until(lambda: bool(told))
    assert told == [SURPRISE]
    assert "ValueError at " in caplog.text
    assert "typed" not in caplog.text


def test_an_error_nobody_listens_for_is_shown_in_the_window(kept_window: KeptWindow) -> None:
    kept_window.unlock()

    def fail(_: SessionStore) -> None:
        raise DiskFailedError("The disk reported a failure.")

    kept_window.keeping.do(fail, lambda _: pytest.fail("done"))
    kept_window.until(lambda: kept_window.driver.reads("The disk reported a failure."))


def test_nothing_is_done_while_the_store_is_shut(kept_window: KeptWindow) -> None:
    kept_window.keeping.do(lambda store: store.listed(), lambda _: pytest.fail("done"))
    kept_window.driver.settle()
    assert kept_window.driver.reads(NOT_OPEN)
    kept_window.keeping.keep()
    kept_window.keeping.note("printed")
    assert not kept_window.store.sessions


def test_carrying_on_saves_what_is_there_and_puts_the_other_in_the_window(
    kept_window: KeptWindow,
) -> None:
    other = kept_window.store.keep(a_full_session())
    kept_window.keep()
    first = kept_window.state.kept
    kept_window.driver.window.workspace.apply(SetText("label", "first"))
    kept_window.keeping.carry_on(other.id)
    kept_window.until(lambda: kept_window.state.kept == other.id)
    assert first is not None
    assert kept_window.store.sessions[first].session.label == "first"
    assert kept_window.driver.session.label == a_full_session().label
    kept_window.driver.window.workspace.apply(SetText("label", "other"))
    kept_window.done()
    assert kept_window.store.sessions[first].session.label == "first"
    assert kept_window.store.sessions[other.id].session.label == "other"
    assert kept_window.store.left == other.id


def test_a_kept_session_that_does_not_fit_is_told_and_stays_kept(kept_window: KeptWindow) -> None:
    stranger = kept_window.store.keep(replace(a_full_session(), pack="another"))
    kept_window.keep()
    before = kept_window.state.kept
    kept_window.keeping.carry_on(stranger.id)
    kept_window.until(lambda: kept_window.driver.reads("does not fit"))
    assert kept_window.state.kept == before
    assert kept_window.store.left == before
    assert kept_window.store.sessions[stranger.id].session.pack == "another"


def test_a_kept_session_is_checked_with_the_pack_in_the_language_spoken_now(
    kept_window: KeptWindow,
) -> None:
    kept_window.keep()
    before = kept_window.state.kept
    said = replace(a_full_session(), dealbreakers=(a_pack().dealbreakers[0].id,))
    other = kept_window.store.keep(said)
    # As another language's pack it is put in its place; that it is shorter tells the two apart.
    kept_window.driver.window.workspace.take_pack(replace(a_pack(), dealbreakers=()))
    kept_window.keeping.carry_on(other.id)
    kept_window.until(lambda: kept_window.driver.reads("does not fit"))
    assert kept_window.state.kept == before


def test_what_cannot_be_saved_stays_in_the_window_when_another_is_wanted(
    kept_window: KeptWindow,
) -> None:
    other = kept_window.store.keep(a_full_session())
    kept_window.keep()
    kept_window.driver.window.workspace.apply(SetText("label", "first"))
    kept_window.store.fault = lambda moment: (
        DiskFailedError("The disk failed.") if moment == "before save" else None
    )
    kept_window.keeping.carry_on(other.id)
    kept_window.until(lambda: kept_window.driver.reads(STAYS))
    assert kept_window.driver.session.label == "first"
    assert kept_window.state.kept != other.id


def test_undo_of_a_kept_session_is_saved_as_any_change(kept_window: KeptWindow) -> None:
    kept_window.keep()
    workspace = kept_window.driver.window.workspace
    workspace.apply(SetText("label", "Tuesday"))
    kept_window.done()
    workspace.undo()
    kept_window.done()
    assert kept_window.kept.label == ""
    workspace.redo()
    kept_window.done()
    assert kept_window.kept.label == "Tuesday"


def test_shutting_closes_the_store_after_the_last_change_is_saved(kept_window: KeptWindow) -> None:
    kept_window.keep()
    kept_window.driver.window.workspace.apply(SetText("label", "Tuesday"))
    shut: list[bool] = []
    kept_window.keeping.shut(lambda: shut.append(kept_window.store.is_closed))
    kept_window.until(lambda: bool(shut))
    assert shut == [True]
    assert kept_window.kept.label == "Tuesday"
    assert kept_window.store.left is None
    assert kept_window.state.place == "shut"
    assert kept_window.state.kept is None


def test_the_summary_taken_out_is_written_down_where_the_session_is_kept(
    kept_window: KeptWindow,
) -> None:
    driver = kept_window.driver
    driver.go("Summary")
    driver.press("Copy note: short plain text for a record")
    kept_window.keep()
    driver.press("Copy note: short plain text for a record")
    kept_window.done()
    assert kept_window.store.events == [("copied", kept_window.state.kept)]
    assert a_pack().id == kept_window.kept.pack


def test_locking_leaves_no_session_without_a_back_up(kept_window: KeptWindow) -> None:
    kept_window.keep()
    kept_window.keeping.shut(lambda: None)
    kept_window.until(lambda: kept_window.store.is_closed)
    assert kept_window.store.back_ups == 1
