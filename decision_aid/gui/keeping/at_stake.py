"""What locking means for what was said in the window: whether it is kept, in a file, or lost."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from decision_aid.domain.session import Session

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window

LOCKS: Final = "The program locks"
CLEARS: Final = "Everything said here is cleared"
KEPT: Final = "The session is kept. Whoever unlocks goes on where you are now."
HALF_WRITTEN: Final = "What is half written in a line is not in it yet."
OPEN: Final = "The kept sessions are locked then. Nothing is lost."
IN_A_FILE: Final = "What was said is in the file it was saved in."
CLEARED: Final = "Everything said here was cleared, to keep it private."
NOTHING_KEPT: Final = "Nothing of it was kept."
LOST: Final = "This session is not kept: what was said would be lost. To keep it, stay, and {how}."
BY_PDF: Final = "save the summary as a PDF"
BY_STORE: Final = f"{BY_PDF}, or press “Keep this session” at Welcome"


class AtStake:
    """Looks at the window as it is now.

    Args:
        window: The window.
    """

    def __init__(self, window: "Window") -> None:
        self._window = window

    @property
    def keeping(self) -> "Keeping | None":
        """What keeps sessions, once there is a need for it."""
        return self._window.leaving.keeping

    @property
    def is_open(self) -> bool:
        """Whether the kept sessions are unlocked."""
        return self.keeping is not None and self.keeping.state.place == "open"

    @property
    def is_kept(self) -> bool:
        """Whether the session in the window is kept."""
        return self.keeping is not None and self.keeping.state.kept is not None

    @property
    def is_said(self) -> bool:
        """Whether anything was said, or begun to be written."""
        now = self._session
        nothing = Session(
            pack=now.pack, seed=now.seed, started_on=now.started_on, visited=now.visited
        )
        return now != nothing or self._is_half_written()

    @property
    def is_any(self) -> bool:
        """Whether there is anything that is not for everybody's eyes."""
        return self.is_open or self.is_said

    @property
    def is_lost(self) -> bool:
        """Whether locking loses something that is kept nowhere."""
        if self.is_kept:
            return False
        return not self._window.kept.nothing_to_lose or self._is_half_written()

    @property
    def how_to_keep(self) -> str:
        """What can be done so that what was said stays, as it goes on after "and"."""
        has_store = self.keeping is not None and self.keeping.state.place != "none"
        return BY_STORE if has_store else BY_PDF

    def cleared(self, why: str) -> str:
        """What is said when what was said has been cleared.

        Args:
            why: Why it was, in a sentence; "" where somebody asked for it.
        """
        kept = NOTHING_KEPT if self.is_lost else IN_A_FILE
        return f"{why} {CLEARED} {kept}".strip()

    def told(self) -> tuple[str, str]:
        """What happens, and what that means for what was said."""
        if self.is_kept:
            return LOCKS, f"{KEPT} {HALF_WRITTEN}" if self._is_half_written() else KEPT
        if self.is_lost:
            return CLEARS, LOST.format(how=self.how_to_keep)
        return (CLEARS, IN_A_FILE) if self.is_said else (LOCKS, OPEN)

    @property
    def _session(self) -> Session:
        return self._window.workspace.snapshot.session

    def _is_half_written(self) -> bool:
        """Whether something was typed in a line that has not been taken into the session."""
        typed = {
            *(one.text() for one in self._window.findChildren(QLineEdit) if one.isModified()),
            *(
                one.toPlainText()
                for one in self._window.findChildren(QPlainTextEdit)
                if one.document().isModified()
            ),
        }
        return bool(typed and {one.strip() for one in typed} - {"", *_texts(self._session)})


def _texts(thing: object) -> Iterator[str]:
    """Every text in a session."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from _texts(one)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from _texts(getattr(thing, one.name))
