"""The window: bars, steps, the page one is at, and the cards that come over them."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.journey import onward, previous_step
from decision_aid.domain.session import Session, StepId
from decision_aid.gui.announcing import announce
from decision_aid.gui.bottom_bar import BottomBar
from decision_aid.gui.bridge import Bridge
from decision_aid.gui.cards_over import CardsOver
from decision_aid.gui.dressing import Dressing
from decision_aid.gui.enter_key import press_by_enter
from decision_aid.gui.focus_ring import FocusRing
from decision_aid.gui.help_key import HelpKey
from decision_aid.gui.kept import Kept, Leaving
from decision_aid.gui.look import USUAL
from decision_aid.gui.notice import Notice
from decision_aid.gui.page_stack import PageStack
from decision_aid.gui.pages import PAGES
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.requests import Exported, GoTo, GoToCriterion, Opened, Request, Speak
from decision_aid.gui.step_list import StepList
from decision_aid.gui.steps_back import StepsBack
from decision_aid.gui.top_bar import TopBar
from decision_aid.gui.widgets.sticky import Sticky
from decision_aid.workspace.changes.walk import VisitStep
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

if TYPE_CHECKING:
    from decision_aid.gui.part_keys import PartKeys
    from decision_aid.gui.patient_showing import Showing
    from decision_aid.gui.question_card import QuestionCard

PROGRAM: Final = N_("Decision aid")
"""The window's title: the program's name, never a word of a person or a pack."""

_TITLES: Final = {step: title for step, title, _make in PAGES}

_NESTED: Final = 9
"""Layouts within layouts on a page, at most: a change climbs from one to the next at a time."""


class Window(QWidget):
    """The one window.

    Args:
        workspace: What is known and what was said.

    Attributes:
        workspace: What is known and what was said.
        asked: Emitted with a page's `Request` that needs more than the window: files, a new start.
        told: Emit it, from any thread, with a sentence on what went wrong.
        walked: Emitted when a step was opened.
        spoke: Emitted when everything is to be said in another language.
        kept: What was said and is kept somewhere.
        leaving: What comes before everything is cleared.
        dressing: What puts on colors and sizes of text.
        cards: The cards that any step may need.
    """

    asked = Signal(object)
    told = Signal(str)
    walked = Signal()
    spoke = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._step: StepId = PAGES[0][0]
        self._showing: Showing | None = None
        self.kept, self.leaving = Kept(workspace), Leaving(self)
        self.cards = CardsOver(self, workspace)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.setWindowTitle(_(PROGRAM))
        self.resize(*USUAL)
        self._go_to(self._step)
        self._present(workspace.snapshot)

    @property
    def question(self) -> "QuestionCard":
        """Asks before something is cleared."""
        return self.cards.question

    @cached_property
    def _part_keys(self) -> "PartKeys":
        # Here, not above: the first window comes up without it.
        from decision_aid.gui.part_keys import PartKeys  # noqa: PLC0415

        return PartKeys()

    @property
    def page(self) -> StepPage:
        """The visible page."""
        return self._pages.page

    @property
    def step(self) -> StepId:
        """The step one is at."""
        return self._step

    def open_step(self, step: StepId) -> None:
        """Open a step, put the keyboard at its heading and announce it."""
        self._go_to(step)
        announce(self, _(_TITLES[step]))

    def begin(self, session: Session) -> None:
        """Put another session in place of this one and go to the first step."""
        self.leaving.let_go()
        self.blank_patient_screen()
        self._pages.forget()
        self._notice.empty()
        self.workspace.begin(session)
        self.kept.note()
        self.open_step(PAGES[0][0])

    def show_help(self) -> None:
        """Show whom to call in a crisis, over everything else."""
        self.cards.show_help()

    def show_about(self) -> None:
        """Show what is to be known about the aid itself, over everything else."""
        self.cards.show_about(self._step)

    def tell(self, sentence: str, *, is_wrong: bool = False) -> None:
        """Show a sentence at the foot of the page."""
        self._notice.say(sentence, self.workspace.snapshot.session, is_wrong=is_wrong)
        announce(self, sentence)

    def warn(self, sentence: str) -> None:
        """Show what went wrong at the foot of the page."""
        self.tell(sentence, is_wrong=True)

    def hush(self) -> None:
        """What was shown at the foot of the page is true no more."""
        self._notice.empty()

    def speak(self) -> None:
        """Say everything in the language spoken now: pages and cards are made anew."""
        self.setWindowTitle(_(PROGRAM))
        self._top.speak(self.workspace.snapshot.pack.title)
        self._steps.speak(_titles())
        self._bottom.speak()
        self._notice.speak()
        self.cards.throw_away()
        self._pages.renew()
        if self._showing:
            self._showing.speak()
        self.spoke.emit()
        self._present(self.workspace.snapshot)
        self.dressing.speak()
        self.walked.emit()
        if self.leaving.when_covered is None:  # else it is said what covers it
            announce(self, _(_TITLES[self._step]))

    def blank_patient_screen(self) -> None:
        """Blank it, if it is open; it stays so until it is shown again."""
        if self._showing:
            self._showing.renew()

    def show_kept(self, sentence: str) -> None:
        """Say in the bar at the bottom what is kept."""
        self._bottom.say_kept(sentence)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before what was said is lost."""
        if not self.leaving.lets_close():
            event.ignore()
            return
        event.accept()
        self._pages.take_back()
        if self._showing:
            self._showing.close()

    def _go_to(self, step: StepId) -> None:
        self._step = step
        self.workspace.apply(VisitStep(step))
        self._pages.open(step)
        self._show_place(self.workspace.snapshot)
        self._pages.focus_heading()
        self._follow()
        self.walked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what has the keyboard; F6 takes it to the next part of the window."""
        if event.key() == Qt.Key.Key_F6:
            self._enter_part(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif not press_by_enter(event):
            super().keyPressEvent(event)

    def _enter_part(self, *, back: bool) -> None:
        beside = (one for one in self.page.findChildren(Sticky) if one.isVisible())
        parts = (self.page, *beside, self._bottom, self._top, self._steps)
        entered = self._part_keys.enter(parts, back=back)
        if entered is not None and self.page.isAncestorOf(entered):
            self.page.bring_up(entered)

    def _make_parts(self) -> None:
        pack = self.workspace.snapshot.pack
        self._top = TopBar(pack.title)
        self.dressing = Dressing(self, self._top)
        self._steps = StepList(_titles())
        self._pages = PageStack(self.workspace)
        self._notice = Notice()
        self._bottom = BottomBar()
        self._ring = FocusRing(self)
        self._steps_back = StepsBack(self, self.workspace, self._bottom, self.tell)
        self._bridge = Bridge(self.workspace, self)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self._top, 0, 0, 1, 2)
        grid.addWidget(self._steps, 1, 0, 2, 1)
        grid.addWidget(self._pages, 1, 1)
        grid.addWidget(self._notice, 2, 1)
        grid.addWidget(self._bottom, 3, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)

    def _connect(self) -> None:
        self.told.connect(self.warn)
        self._bridge.changed.connect(self._present)
        self._pages.asked.connect(self.answer)
        self._steps.picked.connect(self._step_to)
        self._bottom.back.connect(lambda: self._walk(previous_step))
        self._bottom.next.connect(lambda: self._walk(onward))
        self._bottom.about.connect(self.show_about)
        self._top.help_wanted.connect(self.show_help)
        self._top.patient_wanted.connect(self._turn_patient_screen)
        self.dressing.dressed.connect(self._arrange)
        self.dressing.language_wanted.connect(lambda code: self.asked.emit(Speak(code)))
        QShortcut(QKeySequence("Ctrl+Shift+P"), self, self._turn_patient_screen)
        HelpKey(self, self.show_help)

    def _present(self, snapshot: Snapshot) -> None:
        self._pages.present(snapshot)
        self._notice.follow(snapshot.session)
        self._show_place(snapshot)
        self._steps_back.show()
        self.cards.present(snapshot)
        self._follow()
        if self.testAttribute(Qt.WidgetAttribute.WA_Mapped):
            self._settle()

    def _turn_patient_screen(self) -> None:
        """Open the patient screen, or close it where it is open."""
        if self._showing is None:
            from decision_aid.gui.patient_showing import Showing  # noqa: PLC0415 - as the cards

            self._showing = Showing(self, self.workspace)
            self._showing.opened.connect(self._top.show_patient_screen)
            self._showing.told.connect(self.warn)
            self._top.put_strip(self._showing.strip)
        self._showing.turn(self._step, self.page.opened)

    def _follow(self) -> None:
        """Show on the patient screen what is read here."""
        if self._showing:
            self._showing.follow(self._step, self.page.opened)

    def _settle(self) -> None:
        """Give everything its place now, so that nothing is drawn where it stood and once more.

        Not before the window is on the display: there this would only put off the first drawing.
        """
        for _layer in range(_NESTED):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _show_place(self, snapshot: Snapshot) -> None:
        self._steps.show_state(self._step, snapshot.journey)
        session = snapshot.session
        before, after = previous_step(self._step, session), onward(self._step, session)
        names = [_(_TITLES[step]) if step else "" for step in (before, after)]
        self._bottom.show_place(*names)

    def answer(self, request: Request) -> None:
        """Do what a page asks, or pass it on."""
        match request:
            case GoTo(step):
                self._step_to(step)
            case GoToCriterion(criterion):
                self._step_to("matters")
                self._pages.look_at(criterion)
            case Exported():
                self.kept.note()
            case Opened():
                self._follow()
            case _:
                self.asked.emit(request)

    def _walk(self, way: Callable[[StepId, Session], StepId | None]) -> None:
        if (step := way(self._step, self.workspace.snapshot.session)) is not None:
            self._step_to(step)

    def _step_to(self, step: StepId) -> None:
        """Open a step because somebody wants to go on."""
        self.hush()
        self.open_step(step)

    def _arrange(self) -> None:
        """Fit what does not dress itself to another theme or size of text."""
        self._bottom.arrange()
        if self._showing:
            self._showing.dress()


def _titles() -> dict[StepId, str]:
    """The steps' titles in the language spoken now."""
    return {step: _(title) for step, title in _TITLES.items()}
