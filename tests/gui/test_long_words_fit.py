"""Large print and a language of long words, in a small window: nothing is cut, nothing too wide."""

from collections.abc import Callable, Iterator

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.crisis_card import CrisisCard
from decision_aid.gui.crisis_contacts import CrisisContacts
from decision_aid.gui.notice import Notice
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.patient_screen import PatientScreen
from decision_aid.gui.provider_prompts import ProviderPrompts
from decision_aid.gui.theme import load_theme
from decision_aid.gui.top_bar import TopBar
from decision_aid.gui.widgets.disclosure import Disclosure
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from tests.full_form import cases
from tests.gallery.states import states
from tests.gui.driver import Driver, wear_theme
from tests.gui.fitting import cut, hidden
from tests.gui.test_every_page_fits import NARROW, pages
from tests.pseudo import pseudo, pseudo_pack, speaking_pseudo

OpenWindow = Callable[[Pack, Session], Driver]
WIDE = (1920, 1080)
NAMES = "English", "Русский"


@pytest.fixture(autouse=True)
def _spoken() -> Iterator[None]:
    with speaking_pseudo():
        yield
    for one in QApplication.topLevelWidgets():
        if isinstance(one, PatientScreen):
            one.close()


def a_window(open_window: OpenWindow, state: str, percent: int) -> Driver:
    """A window that was wide, and is narrow now."""
    wear_theme(load_theme("light", percent))
    driver = open_window(pseudo_pack(), states(pseudo_pack())[state])
    driver.window.open_step("options")
    for size in (WIDE, NARROW):
        driver.window.resize(*size)
        settled(driver)
    driver.window.open_step("welcome")
    return driver


def settled(driver: Driver) -> None:
    for _ in range(4):
        driver.settle()


def seen(widget: QWidget, window: QWidget) -> QRect:
    """What of a widget is inside of its window and of all that holds it."""
    left = QRect(widget.rect())
    here: QWidget | None = widget
    while here is not None and here is not window:
        left = left.translated(here.pos())
        here = here.parentWidget()
        left &= QRect() if here is None else here.rect()
    return left


@pytest.mark.parametrize(
    ("state", "percent"),
    cases(
        ("full", 200),
        further=tuple(
            (state, percent)
            for state in ("empty", "half", "full", "gated", "close", "counselor", "long")
            for percent in (100, 125, 150, 200)
        ),
    ),
)
def test_every_page_fits_into_a_window_that_was_wide(
    open_window: OpenWindow, state: str, percent: int
) -> None:
    driver = a_window(open_window, state, percent)
    assert driver.window.width() == NARROW[0]
    wrong: list[str] = []
    for title in pages(driver):
        page = driver.window.page
        wrong += [f"{title}: {one}" for one in (*cut(driver.root), *hidden(page))]
        assert driver.window.width() == NARROW[0], title
        assert page.content_width <= page.seen_width, title
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("percent", cases(200, further=(100, 125, 150)))
def test_the_sums_fit_with_all_of_them_open(open_window: OpenWindow, percent: int) -> None:
    driver = a_window(open_window, "full", percent)
    driver.window.open_step("weigh")
    for _layer in range(2):  # an option's own sum is made when all of them are opened
        for one in driver.window.page.findChildren(Disclosure):
            one.open()
        settled(driver)
    settled(driver)
    page = driver.window.page
    assert [*cut(page), *hidden(page)] == []
    assert page.content_width <= page.seen_width


