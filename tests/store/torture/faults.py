"""A file system on which the Nth operation fails."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeVar

import apsw

T = TypeVar("T")
Kind = Literal["error", "full", "torn"]
"""`error`: the operation fails. `full`: a write finds no room. `torn`: half of a write is done."""
What = Literal["open", "read", "write", "truncate", "sync", "size", "delete", "lock"]

_WRITES: Final = frozenset({"write", "truncate"})
_RESULTS: Final[dict[What, int]] = {
    "open": apsw.SQLITE_CANTOPEN,
    "read": apsw.SQLITE_IOERR_READ,
    "write": apsw.SQLITE_IOERR_WRITE,
    "truncate": apsw.SQLITE_IOERR_TRUNCATE,
    "sync": apsw.SQLITE_IOERR_FSYNC,
    "size": apsw.SQLITE_IOERR_FSTAT,
    "delete": apsw.SQLITE_IOERR_DELETE,
    "lock": apsw.SQLITE_IOERR_LOCK,
}


@dataclass
class Trouble:
    """When which fault comes.

    Attributes:
        kind: What happens.
        at: Which operation fails, from 1 among those of its kind; 0 for none.
        lasting: Whether all after it fail, too.
        seen: How many there have been.
        hits: How many have failed.
    """

    kind: Kind = "error"
    at: int = 0
    lasting: bool = False
    seen: int = 0
    hits: int = 0

    def strikes(self, what: What) -> bool:
        if self.kind != "error" and what not in _WRITES:
            return False
        self.seen += 1
        hit = self.seen == self.at or (self.lasting and 0 < self.at < self.seen)
        self.hits += hit
        return hit

    def error(self, what: What) -> apsw.Error:
        """The error SQLite is told."""
        if self.kind == "full":
            return apsw.FullError("the disk of the test is full")
        kind = apsw.CantOpenError if what == "open" else apsw.IOError
        told = kind("the disk of the test")
        vars(told)["extendedresult"] = _RESULTS[what]
        return told


class Faulty(apsw.VFS):
    """The system's files, until `trouble` comes."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.trouble = Trouble(at=0)
        super().__init__(name, "")

    def tried(self, what: What, do: Callable[[], T]) -> T:
        if self.trouble.strikes(what):
            raise self.trouble.error(what)
        return do()

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - APSW's name
        return self.tried("open", lambda: FaultyFile(self, name, flags))

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802, FBT001 - APSW's
        self.tried("delete", lambda: super(Faulty, self).xDelete(filename, syncdir))


class FaultyFile(apsw.VFSFile):
    """One open file."""

    def __init__(self, system: Faulty, name: Any, flags: list[int]) -> None:
        self._system = system
        super().__init__("", name, flags)

    def _tried(self, what: What, do: Callable[[], T]) -> T:
        return self._system.tried(what, do)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802 - APSW's name
        return self._tried("read", lambda: super(FaultyFile, self).xRead(amount, offset))

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - APSW's name
        trouble = self._system.trouble
        if trouble.strikes("write"):
            if trouble.kind == "torn":
                super().xWrite(bytes(data)[: len(data) // 2], offset)
            raise trouble.error("write")
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - APSW's name
        self._tried("truncate", lambda: super(FaultyFile, self).xTruncate(newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802 - APSW's name
        self._tried("sync", lambda: super(FaultyFile, self).xSync(flags))

    def xFileSize(self) -> int:  # noqa: N802 - APSW's name
        return self._tried("size", super().xFileSize)

    def xLock(self, level: int) -> None:  # noqa: N802 - APSW's name
        self._tried("lock", lambda: super(FaultyFile, self).xLock(level))
