import pytest
import shiboken6
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.flow import Flow
from decision_aid.gui.widgets.row_or_column import RowOrColumn, beside
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from tests.gui.driver import wear_theme

sizes = st.lists(st.tuples(st.integers(1, 300), st.integers(1, 80)), min_size=1, max_size=6)


class Box(QWidget):
    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.setFixedSize(width, height)


def laid_out(layout: QLayout, boxes: list[tuple[int, int]], width: int) -> list[QRect]:
    """Where the boxes go; asserts that they lie apart, inside the width and the height given."""
    holder = QWidget()
    holder.setLayout(layout)
    for box in boxes:
        layout.addWidget(Box(*box))
    height = layout.heightForWidth(width)
    layout.setGeometry(QRect(0, 0, width, height))
    places = [layout.itemAt(index).geometry() for index in range(layout.count())]  # type: ignore[union-attr] # there are as many as it counts
    shiboken6.delete(holder)
    assert_apart_and_inside(places, width, height)
    return places


def assert_apart_and_inside(places: list[QRect], width: int, height: int) -> None:
    for index, one in enumerate(places):
        assert one.left() >= 0
        assert one.right() < width
        assert one.bottom() < height
        assert not any(one.intersects(other) for other in places[index + 1 :])


@pytest.mark.usefixtures("qapp")
@settings(max_examples=40)
@given(boxes=sizes, width=st.integers(300, 1400), gap=st.integers(0, 20))
def test_row_or_column_lays_nothing_over_anything(
    boxes: list[tuple[int, int]], width: int, gap: int
) -> None:
    layout = RowOrColumn(gap=gap)
    places = laid_out(layout, boxes, width)
    assert all(place.width() >= box[0] for place, box in zip(places, boxes, strict=True))


@pytest.mark.usefixtures("qapp")
@settings(max_examples=40)
@given(boxes=sizes, width=st.integers(300, 1400), gap=st.integers(0, 20))
def test_a_flow_lays_nothing_over_anything(
    boxes: list[tuple[int, int]], width: int, gap: int
) -> None:
    layout = Flow(gap)
    places = laid_out(layout, boxes, width)
    assert [place.size() for place in places] == [QSize(*box) for box in boxes]


@pytest.mark.usefixtures("qapp")
@settings(max_examples=40)
@given(width=st.integers(120, 900), taken=st.integers(20, 500), percent=st.sampled_from([100, 200]))
def test_a_field_keeps_the_width_of_a_few_words_or_has_a_row_of_its_own(
    width: int, taken: int, percent: int
) -> None:
    wear_theme(load_theme("light", percent))
    holder, button = QWidget(), Box(taken, 44)
    row = beside(QLineEdit(), button)
    holder.setLayout(row)
    row.setGeometry(QRect(0, 0, width, row.heightForWidth(width)))
    field, last = (row.itemAt(at).geometry() for at in (0, 1))  # type: ignore[union-attr] # two
    if last.top() > field.top():
        assert field.width() == width
    else:
        assert field.width() >= 190 * percent // 100
        assert last.right() == width - 1
    shiboken6.delete(holder)
