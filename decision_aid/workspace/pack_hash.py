"""A short hash of a pack's content, so that a paper can tell which content it was made with."""

import json
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Final

from decision_aid.base.language import _
from decision_aid.domain.pack import Pack

DIGITS: Final = 16
"""Hexadecimal digits that are told; two packs that differ have the same once in 2^64 times."""


def pack_hash(pack: Pack) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a pack as it was loaded.

    Hashed is every field of the pack and of what it holds, by name, in one language: texts,
    figures, studies, sources, rules, medicines, questionnaires, settings of the weighing,
    provenance. They are written as JSON in UTF-8 with sorted keys and no spaces; days as in
    ISO 8601. Not hashed are the layout of the files and their comments, what a clinic adds, and
    the criteria that a person added to the pack: those are words of a visit.

    Args:
        pack: The pack, with or without the person's own criteria.

    Source: FIPS 180-4 (doi 10.6028/NIST.FIPS.180-4).
    """
    shipped = tuple(one for one in pack.criteria if one.group != "own")
    return _digits(replace(pack, criteria=shipped))


@lru_cache(maxsize=2)
def _digits(shipped: Pack) -> str:
    """The digits of what no person added to; every paper asks for them several times."""
    text = json.dumps(
        shipped,
        default=_plain,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
    )
    return sha256(text.encode()).hexdigest()[:DIGITS]


def content_words(pack: Pack) -> str:
    """Which content it is: "depression 1.0.0, hash 0123456789abcdef"."""
    return _("{pack} {version}, hash {digits}").format(
        pack=pack.id, version=pack.version, digits=pack_hash(pack)
    )


def _plain(thing: object) -> str | dict[str, object]:
    """What JSON has no word for: a record as its fields, a day as its text."""
    if isinstance(thing, date):
        return thing.isoformat()
    if is_dataclass(thing) and not isinstance(thing, type):
        return {field.name: getattr(thing, field.name) for field in fields(thing)}
    raise TypeError(f"a pack holds no {type(thing).__name__}")
