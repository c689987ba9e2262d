from decision_aid.gui.widgets.bullets import Bullets
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def shown(bullets: Bullets) -> list[str]:
    return [one.text() for one in bullets.findChildren(QLabel) if not one.isHidden()]


def test_a_list_says_other_sentences_with_the_rows_it_has(qtbot: QtBot) -> None:
    bullets = Bullets(("One.", "Two.", "Three."))
    qtbot.addWidget(bullets)
    assert shown(bullets) == ["•", "One.", "•", "Two.", "•", "Three."]
    bullets.say(("Four.",))
    assert shown(bullets) == ["Four."]
    bullets.say(("Five.", "Six."))
    assert shown(bullets) == ["•", "Five.", "•", "Six."]


def test_lines_that_follow_start_below_the_words(qtbot: QtBot) -> None:
    bullets = Bullets(("word " * 40, "Two."))
    qtbot.addWidget(bullets)
    bullets.resize(200, 400)
    bullets.show()
    dot, long, *_ = bullets.findChildren(QLabel)
    assert long.height() > 2 * dot.sizeHint().height()
    assert long.x() > dot.geometry().right()
    assert dot.y() - long.y() < dot.sizeHint().height()
