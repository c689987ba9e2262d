"""Whether something was said that is kept nowhere, and what comes before it is cleared."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from decision_aid.domain.session import Session
from decision_aid.workspace.workspace import Workspace

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window

CLEARS: Final = (
    "Closing clears everything said here. To keep it, stay and export the summary first."
)
CLEARS_UNKEPT: Final = (
    "Closing clears everything said here. To keep it, stay, and press “Keep this session” at "
    "Welcome, or export the summary first."
)
CLEARS_UNSAVED: Final = (
    "This session is kept, but what was said last could not be saved. Going on clears that here. "
    "To have it, stay and export the summary first, or free some space and try again."
)


class Kept:
    """What was said when it was last put in a file, or when nothing had been said yet."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._last: Session | None = _said(workspace.snapshot.session)

    @property
    def nothing_to_lose(self) -> bool:
        """Whether everything said is kept."""
        return _said(self._workspace.snapshot.session) == self._last

    def note(self, session: Session | None = None) -> None:
        """A session is kept as it is now; what is said now, where none is given."""
        self._last = _said(session or self._workspace.snapshot.session)

    def lose(self) -> None:
        """What was kept of what is said now is kept no more."""
        self._last = None


def _said(session: Session) -> Session:
    """The session without the steps opened: looking round is nothing to lose."""
    return replace(session, visited=())


class Leaving:
    """What comes before everything in the window is cleared: it is saved, or asked about.

    Args:
        window: The window.

    Attributes:
        keeping: What keeps sessions, once there is a need for it.
    """

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._is_leaving = False
        self.keeping: Keeping | None = None

    def before_clearing(self, what: str, then: Callable[[], None]) -> None:
        """Do something that clears everything, asking first where something would be lost."""
        ask = partial(self._ask, what, then)
        if self.keeping is None:
            ask()
        else:
            self.keeping.settle(ask)

    def let_go(self) -> None:
        """What comes into the window now is another session than the one kept so far."""
        if self.keeping is not None:
            self.keeping.stop_keeping()

    def lets_close(self) -> bool:
        """Whether the window may close now; where not, it closes by itself later or asks."""
        if self._is_leaving:
            return True
        is_open = self.keeping is not None and self.keeping.state.place == "open"
        if not is_open and self._window.kept.nothing_to_lose:
            return True
        self.before_clearing("Close and clear everything?", self._leave)
        return False

    def _ask(self, what: str, then: Callable[[], None]) -> None:
        if self._window.kept.nothing_to_lose:
            then()
            return
        self._window.question.ask(
            what, self._what_is_lost(), no="Stay here", yes="Clear everything", then=then
        )

    def _what_is_lost(self) -> str:
        state = self.keeping.state if self.keeping else None
        if state is None or state.place == "none":
            return CLEARS
        return CLEARS_UNSAVED if state.kept else CLEARS_UNKEPT

    def _leave(self) -> None:
        self._is_leaving = True
        if self.keeping is None:
            self._window.close()
            return
        if not self._window.kept.nothing_to_lose:  # that was agreed to
            self.let_go()
        self.keeping.shut(self._close)

    def _close(self) -> None:
        self._window.close()
