"""What opens below a row of the table: more words, sources, the figures in full."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.options import Cell, Question
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Figure
from decision_aid.domain.safety import usually
from decision_aid.gui import safe
from decision_aid.gui.pages.options_cell import Frame
from decision_aid.gui.pages.options_figure import FigureView, FurtherFigure
from decision_aid.gui.pages.study_block import StudiesBlock
from decision_aid.gui.widgets.clinic_block import ClinicBlock
from decision_aid.workspace import wording
from decision_aid.workspace.clinic_words import as_of_sentence, notes_beside, option_notes
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.study_words import other_marks, studies_in_words
from decision_aid.workspace.words import source_lines

NO_NUMBERS = N_("We do not have good numbers.")
IN_WORDS = N_("About the numbers in these words")


class Panel(QFrame):
    """A panel with a heading and a button that shuts it.

    Args:
        title: Its heading.
        shut: What shuts it.

    Attributes:
        body: Where its content goes.
    """

    def __init__(self, title: str, shut: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 20)
        self.body.setSpacing(12)
        close = safe.button(_("Close"), name=_("Close: {title}").format(title=title))
        close.clicked.connect(shut)
        top = QHBoxLayout()
        top.addWidget(safe.label(title, "subheading"), 1)
        top.addWidget(close)
        self.body.addLayout(top)

    def tell(self, text: str) -> None:
        """Add a text to read, in lines that are no longer than the eye follows."""
        self.body.addLayout(safe.measured(safe.label(text, "read")))

    def come_after(self, pressed: QWidget) -> None:
        """Let Tab come to what is in it right after what opened it."""
        for one in self.findChildren(QWidget):
            if one.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(pressed, one)
                pressed = one


def answer_panel(
    snapshot: Snapshot,
    option: str,
    question: Question,
    frame: Frame,
    shut: Callable[[], None],
) -> Panel:
    """What lies behind an option's answer to a question."""
    pack, cell = snapshot.pack, snapshot.pack.option(option).cell(question.id)
    title = _("{question} {option}").format(
        question=question.text, option=wording.option_name(option, snapshot)
    )
    panel = Panel(title, shut)
    for text in (cell.more or cell.text, _(NO_NUMBERS) if _says_none(cell) else ""):
        if text:
            panel.tell(text)
    figures = [pack.figure(one) for one in cell.figures]
    for text in (question.caution, other_marks(figures)):
        if text:
            panel.body.addWidget(safe.label(text, "small_strong"))
    _add_figures(panel, pack, figures, frame)
    in_words = studies_in_words(pack, cell.studies, cell.figures)
    if in_words:
        name = _("About the numbers in these words: {answer}").format(answer=title)
        panel.body.addWidget(StudiesBlock(pack, in_words, _(IN_WORDS), name))
    if cell.sources:
        panel.body.addWidget(safe.label(_("Where these words come from"), "small_strong"))
        panel.body.addWidget(safe.label(source_lines(pack, cell.sources), "small"))
    _add_notes(panel, snapshot, notes_beside(snapshot, option, question.id))
    return panel


def _add_figures(panel: Panel, pack: Pack, figures: Sequence[Figure], frame: Frame) -> None:
    for figure in figures[:1]:
        panel.body.addWidget(FigureView(pack, figure, frame))
    if figures[1:]:
        panel.body.addWidget(safe.label(_("More numbers"), "subheading"))
    for figure in figures[1:]:
        panel.body.addWidget(FurtherFigure(pack, figure, frame))


def option_panel(snapshot: Snapshot, option: str, shut: Callable[[], None]) -> Panel:
    """What an option is, and what keeps it out of the line-up."""
    one = snapshot.pack.option(option)
    panel = Panel(wording.option_name(option, snapshot), shut)
    panel.tell(one.summary)
    if one.no_numbers:
        panel.tell(one.no_numbers)
    for finding in snapshot.gated.get(option, ()):
        rule = finding.rule
        panel.body.addWidget(
            safe.label(_("Check first: {finding}").format(finding=rule.title), "strong")
        )
        told = usually(snapshot.pack, rule, sure=finding.sure)
        panel.tell(f"{rule.why} {told}")
    if option in snapshot.ruled_out:
        reason = wording.ruled_out_reason(option, snapshot)
        panel.tell(_("You ruled this out: {reason}").format(reason=reason))
    _add_notes(panel, snapshot, option_notes(snapshot, option))
    return panel


def _add_notes(panel: Panel, snapshot: Snapshot, notes: tuple[tuple[str, str], ...]) -> None:
    if notes:
        block = ClinicBlock(_("Your clinic’s own note"))
        panel.body.addWidget(block)
        block.say(notes, as_of_sentence(snapshot))


def _says_none(cell: Cell) -> bool:
    return cell.no_good_numbers and _(NO_NUMBERS).rstrip(".").casefold() not in cell.text.casefold()
