"""What locking means for what was said in the window: whether it is kept, in a file, or lost."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.session import Session
from decision_aid.gui.overlay import held_on
from decision_aid.gui.page_stack import PageStack
from decision_aid.workspace.typed_day import read_day

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window

KEPT: Final = N_("The session is kept. Your provider’s passphrase brings it back, as it is now.")
HALF_WRITTEN: Final = N_("What is half written in a line is not in it yet.")
OPEN: Final = N_("The kept sessions are locked then.")
NOTHING_LOST: Final = N_("Nothing is lost.")
IN_A_FILE: Final = N_("What was said is in the file it was saved in.")
CLEARED: Final = N_("Everything said here was cleared, to keep it private.")
NOTHING_KEPT: Final = N_("Nothing of it was kept.")
LOST: Final = N_(
    "This session is not kept: what was said would be lost. To keep it, stay, and save the summary "
    "as a PDF."
)
LOST_BESIDE_STORE: Final = N_(
    "This session is not kept: what was said would be lost. To keep it, stay, and save the summary "
    "as a PDF, or ask your provider to press “Keep this session” at Welcome."
)


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
        """Whether the kept sessions are unlocked, or about to be."""
        return self.can_keep or (self.keeping is not None and self.keeping.is_trying)

    @property
    def can_keep(self) -> bool:
        """Whether the session in the window can be kept at once."""
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
        return now != nothing or self._is_any_typed()

    @property
    def is_any(self) -> bool:
        """Whether there is anything that is not for everybody's eyes."""
        return self.is_open or self.is_said

    @property
    def is_lost(self) -> bool:
        """Whether locking loses something that is kept nowhere."""
        if self.is_kept:
            return False
        return not self._window.kept.nothing_to_lose or self.is_half_written

    @property
    def has_store(self) -> bool:
        """Whether there is a store, so that a provider can keep the session in the window."""
        return self.keeping is not None and self.keeping.state.place != "none"

    def cleared(self, why: str) -> str:
        """What is said when what was said has been cleared.

        Args:
            why: Why it was, in a sentence; "" where somebody asked for it.
        """
        kept = _(NOTHING_KEPT) if self.is_lost else _(IN_A_FILE)
        return _sentences(why, _(CLEARED), kept)

    @property
    def is_cleared(self) -> bool:
        """Whether locking clears what was said, and does not only lock what is kept."""
        return not self.is_kept and (self.is_lost or self.is_said)

    def means(self) -> str:
        """What locking means for what was said and for what is on a card."""
        held = held_on(self._window)
        if self.is_kept:
            half = _(HALF_WRITTEN) if self.is_half_written else ""
            return _sentences(_(KEPT), half, held)
        if self.is_lost:
            return _sentences(_(LOST_BESIDE_STORE) if self.has_store else _(LOST), held)
        if self.is_said:
            return _sentences(_(IN_A_FILE), held)
        return _sentences(_(OPEN), held or _(NOTHING_LOST))

    @property
    def is_half_written(self) -> bool:
        """Whether something was typed on a page that has not been taken into the session."""
        pages = self._window.findChild(PageStack)
        return pages is not None and self._is_half_written_on(pages)

    @property
    def is_half_written_anywhere(self) -> bool:
        """The same, on the cards and in lines for passwords, too."""
        return self._is_half_written_on(self._window, secrets=True)

    def _is_half_written_on(self, where: QWidget, *, secrets: bool = False) -> bool:
        days = {one for one in _parts(self._session) if isinstance(one, date)}
        typed = self._typed_in(where, secrets=secrets)
        return any(read_day(one) not in days for one in typed)

    def _is_any_typed(self) -> bool:
        return any(True for _typed in self._typed_in(self._window, secrets=True))

    def _typed_in(self, where: QWidget, *, secrets: bool = False) -> Iterator[str]:
        """What somebody typed in lines and is not in the session, with passphrases or without."""
        texts = {"", *(one.strip() for one in _parts(self._session) if isinstance(one, str))}
        for line in where.findChildren(QLineEdit):
            shown = secrets or line.echoMode() == QLineEdit.EchoMode.Normal
            if line.isModified() and shown and (typed := line.text().strip()) not in texts:
                yield typed
        for edit in where.findChildren(QPlainTextEdit):
            typed = edit.toPlainText().strip()
            if edit.document().isModified() and typed not in texts:
                yield typed

    @property
    def _session(self) -> Session:
        return self._window.workspace.snapshot.session


def _sentences(*told: str) -> str:
    return " ".join(one for one in told if one)


def _parts(thing: object) -> Iterator[object]:
    """Everything in a session that has no parts itself."""
    if isinstance(thing, tuple):
        for one in thing:
            yield from _parts(one)
    elif is_dataclass(thing):
        for one in fields(thing):
            yield from _parts(getattr(thing, one.name))
    else:
        yield thing
