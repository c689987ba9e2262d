"""What stands on a printed page, piece by piece: where, how large, and what it says."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_ushort, sizeof
from dataclasses import dataclass

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfObject, PdfPage, PdfTextPage

from tests.report.reading import squeezed


@dataclass(frozen=True)
class Piece:
    """A text drawn in one go, which is a line of a paragraph or a part of it.

    Attributes:
        text: What it says, squeezed.
        size: Of its letters, in points.
        base: Height of its baseline above the foot of the page, in whole points.
    """

    text: str
    size: float
    base: int


def pieces(data: bytes) -> list[list[Piece]]:
    """The pieces of each page in the order they are read."""
    with PdfDocument(data) as document:
        return [list(_of_page(page)) for page in document]


def _of_page(page: PdfPage) -> Iterator[Piece]:
    told = page.get_textpage()
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        size = c_float()
        pdfium.FPDFTextObj_GetFontSize(one, byref(size))
        text = squeezed(_text(one, told))
        if text:
            yield Piece(text, round(size.value, 2), round(one.get_matrix().f))


def _text(one: PdfObject, told: PdfTextPage) -> str:
    count = pdfium.FPDFTextObj_GetText(one, told, None, 0)
    buffer = (c_ushort * (count // 2 + 1))()
    pdfium.FPDFTextObj_GetText(one, told, buffer, sizeof(buffer))
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
