from decision_aid.gui.widgets.reading_order import tab_in_reading_order
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


def a_holder(qtbot: QtBot) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    qtbot.addWidget(holder)
    return holder, QVBoxLayout(holder)


def tabbed(holder: QWidget, first: QPushButton, count: int) -> list[str]:
    """What has the keyboard, from the first button on, while Tab is pressed."""
    holder.show()
    holder.activateWindow()
    QApplication.processEvents()
    first.setFocus()
    names = []
    for _ in range(count):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPushButton)
        names.append(focused.text())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return names


def test_what_was_put_in_later_but_stands_first_comes_first(qtbot: QtBot) -> None:
    holder, column = a_holder(qtbot)
    last, first, between = (QPushButton(name) for name in ("last", "first", "between"))
    column.addWidget(last)
    column.insertWidget(0, first)
    pane = QWidget()
    QVBoxLayout(pane).addWidget(between)
    column.insertWidget(1, pane)
    tab_in_reading_order(holder)
    assert tabbed(holder, first, 4) == ["first", "between", "last", "first"]


def test_what_stands_in_a_row_inside_keeps_the_order_it_was_added_in(qtbot: QtBot) -> None:
    holder, column = a_holder(qtbot)
    row = QHBoxLayout()
    left, right, below = (QPushButton(name) for name in ("left", "right", "below"))
    row.addWidget(left)
    row.addWidget(right)
    column.addLayout(row)
    column.addWidget(below)
    tab_in_reading_order(holder)
    assert tabbed(holder, left, 3) == ["left", "right", "below"]


def test_what_is_deleted_afterwards_takes_nothing_down(qtbot: QtBot) -> None:
    holder, column = a_holder(qtbot)
    for _ in range(20):
        pane = QWidget()
        inner, words = QVBoxLayout(pane), QVBoxLayout()
        words.addWidget(QPushButton("gone soon"))
        inner.addLayout(words)
        column.addWidget(pane)
        tab_in_reading_order(holder)
        pane.hide()
        pane.deleteLater()
        QApplication.processEvents()
    stays = QPushButton("stays")
    column.addWidget(stays)
    tab_in_reading_order(holder)
    assert tabbed(holder, stays, 2) == ["stays", "stays"]
