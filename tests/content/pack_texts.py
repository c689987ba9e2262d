"""Every text a pack says in its own voice."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from decision_aid.domain.pack import Pack


def texts_of(thing: Any) -> Iterator[str]:
    if is_dataclass(thing):
        for field in fields(thing):
            yield from texts_of(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for one in thing:
            yield from texts_of(one)
    elif isinstance(thing, str):
        yield thing


def own_texts(pack: Pack) -> list[str]:
    """What the pack says in its own voice: no titles of papers, no questionnaires, no ids."""
    parts = [
        getattr(pack, field.name)
        for field in fields(pack)
        if field.name not in ("sources", "instruments", "medicines")
    ]
    return [text for text in texts_of(tuple(parts)) if " " in text]
