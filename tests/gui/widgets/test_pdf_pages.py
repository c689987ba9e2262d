from functools import cache
from io import BytesIO

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.pdf_pages import FIT, PdfPages
from decision_aid.gui.widgets.pdf_paper import Paper
from decision_aid.gui.widgets.read_text import ReadText
from decision_aid.report.document import Bullets, Document, Heading, Paragraph, Part, PartId, Table
from decision_aid.report.document import Column as Titled
from decision_aid.report.pdf import render
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from tests.gui.driver import Driver, wear_theme
from tests.gui.sessions import DAY

NUMBERS: tuple[PartId, ...] = ("person", "record", "sources")


def a_part(number: int) -> Part:
    blocks = (
        Heading(f"Heading {number}"),
        Paragraph("A line that is so long that it goes on in another one. " * 3),
        Bullets(("first & <b>last</b>", "second")),
        Table(columns=(Titled("What"), Titled("How")), rows=(("Sleep", "well"),)),
    )
    return Part(id=NUMBERS[number], title=f"Part {number}", subtitle="under it", blocks=blocks)


@cache
def a_pdf(count: int = 3) -> bytes:
    return render(
        Document(
            title="Title",
            parts=tuple(a_part(number) for number in range(count)),
            on=DAY,
            pack="pack",
            version="1.0.0",
            language="en",
            label="",
            not_advice="Not advice.",
        ),
        paper="letter",
    )


class Shown(Driver):
    """The pages inside what scrolls, as they are on the page of the summary."""

    def __init__(self, qtbot: QtBot, data: bytes, percent: int = 100) -> None:
        wear_theme(load_theme(percent=percent))
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        column = QVBoxLayout(content)
        self.pages = PdfPages()
        column.addWidget(self.pages)
        column.addStretch(1)
        self.scroll.setWidget(content)
        super().__init__(qtbot, self.scroll)
        qtbot.addWidget(self.scroll)
        self.scroll.resize(640, 600)
        self.scroll.show()
        self.settle()
        self.settle()
        self.pages.show_pdf(data)
        self.drawn()

    def drawn(self) -> None:
        self.wait_for(lambda: self.pages.is_drawn)
        self.settle()

    def turn(self, button: str) -> None:
        self.press(button)
        self.drawn()

    def paper(self) -> Paper:
        return self.pages.findChildren(Paper)[0]

    def pan(self) -> QScrollBar:
        return next(
            one
            for one in self.pages.findChildren(QScrollBar)
            if one.accessibleName().startswith("From side")
        )


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot, a_pdf())


def test_pages_are_turned_one_by_one_and_named(shown: Shown) -> None:
    assert shown.reads("Page 1 of 3")
    assert not shown.find("Previous page").isEnabled()
    shown.turn("Next page")
    assert shown.reads("Page 2 of 3")
    assert shown.find("Page 2 of 3", Paper).isVisible()
    shown.turn("Next page")
    assert not shown.find("Next page").isEnabled()
    shown.turn("Previous page")
    assert shown.reads("Page 2 of 3")


def test_the_keyboard_is_not_lost_where_a_button_has_done_its_work(shown: Shown) -> None:
    shown.focus("Next page")
    for _ in range(2):
        shown.key(Qt.Key.Key_Space)
        shown.drawn()
    assert shown.find("Previous page").hasFocus()


def test_tab_stops_at_the_page_only_once_there_is_one_to_name(qtbot: QtBot) -> None:
    pages = PdfPages()
    qtbot.addWidget(pages)
    (paper,) = pages.findChildren(Paper)
    assert paper.focusPolicy() == Qt.FocusPolicy.NoFocus
    pages.show_pdf(a_pdf())
    qtbot.waitUntil(lambda: pages.is_drawn)
    assert paper.focusPolicy() == Qt.FocusPolicy.TabFocus
    assert paper.accessibleName() == "Page 1 of 3"


def test_only_the_page_that_is_seen_is_drawn(shown: Shown) -> None:
    drawn: list[str] = []
    shown.pages.drawn.connect(lambda: drawn.append(shown.pages.text))
    for _ in range(2):
        shown.find("Next page", QAbstractButton).click()  # faster than any page is drawn
    shown.drawn()
    assert "Part 2" in drawn[-1]
    assert len(drawn) == 1


def test_other_pages_are_shown_at_the_place_one_was_at_or_at_the_last(shown: Shown) -> None:
    shown.turn("Next page")
    shown.turn("Next page")
    shown.pages.show_pdf(a_pdf(2))
    shown.drawn()
    assert shown.reads("Page 2 of 2")


