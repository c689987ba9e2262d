"""Step 4: every option answers the same questions in the same order."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import and_words, number_words
from decision_aid.domain.journey import SHORTEST_VISIT
from decision_aid.domain.options import Question
from decision_aid.gui import safe
from decision_aid.gui.pages.options_cell import AnswerCell, OptionHead, Shown
from decision_aid.gui.pages.options_panel import Panel, answer_panel, option_panel
from decision_aid.gui.pages.options_rows import band, question_head
from decision_aid.gui.pages.options_view import ViewControls, Which
from decision_aid.gui.pages.safety_gap import SafetyGap
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.widgets.pressable import Pressable
from decision_aid.gui.widgets.side_by_side import HEADS, Row, SideBySide
from decision_aid.workspace.clinic_words import MARK, notes_beside
from decision_aid.workspace.not_opened import unchecked_options
from decision_aid.workspace.side_by_side import grouped
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.study_words import sure_in_words
from decision_aid.workspace.workspace import Workspace

LEAD = N_(
    "Every option answers the same questions in the same order. Press a name to read more; press "
    "an answer to see what lies behind it, and the numbers as a picture."
)
NOTHING_RATED = N_(
    "You have not said yet what matters to you, so all questions are shown. “What matters” asks "
    "about it."
)
THE_OTHERS = N_("“All questions” shows the others.")
WHOLE_GROUPS = N_("“All questions” shows the others, among them all under {titles}.")
PAIRS = N_(
    "Every pair of pictures comes from a study of its own. Compare inside a pair, not between "
    "options."
)


class OptionsPage(StepPage):
    """The options side by side."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, title=_("Your options, side by side"), lead=_(LEAD))
        self._which: Which = "all"
        self._is_short = False
        self._shown = Shown()
        self._made_for: object = None
        self._open: Pressable | None = None
        self._heads: tuple[OptionHead, ...] = ()
        self._cells: tuple[AnswerCell, ...] = ()
        self._asked: tuple[Question, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._view = ViewControls()
        self._questions, self._jumps = self._view.questions, self._view.jumps
        self._questions.chosen.connect(self._choose_which)
        self._view.chosen.connect(self._choose_shown)
        self._jumps.wanted.connect(self._jump)
        self._titles: tuple[str, ...] = ()
        self._gap = SafetyGap(self.asks.emit)
        self._note = safe.label("", "small")
        self._pairs = safe.label(_(PAIRS), "small")
        self._pairs.hide()
        self._table = SideBySide()
        self._not_compared = safe.label("", "small")
        self._table.keep_heads_in(self.area)
        frame = QFrame()
        frame.setProperty("role", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(2, 2, 2, 8)
        inside.addWidget(self._table)
        for widget in (self._gap, self._view, self._note, self._pairs, frame, self._not_compared):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def present(self, snapshot: Snapshot) -> None:
        """Show the options in the session's order."""
        for _part in self.present_in_parts(snapshot):
            pass

    def present_in_parts(self, snapshot: Snapshot) -> Iterator[None]:
        """Show them; a table that is made for the first time is made group by group."""
        key = (snapshot.pack.id, snapshot.pack.version, snapshot.session.seed, snapshot.clinic)
        if key != self._made_for:
            yield from self._build(snapshot)
            self._made_for = key
        self._gap.present(snapshot)
        unchecked = unchecked_options(snapshot)
        for head in self._heads:
            gated, out = head.option in snapshot.gated, head.option in snapshot.ruled_out
            head.mark(gated=gated, ruled_out=out, unchecked=head.option in unchecked)
        self._open_for(snapshot.session.minutes)
        self._show_rows(snapshot)

    def _open_for(self, minutes: int | None) -> None:
        """With little time only what matters is shown at first; one press shows all."""
        is_short = minutes == SHORTEST_VISIT
        if is_short != self._is_short:
            self._is_short = is_short
            self._which = "mine" if is_short else "all"
            self._questions.choose(self._which)
            self._shut()

    def _build(self, snapshot: Snapshot) -> Iterator[None]:
        groups = grouped(snapshot.pack.questions)
        answers: dict[str, tuple[AnswerCell, ...]] = {}
        for _group, asked in groups:
            answers |= {one.id: self._answers(snapshot, one) for one in asked}
            yield
        self._open = None
        self._heads = tuple(OptionHead(one) for one in snapshot.options)
        for head in self._heads:
            head.clicked.connect(lambda _checked, one=head: self._press_head(one))
        self._asked = tuple(one for _title, asked in groups for one in asked)
        self._titles = tuple(title for title, asked in groups for _question in asked)
        self._cells = tuple(cell for row in answers.values() for cell in row)
        bands = [(title, band(title)) for title, _asked in groups]
        self._rows = tuple(
            Row(question_head(one), answers[one.id], above)
            for (_title, above), (_group, asked) in zip(bands, groups, strict=True)
            for one in asked
        )
        self._jumps.fill(bands)  # first: Tab comes to what was put in earlier
        self._table.fill(self._heads, self._rows)
        lines = snapshot.pack.not_compared
        self._not_compared.setText("\n".join((_("Not measured in the same study:"), *lines)))
        self._not_compared.setVisible(bool(lines))

    def _answers(self, snapshot: Snapshot, question: Question) -> tuple[AnswerCell, ...]:
        cells = []
        for one in snapshot.options:
            answer = one.option.cell(question.id)
            figure = snapshot.pack.figure(answer.figures[0]) if answer.figures else None
            told = (figure, snapshot.pack.study(figure.study)) if figure else None
            mark = _(MARK) if notes_beside(snapshot, one.option.id, question.id) else ""
            sure = sure_in_words(snapshot.pack, answer)
            cell = AnswerCell(one, question, told, sure, mark)
            cell.show_as(self._shown)
            cell.clicked.connect(lambda _checked, pressed=cell: self._press_answer(pressed))
            cells.append(cell)
        return tuple(cells)

    def _press_head(self, head: OptionHead) -> None:
        panel = option_panel(self.workspace.snapshot, head.option, self._shut)
        self._toggle(head, HEADS, panel)

    def _press_answer(self, cell: AnswerCell) -> None:
        snapshot = self.workspace.snapshot
        row = [one.id for one in self._asked].index(cell.question)
        question = self._asked[row]
        panel = answer_panel(snapshot, cell.option, question, self._shown.frame, self._shut)
        self._toggle(cell, row, panel)

    def _toggle(self, pressed: Pressable, row: int, panel: Panel) -> None:
        if self._open is pressed:
            panel.deleteLater()
            self._shut()
            return
        if self._open is not None:
            self._open.setChecked(False)
        self._open = pressed
        pressed.setChecked(True)
        self._table.open_under(row, panel)
        panel.come_after(pressed)
        QTimer.singleShot(0, panel, partial(self._bring_up, pressed, panel))

    def _bring_up(self, pressed: Pressable, panel: Panel) -> None:
        """Show as much of a panel as fits below what was pressed."""
        # How far the page scrolls is known only when the panel has its place.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.bring_up(panel)
        self.bring_up(pressed)

    def _shut(self) -> None:
        if self._open is None:
            return
        self._open.setChecked(False)
        self._open.setFocus()
        self._open = None
        self._table.shut()

    def _choose_which(self, which: Which) -> None:
        self._which = which
        self._shut()
        self._show_rows(self.workspace.snapshot)

    def _choose_shown(self, shown: Shown) -> None:
        self._shown = shown
        self._shut()
        self._pairs.setVisible(shown.style == "pictures")
        for cell in self._cells:
            cell.show_as(shown)
        self._table.settle()

    def _show_rows(self, snapshot: Snapshot) -> None:
        matter = {one.criterion for one in snapshot.session.ratings if one.importance != 0}
        mine = [bool(matter & set(question.criteria)) for question in self._asked]
        self._note.setVisible(self._which == "mine")
        self._note.setText(self._what_is_shown(mine))
        everything = self._which == "all" or not any(mine)
        self._table.show_rows([everything or one for one in mine])
        self._jumps.follow()

    def _what_is_shown(self, mine: list[bool]) -> str:
        """How many of the questions are about what matters, and which kinds none of them is of."""
        if not any(mine):
            return _(NOTHING_RATED)
        seen = {title for title, one in zip(self._titles, mine, strict=True) if one}
        gone = [title for title in dict.fromkeys(self._titles) if title not in seen]
        titles = and_words(_("“{title}”").format(title=title) for title in gone)
        others = _(WHOLE_GROUPS).format(titles=titles) if gone else _(THE_OTHERS)
        some = ngettext(
            "You see {shown} of {all} question: those about what matters to you.",
            "You see {shown} of {all} questions: those about what matters to you.",
            len(mine),
        ).format(shown=number_words(sum(mine)), all=number_words(len(mine)))
        return f"{some} {others}"

    def _jump(self, above: QWidget) -> None:
        """Show as much of a group as fits below its heading, with the keyboard on its first."""
        rows = [row for row in self._rows if row.band is above and not row.question.isHidden()]
        self.bring_up(rows[-1].cells[-1])
        self.bring_up(above)
        rows[0].cells[0].setFocus(Qt.FocusReason.OtherFocusReason)
