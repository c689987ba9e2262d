"""Asking for the passphrase once more, before something that cannot be taken back."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.keeping.passphrase_lines import PassphraseLine
from decision_aid.gui.overlay import Overlay
from decision_aid.store.errors import NotOpenedError

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.store.api import SessionStore

YOURS: Final = "Your passphrase"
CODE: Final = "The recovery code you unlocked with"
RECOVERY: Final = "Recovery code"
"""The name of whoever unlocked with the recovery code."""
CHECKING: Final = "One moment …"
NOTHING_TYPED: Final = "Nothing was typed yet."

T = TypeVar("T")
Job = Callable[["SessionStore", str], T]
"""Done on the store's thread with the passphrase; raises `NotOpenedError` where it is wrong."""


@dataclass(frozen=True)
class Asking:
    """What stands on the card.

    Attributes:
        what: Its heading: what is about to be done.
        why: What will happen, in a sentence or two.
        yes: The button that goes on.
    """

    what: str
    why: str
    yes: str = "Go on"


def ask_passphrase(  # noqa: PLR0913 - what stands on the card, and what follows
    window: QWidget,
    keeping: "Keeping",
    what: str,
    why: str,
    then: Callable[[], None],
    *,
    yes: str = "Go on",
) -> None:
    """Ask who is at work for their passphrase.

    Args:
        window: What the card covers.
        keeping: The kept sessions; they are unlocked.
        what: The card's heading: what is about to be done.
        why: What will happen, in a sentence or two.
        then: Called on the window's thread when the passphrase was right.
        yes: The button that goes on.
    """
    do_with_passphrase(window, keeping, Asking(what, why, yes), _check, lambda _: then())


def do_with_passphrase(
    window: QWidget, keeping: "Keeping", asking: Asking, job: Job[T], then: Callable[[T], None]
) -> None:
    """Ask for the passphrase and do something in the store with it.

    Args:
        window: What the card covers.
        keeping: The kept sessions; they are unlocked.
        asking: What stands on the card.
        job: What is done with the passphrase.
        then: Called on the window's thread with what came of it.
    """
    AskPassphrase(window, keeping, asking, job, then).open()


def _check(store: "SessionStore", passphrase: str) -> None:
    if not store.is_passphrase(passphrase):
        raise NotOpenedError


class AskPassphrase(Overlay):
    """One line to type in; made anew whenever it is wanted, and gone when it is shut.

    Args:
        window: What it covers.
        keeping: The kept sessions.
        asking: What stands on it.
        job: What is done with the passphrase.
        then: Called with what came of it.
    """

    def __init__(
        self,
        window: QWidget,
        keeping: "Keeping",
        asking: Asking,
        job: Job[T],
        then: Callable[[T], None],
    ) -> None:
        super().__init__(window, asking.what)
        self._keeping = keeping
        self._try: Callable[[str], None] = lambda typed: self._order(typed, job, then)
        code = keeping.state.provider == RECOVERY
        self._line = PassphraseLine(CODE if code else YOURS)
        self._told = safe.label()
        self._told.hide()
        self._go = safe.button(asking.yes, "primary")
        self._go.clicked.connect(self._go_on)
        self._line.entered.connect(self._go_on)
        stay = safe.button("Cancel", name=f"Cancel: {asking.what}")
        stay.clicked.connect(self._cancel)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(stay)
        row.addWidget(self._go)
        self.entry = self._line.line
        self.card.add(safe.label(asking.why), self._line, self._told, row)

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        self._line.forget()
        super().shut()
        self.deleteLater()

    def _cancel(self) -> None:
        if self._closable:
            self.shut()

    def _go_on(self) -> None:
        if not self._closable:
            return
        wait = self._keeping.wait_seconds()
        if not self._line.typed:
            self._tell(NOTHING_TYPED)
        elif wait > 0:
            self._tell(please_wait(wait))
        else:
            # What is done with it can be stopped no more, so its card stays until it is done.
            self._closable = False
            self._tell(CHECKING)
            self._try(self._line.typed)

    def _order(self, typed: str, job: Job[T], then: Callable[[T], None]) -> None:
        def attempt(store: "SessionStore") -> tuple[T] | None:
            try:
                return (job(store, typed),)
            except NotOpenedError:
                return None

        self._keeping.do(attempt, lambda made: self._answer(made, then), self._fail)

    def _answer(self, made: tuple[T] | None, then: Callable[[T], None]) -> None:
        if not isValid(self) or not self.is_open:  # locked meanwhile
            return
        if made is None:
            self._fail(wrong(self._keeping.wait_seconds()))
            return
        self.shut()
        then(*made)

    def _fail(self, sentence: str) -> None:
        if not isValid(self):
            return
        self._closable = True
        self._line.forget()
        self._line.line.setFocus()
        self._tell(sentence)

    def _tell(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.show()
        announce(self, sentence)


def wrong(wait: float) -> str:
    """That it was wrong, and when it can be tried again, in whole seconds."""
    return f"That is not it. {_again(wait)}" if wait > 0 else "That is not it. Please try again."


def please_wait(wait: float) -> str:
    """That the time after a wrong try is not over."""
    return f"After a wrong try there is a short wait. {_again(wait)}"


def _again(wait: float) -> str:
    seconds = ceil(wait)
    return f"You can try again in {seconds} second{'' if seconds == 1 else 's'}."
