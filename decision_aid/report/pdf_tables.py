"""Tables and labelled rows, as ReportLab's tables that split over pages."""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.platypus import Spacer
from reportlab.platypus import Table as Grid

from decision_aid.report.document import Column, KeyValues, Table
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_style import INK, LINE, PALE, REGULAR, Style

_BARE: Final = (
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),  # else a font that is not in the file is named
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
)


FEW_COLUMNS: Final = 2
"""Columns that have room beside each other in large print."""
_TALL: Final = 300.0
"""Height in points from which a row is torn at the foot of a page; every page has more room."""


class Rows(Grid):  # type: ignore[misc] # ReportLab has no types
    """A table that tears no row, unless it is so tall that a page might not hold it.

    Its grounds and lines only decorate.
    """

    def _drawBkgrnd(self) -> None:  # noqa: N802 - ReportLab's name
        with self.canv.part_of(None):
            super()._drawBkgrnd()

    def _drawLines(self) -> None:  # noqa: N802 - ReportLab's name
        with self.canv.part_of(None):
            super()._drawLines()

    def _restoreRoundingObscuredLines(self) -> None:  # noqa: N802 - ReportLab's name
        with self.canv.part_of(None):
            super()._restoreRoundingObscuredLines()

    @property
    def row_heights(self) -> list[float]:
        """Height of each row in points, once it is wrapped."""
        return list(self._rowHeights)

    def split(self, width: float, height: float) -> list[Any]:
        """What stands in its place on the page, and what goes on; nothing where no row fits."""
        self.splitInRow = 0
        parts: list[Any] = super().split(width, height)
        if not parts and self._rowHeights[self.repeatRows] > _TALL:
            self.splitInRow = 1
            parts = super().split(width, height)
        return parts


def grid(rows: Sequence[Sequence[Any]], widths: Sequence[float], *looks: Any, **given: Any) -> Any:
    """A table of flowables without lines or padding but those given; tall rows split."""
    return Rows(
        [list(row) for row in rows],
        colWidths=list(widths),
        style=[*_BARE, *looks],
        hAlign="LEFT",
        **given,
    )


def key_values(block: KeyValues, width: float, style: Style, into: Element) -> list[Any]:
    """Labels at the left, what was said at the right, or right behind its label."""
    if block.run_in:
        return [_run_in(label, text, style, into) for label, text in block.rows]
    tag = into.add("Table")
    rows = [_labelled(label, text, style, tag.add("TR")) for label, text in block.rows]
    looks = (
        ("RIGHTPADDING", (0, 0), (0, -1), 10),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE),
    )
    labels = (0.36 if style.is_large else 0.26) * width
    return [grid(rows, [labels, width - labels], *looks)]


def _run_in(label: str, text: str, style: Style, into: Element) -> Any:
    lead = f"{label}:" if text else label
    return style.lead_paragraph(into.add("P"), lead, text, "close")


def _labelled(label: str, text: str, style: Style, row: Element) -> list[Any]:
    named = style.paragraph(row.add("TH", scope="Row"), label, "label")
    return [named, style.paragraph(row.add("TD"), text, "cell")]


def table(block: Table, width: float, style: Style, into: Element) -> list[Any]:
    """A table with its heading repeated on every page."""
    total = sum(column.share for column in block.columns)
    widths = [width * column.share / total for column in block.columns]
    tag = into.add("Table")
    top = tag.add("TR")
    head = [_head(column, style, top, dense=block.dense) for column in block.columns]
    rows = [_row(row, block, style, tag.add("TR")) for row in block.rows]
    pad = 3.0 if block.dense or block.close else 6.0
    looks = (
        ("LEFTPADDING", (0, 0), (-1, -1), pad),
        ("RIGHTPADDING", (0, 0), (-1, -1), pad),
        ("TOPPADDING", (0, 0), (-1, -1), 0.5 * pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0.7 * pad),
        ("LINEABOVE", (0, 0), (-1, 0), 1.6, INK),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, LINE),
        ("BACKGROUND", (0, 1), (0, -1), PALE),
    )
    return [grid([head, *rows], widths, *looks, *_wide_cells(block), repeatRows=1)]


def stacked(block: Table, width: float, style: Style, into: Element) -> list[Any]:
    """A table of many columns in large print: for each row its name, and its cells below it."""
    return [part for row in block.rows for part in _stack(row, block, width, style, into)]


def _stack(
    row: tuple[str, ...], block: Table, width: float, style: Style, into: Element
) -> list[Any]:
    name, *cells = row
    titles = [column.title for column in block.columns[1:]]
    told = tuple((title, cell) for title, cell in zip(titles, cells, strict=True) if cell)
    named = style.paragraph(into.add("P"), name, "strong")
    named.keepWithNext = 1
    return [Spacer(0, style.room(4)), named, *key_values(KeyValues(told), width, style, into)]


def _wide_cells(block: Table) -> list[Any]:
    """The last text of a row, where nothing follows it, has the rest of the row for itself."""
    last = len(block.columns) - 1
    ends = map(_end, block.rows)
    return [("SPAN", (at, y), (last, y)) for y, at in enumerate(ends, start=1) if 0 < at < last]


def _end(row: tuple[str, ...]) -> int:
    """Where the last text of a row stands."""
    return max((at for at, text in enumerate(row) if text), default=len(row) - 1)


def _head(column: Column, style: Style, row: Element, *, dense: bool) -> Any:
    look = "dense label" if dense else "label"
    return style.repeated(row.add("TH", scope="Column"), column.title, look, align=column.align)


def _row(row: tuple[str, ...], block: Table, style: Style, tag: Element) -> list[Any]:
    looks = ("dense label", "dense") if block.dense else ("label", "cell")
    lead, plain = ("strong", "body") if block.close else looks
    names = [lead, *[plain] * (len(row) - 1)]
    end = _end(row)
    wide = len(row) - end if 0 < end < len(row) - 1 else 1
    spans = [wide if at == end else 1 for at in range(1, len(row))]
    tags = [tag.add("TH", scope="Row"), *(tag.add("TD", columns=span) for span in spans)]
    return [
        style.paragraph(cell, text, name, align=column.align)
        for cell, text, name, column in zip(tags, row, names, block.columns, strict=True)
    ]
