"""From blocks to ReportLab's flowables."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final, assert_never

from reportlab.platypus import Spacer

from decision_aid.report.document import (
    Block,
    Bullets,
    Callout,
    CheckList,
    Columns,
    FigurePair,
    Heading,
    KeyValues,
    LineUpBars,
    Numbered,
    Paragraph,
    Part,
    SignOff,
    Table,
    WriteIn,
)
from decision_aid.report.pdf_cards import callout, figure, line_up
from decision_aid.report.pdf_flow import InPlaceOf, Together
from decision_aid.report.pdf_sign_off import HandLine, sign_off
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_style import Style
from decision_aid.report.pdf_tables import FEW_COLUMNS, grid, key_values, stacked, table

GAP: Final = 20.0
"""Between two columns, in points."""
MOST_TOGETHER: Final = 0.5
"""Share of a page up to which a heading and what follows it stay on one page."""
CLOSER_SAVES: Final = 1.18
"""What is more times as tall as its page does not fit on it by setting its lines closer."""
LARGE_TOGETHER: Final = 0.2
"""The same for a list in large print, which takes more room."""
FEW_LINES: Final = 72.0
"""Height in points below which nothing new is begun at the foot of a page."""


class Typesetter:
    """Sets blocks in columns.

    Args:
        style: Fonts and styles.
        page_height: Height of a page's column in points; what is longer is split over pages.
    """

    def __init__(self, style: Style, page_height: float) -> None:
        self._style = style
        self._page_height = page_height

    def story(self, blocks: Sequence[Block], width: float, into: Element) -> list[Any]:
        """The flowables of some blocks; a heading stays with what follows it."""
        story: list[Any] = []
        waiting: list[Any] = []
        for place, block in enumerate(blocks):
            lead = len(waiting)
            waiting += self._flowables(block, width, into)
            if not _introduces(block, blocks[place + 1 : place + 2], below_heading=lead > 0):
                story.append(self._together(waiting, block, lead))
                waiting = []
        return story + waiting

    def _together(self, flowables: list[Any], block: Block, lead: int) -> Any:
        """What belongs to a block, headings before it too; a list in large print may be torn."""
        most, least = self._most(block) * self._page_height, self._style.room(FEW_LINES)
        return Together(flowables, most=most, least=least, lead=lead)

    def _most(self, block: Block) -> float:
        """Up to which share of a page it stays together: a figure is read as one."""
        if isinstance(block, FigurePair):
            return 1.0
        listed = isinstance(block, Bullets | CheckList)
        return LARGE_TOGETHER if self._style.is_large and listed else MOST_TOGETHER

    def one_side(self, part: Part, width: float, into: Element) -> list[Any]:
        """The part as the first of its arrangements that fits on one side, or else in order.

        Each is tried with its lines set closer before the next one. Large print is always set in
        order.
        """
        if self._style.is_large:
            return self.story(part.blocks, width, into)
        closer = Typesetter(self._style.closer(), self._page_height)
        tries = [(blocks, setter) for blocks in part.one_side for setter in (self, closer)]
        return self._first_that_fits(tries, part, width, into)

    def _first_that_fits(
        self,
        tries: "Sequence[tuple[Sequence[Block], Typesetter]]",
        part: Part,
        width: float,
        into: Element,
    ) -> list[Any]:
        if not tries:
            return self.story(part.blocks, width, into)
        (arranged, typesetter), *rest = tries
        page = grid([[typesetter.plain(arranged, width, into.add("Div"))]], [width])

        def go_on(times: float) -> list[Any]:
            hopeless = times > CLOSER_SAVES and rest and rest[0][0] is arranged
            return self._first_that_fits(rest[1:] if hopeless else rest, part, width, into)

        return [InPlaceOf(page, go_on)]

    def _flowables(  # noqa: C901, PLR0911, PLR0912 - one arm for each kind of block
        self, block: Block, width: float, into: Element
    ) -> list[Any]:
        style = self._style
        match block:
            case Heading():
                return _heading(block, style, into)
            case Paragraph():
                above = 5 if block.tone == "fine" else 0
                set_text = style.paragraph(into.add("P"), block.text, block.tone)
                return [style.gap(above), set_text, style.gap(3)]
            case Bullets() if block.lead:
                return _run_in(block, style, into)
            case Bullets():
                return [*_bulleted(block, style, into.add("L")), style.gap(2)]
            case Numbered():
                return [*_numbered(block, style, into.add("L")), style.gap(2)]
            case CheckList():
                return [*_to_do(block, style, into.add("L")), style.gap(2)]
            case KeyValues():
                rows = key_values(block, width, style, into)
                return [*rows, *_note(block, style, into), style.gap(4)]
            case WriteIn():
                return [HandLine(into.add("P"), block, width, style), style.gap(4)]
            case SignOff():
                return [style.gap(3), sign_off(block, width, style, into), style.gap(4)]
            case Table():
                made = stacked if style.is_large and len(block.columns) > FEW_COLUMNS else table
                return [*made(block, width, style, into), style.gap(6)]
            case FigurePair():
                return [style.gap(4), figure(block, width, style, into), style.gap(8)]
            case LineUpBars():
                return [style.gap(3), *line_up(block, width, style, into), style.gap(6)]
            case Callout():
                return [style.gap(6), callout(block, width, style, into), style.gap(8)]
            case Columns():
                return self._columns(block, width, into)
            case never:
                assert_never(never)

    def _columns(self, block: Columns, width: float, into: Element) -> list[Any]:
        below = into.add("Div")
        if self._style.is_large:
            return self._one_below_the_other(block, width, below)
        column = (width - GAP) / 2
        sides = [self.plain(side, column, into.add("Div")) for side in (block.left, block.right)]
        looks = (("LEFTPADDING", (1, 0), (1, 0), GAP), ("BOTTOMPADDING", (0, 0), (-1, -1), 0))
        beside = grid([sides], (column, column + GAP), *looks)
        in_order = partial(self._one_below_the_other, block, width, below)
        arranged = InPlaceOf(beside, lambda _times: in_order())
        return [self._style.gap(4), arranged, self._style.gap(5)]

    def _one_below_the_other(self, block: Columns, width: float, into: Element) -> list[Any]:
        left, right = (self.story(side, width, into) for side in (block.left, block.right))
        return [*left, self._style.gap(6), *right]

    def plain(self, blocks: Sequence[Block], width: float, into: Element) -> list[Any]:
        """One below the other; no room is kept above the first nor below the last."""
        made = [one for block in blocks for one in self._flowables(block, width, into)]
        ends = [isinstance(one, Spacer) for one in made[:1] + made[-1:]]
        return made[sum(ends[:1]) : len(made) - sum(ends[1:])]


def _introduces(block: Block, following: Sequence[Block], *, below_heading: bool) -> bool:
    """Whether a block stays with the next one: a heading, and a paragraph right below it."""
    if isinstance(block, Paragraph):
        return below_heading and not all(isinstance(one, Heading) for one in following)
    return isinstance(block, Heading)


def _heading(block: Heading, style: Style, into: Element) -> list[Any]:
    above, role = (9, "H2") if block.level == 1 else (5, "H3")
    tag = into.add("H2" if role == "H2" else "H3")
    return [
        style.gap(above),
        style.paragraph(tag, block.text, f"heading {block.level}"),
        style.gap(2),
    ]


def _bulleted(block: Bullets, style: Style, into: Element) -> list[Any]:
    look = "cell" if block.small else "body"
    return [
        style.paragraph(into.add("LI").add("LBody"), one, look, mark="•") for one in block.items
    ]


def _run_in(block: Bullets, style: Style, into: Element) -> list[Any]:
    """In one paragraph, heard as a list; large print has room for one that is seen, too."""
    if not style.is_large:
        return [style.run_in(into, block.lead, block.items), style.gap(4)]
    listed = _bulleted(block, style, into.add("L"))
    return [*_heading(Heading(block.lead, 2), style, into), *listed, style.gap(2)]


def _note(block: KeyValues, style: Style, into: Element) -> list[Any]:
    if not block.note:
        return []
    return [style.gap(3), style.paragraph(into.add("P"), block.note, "quiet")]


def _to_do(block: CheckList, style: Style, into: Element) -> list[Any]:
    look = "cell" if block.small else "body"
    return [style.to_do(into.add("LI"), one, look) for one in block.items]


def _numbered(block: Numbered, style: Style, into: Element) -> list[Any]:
    """All texts begin at one place, as far in as the longest number needs."""
    room = max((len(f"{number}.") for number, _text in block.items), default=0)
    return [
        style.paragraph(into.add("LI").add("LBody"), text, mark=f"{number}.".ljust(room))
        for number, text in block.items
    ]
