"""JSON that is written in one way only, and read without forgiving anything."""

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NoReturn

from decision_aid.base.language import _
from decision_aid.store.errors import DamagedError, StoreError
from decision_aid.store.sealing import DAMAGED

DEEPEST: Final = 32
"""Most lists and mappings inside each other."""

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_TEXT_OR_BRACKET: Final = re.compile(rb'"(?:[^"\\]|\\.)*+"|[][{}]')


def to_bytes(thing: object) -> bytes:
    """The one way to write a thing: UTF-8, keys in order, no blanks.

    Args:
        thing: Texts, whole numbers, truth values, None, dates, dataclasses, and lists, tuples and
            mappings of them.

    Raises:
        StoreError: A text holds half a character, which no file can keep.
    """
    text = json.dumps(
        thing,
        default=_plain,
        ensure_ascii=False,
        allow_nan=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise StoreError(
            _(
                "A text holds half a character, as some programs paste it. It was not saved. "
                "Type that text again."
            )
        ) from None


def from_bytes(data: bytes) -> dict[str, Any]:
    """The mapping that was written.

    Raises:
        DamagedError: It is no mapping in JSON, names a key twice, lies deeper than `DEEPEST`,
            holds a number that is not whole, or half a character.
    """
    try:
        _check_depth(data)
        thing = _STRICT.decode(data.decode())
        _check_texts(data, thing)
    except (ValueError, RecursionError):
        raise DamagedError(_(DAMAGED)) from None
    if not isinstance(thing, dict):
        raise DamagedError(_(DAMAGED))
    return thing


def _plain(one: object) -> object:
    return one.isoformat() if isinstance(one, date) else vars(one)


def _check_depth(data: bytes) -> None:
    if data.count(b"[") + data.count(b"{") <= DEEPEST:
        return
    deep = 0
    for found in _TEXT_OR_BRACKET.finditer(data):
        sign = found.group()
        deep += (sign in b"[{") - (sign in b"]}")
        if deep > DEEPEST:
            raise ValueError


def _each_once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _refuse(_number: str) -> NoReturn:
    raise ValueError


def _check_texts(data: bytes, thing: object) -> None:
    # UTF-8 has no half characters; only an escape can make one, and what is written here has few.
    if b"\\u" in data and _SURROGATE.search(json.dumps(thing, ensure_ascii=False)):
        raise ValueError


# Made once: a thousand lines of a list are read at a time.
_STRICT: Final = json.JSONDecoder(
    object_pairs_hook=_each_once, parse_float=_refuse, parse_constant=_refuse
)
