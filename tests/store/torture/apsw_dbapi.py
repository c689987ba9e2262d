"""SQLite by way of APSW, as Python's own `sqlite3` offers it, on a file system of ours."""

import contextlib
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Any, Final, Self

import apsw

_CHANGES: Final = re.compile(r"(?i)\s*(insert|update|delete|replace)\b")
_TELLS_MORE: Final = {
    "ConstraintError": sqlite3.IntegrityError,
    "NotADBError": sqlite3.DatabaseError,
    "CorruptError": sqlite3.DatabaseError,
    "MisuseError": sqlite3.ProgrammingError,
    "TooBigError": sqlite3.DataError,
    "InternalError": sqlite3.InternalError,
}


def as_sqlite3(problem: apsw.Error) -> sqlite3.Error:
    """The error that `sqlite3` raises for the same result, with its code."""
    kind = _TELLS_MORE.get(type(problem).__name__, sqlite3.OperationalError)
    told = kind("the file system of the test")
    told.sqlite_errorcode = getattr(problem, "extendedresult", apsw.SQLITE_IOERR)
    told.sqlite_errorname = type(problem).__name__
    return told


class Cursor:
    """One cursor; all rows are fetched when a statement is run."""

    arraysize = 1

    def __init__(self, connection: "_Connection") -> None:
        self.connection = connection
        self.description: tuple[tuple[Any, ...], ...] | None = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self._rows: list[tuple[Any, ...]] = []

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Self:
        self.connection.begin_before(sql)
        self._rows, self.description = self.connection.run(sql, parameters)
        self.rowcount = self.connection.raw.changes() if _CHANGES.match(sql) else -1
        self.lastrowid = self.connection.raw.last_insert_rowid()
        return self

    def executemany(self, sql: str, many: Iterable[Sequence[Any]]) -> Self:
        self.connection.begin_before(sql)
        count = 0
        for parameters in many:
            self.connection.run(sql, parameters)
            count += self.connection.raw.changes()
        self.rowcount = count
        return self

    def executescript(self, sql: str) -> Self:
        self.connection.run(sql, ())
        return self

    def fetchone(self) -> tuple[Any, ...] | None:
        return self._rows.pop(0) if self._rows else None

    def fetchmany(self, size: int = 1) -> list[tuple[Any, ...]]:
        taken, self._rows = self._rows[:size], self._rows[size:]
        return taken

    def fetchall(self) -> list[tuple[Any, ...]]:
        return self.fetchmany(len(self._rows))

    def __iter__(self) -> "Iterable[tuple[Any, ...]]":
        return iter(self.fetchall())

    def setinputsizes(self, _sizes: Any) -> None:
        """Nothing to do, as the DB-API allows."""

    def close(self) -> None:
        self._rows = []


