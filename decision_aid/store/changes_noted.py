"""What the audit says of the saves of a session: that it was changed, and each gate cleared."""

from collections.abc import Callable

from decision_aid.domain.session import Clearance, Session
from decision_aid.store.api import Event, SessionId


class ChangesNoted:
    """Remembers of each session opened here what the audit says of it already."""

    def __init__(self) -> None:
        self._cleared: dict[SessionId, tuple[Clearance, ...]] = {}
        self._changed: set[SessionId] = set()

    def opened(self, which: SessionId, session: Session) -> None:
        """Begin anew: its next save is a change again."""
        self._cleared[which] = session.clearances
        self._changed.discard(which)

    def to_note(
        self, which: SessionId, session: Session, before: Callable[[], Session]
    ) -> tuple[Event, ...]:
        """What a save is written down as.

        Args:
            which: The session's id.
            session: What is saved.
            before: Gives what was saved last, where it was not opened here.
        """
        old = self._cleared[which] if which in self._cleared else before().clearances
        new = session.clearances
        events: list[Event] = [] if which in self._changed else ["changed"]
        events += ["gate_cleared"] * len({*new} - {*old})
        events += ["clearance_taken_back"] * len({*old} - {*new})
        return tuple(events)

    def saved(self, which: SessionId, session: Session) -> None:
        """The save is on the disk, and what was to be noted is."""
        self._cleared[which] = session.clearances
        self._changed.add(which)

    def gone(self, which: SessionId) -> None:
        """It was deleted."""
        self._cleared.pop(which, None)
        self._changed.discard(which)

    def forget(self) -> None:
        """Forget all of it."""
        self._cleared.clear()
        self._changed.clear()
