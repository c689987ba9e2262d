"""A file system that writes down what SQLite does to its files, in order."""

import os
from dataclasses import dataclass
from typing import Any, Literal

import apsw


@dataclass(frozen=True)
class Operation:
    """One thing done to one file.

    Attributes:
        kind: What.
        file: The file's own name, without its folder.
        offset: Where it was written, or the length it was cut to.
        data: What was written.
        lasting: For a deletion: whether the folder was synced, too.
    """

    kind: Literal["create", "write", "truncate", "sync", "delete"]
    file: str
    offset: int = 0
    data: bytes = b""
    lasting: bool = False


class Recording(apsw.VFS):
    """The system's files, with every change of them noted in `done`."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.done: list[Operation] = []
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - APSW's name
        place = name.filename() if isinstance(name, apsw.URIFilename) else name
        is_new = place is not None and not os.path.exists(place)  # noqa: PTH110 - a bare string
        opened = RecordedFile(self.done, name, flags)
        if is_new:
            self.done.append(Operation("create", opened.file))
        return opened

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802, FBT001 - APSW's
        super().xDelete(filename, syncdir)
        self.done.append(Operation("delete", _own_name(filename), lasting=syncdir))


class RecordedFile(apsw.VFSFile):
    """One open file."""

    def __init__(self, done: list[Operation], name: Any, flags: list[int]) -> None:
        self._done = done
        place = name.filename() if isinstance(name, apsw.URIFilename) else name
        self.file = _own_name(place or "")
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - APSW's name
        super().xWrite(data, offset)
        self._done.append(Operation("write", self.file, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - APSW's name
        super().xTruncate(newsize)
        self._done.append(Operation("truncate", self.file, newsize))

    def xSync(self, flags: int) -> None:  # noqa: N802 - APSW's name
        super().xSync(flags)
        self._done.append(Operation("sync", self.file))


def _own_name(place: str) -> str:
    return os.path.basename(place)  # noqa: PTH119 - a bare string
