"""What goes to the patient screen, and when: it is open, or hidden, with findings or without."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.session import PROVIDERS, StepId
from decision_aid.gui.announcing import announce
from decision_aid.gui.attendance import Attendance
from decision_aid.gui.crisis_card import CrisisCard
from decision_aid.gui.patient_screen import PatientScreen
from decision_aid.gui.patient_strip import PatientStrip
from decision_aid.gui.theme import load_theme, worn
from decision_aid.workspace.patient_view.view import patient_view
from decision_aid.workspace.workspace import Workspace

ONE_MONITOR: Final = N_(
    "There is one monitor, so the patient screen is a window. Move it to where you both see it."
)
FOLLOWS: Final = N_("The patient screen follows this step.")
HIDDEN: Final = N_("The patient screen is hidden. It stays hidden until you show it again.")
CLOSED: Final = N_("The patient screen is closed.")
LARGER: Final = 1.6
"""Text on the patient screen against the program's own: body text of 26 px is read from 1.5 m."""


class Showing(QObject):
    """Follows the provider's window on the patient screen.

    Args:
        window: The provider's window.
        workspace: What was said.

    Attributes:
        strip: What the provider sees of it.
        opened: Emitted with whether the patient screen is open.
        told: Emitted with a sentence the provider should see.
    """

    opened = Signal(bool)
    told = Signal(str)

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        super().__init__(window)
        self._window, self._workspace = window, workspace
        self._step: StepId = "welcome"
        self._opened: tuple[str, ...] = ()
        self._is_open = self._hidden = self._findings = False
        # Kept while the window is there: Qt may still look at a window that Python has thrown away.
        self._screen = PatientScreen()
        self._crisis: CrisisCard | None = None
        self._provider = Attendance(PROVIDERS)
        self.strip = PatientStrip()
        self.strip.hide()
        self._connect()

    def turn(self, step: StepId, opened: tuple[str, ...]) -> None:
        """Open it at a step, or close it where it is open; the keyboard stays where it is."""
        if self._is_open:
            self.close()
            return
        self._is_open, self._hidden, self._findings = True, False, False
        self.dress()
        self.follow(step, opened)
        self.opened.emit(True)  # noqa: FBT003 - a signal takes no names
        self._tell(_(FOLLOWS))
        self._place()
        self._window.activateWindow()

    def close(self) -> None:
        """Close it."""
        self._screen.close()

    def follow(self, step: StepId, opened: tuple[str, ...]) -> None:
        """Show this moment at a step; nothing is done while it is hidden or not open.

        Args:
            step: The step.
            opened: Ids of the cards that are read there.
        """
        self._step, self._opened = step, opened
        snapshot = self._workspace.snapshot
        if self._provider.has_ended(snapshot.session):
            self._forget_findings()
        if self._is_open and not self._hidden:
            view = patient_view(snapshot, step, findings_shown=self._findings, opened=opened)
            self._screen.show_view(view, step)

    def hide(self) -> None:
        """Blank it at once; it stays so until it is shown again."""
        if self._is_open:
            self._set_hidden(hidden=True)

    def renew(self) -> None:
        """Blank it for another session, and forget that findings were shown."""
        self._forget_findings()
        self.hide()

    def speak(self) -> None:
        """Say everything in the language spoken now, on the screen and in the strip."""
        if self._crisis is not None:
            self._crisis.shut()
            self._crisis.deleteLater()
            self._crisis = None
        self._screen.speak()
        self.strip.speak()
        self.strip.say(hidden=self._hidden, findings=self._findings)
        self.follow(self._step, self._opened)

    def dress(self) -> None:
        """Wear what the program wears, larger."""
        if self._is_open:
            theme = worn()
            self._screen.wear(load_theme(theme.name, round(theme.percent * LARGER)))

    def _connect(self) -> None:
        self.strip.hide_wanted.connect(self._set_hidden)
        self.strip.findings_wanted.connect(self._set_findings)
        self.strip.turned.connect(self._screen.turn_page)
        self._screen.hide_wanted.connect(self.hide)
        self._screen.help_wanted.connect(self._show_help)
        self._screen.closed.connect(self._note_closed)
        self._window.destroyed.connect(self._screen.deleteLater)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._place)

    def _set_hidden(self, hidden: bool) -> None:  # noqa: FBT001 - a button's own value
        self._hidden = hidden
        if hidden:
            self._clear()
        self.follow(self._step, self._opened)
        self._tell(_(HIDDEN) if hidden else _(FOLLOWS))

    def _set_findings(self, wanted: bool) -> None:  # noqa: FBT001 - a toggle's own value
        self._findings = wanted
        self.follow(self._step, self._opened)
        self.strip.say(hidden=self._hidden, findings=wanted)

    def _forget_findings(self) -> None:
        """Only the provider who chose to show findings has them shown, and at this visit."""
        self._findings = False
        self.strip.say(hidden=self._hidden, findings=False)

    def _tell(self, sentence: str) -> None:
        self.strip.setVisible(self._is_open)
        self.strip.say(hidden=self._hidden, findings=self._findings)
        announce(self._window, sentence)

    def _show_help(self) -> None:
        snapshot = self._workspace.snapshot
        if self._crisis is None:
            self._crisis = CrisisCard(self._screen, snapshot.pack.crisis)
        self._crisis.present(snapshot)
        self._crisis.open()

    def _clear(self) -> None:
        self._screen.blank()
        if self._crisis is not None:
            self._crisis.shut()

    def _place(self) -> None:
        """Find its place, also when a monitor is gone: it never covers the provider's own."""
        if self._is_open and not self._screen.place(self._window):
            self.told.emit(_(ONE_MONITOR))

    def _note_closed(self) -> None:
        self._is_open = self._hidden = self._findings = False
        self._clear()
        self.opened.emit(False)  # noqa: FBT003 - a signal takes no names
        self._tell(_(CLOSED))
