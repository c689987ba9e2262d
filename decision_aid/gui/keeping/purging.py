"""Deleting what lies beside the kept sessions: back-ups, and damaged files that were set aside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from decision_aid.base.language import N_
from decision_aid.store.api import Event
from decision_aid.store.back_ups import purge_back_ups
from decision_aid.store.set_aside import purge_set_aside

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.store.api import SessionStore


@dataclass(frozen=True)
class Kind:
    """A kind of files.

    Attributes:
        noun: What one of them is called.
        event: What is written down when they are deleted.
        delete: Deletes all in a folder; how many there were.
    """

    noun: str
    event: Event
    delete: "Callable[[Path], int]"

    def gone_words(self, count: int) -> str:
        """How many were deleted."""
        return f"{count} {self.noun}{' was' if count == 1 else 's were'} deleted."


BACK_UPS: Final = Kind("back-up", "back_ups_purged", purge_back_ups)
ASIDE: Final = Kind(N_("damaged file"), "set_aside_purged", purge_set_aside)


def purge(keeping: "Keeping", kinds: Sequence[Kind], then: Callable[[str], None]) -> None:
    """Delete all files of some kinds, and write that down.

    Args:
        keeping: The kept sessions; they are unlocked, and the passphrase was asked for.
        kinds: What; at least one.
        then: Called with a sentence for each kind.
    """
    folder = keeping.places.folder

    def delete(store: "SessionStore") -> str:
        told = []
        for kind in kinds:
            told.append(kind.gone_words(kind.delete(folder)))
            store.record(kind.event)
        return " ".join(told)

    keeping.do(delete, then)
