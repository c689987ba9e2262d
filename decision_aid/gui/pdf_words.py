"""What a page of a tagged PDF says, in its reading order: what a screen reader makes of it."""

from collections.abc import Callable, Iterator
from ctypes import c_ushort
from typing import Final

from pypdfium2 import PdfObject, PdfPage, PdfTextPage, raw

_LINES: Final = {"H1", "H2", "H3", "P", "LI", "TR", "Figure"}
"""Structure types that are a line of their own.

Source: ISO 32000-1:2008, 14.8.4.
"""
_BETWEEN: Final = {"TR": " | "}
"""What stands between the parts of a line, where it is not a space."""

_EMPTY: Final = 2
"""Bytes of an empty text: only what ends it."""


def tagged_text(page: PdfPage) -> str:
    """The text of a page in the order of its tags, one line for each block.

    Heads, feet and rules are no part of it; a figure says what stands for it.

    Args:
        page: An open page. PDFium lets only one thread at a time use it and all other pages.
    """
    texts = _marked_texts(page)
    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        tops = range(max(0, raw.FPDF_StructTree_CountChildren(tree)))
        lines = [
            line
            for top in tops
            for line in _lines(raw.FPDF_StructTree_GetChildAtIndex(tree, top), texts)
        ]
    finally:
        raw.FPDF_StructTree_Close(tree)
    return "\n".join(lines).strip("\n")


def _lines(element: object, texts: dict[int, str]) -> Iterator[str]:
    """The lines of an element; a heading has an empty one above it."""
    role = _string(raw.FPDF_StructElement_GetType, element)
    if role in _LINES:
        line = _joined(element, texts, _BETWEEN.get(role, " "))
        if line:
            yield from ("", line) if role.startswith("H") else (line,)
        return
    for child in _children(element):
        if not isinstance(child, int):
            yield from _lines(child, texts)


def _joined(element: object, texts: dict[int, str], between: str) -> str:
    """All that an element says, in one line."""
    alt = _string(raw.FPDF_StructElement_GetAltText, element)
    if alt:
        return alt
    parts = (
        texts.get(child, "") if isinstance(child, int) else _joined(child, texts, " ")
        for child in _children(element)
    )
    return between.join(told for part in parts if (told := " ".join(part.split())))


def _children(element: object) -> Iterator[object]:
    """Elements, and the numbers of marked content on this page."""
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:
            yield child
        elif (mark := raw.FPDF_StructElement_GetChildMarkedContentID(element, place)) >= 0:
            yield mark


def _marked_texts(page: PdfPage) -> dict[int, str]:
    """What each piece of marked content says, by its number; lines are set apart by a space."""
    texts: dict[int, str] = {}
    below: dict[int, float] = {}
    words = page.get_textpage()
    for piece in page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,)):
        mark = raw.FPDFPageObj_GetMarkedContentID(piece)
        line = piece.get_matrix().f
        goes_on = below.get(mark) == line
        texts[mark] = texts.get(mark, "") + ("" if goes_on else " ") + _piece(piece, words)
        below[mark] = line
    words.close()
    return texts


def _piece(piece: PdfObject, words: PdfTextPage) -> str:
    return _string(lambda of, *room: raw.FPDFTextObj_GetText(of, words, *room), piece)


def _string(read: Callable[[object, object, int], int], of: object) -> str:
    """A text of PDFium's, which gives its length in bytes first."""
    length = read(of, None, 0)
    if length <= _EMPTY:
        return ""
    buffer = (c_ushort * (length // 2))()
    read(of, buffer, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
