"""Sessions kept in one sealed file: the `SessionStore` of this computer."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.session import Session
from decision_aid.store import audit_log, session_rows
from decision_aid.store.access import Access
from decision_aid.store.api import (
    KEEP_DAYS,
    Entry,
    Event,
    Kept,
    Listed,
    Provider,
    SessionId,
    SlotId,
    Verdict,
)
from decision_aid.store.changes_noted import ChangesNoted
from decision_aid.store.errors import ChangedMeanwhileError, DamagedError, GoneError
from decision_aid.store.providers import Providers
from decision_aid.store.session_rows import Row
from decision_aid.store.unit_of_work import NO_SESSION, NOBODY, UnitOfWork
from decision_aid.store.verification import verdict

_GONE: Final = N_("This session is not kept any more: it was deleted.")
_CHANGED: Final = N_(
    "This session was saved elsewhere since it was opened here. Neither was written over the other."
)
_AT_ONCE: Final[frozenset[Event]] = frozenset({"older_store_accepted"})
"""What is written down before it is done, or not done; the rest may wait for room on the disk."""


class SealedStore:
    """Sessions in one file, each sealed under a key of its own. See `api.SessionStore`."""

    def __init__(self, access: Access) -> None:
        """Keep sessions in an unlocked file.

        Args:
            access: The file; closed with the store.
        """
        self._access = access
        self._people = Providers(access)
        self._noted = ChangesNoted()

    @property
    def provider(self) -> Provider:
        """Who unlocked it."""
        return self._access.provider

    @property
    def keep_days(self) -> int | None:
        """How long sessions are kept."""
        with self._access.reading() as unit:
            return unit.head.keep_days

    def listed(self) -> tuple[Listed, ...]:
        """All sessions but those that are damaged, which `verify` names."""
        with self._access.reading() as unit:
            rows = session_rows.lines_in(unit.connection)
            found = [line for row in rows if (line := _line(unit, row))]
        found.sort(key=lambda one: (one[1].last_visit, one[0]), reverse=True)
        return tuple(listed for _epoch, listed in found)

    def keep(self, session: Session) -> Kept:
        """Begin to keep a session."""
        with self._access.changing() as unit:
            row = session_rows.new_row(unit.keys, session, unit.now, unit.head.epoch)
            unit.put(row)
            unit.note("kept", row.id)
        self._noted.opened(row.id, session)
        return Kept(id=row.id, revision=row.revision, session=session)

    def load(self, which: SessionId) -> Kept:
        """A session as it was saved last; that it was opened is written down."""
        with self._access.reading() as unit:
            row = _row(unit, which)
            session = session_rows.session_in(unit.keys, row)
        self._access.note("opened", which)
        self._noted.opened(which, session)
        return Kept(id=which, revision=row.revision, session=session)

    def save(self, which: SessionId, expected: int, session: Session) -> int:
        """Save a session over its last revision."""
        with self._access.changing() as unit:
            row = _row(unit, which)
            if row.revision != expected:
                raise ChangedMeanwhileError(_(_CHANGED))
            fresh = session_rows.next_row(unit.keys, row, session, unit.now, unit.head.epoch)
            unit.put(fresh, over=row)
            events = self._noted.to_note(which, session, lambda: _saved_last(unit, row, session))
            for event in events:
                unit.note(event, which)
        self._noted.saved(which, session)
        return fresh.revision

    def revision_of(self, which: SessionId) -> tuple[int, bytes] | None:
        """Its revision and the SHA-256 of what `session_bytes.packed` made; None if it is gone."""
        with self._access.reading() as unit:
            row = session_rows.row_of(unit.connection, which)
            if row is None:
                return None
            return row.revision, sha256(session_rows.body_of(unit.keys, row)).digest()

    def delete(self, *which: SessionId) -> None:
        """Delete sessions; those that are gone already are passed over."""
        with self._access.changing() as unit:
            for one in which:
                row = session_rows.row_of(unit.connection, one)
                if row is not None:
                    unit.take_out(row)
                    unit.note("deleted", one)
            if unit.head.at_work in which:
                unit.head = replace(unit.head, at_work=None)
        for one in which:
            self._noted.gone(one)
        self._access.forget_deleted()

    def set_keep_days(self, days: int | None) -> None:
        """Set how long sessions are kept."""
        if days not in KEEP_DAYS:
            raise ValueError("sessions are kept for one of KEEP_DAYS")
        with self._access.changing() as unit:
            unit.head = replace(unit.head, keep_days=days)
            unit.note("retention_changed")

    @property
    def is_backed_up(self) -> bool:
        """Whether the newest back-up has every session as it is now."""
        with self._access.reading() as unit:
            return unit.head.is_backed_up

    def due(self, today: date) -> tuple[Listed, ...]:
        """Sessions whose last visit is longer ago than sessions are kept."""
        days = self.keep_days
        if days is None:
            return ()
        return tuple(one for one in self.listed() if (today - one.last_visit).days > days)

    def set_at_work(self, which: SessionId | None) -> None:
        """Note which session is open here."""

        def set_it(unit: UnitOfWork) -> None:
            unit.head = replace(unit.head, at_work=which)

        self._access.hold_or_do(set_it)

    def at_work(self) -> SessionId | None:
        """The session that was open when the store was last left without closing it."""
        with self._access.reading() as unit:
            return unit.head.at_work

    def record(self, event: Event, session: SessionId | None = None) -> None:
        """Write down that the provider did something."""
        if event not in _AT_ONCE:
            self._access.note(event, session or NO_SESSION)
            return
        with self._access.changing() as unit:
            unit.note(event, session or NO_SESSION)

    @property
    def waits_for_room(self) -> bool:
        """Whether the disk is so full that what was done could not be written down yet."""
        return self._access.waits_for_room

    def record_failures(self, times: int) -> None:
        """Write down that someone tried to unlock the store in vain.

        Args:
            times: How often, from 1.
        """
        self._access.note("unlock_failed", by=NOBODY, times=times)

    def audit(self) -> tuple[Entry, ...]:
        """All entries, oldest first."""
        with self._access.reading() as unit:
            head = unit.head
            return audit_log.entries(unit.connection, unit.keys, head.entries, head.last)

    def verify(self) -> Verdict:
        """Look through all of it, as it is on the disk."""
        self._access.read_anew()
        with self._access.reading() as unit:
            return verdict(unit)

    def providers(self) -> tuple[Provider, ...]:
        """Everyone who can unlock it."""
        return self._people.all()

    def named_in_audit(self) -> tuple[Provider, ...]:
        """Everyone an entry of the audit can be by."""
        return self._people.named_in_audit()

    def add_provider(self, name: str, passphrase: str) -> Provider:
        """Let someone else unlock it, too."""
        return self._people.add(name, passphrase)

    def remove_provider(self, slot: SlotId) -> None:
        """Let someone unlock it no more."""
        self._people.remove(slot)

    def change_passphrase(self, old: str, new: str) -> None:
        """Change the passphrase of who is at work."""
        self._people.change_passphrase(old, new)

    def renew_recovery_code(self, passphrase: str) -> str:
        """Make a new recovery code."""
        return self._people.renew_recovery_code(passphrase)

    @property
    def code_is_unread(self) -> bool:
        """Whether the recovery code was shown and not read back from paper yet."""
        with self._access.reading() as unit:
            return unit.head.code_unread

    def code_was_read(self) -> None:
        """Note that the recovery code stands on paper."""
        self._people.code_was_read()

    def reset_passphrase(self, which: SlotId, new: str) -> None:
        """Set someone's passphrase after unlocking with the recovery code."""
        self._people.reset_passphrase(which, new)

    def is_passphrase(self, passphrase: str) -> bool:
        """Whether it is what who is at work unlocks with."""
        return self._people.is_passphrase(passphrase)

    def back_up(self) -> None:
        """Make a back-up, unless the newest one has every session as it is now."""
        if not self.is_backed_up:
            self._access.back_up()

    def was_backed_up(self) -> None:
        """Write down that a back-up of all that is kept now was made."""
        with self._access.changing() as unit:
            unit.note("back_up_made")
            unit.head = replace(unit.head, backed_up=unit.head.total)

    def close(self) -> None:
        """Let go of every key, and of the file."""
        self._noted.forget()
        self._access.close()


def _row(unit: UnitOfWork, which: SessionId) -> Row:
    row = session_rows.row_of(unit.connection, which)
    if row is None:
        raise GoneError(_(_GONE))
    return row


def _line(unit: UnitOfWork, row: Row) -> tuple[int, Listed] | None:
    try:
        return session_rows.listed_in(unit.keys, row)
    except DamagedError:
        return None


def _saved_last(unit: UnitOfWork, row: Row, otherwise: Session) -> Session:
    """What a row holds; where that is damaged, saving over it is what matters."""
    try:
        return session_rows.session_in(unit.keys, row)
    except DamagedError:
        return otherwise
