import pytest
from decision_aid.gui import safe
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.pressable import Pressable
from decision_aid.gui.widgets.side_by_side import Cell, Row, SideBySide
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.gui.driver import wear_theme

COLUMNS = 5


class Answer(Cell):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.column = safe.label("Column")
        self.add(self.column, safe.label(text))

    def name_column(self, *, shown: bool) -> None:
        self.column.setVisible(shown)


def a_table(qtbot: QtBot, width: int) -> tuple[SideBySide, tuple[Row, ...]]:
    wear_theme(load_theme())
    table = SideBySide()
    qtbot.addWidget(table)
    heads = [Pressable(f"Option {place}") for place in range(COLUMNS)]
    bands = [safe.label("First kind"), safe.label("Second kind")]
    rows = tuple(
        Row(
            safe.label(f"Question {asked}"),
            tuple(Answer(f"A long answer number {place} to it") for place in range(COLUMNS)),
            bands[asked // 2],
        )
        for asked in range(3)
    )
    table.fill(heads, rows)
    table.resize(width, 100)
    table.show()
    table.resize(width, table.heightForWidth(width))
    return table, rows


def test_wide_it_has_a_column_for_every_option(qtbot: QtBot) -> None:
    table, rows = a_table(qtbot, 980)
    assert not table.stacked
    tops = {cell.y() for cell in rows[0].cells}
    lefts = [cell.x() for cell in rows[0].cells]
    assert len(tops) == 1
    assert lefts == sorted(set(lefts))


def test_narrow_the_answers_stand_below_each_other_and_name_their_column(qtbot: QtBot) -> None:
    table, rows = a_table(qtbot, 420)
    assert table.stacked
    assert len({cell.y() for cell in rows[0].cells}) == COLUMNS
    assert all(isinstance(one, Answer) and one.column.isVisibleTo(table) for one in rows[0].cells)


@pytest.mark.parametrize("width", [320, 700, 980])
def test_nothing_is_cut_or_laid_over_something_else(qtbot: QtBot, width: int) -> None:
    table, rows = a_table(qtbot, width)
    cells = [cell for row in rows for cell in row.cells]
    for cell in cells:
        assert table.rect().contains(cell.geometry())
        for text in cell.findChildren(QLabel):
            if text.isVisibleTo(cell):
                assert text.height() >= text.heightForWidth(text.width())
    areas = [cell.geometry() for cell in cells]
    assert not any(one.intersects(other) for i, one in enumerate(areas) for other in areas[i + 1 :])


def test_a_panel_opens_right_below_its_row(qtbot: QtBot) -> None:
    table, rows = a_table(qtbot, 980)
    before = table.heightForWidth(980)
    panel = safe.label("What lies behind it")
    table.open_under(1, panel)
    assert panel.y() == rows[1].question.geometry().bottom() + 1
    assert rows[2].question.y() > panel.geometry().bottom()
    table.shut()
    assert table.heightForWidth(980) == before


def test_rows_can_be_left_out(qtbot: QtBot) -> None:
    table, rows = a_table(qtbot, 980)
    before = table.heightForWidth(980)
    table.show_rows([True, False, True])
    assert not rows[1].question.isVisibleTo(table)
    assert table.heightForWidth(980) < before


def test_each_kind_of_rows_has_one_heading(qtbot: QtBot) -> None:
    _, rows = a_table(qtbot, 980)
    first, second = rows[0].band, rows[2].band
    assert first.y() < rows[0].question.y()
    assert rows[1].question.geometry().bottom() < second.y() < rows[2].question.y()


def test_a_heading_without_rows_is_left_out(qtbot: QtBot) -> None:
    table, rows = a_table(qtbot, 980)
    table.show_rows([False, False, True])
    assert not rows[0].band.isVisibleTo(table)
    assert rows[2].band.isVisibleTo(table)


def test_narrow_a_heading_stands_over_its_rows_without_the_columns(qtbot: QtBot) -> None:
    _, rows = a_table(qtbot, 420)
    assert rows[1].cells[-1].geometry().bottom() < rows[2].band.y() < rows[2].question.y()


def settle() -> None:
    QApplication.processEvents()
    QApplication.processEvents()


def test_what_opens_inside_a_panel_gets_its_room(qtbot: QtBot) -> None:
    table, rows = a_table(qtbot, 980)
    more = Disclosure("More")
    more.body.addWidget(safe.label("Much more of it\n" * 9))
    table.open_under(1, more)
    settle()
    shut, below = more.height(), rows[2].question.y()
    more.open()
    settle()
    assert more.height() >= shut + 9 * more.fontMetrics().height()
    assert rows[2].question.y() - below == more.height() - shut
    more.shut()
    settle()
    assert (more.height(), rows[2].question.y()) == (shut, below)