@pytest.mark.parametrize("percent", cases(200, further=(100, 125, 150)))
def test_the_strip_of_the_patient_screen_has_room_beside_what_is_said_at_the_foot(
    open_window: OpenWindow, percent: int
) -> None:
    driver = a_window(open_window, "full", percent)
    (bar,) = driver.root.findChildren(TopBar)
    bar.offer_languages()
    bar.put_lock()
    driver.press(pseudo("Patient screen"))
    settled(driver)
    (told,) = (one for one in driver.root.findChildren(Notice) if one.isVisible())
    whole = [*told.findChildren(QLabel), *driver.root.findChildren(QAbstractButton)]
    for one in whole:
        if one.isVisible() and not driver.window.page.isAncestorOf(one):
            assert seen(one, driver.root).size() == one.size(), one.accessibleName()
    assert [*cut(driver.root)] == []
    assert (driver.window.width(), driver.window.height()) == NARROW
    driver.press(pseudo("Close notice"))


@pytest.mark.parametrize("percent", cases(200, further=(100, 125, 150)))
def test_the_top_bar_has_room_for_all_of_its_buttons(open_window: OpenWindow, percent: int) -> None:
    driver = a_window(open_window, "empty", percent)
    (bar,) = driver.root.findChildren(TopBar)
    bar.offer_languages()
    bar.put_lock()
    settled(driver)
    assert [*cut(bar)] == []
    driver.find(pseudo("Lock the program"))
    assert driver.window.width() == NARROW[0]


def test_what_says_nothing_takes_no_line_below_what_providers_ask(open_window: OpenWindow) -> None:
    driver = a_window(open_window, "full", 200)
    settled(driver)
    (prompts,) = (one for one in driver.root.findChildren(ProviderPrompts) if one.isVisible())
    assert prompts.header.text().count(" ") > 2
    assert prompts.height() - prompts.header.height() < driver.window.fontMetrics().height()


def test_the_languages_are_in_sight_when_the_bar_leads_to_them(open_window: OpenWindow) -> None:
    driver = a_window(open_window, "empty", 200)
    driver.window.dressing.offer(("en", "ru"))
    (bar,) = driver.root.findChildren(TopBar)
    bar.language_wanted.emit()
    settled(driver)
    question = pseudo("{question}: {answer}").format(question=pseudo("Language"), answer="{}")
    rows = [driver.find(question.format(name)) for name in NAMES]
    for row in rows:
        assert seen(row, driver.root).size() == row.size(), row.accessibleName()


@pytest.mark.parametrize("size", cases((960, 1000), further=((1280, 800),)))
def test_a_long_heading_is_not_cut_on_the_patient_screen(
    open_window: OpenWindow, size: tuple[int, int]
) -> None:
    driver = a_window(open_window, "full", 200)
    driver.press(pseudo("Patient screen"))
    shown = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    screen = next(one for one in shown if isinstance(one, PatientScreen))
    screen.resize(*size)
    settled(driver)
    assert [*cut(screen)] == []
    heading = next(one for one in screen.findChildren(QLabel) if one.property("role") == "title")
    assert not seen(heading, screen).isEmpty()
    assert (screen.width(), screen.height()) == size


def test_whom_to_call_is_seen_first_where_the_card_is_higher_than_the_window(
    open_window: OpenWindow,
) -> None:
    driver = a_window(open_window, "empty", 200)
    driver.press(pseudo("Need help now?"))
    settled(driver)
    (card,) = driver.root.findChildren(CrisisCard)
    (contacts,) = card.findChildren(CrisisContacts)
    first = next(one for one in contacts.findChildren(QLabel) if one.text())
    assert not card.is_whole
    for label in (card.heading, first):
        assert seen(label, driver.root).size() == label.size(), label.text()


@pytest.mark.parametrize("card", ["Display", "Need help now?"])
def test_a_card_higher_than_the_window_says_so_until_its_end_is_seen(
    card: str, open_window: OpenWindow
) -> None:
    driver = a_window(open_window, "empty", 200)
    driver.press(pseudo(card))
    settled(driver)
    more = pseudo("There is more below: scroll down.")
    assert driver.reads(more)
    (over,) = (one for one in driver.root.findChildren(Overlay) if one.is_open)
    (scroll,) = over.findChildren(QScrollArea)
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    settled(driver)
    assert not driver.reads(more)
