"""How paper looks: fonts, colours, paragraph styles, and the way from text to a paragraph."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final, Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus.paraparser import ParaFrag

from decision_aid.base.language import _
from decision_aid.base.resources import resources_dir
from decision_aid.report.pack_texts import PackTexts, Piece
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_text import Gap, Tagged, ToDo
from decision_aid.report.safe_text import printable

REGULAR: Final = "IBMPlexSans"
STRONG: Final = "IBMPlexSans-SemiBold"

INK: Final = HexColor("#1D2935")
QUIET: Final = HexColor("#4A5563")
LINE: Final = HexColor("#D3D9DF")
PALE: Final = HexColor("#F4F6F7")
TRACK: Final = HexColor("#E9EDF0")
BAR: Final = HexColor("#7C8996")
UNSURE: Final = HexColor("#B4BCC4")
BRAND: Final = HexColor("#0F5C5C")
BRAND_PALE: Final = HexColor("#E4F0EF")
BRAND_LINE: Final = HexColor("#BBD6D4")
SAFETY: Final = HexColor("#8F1D1D")
SAFETY_PALE: Final = HexColor("#FCECEC")
SAFETY_LINE: Final = HexColor("#E5B5B5")

NO_BREAK: Final = "\u00a0"
"""A blank that stays between the words beside it."""

PrintSize = Literal["normal", "large"]
"""Normal print is 10 points, large print 16."""

_STYLES: Final[dict[str, tuple[str, float, float, Any]]] = {
    "title": (STRONG, 19, 23, INK),
    "subtitle": (REGULAR, 10.5, 14, QUIET),
    "date": (REGULAR, 9.5, 14, QUIET),
    "heading 1": (STRONG, 12.5, 16, INK),
    "heading 2": (STRONG, 10.5, 14, INK),
    "body": (REGULAR, 10, 13.5, INK),
    "strong": (STRONG, 10, 13.5, INK),
    "quiet": (REGULAR, 9, 12, QUIET),
    "fine": (REGULAR, 8.5, 11, QUIET),
    "label": (STRONG, 9, 12, INK),
    "cell": (REGULAR, 9, 12, INK),
    "close": (REGULAR, 8.5, 10.6, INK),
    "dense": (REGULAR, 8, 10, INK),
    "dense label": (STRONG, 8, 10, INK),
    "decision": (STRONG, 13.5, 17.5, INK),
    "safety": (STRONG, 10.5, 14, SAFETY),
}
"""Name -> font, size, line height (points), colour."""

_LARGE: Final[dict[str, float]] = {"title": 25, "heading 1": 20, "decision": 19}
"""Sizes of large print in points, where they are not 16."""
_LEADING: Final = 1.32
_SNUG: Final = 1.2
"""Line heights as shares of the size: of large print, and where much must stand on one side."""


@dataclass(frozen=True)
class Style:
    """The styles of one document and the characters its font has.

    Attributes:
        glyphs: Code points the font has.
        size: How large the print is.
        least: No letters are smaller than this, in points; 0 for no such limit.
        snug: Lines and what stands below each other are set closer.
        quoted: The pack's texts, where they are in another language than is spoken.
    """

    glyphs: frozenset[int]
    size: PrintSize = "normal"
    least: float = 0.0
    snug: bool = False
    quoted: PackTexts | None = None

    @property
    def is_large(self) -> bool:
        """Whether it is large print: what can stand one below another does not stand beside it."""
        return self.size == "large"

    def at_least(self, points: float) -> "Style":
        """The same without small print."""
        return replace(self, least=points)

    def closer(self) -> "Style":
        """The same size of letters in less room."""
        return replace(self, snug=True)

    def gap(self, points: float) -> Any:
        """An empty space of so many points below normal print, less where much must fit."""
        return Gap(0, 0.6 * points if self.snug else points)

    def room(self, points: float) -> float:
        """Room of so many points beside normal print, beside this print."""
        return 1.5 * points if self.is_large else points

    def paragraph(
        self, tag: Element, text: str, style: str = "body", *, align: str = "left", mark: str = ""
    ) -> Any:
        """A paragraph of plain text; `mark` hangs before its first line."""
        look = _look(self, style, align, hanging=len(mark))
        runs = self._runs(tag, look, (text, look.fontName))
        made = Tagged(None, look, bulletText=mark and f"{self.line(mark)} ", frags=runs)
        made.tag = tag
        return made

    def lead_paragraph(self, tag: Element, lead: str, text: str, style: str = "body") -> Any:
        """A paragraph of plain text whose lead is set in the strong font."""
        look = _look(self, style, "left", hanging=0)
        runs = self._runs(tag, look, (f"{lead} ", STRONG), (text, look.fontName))
        made = Tagged(None, look, frags=runs)
        made.tag = tag
        return made

    def stressed(self, tag: Element, before: str, stress: str, after: str) -> Any:
        """A paragraph of plain text with some of it in the strong font."""
        look = _look(self, "body", "left", hanging=0)
        plain, rest = look.fontName, after.lstrip()
        blank = after.removesuffix(rest)
        texts = ((before, plain), (f"{stress}{blank}", STRONG), (rest, plain))
        runs = self._runs(tag, look, *(one for one in texts if one[0]))
        made = Tagged(None, look, frags=runs)
        made.tag = tag
        return made

    def run_in(self, into: Element, lead: str, items: Sequence[str]) -> Any:
        """A paragraph of a lead and its items, each behind a mark that no line ends with.

        It is heard as a paragraph with a list behind it.
        """
        look = _look(self, "body", "left", hanging=0)
        tag = into.add("P")
        runs = _all_heard(tag, self._runs(tag, look, (f"{lead}: ", STRONG)))
        listed = into.add("L")
        for item in items:
            body = listed.add("LI").add("LBody")
            mark = _run(f"•{NO_BREAK}", STRONG, look)
            item_runs = self._runs(body, look, (f"{item} ", look.fontName))
            runs += _all_heard(body, [mark, *item_runs])
        made = Tagged(None, look, frags=_apart(runs))
        made.tag = tag
        return made

    def _runs(self, tag: Element, look: ParagraphStyle, *texts: tuple[str, str]) -> list[ParaFrag]:
        """The runs of texts in their fonts; where they are of two languages, each has an element.

        A run that has none is heard as the whole paragraph is.
        """
        told = [(piece, font) for text, font in texts for piece in self._pieces(text)]
        if len({piece.language for piece, _font in told}) == 1:
            tag.language = told[0][0].language
            return [self._piece(piece, font, look) for piece, font in told]
        spans: list[Element] = []
        runs = []
        for piece, font in told:
            if not spans or spans[-1].language != piece.language:
                spans.append(tag.add("Span"))
                spans[-1].language = piece.language
            runs.append(_heard(spans[-1], self._piece(piece, font, look)))
        return _apart(runs)

    def _pieces(self, text: str) -> tuple[Piece, ...]:
        if self.quoted is None:
            return (Piece(text, ""),)
        joined = " ".join(text.split())
        told = f"{joined} " if text.endswith(" ") else joined
        return self.quoted.pieces(told) or (Piece(told, ""),)

    def _piece(self, piece: Piece, font: str, look: ParagraphStyle) -> ParaFrag:
        blank = piece.text[len(piece.text.rstrip()) :]
        return _run(f"{self.line(piece.text)}{blank and ' '}", font, look)

    def to_do(self, item: Element, text: str, style: str = "body") -> Any:
        """A paragraph of plain text with an empty box before it, to tick with a pen."""
        look = _look(self, style, "left", hanging=2)
        box, tag = item.add("Lbl", alt=_("To do:")), item.add("LBody")
        made = ToDo(None, look, frags=self._runs(tag, look, (text, look.fontName)))
        made.box, made.tag = box, tag
        return made

    def repeated(self, tag: Element, text: str, style: str, *, align: str) -> Any:
        """A paragraph that is drawn anew on every page its table goes on to."""
        made = self.paragraph(tag, text, style, align=align)
        made.repeats = True
        return made

    def line(self, text: str) -> str:
        """A text for one drawn line."""
        return printable(text, self.glyphs)


def load_style(size: PrintSize = "normal") -> Style:
    """Register the fonts that come with the program, and make a style with them."""
    folder = resources_dir() / "fonts"
    for name in (REGULAR, STRONG):
        if name not in pdfmetrics.getRegisteredFontNames():
            file = folder / f"{'IBMPlexSans-Regular' if name == REGULAR else name}.ttf"
            pdfmetrics.registerFont(TTFont(name, str(file)))
    return Style(frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph), size)


def _run(text: str, font: str, look: ParagraphStyle) -> ParaFrag:
    """Text in one font, given to the paragraph as it is: no parser of markup ever sees it."""
    return ParaFrag(
        text=text,
        fontName=font,
        fontSize=look.fontSize,
        textColor=look.textColor,
        rise=0,
        link=[],
        us_lines=[],
    )


def _heard(element: Element, run: ParaFrag) -> ParaFrag:
    run.heard = element
    return run


def _all_heard(element: Element, runs: list[ParaFrag]) -> list[ParaFrag]:
    """The runs, those that are heard as no element of their own as this one."""
    return [one if hasattr(one, "heard") else _heard(element, one) for one in runs]


def _apart(runs: list[ParaFrag]) -> list[ParaFrag]:
    """The runs, to be kept apart: ReportLab joins those that look alike, links and all."""
    for place, run in enumerate(runs):
        run.link = () if place % 2 else []
    return runs


@lru_cache(maxsize=256)
def _look(style: Style, name: str, align: str, hanging: int) -> Any:
    """How a paragraph looks; kept, for ReportLab takes its time to make one."""
    font, size, leading, colour = _STYLES[name]
    if style.is_large:
        size = _LARGE.get(name, 16)
        leading = _LEADING * size
    else:
        known, size = size, max(size, style.least)
        leading = _SNUG * size if style.snug else leading * size / known
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=colour,
        alignment={"left": 0, "right": 2}[align],
        leftIndent=style.room(6 + 5.5 * hanging) if hanging else 0,
        bulletFontName=font,
        bulletFontSize=size,
        bulletColor=colour,
        allowWidows=0,
        allowOrphans=0,
    )
