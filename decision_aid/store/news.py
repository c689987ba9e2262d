"""What is told of an opening, in sentences that are shown as they are."""

from dataclasses import dataclass
from typing import Literal

from decision_aid.store.api import SessionId
from decision_aid.store.folder import NEARLY_FULL
from decision_aid.store.health import Mended

NewsKind = Literal[
    "not_restored",
    "restored",
    "set_aside",
    "older_accepted",
    "no_anchor",
    "failed_tries",
    "nearly_full",
    "no_back_up",
]
"""What about an opening is worth telling, the most important first.

`not_restored`: sessions that no back-up has whole. `restored`: damaged sessions are as a back-up
has them. `set_aside`: the damaged file is kept beside the new one. `older_accepted`: the store is
older than the one used last. `no_anchor`: nothing here tells whether the store is the newest.
`failed_tries`: someone tried wrong passphrases. `nearly_full`: the disk is. `no_back_up`: none was
made.
"""


@dataclass(frozen=True, kw_only=True)
class News:
    """Something that was found or done while a store was opened.

    Attributes:
        kind: What it is about.
        text: It in a sentence or two, shown as is.
        sessions: The sessions it is about; empty where it is about the store.
    """

    kind: NewsKind
    text: str
    sessions: tuple[SessionId, ...] = ()


def of_mending(mended: Mended) -> tuple[News, ...]:
    """What came of making a damaged store whole."""
    told = []
    if mended.missing:
        text = (
            f"Not restored: {_sessions(mended.missing)}. No back-up has them whole. What is left "
            "of them is in the damaged file, which was kept."
        )
        told.append(News(kind="not_restored", text=text, sessions=mended.lost))
    if mended.restored:
        text = (
            f"Damaged, and restored as a back-up has them: {_sessions(len(mended.restored))}. What "
            "was changed since then is not in them; look through them."
        )
        told.append(News(kind="restored", text=text, sessions=mended.restored))
    text = (
        "The file of the kept sessions was damaged. All that is whole in it was taken over into a "
        "new file. The damaged file is kept beside it under another name."
    )
    if mended.shut_out:
        text += " Not everybody’s passphrase could be restored: add those who are missing again."
    if mended.lost_entries:
        text += " Entries of the list of who did what are missing; that is written down there."
    return (*told, News(kind="set_aside", text=text))


def of_older() -> News:
    """An older store was accepted."""
    return News(
        kind="older_accepted",
        text=(
            "The kept sessions are older than the ones used last on this computer, as you chose. "
            "It is written down in the audit."
        ),
    )


def of_no_anchor() -> News:
    """It cannot be told whether the store is the newest."""
    return News(
        kind="no_anchor",
        text=(
            "What this computer remembered of the kept sessions is missing, damaged or was "
            "altered, so it cannot tell whether they are the newest. Look at the days of the last "
            "visits."
        ),
    )


def of_failed_tries(times: int) -> News:
    """Someone tried in vain."""
    tried = "Once" if times == 1 else f"{times} times"
    return News(
        kind="failed_tries",
        text=(
            f"{tried} since it was unlocked last, unlocking was tried and did not work. It is "
            "written down in the audit."
        ),
    )


def of_nearly_full() -> News:
    """No room can be held back."""
    return News(kind="nearly_full", text=NEARLY_FULL)


def of_no_back_up() -> News:
    """No back-up could be made."""
    return News(
        kind="no_back_up",
        text=(
            "No back-up of the kept sessions could be made. They are safe as they are, and the "
            "back-ups made before are there. Ask whoever looks after this computer."
        ),
    )


def _sessions(count: int) -> str:
    return "1 session" if count == 1 else f"{count} sessions"
