"""One change of a store: rows, audit and head together, or none of it.

Source: Fowler 2002, Patterns of Enterprise Application Architecture (Unit of Work).
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from decision_aid.store import audit_log
from decision_aid.store.api import Entry, Event, SessionId, SlotId
from decision_aid.store.keyed_sum import changed_sum
from decision_aid.store.sealed_head import Head, read_head, write_head
from decision_aid.store.session_rows import Row, delete_row, insert_row, update_row
from decision_aid.store.store_keys import Keys

NOBODY = SlotId(b"")
NO_SESSION = SessionId(b"")


class UnitOfWork:
    """What is done within one transaction.

    The head is read from the file each time: after an error nothing in memory is to be trusted.

    Attributes:
        connection: Within the transaction.
        keys: The store's keys.
        head: The head as it will be written; its epoch is the new one.
        now: When it is done, UTC.
    """

    def __init__(self, connection: Connection, keys: Keys, by: SlotId, now: datetime) -> None:
        """Begin.

        Raises:
            DamagedError: The head is damaged.
        """
        before = read_head(connection, keys)
        self.connection = connection
        self.keys = keys
        self.head: Head = replace(before, epoch=before.epoch + 1)
        self.now = now
        self._by = by

    def put(self, row: Row, over: Row | None = None) -> None:
        """Put in a session's row, in place of the one that was found there."""
        if over is None:
            insert_row(self.connection, row)
        else:
            update_row(self.connection, row)
        self._count(over, row)

    def take_out(self, row: Row) -> None:
        """Take out a session's row as it was found."""
        delete_row(self.connection, row.id)
        self._count(row, None)

    def note(
        self,
        event: Event,
        session: SessionId = NO_SESSION,
        *,
        by: SlotId | None = None,
        times: int = 1,
    ) -> None:
        """Write down what was done.

        Args:
            event: What.
            session: To which session.
            by: By whom, if it was not who is at work.
            times: How often.
        """
        entry = Entry(
            number=self.head.entries + 1,
            at=self.now,
            event=event,
            by=self._by if by is None else by,
            session=session,
            times=times,
        )
        last = audit_log.append(self.connection, self.keys, self.head.last, entry)
        self.head = replace(self.head, entries=entry.number, last=last)

    def finish(self) -> int:
        """Write the head; the new epoch."""
        write_head(self.connection, self.keys, self.head)
        return self.head.epoch

    def _count(self, out: Row | None, into: Row | None) -> None:
        self.head = replace(
            self.head,
            total=changed_sum(self.keys, self.head.total, out, into),
            sessions=self.head.sessions + bool(into) - bool(out),
        )
