"""The session in the window as it is kept: what of it is saved, and how that goes."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import _
from decision_aid.domain.session import Session
from decision_aid.gui.keeping.autosave import Autosave
from decision_aid.gui.keeping.saving_words import SAVED_AGAIN
from decision_aid.gui.keeping.worker import Worker
from decision_aid.workspace.workspace import Workspace

if TYPE_CHECKING:
    from decision_aid.store.api import SessionId, SessionStore
    from decision_aid.store.saving import Copy, Pause

T = TypeVar("T")
AGAIN: Final = 10_000
"""Milliseconds after which what could not be saved is tried again by itself."""
How = Literal["not_kept", "saved", "saving", "unsure", "failed"]


class Current(QObject):
    """Keeps the session in the window, from when it is told to until it is told to stop.

    Args:
        workspace: Whose session.
        worker: Where it is saved.
        pause: Waits, on the worker's thread, before a save that failed is tried again.

    Attributes:
        autosave: When it is saved.
        again: When it is tried again after it could not be saved.
        saved_at: When it was saved last, on the clock in the room, such as "14:05"; "" before.
        changed: Emitted when `how`, `which` or `saved_at` may be another.
        told: Emitted with a sentence its user should read.
        saved: Emitted with the session that was saved.
    """

    changed = Signal()
    told = Signal(str)
    saved = Signal(object)

    def __init__(
        self, workspace: Workspace, worker: Worker, pause: "Pause", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._worker, self._pause = workspace, worker, pause
        self._copy: Copy | None = None
        self._saved: Session | None = None
        self._turn = 0
        self._is_busy = self._is_unsure = False
        self._trouble = ""
        self._waiting: list[Callable[[], None]] = []
        self.saved_at = ""
        self.again = QTimer(self, singleShot=True, interval=AGAIN)
        self.again.timeout.connect(self.save)
        self.autosave = Autosave(self)
        self.autosave.due.connect(self.save)
        workspace.watch(self._note)

    @property
    def which(self) -> "SessionId | None":
        """As what it is kept; None where it is not."""
        return self._copy.which if self._copy else None

    @property
    def is_under_way(self) -> bool:
        """Whether it is kept, or begins to be."""
        return self._copy is not None or self._is_busy

    @property
    def how(self) -> How:
        """How it stands with saving it; what failed stays so until it is saved."""
        if self._trouble:
            return "failed"
        if self._is_busy:
            return "unsure" if self._is_unsure else "saving"
        if self._copy is None:
            return "not_kept"
        return "saved" if self._workspace.snapshot.session == self._saved else "saving"

    def begin(self, store: "SessionStore") -> None:
        """Begin to keep the session in the window."""
        if self.is_under_way:
            return
        session = self._workspace.snapshot.session
        self._go(lambda: self._begun(store, session), lambda copy: self._take_up(copy, session))

    def take(self, copy: "Copy", session: Session) -> None:
        """The session in the window is this kept one."""
        self._copy, self._saved = copy, session
        self._trouble, self.saved_at = "", ""
        self._note()

    def leave(self) -> None:
        """What is in the window is kept no more; what was saved of it stays as it is."""
        self._turn += 1
        self._is_busy = self._is_unsure = False
        self._copy, self._saved = None, None
        self._trouble, self.saved_at = "", ""
        self.autosave.rest()
        self.again.stop()
        self._end()
        self.changed.emit()

    def save(self) -> None:
        """Save what is in the window, unless it is saved or being saved."""
        copy, session = self._copy, self._workspace.snapshot.session
        if copy is None or self._is_busy:
            return
        if session == self._saved:
            self._end()
            return
        self._go(lambda: copy.save(session), lambda told: self._note_saved(session, told))

    def hurry(self) -> None:
        """Have what is in the window saved by whatever is ordered next on the worker.

        It does not wait for what came of an earlier save, so nobody need listen for that.
        """
        copy, session = self._copy, self._workspace.snapshot.session
        self.autosave.rest()
        if copy is not None and (self._is_busy or session != self._saved):
            self._go(lambda: copy.save(session), lambda told: self._note_saved(session, told))

    def settle(self, then: Callable[[], None]) -> None:
        """Have everything saved, or as good as can be, and then go on."""
        self._waiting.append(then)
        self.autosave.rest()
        if not self.is_under_way:
            self._end()
        self.save()

    def drop_waiting(self) -> None:
        """Nobody waits any more for everything to be saved; it is saved all the same."""
        self._waiting = []

    def pause(self, seconds: float) -> None:
        """On the worker's thread: say that a save failed, and wait before it is tried again."""
        self._worker.report(self._note_unsure)
        self._pause(seconds)

    def _begun(self, store: "SessionStore", session: Session) -> "Copy":
        from decision_aid.store.saving import begin  # noqa: PLC0415 - nothing of it at the start

        return begin(store, session, self.pause)

    def _take_up(self, copy: "Copy", session: Session) -> None:
        self._copy = copy
        self._note_saved(session, "")

    def _go(self, job: Callable[[], T], then: Callable[[T], None]) -> None:
        self._is_busy = True
        turn = self._turn
        self._worker.order(
            job,
            lambda made: self._hear(turn, lambda: then(made)),
            lambda error: self._hear(turn, lambda: self._note_failed(error)),
        )
        self.changed.emit()

    def _hear(self, turn: int, tell: Callable[[], None]) -> None:
        """Take an answer, unless another session came into the window since it was asked for."""
        if turn == self._turn:
            tell()

    def _note(self) -> None:
        """Something was changed."""
        if self._copy is not None:
            self.autosave.note()
            self.changed.emit()

    def _note_unsure(self) -> None:
        self._is_unsure = self._is_busy
        self.changed.emit()

    def _note_saved(self, session: Session, told: str) -> None:
        self._is_busy = self._is_unsure = False
        told = told or (_(SAVED_AGAIN) if self._trouble else "")
        self._saved, self._trouble = session, ""
        self.saved_at = datetime.now().astimezone().strftime("%H:%M")
        self.saved.emit(session)
        if told:
            self.told.emit(told)
        if self._waiting or not self.autosave.is_waiting:
            self.save()  # what was changed meanwhile
        self.changed.emit()

    def _note_failed(self, error: DecisionAidError) -> None:
        self._is_busy = self._is_unsure = False
        if not self._trouble:  # once is enough
            self.told.emit(str(error))
        if self._copy is not None:
            self._trouble = str(error)
            self.again.start()
        self._end()
        self.changed.emit()

    def _end(self) -> None:
        """Go on with what waited for everything to be saved."""
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()
