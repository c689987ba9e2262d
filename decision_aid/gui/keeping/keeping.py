"""What the window and its cards may have done about kept sessions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from PySide6.QtCore import QObject, Signal

from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import N_, _
from decision_aid.domain.session import Session
from decision_aid.gui.keeping.carrying_on import CarryingOn, Wanted
from decision_aid.gui.keeping.current import Current, How
from decision_aid.gui.keeping.door import Door, StoreDoor
from decision_aid.gui.keeping.tries import Tries
from decision_aid.gui.keeping.way_in import StoppedError, WayIn, close_store
from decision_aid.gui.keeping.worker import Worker
from decision_aid.store.errors import OlderStoreError
from decision_aid.store.folder import has_store
from decision_aid.workspace.workspace import Workspace

if TYPE_CHECKING:
    from decision_aid.gui.keeping.places import Places
    from decision_aid.store.api import Event, SessionId, SessionStore
    from decision_aid.store.opening import News

T = TypeVar("T")
Place = Literal["none", "shut", "open"]
Sorry = Callable[[str], None]
"""Is told in a sentence what did not work."""
NOT_OPEN: Final = N_("The kept sessions are locked. Nothing was changed. Unlock them first.")
_LONGEST_COMMIT: Final = 3.0
"""Seconds that the computer is held up for what is to be saved before it shuts down."""
_LONGEST_END: Final = 8.0
"""Seconds that the end of the program waits for what is being saved, tries included."""


def _nothing(*_answers: object) -> None:
    """What follows from some jobs."""


@dataclass(frozen=True)
class State:
    """How it stands with keeping sessions.

    Attributes:
        place: Whether there is a store here, and whether it is open.
        provider: The name of who unlocked it; "" while it is not open.
        kept: As what the session in the window is kept; None where it is not.
        saving: How it stands with saving that.
        saved_at: When it was saved last, on the clock in the room, such as "14:05"; or "".
    """

    place: Place
    provider: str = ""
    kept: "SessionId | None" = None
    saving: How = "not_kept"
    saved_at: str = ""


class Keeping(QObject):
    """Keeps sessions. All that is slow is done beside the window, in the order it is asked for.

    What was asked for and is answered after the sessions were locked is told nobody.

    Args:
        workspace: What was said, in the window.
        places: Where kept sessions lie.
        parent: Its parent.
        door: The way to the store, where it is another one.
        check: Called, beside the window, with a session before it is put in the window; raises
            a `DecisionAidError` where it does not fit.

    Attributes:
        places: Where kept sessions lie.
        changed: Emitted when `state` is another.
        told: Emitted with a sentence to be shown.
        begun: Emitted with a kept session that is to be put in the window.
        saved: Emitted with a session that is on the disk now.
    """

    changed = Signal()
    told = Signal(str)
    begun = Signal(object)
    saved = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        places: "Places",
        parent: QObject | None = None,
        *,
        door: Door | None = None,
        check: Callable[[Session], None] = _nothing,
    ) -> None:
        super().__init__(parent)
        way = door or StoreDoor(places)
        self.places = places
        self._worker = Worker(self)
        self._store: SessionStore | None = None
        self._provider = ""
        self._turn = 0
        self._way_in = WayIn(way, self._worker, self._take, self)
        self._current = Current(workspace, self._worker, way.pause, self)
        self._carrying_on = CarryingOn(self._current, self._worker, check, self)
        self._state = self._look()
        self._current.changed.connect(self._note)
        self._current.saved.connect(self.saved)
        self._carrying_on.begun.connect(self.begun)
        for one in (self._current, self._carrying_on, self._way_in):
            one.told.connect(self.told)

    @property
    def state(self) -> State:
        """How it stands."""
        return self._state

    @property
    def tries(self) -> Tries:
        """How long the next passphrase has to wait after wrong ones."""
        return self._way_in.tries

    @property
    def is_trying(self) -> bool:
        """Whether the store is being made or opened, also where nobody wants that any more."""
        return self._way_in.is_trying

    def wait_seconds(self) -> int:
        """How long the next try to unlock has to wait after wrong ones, from 0 to 30 s."""
        return self.tries.wait_seconds

    def prepare(self) -> None:
        """Load the store's libraries, while a passphrase is typed."""
        self._way_in.prepare()

    def make(self, name: str, passphrase: str, then: Callable[[str], None], sorry: Sorry) -> None:
        """Make a store; it is open then.

        Args:
            name: The provider's name.
            passphrase: Their passphrase.
            then: Called with the recovery code.
            sorry: Called where it did not work, or was stopped.
        """
        self._way_in.make(
            name, passphrase, lambda made: then(made.recovery_code), lambda error: sorry(str(error))
        )

    def unlock(  # noqa: PLR0913 - who is told depends on what came of it
        self,
        secret: str,
        then: "Callable[[tuple[News, ...]], None]",
        sorry: Sorry,
        *,
        older: Sorry | None = None,
        stopped: Sorry | None = None,
        accept_older: bool = False,
    ) -> None:
        """Open the store.

        Args:
            secret: A provider's passphrase, or the recovery code.
            then: Called with what its user should know.
            sorry: Called where it did not work, or was stopped, or another try is under way.
            older: Called instead of `sorry` where the store is older than the one used last here.
            stopped: Called instead of `sorry` where nobody wanted it any more.
            accept_older: Whether it is opened all the same.
        """

        def failed(error: DecisionAidError) -> None:
            others = ((OlderStoreError, older), (StoppedError, stopped))
            tell = next((one for kind, one in others if isinstance(error, kind)), None) or sorry
            tell(str(error))

        self._way_in.unlock(
            secret, lambda opened: then(opened.news), failed, accept_older=accept_older
        )

    def do(
        self,
        job: "Callable[[SessionStore], T]",
        then: Callable[[T], None],
        sorry: Sorry | None = None,
    ) -> None:
        """Do something with the open store, beside the window.

        Args:
            job: Called with the store; it may touch nothing of the window's.
            then: Called with what came of it, unless `drop` was called since.
            sorry: Called where it did not work; where it is left, `told` is emitted.
        """
        tell = sorry or self.told.emit
        store, still = self._store, self._as_long_as_wanted()
        if store is None:
            tell(_(NOT_OPEN))
            return
        self._worker.order(
            lambda: job(store),
            lambda made: then(made) if still() else None,
            lambda error: tell(str(error)) if still() else None,
        )

    def drop(self) -> None:
        """Nobody waits any more for what was asked for until now; what is kept is saved as before.

        What is being opened is closed again, and what waits for everything to be saved is not done.
        """
        self._turn += 1
        self._current.drop_waiting()
        self._way_in.revoke()

    def keep(self) -> None:
        """Begin to keep the session in the window."""
        if self._store is not None:
            self._current.begin(self._store)

    def stop_keeping(self) -> None:
        """Let the session in the window be kept no more; what was saved of it stays kept."""
        if self._current.is_under_way:
            self._current.leave()
            self.do(lambda store: store.set_at_work(None), _nothing)

    def carry_on(self, which: "SessionId", then: Callable[[], None] = _nothing) -> None:
        """Put a kept session in the window, when the one that is kept there now is saved.

        Args:
            which: Which.
            then: Called right before it comes, and where it does not, unless `drop` was called.
        """
        if self._store is None:
            then()
            self.told.emit(_(NOT_OPEN))
        else:
            still = self._as_long_as_wanted()
            self._carrying_on.start(Wanted(self._store, which, still, then))

    def settle(self, then: Callable[[], None]) -> None:
        """Have everything saved, or as good as can be, and then go on."""
        self._current.settle(then)

    def shut(self, then: Callable[[], None]) -> None:
        """Have everything saved, close the store, drop the keys, and then go on."""
        self.settle(lambda: self._close(then))

    def note(self, event: "Event") -> None:
        """Write down that something was done with the session in the window, if it is kept."""
        which = self._current.which
        if which is not None:
            self.do(lambda store: store.record(event, which), _nothing)

    def save_now(self) -> None:
        """Save what was changed, without waiting for more."""
        self._current.autosave.now()

    def save_and_wait(self, *_told: object) -> bool:
        """Save what was changed and wait for it: the computer may be about to shut down.

        Returns:
            Whether all of it was done.
        """
        self._current.hurry()
        return self._worker.wait(_LONGEST_COMMIT)

    def end(self) -> bool:
        """Save, close the store and stop, and wait for it: there is no later.

        Returns:
            Whether all of it was done.
        """
        self._current.hurry()
        self.drop()
        store, self._store = self._store, None
        if store is not None:
            self._worker.order(lambda: close_store(store), _nothing, self._tell)
        return self._worker.stop(_LONGEST_END)

    def _close(self, then: Callable[[], None]) -> None:
        store, self._store = self._store, None
        self._provider = ""
        self.drop()
        self._current.leave()
        if store is None:
            self._way_in.revoke(then)
            return
        self._note()
        self._worker.order(lambda: close_store(store), _nothing, self._tell)
        self._worker.order(_nothing, lambda _none: then(), self._tell)

    def _as_long_as_wanted(self) -> Callable[[], bool]:
        """Tells whether what is asked for now is still wanted."""
        turn = self._turn
        return lambda: turn == self._turn

    def _take(self, store: "SessionStore", provider: str) -> None:
        self._store, self._provider = store, provider
        self._note()

    def _tell(self, error: DecisionAidError) -> None:
        self.told.emit(str(error))

    def _look(self) -> State:
        """How it stands now."""
        current = self._current
        if self._store is None:
            return State("shut" if has_store(self.places.folder) else "none")
        return State("open", self._provider, current.which, current.how, current.saved_at)

    def _note(self) -> None:
        state = self._look()
        if state != self._state:
            self._state = state
            self.changed.emit()
