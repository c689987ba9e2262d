import pytest
from decision_aid.domain.risk import Arm, Frequency, Interval
from decision_aid.gui.theme import load_theme, worn
from decision_aid.gui.widgets.icon_array import IconArray
from decision_aid.workspace.icon_marks import PEOPLE, SIDE, marks
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.gui.driver import wear_theme

PEOPLE_COUNTED = st.integers(0, PEOPLE)


def an_array(qtbot: QtBot, arm: Arm, **given: bool) -> IconArray:
    wear_theme(load_theme())
    array = IconArray(small=given.pop("small", False))
    qtbot.addWidget(array)
    array.show_arm(arm, "46 of 100 felt much better, 54 of 100 did not", **given)
    array.resize(array.sizeHint())
    return array


def filled(array: IconArray) -> list[int]:
    """Places of the circles whose middle has the colour of people it happened to."""
    image = array.grab().toImage()
    pitch, dark = image.width() / SIDE, worn().colour("event").rgb()
    middles = [(place % SIDE, place // SIDE) for place in range(PEOPLE)]
    return [
        place
        for place, (column, row) in enumerate(middles)
        if image.pixel(int((column + 0.5) * pitch), int((row + 0.5) * pitch)) == dark
    ]


@pytest.mark.parametrize("size", ["full", "small"])
def test_as_many_circles_are_filled_as_people_it_happened_to(qtbot: QtBot, size: str) -> None:
    array = an_array(qtbot, Arm(counted=Frequency(46, 100)), small=size == "small")
    assert filled(array) == list(range(46))


def test_the_other_frame_fills_the_others_from_the_same_corner(qtbot: QtBot) -> None:
    array = an_array(qtbot, Arm(counted=Frequency(46, 100)), event=False)
    assert filled(array) == list(range(54))


def test_every_array_is_of_the_same_size_whatever_it_shows(qtbot: QtBot) -> None:
    few, many = (an_array(qtbot, Arm(percent=share)) for share in (1.0, 99.0))
    assert few.size() == many.size()


def test_the_array_is_one_element_that_says_its_sentence(qtbot: QtBot) -> None:
    array = an_array(qtbot, Arm(counted=Frequency(46, 100)))
    assert array.accessibleName() == "46 of 100 felt much better, 54 of 100 did not"
    assert array.accessibleDescription() == "46 of 100 circles are filled."
    assert not array.children()


def test_the_interval_marks_people_of_whom_we_are_unsure(qtbot: QtBot) -> None:
    arm = Arm(percent=46.0, interval=Interval(low=40, high=52))
    array = an_array(qtbot, arm)
    assert filled(array) == list(range(40))
    assert marks(46, 40, 52).count("unsure_filled") == 6
    assert marks(46, 40, 52).count("unsure_open") == 6


@given(count=PEOPLE_COUNTED, low=PEOPLE_COUNTED, high=PEOPLE_COUNTED)
def test_the_interval_never_changes_how_many_are_counted(count: int, low: int, high: int) -> None:
    drawn = marks(count, low, high)
    assert len(drawn) == PEOPLE
    assert sum(mark in ("filled", "unsure_filled") for mark in drawn) == count
