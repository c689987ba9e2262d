from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.letter import letter_badge
from pytestqt.qtbot import QtBot

from tests.gui.driver import wear_theme


def test_every_letter_has_a_frame_of_the_same_width_with_room_for_it(qtbot: QtBot) -> None:
    wear_theme(load_theme())
    badges = [letter_badge(letter) for letter in "ABCDEI"]
    for one in badges:
        qtbot.addWidget(one)
        one.ensurePolished()
    assert len({one.sizeHint().width() for one in badges}) == 1
    widest = max(one.fontMetrics().horizontalAdvance(one.text()) for one in badges)
    assert badges[0].sizeHint().width() >= widest + 12, "padding and frame stand at both sides"
