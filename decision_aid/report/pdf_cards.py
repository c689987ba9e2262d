"""Boxes that stand out, figures of both groups, and the bars of the line-up."""

from typing import Any, Final, Literal

from reportlab.lib.colors import Color, white

from decision_aid.report.document import Callout, FigureArm, FigurePair, LineUpBar, LineUpBars
from decision_aid.report.pdf_figures import CertaintyDots, FitBar, IconArray
from decision_aid.report.pdf_style import (
    BRAND_LINE,
    BRAND_PALE,
    LINE,
    SAFETY_LINE,
    SAFETY_PALE,
    Style,
)
from decision_aid.report.pdf_tables import grid

_PADDING: Final = 11.0
_COLOURS: Final[dict[Literal["decision", "crisis", "plain"], tuple[Color, Color]]] = {
    "decision": (BRAND_PALE, BRAND_LINE),
    "crisis": (SAFETY_PALE, SAFETY_LINE),
    "plain": (white, LINE),
}
_TEXTS: Final[dict[Literal["decision", "crisis", "plain"], tuple[str, str]]] = {
    "decision": ("heading 1", "body"),
    "crisis": ("safety", "body"),
    "plain": ("heading 2", "body"),
}


def callout(block: Callout, width: float, style: Style) -> Any:
    """A box with a heading and paragraphs."""
    heading, body = _TEXTS[block.kind]
    rows = [
        style.paragraph(block.heading, heading),
        *(style.paragraph(text, body) for text in block.paragraphs),
    ]
    return box(rows, width, *_COLOURS[block.kind])


def figure(block: FigurePair, width: float, style: Style) -> Any:
    """A card with an icon array for each group, how sure, and from where."""
    inner = width - 2 * _PADDING
    sure = [CertaintyDots(block.certainty), style.paragraph(block.certainty_text, "quiet")]
    rows = [
        style.paragraph(block.title, "heading 2"),
        style.paragraph(block.question, "body"),
        _arms(block.arms, inner, style),
        grid([sure], [40, inner - 40]),
        *(style.paragraph(note, "quiet") for note in block.notes),
    ]
    return box(rows, width, white, LINE)


def _arms(arms: tuple[FigureArm, ...], width: float, style: Style) -> Any:
    """The groups side by side; the arrays of both stand at one height."""
    column = width / 2
    step = min(7.8, (column - 10) / 10)
    rows = [
        [style.paragraph(arm.label, "label") for arm in arms],
        [style.paragraph(arm.had, "quiet") for arm in arms],
        [IconArray(arm.per_100, step) for arm in arms],
        [_counted(arm.event, style) for arm in arms],
        [_counted(arm.other, style) for arm in arms],
        *([[style.paragraph(arm.interval, "quiet") for arm in arms]] if arms[0].interval else []),
    ]
    looks = (("RIGHTPADDING", (0, 0), (-1, -1), 8), ("TOPPADDING", (0, 2), (-1, 2), 3))
    return grid(rows, [column] * len(arms), *looks)


def _counted(sentence: str, style: Style) -> Any:
    """Both frames alike: the count strong, the rest plain (rule R4)."""
    count, of_100, rest = sentence.partition(" of 100 ")
    return style.lead_paragraph(count + of_100.rstrip(), rest)


def line_up(block: LineUpBars, width: float, style: Style) -> list[Any]:
    """A bar for each option, its band beside it; a reason where it has none."""
    name, words = 0.3 * width, 0.24 * width
    bar = width - name - words - 12
    rows = [_bar_row(one, bar, style) for one in block.bars]
    looks = (("RIGHTPADDING", (0, 0), (1, -1), 12), ("BOTTOMPADDING", (0, 0), (-1, -1), 6))
    return [
        grid(rows, [name, bar + 12, words], *looks),
        style.paragraph(block.caption, "quiet"),
    ]


def _bar_row(bar: LineUpBar, width: float, style: Style) -> list[Any]:
    drawn = style.paragraph(bar.not_weighed, "quiet") if bar.not_weighed else FitBar(bar, width)
    return [style.paragraph(bar.name, "label"), drawn, style.paragraph(bar.words, "cell")]


def box(
    rows: list[Any], width: float, ground: Color, line: Color, *, padding: float = _PADDING
) -> Any:
    """Flowables one below the other, in a box with round corners.

    Args:
        rows: The flowables.
        width: Of the box, in points.
        ground: Colour inside.
        line: Colour of the border.
        padding: Between border and content, in points.
    """
    looks = (
        ("LEFTPADDING", (0, 0), (-1, -1), padding),
        ("RIGHTPADDING", (0, 0), (-1, -1), padding),
        ("TOPPADDING", (0, 0), (-1, 0), 0.8 * padding),
        ("BOTTOMPADDING", (0, -1), (-1, -1), 0.9 * padding),
        ("BACKGROUND", (0, 0), (-1, -1), ground),
        ("BOX", (0, 0), (-1, -1), 0.7, line),
    )
    return grid([[row] for row in rows], [width], *looks, cornerRadii=[7] * 4)
