"""The people of a store: who can unlock it, and with what.

Whenever a secret is to open the store no more, there is a new master key: whatever older copy of
a slot is dug up, it opens nothing that is kept from then on.
"""

from dataclasses import replace
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.store import provider_slots
from decision_aid.store.access import Access
from decision_aid.store.api import RECOVERY, Event, Provider, SlotId
from decision_aid.store.errors import NotOpenedError, StoreError
from decision_aid.store.key_slots import NOT_OPENED, Slot, SlotKind, master_from, new_slot
from decision_aid.store.recovery_codes import new_recovery_code
from decision_aid.store.rotation import reseal
from decision_aid.store.unit_of_work import UnitOfWork

_BY_CODE: Final = N_(
    "You unlocked with the recovery code, which is renewed, not changed. Set a new passphrase "
    "for your own entry instead."
)
_BY_CODE_ONLY: Final = N_(
    "Only who unlocked with the recovery code sets a passphrase without the old one. Nothing was "
    "changed."
)
_NOBODY: Final = N_("This person cannot unlock any more. Nothing was changed.")


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
        self._check_nobodys(passphrase)
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
            _seal_anew(unit, "provider_removed")
        self._access.forget_deleted()

    def change_passphrase(self, old: str, new: str) -> None:
        """See `SessionStore.change_passphrase`."""
        own = self._own_slot()
        if own.kind == "recovery":
            raise StoreError(_(_BY_CODE))
        self._check(old)
        provider_slots.check_passphrase(new, self._access.provider.name)
        self._check_nobodys(new)
        self._replace(self._new_slot(new, "passphrase", own.id), "passphrase_changed")

    def renew_recovery_code(self, passphrase: str) -> str:
        """See `SessionStore.renew_recovery_code`."""
        self._check(passphrase)
        with self._access.reading() as unit:
            which = next(one.slot for one in unit.head.ways if not one.name)
        code = new_recovery_code()
        self._replace(self._new_slot(code, "recovery", which), "recovery_code_renewed")
        return code

    def code_was_read(self) -> None:
        """See `SessionStore.code_was_read`."""

        def note(unit: UnitOfWork) -> None:
            unit.head = replace(unit.head, code_unread=False)

        self._access.hold_or_do(note)

    def reset_passphrase(self, which: SlotId, new: str) -> None:
        """See `SessionStore.reset_passphrase`."""
        if self._own_slot().kind != "recovery":
            raise StoreError(_(_BY_CODE_ONLY))
        name = next((one.name for one in self.all() if one.slot == which), None)
        if name is None:
            raise StoreError(_(_NOBODY))
        provider_slots.check_passphrase(new, name)
        self._check_nobodys(new)
        self._replace(self._new_slot(new, "passphrase", which), "passphrase_changed")

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
            raise NotOpenedError(_(NOT_OPENED))

    def _check_nobodys(self, passphrase: str) -> None:
        with self._access.reading() as unit:
            slots, store = provider_slots.readable_slots(unit.connection), unit.keys.store
        provider_slots.check_nobodys(passphrase, slots, store)

    def _replace(self, slot: Slot, event: Event) -> None:
        """Put a slot over the one of its id, and seal all anew: the old secret is worth nothing."""
        with self._access.changing() as unit:
            provider_slots.replace_slot(unit, slot)
            if slot.kind == "recovery":
                unit.head = replace(unit.head, code_unread=True)
            _seal_anew(unit, event)
        self._access.forget_deleted()

    def _own_slot(self) -> Slot:
        with self._access.reading() as unit:
            return provider_slots.slot_of(unit, self._access.provider.slot)

    def _new_slot(self, secret: str, kind: SlotKind, which: SlotId | None = None) -> Slot:
        """A slot that costs what the one costs that was used here."""
        own = self._own_slot()
        with self._access.reading() as unit:
            keys = unit.keys
        return new_slot(secret, keys.master, keys.store, kind, own.cost, which=which)


def _seal_anew(unit: UnitOfWork, event: Event) -> None:
    keys = provider_slots.give_new_master(unit)
    unit.note(event)
    reseal(unit, keys)
