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
from decision_aid.report.pdf_structure import Element
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
    "label": (STRONG, 9, 12, INK),
    "cell": (REGULAR, 9, 12, INK),
    "dense": (REGULAR, 7.5, 9.5, INK),
    "dense label": (STRONG, 7.5, 9.5, INK),
    "decision": (STRONG, 12, 16, INK),
    "safety": (STRONG, 10.5, 14, SAFETY),
}
"""Name -> font, size, line height (points), colour."""


_OUTLINED: Final[dict[str, int]] = {"H1": 0, "H2": 1}
"""The headings that stand in the outline, and how far in."""


class _Tagged(Paragraph):  # type: ignore[misc] # ReportLab has no types
    """A paragraph that belongs to an element of the structure, over as many pages as it takes.

    What is drawn once more, as the heading of a table on its next page, only decorates.
    """

    tag: Element
    repeats = False

    def draw(self) -> None:
        _part_lines(self.blPara)
        again = self.repeats and self.tag.marks
        with self.canv.part_of(None if again else self.tag):
            super().draw()
        level = _OUTLINED.get(self.tag.role)
        if level is not None:
            self.canv.lead_to(self.getPlainText(), level, self.height)

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        for part in parts:
            part.tag, part.repeats = self.tag, self.repeats
        return parts


def _part_lines(broken: Any) -> None:
    """Put back the blanks that breaking a text into lines took, for those who hear it."""
    for line in broken.lines:
        if broken.kind:
            line.words[-1].text = f"{line.words[-1].text.rstrip()} "
        elif line[1][-1:] != [""]:
            line[1].append("")


class _ToDo(_Tagged):
    """A paragraph with a box beside its first line; the font has no such character."""

    box: Element | None = None

    def draw(self) -> None:
        if self.box:
            with self.canv.part_of(self.box):
                self.canv.setStrokeColor(INK)
                self.canv.setLineWidth(0.9)
                self.canv.rect(0.5, self.height - 11, 8.5, 8.5)
        super().draw()

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        for part in parts[:1]:
            part.box = self.box
        return parts


@dataclass(frozen=True)
class Style:
    """The styles of one document and the characters its font has.

    Attributes:
        glyphs: Code points the font has.
    """

    glyphs: frozenset[int]

    def paragraph(
        self, tag: Element, text: str, style: str = "body", *, align: str = "left", mark: str = ""
    ) -> Any:
        """A paragraph of plain text; `mark` hangs before its first line."""
        return self.lead_paragraph(tag, "", text, style, align=align, mark=mark)

    def lead_paragraph(
        self,
        tag: Element,
        lead: str,
        text: str,
        style: str = "body",
        *,
        align: str = "left",
        mark: str = "",
    ) -> Any:
        """A paragraph of plain text whose lead is set in the strong font."""
        look = _paragraph_style(style, align, hanging=len(mark))
        strong = [_run(f"{self.line(lead)} ", STRONG, look)] if lead else []
        runs = [*strong, _run(self.line(text), look.fontName, look)]
        return _tagged(_Tagged(None, look, bulletText=mark and f"{mark} ", frags=runs), tag)

    def to_do(self, item: Element, text: str) -> Any:
        """A paragraph of plain text with an empty box before it, to tick with a pen."""
        look = _paragraph_style("body", "left", hanging=2)
        made = _ToDo(None, look, frags=[_run(self.line(text), look.fontName, look)])
        made.box = item.add("Lbl", alt="To do:")
        return _tagged(made, item.add("LBody"))

    def repeated(self, tag: Element, text: str, style: str, *, align: str) -> Any:
        """A paragraph that is drawn anew on every page its table goes on to."""
        made = self.paragraph(tag, text, style, align=align)
        made.repeats = True
        return made

    def line(self, text: str) -> str:
        """A text for one drawn line."""
        return printable(text, self.glyphs)


def _tagged(made: _Tagged, tag: Element) -> _Tagged:
    made.tag = tag
    return made


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
