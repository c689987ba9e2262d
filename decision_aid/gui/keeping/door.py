"""The way to the store. What is behind it takes its time to load: on the worker's thread only."""

import time
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from decision_aid.gui.keeping.places import Places
    from decision_aid.store.opening import Made, Opened


class Door(Protocol):
    """Makes a store and opens it. All of it is called on one thread that is not the window's."""

    def prepare(self) -> None:
        """Load what is needed for the rest."""

    def make(self, name: str, passphrase: str) -> "Made":
        """Make a store with one provider."""

    def open(self, secret: str, *, accept_older: bool) -> "Opened":
        """Open the store with a passphrase or the recovery code."""

    def wait_seconds(self) -> float:
        """How long the next try has to wait after wrong ones."""

    def pause(self, seconds: float) -> None:
        """Wait before a save that failed is tried again."""


class StoreDoor:
    """The way to the store in two folders.

    Args:
        places: The folders.
    """

    def __init__(self, places: "Places") -> None:
        self._places = places

    # Nothing of the store is imported before somebody wants to keep something.

    def prepare(self) -> None:
        """Load what opens a store; from now on no crash writes keys to the disk."""
        from decision_aid.gui.keeping.no_dumps import forbid_dumps  # noqa: PLC0415 - see above

        forbid_dumps()
        import decision_aid.store.opening  # noqa: PLC0415, F401 - see above

    def make(self, name: str, passphrase: str) -> "Made":
        """Make a store with one provider."""
        from decision_aid.store.opening import make_store  # noqa: PLC0415 - see above

        self.prepare()
        return make_store(self._places.folder, self._places.state, name, passphrase)

    def open(self, secret: str, *, accept_older: bool) -> "Opened":
        """Open the store with a passphrase or the recovery code."""
        from decision_aid.store.opening import open_store  # noqa: PLC0415 - see above

        self.prepare()
        folder, state = self._places.folder, self._places.state
        return open_store(folder, state, secret, accept_older=accept_older)

    def wait_seconds(self) -> float:
        """How long the next try has to wait after wrong ones."""
        from decision_aid.store.opening import wait_seconds  # noqa: PLC0415 - see above

        return wait_seconds(self._places.state)

    def pause(self, seconds: float) -> None:
        """Wait before a save that failed is tried again."""
        time.sleep(seconds)
