"""The file of a store: one SQLite database, one connection, nobody else in it.

Each way to lose what was saved has its answer in a setting: write-ahead logging with a flush at
each commit against a power cut, an exclusive lock against a second window, overwriting against
finding what was deleted. See https://www.sqlite.org/pragma.html.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, Final, Literal, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from decision_aid.base.language import N_, _
from decision_aid.store.errors import DamagedError, ForeignFileError, NewerVersionError
from decision_aid.store.sealing import DAMAGED, SCHEMA
from decision_aid.store.sqlite_errors import telling
from decision_aid.store.tables import APPLICATION_ID, TABLES

Flush = Literal["FULL", "NORMAL", "OFF"]

FOREIGN: Final = N_(
    "The file at the place of the kept sessions is not one of this program. It was left as it is. "
    "Move it elsewhere, then try again."
)
NEWER: Final = N_(
    "The kept sessions were written by a newer version of this program. They are safe and "
    "unchanged. Update the program, then open them."
)

_WAIT: Final = 0.3
"""Seconds a second window waits before it is told that the store is in use."""
_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
_ID_AT: Final = slice(68, 72)
_BEFORE_READING: Final = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
    # On macOS a flush reaches the disk only so; elsewhere it changes nothing.
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA locking_mode = EXCLUSIVE",
)


class Database:
    """The file of a store, open and locked until it is closed.

    All calls are made on one thread at a time. Whatever goes wrong with the file is raised as a
    `StoreError`.
    """

    def __init__(
        self,
        path: Path,
        *,
        create: bool = False,
        dbapi: Any = sqlite3,  # noqa: ANN401 - modules that speak to SQLite share no type
        flush: Flush = "FULL",
    ) -> None:
        """Open a store's file, or make it.

        Args:
            path: The file.
            create: Whether to make it; it must not exist then.
            dbapi: The module that speaks to SQLite, such as `sqlite3`.
            flush: How commits are flushed to the disk. Nothing but FULL keeps its promise; the
                others are there for tests to fail with.

        Raises:
            ForeignFileError: The file is not one of ours.
            NewerVersionError: A newer version of the program wrote it.
            InUseError: Another window has it open.
            StoreError: It is damaged, or the disk or folder will not do.
        """
        self.path: Final = path
        self._dbapi = dbapi
        self._flush = flush
        with self._telling():
            if create:
                os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            else:
                _check_header(path)
        self._engine = self._make_engine()
        try:
            with self._telling():
                self._connection = self._engine.connect()
                self._make_tables() if create else self._check_tables()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    @property
    def version(self) -> int:
        """The version of the tables, from 1."""
        with self.transaction() as connection:
            return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction: all that is done in it is on the disk when it ends, or none of it.

        Raises:
            DiskFailedError: The disk failed. Where that was while committing, nobody knows whether
                the change was written: read it again.
            StoreError: Nothing was changed.
        """
        with self._telling(), self._connection.begin():
            yield self._connection

    def checkpoint(self) -> None:
        """Move everything from the log into the file, and leave nothing in the log."""
        with self._telling():
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def empty_cache(self) -> None:
        """Let go of every page in memory, so that what is read next comes from the disk."""
        with self._telling():
            self._driver.execute("PRAGMA shrink_memory").fetchall()

    def rebuild(self) -> None:
        """Write the whole file anew, so that nothing of what was deleted is found in it.

        SQLite writes zeros over what is deleted, but not over copies that it left in a page when
        it moved rows from there.
        """
        with self._telling():
            self._driver.execute("VACUUM").fetchall()
        self.checkpoint()

    def is_sound(self) -> bool:
        """Whether SQLite finds its own structure whole; it knows nothing of what is sealed."""
        # The quick check would not see an index in which a row cannot be found any more.
        with self.transaction() as connection:
            return connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() == "ok"

    def copy_to(self, path: Path) -> None:
        """Copy the whole as it was committed last to a new file that only its owner can read.

        Args:
            path: The new file; it must not exist.
        """
        with self._telling():
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            target = self._dbapi.connect(path)
            try:
                self._driver.backup(target)
            finally:
                target.close()

    def close(self) -> None:
        """Let go of the file. It can be called again."""
        with self._telling():
            connection = getattr(self, "_connection", None)
            if connection is not None:
                connection.close()
            self._engine.dispose()

    @property
    def _driver(self) -> Any:  # noqa: ANN401 - what `dbapi` connects with
        return self._connection.connection.driver_connection

    def _telling(self) -> AbstractContextManager[None]:
        return telling(self.path, self._dbapi.Error)

    def _make_engine(self) -> Engine:
        engine = create_engine(
            "sqlite://",
            creator=self._connected,
            module=self._dbapi,
            poolclass=NullPool,
            # It is given back only to be closed.
            pool_reset_on_return=None,
            hide_parameters=True,
        )
        event.listen(engine, "begin", _begin)
        return engine

    def _connected(self) -> Any:  # noqa: ANN401 - what `dbapi` connects with
        made = self._dbapi.connect(
            self.path.resolve().as_uri() + "?mode=rw",
            uri=True,
            timeout=_WAIT,
            # No transaction begins by itself: see `_begin`.
            isolation_level=None,
            # The store's worker is not the thread that made it, and it is only one.
            check_same_thread=False,
        )
        settings = (
            *_BEFORE_READING,
            "PRAGMA journal_mode = WAL",
            f"PRAGMA synchronous = {self._flush}",
        )
        try:
            for setting in settings:
                made.execute(setting).fetchall()
        except BaseException:
            made.close()
            raise
        return made

    def _make_tables(self) -> None:
        with self._connection.begin():
            TABLES.create_all(self._connection)
            self._connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            self._connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
        # So that the file tells whose it is, before anything is in it.
        self.checkpoint()

    def _check_tables(self) -> None:
        if self.version > SCHEMA:
            raise NewerVersionError(_(NEWER))
        with self._connection.begin():
            found = self._connection.exec_driver_sql("SELECT type, name FROM sqlite_schema").all()
        # Anything more, such as a trigger, is not from us and could act on what we write.
        ours = {("table", name) for name in TABLES.tables}
        if {(kind, name) for kind, name in found if not _is_index_of_ours(kind, name)} != ours:
            raise DamagedError(_(DAMAGED))


def _is_index_of_ours(kind: object, name: object) -> bool:
    # In a file that was altered, either may be of any type.
    return kind == "index" and str(name).startswith("sqlite_autoindex_")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _check_header(path: Path) -> None:
    """Look whose file it is before SQLite does: nothing of a foreign one is read or changed."""
    with path.open("rb") as file:
        header = file.read(_HEADER)
    is_sqlite = header.startswith(_MAGIC)
    is_ours = header[_ID_AT] == APPLICATION_ID.to_bytes(4, "big")
    if is_sqlite and is_ours:
        return
    # Zeros, or less than a header, are what a broken disk leaves; anything else is somebody's.
    if is_ours or not any(header) or (is_sqlite and len(header) < _HEADER):
        raise DamagedError(_(DAMAGED))
    raise ForeignFileError(_(FOREIGN))
