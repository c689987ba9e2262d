"""Whether something was said that is kept nowhere."""

from dataclasses import replace

from decision_aid.domain.session import Session
from decision_aid.workspace.workspace import Workspace


class Kept:
    """What was said when it was last put in a file, or when nothing had been said yet."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._last = self._said()

    @property
    def nothing_to_lose(self) -> bool:
        """Whether everything said is kept."""
        return self._said() == self._last

    def note(self) -> None:
        """What is said now is kept."""
        self._last = self._said()

    def _said(self) -> Session:
        """The session without the steps opened: looking round is nothing to lose."""
        return replace(self._workspace.snapshot.session, visited=())
