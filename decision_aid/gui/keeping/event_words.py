"""What the audit says of each event, in plain words. No Qt in it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.gui.keeping.kept_words import name_of
from decision_aid.store.api import Entry, Event, Listed, Provider, SessionId, SlotId

Group = Literal["sessions", "keys", "failed"]
"""What an event is about: a session, the store and who can unlock it, or a failed try."""

WORDS: Final[dict[Event, tuple[str, Group]]] = {
    "store_made": (N_("Set up keeping sessions"), "keys"),
    "unlocked": (N_("Unlocked the kept sessions"), "keys"),
    "unlocked_by_recovery_code": (N_("Unlocked the kept sessions with the recovery code"), "keys"),
    "unlock_failed": (N_("Typed a wrong passphrase or code"), "failed"),
    "locked": (N_("Locked the kept sessions"), "keys"),
    "kept": (N_("Began to keep a session"), "sessions"),
    "opened": (N_("Opened a session"), "sessions"),
    "viewed_list": (N_("Looked at the list of sessions"), "sessions"),
    "changed": (N_("Changed a session"), "sessions"),
    "gate_cleared": (N_("Cleared a safety check"), "sessions"),
    "clearance_taken_back": (N_("Took a cleared safety check back"), "sessions"),
    "exported": (N_("Saved a session or its summary to a file"), "sessions"),
    "imported": (N_("Took in a session from a file"), "sessions"),
    "printed": (N_("Printed the summary"), "sessions"),
    "copied": (N_("Copied the note"), "sessions"),
    "deleted": (N_("Deleted a session"), "sessions"),
    "restored": (N_("Put a session back from a back-up"), "sessions"),
    "file_mended": (N_("Unlocking found the file damaged, and put it right"), "keys"),
    "entries_lost": (N_("Entries of this list were found missing"), "keys"),
    "back_up_made": (N_("Made a back-up"), "keys"),
    "back_ups_purged": (N_("Deleted the back-ups"), "keys"),
    "set_aside_purged": (N_("Deleted the damaged files that were set aside"), "keys"),
    "older_store_accepted": (N_("Went on with an older copy of the kept sessions"), "keys"),
    "provider_added": (N_("Let someone else unlock"), "keys"),
    "provider_removed": (N_("Removed someone who could unlock"), "keys"),
    "passphrase_changed": (N_("Changed a passphrase"), "keys"),
    "recovery_code_renewed": (N_("Made a new recovery code"), "keys"),
    "retention_changed": (N_("Changed how long sessions are kept"), "keys"),
}
"""Each event as it is read, and what it is about."""

NOBODY: Final = N_("Not known")
"""Who did what was done before anyone had unlocked."""
GONE: Final = N_("A session deleted since")


def event_words(entry: Entry) -> str:
    """What was done, and how often where it was counted."""
    said, times = _(WORDS[entry.event][0]), number_words(entry.times)
    if entry.event == "entries_lost":
        return _("{event}: {times} or more").format(event=said, times=times)
    if entry.times == 1:
        return said
    return ngettext("{event} ({times} time)", "{event} ({times} times)", entry.times).format(
        event=said, times=times
    )


def when_words(at: datetime) -> str:
    """The day and the time on the wall of the room.

    Args:
        at: UTC.
    """
    here = at.astimezone()
    # Translators: a day and a time of the day.
    return _("{day}, {time}").format(day=day_words(here), time=f"{here:%H:%M}")


def who_words(by: SlotId, names: dict[SlotId, str]) -> str:
    """Who did it.

    Args:
        by: Their slot; empty where nobody was known.
        names: The names of everyone who ever could.
    """
    return names.get(by, _(NOBODY))


def which_words(which: SessionId, labels: dict[SessionId, str]) -> str:
    """Which session it was about; "" where it was about none.

    Args:
        which: Its id; empty for none.
        labels: What the sessions that are still there are called.
    """
    if not which:
        return ""
    return labels.get(which, _(GONE))


def names_by_slot(providers: Sequence[Provider]) -> dict[SlotId, str]:
    """Names by slot."""
    return {one.slot: one.shown_name for one in providers}


def labels_by_id(listed: Sequence[Listed]) -> dict[SessionId, str]:
    """What the sessions that are there are called: label and day of the last visit."""
    return {one.id: _label_and_day(one) for one in listed}


def _label_and_day(one: Listed) -> str:
    return _("{session} ({day})").format(session=name_of(one), day=day_words(one.last_visit))
