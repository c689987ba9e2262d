"""Ways to read back what was composed and printed."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from decision_aid.report.document import Block, Columns, Document, KeyValues, Part, PartId, Table
from decision_aid.report.safe_text import clean

B = TypeVar("B")
LOOKS = {
    *("decision", "crisis", "plain", "body", "strong", "quiet", "fine", "left", "right"),
    *("high", "moderate", "low", "very_low"),
}
"""How a block looks, which is no text."""


def part(document: Document, name: PartId) -> Part:
    return next(one for one in document.parts if one.id == name)


def blocks(of: Part) -> Iterator[Block]:
    """Every block of a part, those inside columns too."""
    for block in of.blocks:
        yield block
        if isinstance(block, Columns):
            yield from (*block.left, *block.right)


def of_kind(of: Part, kind: type[B]) -> list[B]:
    return [one for one in blocks(of) if isinstance(one, kind)]


def rows(of: Part) -> dict[str, str]:
    """What stands beside each label; the last one where a label comes twice."""
    return {label: said for block in of_kind(of, KeyValues) for label, said in block.rows}


def texts(thing: Any) -> Iterator[str]:
    """Every text anywhere inside a block, a part or a document."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from texts(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name))


def all_text(thing: Any) -> str:
    return "\n".join(filter(None, texts(thing)))


def printed_texts(document: Document) -> Iterator[str]:
    """Every text of the document that has to be printed, by any renderer."""
    for one in document.parts:
        yield from (one.title, one.subtitle)
        for block in blocks(one):
            row_titles = {block.columns[0].title} if isinstance(block, Table) else set()
            if not isinstance(block, Columns):
                yield from (one for one in texts(block) if one not in {*LOOKS, *row_titles})


def squeezed(text: str) -> str:
    """The text without what breaking it into lines may add, take or change."""
    return re.sub(r"[\s\x02\-\u00ad\u2010\ufffe]", "", text)


def holds(printed: str, text: str) -> bool:
    """Whether a text stands in what was printed, wherever its lines were broken."""
    return squeezed(clean(text)) in squeezed(printed)


def missing(document: Document, printed: str) -> list[str]:
    """The texts of a document that do not stand in what was printed of it."""
    whole = squeezed(printed).casefold()
    said = printed_texts(document)
    return [one for one in said if squeezed(clean(one)).casefold() not in whole]
