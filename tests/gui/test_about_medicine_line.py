"""Typing a medicine: the names below the line, by keyboard and mouse."""

import pytest
from decision_aid.domain.rules import Medicine
from decision_aid.gui.pages.about import AboutPage
from decision_aid.gui.pages.about_medicine_line import TypeAhead
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.one_page import OnePage

pytestmark = pytest.mark.usefixtures("undressed")

LINES = ("Add a medicine", "Add a treatment you tried")


@pytest.fixture
def page(qtbot: QtBot) -> OnePage:
    more = (
        Medicine(id="st. john's wort", classes=("ssri",)),
        Medicine(id="sertindole", classes=("ssri",)),
    )
    return OnePage(qtbot, AboutPage, a_pack(medicines=(*a_pack().medicines, *more)), a_session())


def names(page: OnePage, line: str = LINES[0]) -> QAbstractItemView:
    """The list below a line."""
    completer = page.find(line, QLineEdit).findChild(TypeAhead)
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    return popup


def offered(page: OnePage, line: str = LINES[0]) -> list[str]:
    """What the list below a line offers; nothing where it is not to be seen."""
    popup = names(page, line)
    model = popup.model()
    rows = range(model.rowCount()) if popup.isVisible() else range(0)
    return [str(model.index(row, 0).data()) for row in rows]


def text(page: OnePage, line: str = LINES[0]) -> str:
    return page.find(line, QLineEdit).text()


def listed(page: OnePage) -> list[str]:
    return [one.name for one in page.session.about.taking]


def press(page: OnePage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(names(page), key)
        page.settle()


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("sert", ["sertindole", "sertraline"]),
        ("ZOLO", ["Zoloft (sertraline)"]),
        ("john", ["st. john's wort"]),
        ("zolft", ["Did you mean Zoloft (sertraline)?"]),
        ("coffee", []),
        ("ZOLOFT", []),
        ("s", []),
    ],
)
def test_names_that_fit_what_is_typed_are_offered_below_the_line(
    page: OnePage, line: str, typed: str, wanted: list[str]
) -> None:
    page.type(line, typed)
    assert offered(page, line) == wanted


def test_nothing_of_the_list_is_chosen_at_first_and_enter_adds_what_was_typed(
    page: OnePage,
) -> None:
    page.type(LINES[0], "zolo")
    assert not names(page).currentIndex().isValid()
    press(page, Qt.Key.Key_Return)
    assert listed(page) == ["zolo"]
    assert offered(page) == []
    assert text(page) == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_name_chosen_by_keyboard_goes_into_the_line_and_is_added_by_the_next_enter(
    page: OnePage, key: Qt.Key
) -> None:
    page.type(LINES[0], "sert")
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert text(page) == "sert"
    press(page, key)
    assert text(page) == "sertraline"
    assert listed(page) == []
    assert offered(page) == []
    page.type(LINES[0], " 50 mg", enter=True)
    assert listed(page) == ["sertraline 50 mg"]
    assert text(page) == ""


def test_a_medicine_typed_and_left_in_the_line_is_on_the_list(page: OnePage) -> None:
    page.type(LINES[0], "Nard")
    assert listed(page) == []
    press(page, Qt.Key.Key_Tab)
    assert listed(page) == ["Nard"]
    assert text(page) == ""


def test_escape_leaves_the_line_as_it_was_typed(page: OnePage) -> None:
    page.type(LINES[0], "zolft")
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert text(page) == "zolft"
    assert offered(page) == []
    assert listed(page) == []


@pytest.mark.usefixtures("dressed")
def test_a_name_is_chosen_with_the_mouse(page: OnePage) -> None:
    page.type(LINES[0], "zolft")
    popup = names(page)
    at = popup.visualRect(popup.model().index(0, 0)).center()
    QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=at)
    page.settle()
    assert text(page) == "Zoloft"
    assert listed(page) == []


def test_the_list_follows_what_is_typed_on_and_taken_back(page: OnePage) -> None:
    page.type(LINES[0], "sert")
    QTest.keyClicks(names(page), "ra")
    assert offered(page) == ["sertraline"]
    press(page, *[Qt.Key.Key_Backspace] * 2)
    assert offered(page) == ["sertindole", "sertraline"]
    press(page, *[Qt.Key.Key_Backspace] * 4)
    assert offered(page) == []


@pytest.mark.usefixtures("dressed")
def test_a_row_too_long_for_the_window_is_cut_where_it_is_seen_not_where_it_is_heard(
    page: OnePage,
) -> None:
    page.page.resize(240, 700)
    page.type(LINES[0], "zolft")
    index = names(page).model().index(0, 0)
    assert str(index.data()).endswith("…")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Did you mean Zoloft (sertraline)?"


def test_the_list_has_a_name_for_those_who_hear_it(page: OnePage) -> None:
    assert names(page).accessibleName() == "Names it may be"


@pytest.mark.usefixtures("dressed")
def test_a_name_is_chosen_with_a_finger(page: OnePage) -> None:
    page.type(LINES[0], "zolft")
    popup = names(page)
    row = popup.visualRect(popup.model().index(0, 0))
    assert row.height() >= 44
    finger = QTest.createTouchDevice()
    QTest.touchEvent(popup.viewport(), finger).press(0, row.center(), popup.viewport()).commit()
    QTest.touchEvent(popup.viewport(), finger).release(0, row.center(), popup.viewport()).commit()
    page.settle()
    assert text(page) == "Zoloft"
    assert listed(page) == []
