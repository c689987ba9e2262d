"""A table of texts: columns where there is room; where not, a list that says as much."""

from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.text_table import TextTable
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.gui.driver import wear_theme
from tests.gui.fitting import cut

HEADS = ("What matters", "Value", "Weight")
WIDE, NARROW = 600, 200


def a_table(qtbot: QtBot) -> TextTable:
    wear_theme(load_theme("light", 100))
    made = TextTable("Sums", HEADS, (2, 1, 1))
    qtbot.addWidget(made)
    made.add_row(("Feeling better soon", "0.3", "0.105"))
    made.add_note("From one trial.")
    made.add_row(("A gain that lasts", "", "0.2"))
    made.add_total("Score", "0.7")
    made.resize(WIDE, 400)
    made.show()
    return made


def read(table: TextTable, width: int) -> list[str]:
    """What is seen of it, from the top, line by line."""
    table.resize(width, 400)
    for _ in range(3):
        QApplication.processEvents()
    seen = [one for one in table.findChildren(QLabel) if one.isVisible() and one.text()]
    return [one.text() for one in sorted(seen, key=lambda one: (one.y(), one.x()))]


def test_a_narrow_table_says_at_each_text_which_column_it_is_from(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    first = ["Feeling better soon", "0.3", "0.105", "From one trial."]
    assert read(table, WIDE) == [*HEADS, *first, "A gain that lasts", "0.2", "Score", "0.7"]
    row = ["Feeling better soon", "Value: 0.3", "Weight: 0.105", "From one trial."]
    rest = ["A gain that lasts", "Weight: 0.2", "Score", "0.7"]
    assert read(table, NARROW) == ["What matters", *row, *rest]
    assert [*cut(table)] == []
    assert table.minimumSizeHint().width() <= NARROW
    assert read(table, WIDE)[:3] == [*HEADS], "and back"


def test_what_is_written_in_a_row_stands_in_both_forms(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    assert "Weight: 0.2" in read(table, NARROW)
    table.write_row(1, ("A gain that lasts", "1", "0.4"), "small_strong")
    assert read(table, NARROW)[5:8] == ["A gain that lasts", "Value: 1", "Weight: 0.4"]
    table.add_row(("Cost", "0", "0"))
    assert read(table, WIDE)[7:10] == ["A gain that lasts", "1", "0.4"]
    assert read(table, WIDE)[-3:] == ["Cost", "0", "0"]
    assert read(table, NARROW)[-3:] == ["Cost", "Value: 0", "Weight: 0"]


def test_in_larger_print_the_same_table_becomes_a_list_without_another_width(qtbot: QtBot) -> None:
    table = a_table(qtbot)
    assert read(table, 400)[:3] == [*HEADS]
    wear_theme(load_theme("light", 200))
    assert read(table, 400)[2] == "Value: 0.3"
