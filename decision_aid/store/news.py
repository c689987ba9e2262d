"""What is told of an opening, in sentences that are shown as they are."""

from dataclasses import dataclass
from typing import Final, Literal

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.store.api import SessionId
from decision_aid.store.folder import FULL, NEARLY_FULL
from decision_aid.store.health import Mended

NewsKind = Literal[
    "not_restored",
    "restored",
    "may_be_older",
    "set_aside",
    "older_accepted",
    "no_anchor",
    "failed_tries",
    "nearly_full",
    "no_back_up",
    "code_unread",
]
"""What about an opening is worth telling, the most important first.

`not_restored`: sessions that no back-up has whole. `restored`: damaged sessions are as a back-up
has them. `may_be_older`: sessions may be older than saved last. `set_aside`: the damaged file is
kept beside the new one. `older_accepted`: the store is, or may be, older than the one used last.
`no_anchor`: nothing here tells whether the store is the newest. `failed_tries`: someone tried wrong
passphrases. `nearly_full`: the disk is. `no_back_up`: none was made. `code_unread`: the recovery
code was not read back from paper.
"""


@dataclass(frozen=True, kw_only=True)
class News:
    """Something that was found or done while a store was opened.

    Attributes:
        kind: What it is about.
        text: It in a sentence or two, in the language spoken then, shown as is.
        sessions: The sessions it is about; empty where it is about the store.
    """

    kind: NewsKind
    text: str
    sessions: tuple[SessionId, ...] = ()


def of_mending(mended: Mended) -> tuple[News, ...]:
    """What came of making a damaged store whole."""
    told = []
    if mended.as_of:
        told.append(News(kind="older_accepted", text=_of_back_up(mended.as_of)))
    elif mended.is_accepted:
        told.append(of_older())
    if mended.missing:
        text = _(_NOT_RESTORED).format(sessions=_sessions(mended.missing))
        told.append(News(kind="not_restored", text=text, sessions=mended.lost))
    if mended.restored:
        text = _(_RESTORED).format(sessions=_sessions(len(mended.restored)))
        told.append(News(kind="restored", text=text, sessions=mended.restored))
    if not mended.is_newest:
        told.append(News(kind="may_be_older", text=_(_MAY_BE_OLDER)))
    return (*told, News(kind="set_aside", text=_of_set_aside(mended)))


def _of_set_aside(mended: Mended) -> str:
    told = [_(_SET_ASIDE)]
    if mended.shut_out:
        told.append(_(_SHUT_OUT))
    if mended.lost_entries:
        told.append(_(_LOST_ENTRIES))
    return " ".join(told)


def of_older() -> News:
    """An older store was accepted."""
    return News(kind="older_accepted", text=_(_OLDER))


def of_older_by_another() -> News:
    """Somebody else accepted an older store."""
    return News(kind="older_accepted", text=_(_OLDER_BY_ANOTHER))


def _of_back_up(day: str) -> str:
    return _(
        "Nothing of the file could be used. As you chose, the kept sessions are as a back-up had "
        "them, as of {day}. Who could unlock then can unlock now: look at who that is. It stands "
        "in the list of who did what."
    ).format(day=day)


def of_no_anchor() -> News:
    """It cannot be told whether the store is the newest."""
    return News(kind="no_anchor", text=_(_NO_ANCHOR))


def of_failed_tries(times: int) -> News:
    """Someone tried in vain."""
    text = ngettext(
        "Someone typed a wrong passphrase or code once since the last unlocking. It may have been "
        "you. It stands in the list of who did what.",
        "Someone typed a wrong passphrase or code {times} times since the last unlocking. It may "
        "have been you. It stands in the list of who did what.",
        times,
    )
    return News(kind="failed_tries", text=text.format(times=number_words(times)))


def of_nearly_full(*, nothing_left: bool) -> News:
    """No room can be held back.

    Args:
        nothing_left: Whether there is not even room to write down who unlocked.
    """
    return News(kind="nearly_full", text=_(FULL) if nothing_left else _(NEARLY_FULL))


def of_no_back_up() -> News:
    """No back-up could be made."""
    return News(kind="no_back_up", text=_(_NO_BACK_UP))


def of_unread_code() -> News:
    """Nobody has shown that the recovery code stands on paper."""
    return News(kind="code_unread", text=_(_UNREAD_CODE))


def _sessions(count: int) -> str:
    return ngettext("{count} session", "{count} sessions", count).format(count=number_words(count))


_NOT_RESTORED: Final = N_(
    "Not restored: {sessions}. No back-up has them whole. What is left of them is in the damaged "
    "file, which was kept."
)
_RESTORED: Final = N_(
    "Damaged, and restored as a back-up has them: {sessions}. What was changed since then is not "
    "in them; look through them."
)
_MAY_BE_OLDER: Final = N_(
    "It cannot be told whether every session is as it was saved last: some may be older. Look "
    "through them."
)
_SET_ASIDE: Final = N_(
    "The file of the kept sessions was damaged. All that is whole in it was taken over into a "
    "new file. The damaged file is kept beside it under another name."
)
_SHUT_OUT: Final = N_(
    "Not everybody’s passphrase could be restored: add those who are missing again."
)
_LOST_ENTRIES: Final = N_(
    "Entries of the list of who did what are missing; that is written down there."
)
_OLDER: Final = N_(
    "The kept sessions are, or may be, older than the ones used last on this computer, as you "
    "chose. It stands in the list of who did what. Look at who can unlock, and at the days of the "
    "last visits."
)
_OLDER_BY_ANOTHER: Final = N_(
    "Somebody went on with an older copy of the kept sessions since you unlocked them last. The "
    "list of who did what says who and when. Look at who can unlock before you keep anything: "
    "someone who was removed may be back."
)
_NO_ANCHOR: Final = N_(
    "What this computer remembered of the kept sessions is missing, or does not belong to them, "
    "so it cannot tell whether they are the newest. You chose to go on; that stands in the list "
    "of who did what. Look at who can unlock, and at the days of the last visits."
)
_NO_BACK_UP: Final = N_(
    "No back-up of the kept sessions could be made. They are safe as they are, and the back-ups "
    "made before are there. Ask whoever looks after this computer."
)
_UNREAD_CODE: Final = N_(
    "The recovery code was shown, but not read back from paper. Without it, a lost passphrase can "
    "mean that the kept sessions are lost. Make a new code now, with paper and a pen at hand."
)
