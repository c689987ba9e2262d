"""What the audit says of each event, in plain words. No Qt in it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal

from decision_aid.base.locale_words import day_words
from decision_aid.gui.keeping.kept_words import name_of
from decision_aid.store.api import Entry, Event, Listed, Provider, SessionId, SlotId

Group = Literal["sessions", "keys", "failed"]
"""What an event is about: a session, the store and who can unlock it, or a failed try."""

WORDS: Final[dict[Event, tuple[str, Group]]] = {
    "store_made": ("Set up keeping sessions", "keys"),
    "unlocked": ("Unlocked the kept sessions", "keys"),
    "unlocked_by_recovery_code": ("Unlocked the kept sessions with the recovery code", "keys"),
    "unlock_failed": ("Typed a wrong passphrase or code", "failed"),
    "locked": ("Locked the kept sessions", "keys"),
    "kept": ("Began to keep a session", "sessions"),
    "opened": ("Opened a session", "sessions"),
    "viewed_list": ("Looked at the list of sessions", "sessions"),
    "changed": ("Changed a session", "sessions"),
    "gate_cleared": ("Cleared a safety check", "sessions"),
    "clearance_taken_back": ("Took a cleared safety check back", "sessions"),
    "exported": ("Saved a session or its summary to a file", "sessions"),
    "imported": ("Took in a session from a file", "sessions"),
    "printed": ("Printed the summary", "sessions"),
    "copied": ("Copied the note", "sessions"),
    "deleted": ("Deleted a session", "sessions"),
    "restored": ("Put a session back from a back-up", "sessions"),
    "file_mended": ("Unlocking found the file damaged, and put it right", "keys"),
    "entries_lost": ("Entries of this list were found missing", "keys"),
    "back_up_made": ("Made a back-up", "keys"),
    "back_ups_purged": ("Deleted the back-ups", "keys"),
    "set_aside_purged": ("Deleted the damaged files that were set aside", "keys"),
    "older_store_accepted": ("Went on with an older copy of the kept sessions", "keys"),
    "provider_added": ("Let someone else unlock", "keys"),
    "provider_removed": ("Removed someone who could unlock", "keys"),
    "passphrase_changed": ("Changed a passphrase", "keys"),
    "recovery_code_renewed": ("Made a new recovery code", "keys"),
    "retention_changed": ("Changed how long sessions are kept", "keys"),
}
"""Each event as it is read, and what it is about."""

NOBODY: Final = "Not known"
"""Who did what was done before anyone had unlocked."""
GONE: Final = "A session deleted since"


def event_words(entry: Entry) -> str:
    """What was done, and how often where it was counted."""
    said = WORDS[entry.event][0]
    if entry.event == "entries_lost":
        return f"{said}: {entry.times} or more"
    return said if entry.times == 1 else f"{said} ({entry.times} times)"


def when_words(at: datetime) -> str:
    """The day and the time on the wall of the room.

    Args:
        at: UTC.
    """
    here = at.astimezone()
    return f"{day_words(here)}, {here:%H:%M}"


def who_words(by: SlotId, names: dict[SlotId, str]) -> str:
    """Who did it.

    Args:
        by: Their slot; empty where nobody was known.
        names: The names of everyone who ever could.
    """
    return names.get(by, NOBODY)


def which_words(which: SessionId, labels: dict[SessionId, str]) -> str:
    """Which session it was about; "" where it was about none.

    Args:
        which: Its id; empty for none.
        labels: What the sessions that are still there are called.
    """
    if not which:
        return ""
    return labels.get(which, GONE)


def names_by_slot(providers: Sequence[Provider]) -> dict[SlotId, str]:
    """Names by slot."""
    return {one.slot: one.name for one in providers}


def labels_by_id(listed: Sequence[Listed]) -> dict[SessionId, str]:
    """What the sessions that are there are called: label and day of the last visit."""
    return {one.id: f"{name_of(one)} ({day_words(one.last_visit)})" for one in listed}
