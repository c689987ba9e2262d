"""A pack as it was built when the program was installed: valid, and quick to take up.

Reading a pack's YAML and checking all of it takes longer than everything else a window needs. The
packs that ship with the program are therefore read and checked once, at its installation, and kept
as plain data beside their files. What was built counts only as long as every file it was made from,
the checks themselves included, is the same. A CRC-32 tells: it is there to notice an edit, and
hashlib would cost every start 3 ms.
"""

import marshal
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path
from types import UnionType
from typing import Any, Final, TypeVar, get_args, get_origin
from zlib import crc32

from decision_aid.base.resources import resources_dir
from decision_aid.domain.pack import Pack

_CHECKSUM: Final = 4
"""Bytes of the checksum a built pack begins with."""
_DAMAGED: Final = (
    OSError,
    EOFError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    RecursionError,
    MemoryError,
)
"""What reading something else than a built pack ends with."""
_PROGRAM: Final = Path(__file__).resolve().parent.parent

ThingT = TypeVar("ThingT")

Make = Callable[[Any], Any]
"""Makes the value of a field from plain data."""


def built_file(folder: Path, language: str) -> Path:
    """Where the built pack of one language is."""
    return folder / f"built.{language}.marshal"


def in_bytes(files: dict[str, int], plain: dict[str, Any]) -> bytes:
    """What a built pack is kept as, as Python keeps a compiled module: it is taken up soonest.

    Args:
        files: The checksum of every file it was made from, by its name.
        plain: The pack as plain data.
    """
    body = marshal.dumps((files, plain))
    return _checksum(body) + body


def _checksum(body: bytes) -> bytes:
    return crc32(body).to_bytes(_CHECKSUM, "big")


def built_pack(folder: Path, language: str) -> Pack | None:
    """The built pack, or None where there is none that can be relied on.

    Args:
        folder: The folder of a pack that ships with the program. Never another one: what was built
            is believed, not checked.
        language: Language of the texts, as in BCP 47.
    """
    try:
        files, plain = _parts(built_file(folder, language).read_bytes())
        return make(Pack, plain) if files == fingerprints(folder, language) else None
    except _DAMAGED:
        return None


def built_data(folder: Path, language: str) -> object:
    """What a built pack holds as plain data; None where there is none or it is damaged.

    Args:
        folder: As for `built_pack`.
        language: Language of the texts, as in BCP 47.
    """
    try:
        return _parts(built_file(folder, language).read_bytes())[1]
    except _DAMAGED:
        return None


def _parts(whole: bytes) -> tuple[Any, Any]:
    """The checksums of the files it was made from, and the pack as plain data."""
    if whole[:_CHECKSUM] != _checksum(whole[_CHECKSUM:]):
        raise ValueError("damaged")
    # It lies beside the compiled modules and is believed as they are.
    files, plain = marshal.loads(whole[_CHECKSUM:])  # noqa: S302 - see above
    return files, plain


def fingerprints(folder: Path, language: str) -> dict[str, int]:
    """The checksum of every file a built pack depends on, by its name.

    Modules in folders of these have no part in reading a pack, such as the checks on what was read.
    """
    return {
        f"{path.parent.name}/{path.name}": crc32(path.read_bytes())
        for path in _made_from(folder, language)
    }


def _made_from(folder: Path, language: str) -> Iterator[Path]:
    yield from folder.glob("*.yaml")
    yield folder / "text" / f"{language}.yaml"
    yield from (resources_dir() / "instruments").glob(f"*/{language}.yaml")
    for part in ("base", "content", "domain"):
        yield from (_PROGRAM / part).glob("*.py")


def make(kind: type[ThingT], given: dict[str, Any]) -> ThingT:
    """The dataclass that plain data describes.

    Args:
        kind: The dataclass.
        given: Its fields: texts, numbers, truth values, and lists and mappings of them; dates as
            in ISO 8601. Those of a kind of their own become so in place.
    """
    # mypy takes the hash of an instance for the hash of its class
    for name, one in _makes(kind):  # type: ignore[arg-type]
        if name in given:
            given[name] = one(given[name])
    return kind(**given)


@cache
def _makes(kind: type) -> tuple[tuple[str, Make], ...]:
    """How the fields of a dataclass are made that are not in plain data what they are in it."""
    # The types themselves stand in the fields; get_type_hints would look each of them up again.
    found = ((field.name, _make_of(field.type)) for field in fields(kind))
    return tuple((name, make) for name, make in found if make is not None)


def _make_of(hint: object) -> Make | None:
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(make, hint)
    if hint is date:
        return date.fromisoformat
    if get_origin(hint) is tuple:
        each = _make_of(get_args(hint)[0])
        return tuple if each is None else lambda given: tuple(map(each, given))
    if isinstance(hint, UnionType):
        return next(filter(None, map(_make_or_none, get_args(hint))), None)
    return None


def _make_or_none(hint: object) -> Make | None:
    there = _make_of(hint)
    return there and (lambda given: None if given is None else there(given))
