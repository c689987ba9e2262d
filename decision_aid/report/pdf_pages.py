"""What stands on every page around the content: running head, foot, page numbers."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Frame, PageTemplate

from decision_aid.base.language import _
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.report.document import Document, Part
from decision_aid.report.pdf_style import INK, LINE, QUIET, REGULAR, STRONG, Style

Paper = Literal["letter", "a4"]

SIZES: Final[dict[Paper, tuple[float, float]]] = {"letter": LETTER, "a4": A4}
SIDE: Final = 45.0
"""Left and right margin in points."""
TOP: Final = 34.0
"""Upper margin in points; on a page that goes on, the running head stands below it."""
FOOT: Final = 14.0
"""Room in points below the foot, and between the content and the rule above the foot."""
_LARGE: Final = 12.0
_NORMAL: Final = 9.0
"""Sizes of head and foot in points."""
_HEAD: Final = 1.2
"""Size of the running head beside that of the foot."""
LEAST: Final = 10.0
"""Size in points of the smallest letters on the person's page, but for head and foot."""
_LEADING: Final = 1.35
_GAP: Final = 1.0
"""Room before the number of a page, beside the size of its letters."""
MANY: Final = 888
"""Pages of the longest document that room is kept for."""


@dataclass(frozen=True)
class Sheet:
    """A page of one document: its paper, and what stands around its content.

    Attributes:
        document: What is printed.
        paper: The paper.
        style: Fonts and sizes.
    """

    document: Document
    paper: Paper
    style: Style

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of the paper in points."""
        return SIZES[self.paper]

    def style_of(self, part: Part) -> Style:
        """How a part looks: the person's page, which is kept at hand, has no small print."""
        return self.style.at_least(LEAST) if part.id == "person" else self.style

    @property
    def column(self) -> tuple[float, float]:
        """Width and height in points of the content of a page a part opens on."""
        width, height = self.page
        return width - 2 * SIDE, height - TOP - self.foot

    @property
    def foot(self) -> float:
        """Height in points below the content."""
        return 2 * FOOT + len(self._foot_lines) * self._leading

    def templates(self) -> list[Any]:
        """Two page templates for each part: the page it opens on, and those that follow."""
        return [
            self._template(part, kind)
            for part in self.document.parts
            for kind in ("opens", "follows")
        ]

    def number(self, canvas: Any, number: int, count: int) -> None:
        """Draw "Page 2 of 5" at the foot of a page."""
        self._quietly(canvas)
        canvas.drawRightString(self.page[0] - SIDE, FOOT, self.style.line(_page(number, count)))

    @property
    def _size(self) -> float:
        return _LARGE if self.style.is_large else _NORMAL

    @property
    def _leading(self) -> float:
        return _LEADING * self._size

    @property
    def _foot_lines(self) -> list[str]:
        """That it is no advice, in as many lines as it takes, then what was printed and when."""
        text = self.style.line(self.document.not_advice)
        return [*simpleSplit(text, REGULAR, self._size, self.column_width), *self._facts]

    @property
    def _facts(self) -> list[str]:
        """Day, content and label beside the number of the page; in two lines where one is short."""
        document = self.document
        content = _("Content: {pack} {version}")
        facts = (
            day_words(document.on),
            content.format(pack=document.pack, version=document.version),
            document.label.strip(),
        )
        widest = stringWidth(self.style.line(_page(MANY, MANY)), REGULAR, self._size)
        room = self.column_width - widest - _GAP * self._size
        told = self.style.line(" · ".join(filter(None, facts)))
        first, *rest = simpleSplit(told, REGULAR, self._size, room)
        lines = filter(None, (first, " ".join(rest)))
        return [fitting(one, room, REGULAR, self._size) for one in lines]

    @property
    def column_width(self) -> float:
        """Width of the content in points."""
        return self.page[0] - 2 * SIDE

    def _template(self, part: Part, kind: str) -> Any:
        width, height = self.column
        head = 2.4 * self._size if kind == "follows" else 0
        bare = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
        frame = Frame(SIDE, self.foot, width, height - head, **bare)
        furnish = self._furniture(part if kind == "follows" else None)
        return PageTemplate(f"{part.id} {kind}", [frame], onPage=furnish, pagesize=self.page)

    def _furniture(self, goes_on: Part | None) -> Callable[[Any, Any], None]:
        """Draws head and foot; the head only where a part goes on."""
        lines = self._foot_lines[::-1]

        def draw(canvas: Any, _template: Any) -> None:
            with canvas.part_of(None):
                if goes_on is not None:
                    self._head(canvas, goes_on)
                self._quietly(canvas)
                canvas.setStrokeColor(LINE)
                canvas.setLineWidth(0.5)
                rule = self.foot - FOOT + self._size
                canvas.line(SIDE, rule, self.page[0] - SIDE, rule)
                for above, line in enumerate(lines):
                    canvas.drawString(SIDE, FOOT + above * self._leading, self.style.line(line))

        return draw

    def _head(self, canvas: Any, part: Part) -> None:
        size = _HEAD * self._size
        canvas.setFont(STRONG, size)
        canvas.setFillColor(INK)
        # Translators: above a page that a part goes on to: "Record for the provider, continued".
        told = self.style.line(_("{part}, continued").format(part=part.title))
        line = fitting(told, self.column_width, STRONG, size)
        canvas.drawString(SIDE, self.page[1] - TOP, line)

    def _quietly(self, canvas: Any) -> None:
        canvas.setFont(REGULAR, self._size)
        canvas.setFillColor(QUIET)


def _page(number: int, count: int) -> str:
    told = _("Page {number} of {count}")
    return told.format(number=number_words(number), count=number_words(count))


def fitting(text: str, room: float, font: str, size: float) -> str:
    """The text in letters of this size, cut visibly where it is wider than there is room."""

    def width(told: str) -> float:
        return float(stringWidth(told, font, size))

    if width(text) <= room:
        return text
    too_long = bisect_right(range(len(text)), room, key=lambda n: width(f"{text[:n]}…"))
    return f"{text[: too_long - 1]}…"
