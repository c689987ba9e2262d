import pytest
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.driver import wear_theme


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    wear_theme(load_theme())
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def field(page: QWidget) -> GrowingEdit:
    made = GrowingEdit("Words", "In our own words")
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    column.addStretch(1)
    page.resize(300, 600)
    page.show()
    return made


def test_it_grows_with_its_words_and_shows_all_of_them(field: GrowingEdit) -> None:
    low = field.height()
    assert low >= 44
    field.fill("many words that were decided together " * 8)
    QWidget.window(field).grab()
    assert field.height() > 3 * low
    assert field.verticalScrollBar().maximum() == 0
    field.clear()
    assert field.height() == low


def test_enter_and_pasted_lines_break_no_line(field: GrowingEdit) -> None:
    edited: list[str] = []
    finished: list[bool] = []
    field.edited.connect(edited.append)
    field.finished.connect(lambda: finished.append(True))
    field.fill("One")
    assert edited == []
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClick(field, Qt.Key.Key_Return)
    pasted = QMimeData()
    pasted.setText(" two\nthree")
    field.insertFromMimeData(pasted)
    assert field.text() == "One two three"
    assert edited == ["One two three"]
    assert finished == [True]


def test_no_more_is_taken_than_a_line_takes(field: GrowingEdit) -> None:
    field.fill("x" * 5000)
    assert len(field.text()) == 4000


def test_tab_leaves_it(field: GrowingEdit) -> None:
    field.activateWindow()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == ""
    assert not field.hasFocus()
