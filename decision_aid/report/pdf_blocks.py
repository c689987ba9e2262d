"""From blocks to ReportLab's flowables."""

from collections.abc import Sequence
from typing import Any, Final, assert_never

from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    NullActionFlowable,
    Spacer,
)

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
from decision_aid.report.pdf_sign_off import HandLine, sign_off
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_style import Style
from decision_aid.report.pdf_tables import FEW_COLUMNS, grid, key_values, stacked, table

GAP: Final = 20.0
"""Between two columns, in points."""
MOST_TOGETHER: Final = 0.5
"""Share of a page up to which a heading and what follows it stay on one page."""
LARGE_TOGETHER: Final = 0.2
"""The same for a list in large print, which takes more room."""
FEW_LINES: Final = 72.0
"""Height in points below which nothing new is begun at the foot of a page."""
LONG_ROW: Final = 0.25
"""The same for a table of many columns of words, as a share of a page: its first row is long."""


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
        for block in blocks:
            waiting += self._flowables(block, width, into)
            if not isinstance(block, Heading):
                story.append(self._together(waiting, block))
                waiting = []
        return story + waiting

    def _together(self, flowables: list[Any], block: Block) -> Any:
        """What belongs to a block, headings before it too; a list in large print may be torn."""
        long = isinstance(block, Table) and block.close
        least = LONG_ROW * self._page_height if long else self._style.room(FEW_LINES)
        listed = self._style.is_large and isinstance(block, Bullets | CheckList | KeyValues)
        most = LARGE_TOGETHER if listed else MOST_TOGETHER
        return Together(flowables, most * self._page_height, least)

    def one_side(self, part: Part, width: float, into: Element) -> list[Any]:
        """The part as the first of its arrangements that fits on one side, or else in order.

        Each is tried with its lines set closer before the next one. Large print is always set in
        order.
        """
        story = self.story(part.blocks, width, into)
        if self._style.is_large:
            return story
        closer = Typesetter(self._style.closer(), self._page_height)
        for arranged in reversed(part.one_side):
            for typesetter in (closer, self):
                page = typesetter.plain(arranged, width, into)
                story = [InPlaceOf(grid([[page]], [width]), story)]
        return story

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
                return [*key_values(block, width, style, into), style.gap(4)]
            case WriteIn():
                return [HandLine(into.add("P"), block, width, style), style.gap(4)]
            case SignOff():
                return [style.gap(3), sign_off(block, width, style, into), style.gap(4)]
            case Table():
                made = stacked if style.is_large and len(block.columns) > FEW_COLUMNS else table
                return [*made(block, width, style, into), style.gap(6)]
            case FigurePair():
                return [figure(block, width, style, into), style.gap(8)]
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
        # One after the other they may fill pages; whom to call in a crisis stays on this one.
        left = sorted(block.left, key=lambda one: not _is_crisis(one))
        after = [
            *self.story(left, width, below),
            self._style.gap(6),
            *self.story(block.right, width, below),
        ]
        if self._style.is_large:
            return after
        column = (width - GAP) / 2
        sides = tuple(
            self.plain(side, column, into.add("Div")) for side in (block.left, block.right)
        )
        looks = (("LEFTPADDING", (1, 0), (1, 0), GAP), ("BOTTOMPADDING", (0, 0), (-1, -1), 0))
        return [InPlaceOf(grid([list(sides)], (column, column + GAP), *looks), after)]

    def plain(self, blocks: Sequence[Block], width: float, into: Element) -> list[Any]:
        """One below the other; no room is kept above the first nor below the last."""
        made = [one for block in blocks for one in self._flowables(block, width, into)]
        ends = [isinstance(one, Spacer) for one in made[:1] + made[-1:]]
        return made[sum(ends[:1]) : len(made) - sum(ends[1:])]


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
    """In one paragraph; large print has room for a list."""
    if not style.is_large:
        return [style.run_in(into.add("P"), block.lead, block.items), style.gap(4)]
    listed = _bulleted(block, style, into.add("L"))
    return [*_heading(Heading(block.lead, 2), style, into), *listed, style.gap(2)]


def _to_do(block: CheckList, style: Style, into: Element) -> list[Any]:
    look = "cell" if block.small else "body"
    return [style.to_do(into.add("LI"), one, look) for one in block.items]


def _numbered(block: Numbered, style: Style, into: Element) -> list[Any]:
    """All texts begin at one place, as far in as the longest number needs."""
    room = max((len(f"{number}.") for number, _ in block.items), default=0)
    return [
        style.paragraph(into.add("LI").add("LBody"), text, mark=f"{number}.".ljust(room))
        for number, text in block.items
    ]


def _is_crisis(block: Block) -> bool:
    return isinstance(block, Callout) and block.kind == "crisis"


class Together(KeepTogether):  # type: ignore[misc] # ReportLab has no types
    """Flowables that go on to the next page together, unless they are taller than `most`.

    Taller ones begin where they stand, as long as `least` is left there; both in points.
    """

    def __init__(self, flowables: list[Any], most: float, least: float) -> None:
        super().__init__(flowables)
        self._most, self._least = most, least

    def split(self, width: float, height: float) -> list[Any]:
        """What stands in its place on the page, or begins the next one."""
        self.wrap(width, height)
        if self._most < self._H:
            return [CondPageBreak(self._least), *self._content]
        broken: list[Any] = super().split(width, height)
        return broken


class InPlaceOf(Flowable):  # type: ignore[misc] # ReportLab has no types
    """An arrangement that is never torn; where it does not fit on the page, its content in order.

    Args:
        arranged: One flowable that holds the arrangement.
        in_order: The same content, which may go on to the next page.
    """

    def __init__(self, arranged: Any, in_order: list[Any]) -> None:
        super().__init__()
        self._arranged = arranged
        self._in_order = in_order

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its size in points."""
        self.width, self.height = self._arranged.wrap(width, height)
        return self.width, self.height

    def split(self, _width: float, _height: float) -> list[Any]:
        """What stands in its place when it is too tall for what is left of the page."""
        # ReportLab puts the first of these here whatever its height; an empty one leaves the
        # choice of the page to those after it.
        return [NullActionFlowable(), *self._in_order]

    def draw(self) -> None:
        """Draw it."""
        self._arranged.drawOn(self.canv, 0, 0)
