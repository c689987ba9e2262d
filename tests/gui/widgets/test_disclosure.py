from functools import partial

from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.disclosure import Disclosure
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.driver import wear_theme

LONG = "Feeling well enough in the evening to look after others and oneself for a while"


def drawn(shown: Disclosure, room: QRect) -> QRect:
    """What of a room is drawn upon."""
    image = shown.header.grab(room).toImage()
    ground = image.pixelColor(0, 0)
    columns = [
        x
        for x in range(image.width())
        if any(far(image.pixelColor(x, y), ground) for y in range(image.height()))
    ]
    return QRect(columns[0], 0, columns[-1] - columns[0] + 1, 1)


def far(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) > 20


def test_the_arrow_grows_with_the_text(qtbot: QtBot) -> None:
    widths = []
    for percent in (100, 200):
        theme = load_theme("light", percent)
        wear_theme(theme)
        shown = Disclosure("")
        qtbot.addWidget(shown)
        shown.open()
        shown.show()
        widths.append(drawn(shown, QRect(2, 2, theme.type["arrow"] - 2, 40)).width())
    assert widths[1] >= 1.7 * widths[0]


def test_a_long_title_wraps_and_is_never_cut(qtbot: QtBot) -> None:
    wear_theme(load_theme("light", 200))
    shown = Disclosure(LONG)
    qtbot.addWidget(shown)
    shown.resize(420, 400)
    shown.show()
    one_line = shown.header.fontMetrics().height()
    assert shown.header.width() <= 420
    assert shown.header.height() >= 3 * one_line
    assert shown.header.minimumSizeHint().width() < 420


def test_tab_comes_to_what_was_made_late_right_after_its_header(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    both = [Disclosure(title, holds=partial(two_buttons, title)) for title in ("One", "Two")]
    for one in both:
        column.addWidget(one)
    qtbot.addWidget(page)
    page.show()
    for one in reversed(both):
        one.open()
    both[0].header.setFocus()
    met = []
    for _ in range(6):
        focused = page.focusWidget()
        assert isinstance(focused, QPushButton)
        met.append(focused.text())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert met == ["One", "One a", "One b", "Two", "Two a", "Two b"]


def two_buttons(title: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    for one in "ab":
        column.addWidget(QPushButton(f"{title} {one}"))
    return made
