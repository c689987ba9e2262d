"""Reading rows out of a damaged SQLite file, page by page, without SQLite.

SQLite reads a table from its root; where a page on the way is damaged, all that hangs below it is
lost to it. Here each page is looked at by itself, and whatever reads as a row is handed on, so that
rows are found even where the first page is gone. What is a row of ours and unaltered, the seals
tell: nothing found here is to be trusted before.

Source: the SQLite file format, https://www.sqlite.org/fileformat2.html.
"""

from collections.abc import Iterator
from typing import Final

Value = int | bytes | str | None
Row = tuple[Value, ...]

PAGE: Final = 4096
"""Bytes of a page, as SQLite makes them unless it is told otherwise."""
MOST_BYTES: Final = 4 * 1024 * 1024
"""Of one row; no row of ours is larger."""

_TABLE_LEAF: Final = 0x0D
_FILE_HEADER: Final = 100
_LOG_HEADER: Final = 32
_FRAME_HEADER: Final = 24
_MOST_LOCAL: Final = PAGE - 35
_LEAST_LOCAL: Final = (PAGE - 12) * 32 // 255 - 23
_INTEGERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of an integer by its serial type."""


class _UnreadableError(Exception):
    """This is no row."""


def carved_rows(file: bytes, log: bytes = b"") -> Iterator[Row]:
    """Every row that can be read from a file, whatever its table, in no order.

    Args:
        file: The bytes of the file.
        log: The bytes of its write-ahead log; b"" where there is none.
    """
    pages = {number: file[at : at + PAGE] for number, at in enumerate(range(0, len(file), PAGE), 1)}
    pages |= _logged(log)
    for number, page in pages.items():
        start = _FILE_HEADER if number == 1 else 0
        if len(page) == PAGE and page[start] == _TABLE_LEAF:
            yield from _rows_on(page, start, pages)


def _logged(log: bytes) -> dict[int, bytes]:
    """The pages of the last commit in a log, which stand in for those of the file."""
    committed: dict[int, bytes] = {}
    pending: dict[int, bytes] = {}
    salts = log[_LOG_HEADER + 8 : _LOG_HEADER + 16]
    for at in range(_LOG_HEADER, len(log) - _FRAME_HEADER - PAGE + 1, _FRAME_HEADER + PAGE):
        header, page = log[at : at + _FRAME_HEADER], log[at + _FRAME_HEADER :][:PAGE]
        if header[8:16] != salts:
            # From here on it is what an earlier, longer log left.
            break
        pending[int.from_bytes(header[:4], "big")] = page
        if any(header[4:8]):
            committed |= pending
            pending.clear()
    return committed


def _rows_on(page: bytes, start: int, pages: dict[int, bytes]) -> Iterator[Row]:
    cells = int.from_bytes(page[start + 3 : start + 5], "big")
    for place in range(start + 8, min(start + 8 + 2 * cells, PAGE - 1), 2):
        try:
            yield _row(page, int.from_bytes(page[place : place + 2], "big"), pages)
        except _UnreadableError:
            continue


def _row(page: bytes, at: int, pages: dict[int, bytes]) -> Row:
    length, at = _varint(page, at)
    number, at = _varint(page, at)
    first, *rest = _record(_payload(page, at, length, pages))
    # A first column that is the row's own number is written as nothing.
    return (number if first is None else first, *rest)


def _payload(page: bytes, at: int, length: int, pages: dict[int, bytes]) -> bytes:
    """All bytes of a row; what does not fit on its page goes on on others."""
    if not 0 < length <= MOST_BYTES:
        raise _UnreadableError
    if length <= _MOST_LOCAL:
        return page[at : at + length]
    local = _LEAST_LOCAL + (length - _LEAST_LOCAL) % (PAGE - 4)
    local = local if local <= _MOST_LOCAL else _LEAST_LOCAL
    parts, missing = [page[at : at + local]], length - local
    following = page[at + local : at + local + 4]
    while missing > 0:
        page = pages.get(int.from_bytes(following, "big"), b"")
        if len(page) != PAGE:
            raise _UnreadableError
        following, part = page[:4], page[4 : 4 + missing]
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def _record(payload: bytes) -> Row:
    end, at = _varint(payload, 0)
    values, place = [], end
    while at < end:
        kind, at = _varint(payload, at)
        value, place = _value(payload, kind, place)
        values.append(value)
    if not values:
        raise _UnreadableError
    return tuple(values)


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in {8, 9}:
        return kind - 8, at
    length = _INTEGERS.get(kind, (kind - 12) // 2)
    data = payload[at : at + length]
    if length < 0 or len(data) != length:
        raise _UnreadableError
    if kind in _INTEGERS:
        return int.from_bytes(data, "big", signed=True), at + length
    return (data if kind % 2 == 0 else data.decode("utf-8", "replace")), at + length


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where the next thing begins."""
    value = 0
    for count, byte in enumerate(data[at : at + 9], 1):
        if count == 9:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count
    raise _UnreadableError
