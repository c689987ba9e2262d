"""What matters most, in one or two presses, and which way of saying it stands open."""

from typing import Any

import pytest
from decision_aid.domain.answers import MOST
from decision_aid.gui.pages.matters import MattersPage
from decision_aid.gui.pages.matters_most import ENOUGH, FULL, HOW, MOST_PICKED, PickTile
from decision_aid.gui.theme import load_theme
from decision_aid.workspace.changes.matters import PickMost
from decision_aid.workspace.changes.welcome import SetMinutes
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.driver import wear_theme
from tests.gui.one_page import OnePage
from tests.gui.sessions import empty_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

SHORT = "In short: what matters most to you?"
LONG = "One by one: rate any you like"


def open_matters(qtbot: QtBot, **said: Any) -> OnePage:
    return OnePage(qtbot, MattersPage, a_pack(), a_session(**said))


def pick(driver: OnePage, name: str) -> None:
    driver.press(f"Matters most: {name}")


@pytest.mark.parametrize(
    ("minutes", "there", "folded"),
    [
        (None, "Help: Most", "Matters most: Help"),
        (3, "Matters most: Help", "Help: Most"),
        (10, "Help: Most", "Matters most: Help"),
    ],
)
def test_with_three_minutes_the_short_way_stands_open_and_otherwise_the_long_one(
    minutes: int | None, there: str, folded: str, qtbot: QtBot
) -> None:
    driver = open_matters(qtbot, minutes=minutes)
    assert driver.has(there)
    assert not driver.has(folded)
    driver.open(SHORT)
    driver.open(LONG)
    assert driver.has("Matters most: Help")
    assert driver.has("Help: Most")


def test_what_was_opened_stays_open_until_the_time_there_is_changes(qtbot: QtBot) -> None:
    driver = open_matters(qtbot)
    driver.open(SHORT)
    driver.choose("Help", "Some")
    assert driver.has("Matters most: Help")
    driver.workspace.apply(SetMinutes(3))
    assert not driver.has("Help: Most")


def test_a_pick_is_rated_most_and_is_said_to_be_enough(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, minutes=3)
    assert driver.reads(HOW)
    pick(driver, "Lasting")
    rating = driver.session.rating("lasting")
    assert rating is not None
    assert rating.importance == MOST
    assert driver.session.order == ("lasting",)
    assert driver.reads(ENOUGH)
    assert driver.find("Matters most: Lasting", QAbstractButton).isChecked()


def test_picks_are_numbered_in_order_and_can_be_taken_back(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, minutes=3)
    pick(driver, "Lasting")
    pick(driver, "Help")
    described = driver.find("Matters most: Help").accessibleDescription()
    assert described.startswith("Picked, place 2.")
    assert driver.reads("1. Lasting")
    pick(driver, "Lasting")
    assert driver.session.order == ("help",)
    assert driver.find("Matters most: Help").accessibleDescription().startswith("Picked, place 1.")
    assert not driver.find("Matters most: Lasting", QAbstractButton).isChecked()


def test_each_tile_says_how_far_the_options_lie_apart(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, minutes=3)
    assert driver.reads("From 0 more of 100 to 21 more of 100")
    assert driver.reads("From “bad” to “good”")


def test_three_are_as_many_as_are_picked_here(qtbot: QtBot) -> None:
    session = empty_session()
    names = [one.name for one in real_pack().criteria]
    for one in real_pack().criteria[:MOST_PICKED]:
        session = PickMost(one.id, picked=True).apply_to(session)
    driver = OnePage(qtbot, MattersPage, real_pack(), session)
    driver.open(SHORT)
    assert driver.reads(FULL)
    assert not driver.find(f"Matters most: {names[3]}").isEnabled()
    pick(driver, names[0])
    assert driver.find(f"Matters most: {names[3]}").isEnabled()


def test_a_pick_from_the_keyboard(qtbot: QtBot) -> None:
    driver = open_matters(qtbot, minutes=3)
    driver.focus("Matters most: Driving")
    driver.key(Qt.Key.Key_Space)
    assert driver.session.order == ("driving",)


def test_more_to_pick_from_is_shown_on_asking(qtbot: QtBot) -> None:
    driver = OnePage(qtbot, MattersPage, real_pack(), empty_session())
    driver.open(SHORT)
    last = next(one.name for one in reversed(real_pack().criteria) if not one.only_with_class)
    assert not driver.has(f"Matters most: {last}")
    driver.open("Show more to pick from")
    assert driver.has(f"Matters most: {last}")


@pytest.mark.usefixtures("dressed")
def test_room_for_the_number_is_there_when_the_text_is_made_larger(qtbot: QtBot) -> None:
    tile = open_matters(qtbot, minutes=3).find("Matters most: Help", PickTile)
    usual = tile.body.contentsMargins()
    wear_theme(load_theme(percent=200))
    assert tile.body.contentsMargins() == PickTile(a_pack().criteria[0]).body.contentsMargins()
    assert tile.body.contentsMargins() != usual
    wear_theme(load_theme())
    assert tile.body.contentsMargins() == usual
