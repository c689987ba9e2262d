"""Paragraphs that know what they are in the structure of the document."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from reportlab.lib.abag import ABag
from reportlab.platypus import Paragraph, Spacer
from reportlab.platypus.paraparser import ParaFrag

from decision_aid.report.pdf_canvas import TURN, Turn
from decision_aid.report.pdf_structure import Element
from decision_aid.report.safe_text import clean

_OUTLINED: Final[dict[str, int]] = {"H1": 0, "H2": 1}
"""The headings that stand in the outline, and how far in."""


class Tagged(Paragraph):  # type: ignore[misc] # ReportLab has no types
    """A paragraph that belongs to an element of the structure, over as many pages as it takes.

    Attributes:
        tag: The element.
        repeats: Whether it is drawn once more where its table goes on; that only decorates.
    """

    tag: Element
    repeats = False
    bulletText: str | None  # noqa: N815 - ReportLab's name
    _broken_for: float | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its size in points; tables ask again and again, and lines break alike each time."""
        if width != self._broken_for or not hasattr(self, "blPara"):
            super().wrap(width, height)
            self._broken_for = width
        return self.width, self.height

    def draw(self) -> None:
        """Draw it, each element's words as one piece on this page."""
        _part_lines(self.blPara)
        again = self.repeats and self.tag.is_drawn
        if again or not self._in_pieces():
            with self.canv.part_of(None if again else self._only()):
                super().draw()
        else:
            self._draw_mark()
            with _turned(self.blPara.lines):
                super().draw()
        level = _OUTLINED.get(self.tag.role)
        if level is not None:
            self.canv.lead_to(self.getPlainText(), level, self.height)

    def _in_pieces(self) -> bool:
        """Whether its words belong to more than one element: then each tells to which."""
        broken = self.blPara
        return bool(broken.kind) and hasattr(broken.lines[0].words[0], "heard")

    def _only(self) -> Element:
        """What all of it belongs to."""
        heard: Element = getattr(self.frags[0], "heard", self.tag) if self.frags else self.tag
        return heard

    def _draw_mark(self) -> None:
        """Draw what hangs before the first line; it is heard before what it marks."""
        if not self.bulletText:
            return
        look, mark = self.style, self.bulletText
        self.bulletText = None
        with self.canv.part_of(self.tag):
            self.canv.setFont(look.bulletFontName, look.bulletFontSize)
            self.canv.setFillColor(look.bulletColor)
            base = self.height - self.blPara.lines[0].fontSize
            self.canv.drawString(look.bulletIndent, base, f"{clean(mark)} ")

    def split(self, width: float, height: float) -> list[Any]:
        """What of it fits into this height, and the rest."""
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


@contextmanager
def _turned(lines: list[Any]) -> Iterator[None]:
    """Meanwhile, what tells the canvas where another element begins stands between the words."""
    words = [line.words for line in lines]
    _turn(lines)
    yield
    for line, were in zip(lines, words, strict=True):
        line.words = were


def _turn(lines: list[Any]) -> None:
    """Put in where another element begins, and where the last one ends."""
    now: Element | None = None
    for line in lines:
        words: list[Any] = []
        for word in line.words:
            if word.heard is not now:
                words.append(_turn_to(word.heard, ends=now is not None))
                now = word.heard
            words.append(word)
        line.words = words
    lines[-1].words.append(_turn_to(None, ends=True))


def _turn_to(element: Element | None, *, ends: bool) -> ParaFrag:
    turn = ABag(kind="onDraw", name=TURN, label=Turn(ends=ends, begins=element))
    return ParaFrag(text="", cbDefn=turn)


class Gap(Spacer):  # type: ignore[misc] # ReportLab has no types
    """Empty space; at the foot of a page as much as is left, and never a page of its own."""

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        """Its size in points."""
        return self.width, min(self.height, height)


class ToDo(Tagged):
    """A paragraph with a box beside its first line; the font has no such character.

    Attributes:
        box: The element of the box; None where the paragraph goes on on another page.
    """

    box: Element | None = None

    def draw(self) -> None:
        """Draw it."""
        if self.box:
            with self.canv.part_of(self.box):
                side = 0.85 * self.style.fontSize
                self.canv.setStrokeColor(self.style.textColor)
                self.canv.setLineWidth(0.9)
                self.canv.rect(0.5, self.height - 1.1 * self.style.fontSize, side, side)
        super().draw()

    def split(self, width: float, height: float) -> list[Any]:
        """What of it fits into this height, and the rest."""
        parts: list[Any] = super().split(width, height)
        for part in parts[:1]:
            part.box = self.box
        return parts
