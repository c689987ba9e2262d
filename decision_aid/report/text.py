"""A document as plain text, for a note in a record or a terminal."""

from collections.abc import Iterator
from itertools import chain
from textwrap import wrap
from typing import Final, assert_never

from decision_aid.base.language import _
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.report.document import (
    Block,
    Bullets,
    Callout,
    CheckList,
    Columns,
    Document,
    FigureArm,
    FigurePair,
    Heading,
    KeyValues,
    LineUpBar,
    LineUpBars,
    Numbered,
    Paragraph,
    Part,
    SignOff,
    Table,
    WriteIn,
)
from decision_aid.report.safe_text import clean

WIDTH: Final = 78
LINE: Final = 40
"""Characters of all the lines to write on that stand beside each other."""
_ASKS: Final = ("?", ";", "\u037e", "\u061f", "\uff1f")
"""How a question ends, in Greek, Arabic and Chinese too."""


def render(document: Document) -> str:
    """The document as lines of at most 78 characters, ending in a line break."""
    lines = [line for part in document.parts for line in (*_part(part), "")]
    return "\n".join([*_head(document), *lines, *_foot(document), ""])


def _head(document: Document) -> tuple[str, ...]:
    return (*_wrapped(document.waiting), "") if document.waiting else ()


def _part(part: Part) -> Iterator[str]:
    yield from _wrapped(part.title.upper())
    yield from _wrapped(part.subtitle)
    yield "=" * WIDTH
    for block in part.blocks:
        yield from _block(block)


def _foot(document: Document) -> Iterator[str]:
    yield "-" * WIDTH
    yield from _wrapped(document.not_advice)
    facts = [day_words(document.on), f"{document.pack} {document.version}"]
    yield from _wrapped(" · ".join([*facts, *filter(None, [clean(document.label)])]))


def _block(block: Block) -> Iterator[str]:  # noqa: C901, PLR0911, PLR0912 - one arm for each kind
    match block:
        case Heading():
            return _heading(block.text, block.level)
        case Paragraph():
            return iter(_wrapped(block.text))
        case Bullets():
            lead = _heading(block.lead, 2) if block.lead else ()
            return chain(lead, _items("- ", block.items))
        case Numbered():
            return _numbered(block)
        case CheckList():
            return _items("[ ] ", block.items)
        case KeyValues():
            return chain(_key_values(block.rows), _wrapped(block.note))
        case WriteIn():
            return _write_in(block)
        case SignOff():
            return _sign_off(block)
        case Table():
            return _table(block)
        case FigurePair():
            return _figure(block)
        case LineUpBars():
            return _bars(block)
        case Callout():
            return _callout(block)
        case Columns():
            return chain.from_iterable(map(_block, (*block.left, *block.right)))
        case never:
            assert_never(never)


def _heading(text: str, level: int = 1) -> Iterator[str]:
    yield ""
    yield from _wrapped(text)
    if level == 1:
        yield "-" * min(WIDTH, len(clean(text)))


def _callout(callout: Callout) -> Iterator[str]:
    yield from _heading(callout.heading)
    yield from _wrapped(callout.lead)
    for text in callout.paragraphs:
        yield from _wrapped(text)
    yield from _key_values(callout.rows)


def _numbered(block: Numbered) -> Iterator[str]:
    for number, text in block.items:
        yield from _wrapped(text, first=f"{number}. ")


def _sign_off(block: SignOff) -> Iterator[str]:
    yield from _heading(block.heading, 2)
    yield from _key_values(block.rows)
    yield from _write_in(block.answer)


def _write_in(block: WriteIn) -> Iterator[str]:
    yield from _wrapped(" ".join(f"[ ] {box}" for box in block.boxes))
    lines = (f"{label} {'_' * round(share * LINE)}" for label, share in block.lines)
    yield from _wrapped(" ".join(lines))


def _key_values(rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for label, text in rows:
        mark = ":" if label and text and not label.endswith(_ASKS) else ""
        # A row without a label goes on with what the one above it began.
        yield from _wrapped(f"{label}{mark} {text}", first="" if label else "  ", then="  ")


def _items(mark: str, items: tuple[str, ...]) -> Iterator[str]:
    for item in items:
        yield from _wrapped(item, first=mark)


def _table(table: Table) -> Iterator[str]:
    titles = [column.title for column in table.columns[1:]]
    for lead, *cells in table.rows:
        yield from _wrapped(lead)
        for title, cell in zip(titles, cells, strict=True):
            if cell:
                yield from _wrapped(f"{title}: {cell}", first="  ", then="    ")


def _figure(figure: FigurePair) -> Iterator[str]:
    yield from _heading(figure.title)
    yield from _wrapped(figure.question)
    for arm in figure.arms:
        yield from _wrapped(_arm(arm), first="- ")
    yield from _wrapped(figure.certainty_text)
    for note in figure.notes:
        yield from _wrapped(note)


def _arm(arm: FigureArm) -> str:
    frames = ", ".join(filter(None, [arm.event, arm.other, arm.interval]))
    return f"{arm.label} ({arm.had}): {frames}"


def _bars(block: LineUpBars) -> Iterator[str]:
    for bar in block.bars:
        yield from _wrapped(_bar(bar), first="- ")
    yield from _wrapped(block.caption)


def _bar(bar: LineUpBar) -> str:
    if bar.not_weighed:
        return f"{bar.name}: {bar.words}: {bar.not_weighed}"
    score, low, high = (number_words(one, 3) for one in (bar.score, bar.low, bar.high))
    return _("{option}: {fit} (score {score}, from {low} to {high})").format(
        option=bar.name, fit=bar.words, score=score, low=low, high=high
    )


def _wrapped(text: str, *, first: str = "", then: str | None = None) -> list[str]:
    """Lines of the cleaned text; `then` stands before all but the first line."""
    indent = " " * len(first) if then is None else then
    return wrap(clean(text), WIDTH, initial_indent=first, subsequent_indent=indent)
