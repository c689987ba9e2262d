"""Joins the parts: theme, workspace, window, files."""

import gc
import logging
import os
import sys
import threading
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from decision_aid.base.crash import trace
from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import N_, _, spoken
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.clock import today
from decision_aid.gui.look import Look, own_look, remember
from decision_aid.gui.requests import (
    Finish,
    LockNow,
    OpenSession,
    Request,
    Speak,
    StartFresh,
    TakenOut,
)
from decision_aid.gui.theme import load_theme, wear, worn
from decision_aid.gui.window import PROGRAM, Window
from decision_aid.gui.window_size import WindowSize
from decision_aid.workspace.workspace import Workspace

if TYPE_CHECKING:
    from decision_aid.gui.keeping.door import Door
    from decision_aid.gui.keeping.kept_visit import KeptVisit
    from decision_aid.gui.keeping.lock import Lock
    from decision_aid.gui.keeping.places import Places
    from decision_aid.gui.languages import Languages

_LOG = logging.getLogger(__name__)

SURPRISE = N_(
    "Something did not work just now. What you said so far is still here; you can go on, or "
    "export the summary to be safe."
)
SEALED = N_(
    "This is a sealed file. It is taken in under “Open an earlier session”, with “Take in a sealed "
    "file…”, where keeping sessions is set up on this computer."
)
_LONGEST_WAIT: Final = 5_000
"""Milliseconds that the program waits at its end for what is done beside the window."""
DRAWN = 100
"""Milliseconds after which the window is drawn, and what need not be there at once may come."""


class Visit:
    """One run of the window.

    Args:
        pack: What is known.
        session: What was said so far.
        places: Where kept sessions lie; None where the system has its users keep such things.
        door: The way to the store, where it is another one.
        languages: The languages to choose from; None where there is English only.

    Attributes:
        window: The window.
    """

    def __init__(
        self,
        pack: Pack,
        session: Session,
        places: "Places | None" = None,
        door: "Door | None" = None,
        languages: "Languages | None" = None,
    ) -> None:
        self._pack, self._places, self._door = pack, places, door
        self._languages = languages
        self.window = Window(Workspace(pack, session))
        self._size = WindowSize(self.window)
        self.window.asked.connect(self._answer)
        self.window.dressing.dressed.connect(self.remember_look)
        if languages is not None:
            self.window.dressing.offer(languages.offered)

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
        self.window.told.emit(_(SURPRISE))

    def show(self, look: Look, room: QSize) -> None:
        """Show the window.

        Args:
            look: How it was left.
            room: What the screen has for windows, in pixels.
        """
        self._size.open(look, room)

    def remember_look(self) -> None:
        """Remember how it looks now, for the next start."""
        size, theme = self._size.to_remember, worn()
        remember(
            Look(
                theme=theme.name,
                percent=theme.percent,
                width=size.width,
                height=size.height,
                maximized=size.maximized,
                language=self._languages.chosen if self._languages else "",
            )
        )

    def remember_size(self) -> None:
        """Remember the window's size where it is another than at the start."""
        if self._size.is_changed:
            self.remember_look()

    def tell_trouble(self) -> None:
        """Say why this start is in English, where another language was asked for."""
        if self._languages is not None and self._languages.trouble:
            self.window.warn(self._languages.trouble)

    def read_clinic(self) -> None:
        """Put what the clinic adds beside the pack; where its file is wrong, say so and go on."""
        # Here, not above: no start waits for what only some have.
        from decision_aid.gui.clinic_file import not_used_sentence, own_clinic  # noqa: PLC0415

        try:
            clinic = own_clinic(self._pack)
        except DecisionAidError as error:
            self.window.warn(not_used_sentence(error))
            return
        if clinic is not None:
            self.window.workspace.take_clinic(clinic)

    @cached_property
    def kept(self) -> "KeptVisit":
        """What keeps sessions on this computer; made when it is first asked for."""
        # Here, not above: no start waits for it.
        from decision_aid.gui.keeping.kept_visit import KeptVisit  # noqa: PLC0415

        return KeptVisit(self.window, self._places, self._door)

    def look_for_store(self) -> None:
        """Have at hand what keeps sessions, where some are kept."""
        # Here, not above: no start waits for it.
        from decision_aid.gui.keeping.places import own_places  # noqa: PLC0415
        from decision_aid.store.folder import has_store  # noqa: PLC0415

        if has_store((self._places or own_places()).folder):
            _kept = self.kept

    @cached_property
    def lock(self) -> "Lock":
        """What locks the program when everybody has left; it watches from when it is made."""
        # Here, not above: no start waits for it.
        from decision_aid.gui.keeping.lock import Lock  # noqa: PLC0415

        return Lock(self.window, lambda: fresh_session(self._pack))

    def _answer(self, request: Request) -> None:
        before = self.window.leaving.before_clearing
        match request:
            case OpenSession():
                before(_("Open another session?"), self._choose_session)
            case StartFresh():
                before(_("Start fresh?"), self._start_fresh)
            case Finish():
                before(_("Finish and clear?"), self._finish)
            case LockNow():
                self.lock.now()
            case Speak(code):
                self._speak(code)
            case TakenOut(how):
                if "kept" in vars(self):
                    self.kept.keeping.note(how)
            case _:
                self.kept.answer(request)

    def _speak(self, code: str) -> None:
        """Say everything in another language; what was said in the visit stays as it is."""
        if self._languages is None or code == spoken() == self._languages.chosen:
            return
        try:
            self._pack = self._languages.choose(code)
        except DecisionAidError:
            self.window.dressing.speak()  # the card shows what is spoken still
            raise
        self.window.workspace.take_pack(self._pack)
        self.window.speak()
        self.remember_look()

    def _choose_session(self) -> None:
        # What reads sessions is not wanted before the first window is up.
        from decision_aid.content.sessions import load_session  # noqa: PLC0415
        from decision_aid.gui.file_dialog import open_path  # noqa: PLC0415

        snapshot = self.window.workspace.snapshot
        kinds = f"{_('Sessions')} (*.yaml *.yml)"
        chosen = open_path(self.window, snapshot, title=_("Open a session"), kinds=kinds)
        if chosen is not None and chosen.suffix.lower() == ".ddxs":
            self.window.warn(_(SEALED))
        elif chosen is not None:
            self.window.begin(load_session(chosen, self._pack))

    def _start_fresh(self) -> None:
        # Here, not above: no start waits for it.
        from decision_aid.gui.keeping.forgetting import forget  # noqa: PLC0415

        forget(self.window, fresh_session(self._pack))

    def _finish(self) -> None:
        """The next person finds nothing of it, and what is kept locked; that need not wait."""
        if "kept" in vars(self):
            self.kept.keeping.shut(lambda: None)
        self._start_fresh()


