"""What is printed, as frozen blocks of plain text; how it looks is the renderers' business."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, get_args

from decision_aid.domain.risk import Certainty
from decision_aid.report.pack_texts import PackTexts

if TYPE_CHECKING:
    from decision_aid.workspace.snapshot import Snapshot

PartId = Literal["person", "options", "handover", "record", "sums", "sources", "ipdas"]
"""The person's page, the options side by side, the page for a prescriber who was not here, the
provider's record, every step of the sums, where the numbers come from, how the aid measures up."""
PARTS: Final[tuple[PartId, ...]] = get_args(PartId)
"""The parts, in the order they are printed."""


def usual_parts(snapshot: "Snapshot") -> tuple[PartId, ...]:
    """The parts that are printed unless others are asked for.

    Where a counselor or a helper is here and no prescriber, the hand-over to one is among them.
    """
    hands_over = snapshot.journey.accompanied and "prescriber" not in snapshot.session.people
    usual = ("person", "handover" if hands_over else "", "record", "sources")
    return tuple(part for part in PARTS if part in usual)


@dataclass(frozen=True)
class Heading:
    """A heading inside a part; level 1 or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text.

    "quiet" is for what explains, "strong" for what must not be missed, "fine" for small print.
    """

    text: str
    tone: Literal["body", "strong", "quiet", "fine"] = "body"


@dataclass(frozen=True)
class Bullets:
    """A list without an order; small where there is much of it.

    Attributes:
        items: What is listed.
        small: In small print.
        lead: What it is a list of; then all of it is one paragraph, for where there is little room.
    """

    items: tuple[str, ...]
    small: bool = False
    lead: str = ""


@dataclass(frozen=True)
class Numbered:
    """A list with its numbers: (number, text)."""

    items: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class CheckList:
    """Things to do, each with a box to tick; small where there is little room."""

    items: tuple[str, ...]
    small: bool = False


@dataclass(frozen=True)
class KeyValues:
    """Short labels and what was said: (label, text).

    Attributes:
        rows: The labels and texts.
        run_in: The text follows its label in the same line, for where there is little room.
        note: How to read them, below and on the same page.
    """

    rows: tuple[tuple[str, str], ...]
    run_in: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class WriteIn:
    """Room for a hand: boxes to tick and lines to write on, side by side.

    Attributes:
        boxes: What stands behind each box.
        lines: What stands before each line, and its share of the room for lines.
    """

    boxes: tuple[str, ...] = ()
    lines: tuple[tuple[str, float], ...]


@dataclass(frozen=True, kw_only=True)
class SignOff:
    """Something to look at and to answer by hand.

    Attributes:
        heading: What it is.
        rows: What there is to know: (label, text).
        answer: Room for the answer.
    """

    heading: str
    rows: tuple[tuple[str, str], ...]
    answer: WriteIn


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        title: Its heading.
        share: Its width beside the other columns' shares.
        align: "right" for numbers.
    """

    title: str
    share: float = 1.0
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under headings; the first column names the row.

    Attributes:
        columns: Its columns.
        rows: A text for every column of every row.
        dense: Small print, for many columns of numbers.
        close: The size of running text in narrow columns, for many columns of words.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    dense: bool = False
    close: bool = False


@dataclass(frozen=True, kw_only=True)
class FigureArm:
    """One group of a figure, as an icon array of 100 people.

    Attributes:
        label: Which group: "One group", "The other group".
        had: What the group had.
        per_100: People out of 100 it happened to, drawn dark.
        event: "46 of 100 felt much better".
        other: "54 of 100 did not".
        counts: What `event` and `other` begin with, and is set strong: "46 of 100", "54 of 100".
        interval: "could be 38 to 52 of 100", or "".
        ends: The same in whole people, drawn on the array; None where there is none.
    """

    label: str
    had: str
    per_100: int
    event: str
    other: str
    counts: tuple[str, str]
    interval: str = ""
    ends: tuple[int, int] | None = None


@dataclass(frozen=True, kw_only=True)
class FigurePair:
    """A result of one study: both its groups, or the one it had.

    Attributes:
        title: Heading of the card.
        question: What it answers.
        arms: Its groups, in the same order everywhere.
        certainty: How sure we are; drawn as one to four filled dots beside `certainty_text`.
        certainty_text: The same in words, with the source's number.
        notes: Who and when; meaning and caution; that these are groups.
    """

    title: str
    question: str
    arms: tuple[FigureArm, ...]
    certainty: Certainty
    certainty_text: str
    notes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class LineUpBar:
    """One option of the line-up.

    Attributes:
        name: Letter and name.
        words: The band in words.
        score: 0 to 1.
        low: 5th percentile of the score, 0 to 1.
        high: 95th percentile.
        not_weighed: Why it has no bar; "" when it has one.
    """

    name: str
    words: str
    score: float = 0.0
    low: float = 0.0
    high: float = 0.0
    not_weighed: str = ""


@dataclass(frozen=True)
class LineUpBars:
    """The line-up as bars, and how to read them."""

    bars: tuple[LineUpBar, ...]
    caption: str


@dataclass(frozen=True)
class Callout:
    """A box that stands out: what was decided, a crisis line, or a plain card.

    Attributes:
        kind: What it is.
        heading: Its heading.
        paragraphs: What it says.
        lead: What it comes to, in larger letters before them; "" for nothing.
        rows: What is to be found at a glance below them: (label, text).
    """

    kind: Literal["decision", "crisis", "plain"]
    heading: str
    paragraphs: tuple[str, ...]
    lead: str = ""
    rows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Columns:
    """Two columns side by side; one after the other where they do not fit on the page."""

    left: tuple["Block", ...]
    right: tuple["Block", ...]


Block = (
    Heading
    | Paragraph
    | Bullets
    | Numbered
    | CheckList
    | KeyValues
    | WriteIn
    | SignOff
    | Table
    | FigurePair
    | LineUpBars
    | Callout
    | Columns
)


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part; it begins on a new page.

    Attributes:
        id: Which part it is.
        title: Its heading.
        subtitle: What stands under it.
        blocks: Its content in reading order; what must be on its first page comes first.
        one_side: The same content arranged for one side of paper, roomiest first. The first that
            fits is printed instead of `blocks`. Empty for parts of any length.
    """

    id: PartId
    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    one_side: tuple[tuple[Block, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Document:
    """Everything that is printed.

    Attributes:
        title: The pack's title; no word of a person.
        parts: What is printed, in order.
        on: The day it was composed.
        pack: The pack's id.
        version: The pack's version.
        language: The language spoken, as in BCP 47.
        quoted: What the pack says, where that is in another language.
        label: The label the users chose for the session, or "".
        not_advice: The line at the foot of every page.
        waiting: How many checks wait for a prescriber, at the head of a note; "" for none.
    """

    title: str
    parts: tuple[Part, ...]
    on: date
    pack: str
    version: str
    language: str
    label: str
    not_advice: str
    waiting: str = ""
    quoted: PackTexts | None = None
