"""Pages of a PDF as pictures and as text. PDFium does the drawing, for one thread at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_ONE_AT_A_TIME: Final = Lock()
"""PDFium is not made for two threads at once, whatever documents they are at."""


@dataclass(frozen=True, eq=False)
class Order:
    """A page that is wanted.

    Attributes:
        data: The PDF's bytes.
        number: Which page, counted from 0; the last one where there are fewer.
        width: How wide it is to be, in pixels; 0 where `scale` says it.
        scale: Pixels of the picture for each point of the page, where `width` is 0.
    """

    data: bytes
    number: int
    width: int = 0
    scale: float = 0.0


@dataclass(frozen=True, eq=False)
class Drawn:
    """A page as it was drawn.

    Attributes:
        number: Which page, counted from 0.
        count: How many pages there are.
        image: The picture; it may be used on any thread.
        text: What it says, in the order of its tags.
        points: The page's own width and height in points.
    """

    number: int
    count: int
    image: QImage
    text: str
    points: tuple[float, float]


def draw(order: Order) -> Drawn:
    """Draw a page, and read it."""
    from decision_aid.gui.pdf_words import tagged_text  # noqa: PLC0415 - as PDFium below

    with _opened(order.data) as pdf:
        number = min(order.number, len(pdf) - 1)
        page = pdf[number]
        scale = order.width / page.get_width() if order.width else order.scale
        return Drawn(number, len(pdf), _image(page, scale), tagged_text(page), page.get_size())


def image(data: bytes, number: int, scale: float) -> QImage:
    """A page as a picture.

    Args:
        data: The PDF's bytes.
        number: Which page, counted from 0.
        scale: Pixels of the picture for each point of the page.
    """
    with _opened(data) as pdf:
        return _image(pdf[number], scale)


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    with _opened(data) as pdf:
        return len(pdf)


@contextmanager
def _opened(data: bytes) -> "Iterator[PdfDocument]":
    from pypdfium2 import PdfDocument  # noqa: PLC0415 - slow to load: not on the window's thread

    with _ONE_AT_A_TIME, PdfDocument(data) as pdf:
        yield pdf


def _image(page: "PdfPage", scale: float) -> QImage:
    drawn = page.render(scale=scale, prefer_bgrx=True)
    form = QImage.Format.Format_RGB32
    borrowed = QImage(memoryview(drawn.buffer), drawn.width, drawn.height, drawn.stride, form)
    return borrowed.copy()
