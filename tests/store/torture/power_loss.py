"""What a disk can hold after the power failed: any part of what no sync had made last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Final, Literal

from tests.store.torture.recording import Operation

SECTOR: Final = 512

Choice = Literal["none", "all", "torn", "reordered", "hollow"]
"""What of the unsynced came to the disk: nothing; all; some sectors; some writes, whatever their
order; the lengths of all files, but some sectors only."""
CHOICES: Final[tuple[Choice, ...]] = ("none", "all", "torn", "reordered", "hollow")


@dataclass
class _File:
    """One file: what lasts (None: its name does not), and what was done to it since."""

    lasting: bytes | None = None
    pending: list[Operation] = field(default_factory=list)


class Disk:
    """A disk to which operations happen, and the states it may be left in at any point."""

    def __init__(self, at_first: dict[str, bytes]) -> None:
        self._files = {name: _File(data) for name, data in at_first.items()}

    @property
    def is_settled(self) -> bool:
        """Whether everything lasts, so that there is one state only."""
        return not any(one.pending for one in self._files.values())

    def happen(self, operation: Operation) -> None:
        file = self._files.setdefault(operation.file, _File())
        if operation.kind == "sync":
            file.lasting, file.pending = _after(file.lasting, file.pending), []
        elif operation.kind == "delete" and operation.lasting:
            file.lasting, file.pending = None, []
        else:
            file.pending.append(operation)

    def left(self, choice: Choice, random: Random) -> dict[str, bytes]:
        """The files that are found at the next start."""
        found = {name: _found(file, choice, random) for name, file in self._files.items()}
        return {name: data for name, data in found.items() if data is not None}


def _after(data: bytes | None, operations: Sequence[Operation]) -> bytes | None:
    for one in operations:
        data = _one_more(data, one)
    return data


def _one_more(data: bytes | None, done: Operation) -> bytes | None:
    if done.kind == "create":
        return data or b""
    if done.kind == "delete":
        return None
    now = data or b""
    if done.kind == "truncate":
        return now[: done.offset].ljust(done.offset, b"\0")
    now = now.ljust(done.offset, b"\0")
    return now[: done.offset] + done.data + now[done.offset + len(done.data) :]


def _found(file: _File, choice: Choice, random: Random) -> bytes | None:
    if choice == "none":
        return file.lasting
    if choice == "all":
        return _after(file.lasting, file.pending)
    if choice == "reordered":
        return _after(file.lasting, [one for one in file.pending if random.random() < 0.5])
    some = [part for one in file.pending for part in _sectors(one) if random.random() < 0.5]
    found = _after(file.lasting, some)
    whole = _after(file.lasting, file.pending)
    if choice == "hollow" and found is not None and whole is not None:
        return found[: len(whole)].ljust(len(whole), b"\0")
    return found


def _sectors(done: Operation) -> Iterator[Operation]:
    """A write as the sectors it is made of."""
    if done.kind != "write":
        yield done
        return
    start, end = done.offset, done.offset + len(done.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        yield Operation(
            "write", done.file, start, done.data[start - done.offset : stop - done.offset]
        )
        start = stop


def states(
    at_first: dict[str, bytes], done: Sequence[Operation], seed: int
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Every state that differs, for each point: how many operations were over, and the files."""
    random = Random(seed)  # noqa: S311 - the same states at each run
    disk = Disk(at_first)
    for over in range(len(done) + 1):
        if over:
            disk.happen(done[over - 1])
        made: list[dict[str, bytes]] = []
        for choice in ("all",) if disk.is_settled else CHOICES:
            state = disk.left(choice, random)
            if state not in made:
                made.append(state)
                yield over, state


def put(state: dict[str, bytes], folder: Path) -> None:
    """Lay the files of a state into an empty folder."""
    folder.mkdir()
    for name, data in state.items():
        (folder / name).write_bytes(data)
