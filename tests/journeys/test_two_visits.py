"""A second visit through the window: a session of an earlier day is opened and gone on from."""

from collections.abc import Callable
from pathlib import Path

import pytest
from decision_aid.base.resources import resources_dir
from decision_aid.content.sessions import load_session
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.clock import today
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.choosing import choose_there
from tests.gui.driver import Driver
from tests.gui.sessions import empty_session, real_pack
from tests.journeys.test_visits import save_pdf

OpenWindow = Callable[[Pack, Session], Driver]
LAST = "2026-11-02"
SAID = "Nov 2, 2026"
"""The day of the session's last visit; a day before any on which this test is run."""


@pytest.fixture
def opened(open_window: OpenWindow, tmp_path: Path) -> tuple[Driver, Session]:
    """The window with the example of two visits, the second of them on `LAST`; and the session."""
    example = (resources_dir() / "examples" / "two-visits.yaml").read_text("utf-8")
    file = tmp_path / "session.yaml"
    file.write_text(example.replace("started_on: 2026-11-23", f"started_on: {LAST}"), "utf-8")
    driver = open_window(real_pack(), empty_session())
    driver.press("Open an earlier session")
    choose_there(file)
    driver.press("Open a session file…")
    return driver, load_session(file, real_pack())


def answer_phq9(driver: Driver, answer: str) -> None:
    phq9 = real_pack().instrument("phq9")
    assert phq9 is not None
    driver.go("About you")
    driver.open("Answer the PHQ-9 (optional)")
    for item in phq9.items[:8]:
        names = [one.accessibleName() for one in driver.controls()]
        driver.press(next(one for one in names if item.text in one and one.endswith(answer)))
    names = [one.accessibleName() for one in driver.controls()]
    driver.press(next(one for one in names if phq9.items[8].text in one and "Not at all" in one))


def test_a_new_visit_is_begun_answered_compared_and_printed(
    opened: tuple[Driver, Session],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    driver, before = opened
    assert driver.reads(f"This session is from {SAID}.")
    driver.press("Begin a new visit")
    assert [one.on.isoformat() for one in driver.session.earlier] == ["2026-10-20", LAST]
    assert driver.session.started_on == today()
    assert driver.session.ratings == before.ratings
    assert not driver.is_chosen("Who is here", "A prescriber")

    answer_phq9(driver, "Several days")
    driver.go("What matters")
    driver.choose("Feeling better soon", "Most")

    driver.go("Decide")
    driver.open(f"Compared with {SAID}")
    assert driver.reads("Feeling better soon: from “Some” to “Most”")
    assert driver.reads("14 of 27 then, 8 of 27 now: lower")
    assert not driver.reads("Being able to look after my dog in the evening”: ")

    text = save_pdf(driver, qtbot, tmp_path / "second.pdf")
    assert f"Compared with {SAID}, this changed: what" in text  # the column ends here
    assert text.index(f"Compared with {SAID} What matters") < text.index(
        "Compared with Oct 20, 2026"
    )
    assert "We meet again in five weeks, and each of us reads about CBT." in text


def test_all_of_a_new_visit_can_be_taken_back_from_the_keyboard(
    opened: tuple[Driver, Session],
) -> None:
    driver, before = opened
    driver.press("Begin a new visit")
    driver.go("What matters")
    driver.choose("Feeling better soon", "Most")
    driver.go("Welcome")
    while driver.window.workspace.can_undo:
        driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert driver.session == before
    assert driver.reads("Is today a new visit?")


def test_closing_after_a_new_visit_was_begun_asks_first(opened: tuple[Driver, Session]) -> None:
    driver, _ = opened
    driver.press("Go on with that visit")
    assert driver.window.kept.nothing_to_lose
    driver.press("Begin a new visit")
    assert not driver.window.close()
    driver.settle()
    assert driver.reads("Close and clear everything?")
