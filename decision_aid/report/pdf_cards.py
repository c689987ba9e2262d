"""Boxes that stand out, figures of both groups, and the bars of the line-up."""

from itertools import zip_longest
from typing import Any, Final, Literal

from reportlab.lib.colors import Color, white

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.report.document import Callout, FigureArm, FigurePair, LineUpBar, LineUpBars
from decision_aid.report.pdf_figures import CertaintyDots, FitBar, IconArray
from decision_aid.report.pdf_structure import Element
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
_SNUG: Final = 8.0
"""Between the border of a box and its content, in points."""
RANGE: Final = N_("A light middle: it could be fewer people. A grey circle: it could be more.")
"""How to read the circles of an icon array that lie within the range."""
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


def callout(block: Callout, width: float, style: Style, into: Element) -> Any:
    """A box with a heading and paragraphs."""
    heading, body = _TEXTS[block.kind]
    heading = "label" if block.lead else heading
    tag = into.add("Div")
    rows = [
        style.paragraph(
            tag.add("H2" if block.lead or block.paragraphs or block.rows else "P"),
            block.heading,
            heading,
        ),
        *([style.paragraph(tag.add("P"), block.lead, "decision")] if block.lead else []),
        *(style.paragraph(tag.add("P"), text, body) for text in block.paragraphs),
        *(style.lead_paragraph(tag.add("P"), f"{label}:", text) for label, text in block.rows),
    ]
    return box(rows, width, *_COLOURS[block.kind], padding=_around(style))


def figure(block: FigurePair, width: float, style: Style, into: Element) -> Any:
    """A card with an icon array for each group, how sure, and from where."""
    inner = width - 2 * _around(style)
    tag = into.add("Div")
    rows = [
        style.paragraph(tag.add("H2"), block.title, "heading 2"),
        style.paragraph(tag.add("P"), block.question, "body"),
        _arms(block.arms, inner, style, tag),
        *_key(block.arms, style, tag),
        grid([_sure(block, style, tag)], [style.room(36), inner - style.room(36)]),
        *(style.paragraph(tag.add("P"), note, "quiet") for note in block.notes),
    ]
    return box(rows, width, white, LINE, padding=_around(style))


def _around(style: Style) -> float:
    return _SNUG if style.snug else _PADDING


def _sure(block: FigurePair, style: Style, tag: Element) -> list[Any]:
    words = style.paragraph(tag.add("P"), block.certainty_text, "quiet")
    return [CertaintyDots(block.certainty, style.room(1)), words]


def _arms(arms: tuple[FigureArm, ...], width: float, style: Style, tag: Element) -> Any:
    """The groups side by side; the arrays of both stand at one height."""
    column = width / 2
    step = min(style.room(7.8), (column - 10) / 10)
    # Heard one group after the other, drawn row by row.
    columns = [_arm(arm, step, style, tag.add("Div")) for arm in arms]
    rows = [list(row) for row in zip_longest(*columns, fillvalue="")]
    looks = (("RIGHTPADDING", (0, 0), (-1, -1), 8), ("TOPPADDING", (0, 2), (-1, 2), 3))
    return grid(rows, [column] * len(arms), *looks)


def _arm(arm: FigureArm, step: float, style: Style, into: Element) -> list[Any]:
    """One group, from top to bottom."""
    label = style.paragraph(into.add("P"), arm.label, "label")
    had = style.paragraph(into.add("P"), arm.had, "quiet")
    drawn = IconArray(into.add("Figure", alt=_circles(arm)), arm.per_100, step, arm.ends)
    frames = zip(arm.counts, (arm.event, arm.other), strict=True)
    counts = [_counted(count, sentence, style, into.add("P")) for count, sentence in frames]
    known = [arm.interval] if arm.interval else []
    could_be = [style.paragraph(into.add("P"), one, "quiet") for one in known]
    return [label, had, drawn, *counts, *could_be]


def _circles(arm: FigureArm) -> str:
    """What is seen of an icon array."""
    told = f"{arm.event}, {arm.interval}" if arm.interval else arm.event
    seen = ngettext(
        "100 circles, {count} of them dark: {told}.",
        "100 circles, {count} of them dark: {told}.",
        arm.per_100,
    )
    return seen.format(count=number_words(arm.per_100), told=told)


def _key(arms: tuple[FigureArm, ...], style: Style, tag: Element) -> list[Any]:
    """How to read the circles within the range; nothing where none is drawn."""
    drawn = any(arm.ends for arm in arms)
    return [style.paragraph(tag.add("P"), _(RANGE), "quiet")] if drawn else []


def _counted(count: str, sentence: str, style: Style, tag: Element) -> Any:
    """Both frames alike: the count strong, the rest plain (rule R4)."""
    before, told, after = sentence.partition(count)
    return style.stressed(tag, before, told, after)


def line_up(block: LineUpBars, width: float, style: Style, into: Element) -> list[Any]:
    """A bar for each option, its band beside it; a reason where it has none."""
    name, words = 0.3 * width, 0.24 * width
    bar = width - name - words - 12
    tag = into.add("Table")
    rows = [_bar_row(one, bar, style, tag.add("TR")) for one in block.bars]
    looks = (("RIGHTPADDING", (0, 0), (1, -1), 12), ("BOTTOMPADDING", (0, 0), (-1, -1), 6))
    return [
        grid(rows, [name, bar + 12, words], *looks),
        style.paragraph(into.add("P"), block.caption, "quiet"),
    ]


def _bar_row(bar: LineUpBar, width: float, style: Style, row: Element) -> list[Any]:
    name = style.paragraph(row.add("TH", scope="Row"), bar.name, "label")
    drawn = _bar(bar, width, style, row.add("TD"))
    return [name, drawn, style.paragraph(row.add("TD"), bar.words, "cell")]


def _bar(bar: LineUpBar, width: float, style: Style, cell: Element) -> Any:
    if bar.not_weighed:
        return style.paragraph(cell, bar.not_weighed, "quiet")
    score, low, high = (number_words(one, 2) for one in (bar.score, bar.low, bar.high))
    seen = _("A bar to {score} between 0 and 1; it could be {low} to {high}.").format(
        score=score, low=low, high=high
    )
    return FitBar(cell.add("Figure", alt=seen), bar, width)


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
