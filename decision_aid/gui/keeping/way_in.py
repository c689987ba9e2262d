"""The way in to the store: making and unlocking it, one try at a time, as long as it is wanted."""

from collections.abc import Callable
from contextlib import closing, suppress
from threading import Event
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import N_, _
from decision_aid.gui.keeping.tries import Tries

if TYPE_CHECKING:
    from decision_aid.gui.keeping.door import Door
    from decision_aid.gui.keeping.worker import Worker
    from decision_aid.store.api import SessionStore
    from decision_aid.store.opening import Made, Opened

W = TypeVar("W", bound="Made | Opened")
Sorry = Callable[[DecisionAidError], None]
Taken = Callable[["SessionStore", str], None]
"""Is given the open store and the name of whoever opened it."""
STOPPED: Final = N_("This was stopped. Nothing was opened.")
STILL_TRYING: Final = N_("The try before is still being checked. Please try again in a moment.")
UNSEEN: Final = N_(
    "Keeping was set up, but locked before the recovery code was shown. Unlock with your "
    "passphrase, and make a new recovery code."
)


class StoppedError(DecisionAidError):
    """Nobody wants any more what was under way."""


def close_store(store: "SessionStore") -> None:
    """On the worker's thread: close a store, and write down that it was."""
    with closing(store):  # also where no more can be written
        store.set_at_work(None)
        store.record("locked")
        store.back_up()


class WayIn(QObject):
    """Makes the store or opens it, beside the window.

    One try at a time: the next one begins only when the one before was answered and it is known how
    long to wait. One that nobody wants any more opens nothing: what it opened is closed at once.

    Args:
        door: The way to the store.
        worker: Where it is opened.
        taken: Called with a store that is open.
        parent: Its parent.

    Attributes:
        tries: How long the next try has to wait.
        told: Emitted with a sentence to be shown.
    """

    told = Signal(str)

    def __init__(self, door: "Door", worker: "Worker", taken: Taken, parent: QObject) -> None:
        super().__init__(parent)
        self._door, self._worker, self._taken = door, worker, taken
        self._try: _Try | None = None
        self.tries = Tries()

    @property
    def is_trying(self) -> bool:
        """Whether a try is under way, also where nobody wants it any more."""
        return self._try is not None

    def prepare(self) -> None:
        """Load the store's libraries, while a passphrase is typed."""
        self._worker.order(self._prepared, self.tries.wait, self._tell)

    def make(
        self, name: str, passphrase: str, then: "Callable[[Made], None]", sorry: Sorry
    ) -> None:
        """Make a store; it is open then."""
        self._begin(lambda: self._door.make(name, passphrase), then, sorry, unseen=_(UNSEEN))

    def unlock(
        self, secret: str, then: "Callable[[Opened], None]", sorry: Sorry, *, accept_older: bool
    ) -> None:
        """Open the store."""
        self._begin(lambda: self._door.open(secret, accept_older=accept_older), then, sorry)

    def revoke(self, then: Callable[[], None] = lambda: None) -> None:
        """Nobody wants any more what is under way; whoever asked for it is told so at once.

        Args:
            then: Called when it has ended and nothing of it is open.
        """
        this = self._try
        if this is None:
            then()
            return
        this.ended.append(then)
        if not this.revoked.is_set():
            this.revoked.set()
            if (store := this.take()) is not None:
                self._worker.order(lambda: close_store(store), lambda _none: None, self._tell)
            this.sorry(StoppedError(_(STOPPED)))

    def _begin(
        self, job: Callable[[], W], then: Callable[[W], None], sorry: Sorry, unseen: str = ""
    ) -> None:
        if self._try is not None:
            sorry(DecisionAidError(_(STILL_TRYING)))
            return
        this = self._try = _Try(sorry, unseen)
        self._worker.order(
            lambda: _opened(job, this),
            lambda came: self._hear(this, came, then),
            lambda error: self._refuse(this, error),
        )

    def _hear(self, this: "_Try", came: tuple[W, str], then: Callable[[W], None]) -> None:
        self.tries.note(right=True)
        store = this.take()
        if this.revoked.is_set() or store is None:
            if this.unseen:
                self.told.emit(this.unseen)
            self._when_idle(lambda: self._end(this))
            return
        made, provider = came
        self._end(this)
        self._taken(store, provider)
        then(made)

    def _refuse(self, this: "_Try", error: DecisionAidError) -> None:
        # How long the next try has to wait is known before this one is told.
        self._worker.order(self._door.wait_seconds, self.tries.wait, self._tell)
        self._when_idle(lambda: self._tell_refused(this, error))

    def _tell_refused(self, this: "_Try", error: DecisionAidError) -> None:
        self._end(this)
        if not this.revoked.is_set():
            this.sorry(error)

    def _end(self, this: "_Try") -> None:
        self._try = None
        for then in this.ended:
            then()

    def _when_idle(self, then: Callable[[], None]) -> None:
        """Go on when what was ordered until now is done, and told."""
        self._worker.order(lambda: None, lambda _none: then(), self._tell)

    def _prepared(self) -> float:
        self._door.prepare()
        return self._door.wait_seconds()

    def _tell(self, error: DecisionAidError) -> None:
        self.told.emit(str(error))


class _Try:
    """One try: whether it is wanted, and the store it opened until somebody takes that.

    Args:
        sorry: Told what went wrong.
        unseen: What is to be told where it was done after nobody wanted it any more.
    """

    def __init__(self, sorry: Sorry, unseen: str) -> None:
        self.sorry, self.unseen = sorry, unseen
        self.revoked = Event()
        self.ended: list[Callable[[], None]] = []
        self._held: list[SessionStore] = []

    def hold(self, store: "SessionStore") -> None:
        self._held.append(store)

    def take(self) -> "SessionStore | None":
        """The store, for one only: both threads may want it, this one to close what is unwanted."""
        with suppress(IndexError):
            return self._held.pop()
        return None


def _opened(job: Callable[[], W], this: _Try) -> tuple[W, str]:
    """On the worker's thread: do it, unless nobody wants it already; gives who is at work, too.

    Raises:
        DecisionAidError: It did not work.
    """
    if this.revoked.is_set():
        raise StoppedError(_(STOPPED))
    made = job()
    provider = made.store.provider.name
    this.hold(made.store)
    if this.revoked.is_set() and (store := this.take()) is not None:
        close_store(store)
    return made, provider
