"""Saving the session at work so that it is never said to be kept before it is.

After an error nobody knows whether a save is on the disk. So what is there is read back: what is
ours is saved, what is older is saved once more, what is another's is left alone, and ours is kept
beside it.
"""

import time
from collections.abc import Callable
from hashlib import sha256
from typing import Final, TypeVar

from decision_aid.base.language import N_, _
from decision_aid.domain.session import Session
from decision_aid.store.api import SessionId, SessionStore
from decision_aid.store.errors import NoRoomError, StoreError, TooLargeError
from decision_aid.store.folder import NEARLY_FULL
from decision_aid.store.session_bytes import packed

T = TypeVar("T")
PAUSES: Final = (0.2, 1.0, 5.0)
"""Seconds before each further try."""
KEPT_BESIDE: Final = N_(
    "This session was changed or deleted elsewhere meanwhile. Nothing is lost: what is in this "
    "window is kept as a session of its own from now on."
)
Pause = Callable[[float], None]
"""Waits for some seconds."""


class Copy:
    """The kept copy of the session at work.

    Args:
        store: Where it is kept.
        which: As what.
        revision: Which revision it has.
        pause: Waits before a further try.

    Attributes:
        which: As what it is kept; another one after `save` told that it is kept beside.
    """

    def __init__(
        self, store: SessionStore, which: SessionId, revision: int, pause: Pause = time.sleep
    ) -> None:
        self.which = which
        self._store, self._revision, self._pause = store, revision, pause
        self._in_doubt: set[bytes] = set()
        self._was_full = False

    def save(self, session: Session) -> str:
        """Save a session; when this returns, it is on the disk.

        Returns:
            A sentence where its user should know something; "" otherwise.

        Raises:
            StoreError: It is not known to be saved. What was kept before is there, or this.
        """
        self._was_full = False
        told = _until_known(lambda: self._try(session), self._pause)
        return told or (_(NEARLY_FULL) if self._was_full else "")

    def _try(self, session: Session) -> str:
        try:
            self._note(self._store.save(self.which, self._revision, session))
        except TooLargeError:
            raise  # nothing was written
        except StoreError as problem:
            self._was_full |= isinstance(problem, NoRoomError)
            ours = _digest(session)
            self._in_doubt.add(ours)
            found = self._store.revision_of(self.which)
            if found is None or not self._is_of_here(*found):
                return self._keep_beside(session)
            self._note(found[0])
            if found[1] != ours:
                raise
        return ""

    def _is_of_here(self, revision: int, digest: bytes) -> bool:
        """Whether it is as it was, or what one of the tries here wrote."""
        written = revision == self._revision + 1 and digest in self._in_doubt
        return written or revision == self._revision

    def _note(self, revision: int) -> None:
        if revision != self._revision:
            self._in_doubt.clear()
        self._revision = revision

    def _keep_beside(self, session: Session) -> str:
        self.which, self._revision = _kept(self._store, session)
        self._in_doubt.clear()
        return _(KEPT_BESIDE)


def begin(store: SessionStore, session: Session, pause: Pause = time.sleep) -> Copy:
    """Begin to keep a session; when this returns, it is on the disk.

    Raises:
        StoreError: It is not known to be kept.
    """
    which, revision = _until_known(lambda: _kept(store, session), pause)
    return Copy(store, which, revision, pause)


def _kept(store: SessionStore, session: Session) -> tuple[SessionId, int]:
    """The id and the revision that a session is kept as; it is kept where it was not."""
    found = _found(store, session)
    if found is None:
        made = store.keep(session)
        found = made.id, made.revision
    store.set_at_work(found[0])
    return found


def _found(store: SessionStore, session: Session) -> tuple[SessionId, int] | None:
    """What an earlier try kept, though it ended with an error."""
    ours = _digest(session)
    for one in store.listed():
        if (one.label, one.last_visit) == (session.label, session.started_on):
            there = store.revision_of(one.id)
            if there is not None and there[1] == ours:
                return one.id, there[0]
    return None


def _digest(session: Session) -> bytes:
    """What `SessionStore.revision_of` tells of this session, 32 bytes."""
    return sha256(packed(session)).digest()


def _until_known(attempt: Callable[[], T], pause: Pause) -> T:
    """Try, and try again after each pause."""
    for seconds in PAUSES:
        try:
            return attempt()
        except TooLargeError:
            raise
        except StoreError:
            pause(seconds)
    return attempt()
