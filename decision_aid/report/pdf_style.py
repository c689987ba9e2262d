"""How paper looks: fonts, colours, paragraph styles, and the way from text to a paragraph."""

from dataclasses import dataclass
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from decision_aid.base.resources import resources_dir
from decision_aid.report.safe_text import printable

REGULAR: Final = "IBMPlexSans"
STRONG: Final = "IBMPlexSans-SemiBold"

INK: Final = HexColor("#1D2935")
QUIET: Final = HexColor("#4A5563")
LINE: Final = HexColor("#D3D9DF")
PALE: Final = HexColor("#F4F6F7")
TRACK: Final = HexColor("#E9EDF0")
BAR: Final = HexColor("#7C8996")
BRAND: Final = HexColor("#0F5C5C")
BRAND_PALE: Final = HexColor("#E4F0EF")
BRAND_LINE: Final = HexColor("#BBD6D4")
SAFETY: Final = HexColor("#8F1D1D")
SAFETY_PALE: Final = HexColor("#FCECEC")
SAFETY_LINE: Final = HexColor("#E5B5B5")

_STYLES: Final[dict[str, tuple[str, float, float, Any]]] = {
    "title": (STRONG, 19, 23, INK),
    "subtitle": (REGULAR, 10.5, 14, QUIET),
    "date": (REGULAR, 9.5, 14, QUIET),
    "heading 1": (STRONG, 12.5, 16, INK),
    "heading 2": (STRONG, 10.5, 14, INK),
    "body": (REGULAR, 10, 13.5, INK),
    "strong": (STRONG, 10, 13.5, INK),
    "quiet": (REGULAR, 9, 12, QUIET),
    "fine": (REGULAR, 7.5, 9.5, QUIET),
    "label": (STRONG, 9, 12, INK),
    "cell": (REGULAR, 9, 12, INK),
    "close": (REGULAR, 8.5, 11, INK),
    "dense": (REGULAR, 7.5, 9.5, INK),
    "dense label": (STRONG, 7.5, 9.5, INK),
    "decision": (STRONG, 12, 16, INK),
    "safety": (STRONG, 10.5, 14, SAFETY),
}
"""Name -> font, size, line height (points), colour."""


class _ToDo(Paragraph):  # type: ignore[misc] # ReportLab has no types
    """A paragraph with a box beside its first line; the font has no such character."""

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.9)
        canvas.rect(0.5, self.height - self.style.fontSize - 1, 8.5, 8.5)
        super().draw()


@dataclass(frozen=True)
class Style:
    """The styles of one document and the characters its font has.

    Attributes:
        glyphs: Code points the font has.
    """

    glyphs: frozenset[int]

    def paragraph(
        self, text: str, style: str = "body", *, align: str = "left", mark: str = ""
    ) -> Any:
        """A paragraph of plain text; `mark` hangs before its first line."""
        return self.lead_paragraph("", text, style, align=align, mark=mark)

    def lead_paragraph(
        self, lead: str, text: str, style: str = "body", *, align: str = "left", mark: str = ""
    ) -> Any:
        """A paragraph of plain text whose lead is set in the strong font."""
        look = _paragraph_style(style, align, hanging=len(mark))
        strong = [_run(f"{self.line(lead)} ", STRONG, look)] if lead else []
        runs = [*strong, _run(self.line(text), look.fontName, look)]
        return Paragraph(None, look, bulletText=mark or None, frags=runs)

    def to_do(self, text: str, style: str = "body") -> Any:
        """A paragraph of plain text with an empty box before it, to tick with a pen."""
        look = _paragraph_style(style, "left", hanging=2)
        return _ToDo(None, look, frags=[_run(self.line(text), look.fontName, look)])

    def line(self, text: str) -> str:
        """A text for one drawn line."""
        return printable(text, self.glyphs)


def load_style() -> Style:
    """Register the fonts that come with the program, and make a style with them."""
    folder = resources_dir() / "fonts"
    for name in (REGULAR, STRONG):
        if name not in pdfmetrics.getRegisteredFontNames():
            file = folder / f"{'IBMPlexSans-Regular' if name == REGULAR else name}.ttf"
            pdfmetrics.registerFont(TTFont(name, str(file)))
    return Style(frozenset(pdfmetrics.getFont(REGULAR).face.charToGlyph))


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


def _paragraph_style(name: str, align: str, hanging: int) -> Any:
    font, size, leading, colour = _STYLES[name]
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=colour,
        alignment={"left": 0, "right": 2}[align],
        leftIndent=(6 + 5.5 * hanging) if hanging else 0,
        bulletFontName=font,
        bulletFontSize=size,
        bulletColor=colour,
        allowWidows=0,
        allowOrphans=0,
    )
