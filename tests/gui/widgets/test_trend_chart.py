"""Totals by day, each at its height, whatever the theme, the text size and their number."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from decision_aid.domain.instruments import PHQ9_BANDS, PHQ9_MOST
from decision_aid.gui.theme import ThemeName, load_theme, worn
from decision_aid.gui.widgets.trend_chart import Plot, Total, TrendChart, free_places
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from pytestqt.qtbot import QtBot

from tests.gui.driver import wear_theme
from tests.pseudo import pseudo, speaking_pseudo

FIRST = date(2026, 1, 5)
WIDTH = 520
SAID = "PHQ-9 total: 17 on Oct 20, 2026, 15 on Nov 23, 2026"


def weekly(*totals: int) -> list[Total]:
    return [(FIRST + timedelta(7 * at), total) for at, total in enumerate(totals)]


def chart_of(qtbot: QtBot, totals: list[Total], width: int = WIDTH) -> TrendChart:
    chart = TrendChart()
    qtbot.addWidget(chart)
    chart.show_totals(totals, SAID)
    chart.resize(width, chart.sizeHint().height())
    return chart


def words_font(chart: TrendChart) -> QFontMetricsF:
    font = chart.font()
    font.setPixelSize(worn().type["small"])
    return QFontMetricsF(font)


def plot_of(chart: TrendChart, totals: list[Total]) -> Plot:
    return Plot(QRectF(chart.rect()), [day for day, _ in totals], words_font(chart))


def colour_at(image: QImage, point: QPointF) -> QColor:
    return image.pixelColor(point.toPoint())


def test_it_is_one_element_that_reads_its_values(qtbot: QtBot) -> None:
    wear_theme(load_theme())
    chart = chart_of(qtbot, weekly(17, 15))
    assert chart.accessibleName() == SAID
    assert not chart.findChildren(TrendChart)
    assert not chart.children()


@pytest.mark.parametrize("theme", ["light", "contrast"])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_total_is_a_dot_at_its_place_in_one_dark_color(
    theme: ThemeName, percent: int, qtbot: QtBot
) -> None:
    wear_theme(load_theme(theme, percent))
    totals = weekly(0, 4, 5, 10, 15, 20, 27)
    chart = chart_of(qtbot, totals, 900)
    image, plot = chart.grab().toImage(), plot_of(chart, totals)
    ink = worn().colour("ink")
    assert all(colour_at(image, plot.at(*one)) == ink for one in totals)
    beside = plot.at(totals[1][0], 12)
    assert colour_at(image, beside) != ink


def test_it_grows_with_the_text(qtbot: QtBot) -> None:
    wear_theme(load_theme())
    small = chart_of(qtbot, weekly(1, 2)).sizeHint().height()
    wear_theme(load_theme("light", 200))
    large = chart_of(qtbot, weekly(1, 2)).sizeHint().height()
    wear_theme(load_theme())
    assert large > 1.8 * small


def test_days_lie_as_far_apart_as_they_are_and_totals_as_high() -> None:
    days = [FIRST, FIRST + timedelta(10), FIRST + timedelta(40)]
    plot = Plot(QRectF(0, 0, 500, 300), days, QFontMetricsF(TrendChart().font()))
    lefts = [plot.at(day, 0).x() for day in days]
    assert (lefts[2] - lefts[0]) == pytest.approx(4 * (lefts[1] - lefts[0]))
    assert plot.level(0) == plot.scale.bottom()
    assert plot.level(27) == plot.scale.top()
    assert plot.level(0) - plot.level(9) == pytest.approx(plot.level(9) - plot.level(18))


def test_a_single_day_lies_in_the_middle_and_is_drawn(qtbot: QtBot) -> None:
    wear_theme(load_theme())
    totals = weekly(13)
    chart = chart_of(qtbot, totals)
    plot = plot_of(chart, totals)
    assert plot.at(*totals[0]).x() == pytest.approx(plot.scale.center().x())
    assert colour_at(chart.grab().toImage(), plot.at(*totals[0])) == worn().colour("ink")


@pytest.mark.parametrize("percent", [100, 200])
def test_a_hundred_totals_all_lie_inside_and_apart(percent: int, qtbot: QtBot) -> None:
    wear_theme(load_theme("light", percent))
    totals = weekly(*(at % 28 for at in range(100)))
    chart = chart_of(qtbot, totals, TrendChart().minimumSizeHint().width())
    plot = plot_of(chart, totals)
    lefts = [plot.at(*one).x() for one in totals]
    assert lefts[0] - plot.radius >= plot.scale.left()
    assert lefts[-1] + plot.radius <= plot.scale.right() <= chart.width()
    assert lefts == sorted(set(lefts))
    image = chart.grab().toImage()
    assert all(colour_at(image, plot.at(*one)) == worn().colour("ink") for one in totals)
    wear_theme(load_theme())


rectangles = st.builds(QRectF, *[st.integers(0, 60)] * 2, *[st.integers(1, 30).map(float)] * 2)


@given(st.lists(rectangles, min_size=1, max_size=12), st.lists(rectangles, max_size=5))
def test_what_is_written_touches_nothing_and_the_newest_comes_first(
    wanted: list[QRectF], taken: list[QRectF]
) -> None:
    free = free_places(wanted, taken)
    written = [one for one, is_free in zip(wanted, free, strict=True) if is_free]
    for at, one in enumerate(written):
        assert not any(one.intersects(other) for other in (*written[:at], *taken))
    assert free_places(wanted)[-1]
    left_out = [one for one, is_free in zip(wanted, free, strict=True) if not is_free]
    assert all(any(one.intersects(other) for other in (*written, *taken)) for one in left_out)


@pytest.mark.parametrize("width", [300, 520, 700, 1100])
def test_the_words_of_two_bands_stay_apart(width: int, qtbot: QtBot) -> None:
    totals = weekly(17, 15)
    wear_theme(load_theme("light", 200))
    with speaking_pseudo():
        chart = chart_of(qtbot, totals, width)
        chart.resize(width, chart.heightForWidth(width))
        plot, metrics = plot_of(chart, totals), words_font(chart)
        room = plot.scale.left() - metrics.horizontalAdvance("27") - 10
        boxes, low = [], 0
        for highest, word in PHQ9_BANDS:
            after = highest + 1 if highest < PHQ9_MOST else PHQ9_MOST
            middle = (plot.level(low) + plot.level(after)) / 2
            place = QRectF(0, middle - 2000, room, 4000)
            wraps = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            boxes.append(metrics.boundingRect(place, wraps, pseudo(word)))
            low = after
    least = 0.4 * metrics.height()
    assert all(lower.top() - upper.bottom() > least for upper, lower in pairwise(boxes[::-1]))
    assert plot.scale.bottom() < chart.height()
