import pytest
from decision_aid.gui import safe
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

HOSTILE = ("<b>bold</b>", "I take <sertraline 50mg> daily", "Q&A && more", "&lt;b&gt;", "a\nb")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_shows_its_text_as_it_is_written(text: str, qtbot: QtBot) -> None:
    made = safe.label(text)
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == text


@pytest.mark.usefixtures("qapp")
@settings(max_examples=30)
@given(text=st.text(max_size=40))
def test_a_button_takes_no_sign_of_its_text_for_a_shortcut(text: str) -> None:
    made = safe.button(text)
    assert made.text().replace("&&", "&") == text
    assert made.shortcut().isEmpty()
    assert made.accessibleName() == text


def test_a_line_is_filled_from_its_beginning_and_left_alone_while_typed_in(qtbot: QtBot) -> None:
    line = safe.line_edit("Dose")
    qtbot.addWidget(line)
    safe.fill(line, "a long text that does not fit")
    assert line.cursorPosition() == 0
    line.setCursorPosition(6)
    safe.fill(line, line.text())
    assert line.cursorPosition() == 6


@given(text=st.text(max_size=80))
def test_places_to_break_add_nothing_to_be_read(text: str) -> None:
    assert safe.breakable(text).replace("\u200b", "") == text.replace("\u200b", "")


def test_only_words_too_long_for_a_column_can_be_broken() -> None:
    assert safe.breakable("my antidepressants and I") == "my antidepressants and I"
    assert max(map(len, safe.breakable("W" * 300).split("\u200b"))) == 8
