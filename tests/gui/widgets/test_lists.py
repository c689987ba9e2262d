from decision_aid.gui import safe
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice, TickList
from decision_aid.gui.widgets.choice_row import OneRow
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.text_list import LineNames, TextList
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.gui.driver import Driver, wear_theme

CHOICES = (
    RowChoice("stay", "Stay with <current> care"),
    RowChoice("go", "Go & see", "A longer word"),
)
CONCERNS = LineNames("Concern {number}", "New concern", "Add concern", "Remove concern {number}")


def shown(qtbot: QtBot, widget: ChoiceList | TickList | TextList) -> Driver:
    wear_theme(load_theme())
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    widget.show()
    return Driver(qtbot, widget)


def test_a_choice_list_starts_empty_and_tells_each_choice_once(qtbot: QtBot) -> None:
    made = ChoiceList("Leaning", CHOICES)
    told: list[object] = []
    made.chosen.connect(told.append)
    driver = shown(qtbot, made)
    assert made.value is None
    driver.choose("Leaning", "Go & see")
    driver.choose("Leaning", "Stay with <current> care")
    driver.choose("Leaning", "Stay with <current> care")
    assert told == ["go", "stay", None]
    assert driver.reads("Stay with <current> care")


def test_what_may_not_be_taken_back_stays_chosen(qtbot: QtBot) -> None:
    made = ChoiceList("Leaning", CHOICES, can_unchoose=False)
    driver = shown(qtbot, made)
    driver.choose("Leaning", "Go & see")
    driver.choose("Leaning", "Go & see")
    assert made.value == "go"


def test_a_tick_list_tells_all_that_is_ticked_in_its_own_order(qtbot: QtBot) -> None:
    made = TickList("Here", CHOICES)
    told: list[object] = []
    made.ticked.connect(told.append)
    driver = shown(qtbot, made)
    driver.choose("Here", "Go & see")
    driver.choose("Here", "Stay with <current> care")
    driver.choose("Here", "Go & see")
    assert told == [("go",), ("stay", "go"), ("stay",)]
    made.tick(("go",))
    assert made.values == ("go",)
    assert len(told) == 3


def test_arrows_walk_the_rows(qtbot: QtBot) -> None:
    driver = shown(qtbot, ChoiceList("Leaning", CHOICES))
    driver.focus("Leaning: Go & see")
    driver.key(Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Leaning: Stay with <current> care"


def test_the_rows_are_radio_buttons_and_one_stop_of_tab(qtbot: QtBot) -> None:
    made = ChoiceList("Leaning", CHOICES)
    driver = shown(qtbot, made)
    driver.choose("Leaning", "Go & see")
    driver.choose("Leaning", "Stay with <current> care")
    for row in made.findChildren(OneRow):
        interface = QAccessible.queryAccessibleInterface(row)
        assert interface is not None
        assert interface.role() == QAccessible.Role.RadioButton
    stops = [
        row for row in made.findChildren(OneRow) if row.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [row.accessibleName() for row in stops] == ["Leaning: Stay with <current> care"]


def test_a_text_list_adds_edits_and_removes(qtbot: QtBot) -> None:
    made = TextList(CONCERNS)
    told: list[tuple[str, ...]] = []
    made.changed.connect(told.append)
    made.changed.connect(made.present)
    driver = shown(qtbot, made)
    driver.type("New concern", "  <b>alone</b> & afraid ", enter=True)
    driver.type("New concern", "cost")
    driver.press("Add concern")
    driver.type("Concern 2", "s", enter=True)
    driver.press("Remove concern 1")
    assert told == [
        ("<b>alone</b> & afraid",),
        ("<b>alone</b> & afraid", "cost"),
        ("<b>alone</b> & afraid", "costs"),
        ("costs",),
    ]
    assert driver.find("Concern 1", GrowingEdit).text() == "costs"


def test_a_text_list_adds_no_empty_line(qtbot: QtBot) -> None:
    made = TextList(CONCERNS)
    told: list[object] = []
    made.changed.connect(told.append)
    driver = shown(qtbot, made)
    driver.type("New concern", "   ", enter=True)
    assert not told


def test_a_keyed_list_keeps_the_widgets_whose_keys_stay(qtbot: QtBot) -> None:
    made = KeyedList[str, QLabel](safe.label)
    qtbot.addWidget(made)
    one, two = made.show_keys(["one", "two"])
    assert made.show_keys(["two", "three", "one"]) == (
        two,
        made.show_keys(["two", "three", "one"])[1],
        one,
    )
    assert [label.text() for label in made.show_keys(["three"])] == ["three"]
