"""Asking for the passphrase once more, before something that cannot be taken back."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.keeping.passphrase_lines import PassphraseLine
from decision_aid.gui.keeping.small_card import SmallCard
from decision_aid.store.api import RECOVERY
from decision_aid.store.errors import NotOpenedError, StoreError

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.store.api import SessionStore

YOURS: Final = N_("Your passphrase")
CODE: Final = N_("The recovery code you unlocked with")
CHECKING: Final = N_("One moment…")
NOTHING_TYPED: Final = N_("Nothing was typed yet.")

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
    yes: str


def ask_passphrase(  # noqa: PLR0913 - what stands on the card, and what follows
    window: QWidget,
    keeping: "Keeping",
    what: str,
    why: str,
    then: Callable[[], None],
    *,
    yes: str = "",
) -> None:
    """Ask who is at work for their passphrase.

    Args:
        window: What the card covers.
        keeping: The kept sessions; they are unlocked.
        what: The card's heading: what is about to be done.
        why: What will happen, in a sentence or two.
        then: Called on the window's thread when the passphrase was right.
        yes: The button that goes on; "" for "Go on".
    """
    asking = Asking(what, why, yes or _("Go on"))
    do_with_passphrase(window, keeping, asking, _check, lambda _none: then())


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


class AskPassphrase(SmallCard):
    """One line to type in.

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
        super().__init__(window, asking.what, asking.yes)
        self._keeping = keeping
        self._try: Callable[[str], None] = lambda typed: self._order(typed, job, then)
        code = keeping.state.provider == RECOVERY
        self._line = PassphraseLine(_(CODE) if code else _(YOURS))
        self._line.entered.connect(self.go_on)
        self.agreed.connect(self._check)
        self.entry = self._line.line
        self.fill(safe.label(asking.why), self._line)

    def shut(self) -> None:
        """Uncover the window, and forget what was typed."""
        self._line.forget()
        super().shut()

    def _check(self) -> None:
        wait = self._keeping.wait_seconds()
        if not self._line.typed:
            self.tell(_(NOTHING_TYPED))
        elif wait > 0:
            self.tell(please_wait(wait))
        else:
            self.hold(_(CHECKING))
            self._try(self._line.typed)

    def _order(self, typed: str, job: Job[T], then: Callable[[T], None]) -> None:
        def attempt(store: "SessionStore") -> tuple[T] | None:
            try:
                return (job(store, typed),)
            except NotOpenedError:
                write_down_wrong(store)
                return None

        self._keeping.do(attempt, lambda made: self._answer(made, then), self._fail)

    def _answer(self, made: tuple[T] | None, then: Callable[[T], None]) -> None:
        if not isValid(self) or not self.is_open:  # locked meanwhile
            return
        self._keeping.tries.note(right=made is not None)
        if made is None:
            self._fail(wrong(self._keeping.wait_seconds()))
            return
        self.shut()
        then(*made)

    def _fail(self, sentence: str) -> None:
        if isValid(self):
            self._line.forget()
            self._line.line.setFocus()
            self.fail(sentence)


def write_down_wrong(store: "SessionStore") -> None:
    """Note in the audit that it was wrong; where that cannot be written, it is no less wrong."""
    with suppress(StoreError):
        store.record("unlock_failed")


def wrong(wait: float) -> str:
    """That it was wrong, and when it can be tried again, in whole seconds."""
    if wait <= 0:
        return _("That is not it. Please try again.")
    return f"{_('That is not it.')} {when_again(ceil(wait))}"


def please_wait(wait: float) -> str:
    """That the time after a wrong try is not over."""
    return f"{_('After a wrong try there is a short wait.')} {when_again(ceil(wait))}"


def when_again(seconds: int) -> str:
    """When the next try can be made."""
    return ngettext(
        "You can try again in {seconds} second.", "You can try again in {seconds} seconds.", seconds
    ).format(seconds=number_words(seconds))
