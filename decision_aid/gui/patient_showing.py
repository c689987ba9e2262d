"""What goes to the patient screen, and when: it is open, or hidden, with findings or without."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from decision_aid.domain.session import StepId
from decision_aid.gui.announcing import announce
from decision_aid.gui.crisis_card import CrisisCard
from decision_aid.gui.patient_screen import PatientScreen
from decision_aid.gui.patient_strip import PatientStrip
from decision_aid.gui.theme import load_theme, worn
from decision_aid.workspace.patient_view.view import patient_view
from decision_aid.workspace.workspace import Workspace

ONE_MONITOR: Final = (
    "There is one monitor, so the patient screen is a window. Move it to where you both see it."
)
FOLLOWS: Final = "The patient screen follows this step."
HIDDEN: Final = "The patient screen is hidden. It stays hidden until you show it again."
CLOSED: Final = "The patient screen is closed."
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
        self._screen: PatientScreen | None = None
        self._crisis: CrisisCard | None = None
        self._step: StepId = "welcome"
        self._hidden = self._findings = False
        self.strip = PatientStrip()
        self.strip.hide()
        self.strip.hide_wanted.connect(self._set_hidden)
        self.strip.findings_wanted.connect(self._set_findings)
        self.strip.turned.connect(self._turn)
        QShortcut(QKeySequence("F9"), window, self.hide)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._place)

    def turn(self, step: StepId) -> None:
        """Open it at a step, or close it where it is open."""
        if self._screen is None:
            self._open(step)
        else:
            self.close()

    def close(self) -> None:
        """Close it."""
        if self._screen is not None:
            self._screen.close()

    def follow(self, step: StepId) -> None:
        """Show this moment at a step; nothing is done while it is hidden or not open."""
        self._step = step
        if not self._hidden:
            self._present()

    def hide(self) -> None:
        """Blank it at once; it stays so until it is shown again."""
        if self._screen is not None:
            self._set_hidden(hidden=True)

    def renew(self) -> None:
        """Blank it for another session, and forget that findings were shown."""
        self._findings = False
        self.hide()

    def dress(self) -> None:
        """Wear what the program wears, larger."""
        if self._screen is not None:
            theme = worn()
            self._screen.wear(load_theme(theme.name, round(theme.percent * LARGER)))

    def _open(self, step: StepId) -> None:
        """Without findings; the keyboard stays where it is."""
        self._step, self._hidden, self._findings = step, False, False
        screen = self._screen = PatientScreen()
        screen.hide_wanted.connect(self.hide)
        screen.help_wanted.connect(self._show_help)
        screen.closed.connect(self._forget)
        self._window.destroyed.connect(screen.deleteLater)
        self.dress()
        self._present()
        self.opened.emit(True)  # noqa: FBT003 - a signal takes no names
        self._tell(FOLLOWS)
        self._place()

    def _present(self) -> None:
        if self._screen is not None:
            snapshot = self._workspace.snapshot
            view = patient_view(snapshot, self._step, findings_shown=self._findings)
            self._screen.show_view(view, self._step)

    def _set_hidden(self, hidden: bool) -> None:  # noqa: FBT001 - a button's own value
        self._hidden = hidden
        if self._screen is not None and hidden:
            self._shut_help()
            self._screen.blank()
        self.follow(self._step)
        self._tell(HIDDEN if hidden else FOLLOWS)

    def _set_findings(self, wanted: bool) -> None:  # noqa: FBT001 - a toggle's own value
        self._findings = wanted
        self.follow(self._step)

    def _turn(self, way: int) -> None:
        if self._screen is not None:
            self._screen.turn_page(way)

    def _tell(self, sentence: str) -> None:
        self.strip.setVisible(self._screen is not None)
        self.strip.say(hidden=self._hidden, findings=self._findings)
        announce(self._window, sentence)

    def _show_help(self) -> None:
        if self._screen is None:
            return
        snapshot = self._workspace.snapshot
        if self._crisis is None:
            self._crisis = CrisisCard(self._screen, snapshot.pack.crisis)
        self._crisis.present(snapshot)
        self._crisis.open()

    def _shut_help(self) -> None:
        if self._crisis is not None:
            self._crisis.shut()

    def _place(self) -> None:
        """Find its place, also when a monitor is gone: it never covers the provider's own."""
        if self._screen is not None and not self._screen.place(self._window):
            self.told.emit(ONE_MONITOR)

    def _forget(self) -> None:
        screen, self._screen, self._crisis = self._screen, None, None
        self._hidden = self._findings = False
        if screen is not None:
            screen.deleteLater()
        self.opened.emit(False)  # noqa: FBT003 - a signal takes no names
        self._tell(CLOSED)
