"""A store in memory for what works on a store: it can be told to fail, and tells what it holds."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256

from decision_aid.domain.session import Session
from decision_aid.store.api import (
    Entry,
    Event,
    Kept,
    Listed,
    Provider,
    SessionId,
    SlotId,
    Verdict,
)
from decision_aid.store.errors import ChangedMeanwhileError, GoneError, StoreError
from decision_aid.store.session_bytes import packed

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
Fault = Callable[[str], StoreError | None]
"""Is asked before and after each change, as "before save" or "after save", whether it fails."""


def no_fault(_: str) -> None:
    """Nothing fails."""


@dataclass
class MemoryStore:
    """Keeps sessions until the test ends; answers as the protocol says."""

    fault: Fault = no_fault
    provider: Provider = field(
        default_factory=lambda: Provider(slot=SlotId(bytes(16)), name="Dr. Rivera")
    )
    keep_days: int | None = None
    sessions: dict[SessionId, Kept] = field(default_factory=dict)
    left: SessionId | None = None
    events: list[tuple[Event, SessionId | None]] = field(default_factory=list)
    is_closed: bool = False
    made: int = 0
    code_read: bool = False
    is_backed_up: bool = True
    back_ups: int = 0

    def listed(self) -> tuple[Listed, ...]:
        self._may_fail("listed")
        return tuple(
            Listed(
                id=one.id,
                revision=one.revision,
                label=one.session.label,
                last_visit=one.session.started_on,
                review=one.session.review,
                pack=one.session.pack,
                saved_at=AT,
            )
            for one in self.sessions.values()
        )

    def keep(self, session: Session) -> Kept:
        self._may_fail("before keep")
        self.made += 1
        kept = Kept(id=SessionId(self.made.to_bytes(16, "big")), revision=1, session=session)
        packed(session)
        self.sessions[kept.id] = kept
        self._may_fail("after keep")
        return kept

    def load(self, which: SessionId) -> Kept:
        self._may_fail("load")
        return self._there(which)

    def save(self, which: SessionId, expected: int, session: Session) -> int:
        self._may_fail("before save")
        if self._there(which).revision != expected:
            raise ChangedMeanwhileError("Changed meanwhile.")
        packed(session)
        self.sessions[which] = Kept(id=which, revision=expected + 1, session=session)
        self._may_fail("after save")
        return expected + 1

    def revision_of(self, which: SessionId) -> tuple[int, bytes] | None:
        self._may_fail("revision_of")
        kept = self.sessions.get(which)
        if kept is None:
            return None
        return kept.revision, sha256(packed(kept.session)).digest()

    def delete(self, *which: SessionId) -> None:
        for one in which:
            del self.sessions[one]

    def set_at_work(self, which: SessionId | None) -> None:
        self._may_fail("before set_at_work")
        self.left = which
        self._may_fail("after set_at_work")

    def at_work(self) -> SessionId | None:
        return self.left

    def record(self, event: Event, session: SessionId | None = None) -> None:
        self.events.append((event, session))

    def set_keep_days(self, days: int | None) -> None:
        self.keep_days = days

    def due(self, today: date) -> tuple[Listed, ...]:
        days = self.keep_days
        if days is None:
            return ()
        return tuple(one for one in self.listed() if (today - one.last_visit).days > days)

    def audit(self) -> tuple[Entry, ...]:
        return ()

    def verify(self) -> Verdict:
        count = len(self.sessions)
        return Verdict(sessions=count, damaged=(), head_is_whole=True, audit_is_whole=True)

    def providers(self) -> tuple[Provider, ...]:
        return (self.provider,)

    def named_in_audit(self) -> tuple[Provider, ...]:
        return (self.provider,)

    def add_provider(self, name: str, passphrase: str) -> Provider:
        raise NotImplementedError

    def remove_provider(self, slot: SlotId) -> None:
        raise NotImplementedError

    def change_passphrase(self, old: str, new: str) -> None:
        raise NotImplementedError

    def renew_recovery_code(self, passphrase: str) -> str:
        raise NotImplementedError

    def code_was_read(self) -> None:
        self.code_read = True

    def reset_passphrase(self, which: SlotId, new: str) -> None:
        raise NotImplementedError

    def back_up(self) -> None:
        self.back_ups += 1

    def is_passphrase(self, passphrase: str) -> bool:
        return bool(passphrase)

    def close(self) -> None:
        self.is_closed = True

    def _there(self, which: SessionId) -> Kept:
        if which not in self.sessions:
            raise GoneError("Gone.")
        return self.sessions[which]

    def _may_fail(self, moment: str) -> None:
        error = self.fault(moment)
        if error is not None:
            raise error
