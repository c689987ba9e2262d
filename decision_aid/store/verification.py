"""Looking through all of a store."""

from decision_aid.store import audit_log
from decision_aid.store.api import SessionId, Verdict
from decision_aid.store.keyed_sum import changed_sum
from decision_aid.store.provider_slots import slots_in
from decision_aid.store.session_rows import is_whole, rows_in
from decision_aid.store.unit_of_work import UnitOfWork


def verdict(unit: UnitOfWork) -> Verdict:
    """What is whole and what is not. Each row is read once.

    Args:
        unit: Within a transaction; nothing is changed.
    """
    total = count = 0
    damaged: list[SessionId] = []
    for row in rows_in(unit.connection):
        total = changed_sum(unit.keys, total, None, row)
        count += 1
        if not is_whole(unit.keys, row):
            damaged.append(row.id)
    head = unit.head
    chain = audit_log.chain_end(unit.connection, unit.keys)
    return Verdict(
        sessions=count - len(damaged),
        damaged=tuple(damaged),
        head_is_whole=(total, count) == (head.total, head.sessions) and slots_are_whole(unit),
        audit_is_whole=chain == (head.entries, head.last),
    )


def slots_are_whole(unit: UnitOfWork) -> bool:
    """Whether the slots in the file are those that the head knows."""
    found = slots_in(unit.connection)
    ways = unit.head.ways
    return len(found) == len(ways) and all(way.fits(found.get(way.slot)) for way in ways)
