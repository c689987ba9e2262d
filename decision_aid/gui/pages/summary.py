"""Step 8: the PDF as it will print, saved, or copied as a note."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from decision_aid.base.language import N_, _
from decision_aid.gui.aside import Aside
from decision_aid.gui.clock import today
from decision_aid.gui.copied_note import copy_note, take_note_back
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.pages.summary_actions import SummaryActions, SummaryEnd
from decision_aid.gui.pages.summary_build import FAILED, Wish, make_pdf
from decision_aid.gui.pages.summary_controls import NO_PARTS, PrintChoices, SummaryControls
from decision_aid.gui.pages.summary_not_opened import NotOpenedCard
from decision_aid.gui.pages.summary_pages import PagesCard
from decision_aid.gui.pages.summary_print import Ask, Printing, ask_system
from decision_aid.gui.pages.summary_save import Choose, Saving, choose_path
from decision_aid.gui.requests import Exported, Finish, TakenOut
from decision_aid.gui.widgets.card import column_of
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.report.document import usual_parts
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

TITLE = N_("Your summary")
LEAD = N_("These are the pages as they will print. Look at them together before you save.")
ALONE_TITLE = N_("Getting ready for your visit")
ALONE_LEAD = N_("These are the pages as they will print, to bring to your visit.")
_ZOOM_KEYS: Final = (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1))
"""As they are where documents are read; they are keys of this page only."""
COPIED = N_(
    "The note was copied. It stays on the clipboard until you finish or copy something else."
)


class SummaryPage(StepPage):
    """The summary.

    Args:
        workspace: What was said.
        choose: Asks where to save.
        ask: Asks where to print.
    """

    def __init__(
        self, workspace: Workspace, choose: Choose = choose_path, ask: Ask = ask_system
    ) -> None:
        super().__init__(workspace, title=_(TITLE), lead=_(LEAD))
        self._snapshot: Snapshot | None = None
        self._wish: Wish | None = None
        self._pdf: bytes | None = None
        self._to_tell = ""
        self._aside = Aside(make_pdf, _(FAILED), self)
        clinic = workspace.snapshot.clinic
        self._not_opened = NotOpenedCard()
        self._actions = SummaryActions()
        self._saving = Saving(self, self._actions.password, choose)
        self._printing = Printing(self, ask)
        self._controls = SummaryControls((clinic and clinic.paper) or "letter")
        self._pages = PagesCard()
        self._end = SummaryEnd()
        self._connect()
        halves = RowOrColumn(gap=16, shares=(32, 68), row_from=700)
        halves.addWidget(column_of(self._actions, self._controls))
        halves.addWidget(self._pages)
        self.body.addWidget(self._not_opened)
        self.body.addLayout(halves)
        self.body.addWidget(self._end)
        self.body.addStretch(1)

    def present(self, snapshot: Snapshot) -> None:
        """Make the pages of this moment."""
        self._snapshot = snapshot
        here = snapshot.journey.accompanied
        self.entitle(*((_(TITLE), _(LEAD)) if here else (_(ALONE_TITLE), _(ALONE_LEAD))))
        self._not_opened.present(snapshot)
        self._controls.suggest(usual_parts(snapshot))
        self._actions.tell(self._to_tell)
        self._to_tell = ""
        self._make()

    def _connect(self) -> None:
        self._not_opened.asks.connect(self.asks)
        self._controls.changed.connect(self._make)
        self._actions.save_wanted.connect(self._save)
        self._saving.told.connect(self._actions.tell)
        self._actions.print_wanted.connect(self._print)
        self._printing.told.connect(self._actions.tell)
        self._printing.begun.connect(lambda: self.asks.emit(TakenOut("printed")))
        self._saving.saved.connect(self._note_saved)
        self._actions.copy_wanted.connect(self._copy)
        self._end.finish_wanted.connect(self._finish)
        self._aside.done.connect(self._show)
        self._aside.failed.connect(self._tell_failed)
        for keys, step in _ZOOM_KEYS:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._pages.zoom_by, step))

    def _make(self) -> None:
        """Ask for the pages, unless there is nothing to print."""
        self._pdf, self._wish = None, None
        parts = self._controls.parts
        self._actions.allow(pages=False, copy=True)
        if not parts:
            self._pages.tell(_(NO_PARTS))
        elif self._snapshot is not None:
            _weighed = self._snapshot.appraisal  # here: the worker only reads
            self._wish = Wish(
                self._snapshot, parts, self._controls.paper, today(), self._controls.print_size
            )
            self._pages.wait()
            self._aside.order(self._wish)

    def _show(self, wish: Wish, data: bytes) -> None:
        if wish is not self._wish:
            return  # something was changed meanwhile; the newer pages are on their way
        self._pdf = data
        self._pages.show_pdf(data)
        self._actions.allow(pages=True, copy=True)

    def _tell_failed(self, wish: Wish, sentence: str) -> None:
        if wish is self._wish:
            self._pages.tell(sentence)

    def _save(self) -> None:
        if self._pdf and self._wish:
            self._saving.save(self._wish, self._pdf)

    def _print(self) -> None:
        if self._pdf and self._wish:
            self._printing.start(self._wish, self._pdf)

    def _note_saved(self, wish: Wish) -> None:
        self.asks.emit(TakenOut("exported"))
        # The other parts do not hold all that was said, nor does what was said since.
        if "record" in wish.parts and wish.snapshot is self._snapshot:
            self.asks.emit(Exported())

    def _finish(self) -> None:
        self.asks.emit(Finish())

    def _copy(self) -> None:
        from decision_aid.report.note import note  # noqa: PLC0415 - wanted at the last step only

        if self._snapshot is not None:
            copy_note(note(self._snapshot, today()))
            self._actions.tell(_(COPIED))
            self.asks.emit(TakenOut("copied"))

    def hand_over(self) -> object:
        """End what is being saved; give how that went, and the parts, paper and size chosen."""
        if not self._saving.is_under_way:
            return "", self._controls.choices
        self._saving.wait()
        return self._actions.told, self._controls.choices

    def take_over(self, chosen: object) -> None:
        """Print what was to be printed before, and tell how a saving went that ended meanwhile."""
        match chosen:
            case str(told), PrintChoices() as choices:
                self._controls.choose(choices)
                self._to_tell = told

    def take_back(self) -> None:
        """Empty the clipboard of the note, forget the password and end what is being saved."""
        self._saving.wait()
        take_note_back()
        self._actions.password.forget()
