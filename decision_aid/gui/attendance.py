"""Who is here, from one look to the next: what somebody left half done is not for the next one."""

from collections.abc import Collection
from datetime import date

from decision_aid.domain.session import Role, Session


class Attendance:
    """Tells when those it is about are gone.

    Args:
        roles: Whom it is about.
    """

    def __init__(self, roles: Collection[Role]) -> None:
        self._roles = frozenset(roles)
        self._visit: date | None = None
        self._here = False

    def has_ended(self, session: Session) -> bool:
        """Whether, since the last look, another visit began or the last of them left.

        Args:
            session: The session as it is now; the first one given ends nothing.
        """
        here = not self._roles.isdisjoint(session.people)
        another = self._visit is not None and self._visit != session.started_on
        ended = another or (self._here and not here)
        self._visit, self._here = session.started_on, here
        return ended
