"""The canvas of a tagged PDF, whose pages know how many they are."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from decision_aid.report.pdf_structure import Element, write_tree
from decision_aid.report.safe_text import clean

# Streams as they are, not spelled out in ASCII: smaller and sooner written.
rl_config.useA85 = 0

Numbering = Callable[[Any, int, int], None]
"""Draws on a canvas: page `number` (from 1) of `count`."""


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

    @contextmanager
    def part_of(self, element: Element | None) -> Iterator[None]:
        """What is drawn meanwhile belongs to an element; to None what only decorates."""
        if element is None:
            self._code.append("/Artifact BMC")
        else:
            number = len(self._marked)
            element.marks.append((len(self._done), number))
            self._marked.append(element)
            self._code.append(f"/{element.role} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC")

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
