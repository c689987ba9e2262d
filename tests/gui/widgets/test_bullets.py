from decision_aid.gui.widgets.bullets import Bullets
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def shown(bullets: Bullets) -> list[str]:
    return [one.text() for one in bullets.findChildren(QLabel) if not one.isHidden()]


def lines_with_ink(picture: QImage, width: int) -> list[int]:
    """The lines of a picture on which something is drawn in its first pixels."""
    ground = picture.pixel(0, 0)
    columns = range(width)
    return [
        line
        for line in range(picture.height())
        if any(picture.pixel(column, line) != ground for column in columns)
    ]


def test_a_list_says_other_sentences_with_the_rows_it_has(qtbot: QtBot) -> None:
    bullets = Bullets(("One.", "Two.", "Three."))
    qtbot.addWidget(bullets)
    assert shown(bullets) == ["One.", "Two.", "Three."]
    bullets.say(("Four.",))
    assert shown(bullets) == ["Four."]
    bullets.say(("Five.", "Six."))
    assert shown(bullets) == ["Five.", "Six."]


def test_the_dot_is_on_the_first_line_and_lines_that_follow_start_below_the_words(
    qtbot: QtBot,
) -> None:
    bullets = Bullets(("word " * 40, "Two."))
    qtbot.addWidget(bullets)
    bullets.show()
    bullets.resize(200, bullets.heightForWidth(200))
    long, short = bullets.findChildren(QLabel)
    assert long.height() > 2 * short.height()
    inked = lines_with_ink(bullets.grab().toImage(), long.x() - 2)
    first = [line for line in inked if line < short.y()]
    assert first
    assert max(first) < long.y() + long.fontMetrics().height()
    assert [line for line in inked if line >= short.y()]


def test_a_single_sentence_has_no_dot_and_starts_at_the_edge(qtbot: QtBot) -> None:
    bullets = Bullets(("One.",))
    qtbot.addWidget(bullets)
    bullets.show()
    assert bullets.findChildren(QLabel)[0].x() == 0
