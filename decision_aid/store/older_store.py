"""Whether a store may be older than the one used last here, or open to someone who was removed.

Where it may be, nothing is opened unless whoever unlocks it chooses to, and that is written down.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words
from decision_aid.store.anchor import Anchor
from decision_aid.store.errors import DamagedError
from decision_aid.store.key_slots import Slot
from decision_aid.store.provider_slots import SLOT_DAMAGED
from decision_aid.store.salvage import Salvaged
from decision_aid.store.sealed_head import Head
from decision_aid.store.store_keys import Keys
from decision_aid.store.unlock_tries import read_tries

OLDER: Final = N_(
    "The kept sessions are older than the ones used last on this computer: an older copy may have "
    "been put in their place. Nothing was changed. Find out why before you go on with them."
)
NOT_REMEMBERED: Final = N_(
    "What this computer remembered of the kept sessions is missing, or does not belong to them: an "
    "older copy may have been put in their place, from before someone was removed, too. Nothing "
    "was changed. Find out why before you go on with them."
)
NO_HEAD: Final = N_(
    "The kept sessions are damaged where it is told which state of them is the newest, so what is "
    "left may be of an earlier day. Nothing was changed. Find out why before you go on with them."
)
NOT_OF_TODAY: Final = N_(
    "This opens a back-up only, and not what was kept since. Nothing was changed. Use another "
    "passphrase or the recovery code."
)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What this computer remembers of a store.

    Attributes:
        epoch: The newest epoch seen; 0 where none is known.
        is_doubtful: Whether more must have been remembered than is there, or is believed.
    """

    epoch: int = 0
    is_doubtful: bool = False


def seen_here(state: Path, keys: Keys, head: Head | None) -> Seen:
    """What this computer remembers of a store.

    Args:
        state: The user's state folder.
        keys: The store's keys.
        head: A head that those keys open; None where there is none.
    """
    former = head.former_anchors if head else ()
    try:
        epoch = Anchor(state, keys.store, keys.master, former).last_seen()
    except DamagedError:
        return Seen(is_doubtful=True)
    if epoch is None:
        # Whoever unlocked it here, something must have been remembered then.
        return Seen(is_doubtful=read_tries(state).store == keys.store)
    return Seen(epoch=epoch)


def doubt_of(epoch: int, seen: Seen) -> str:
    """Why a store may be older than the one used last here; "" where it is not.

    Args:
        epoch: Its epoch.
        seen: What is remembered of it.
    """
    if seen.is_doubtful:
        return _(NOT_REMEMBERED)
    return _(OLDER) if epoch < seen.epoch else ""


def doubt_of_remains(found: Salvaged, by: Slot, seen: Seen) -> str:
    """Why what is left of a damaged store may be of an earlier day; "" where it is not.

    Args:
        found: What is left of it.
        by: The slot that it is opened with.
        seen: What is remembered of it.
    """
    if found.file_epoch is not None:
        return doubt_of(found.file_epoch, seen)
    if is_of_back_up(found):
        return _(
            "Nothing is left of the kept sessions that this opens, but a back-up has them as of "
            "{day}. Who could unlock then could unlock again, and what was kept since is not in "
            "it. Nothing was changed. Find out why before you go on with it."
        ).format(day=day_of(found.as_of))
    is_in_file = by.to_bytes() in found.file_slots
    return "" if is_in_file and seen == Seen() else _(NO_HEAD)


def is_of_back_up(found: Salvaged) -> bool:
    """Whether nothing of the file itself opens, and all there is comes from a back-up."""
    return found.file_epoch is None and found.head is not None and not found.has_opened


def check_slot(found: Salvaged, by: Slot) -> None:
    """See that a damaged store is not put back to who could unlock it before.

    Raises:
        DamagedError: The slot is not one that the file knows, or it opens nothing of a file that
            others may be able to open.
    """
    value = by.to_bytes()
    if found.file_epoch is not None:
        ways = found.head.ways if found.head else ()
        if not any(one.fits(value) for one in ways):
            # A slot of before the passphrase was changed, or of someone removed, was put back.
            raise DamagedError(_(SLOT_DAMAGED))
        return
    is_of_today = value in found.file_slots and found.has_opened
    if found.has_unopened and not is_of_today and found.file_slots - {value}:
        raise DamagedError(_(NOT_OF_TODAY))


def day_of(when: datetime | None) -> str:
    """A day by the wall of the room, such as "Nov 23, 2026"."""
    if when is None:
        # Translators: it stands for a day, as in "a back-up has them as of {day}".
        return _("a day that is not known")
    return day_words(when.astimezone())
