"""What can be proven of a damaged store: from its own file first, then from its back-ups."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from decision_aid.store.api import Event, SessionId, SlotId
from decision_aid.store.audit_log import plain_entry
from decision_aid.store.canonical_json import from_bytes
from decision_aid.store.errors import DamagedError
from decision_aid.store.keyed_sum import sum_of
from decision_aid.store.remains import Remains
from decision_aid.store.sealed_head import Head, WayIn, opened_head
from decision_aid.store.session_rows import Row, is_whole
from decision_aid.store.store_keys import Keys


@dataclass(kw_only=True)
class Salvaged:
    """Everything whose seals hold.

    Attributes:
        keys: The store's keys.
        head: The newest head; None while none was found.
        rows: Sessions.
        entries: What was sealed in the entries of the audit, and the entries, by number.
        restored: Sessions that are as a back-up has them.
        touched: Sessions of which something was found in the file that does not hold.
        file_epoch: The epoch of the file's own head; None where none was found in it.
        file_slots: The slots of the file, whether they belong there or not.
        has_opened: Whether anything else in the file is sealed under these keys.
        has_unopened: Whether something in it is not: it is damaged, or sealed under other keys.
    """

    keys: Keys
    head: Head | None = None
    rows: dict[SessionId, Row] = field(default_factory=dict)
    entries: dict[int, tuple[bytes, bytes]] = field(default_factory=dict)
    restored: set[SessionId] = field(default_factory=set)
    touched: set[SessionId] = field(default_factory=set)
    file_epoch: int | None = None
    file_slots: frozenset[bytes] = frozenset()
    has_opened: bool = False
    has_unopened: bool = False
    _slots: dict[SlotId, list[bytes]] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Whether these are the very sessions, ways in and entries that the file's head tells."""
        head = self.head
        if head is None or not self.is_newest:
            return False
        has_ways = all(self.slot_of(one) is not None for one in head.ways)
        return has_ways and self.entries.keys() >= set(range(1, head.entries + 1))

    @property
    def is_newest(self) -> bool:
        """Whether all sessions are as they were saved last: the file's head tells."""
        if self.head is None or self.file_epoch is None:
            return False
        return sum_of(self.keys, self.rows.values()) == (self.head.total, self.head.sessions)

    @property
    def lost(self) -> tuple[SessionId, ...]:
        """Sessions that nothing has whole, as far as they are known."""
        if self.is_newest:
            return ()
        known = self.touched if self.file_epoch is not None else self.touched | self._told("kept")
        return tuple(sorted(known - self.rows.keys() - self._told("deleted")))

    @property
    def missing(self) -> int:
        """How many sessions are not there that should be, known or not."""
        expected = self.head.sessions if self.head and self.file_epoch is not None else 0
        return max(len(self.lost), expected - len(self.rows))

    @property
    def lost_entries(self) -> int:
        """How many entries of the audit nothing has whole; at least 1 where nobody can tell."""
        last = max(self.entries, default=0)
        expected = max(last, self.head.entries if self.head else 0)
        unknown = 0 if self.file_epoch is not None else 1
        return max(unknown, expected - len(self.entries))

    @property
    def as_of(self) -> datetime | None:
        """When the last was done that is written down, UTC; None where nothing is."""
        if not self.entries:
            return None
        plain, _sealed = self.entries[max(self.entries)]
        return datetime.fromisoformat(from_bytes(plain)["at"])

    def slot_of(self, way: WayIn) -> bytes | None:
        """The bytes of a way in, where they were found."""
        return next((one for one in self._slots.get(way.slot, ()) if way.fits(one)), None)

    def take(self, remains: Remains) -> None:
        """Take over what the damaged file itself has."""
        self._take_head(remains)
        self.file_epoch = self.head.epoch if self.head else None
        self._take_rest(remains)
        deleted = self._told("deleted")
        for row in remains.rows:
            known = self.rows.get(row.id)
            if not is_whole(self.keys, row):
                self.touched.add(row.id)
            elif row.id not in deleted and (known is None or known.revision < row.revision):
                self.rows[row.id] = row
        self.file_slots = frozenset(one.to_bytes() for one in remains.readable_slots())
        self.has_opened = bool(self.rows or self.entries)
        numbers = {number for number, _sealed in remains.entries}
        self.has_unopened = bool(self.touched - self.rows.keys() or numbers - self.entries.keys())

    def fill(self, remains: Remains, *, is_newest: bool) -> bool:
        """Fill from a back-up what is missing; whether it could be used.

        Args:
            remains: What is in it.
            is_newest: Whether it is the newest that can be used: only that one may put a later
                revision in the place of an earlier one. One made before an older store was
                accepted has later revisions, too, and those were given up.
        """
        if not _heads(self.keys, remains):
            return False
        if self.head is None:
            self._take_head(remains)
        deleted = self._told("deleted")
        for row in remains.rows:
            known = self.rows.get(row.id)
            is_wanted = known is None or (is_newest and known.revision < row.revision)
            if is_wanted and row.id not in deleted and is_whole(self.keys, row):
                self.rows[row.id] = row
                self.restored.add(row.id)
        self._take_rest(remains)
        return True

    def _take_head(self, remains: Remains) -> None:
        self.head = max(_heads(self.keys, remains), key=lambda one: one.epoch, default=None)

    def _take_rest(self, remains: Remains) -> None:
        for which, values in remains.slots.items():
            self._slots.setdefault(which, []).extend(values)
        for number, sealed in remains.entries:
            if number > 0 and number not in self.entries:
                try:
                    self.entries[number] = plain_entry(self.keys, number, sealed), sealed
                except DamagedError:
                    continue

    def _told(self, event: Event) -> set[SessionId]:
        """Sessions of which the audit tells that they were kept, or deleted."""
        told = (from_bytes(plain) for plain, _sealed in self.entries.values())
        return {SessionId(bytes.fromhex(one["session"])) for one in told if one["event"] == event}


def salvage(keys: Keys, file: Remains, back_ups: Iterable[Remains]) -> Salvaged:
    """All that can be proven.

    Args:
        keys: The store's keys.
        file: What is left in the damaged file.
        back_ups: What is in each back-up, the newest first; only as many are looked at as needed.
    """
    found = Salvaged(keys=keys)
    found.take(file)
    is_newest = True
    for one in () if found.is_complete else back_ups:
        if found.fill(one, is_newest=is_newest):
            is_newest = False
        if found.is_complete:
            break
    return found


def _heads(keys: Keys, remains: Remains) -> list[Head]:
    found = []
    for value in remains.heads:
        try:
            found.append(opened_head(keys, value))
        except DamagedError:
            continue
    return found
