"""What is told of an opening, in sentences that are shown as they are."""

from dataclasses import dataclass
from typing import Final, Literal

from decision_aid.base.language import N_, _
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
        text: It in a sentence or two, shown as is.
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
        text = _(
            "Not restored: {sessions}. No back-up has them whole. What is left of "
            "them is in the damaged file, which was kept."
        ).format(sessions=_sessions(mended.missing))
        told.append(News(kind="not_restored", text=text, sessions=mended.lost))
    if mended.restored:
        text = _(
            "Damaged, and restored as a back-up has them: {sessions}. What was "
            "changed since then is not in them; look through them."
        ).format(sessions=_sessions(len(mended.restored)))
        told.append(News(kind="restored", text=text, sessions=mended.restored))
    if not mended.is_newest:
        told.append(News(kind="may_be_older", text=_(_MAY_BE_OLDER)))
    text = _(
        "The file of the kept sessions was damaged. All that is whole in it was taken over into a "
        "new file. The damaged file is kept beside it under another name."
    )
    if mended.shut_out:
        text += _(" Not everybody’s passphrase could be restored: add those who are missing again.")
    if mended.lost_entries:
        text += _(" Entries of the list of who did what are missing; that is written down there.")
    return (*told, News(kind="set_aside", text=text))


def of_older() -> News:
    """An older store was accepted."""
    return News(
        kind="older_accepted",
        text=(
            _(
                "The kept sessions are, or may be, older than the ones used last on this "
                "computer, as "
                "you chose. It stands in the list of who did what. Look at who can unlock, "
                "and at the "
                "days of the last visits."
            )
        ),
    )


def of_older_by_another() -> News:
    """Somebody else accepted an older store."""
    return News(
        kind="older_accepted",
        text=(
            _(
                "Somebody went on with an older copy of the kept sessions since you unlocked them "
                "last. The list of who did what says who and when. Look at who can unlock "
                "before you "
                "keep anything: someone who was removed may be back."
            )
        ),
    )


def _of_back_up(day: str) -> str:
    return _(
        "Nothing of the file could be used. As you chose, the kept sessions are "
        "as a back-up had them, as of {day}. Who could unlock then can unlock "
        "now: look at who that is. It stands in the list of who did what."
    ).format(day=day)


def of_no_anchor() -> News:
    """It cannot be told whether the store is the newest."""
    return News(
        kind="no_anchor",
        text=(
            _(
                "What this computer remembered of the kept sessions is missing, or does not "
                "belong to "
                "them, so it cannot tell whether they are the newest. You chose to go on; that "
                "stands in the list of who did what. Look at who can unlock, and at the days "
                "of the "
                "last visits."
            )
        ),
    )


def of_failed_tries(times: int) -> News:
    """Someone tried in vain."""
    tried = "once" if times == 1 else _("{times} times").format(times=times)
    return News(
        kind="failed_tries",
        text=(
            _(
                "Someone typed a wrong passphrase or code {tried} since the last "
                "unlocking. It may have been you. It stands in the list of who did what."
            ).format(tried=tried)
        ),
    )


def of_nearly_full(*, nothing_left: bool) -> News:
    """No room can be held back.

    Args:
        nothing_left: Whether there is not even room to write down who unlocked.
    """
    return News(kind="nearly_full", text=_(FULL) if nothing_left else _(NEARLY_FULL))


def of_no_back_up() -> News:
    """No back-up could be made."""
    return News(
        kind="no_back_up",
        text=(
            _(
                "No back-up of the kept sessions could be made. They are safe as they are, and the "
                "back-ups made before are there. Ask whoever looks after this computer."
            )
        ),
    )


def of_unread_code() -> News:
    """Nobody has shown that the recovery code stands on paper."""
    return News(
        kind="code_unread",
        text=(
            _(
                "The recovery code was shown, but not read back from paper. Without it, a lost "
                "passphrase can mean that the kept sessions are lost. Make a new code now, "
                "with paper "
                "and a pen at hand."
            )
        ),
    )


_MAY_BE_OLDER: Final = N_(
    "It cannot be told whether every session is as it was saved last: some may be older. Look "
    "through them."
)


def _sessions(count: int) -> str:
    return _("1 session") if count == 1 else _("{count} sessions").format(count=count)
