"""What a store of sessions does, whatever it is made of.

Everything above this file knows this protocol only: a store on another database comes without a
change there. All calls of one store are made on one thread, one after the other.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, NewType, Protocol

from decision_aid.base.language import N_, _
from decision_aid.domain.session import Session

SessionId = NewType("SessionId", bytes)
"""16 random bytes."""
SlotId = NewType("SlotId", bytes)
"""16 random bytes: a provider's own way in, or the recovery code's."""

Event = Literal[
    "store_made",
    "unlocked",
    "unlocked_by_recovery_code",
    "unlock_failed",
    "locked",
    "kept",
    "opened",
    "viewed_list",
    "changed",
    "gate_cleared",
    "clearance_taken_back",
    "exported",
    "imported",
    "printed",
    "copied",
    "deleted",
    "restored",
    "file_mended",
    "entries_lost",
    "back_up_made",
    "back_ups_purged",
    "set_aside_purged",
    "older_store_accepted",
    "provider_added",
    "provider_removed",
    "passphrase_changed",
    "recovery_code_renewed",
    "retention_changed",
]
"""What is written down of who did what. No event has room for a clinical word."""

KEEP_DAYS: Final = (0, 30, 365, None)
"""Days a session is kept after its last visit; None keeps it until someone deletes it."""
MOST_PROVIDERS: Final = 8
LONGEST_NAME: Final = 80
"""Characters of a provider's name."""
RECOVERY: Final = N_("Recovery code")
"""The name of whoever unlocks with it: the same in every language until it is shown."""
NAME_LOST: Final = N_("Name not known")
"""Stands for a name that damage took: sealed as it stands here, whatever language is spoken."""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One session in the list, without what was said in it.

    Attributes:
        id: Which.
        revision: How often it was saved.
        label: As its user chose it; "" where none was.
        last_visit: The day of the last visit.
        review: When to look again, as it was written.
        pack: Id of the pack it was made with.
        saved_at: When it was saved last, UTC, by this computer's clock. Never used for order.
    """

    id: SessionId
    revision: int
    label: str
    last_visit: date
    review: str
    pack: str
    saved_at: datetime


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One session as it is kept.

    Attributes:
        id: Which.
        revision: 1 when it was first kept, one more with each save.
        session: What was said.
    """

    id: SessionId
    revision: int
    session: Session


@dataclass(frozen=True, kw_only=True)
class Provider:
    """Someone who can unlock the store.

    Attributes:
        slot: Which slot is theirs.
        name: As they gave it; sealed in the store. Else `RECOVERY` or `NAME_LOST`.
    """

    slot: SlotId
    name: str

    @property
    def shown_name(self) -> str:
        """Their name as it is shown; what stands for a name is in the language spoken now."""
        return _(self.name) if self.name in (RECOVERY, NAME_LOST) else self.name


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the audit.

    Attributes:
        number: Its place, from 1, without gaps.
        at: When, UTC, by this computer's clock.
        event: What was done.
        by: The slot of who did it; empty bytes where nobody was known (a failed unlocking).
        session: To which session; empty bytes where it is about the store.
        times: How often, where it was counted while the store was locked.
    """

    number: int
    at: datetime
    event: Event
    by: SlotId
    session: SessionId
    times: int = 1


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What a look through the whole store found.

    Attributes:
        sessions: How many sessions are whole.
        damaged: Those that are not.
        head_is_whole: Whether nothing was taken out, put in or put back behind the store's back.
        audit_is_whole: Whether no entry of the audit is missing, moved or altered.
    """

    sessions: int
    damaged: tuple[SessionId, ...]
    head_is_whole: bool
    audit_is_whole: bool

    @property
    def is_whole(self) -> bool:
        """Whether all of it is as it was written."""
        return not self.damaged and self.head_is_whole and self.audit_is_whole


