"""A person gets ready at home, alone; at the visit all of it is there and lines up."""

from collections.abc import Callable

from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.widgets.lineup_bar import LineupBar
from decision_aid.workspace.line_up_state import ALONE
from decision_aid.workspace.line_up_words import BAND_SHORT
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton

from tests.gui.driver import Driver
from tests.gui.sessions import empty_session, real_pack

Opener = Callable[[Pack, Session], Driver]


def note(driver: Driver) -> str:
    """The note as it would be pasted somewhere."""
    driver.go("Summary")
    driver.press("Copy note: short plain text for a record")
    return QGuiApplication.clipboard().text()


def bars(driver: Driver) -> list[LineupBar]:
    return [one for one in driver.root.findChildren(LineupBar) if one.isVisibleTo(driver.root)]


def leaning(driver: Driver, option: str) -> str:
    start = "I am leaning towards: "
    names = [one.accessibleName() for one in driver.controls()]
    return next(name for name in names if name.startswith(start) and name.endswith(option))


def holds_a_band(text: str) -> bool:
    told = " ".join(text.split())
    return any(f"{words}: " in told for words in BAND_SHORT.values())


def test_what_was_said_at_home_is_brought_along_and_lines_up_at_the_visit(
    open_window: Opener,
) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.press("Who is here: Someone who came with me")
    driver.go("About you")
    driver.type("Add a medicine", "grandma's tea", enter=True)
    driver.go("What matters")
    driver.choose("Feeling better soon", "Most")
    driver.choose("A better chance to feel much better", "Some")

    driver.go("Weigh it up")
    assert driver.reads(ALONE)
    assert bars(driver) == []
    assert not driver.has("Show the sums")
    driver.press("Go on to Decide")
    driver.press(leaning(driver, "Lifestyle changes"))
    driver.type("New question", "Is there a wait?", enter=True)

    told = note(driver)
    assert driver.reads("Getting ready for your visit")
    assert told.startswith("Getting ready for a visit")
    for said in ("Feeling better soon", "grandma's tea", "Is there a wait?", "988"):
        assert said in told
    assert not holds_a_band(told)
    before = driver.session

    driver.go("Weigh it up")
    driver.press("Who is here: A counselor is here now")
    assert len(bars(driver)) == len(real_pack().options)
    assert driver.find("For the counselor: what to ask here", QAbstractButton).isEnabled()
    assert driver.session.ratings == before.ratings
    assert driver.session.leaning == before.leaning
    assert driver.session.open_questions == before.open_questions
    told = note(driver)
    assert told.startswith("Shared decision")
    assert holds_a_band(told)
