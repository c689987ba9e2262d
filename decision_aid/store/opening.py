"""Making a store, and opening one with a passphrase or the recovery code."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from decision_aid.store.api import SessionId, SessionStore

NewsKind = Literal[
    "restored",
    "set_aside",
    "not_restored",
    "older_accepted",
    "failed_tries",
    "nearly_full",
    "no_anchor",
    "no_back_up",
]
"""What about an opening is worth telling.

`restored`: damaged sessions are as a back-up has them. `set_aside`: the damaged file is kept beside
the new one. `not_restored`: sessions that no back-up has whole. `older_accepted`: the store was older
than the one used last. `failed_tries`: someone tried wrong passphrases. `nearly_full`: the disk is.
`no_anchor`: nothing here tells whether the store is the newest. `no_back_up`: none could be made.
"""


@dataclass(frozen=True, kw_only=True)
class News:
    """Something that was found or done while a store was opened.

    Attributes:
        kind: What it is about.
        text: It in a sentence or two, shown as is.
        sessions: The sessions it is about; empty where it is about the store.
    """

    kind: NewsKind
    text: str
    sessions: tuple[SessionId, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Made:
    """A store just made.

    Attributes:
        store: It, open.
        recovery_code: In groups as it is printed; it is shown once and kept nowhere.
    """

    store: SessionStore
    recovery_code: str


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A store just opened.

    Attributes:
        store: It, open.
        news: What its user should know, the most important first.
    """

    store: SessionStore
    news: tuple[News, ...]


def make_store(folder: Path, state: Path, name: str, passphrase: str) -> Made:
    """Make a store with one provider.

    Args:
        folder: The user's data folder; made where it is missing.
        state: The user's state folder; made where it is missing.
        name: The provider's name.
        passphrase: Their passphrase.

    Raises:
        WeakPassphraseError: The passphrase is too easy to guess.
        StoreError: There is a store already, or the folder will not do.
    """
    raise NotImplementedError


def open_store(folder: Path, state: Path, secret: str, *, accept_older: bool = False) -> Opened:
    """Open the store.

    Args:
        folder: The user's data folder.
        state: The user's state folder.
        secret: A provider's passphrase, or the recovery code.
        accept_older: Whether a store older than the one used last here is opened all the same.

    Raises:
        NotOpenedError: The secret opens no slot.
        OlderStoreError: The store is older than the one used last here.
        StoreError: Something else is in the way; each has its own class and sentence.
    """
    raise NotImplementedError


def wait_seconds(state: Path) -> int:
    """How long the next try has to wait after wrong ones, from 0 to 30 s.

    Args:
        state: The user's state folder.
    """
    raise NotImplementedError
