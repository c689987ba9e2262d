"""A kept session on its way into the window: what is there is saved first, to the last word."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import N_, _
from decision_aid.domain.session import Session

if TYPE_CHECKING:
    from decision_aid.gui.keeping.current import Current
    from decision_aid.gui.keeping.worker import Worker
    from decision_aid.store.api import SessionId, SessionStore
    from decision_aid.store.saving import Copy, Pause

STAYS: Final = N_(
    "The session in this window could not be saved, so it stays here. Save its summary, or try "
    "again later."
)


@dataclass(frozen=True)
class Wanted:
    """A session that is wanted in the window.

    Attributes:
        store: Where it is kept.
        which: Which.
        still: Whether it is still wanted.
        then: Called right before it comes into the window, and where it does not.
    """

    store: "SessionStore"
    which: "SessionId"
    still: Callable[[], bool]
    then: Callable[[], None]


class CarryingOn(QObject):
    """Puts kept sessions in the window.

    Args:
        current: The session that is in the window now.
        worker: Where they are read.
        check: Called, on the worker's thread, with a session; raises where it does not fit.
        parent: Its parent.

    Attributes:
        begun: Emitted with a kept session that is to be put in the window.
        told: Emitted with a sentence to be shown.
    """

    begun = Signal(object)
    told = Signal(str)

    def __init__(
        self,
        current: "Current",
        worker: "Worker",
        check: Callable[[Session], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._current, self._worker, self._check = current, worker, check

    def start(self, wanted: Wanted) -> None:
        """Put it in the window, when what is there now is saved."""
        self._current.settle(lambda: self._load(wanted))

    def _load(self, wanted: Wanted) -> None:
        if not self._is_settled:
            self._stay(wanted)
            return
        self._worker.order(
            partial(_loaded, wanted, self._check, self._current.pause),
            lambda came: self._put(wanted, came),
            lambda error: self._fail(wanted, error),
        )

    def _put(self, wanted: Wanted, came: "tuple[Copy, Session]") -> None:
        if not wanted.still():
            return
        if self._is_settled:
            wanted.then()
            self._current.leave()
            self.begun.emit(came[1])
            self._current.take(*came)
        elif self._current.how == "saving":  # something was said since it was saved
            self._current.settle(lambda: self._put(wanted, came))
        else:
            here, store = self._current.which, wanted.store
            self._worker.order(lambda: store.set_at_work(here), lambda _none: None, self._tell)
            self._stay(wanted)

    @property
    def _is_settled(self) -> bool:
        return self._current.how in ("saved", "not_kept")

    def _stay(self, wanted: Wanted) -> None:
        wanted.then()
        self.told.emit(_(STAYS))

    def _fail(self, wanted: Wanted, error: DecisionAidError) -> None:
        if wanted.still():
            wanted.then()
            self._tell(error)

    def _tell(self, error: DecisionAidError) -> None:
        self.told.emit(str(error))


def _loaded(
    wanted: Wanted, check: Callable[[Session], None], pause: "Pause"
) -> "tuple[Copy, Session]":
    from decision_aid.store.saving import Copy  # noqa: PLC0415 - nothing of it at the start

    store, which = wanted.store, wanted.which
    kept = store.load(which)
    check(kept.session)
    store.set_at_work(which)
    return Copy(store, which, kept.revision, pause), kept.session
