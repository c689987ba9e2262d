from itertools import pairwise

import pytest
from decision_aid.gui.theme import THEMES, ThemeName, load_theme, worn
from decision_aid.gui.widgets.legend import Legend
from decision_aid.gui.widgets.lineup_bar import LineupBar, Segment
from decision_aid.gui.widgets.painting import contrast, readable_on, shades
from decision_aid.gui.widgets.share_bar import Share, ShareBar
from decision_aid.gui.widgets.thin_numbers import ThinNumbers
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.driver import wear_theme

WIDTH = 400


def line(bar: QWidget) -> list[QColor]:
    """The colours along the bar, near its upper edge where nothing is written."""
    image = bar.grab().toImage()
    return [image.pixelColor(x, 2) for x in range(WIDTH)]


def test_a_bar_is_as_long_as_its_score(qtbot: QtBot) -> None:
    wear_theme(load_theme())
    bar = LineupBar()
    qtbot.addWidget(bar)
    bar.resize(WIDTH, bar.sizeHint().height())
    bar.show_fit((Segment(1, 0.3), Segment(2, 0.2)), (0.4, 0.6), "Talk (A): well", of=2)
    colours, empty = line(bar), worn().colour("sunken")
    assert all(colours[x] != empty for x in range(8, 196))
    assert all(colours[x] == empty for x in range(204, WIDTH - 8))
    assert colours[40] == worn().colour("brand")
    assert bar.accessibleName() == "Talk (A): well"


def test_the_shares_fill_the_bar_in_their_order(qtbot: QtBot) -> None:
    wear_theme(load_theme())
    bar = ShareBar()
    qtbot.addWidget(bar)
    bar.resize(WIDTH, bar.sizeHint().height())
    bar.show_shares((Share("B", 0.75), Share("A", 0.25)), "B about 8 times in 10")
    colours = line(bar)
    assert colours[20] == colours[280] == worn().colour("ink")
    assert colours[320] == colours[380] != colours[280]
    assert bar.accessibleName() == "B about 8 times in 10"


@pytest.mark.parametrize("name", ["light", "contrast"])
@pytest.mark.parametrize("hue", ["brand", "ink"])
def test_what_is_written_on_a_shade_can_be_read(name: str, hue: str) -> None:
    theme = load_theme("light" if name == "light" else "contrast")
    for count in (1, 5, 15):
        for shade in shades(theme.colour(hue), theme.colour("surface"), count):
            assert contrast(readable_on(shade, theme), shade) >= 3.6


def test_a_legend_stands_in_fewer_columns_where_there_is_less_room(qtbot: QtBot) -> None:
    wear_theme(load_theme())
    word = 80 * "x"
    names = ["How soon", word, "Cost", "Misuse"]
    legend = Legend()
    qtbot.addWidget(legend)
    legend.show_names(names)
    legend.show()
    for width, columns in ((700, 3), (400, 2), (200, 1)):
        legend.resize(width, 300)
        QApplication.processEvents()
        entries = [label for label in legend.findChildren(QLabel) if label.isVisible()]
        lefts = {label.mapTo(legend, QPoint(0, 0)).x() for label in entries}
        assert len(lefts) == columns
        assert legend.minimumSizeHint().width() <= 200
        assert all(label.mapTo(legend, label.rect().topRight()).x() < width for label in entries)
        assert [label.accessibleName() for label in entries] == [
            f"{number}: {name}" for number, name in enumerate(names, start=1)
        ]


@pytest.mark.parametrize("name", THEMES)
def test_the_faintest_part_of_a_bar_has_an_edge_that_can_be_seen(
    qtbot: QtBot, name: ThemeName
) -> None:
    wear_theme(theme := load_theme(name))
    bar = LineupBar()
    qtbot.addWidget(bar)
    bar.resize(WIDTH, bar.sizeHint().height())
    bar.show_fit((Segment(1, 0.3), Segment(15, 0.3)), (0.4, 0.6), "Talk (A): well", of=15)
    colours = line(bar)
    (edge,) = {one.name() for one in colours[237:239]} - {theme.colour("surface").name()}
    assert contrast(QColor(edge), theme.colour("sunken")) >= 3
    assert contrast(colours[200], theme.colour("sunken")) < 3  # the part itself could not be seen


def test_a_number_with_no_room_in_its_part_stands_below_it(qtbot: QtBot) -> None:
    wear_theme(load_theme())
    below = ThinNumbers()
    qtbot.addWidget(below)
    below.resize(WIDTH, 20)
    assert below.heightForWidth(WIDTH) == 0
    thin = [Segment(number, 0.01) for number in (2, 3, 4)]
    below.show_segments((Segment(1, 0.5), *thin, Segment(5, 0.44), Segment(6, 0.01)))
    placed = below.placed()
    assert [number for number, _, _ in placed] == [2, 3, 4, 6]
    lefts = [left for _, _, left in placed]
    assert all(after - before >= 6 for before, after in pairwise(lefts))
    assert all(0 <= left < WIDTH for left in lefts)
    assert below.heightForWidth(WIDTH) > 8


def test_a_layout_is_told_at_once_how_high_numbers_below_a_bar_will_be(qtbot: QtBot) -> None:
    wear_theme(load_theme())
    card = QWidget()
    qtbot.addWidget(card)
    below = ThinNumbers()
    column = QVBoxLayout(card)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(below)
    below.show_segments((Segment(1, 0.5), Segment(2, 0.05)))
    assert column.heightForWidth(1000) == 0, "50 pixels hold the number"
    assert column.heightForWidth(100) > 8, "5 pixels do not"
    assert column.heightForWidth(1000) == 0, "whatever was asked before"
