"""Ways to a store for tests of the window: one in memory, and one that derives no key slowly."""

from dataclasses import dataclass, field
from threading import Event, current_thread, main_thread

from decision_aid.store.errors import NotOpenedError
from decision_aid.store.opening import Made, News, Opened

from tests.store.memory_store import MemoryStore

PASSPHRASE = "the rain in the yard is loud"  # noqa: S105 - of tests
CODE = "ABCD-EFGH"


@dataclass
class MemoryDoor:
    """Opens a store in memory; what it is asked for can be held up until the test lets it go on."""

    store: MemoryStore = field(default_factory=MemoryStore)
    gate: Event = field(default_factory=Event)
    pauses: list[float] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)
    news: tuple[News, ...] = ()

    def __post_init__(self) -> None:
        self.gate.set()

    def prepare(self) -> None:
        self._note()

    def make(self, name: str, passphrase: str) -> Made:  # noqa: ARG002 - as every door
        self._note()
        return Made(store=self.store, recovery_code=CODE)

    def open(self, secret: str, *, accept_older: bool) -> Opened:  # noqa: ARG002 - as every door
        self._note()
        if secret != PASSPHRASE:
            raise NotOpenedError("That opens nothing.")
        self.store.is_closed = False
        return Opened(store=self.store, news=self.news)

    def wait_seconds(self) -> float:
        return 0.0

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        assert self.gate.wait(10)

    def _note(self) -> None:
        assert current_thread() is not main_thread()
        self.threads.add(current_thread().name)
        assert self.gate.wait(10)