class SessionStore(Protocol):
    """Keeps sessions. Every method that changes something has it on the disk when it returns.

    Any method may raise a `StoreError`. After a `DiskFailedError` nobody knows whether the change
    was written; `revision_of` tells.
    """

    @property
    def provider(self) -> Provider:
        """Who unlocked it; for the recovery code a provider named `RECOVERY`."""

    @property
    def keep_days(self) -> int | None:
        """How long sessions are kept, one of `KEEP_DAYS`."""

    @property
    def is_backed_up(self) -> bool:
        """Whether the newest back-up has every session as it is now."""

    def back_up(self) -> None:
        """Make a back-up, unless the newest one has every session as it is now.

        Where it cannot be made, nothing is lost, and an opening from half an hour on tells.
        """

    def listed(self) -> tuple[Listed, ...]:
        """All sessions, those with the newest visit first, then the ones saved last.

        One that is damaged is left out, so that the others can be worked with; `verify` names it.
        """

    def keep(self, session: Session) -> Kept:
        """Begin to keep a session.

        Raises:
            TooLargeError: It is larger than is kept.
        """

    def load(self, which: SessionId) -> Kept:
        """A session as it was saved last; that it was opened is written down.

        Raises:
            GoneError: It is not there.
            DamagedError: It is not as it was saved.
        """

    def save(self, which: SessionId, expected: int, session: Session) -> int:
        """Save a session over its last revision.

        Args:
            which: Which.
            expected: The revision it was read or saved with here.
            session: What was said.

        Returns:
            The new revision, one more than `expected`.

        Raises:
            ChangedMeanwhileError: It has another revision now.
            GoneError: It is not there.
            TooLargeError: It is larger than is kept.
        """

    def revision_of(self, which: SessionId) -> tuple[int, bytes] | None:
        """Its revision and the SHA-256 of its plain bytes as they are on the disk; None if gone."""

    def delete(self, *which: SessionId) -> None:
        """Delete sessions: their keys are erased, so that nothing left of them can be read."""

    def set_keep_days(self, days: int | None) -> None:
        """Set how long sessions are kept; it deletes nothing by itself."""

    def due(self, today: date) -> tuple[Listed, ...]:
        """Sessions whose last visit is longer ago than sessions are kept."""

    def set_at_work(self, which: SessionId | None) -> None:
        """Note which session is open here, so that it can be offered again after a crash."""

    def at_work(self) -> SessionId | None:
        """The session that was open when the store was last left without closing it."""

    def record(self, event: Event, session: SessionId | None = None) -> None:
        """Write down that the provider did something.

        Where the disk is full, that is held, and written with the next change that there is room
        for; so are other notes of what was only read.
        """

    def audit(self) -> tuple[Entry, ...]:
        """All entries, oldest first.

        Raises:
            DamagedError: One is missing, moved or altered.
        """

    def verify(self) -> Verdict:
        """Look through all of it, as it is on the disk and not as it was read before."""

    def providers(self) -> tuple[Provider, ...]:
        """Everyone who can unlock it, by name; the recovery code is not among them."""

    def named_in_audit(self) -> tuple[Provider, ...]:
        """Everyone an entry of the audit can be by: those removed and the recovery code, too."""

    def add_provider(self, name: str, passphrase: str) -> Provider:
        """Let someone else unlock it, too.

        Raises:
            WeakPassphraseError: The passphrase is too easy to guess.
            StoreError: There are `MOST_PROVIDERS` already, or one of this name, or the passphrase
                opens the store already.
        """

    def remove_provider(self, slot: SlotId) -> None:
        """Let someone unlock it no more; all keys are wrapped anew under a new master key.

        Raises:
            StoreError: It is the last one, or the one who is at work.
        """

    def change_passphrase(self, old: str, new: str) -> None:
        """Change the passphrase of who is at work; all keys are wrapped anew, as for a removal.

        Raises:
            NotOpenedError: The old one is wrong.
            WeakPassphraseError: The new one is too easy to guess.
            StoreError: The new one opens the store already.
        """

    def renew_recovery_code(self, passphrase: str) -> str:
        """Make a new recovery code, in groups as it is printed; the old one opens nothing more.

        All keys are wrapped anew, as for a removal.

        Raises:
            NotOpenedError: The passphrase of who is at work is wrong.
        """

    def code_was_read(self) -> None:
        """Note that the recovery code was read back from paper; else each unlocking tells of it."""

    def reset_passphrase(self, which: SlotId, new: str) -> None:
        """Give someone who can unlock another passphrase; the one they had opens nothing more.

        Raises:
            StoreError: It was not the recovery code that unlocked, or it is nobody's slot.
            WeakPassphraseError: The new one is too easy to guess.
        """

    def is_passphrase(self, passphrase: str) -> bool:
        """Whether it is the passphrase of who is at work: asked before an export or deletion."""

    def close(self) -> None:
        """Let go of the file and of every key."""
