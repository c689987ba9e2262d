"""Drawing that several hand-painted widgets share: shades of one hue, a hatch."""

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from decision_aid.gui.theme import Theme

_EDGE: Final = 1.0


def blend(start: QColor, end: QColor, part: float) -> QColor:
    """The colour a part of the way, 0 to 1, from one colour to another."""
    return QColor.fromRgbF(
        start.redF() + (end.redF() - start.redF()) * part,
        start.greenF() + (end.greenF() - start.greenF()) * part,
        start.blueF() + (end.blueF() - start.blueF()) * part,
    )


def shades(start: QColor, end: QColor, count: int) -> tuple[QColor, ...]:
    """So many shades in even steps, the first the full colour, the last near to `end`."""
    return _shades(start.rgb(), end.rgb(), count)


def readable_on(ground: QColor, theme: Theme) -> QColor:
    """Ink or the light text colour, whichever stands out more on a ground."""
    return QColor(_readable(theme.colours["ink"], theme.colours["on_brand"], ground.rgb()))


def contrast(one: QColor, other: QColor) -> float:
    """Contrast of two colours, 1 to 21.

    Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def outlined(painter: QPainter, part: QRectF, colour: QColor, edge: QColor) -> None:
    """Fill a part of a bar, with an edge that stands out where the colour itself does not."""
    painter.fillRect(part, edge)
    painter.fillRect(part.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), colour)


def hatch(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Fill an area with slanted lines: here is no bar, and that is on purpose."""
    painter.fillRect(area, theme.colour("sunken"))
    painter.fillRect(area, QBrush(theme.colour("line"), Qt.BrushStyle.BDiagPattern))


@lru_cache(maxsize=64)
def _shades(start: int, end: int, count: int) -> tuple[QColor, ...]:
    """Kept, for every bar is drawn in the same ones at every change."""
    steps = max(1, count - 1)
    return tuple(blend(QColor(start), QColor(end), 0.8 * index / steps) for index in range(count))


@lru_cache(maxsize=256)
def _readable(one: str, other: str, ground: int) -> str:
    return max(one, other, key=lambda ink: contrast(QColor(ink), QColor(ground)))


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