def fresh_session(pack: Pack) -> Session:
    """A session in which nothing was said."""
    # The module secrets does the same, and brings OpenSSL in for 4 ms of the start.
    seed = int.from_bytes(os.urandom(4), "big")
    return Session(pack=pack.id, seed=seed, started_on=today())


def note(happened: "sys.UnraisableHookArgs | threading.ExceptHookArgs") -> None:
    """Log what no one can be told of, as while an object ends: never a value.

    Left to itself, Python prints the error's own text.
    """
    if happened.exc_value is not None:
        _LOG.error("%s", trace(happened.exc_value))


def _tell_parts() -> None:
    # Here, not above: the first window comes up without it. But before any screen reader can ask:
    # what it asked for earlier would keep Qt's own account.
    from decision_aid.gui.accessible import tell_parts  # noqa: PLC0415

    tell_parts()


def _settle(application: QApplication) -> None:
    # Here, not above: the first window comes up without it.
    from decision_aid.gui.collecting import collect_here  # noqa: PLC0415

    collect_here(application)


def _make_pages_ahead(window: Window) -> None:
    # Here, not above: the first window comes up without it.
    from decision_aid.gui.pages_ahead import PagesAhead  # noqa: PLC0415

    PagesAhead(window)


def run(
    application: QApplication, pack: Pack, session: Session, languages: "Languages | None" = None
) -> int:
    """Show the window until it is closed.

    Args:
        application: Qt, started.
        pack: What is known.
        session: What was said so far.
        languages: The languages to choose from; None where there is English only.

    Returns:
        The exit code.
    """
    application.setApplicationName(_(PROGRAM))
    look = own_look()
    wear(application, load_theme(look.theme, look.percent))
    # What is loaded by now stays to the end: the collector need not look it through ever again.
    # The window comes after it: what was said on its pages has to end when it is cleared.
    gc.freeze()
    visit = Visit(pack, session, languages=languages)
    application.aboutToQuit.connect(visit.remember_size)
    sys.excepthook = visit.report
    sys.unraisablehook = threading.excepthook = note
    visit.show(look, application.primaryScreen().availableSize())
    QTimer.singleShot(0, _tell_parts)
    # Before the clinic's file, whose own warning comes in its place: a language tells itself.
    QTimer.singleShot(DRAWN, visit.tell_trouble)
    QTimer.singleShot(DRAWN, visit.read_clinic)
    QTimer.singleShot(DRAWN, visit.look_for_store)
    QTimer.singleShot(DRAWN, lambda: visit.lock)
    QTimer.singleShot(DRAWN, lambda: _settle(application))
    QTimer.singleShot(DRAWN, lambda: _make_pages_ahead(visit.window))
    code = application.exec()
    # A page still being drawn has to end before Python ends what draws it; none takes a second.
    threads = QThreadPool.globalInstance()
    threads.clear()
    threads.waitForDone(_LONGEST_WAIT)
    return code
