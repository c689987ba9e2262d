"""Every reusable widget in the states it can be in, by the name of its module."""

from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO

from decision_aid.domain.risk import Arm, Frequency, Interval
from decision_aid.gui import safe
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.card import Card, column_of
from decision_aid.gui.widgets.chip import Chip
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice, TickList
from decision_aid.gui.widgets.choice_row import AnyRow, OneRow
from decision_aid.gui.widgets.clinic_block import ClinicBlock
from decision_aid.gui.widgets.column_heads import ColumnHeads
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.fact_rows import FactRows
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.gui.widgets.icon_array import IconArray
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.legend import Legend
from decision_aid.gui.widgets.letter import letter_badge
from decision_aid.gui.widgets.lineup_bar import HatchedNote, LineupBar, Segment
from decision_aid.gui.widgets.mark import Mark
from decision_aid.gui.widgets.page_area import PageArea
from decision_aid.gui.widgets.pdf_page_bar import PageBar
from decision_aid.gui.widgets.pdf_pages import PdfPages
from decision_aid.gui.widgets.pressable import Pressable
from decision_aid.gui.widgets.progress import Progress
from decision_aid.gui.widgets.read_text import ReadText
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.gui.widgets.share_bar import Share, ShareBar
from decision_aid.gui.widgets.side_by_side import Cell, Row, SideBySide
from decision_aid.gui.widgets.sticky import Sticky
from decision_aid.gui.widgets.text_list import LineNames, TextList
from decision_aid.gui.widgets.text_table import TextTable
from decision_aid.gui.widgets.thin_numbers import ThinNumbers
from decision_aid.gui.widgets.trend_chart import TrendChart
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from reportlab.pdfgen.canvas import Canvas

Maker = Callable[[], QWidget]

LONG = "Feeling well enough in the evening to look after others and oneself for a while"
LENGTHS = (0.3, 0.015, 0.015, 0.15, 0.02)
SEGMENTS = tuple(Segment(*one) for one in enumerate(LENGTHS, start=1))
STEPS = tuple(enumerate(("Not at all", "A little", "Some", "A lot", "Most")))
LINES = LineNames("Question {number}", "New question", "Add question", "Remove question {number}")
ROWS = (RowChoice("one", "Talking therapy"), RowChoice("two", LONG, "A further line"))


