"""Joins what keeps sessions to the window: when it saves, what is said of it, what comes up."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from decision_aid.base.language import _
from decision_aid.domain.session import Session
from decision_aid.gui.announcing import announce
from decision_aid.gui.bottom_bar import NOTHING_KEPT
from decision_aid.gui.keeping.desk import Desk
from decision_aid.gui.keeping.keeping import Keeping
from decision_aid.gui.keeping.places import Places, own_places
from decision_aid.gui.keeping.saving_words import bar_sentence
from decision_aid.gui.requests import KeepSession, OpenKept, Request, SetUpKeeping
from decision_aid.workspace.workspace import Workspace

if TYPE_CHECKING:
    from decision_aid.gui.keeping.door import Door
    from decision_aid.gui.window import Window


class KeptVisit(QObject):
    """Keeps the sessions of one window, and answers what is asked about that.

    Args:
        window: The window.
        places: Where kept sessions lie; None where the system has its users keep such things.
        door: The way to the store, where it is another one.

    Attributes:
        keeping: What keeps them.
    """

    def __init__(
        self,
        window: "Window",
        places: Places | None = None,
        door: "Door | None" = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._was_saved = self._was_kept = False
        self.keeping = Keeping(
            window.workspace,
            places or own_places(),
            self,
            door=door,
            check=partial(_check, window.workspace),
        )
        self._desk = Desk(window, self.keeping)
        window.leaving.keeping = self.keeping
        self._join()
        self._show()

    def answer(self, request: Request) -> None:
        """Do what was asked for."""
        match request:
            case KeepSession():
                self._desk.keep_this()
            case OpenKept():
                self._desk.open_kept()
            case SetUpKeeping():
                self._desk.set_up()

    def _join(self) -> None:
        window, keeping = self._window, self.keeping
        keeping.told.connect(window.warn)
        keeping.begun.connect(window.begin)
        keeping.saved.connect(window.kept.note)
        keeping.changed.connect(self._show)
        window.walked.connect(keeping.save_now)
        window.spoke.connect(self._show)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._save_when_left)
            application.commitDataRequest.connect(
                keeping.save_and_wait, Qt.ConnectionType.DirectConnection
            )
            application.aboutToQuit.connect(keeping.end)

    def _save_when_left(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.keeping.save_now()

    def _show(self) -> None:
        """Say in the bar how it stands, and aloud when that is news."""
        state = self.keeping.state
        sentence = _(NOTHING_KEPT) if state.place == "none" else bar_sentence(state)
        self._window.show_kept(sentence)
        if state.kept is not None and not self._was_kept:
            self._window.hush()
        self._was_kept = state.kept is not None
        is_saved = state.saving == "saved" and bool(state.saved_at)
        if is_saved and not self._was_saved:  # not each time: people listen to the page
            announce(self._window, sentence)
        if state.saving != "saving":
            self._was_saved = is_saved


def _check(workspace: Workspace, session: Session) -> None:
    """Beside the window: refuse a kept session that does not fit what is known now.

    Raises:
        InputError: It does not fit. It stays kept.
    """
    # Here, not above: what reads sessions takes its time to load.
    from decision_aid.content.sessions import fits  # noqa: PLC0415

    fits(session, workspace.pack)
