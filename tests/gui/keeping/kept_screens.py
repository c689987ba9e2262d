"""The whole program over a real store that opens by its passphrase without deriving a key."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event
from weakref import ref

from decision_aid.domain.session import Session
from decision_aid.gui.keeping.keeping import Keeping
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.requests import Request
from decision_aid.store.access import Access
from decision_aid.store.api import Entry, Listed, SessionStore
from decision_aid.store.back_ups import make_back_up
from decision_aid.store.database import Database
from decision_aid.store.errors import NotOpenedError, OlderStoreError
from decision_aid.store.folder import STORE
from decision_aid.store.opening import Made, News, Opened
from decision_aid.store.sealed_store import SealedStore
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit

from tests.builders import a_session
from tests.gui.driver import Driver
from tests.gui.keeping.own_store import PASSPHRASE, founding, make_store, open_store

DAY = date(2026, 11, 23)
WRONG = "That opens nothing here."
OLDER = "This is older than what was used here last."


def back_up(folder: Path) -> None:
    """Put a back-up beside the store of a folder."""
    with Database(folder / "copied.ddx", create=True) as database:
        make_back_up(folder, database, lambda _: True, datetime(2026, 11, 22, tzinfo=UTC))


class Code(str):
    """A recovery code that tells when nothing holds it any more."""

    __slots__ = ("__weakref__",)


@dataclass
class RealDoor:
    """Makes and opens a real store; wrong tries have to wait as long as the test says."""

    folder: Path
    news: tuple[News, ...] = ()
    is_older: bool = False
    waits: float = 0.0
    made: list[str] = field(default_factory=list)
    code: "ref[Code] | None" = None

    def prepare(self) -> None:
        pass

    def make(self, name: str, passphrase: str) -> Made:
        self.made += [name, passphrase]
        make_store(self.folder)
        code = Code(founding()[1])
        self.code = ref(code)
        return Made(store=self._store(), recovery_code=code)

    def open(self, secret: str, *, accept_older: bool) -> Opened:
        if secret not in (PASSPHRASE, founding()[1]):
            raise NotOpenedError(WRONG)
        if self.is_older and not accept_older:
            raise OlderStoreError(OLDER)
        return Opened(store=self._store(), news=self.news)

    def wait_seconds(self) -> float:
        return self.waits

    def pause(self, seconds: float) -> None:
        raise AssertionError(f"nothing fails here, so nobody waits {seconds} s")

    def _store(self) -> SessionStore:
        first = founding()[0]
        return QuickStore(Access(Database(self.folder / STORE), first.master, first.by))


class QuickStore(SealedStore):
    """A real one, but for the time a passphrase takes when it is asked for once more."""

    def is_passphrase(self, passphrase: str) -> bool:
        return passphrase == PASSPHRASE


def kept_session(label: str, days_ago: int = 0, review: str = "") -> Session:
    session = a_session(label=label, started_on=DAY - timedelta(days=days_ago))
    return replace(session, review=review)


def fill(folder: Path, *sessions: Session, days: int | None = None) -> None:
    """Make a store in a folder and keep sessions in it."""
    make_store(folder)
    store = open_store(folder, founding()[0].slot.id)
    for one in sessions:
        store.keep(one)
    store.set_keep_days(days)
    store.close()


def nothing(_: object) -> None:
    """What is done is all that is waited for."""


class Screens:
    """A person at the window; what keeps sessions is there from the start."""

    def __init__(self, driver: Driver, door: RealDoor) -> None:
        self.driver, self.door, self.folder = driver, door, door.folder
        self.keeping: Keeping = driver.visit.kept.keeping

    def press(self, name: str) -> None:
        self.driver.press(name)
        self.done()

    def done(self) -> None:
        """Let everything asked of the store be done, and arrive; what arrives may ask for more."""
        for _ in range(4):
            done = Event()
            self.keeping._worker.order(done.set, nothing, nothing)
            assert done.wait(10)
            self.driver.settle()

    def ask(self, job: Callable[[SessionStore], object]) -> object:
        came: list[object] = []
        self.keeping.do(job, came.append, self._fail)
        self.done()
        return came[0]

    def open_kept(self) -> None:
        self.press("Open an earlier session")

    def unlock(self, secret: str = PASSPHRASE) -> None:
        self.driver.find("Passphrase or recovery code", QLineEdit).setText(secret)
        self.press("Unlock")

    def cards(self) -> list[str]:
        """The headings of the cards that are open, the lowest first."""
        overlays = self.driver.root.findChildren(Overlay)
        return [one.heading.text() for one in overlays if one.is_open]

    def labels(self) -> list[str]:
        listed = self.ask(lambda store: store.listed())
        assert isinstance(listed, tuple)
        return [one.label for one in listed if isinstance(one, Listed)]

    def events(self) -> list[str]:
        audit = self.ask(lambda store: store.audit())
        assert isinstance(audit, tuple)
        return [one.event for one in audit if isinstance(one, Entry)]

    def send(self, request: Request) -> None:
        self.driver.window.asked.emit(request)
        self.done()

    def end(self) -> None:
        assert self.keeping.end()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _fail(self, sentence: str) -> None:
        raise AssertionError(sentence)


OpenScreens = Callable[..., Screens]
"""Opens the program over a store; see the fixture of the same name."""
