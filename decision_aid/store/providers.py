"""The people of a store: who can unlock it, and with what."""

from typing import Final

from decision_aid.store import provider_slots
from decision_aid.store.access import Access
from decision_aid.store.api import Provider, SlotId
from decision_aid.store.errors import NotOpenedError, StoreError
from decision_aid.store.key_slots import NOT_OPENED, Slot, SlotKind, master_from, new_slot
from decision_aid.store.provider_slots import RECOVERY
from decision_aid.store.recovery_codes import new_recovery_code
from decision_aid.store.rotation import reseal

_BY_CODE: Final = (
    "You unlocked with the recovery code, which is renewed, not changed. To have a passphrase "
    "again, add yourself as a new provider, then remove the one whose passphrase is lost."
)


class Providers:
    """Adds and removes people, and renews what they unlock with.

    Whatever a passphrase costs is paid outside the transaction.
    """

    def __init__(self, access: Access) -> None:
        self._access = access

    def all(self) -> tuple[Provider, ...]:
        """Everyone who can unlock, by name."""
        with self._access.reading() as unit:
            return unit.head.providers

    def named_in_audit(self) -> tuple[Provider, ...]:
        """See `SessionStore.named_in_audit`."""
        with self._access.reading() as unit:
            head = unit.head
        codes = (Provider(slot=one.slot, name=RECOVERY) for one in head.ways if not one.name)
        return (*head.providers, *head.former, *codes)

    def add(self, name: str, passphrase: str) -> Provider:
        """See `SessionStore.add_provider`."""
        others = self.all()
        plain = provider_slots.check_name(name, others)
        provider_slots.check_room(others)
        provider_slots.check_passphrase(passphrase, plain)
        slot = self._new_slot(passphrase, "passphrase")
        with self._access.changing() as unit:
            provider_slots.add_slot(unit, slot, plain)
            unit.note("provider_added")
        return Provider(slot=slot.id, name=plain)

    def remove(self, slot: SlotId) -> None:
        """See `SessionStore.remove_provider`."""
        with self._access.changing() as unit:
            provider_slots.check_removable(unit, slot, self._access.provider.slot)
            provider_slots.remove_slot(unit, slot)
            keys = provider_slots.give_new_master(unit)
            unit.note("provider_removed")
            reseal(unit, keys)
        self._access.forget_deleted()

    def change_passphrase(self, old: str, new: str) -> None:
        """See `SessionStore.change_passphrase`."""
        own = self._own_slot()
        if own.kind == "recovery":
            raise StoreError(_BY_CODE)
        self._check(old)
        provider_slots.check_passphrase(new, self._access.provider.name)
        slot = self._new_slot(new, "passphrase", own.id)
        with self._access.changing() as unit:
            provider_slots.replace_slot(unit, slot)
            unit.note("passphrase_changed")
        self._access.forget_deleted()

    def renew_recovery_code(self, passphrase: str) -> str:
        """See `SessionStore.renew_recovery_code`."""
        self._check(passphrase)
        with self._access.reading() as unit:
            which = next(one.slot for one in unit.head.ways if not one.name)
        code = new_recovery_code()
        slot = self._new_slot(code, "recovery", which)
        with self._access.changing() as unit:
            provider_slots.replace_slot(unit, slot)
            unit.note("recovery_code_renewed")
        self._access.forget_deleted()
        return code

    def is_passphrase(self, secret: str) -> bool:
        """See `SessionStore.is_passphrase`."""
        own = self._own_slot()
        with self._access.reading() as unit:
            store = unit.keys.store
        try:
            master_from(own, secret, store)
        except NotOpenedError:
            return False
        return True

    def _check(self, passphrase: str) -> None:
        if not self.is_passphrase(passphrase):
            raise NotOpenedError(NOT_OPENED)

    def _own_slot(self) -> Slot:
        with self._access.reading() as unit:
            return provider_slots.slot_of(unit, self._access.provider.slot)

    def _new_slot(self, secret: str, kind: SlotKind, which: SlotId | None = None) -> Slot:
        """A slot that costs what the one costs that was used here."""
        own = self._own_slot()
        with self._access.reading() as unit:
            keys = unit.keys
        return new_slot(secret, keys.master, keys.store, kind, own.cost, which=which)
