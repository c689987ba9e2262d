import pytest
from decision_aid.gui import safe
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.segmented import FoldingButton, SegmentedChoice, folding_button
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.driver import Driver, wear_theme
from tests.gui.fitting import cut

CHOICES = [(0, "Not at all"), (1, "Some"), (2, "Most")]


@pytest.fixture
def shown(qtbot: QtBot) -> tuple[SegmentedChoice, Driver, list[object]]:
    wear_theme(load_theme())
    made = SegmentedChoice("Sleep", CHOICES)
    told: list[object] = []
    made.chosen.connect(told.append)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made, Driver(qtbot, made), told


Shown = tuple[SegmentedChoice, Driver, list[object]]


def test_nothing_is_chosen_at_first(shown: Shown) -> None:
    made, _, told = shown
    assert made.value is None
    assert not told


def test_pressing_chooses_one_and_says_so_once(shown: Shown) -> None:
    made, driver, told = shown
    driver.choose("Sleep", "Some")
    driver.choose("Sleep", "Not at all")
    assert told == [1, 0]
    assert made.value == 0
    assert not driver.is_chosen("Sleep", "Some")


def test_pressing_the_chosen_one_takes_it_back(shown: Shown) -> None:
    made, driver, told = shown
    driver.choose("Sleep", "Most")
    driver.choose("Sleep", "Most")
    assert told == [2, None]
    assert made.value is None


def test_showing_a_choice_says_nothing(shown: Shown) -> None:
    made, driver, told = shown
    made.choose(0)
    assert driver.is_chosen("Sleep", "Not at all")
    made.choose(None)
    assert made.value is None
    assert not told


def role(widget: QWidget) -> QAccessible.Role:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.role()


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def between_two_lines(qtbot: QtBot, made: SegmentedChoice) -> Driver:
    """A choice with a line to type in before and after it."""
    page = QWidget()
    column = QVBoxLayout(page)
    for one in (safe.line_edit("Before"), made, safe.line_edit("After")):
        column.addWidget(one)
    qtbot.addWidget(page)
    page.show()
    return Driver(qtbot, page)


def test_to_a_screen_reader_it_is_a_group_of_radio_buttons(shown: Shown) -> None:
    made, driver, _ = shown
    assert role(made) == QAccessible.Role.Grouping
    assert {role(one) for one in made.findChildren(QPushButton)} == {QAccessible.Role.RadioButton}
    driver.choose("Sleep", "Some")
    driver.choose("Sleep", "Some")
    assert role(driver.find("Sleep: Some")) == QAccessible.Role.RadioButton
    assert made.accessibleDescription() == "Keys 0 to 2 choose. Delete takes the answer back."


@pytest.mark.parametrize("answer", [None, 0, 2])
def test_tab_stops_once_at_the_chosen_one_or_else_the_first(
    qtbot: QtBot, answer: int | None
) -> None:
    made = SegmentedChoice("Sleep", CHOICES)
    driver = between_two_lines(qtbot, made)
    made.choose(answer)
    here = f"Sleep: {('Not at all', 'Some', 'Most')[answer or 0]}"
    driver.focus("Before")
    driver.key(Qt.Key.Key_Tab)
    assert focused() == here
    driver.key(Qt.Key.Key_Tab)
    assert focused() == "After"
    driver.key(Qt.Key.Key_Backtab)
    assert focused() == here


def test_tab_chooses_nothing_and_the_first_arrow_only_the_first_step(qtbot: QtBot) -> None:
    made = SegmentedChoice("Sleep", CHOICES)
    told: list[object] = []
    made.chosen.connect(told.append)
    driver = between_two_lines(qtbot, made)
    driver.focus("Before")
    driver.key(Qt.Key.Key_Tab)
    assert made.value is None
    assert not told
    driver.key(Qt.Key.Key_Right)
    assert told == [0]
    assert focused() == "Sleep: Not at all"


def test_arrows_choose_the_next_one_round_and_round(shown: Shown) -> None:
    made, driver, told = shown
    made.choose(1)
    made.take_focus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left):
        driver.key(key)
    assert told == [2, 0, 2]
    assert focused() == "Sleep: Most"
    assert driver.is_chosen("Sleep", "Most")


def test_where_a_choice_does_something_at_once_arrows_only_move(qtbot: QtBot) -> None:
    made = SegmentedChoice("Sleep", CHOICES, arrows_choose=False)
    told: list[object] = []
    made.chosen.connect(told.append)
    driver = between_two_lines(qtbot, made)
    driver.focus("Sleep: Some")
    driver.key(Qt.Key.Key_Right)
    driver.key(Qt.Key.Key_Right)
    assert focused() == "Sleep: Not at all"
    assert not told
    driver.key(Qt.Key.Key_Space)
    assert told == [0]