def _column(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    for one in widgets:
        column.addWidget(one)
    return made


def _row(*widgets: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    for one in widgets:
        row.addWidget(one)
    row.addStretch(1)
    return made


def _banners() -> QWidget:
    button = safe.button("Open About you")
    return _column(
        Banner("Safety was checked only in part.", button=button),
        Banner(LONG, "caution"),
        Banner("A prescriber must clear this first.", "gate"),
    )


def _cards() -> QWidget:
    cards = [Card("A heading"), Card("Take care", tone="caution"), Card("Check first", tone="gate")]
    for card in cards:
        card.add(safe.label(LONG), safe.label("In small text", "small"), safe.button("Do it"))
    folded, holder = Disclosure("Open me"), Card()
    holder.hold_folded(folded)
    return column_of(*cards, holder)


def _choice_lists() -> QWidget:
    one, any_ = ChoiceList("Leaning", ROWS), TickList("Printed", ROWS)
    one.choose("two")
    any_.tick(("one",))
    return _column(one, any_)


def _choice_rows() -> QWidget:
    rows = [kind("Talking therapy", "a", LONG) for kind in (OneRow, AnyRow, OneRow, AnyRow)]
    for row in rows[1:3]:
        row.setChecked(True)
    rows[3].setEnabled(False)
    return _column(*rows)


def _clinic() -> QWidget:
    block = ClinicBlock("Your clinic’s own note")
    block.say((("Where", "Room 3"), ("Costs", LONG)), "From Example Clinic, as of Nov 1, 2026.")
    return block


def _heads() -> QWidget:
    made = QWidget()
    inside = ColumnHeads(made)
    heads = [safe.label(f"{letter}  Option", "small_strong") for letter in "AB"]
    inside.fill(heads)
    for place, head in enumerate(heads):
        head.setGeometry(120 + 160 * place, 8, 150, 40)
    made.setFixedSize(460, 60)
    inside.place()
    return made


def _disclosures() -> QWidget:
    shut, opened, quiet = Disclosure("Shut"), Disclosure("Open"), Disclosure("Quiet")
    opened.body.addWidget(safe.label(LONG))
    opened.open()
    quiet.header.setProperty("tone", "quiet")
    quiet.put_beside(SegmentedChoice("Beside it", STEPS[:2]), first=True)
    return _column(shut, opened, quiet)


def _edits() -> QWidget:
    filled = GrowingEdit("Filled")
    filled.fill(LONG + ". " + LONG)
    return _column(GrowingEdit("Empty", "What would you like to ask?"), filled)


def _arrays() -> QWidget:
    counted = Arm(counted=Frequency(count=43, of=100), interval=Interval(low=30.0, high=55.0))
    large, small, alone = IconArray(), IconArray(small=True), IconArray(small=True)
    large.show_arm(counted, "43 of 100")
    small.show_arm(Arm(percent=7.5), "7.5 of 100", event=False)
    alone.show_arm(Arm(percent=90.0), "90 of 100", alone=True)
    return _row(large, small, alone)


def _keyed() -> QWidget:
    made = KeyedList[str, QWidget](safe.label)
    made.show_keys(("One line", LONG))
    return made


def _legend() -> QWidget:
    made = Legend()
    made.show_names(["How soon", "Cost", LONG, "Misuse", "Travel"])
    return made


def _bars() -> QWidget:
    bar, none, note, thin = LineupBar(), LineupBar(), HatchedNote(), ThinNumbers()
    bar.show_fit(SEGMENTS, (0.4, 0.6), "Talk (A): fits well.", of=5)
    none.show_fit((), (0.0, 0.1), "Stay (B): fits less well.", of=5)
    thin.show_segments(SEGMENTS)
    note.say("Not weighed: your list has an MAOI. Your prescriber must check first.", "Pill (C)")
    return _column(bar, thin, none, note)


def _thin() -> QWidget:
    made = ThinNumbers()
    made.show_segments(SEGMENTS)
    return made


def _pdf() -> QWidget:
    into = BytesIO()
    canvas = Canvas(into, pagesize=(300, 120))
    canvas.drawString(40, 60, "A page")
    canvas.save()
    made = PdfPages()
    made.show_pdf(into.getvalue())
    return made


def _area() -> QWidget:
    made = PageArea()
    made.setWidget(column_of(*(Card(f"Card {number}") for number in range(4))))
    made.setFixedHeight(120)
    return made


def _pressables() -> QWidget:
    shut, opened = Pressable("Shut"), Pressable("Open")
    for one in (shut, opened):
        one.add(safe.label("A  Talking therapy", "small_strong"), safe.label(LONG, "cell"))
    opened.setChecked(True)
    return _row(shut, opened)


def _progress() -> QWidget:
    made = Progress("Making the pages …")
    made._show()
    return made


def _text() -> QWidget:
    made = ReadText()
    made.show_text("Line by line.\n" + LONG)
    return made


def _segmented() -> QWidget:
    chosen, off = SegmentedChoice("Chosen", STEPS), SegmentedChoice("Off", STEPS)
    chosen.choose(4)
    off.setEnabled(False)
    return _column(SegmentedChoice("None", STEPS), chosen, off)


def _shares() -> QWidget:
    made = ShareBar()
    made.show_shares([Share("C", 0.55), Share("B", 0.3), Share("D", 0.12), Share("A", 0.03)], "C")
    return made


class _Answer(Cell):
    def name_column(self, *, shown: bool) -> None:
        pass


def _table() -> QWidget:
    made = SideBySide()
    heads = []
    for letter in "ABC":
        head = Pressable(f"{letter}: read more")
        head.add(safe.label(f"{letter}  Option", "small_strong"))
        heads.append(head)
    band, rows = safe.label("What to expect", "subheading"), []
    for question in ("How soon?", LONG):
        cells = tuple(_Answer(f"{question} {letter}") for letter in "ABC")
        for cell in cells:
            cell.add(safe.label("In weeks", "cell"))
        rows.append(Row(safe.label(question, "small_strong"), cells, band))
    made.fill(heads, rows)
    return made


def _lines() -> QWidget:
    made = TextList(LINES, "Write a question")
    made.present(("When do we start?", LONG))
    return made


def _text_table() -> QWidget:
    made = TextTable("Sums", ("Name", "Weight"), (3, 1))
    made.add_row(("Cost", "0.25"))
    made.add_note(LONG)
    return made


def _chart() -> QWidget:
    made = TrendChart()
    days = (date(2026, 9, 1), date(2026, 10, 9), date(2026, 11, 23))
    made.show_totals(tuple(zip(days, (19, 14, 9), strict=True)), "19, 14, 9")
    return made


def _sticky() -> QWidget:
    return Sticky(Card("You said"))


WIDGETS: Mapping[str, Maker] = {
    "banner": _banners,
    "bullets": lambda: Bullets(("One sentence.", LONG)),
    "card": _cards,
    "chip": lambda: _row(Chip("4 weeks"), Chip("Take care", "caution"), Chip("Check", "gate")),
    "choice_list": _choice_lists,
    "choice_row": _choice_rows,
    "clinic_block": _clinic,
    "column_heads": _heads,
    "disclosure": _disclosures,
    "fact_rows": lambda: FactRows((("Published", "Nov 1, 2026"), ("By", LONG))),
    "field": lambda: Field("What do you take?", QLineEdit(), "A note in small text"),
    "growing_edit": _edits,
    "icon_array": _arrays,
    "keyed_list": _keyed,
    "legend": _legend,
    "letter": lambda: _row(letter_badge("A"), letter_badge("W")),
    "lineup_bar": _bars,
    "mark": lambda: _row(Mark("neutral"), Mark("caution"), Mark("gate")),
    "page_area": _area,
    "pdf_page_bar": PageBar,
    "pdf_pages": _pdf,
    "pressable": _pressables,
    "progress": _progress,
    "read_text": _text,
    "segmented": _segmented,
    "share_bar": _shares,
    "side_by_side": _table,
    "sticky": _sticky,
    "text_list": _lines,
    "text_table": _text_table,
    "thin_numbers": _thin,
    "trend_chart": _chart,
}
"""Module by module of `gui/widgets`, what makes it in its states."""


def sheet() -> QWidget:
    """All widgets in two columns, each below its name."""
    made = QWidget()
    made.setProperty("role", "ground")
    row = QHBoxLayout(made)
    row.setContentsMargins(24, 24, 24, 24)
    row.setSpacing(32)
    names = tuple(WIDGETS)
    for half in (names[: len(names) // 2], names[len(names) // 2 :]):
        parts = [one for name in half for one in (safe.label(name, "heading"), WIDGETS[name]())]
        row.addWidget(column_of(*parts), 1)
    return made
