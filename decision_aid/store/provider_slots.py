"""Who can unlock a store: adding, removing, a new passphrase, a new recovery code."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, LargeBinary, cast, delete, insert, select, update

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.store.api import (
    LONGEST_NAME,
    MOST_PROVIDERS,
    NAME_LOST,
    RECOVERY,
    Provider,
    SlotId,
)
from decision_aid.store.errors import (
    DamagedError,
    NotOpenedError,
    StoreError,
    WeakPassphraseError,
)
from decision_aid.store.key_slots import Slot, renewed_master, resealed, unlocked
from decision_aid.store.passphrases import weakness
from decision_aid.store.sealed_head import WayIn
from decision_aid.store.sealing import derived
from decision_aid.store.store_keys import Keys
from decision_aid.store.tables import SLOTS
from decision_aid.store.unit_of_work import UnitOfWork


def slots_in(connection: Connection) -> dict[SlotId, bytes]:
    """The bytes of all slots that are in the file, whether they belong there or not."""
    wanted = select(cast(SLOTS.c.id, LargeBinary), cast(SLOTS.c.value, LargeBinary))
    return {SlotId(which or b""): value or b"" for which, value in connection.execute(wanted)}


def readable_slots(connection: Connection) -> tuple[Slot, ...]:
    """The slots that a passphrase can be tried on: those whose bytes are a slot."""
    found = []
    for value in slots_in(connection).values():
        try:
            found.append(Slot.from_bytes(value))
        except DamagedError:
            continue
    return tuple(found)


def insert_slot(connection: Connection, slot: Slot) -> None:
    """Put in a slot that is not there; the head has to know it, too."""
    connection.execute(insert(SLOTS).values(id=slot.id, value=slot.to_bytes()))


def way_in(slot: Slot, name: str) -> WayIn:
    """What the head knows of a slot."""
    return WayIn(slot=slot.id, name=name, digest=sha256(slot.to_bytes()).digest())


def check_name(name: str, others: Iterable[Provider] = ()) -> str:
    """A provider's name without blanks around it.

    Raises:
        StoreError: It is empty, too long, has signs that show nothing, or is somebody's already.
    """
    plain = unicodedata.normalize("NFC", name).strip()
    if not plain or not plain.isprintable():
        raise StoreError(_("Give a name that can be read. Nothing was changed."))
    if len(plain) > LONGEST_NAME:
        raise StoreError(
            ngettext(
                "A name has at most {count} character. Nothing was changed.",
                "A name has at most {count} characters. Nothing was changed.",
                LONGEST_NAME,
            ).format(count=number_words(LONGEST_NAME))
        )
    if _compared(plain) in {*map(_compared, _ours()), *(_compared(one.name) for one in others)}:
        raise StoreError(
            _("Someone of this name is there already. Nothing was changed. Add a letter.")
        )
    return plain


def _ours() -> tuple[str, ...]:
    """What stands for a name, as it is sealed and as it is shown: nobody is called so."""
    return (RECOVERY, NAME_LOST, _(RECOVERY), _(NAME_LOST))


def check_passphrase(passphrase: str, name: str) -> None:
    """See that a new passphrase will do.

    Raises:
        WeakPassphraseError: It is too easy to guess.
    """
    told = weakness(passphrase, name=name)
    if told is not None:
        raise WeakPassphraseError(told)


def check_nobodys(secret: str, slots: Iterable[Slot], store: bytes) -> None:
    """See that a new passphrase opens no slot that is there; each costs a derivation.

    Two people with one passphrase would be taken for one. The sentence does not say whose it is.

    Args:
        secret: The new passphrase.
        slots: The slots of the store.
        store: The store's id, 16 bytes.

    Raises:
        StoreError: It opens one.
    """
    try:
        unlocked(slots, secret, store)
    except NotOpenedError:
        return
    raise StoreError(_("Choose another passphrase. Nothing was changed."))


def check_room(others: tuple[Provider, ...]) -> None:
    """See that one more can be added.

    Raises:
        StoreError: There are `MOST_PROVIDERS`.
    """
    if len(others) >= MOST_PROVIDERS:
        raise StoreError(
            ngettext(
                "At most {count} person can unlock. Nothing was changed. Remove someone first.",
                "At most {count} people can unlock. Nothing was changed. Remove someone first.",
                MOST_PROVIDERS,
            ).format(count=number_words(MOST_PROVIDERS))
        )


def check_removable(unit: UnitOfWork, slot: SlotId, at_work: SlotId) -> None:
    """See that someone can be removed.

    Raises:
        StoreError: It is nobody's, the last one, or the one who is at work.
    """
    if slot not in {one.slot for one in unit.head.providers}:
        raise StoreError(_("This person cannot unlock any more. Nothing was changed."))
    if slot == at_work:
        raise StoreError(
            _("Nobody can remove themselves. Nothing was changed. Ask another provider.")
        )
    if len(unit.head.providers) == 1:
        raise StoreError(
            _("The last one who can unlock stays. Nothing was changed. Add someone first.")
        )


def slot_of(unit: UnitOfWork, which: SlotId) -> Slot:
    """A slot of the store.

    Raises:
        DamagedError: It is missing, damaged or not the one that the store knows.
    """
    way, value = unit.head.way(which), slots_in(unit.connection).get(which)
    if way is None or value is None or not way.fits(value):
        raise DamagedError(_(SLOT_DAMAGED))
    return Slot.from_bytes(value)


def add_slot(unit: UnitOfWork, slot: Slot, name: str) -> None:
    """Let a slot be a way into the store."""
    insert_slot(unit.connection, slot)
    unit.head = replace(unit.head, ways=(*unit.head.ways, way_in(slot, name)))


def replace_slot(unit: UnitOfWork, slot: Slot) -> None:
    """Put a slot in place of the one with its id."""
    wanted = update(SLOTS).where(SLOTS.c.id == slot.id).values(value=slot.to_bytes())
    if unit.connection.execute(wanted).rowcount == 0:
        insert_slot(unit.connection, slot)
    ways = (way_in(slot, one.name) if one.slot == slot.id else one for one in unit.head.ways)
    unit.head = replace(unit.head, ways=tuple(ways))


def remove_slot(unit: UnitOfWork, which: SlotId) -> None:
    """Take a slot away; the audit can still name whose it was."""
    unit.connection.execute(delete(SLOTS).where(SLOTS.c.id == which))
    gone = (one for one in unit.head.providers if one.slot == which)
    unit.head = replace(
        unit.head,
        ways=tuple(one for one in unit.head.ways if one.slot != which),
        former=(*unit.head.former, *gone),
    )


def give_new_master(unit: UnitOfWork) -> Keys:
    """Give each slot of the store a new master key; the keys that it leads to.

    A slot that is damaged, or not the one the store knows, gets none: somebody could have put it
    there in order to be given the key. What is remembered outside the store is still believed.
    """
    keys = Keys(unit.keys.store, renewed_master(unit.keys.master))
    vouching = derived(unit.keys.master, "anchor")
    unit.head = replace(unit.head, former_anchors=(*unit.head.former_anchors, vouching))
    found = slots_in(unit.connection)
    for way in unit.head.ways:
        if way.fits(found.get(way.slot)):
            slot = Slot.from_bytes(found[way.slot])
            replace_slot(unit, resealed(slot, keys.master, keys.store))
    return keys


def _compared(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


SLOT_DAMAGED: Final = N_(
    "The way in that was used is not as it was written. Nothing was changed. Use another "
    "passphrase or the recovery code, then make a new one for it."
)
