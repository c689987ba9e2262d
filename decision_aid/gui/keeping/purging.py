"""Deleting what lies beside the kept sessions: back-ups, and damaged files that were set aside."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from decision_aid.base.language import ngettext
from decision_aid.base.locale_words import number_words
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
        gone_words: Says how many were deleted.
        event: What is written down when they are deleted.
        delete: Deletes all in a folder; how many there were.
    """

    gone_words: Callable[[int], str]
    event: Event
    delete: "Callable[[Path], int]"


def _back_ups_gone(count: int) -> str:
    said = ngettext("{count} back-up was deleted.", "{count} back-ups were deleted.", count)
    return said.format(count=number_words(count))


def _aside_gone(count: int) -> str:
    said = ngettext(
        "{count} damaged file was deleted.", "{count} damaged files were deleted.", count
    )
    return said.format(count=number_words(count))


BACK_UPS: Final = Kind(_back_ups_gone, "back_ups_purged", purge_back_ups)
ASIDE: Final = Kind(_aside_gone, "set_aside_purged", purge_set_aside)


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
