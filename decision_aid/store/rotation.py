"""Sealing all of a store under a new master key, within one transaction.

Each session gets a new key of its own, too: who was removed, or knows a passphrase or recovery code
of before, and copied the file then, can read that copy, and nothing that is saved from then on.
"""

import os
from dataclasses import replace

from decision_aid.store import audit_log
from decision_aid.store.errors import DamagedError
from decision_aid.store.keyed_sum import changed_sum, difference, sum_of
from decision_aid.store.session_rows import Row, ids_in, rewrapped, row_of, rows_in, update_row
from decision_aid.store.store_keys import Keys
from decision_aid.store.unit_of_work import UnitOfWork


def reseal(unit: UnitOfWork, keys: Keys) -> None:
    """Seal sessions and audit under other keys, and go on with those.

    What was damaged or missing before is so afterwards: it is carried over, never made good.

    Args:
        unit: The change this is part of; the head it writes is sealed under the other keys.
        keys: The other keys.
    """
    _reseal_sessions(unit, keys)
    _reseal_audit(unit, keys)
    unit.keys = keys


def _reseal_sessions(unit: UnitOfWork, keys: Keys) -> None:
    found, _count = sum_of(unit.keys, rows_in(unit.connection))
    total = difference(unit.head.total, found)
    for which in ids_in(unit.connection):
        row = row_of(unit.connection, which)
        if row is not None:
            fresh = _resealed(unit.keys, keys, row)
            update_row(unit.connection, fresh)
            total = changed_sum(keys, total, None, fresh)
    unit.head = replace(unit.head, total=total)


def _resealed(old: Keys, new: Keys, row: Row) -> Row:
    try:
        return rewrapped(old, new, row)
    except DamagedError:
        return row


def _reseal_audit(unit: UnitOfWork, keys: Keys) -> None:
    connection = unit.connection
    is_whole = audit_log.chain_end(connection, unit.keys) == (unit.head.entries, unit.head.last)
    last = audit_log.START
    for number, sealed in tuple(audit_log.sealed_entries(connection)):
        try:
            plain = audit_log.plain_entry(unit.keys, number, sealed)
        except DamagedError:
            continue
        fresh = audit_log.sealed_entry(keys, number, plain)
        audit_log.replace_entry(connection, number, fresh)
        last = audit_log.chained(keys, last, number, fresh)
    # A chain that was broken never ends in any value again.
    unit.head = replace(unit.head, last=last if is_whole else os.urandom(len(last)))
