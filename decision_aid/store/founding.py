"""The first contents of a new store."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert

from decision_aid.store import audit_log
from decision_aid.store.api import Entry, SlotId
from decision_aid.store.database import Database
from decision_aid.store.key_cost import Cost
from decision_aid.store.key_slots import Slot, new_master, new_slot
from decision_aid.store.provider_slots import (
    check_name,
    check_passphrase,
    insert_slot,
    way_in,
)
from decision_aid.store.recovery_codes import new_recovery_code
from decision_aid.store.sealed_head import STORE, Head, insert_head
from decision_aid.store.sealing import new_id
from decision_aid.store.store_keys import Keys
from decision_aid.store.tables import META
from decision_aid.store.unit_of_work import NO_SESSION


@dataclass(frozen=True, kw_only=True, repr=False)
class Founding:
    """What a new store begins with. It holds the master key: let go of it soon.

    Attributes:
        store: The store's id, 16 bytes.
        master: Its master key, 64 bytes.
        name: The first provider's name.
        slot: Their slot.
        recovery: The recovery code's slot.
    """

    store: bytes
    master: bytes
    name: str
    slot: Slot
    recovery: Slot

    @property
    def by(self) -> SlotId:
        """Who makes the store."""
        return self.slot.id


def new_founding(name: str, passphrase: str, cost: Cost) -> tuple[Founding, str]:
    """Keys for a new store, and its recovery code in groups as it is printed.

    Args:
        name: The first provider's name.
        passphrase: Their passphrase.
        cost: What one try of it, or of the code, costs; it takes twice as long here.

    Raises:
        WeakPassphraseError: The passphrase is too easy to guess.
        StoreError: The name will not do, or there is not enough memory.
    """
    plain = check_name(name)
    check_passphrase(passphrase, plain)
    store, master, code = new_id(), new_master(), new_recovery_code()
    founding = Founding(
        store=store,
        master=master,
        name=plain,
        slot=new_slot(passphrase, master, store, "passphrase", cost),
        recovery=new_slot(code, master, store, "recovery", cost),
    )
    return founding, code


def found(database: Database, founding: Founding, at: datetime) -> None:
    """Write the first contents of a store.

    Args:
        database: A file just made.
        founding: What it begins with.
        at: When, UTC.
    """
    keys = Keys(founding.store, founding.master)
    made = Entry(number=1, at=at, event="store_made", by=founding.by, session=NO_SESSION)
    with database.transaction() as connection:
        connection.execute(insert(META).values(name=STORE, value=founding.store))
        for slot in (founding.slot, founding.recovery):
            insert_slot(connection, slot)
        last = audit_log.append(connection, keys, audit_log.START, made)
        ways = (way_in(founding.slot, founding.name), way_in(founding.recovery, ""))
        head = Head(epoch=1, total=0, sessions=0, entries=1, last=last, ways=ways)
        insert_head(connection, keys, head)
