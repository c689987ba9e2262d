"""Joins the parts: theme, workspace, window, files."""

import logging
import os
import sys
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from decision_aid.base.crash import trace
from decision_aid.base.errors import DecisionAidError
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.clock import today
from decision_aid.gui.requests import OpenSession, Request, StartFresh
from decision_aid.gui.theme import load_theme, wear
from decision_aid.gui.window import PROGRAM, Window
from decision_aid.workspace.workspace import Workspace

_LOG = logging.getLogger(__name__)

SURPRISE = (
    "Something did not work just now. What you said so far is still here; you can go on, or "
    "export the summary to be safe."
)
DRAWN = 100
"""Milliseconds after which the window is drawn, and what need not be there at once may come."""


class Visit:
    """One run of the window.

    Args:
        pack: What is known.
        session: What was said so far.

    Attributes:
        window: The window.
    """

    def __init__(self, pack: Pack, session: Session) -> None:
        self._pack = pack
        self.window = Window(Workspace(pack, session))
        self.window.asked.connect(self._answer)

    def report(
        self, _kind: type[BaseException], error: BaseException, _frames: TracebackType | None
    ) -> None:
        """The edge of the window: every error becomes a sentence here, never a value in a log.

        It may be called on the thread that makes the PDF.
        """
        if isinstance(error, DecisionAidError):
            self.window.told.emit(str(error))
            return
        _LOG.error("%s", trace(error))
        self.window.told.emit(SURPRISE)

    def read_clinic(self) -> None:
        """Put what the clinic adds beside the pack; where its file is wrong, say so and go on."""
        # Here, not above: no start waits for what only some have.
        from decision_aid.gui.clinic_file import not_used_sentence, own_clinic  # noqa: PLC0415

        try:
            clinic = own_clinic(self._pack)
        except DecisionAidError as error:
            self.window.tell(not_used_sentence(error))
            return
        if clinic is not None:
            self.window.workspace.take_clinic(clinic)

    def _answer(self, request: Request) -> None:
        match request:
            case OpenSession():
                self.window.before_clearing("Open another session?", self._choose_session)
            case StartFresh():
                self.window.before_clearing("Start fresh?", self._start_fresh)

    def _choose_session(self) -> None:
        # What reads sessions is not wanted before the first window is up.
        from decision_aid.content.sessions import load_session  # noqa: PLC0415
        from decision_aid.gui.file_dialog import open_path  # noqa: PLC0415

        snapshot = self.window.workspace.snapshot
        kinds = "Sessions (*.yaml *.yml)"
        chosen = open_path(self.window, snapshot, title="Open a session", kinds=kinds)
        if chosen is not None:
            self.window.begin(load_session(chosen, self._pack))

    def _start_fresh(self) -> None:
        self.window.begin(fresh_session(self._pack))


def fresh_session(pack: Pack) -> Session:
    """A session in which nothing was said."""
    # The module secrets does the same, and brings OpenSSL in for 4 ms of the start.
    seed = int.from_bytes(os.urandom(4), "big")
    return Session(pack=pack.id, seed=seed, started_on=today())


def _settle(application: QApplication) -> None:
    # Here, not above: the first window comes up without it.
    from decision_aid.gui.collecting import collect_here  # noqa: PLC0415

    collect_here(application)


def run(application: QApplication, pack: Pack, session: Session) -> int:
    """Show the window until it is closed.

    Returns:
        The exit code.
    """
    application.setApplicationName(PROGRAM)
    wear(application, load_theme())
    visit = Visit(pack, session)
    sys.excepthook = visit.report
    visit.window.show()
    QTimer.singleShot(DRAWN, visit.read_clinic)
    QTimer.singleShot(DRAWN, lambda: _settle(application))
    return application.exec()