@pytest.mark.parametrize(("size", "width"), [("100 %", 816), ("150 %", 1224), ("200 %", 1632)])
def test_a_page_has_the_size_that_was_asked_for(shown: Shown, size: str, width: int) -> None:
    assert shown.paper().height() == pytest.approx(shown.paper().width() * 11 / 8.5, abs=2)
    assert shown.pan().isHidden()
    shown.choose("Zoom", size)
    shown.drawn()
    assert shown.pan().maximum() == pytest.approx(width + 2 - shown.paper().width(), abs=1)
    assert shown.paper().height() == pytest.approx(width * 11 / 8.5 + 2, abs=2)


def test_sizes_follow_one_another_and_end(shown: Shown) -> None:
    sizes: list[object] = [shown.pages.zoom]
    for step in (1, 1, 1, 1, -1, -1, -1, -1):
        shown.pages.zoom_by(step)
        shown.drawn()
        sizes.append(shown.pages.zoom)
    assert sizes == [FIT, 100, 150, 200, 200, 150, 100, FIT, FIT]


def test_a_wide_page_is_moved_by_keys_by_its_bar_and_by_hand(shown: Shown) -> None:
    shown.choose("Zoom", "200 %")
    shown.drawn()
    pan = shown.pan()
    paper = shown.find("Page 1 of 3", Paper)
    paper.setFocus()
    shown.key(Qt.Key.Key_Right)
    by_key = pan.value()
    assert by_key > 0
    shown.key(Qt.Key.Key_Left)
    assert pan.value() == 0
    QTest.mousePress(paper, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(paper, QPoint(220, 250))
    QTest.mouseRelease(paper, Qt.MouseButton.LeftButton, pos=QPoint(220, 250))
    assert pan.value() == 80
    assert shown.scroll.verticalScrollBar().value() == 50


def test_what_turns_the_pages_stays_in_sight_and_a_new_page_begins_at_its_top(
    shown: Shown,
) -> None:
    bar = shown.scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    shown.settle()
    button = shown.find("Next page", QAbstractButton)
    top = button.mapTo(shown.scroll.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < 60
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    shown.drawn()
    assert shown.reads("Page 2 of 3")
    assert bar.value() < 40


def test_the_words_of_a_page_stand_in_reading_order_without_head_and_foot(shown: Shown) -> None:
    shown.press("Read as text")
    text = shown.find("Page 1 of 3 as text", ReadText).toPlainText().splitlines()
    long = ("A line that is so long that it goes on in another one. " * 3).strip()
    assert text[:3] == ["Part 0", "under it", day_words(DAY)]
    assert text[3:] == [
        *("", "Heading 0", long),
        *("• first & <b>last</b>", "• second", "What | How", "Sleep | well"),
    ]
    assert not shown.has("Page 1 of 3"), "the words stand in place of the picture"
    shown.turn("Next page")
    assert "Part 1" in shown.find("Page 2 of 3 as text", ReadText).toPlainText()
    shown.press("Read as text")
    assert shown.has("Page 2 of 3")


@pytest.mark.parametrize("percent", [100, 200])
def test_all_of_the_text_is_there_without_scrolling_inside_it(qtbot: QtBot, percent: int) -> None:
    shown = Shown(qtbot, a_pdf(), percent)
    shown.press("Read as text")
    field = shown.find("Page 1 of 3 as text", ReadText)
    field.setFocus()
    for key in ("End", "Home"):
        shown.key(Qt.Key(getattr(Qt.Key, f"Key_{key}")), Qt.KeyboardModifier.ControlModifier)
        caret = field.cursorRect()
        assert field.viewport().rect().contains(caret), key
        at = field.viewport().mapTo(shown.scroll.viewport(), caret.center())
        assert shown.scroll.viewport().rect().contains(at), key
    shown.key(Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert field.textCursor().selectedText() == "Part 0"


def test_a_pdf_without_tags_has_a_picture_and_no_words(qtbot: QtBot) -> None:
    file = BytesIO()
    canvas = Canvas(file, pagesize=(200, 200))
    canvas.drawString(20, 100, "bare")
    canvas.save()
    shown = Shown(qtbot, file.getvalue())
    assert shown.pages.text == ""
    assert shown.has("Page 1 of 1")


def takes_wheel(on: QWidget, by: QPoint) -> bool:
    """Turn the wheel over a widget; whether it was for itself, and not for what it stands in."""
    at = QPointF(on.rect().center())
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, on.mapToGlobal(at), QPoint(), by, buttons, keys, phase, False)  # noqa: FBT003 - Qt's signature
    QApplication.sendEvent(on, event)
    return event.isAccepted()


def test_a_wheel_moves_a_wide_page_to_the_side_and_never_scrolls_inside(shown: Shown) -> None:
    to_side, down = QPoint(-120, 0), QPoint(0, -120)
    assert not takes_wheel(shown.paper(), to_side), "all of it is in sight"
    shown.choose("Zoom", "150 %")
    shown.drawn()
    assert not takes_wheel(shown.paper(), down)
    assert shown.pan().value() == 0
    assert takes_wheel(shown.paper(), to_side)
    assert shown.pan().value() == 120
