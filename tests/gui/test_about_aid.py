"""What is to be known about the aid itself, from every screen and by keyboard alone."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from decision_aid import VERSION
from decision_aid.base.locale_words import day_words
from decision_aid.domain.clinic import Clinic, ContentReview, Phone
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui import help_words
from decision_aid.gui.about_aid import NO_CLINIC, TITLE
from decision_aid.gui.about_facts import terms
from decision_aid.gui.clinic_file import clinic_file
from decision_aid.gui.focus_ring import FocusRing
from decision_aid.gui.help_words import KEYS, STEP_HELP
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.pages import PAGES
from decision_aid.gui.theme import Theme, load_theme
from decision_aid.workspace.changes.phq9 import RatherTalk
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from tests.builders import TODAY, a_pack, a_session
from tests.full_form import cases
from tests.gui.driver import Driver, wear_theme
from tests.gui.sessions import empty_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]
GUI = Path(help_words.__file__).parent
CLOSE = "Close help and about"
ITEMS = "All 35 items, with what shows it"
CLINIC = Clinic(
    name="Clinic on the <b>Hill</b>",
    as_of=date(2026, 11, 1),
    phones=(Phone(text="Nurse line", number="555-0100"),),
    reviews=(ContentReview(by="A. Reviewer, MD", on=date(2026, 11, 2), version="1"),),
)


@pytest.fixture
def driver(open_window: OpenWindow) -> Driver:
    return open_window(a_pack(), a_session())


def focused_name() -> str:
    focused = QApplication.focusWidget()
    return focused.accessibleName() if focused else ""


def card(driver: Driver) -> Overlay:
    found = [one for one in driver.root.findChildren(Overlay) if one.accessibleName() == TITLE]
    (made,) = (one for one in found if one.is_open)
    return made


def scroll_area(driver: Driver) -> QScrollArea:
    (found,) = card(driver).findChildren(QScrollArea)
    return found


def test_on_every_screen_it_opens_begins_with_how_the_step_is_used_and_closes_with_escape(
    driver: Driver,
) -> None:
    for step, title, _ in PAGES:
        driver.window.open_step(step)
        driver.press(TITLE)
        assert driver.has(CLOSE), title
        texts = driver.texts()
        assert f"On this step: {title}" in texts
        assert set(STEP_HELP[step]) <= set(texts)
        driver.key(Qt.Key.Key_Escape)
        assert not driver.has(CLOSE), title


def test_by_keyboard_it_opens_goes_round_inside_and_gives_the_keyboard_back(
    driver: Driver,
) -> None:
    driver.focus(TITLE)
    driver.key(Qt.Key.Key_Return)
    assert focused_name() == TITLE
    assert isinstance(QApplication.focusWidget(), QLabel)
    for stop in (ITEMS, CLOSE, ITEMS, CLOSE):
        driver.key(Qt.Key.Key_Tab)
        assert focused_name() == stop
    driver.key(Qt.Key.Key_Space)
    assert not driver.has(CLOSE)
    assert focused_name() == TITLE
    assert isinstance(QApplication.focusWidget(), QWidget)
    driver.press(TITLE)
    assert driver.has(CLOSE), "it opens again"


@pytest.mark.usefixtures("dressed")
def test_the_ring_around_the_keyboard_outlives_it(driver: Driver) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    focused.clearFocus()
    driver.window.show_about()
    driver.key(Qt.Key.Key_Tab)
    assert focused_name() == ITEMS
    driver.key(Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    driver.focus("Next: About you")
    (ring,) = driver.root.findChildren(FocusRing)
    assert ring.isVisible()


@pytest.mark.usefixtures("dressed")
def test_it_is_read_by_the_keys_that_scroll_wherever_the_keyboard_is(driver: Driver) -> None:
    driver.press(TITLE)
    driver.press(ITEMS)
    bar = scroll_area(driver).verticalScrollBar()
    driver.focus(CLOSE)
    driver.key(Qt.Key.Key_Home)
    assert bar.value() == 0
    places = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp):
        driver.key(key)
        places.append(bar.value())
    assert 0 < places[0] < places[1] < places[2] == bar.maximum() > places[3]


def test_it_tells_versions_makers_dates_and_terms(open_window: OpenWindow) -> None:
    pack = real_pack()
    driver = open_window(pack, empty_session())
    driver.press(TITLE)
    told = pack.provenance
    for text in (
        VERSION, pack.version, told.review_note, told.authors, told.credentials, told.funding,
        told.conflicts, told.update_policy, told.search_method, told.licence, pack.not_advice,
        f"{told.reading_grade:g}, the median", day_words(told.published),
        day_words(told.next_review),
        day_words(pack.crisis.checked_on), "Apache", "SIL Open Font License", str(clinic_file()),
        NO_CLINIC, *pack.what_it_is_not, *(one.notice for one in pack.instruments),
    ):  # fmt: skip
        assert driver.reads(text), text
    for one in pack.instruments:
        driver.open(f"Terms of use: {one.name}")
        assert driver.reads(terms(one))
        assert "Copyright" in terms(one)


def test_the_counts_are_in_sight_and_every_item_is_behind_them(driver: Driver) -> None:
    driver.press(TITLE)
    assert driver.reads("Self-assessed against IPDASi v4.0; no one has certified it.")
    assert driver.reads("Certifying: ")
    assert not driver.reads("Not done yet. Needed:")
    driver.press(ITEMS)
    for item in ("1.1.1", "2.3.1", "Q12", "Q23"):
        assert driver.reads(f"{item}  ")
    assert driver.reads("Not done yet. Needed:")
    assert driver.reads("2.4.1")


def test_a_clinics_review_is_told_as_its_own_and_as_plain_text(driver: Driver) -> None:
    driver.window.workspace.take_clinic(CLINIC)
    driver.press(TITLE)
    assert driver.reads("A. Reviewer, MD")
    assert driver.reads("as the clinic states")
    assert driver.reads(a_pack().provenance.review_note)
    assert driver.reads("Clinic on the <b>Hill</b>, as of Nov 1, 2026")
    assert driver.reads("555-0100")
    assert not driver.reads(NO_CLINIC)


def test_help_opens_over_it(driver: Driver) -> None:
    driver.press(TITLE)
    driver.key(Qt.Key.Key_F1)
    driver.press("Close help")
    driver.press(CLOSE)


@pytest.mark.usefixtures("dressed")
def test_while_the_safety_card_stands_it_is_not_gone_round(driver: Driver) -> None:
    driver.window.workspace.apply(RatherTalk())
    driver.settle()
    with pytest.raises(AssertionError, match="covered"):
        driver.press(TITLE)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    "theme", cases(load_theme("contrast", 200), further=(load_theme("light"),))
)
def test_nothing_is_cut_off_at_any_size_of_text(open_window: OpenWindow, theme: Theme) -> None:
    driver = open_window(real_pack(), empty_session())
    wear_theme(theme)
    driver.window.resize(1280, 800)
    driver.press(TITLE)
    driver.press(ITEMS)
    scroll = scroll_area(driver)
    assert scroll.horizontalScrollBar().maximum() == 0
    for one in card(driver).card.findChildren(QLabel):
        if one.isVisible():
            assert one.height() >= one.heightForWidth(one.width()), one.text()
    assert driver.find(CLOSE).visibleRegion().boundingRect().height() >= 44


def late(due: date) -> Pack:
    first = a_pack().provenance
    return a_pack(provenance=replace(first, published=date(2000, 1, 1), next_review=due))


def test_content_whose_review_is_overdue_says_so_first(open_window: OpenWindow) -> None:
    sentence = "This content was due for review on May 6, 2001."
    driver = open_window(late(date(2001, 5, 6)), a_session())
    assert driver.reads(sentence)
    driver.press(TITLE)
    assert any(sentence in one.text() for one in card(driver).findChildren(QLabel))


def test_content_whose_review_lies_ahead_says_nothing_of_it(open_window: OpenWindow) -> None:
    driver = open_window(late(date(9999, 1, 1)), a_session(started_on=TODAY))
    assert not driver.reads("was due for review")
    driver.press(TITLE)
    assert not driver.reads("was due for review")


def test_every_shortcut_of_the_program_is_listed(driver: Driver) -> None:
    listed = " ".join(keys for keys, _ in KEYS).replace("Plus", "+").replace("Minus", "-")
    source = "".join(file.read_text(encoding="utf-8") for file in GUI.rglob("*.py"))
    named = set(re.findall(r'QKeySequence\("([^"]+)"\)', source))
    assert named >= {"F1", "Ctrl+Z"}
    assert not [one for one in named if one not in listed]
    driver.press(TITLE)
    assert {what for _, what in KEYS} <= set(driver.texts())


def test_tab_leads_to_every_button_of_the_bar_at_the_bottom(driver: Driver) -> None:
    driver.go("Options")
    driver.window.activateWindow()
    driver.focus(TITLE)
    for name in ("Back", "Next: What matters"):  # Undo and Redo are off: nothing was said
        driver.key(Qt.Key.Key_Tab)
        assert focused_name() == name
    driver.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused_name() == "Back"