def test_a_digit_chooses_at_once_and_again_changes_nothing(shown: Shown) -> None:
    made, driver, told = shown
    made.take_focus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_2, Qt.Key.Key_7, Qt.Key.Key_0):
        driver.key(key)
    assert told == [2, 0]
    assert focused() == "Sleep: Not at all"


def test_a_digit_means_nothing_where_the_steps_are_not_numbers(qtbot: QtBot) -> None:
    made = SegmentedChoice("Paper", [("a4", "A4"), (True, "Letter")], can_unchoose=False)
    driver = between_two_lines(qtbot, made)
    made.take_focus()
    driver.key(Qt.Key.Key_1)
    assert made.value is None
    assert not made.accessibleDescription()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_takes_the_choice_back_once(shown: Shown, key: Qt.Key) -> None:
    made, driver, told = shown
    made.choose(2)
    made.take_focus()
    driver.key(key)
    driver.key(key)
    assert made.value is None
    assert told == [None]
    driver.key(Qt.Key.Key_Right)
    assert told == [None, 2]


def test_what_cannot_be_taken_back_is_not_deleted(qtbot: QtBot) -> None:
    made = SegmentedChoice("Sleep", CHOICES, can_unchoose=False)
    driver = between_two_lines(qtbot, made)
    made.choose(2)
    made.take_focus()
    driver.key(Qt.Key.Key_Delete)
    driver.key(Qt.Key.Key_Space)
    assert made.value == 2


def test_keys_with_ctrl_or_alt_are_left_to_the_window(shown: Shown) -> None:
    made, driver, told = shown
    made.take_focus()
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        for key in (Qt.Key.Key_1, Qt.Key.Key_Right, Qt.Key.Key_Delete):
            driver.key(key, modifier)
    assert not told


def test_choosing_moves_nothing(shown: Shown) -> None:
    made, driver, _ = shown
    before = [one.geometry() for one in made.findChildren(QPushButton)]
    driver.choose("Sleep", "Some")
    assert [one.geometry() for one in made.findChildren(QPushButton)] == before


def test_where_the_row_does_not_fit_the_choices_stack_and_none_is_cut(shown: Shown) -> None:
    made, driver, _ = shown
    made.resize(made.sizeHint().width() // 2, 400)
    driver.settle()
    buttons = made.findChildren(QPushButton)
    assert len({one.y() for one in buttons}) == len(buttons)
    assert all(one.width() >= one.sizeHint().width() for one in buttons)
    assert all(one.height() >= 44 for one in buttons)


def test_a_choice_longer_than_its_room_goes_on_in_a_second_line(qtbot: QtBot) -> None:
    wear_theme(load_theme())
    words = "Swallowed or melted in the mouth & “let go”"
    made = SegmentedChoice("Form", [("a", "Spray"), ("b", words)])
    qtbot.addWidget(made)
    long = made.findChildren(QPushButton)[1]
    driver = Driver(qtbot, made)
    for width, lines in ((made.sizeHint().width(), 1), (long.minimumSizeHint().width(), 2)):
        made.resize(width, 300)
        made.show()
        driver.settle()
        assert len(long.text().split("\n")) == lines
        assert " ".join(long.text().split("\n")) == words.replace("&", "&&")
        assert list(cut(made)) == []
        assert long.width() <= width
    assert long.accessibleName() == f"Form: {words}"


def by_style(button: FoldingButton) -> QSize:
    """Room for what a button says now, in bold, as the style itself would have it."""
    bold, option = QFont(button.font()), QStyleOptionButton()
    bold.setWeight(QFont.Weight.DemiBold)
    button.initStyleOption(option)
    words = QFontMetrics(bold).size(Qt.TextFlag.TextShowMnemonic, button.text())
    kind = QStyle.ContentsType.CT_PushButton
    return button.style().sizeFromContents(kind, option, words, button)


@pytest.mark.parametrize("percent", [100, 125, 150, 200])
def test_it_takes_the_room_the_style_sheet_gives_in_one_line_and_in_two(
    qtbot: QtBot, percent: int
) -> None:
    wear_theme(load_theme("light", percent))
    row = SegmentedChoice("Form", [(1, "Melted in the mouth"), (2, "As a spray"), (3, "A drip")])
    alone = folding_button("Go back to What matters")
    for shown in (row, alone):
        qtbot.addWidget(shown)
        shown.show()
    # Only its first one has an edge at the left: all others are as wide as if they had one, too.
    segment = row.findChild(FoldingButton)
    assert isinstance(segment, FoldingButton)
    for button, spare in ((segment, 2), (alone, 0)):
        wide, narrow = button.sizeHint().width(), button.minimumSizeHint().width()
        for width, lines in ((wide, 1), (narrow, 2)):
            button.resize(width, button.heightForWidth(width))
            assert len(button.text().split("\n")) == lines
            assert button.size() == by_style(button) + QSize(spare, 0)
