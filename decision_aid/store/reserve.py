"""Room kept free on the disk, given up when it is full so that the open session can be saved."""

import contextlib
import os
import shutil
from pathlib import Path
from typing import Final

from decision_aid.store.folder import RESERVE

ROOM: Final = 4 * 1024 * 1024
"""Bytes held back."""


class Reserve:
    """A file that does nothing but take up room."""

    def __init__(self, folder: Path, room: int = ROOM) -> None:
        """Make one; nothing is written yet.

        Args:
            folder: The folder of the store.
            room: Bytes to hold back.
        """
        self._path = folder / RESERVE
        self._room = room

    @property
    def is_there(self) -> bool:
        """Whether all of the room is held back."""
        try:
            return self._path.stat().st_size >= self._room
        except OSError:
            return False

    def hold(self) -> bool:
        """Hold the room back where it is not yet; whether it is now.

        There is room enough only where as much again stays free: otherwise the reserve itself
        would fill the disk.
        """
        if self.is_there:
            return True
        try:
            if shutil.disk_usage(self._path.parent).free < 2 * self._room:
                return False
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as file:
                # Random bytes: a file system that packs files would give zeros no room at all.
                file.write(os.urandom(self._room))
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            self.give_up()
            return False
        return True

    def give_up(self) -> bool:
        """Free the room; whether there was any to free."""
        there = self._path.exists()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
        return there
