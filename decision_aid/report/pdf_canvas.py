"""The canvas of a tagged PDF, whose pages know how many they are."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from decision_aid.report.pdf_structure import Element, write_tree
from decision_aid.report.safe_text import clean

# Streams as they are, not spelled out in ASCII: smaller and sooner written.
rl_config.useA85 = 0

TURN: Final = "turn to another element"
"""What a paragraph calls where a `Turn` stands in it."""

Numbering = Callable[[Any, int, int], None]
"""Draws on a canvas: page `number` (from 1) of `count`."""


@dataclass(frozen=True)
class Turn:
    """A place in a paragraph where one element ends and another one begins.

    Attributes:
        ends: Whether a piece is open there.
        begins: The element that goes on from there; None at the end.
    """

    ends: bool
    begins: Element | None


@dataclass(frozen=True)
class _Entry:
    """A line of the outline: where it leads, in points from the foot of the page."""

    title: str
    level: int
    top: float


@dataclass(frozen=True)
class _Page:
    """A page that waits for its number.

    Attributes:
        state: The canvas as it stood at the end of the page.
        marked: The element of each piece of marked content.
        entries: What the outline leads to.
    """

    state: dict[str, Any]
    marked: list[Element]
    entries: list[_Entry]


class TaggedCanvas(Canvas):  # type: ignore[misc] # ReportLab has no types
    """A canvas that notes which element everything drawn belongs to.

    Pages are kept open until the last one is there, so that each can be told how many there are
    without setting the document twice.

    Args:
        root: The top of the structure tree.
        numbering: Draws the number of a page.
    """

    def __init__(self, *given: Any, root: Element, numbering: Numbering, **named: Any) -> None:
        self._root = root
        self._numbering = numbering
        self._done: list[_Page] = []
        self._marked: list[Element] = []
        self._entries: list[_Entry] = []
        super().__init__(*given, **named)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setNamedCB(TURN, self._turn)

    @contextmanager
    def part_of(self, element: Element | None) -> Iterator[None]:
        """What is drawn meanwhile belongs to an element; to None what only decorates."""
        if element is None:
            self._code.append("/Artifact BMC")
        else:
            self._code.append(self._piece(element))
        yield
        self._code.append("EMC")

    def _piece(self, element: Element) -> str:
        """The code that begins a piece of marked content of an element on this page."""
        number = len(self._marked)
        element.marks.append((len(self._done), number))
        self._marked.append(element)
        return f"/{element.role} <</MCID {number}>> BDC"

    def _turn(self, _canvas: Any, _kind: str, turn: Turn) -> None:
        """Inside a line of a paragraph, end a piece of marked content and begin another one."""
        ends = ["EMC"] if turn.ends else []
        begins = [self._piece(turn.begins)] if turn.begins else []
        # ReportLab gives what it draws the line with in no other way.
        self._curr_tx_info["tx"]._code += [*ends, *begins]  # noqa: SLF001

    def lead_to(self, title: str, level: int, height: float) -> None:
        """Add a line to the outline that leads to `height` points above where one draws."""
        _, top = self.absolutePosition(0, height)
        self._entries.append(_Entry(title, level, top))

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Go on to the next page."""
        self._done.append(_Page(dict(vars(self)), self._marked, self._entries))
        self._marked, self._entries = [], []
        self._startPage()

    def save(self) -> None:
        """Number the pages, hang the structure into the document, and write it."""
        if self._code:
            self.showPage()
        pages = self._done
        for number, page in enumerate(pages, start=1):
            self.__dict__.update(page.state)
            with self.part_of(None):
                self._numbering(self, number, len(pages))
            for place, entry in enumerate(page.entries):
                key = f"{number} {place}"
                self.bookmarkHorizontalAbsolute(key, entry.top)
                self.addOutlineEntry(clean(entry.title), key, entry.level)
            super().showPage()
        write_tree(self._doc, self._root, [page.marked for page in pages])
        super().save()
