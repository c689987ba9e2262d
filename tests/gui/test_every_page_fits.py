"""Every page, at every size of text: nothing cut, one thing to press first, one thing to scroll."""

from collections.abc import Callable, Iterator
from itertools import permutations

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.pages import PAGES
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.disclosure import Disclosure
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from tests.full_form import cases
from tests.gallery.cards import CARDS, open_desk
from tests.gallery.drawing import ROUNDS
from tests.gallery.states import states
from tests.gui.driver import Driver, wear_theme
from tests.gui.fitting import cut, hidden
from tests.gui.sessions import real_pack

OpenWindow = Callable[[Pack, Session], Driver]
NARROW = (1024, 768)


def pages(driver: Driver) -> Iterator[str]:
    for step, title, _ in PAGES:
        driver.window.open_step(step)
        for _ in range(ROUNDS):
            driver.settle()
        yield title


def primary(root: QWidget) -> list[str]:
    buttons = [one for one in root.findChildren(QPushButton) if one.isVisible()]
    return [one.text() for one in buttons if one.property("role") == "primary"]


def assert_one_thing_scrolls(page: QWidget, title: str) -> None:
    areas = page.findChildren(QAbstractScrollArea)
    moving = [one for one in areas if one.isVisible() and one.verticalScrollBar().maximum() > 0]
    inner = [one for one, two in permutations(moving, 2) if two.isAncestorOf(one)]
    assert not inner, title
    assert len([one for one in moving if not isinstance(one, QPlainTextEdit)]) <= 1, title


@pytest.mark.parametrize(
    ("state", "percent"),
    cases(("empty", 200), ("long", 200), further=(("long", 100), ("long", 125), ("long", 150))),
)
def test_nothing_is_cut_off_nor_scrolls_inside_of_what_scrolls(
    open_window: OpenWindow, state: str, percent: int
) -> None:
    wear_theme(load_theme("light", percent))
    driver = open_window(real_pack(), states(real_pack())[state])
    driver.window.resize(*NARROW)
    wrong: list[str] = []
    for title in pages(driver):
        page = driver.window.page
        assert not driver.root.grab().isNull(), "it can be painted"
        wrong += [f"{title}: {one}" for one in (*cut(driver.root), *hidden(page))]
        if page.content_width > page.seen_width:
            wrong.append(f"{title}: {page.content_width} px wide, seen {page.seen_width}")
        assert_one_thing_scrolls(page, title)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("state", "percent"), cases(("gated", 200), further=(("full", 100),)))
def test_what_opens_in_place_is_not_cut_off_and_at_most_one_thing_is_pressed_before_all_others(
    open_window: OpenWindow, state: str, percent: int
) -> None:
    wear_theme(load_theme("light", percent))
    driver = open_window(real_pack(), states(real_pack())[state])
    driver.window.resize(*NARROW)
    wrong: list[str] = []
    for title in pages(driver):
        for one in driver.window.page.findChildren(Disclosure):
            one.open()
        for _ in range(ROUNDS // 2):
            driver.settle()
        page = driver.window.page
        wrong += [f"{title}: {one}" for one in (*cut(page), *hidden(page))]
        assert page.content_width <= page.seen_width, title
        assert len(primary(driver.root)) <= 1, title
    assert not wrong, "\n".join(wrong)


def test_a_card_has_at_most_one_such_button_of_its_own_and_is_not_cut(qapp: QApplication) -> None:
    pack, wrong = real_pack(), list[str]()
    wear_theme(load_theme("light", 200))
    with open_desk(qapp, pack, states(pack)["empty"]) as desk:
        desk.visit.window.resize(*NARROW)
        for name, opens in CARDS.items():
            opens(desk)
            desk.settle()
            cards = desk.visit.window.findChildren(Overlay)
            card = next(one for one in cards[::-1] if one.is_open)
            wrong += [f"{name}: {one}" for one in (*cut(card), *hidden(card))]
            assert len(primary(card)) <= 1, name
            desk.shut()
    assert not wrong, "\n".join(wrong)
