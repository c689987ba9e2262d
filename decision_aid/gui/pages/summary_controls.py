"""What is printed, on which paper and how large."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from decision_aid.base.frozen import dataclass
from decision_aid.base.language import N_, _, pgettext
from decision_aid.gui import safe
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.choice_list import RowChoice, TickList
from decision_aid.gui.widgets.segmented import SegmentedChoice

if TYPE_CHECKING:
    from decision_aid.report.document import PartId
    from decision_aid.report.pdf_pages import Paper
    from decision_aid.report.pdf_style import PrintSize

PARTS: "Final[tuple[tuple[PartId, str, str], ...]]" = (
    ("person", N_("My page"), N_("What matters and what is next.")),
    ("options", N_("All options"), N_("Side by side, to read at home.")),
    ("handover", N_("Hand-over to the prescriber"), N_("What waits for their check.")),
    ("record", N_("Record for the provider"), N_("Answers, checks and the line-up.")),
    ("sums", N_("The sums"), N_("Every step of the line-up, to check by hand.")),
    ("sources", N_("Sources"), N_("Where the numbers come from.")),
    ("ipdas", N_("How this aid measures up (IPDAS)"), N_("What a good aid needs.")),
)
NO_PARTS = N_("Choose at least one part to print.")


@dataclass(frozen=True)
class PrintChoices:
    """What was chosen to be printed.

    Attributes:
        parts: The parts.
        usual: The parts that were usual then; what is newly usual is ticked by itself.
        paper: The paper.
        size: The size of print.
    """

    parts: "tuple[PartId, ...]"
    usual: "tuple[PartId, ...]"
    paper: "Paper"
    size: "PrintSize"


class SummaryControls(Card):
    """Parts, paper and the size of print.

    Attributes:
        changed: Emitted when other parts, another paper or another size were chosen.

    Args:
        paper: The paper chosen at first.
    """

    changed = Signal()

    def __init__(self, paper: "Paper") -> None:
        super().__init__(_("What to print"))
        rows = [RowChoice(part, _(title), _(more)) for part, title, more in PARTS]
        self._parts = TickList(_("Print"), rows)
        self._usual: tuple[PartId, ...] = ()
        # Translators: a size of paper, 8.5 by 11 inches; not something to read.
        letter = pgettext("paper", "Letter")
        sizes = (("letter", letter), ("a4", "A4"))
        self._paper = SegmentedChoice(_("Paper"), sizes, can_unchoose=False)
        self._paper.choose(paper)
        self._size = SegmentedChoice(
            _("Print size"),
            (("normal", _("Normal")), ("large", _("Large (16 point)"))),
            can_unchoose=False,
        )
        self._size.choose("normal")
        self._parts.ticked.connect(lambda _parts: self.changed.emit())
        self._paper.chosen.connect(lambda _paper: self.changed.emit())
        self._size.chosen.connect(lambda _size: self.changed.emit())
        self.add(self._parts, safe.label(_("Paper"), "small_strong"), self._paper)
        self.add(safe.label(_("Print size"), "small_strong"), self._size)
        self.add(safe.label(_("Large print takes more pages."), "small"))

    def suggest(self, usual: "tuple[PartId, ...]") -> None:
        """Tick what is newly usual, untick what no longer is; all else stays as it was chosen."""
        before, self._usual = {*self._usual}, usual
        kept = {*self._parts.values} - (before - {*usual})
        self._parts.tick((*kept, *({*usual} - before)))

    @property
    def choices(self) -> PrintChoices:
        """All that is chosen."""
        return PrintChoices(self.parts, self._usual, self.paper, self.print_size)

    def choose(self, choices: PrintChoices) -> None:
        """Show all of it as chosen. Emits nothing."""
        self._usual = choices.usual
        self._parts.tick(choices.parts)
        self._paper.choose(choices.paper)
        self._size.choose(choices.size)

    @property
    def parts(self) -> "tuple[PartId, ...]":
        """The parts chosen, in the order of print."""
        return tuple(part for part, *_words in PARTS if part in self._parts.values)

    @property
    def paper(self) -> "Paper":
        """The paper chosen."""
        return "a4" if self._paper.value == "a4" else "letter"

    @property
    def print_size(self) -> "PrintSize":
        """The size of print chosen."""
        return "large" if self._size.value == "large" else "normal"