class _Connection:
    """One connection."""

    def __init__(
        self, raw: apsw.Connection, *, isolation_level: str | None, instead: tuple[str, str]
    ) -> None:
        self.raw = raw
        self.isolation_level = isolation_level
        self._instead = instead
        self._closed = False

    @property
    def in_transaction(self) -> bool:
        return self.raw.in_transaction

    @property
    def total_changes(self) -> int:
        return self.raw.total_changes()

    def begin_before(self, sql: str) -> None:
        if self.isolation_level is not None and not self.in_transaction and _CHANGES.match(sql):
            self.run("BEGIN " + self.isolation_level, ())

    def run(
        self, sql: str, parameters: Any
    ) -> tuple[list[tuple[Any, ...]], tuple[tuple[Any, ...], ...] | None]:
        """Run statements; their rows and columns."""
        if self._closed:
            raise sqlite3.ProgrammingError("Cannot operate on a closed database.")
        if self._instead[0] and sql.startswith("PRAGMA"):
            sql = sql.replace(*self._instead)
        columns: list[str] = []
        cursor = self.raw.cursor()
        cursor.exec_trace = lambda at, _sql, _bound: _noted(at, columns)
        try:
            rows = [tuple(row) for row in cursor.execute(sql, parameters or None)]
        except apsw.Error as problem:
            raise as_sqlite3(problem) from None
        described = tuple((name, None, None, None, None, None, None) for name in columns)
        return rows, described or None

    def cursor(self, _factory: Any = None) -> Cursor:
        return Cursor(self)

    def execute(self, sql: str, parameters: Any = ()) -> Cursor:
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql: str, many: Iterable[Sequence[Any]]) -> Cursor:
        return self.cursor().executemany(sql, many)

    def executescript(self, sql: str) -> Cursor:
        return self.cursor().executescript(sql)

    def commit(self) -> None:
        if self.in_transaction:
            self.run("COMMIT", ())

    def rollback(self) -> None:
        if self.in_transaction:
            self.run("ROLLBACK", ())

    def create_function(
        self, name: str, narg: int, func: Callable[..., Any], *, deterministic: bool = False
    ) -> None:
        self.raw.create_scalar_function(name, func, narg, deterministic=deterministic)

    def backup(self, target: "_Connection", *, pages: int = -1, **_more: Any) -> None:
        """Copy the whole database into another connection of this kind."""
        try:
            with target.raw.backup("main", self.raw, "main") as copying:
                while not copying.done:
                    copying.step(pages)
        except apsw.Error as problem:
            raise as_sqlite3(problem) from None
        except SystemError:  # what CPython makes of two errors of the disk on APSW's way out
            raise as_sqlite3(apsw.IOError()) from None

    def close(self) -> None:
        self._closed = True
        # SQLite tells no error of the disk while it closes, so Python's own module does not either.
        with contextlib.suppress(apsw.Error):
            self.raw.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _where: TracebackType | None,
    ) -> None:
        if kind is None:
            self.commit()
        else:
            self.rollback()


def _noted(cursor: apsw.Cursor, columns: list[str]) -> bool:
    columns[:] = [one[0] for one in cursor.get_description()]
    return True


class ApswDbapi:
    """What stands where the module `sqlite3` would; files are reached by way of one VFS.

    Attributes:
        vfs: Name of the file system, "" for the system's own.
        instead: Words of a setting, and those that stand in for them.
    """

    apilevel = "2.0"
    threadsafety = 1
    paramstyle = "qmark"
    sqlite_version = apsw.sqlite_lib_version()
    sqlite_version_info = tuple(int(part) for part in sqlite_version.split("."))
    Binary = bytes
    PARSE_DECLTYPES = sqlite3.PARSE_DECLTYPES
    PARSE_COLNAMES = sqlite3.PARSE_COLNAMES
    Warning = sqlite3.Warning
    Error = sqlite3.Error
    InterfaceError = sqlite3.InterfaceError
    DatabaseError = sqlite3.DatabaseError
    DataError = sqlite3.DataError
    OperationalError = sqlite3.OperationalError
    IntegrityError = sqlite3.IntegrityError
    InternalError = sqlite3.InternalError
    ProgrammingError = sqlite3.ProgrammingError
    NotSupportedError = sqlite3.NotSupportedError

    def __init__(self, vfs: str = "", instead: tuple[str, str] = ("", "")) -> None:
        self.vfs = vfs
        self.instead = instead

    def connect(
        self,
        database: Any,
        timeout: float = 5.0,
        *,
        isolation_level: str | None = "",
        uri: bool = False,
        **_more: Any,
    ) -> _Connection:
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        if uri:
            flags |= apsw.SQLITE_OPEN_URI
        try:
            raw = apsw.Connection(str(database), flags=flags, vfs=self.vfs or None)
        except apsw.Error as problem:
            raise as_sqlite3(problem) from None
        raw.set_busy_timeout(int(timeout * 1000))
        return _Connection(raw, isolation_level=isolation_level, instead=self.instead)
