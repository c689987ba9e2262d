"""Whether something was said that is kept nowhere, and what comes before it is cleared."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from decision_aid.base.language import N_, _
from decision_aid.domain.session import Session
from decision_aid.workspace.workspace import Workspace

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window

CLEARS: Final = N_(
    "Closing clears everything said here. To keep it, stay and export the summary first."
)
CLEARS_UNKEPT: Final = N_(
    "Closing clears everything said here. To keep it, stay, and press “Keep this session” at "
    "Welcome, or export the summary first."
)
HALF_WRITTEN: Final = N_(
    "What is half written in a line is not in the session yet, and is lost. To have it, stay and "
    "finish the line."
)
CLEARS_UNSAVED: Final = N_(
    "This session is kept, but what was said last could not be saved. Going on clears that here. "
    "To have it, stay and export the summary first, or free some space and try again."
)

ALL_THE_SAME: Final = N_("Close all the same?")


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
        when_covered: While the window is locked: whether it may close now; asks in its own way.
    """

    def __init__(self, window: "Window") -> None:
        self._window = window
        self._is_leaving = False
        self.keeping: Keeping | None = None
        self.when_covered: Callable[[], bool] | None = None

    def before_clearing(self, what: str, then: Callable[[], None]) -> None:
        """Do something that clears everything, asking first where something would be lost."""
        self._end_edit()
        ask = partial(self._ask, what, then)
        if self.keeping is None:
            ask()
        else:
            # Here, not above: it comes with what keeps sessions.
            from decision_aid.gui.keeping.moment import under_cover  # noqa: PLC0415

            under_cover(self._window, self.keeping.settle, ask)

    def let_go(self) -> None:
        """What comes into the window now is another session than the one kept so far."""
        if self.keeping is not None:
            self.keeping.stop_keeping()

    def lets_close(self) -> bool:
        """Whether the window may close now; where not, it closes by itself later or asks."""
        if self._is_leaving:
            return True
        if self.when_covered is not None:
            return self.when_covered()
        if held := self._held():
            self._window.question.ask(
                _(ALL_THE_SAME), held, no=_("Stay here"), yes=_("Close"), then=self._close_or_ask
            )
            return False
        self._end_edit()
        keeping = self.keeping
        is_open = keeping is not None and (keeping.state.place == "open" or keeping.is_trying)
        if not is_open and self._nothing_to_lose:
            return True
        self._close_or_ask()
        return False

    def leave(self) -> None:
        """Close the window; what is kept of it is as saved as it can be, or agreed to be lost."""
        if self.keeping is None:
            self._close()
            return
        # Here, not above: it comes with what keeps sessions.
        from decision_aid.gui.keeping.moment import under_cover  # noqa: PLC0415

        if not self._window.kept.nothing_to_lose:  # that was agreed to
            self.let_go()
        under_cover(self._window, self.keeping.shut, self._close)

    def _held(self) -> str:
        from decision_aid.gui.overlay import held_on  # noqa: PLC0415 - no start waits for it

        return held_on(self._window)

    def _close_or_ask(self) -> None:
        self.before_clearing(_("Close and clear everything?"), self.leave)

    def _ask(self, what: str, then: Callable[[], None]) -> None:
        if self._nothing_to_lose:
            then()
            return
        self._window.question.ask(
            what, self._what_is_lost(), no=_("Stay here"), yes=_("Clear everything"), then=then
        )

    @property
    def _nothing_to_lose(self) -> bool:
        return self._window.kept.nothing_to_lose and not self._is_half_written()

    def _is_half_written(self) -> bool:
        from decision_aid.gui.keeping.at_stake import AtStake  # noqa: PLC0415 - no start waits for it

        return AtStake(self._window).is_half_written

    def _end_edit(self) -> None:
        """Take what is being typed, as when the keyboard leaves the line."""
        focused = QApplication.focusWidget()
        if focused is not None and self._window.isAncestorOf(focused):
            focused.clearFocus()
            if isValid(focused):  # its row may be gone
                focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def _what_is_lost(self) -> str:
        if self._window.kept.nothing_to_lose:
            return _(HALF_WRITTEN)
        state = self.keeping.state if self.keeping else None
        if state is None or state.place == "none":
            return _(CLEARS)
        return _(CLEARS_UNSAVED) if state.kept else _(CLEARS_UNKEPT)

    def _close(self) -> None:
        self._is_leaving = True
        self._window.close()
