"""The tree a file is read into: mappings, sequences and texts, each with its file and line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as Row
from dataclasses import dataclass
from typing import Final, Literal

from decision_aid.base.errors import Problem
from decision_aid.content.codes import LoadCode

TreePath = Row[str | int]
"""Where something stands in a tree: keys of mappings and numbers of entries, from 0."""

FOLDER_NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
"""Ids of packs and instruments: each is the name of a folder, and never leads out of one."""


@dataclass(frozen=True)
class Place:
    """A line of a file, counted from 1."""

    file: str
    line: int

    def problem(self, text: str, code: LoadCode | Literal[""] = "") -> Problem:
        """A problem at this place."""
        return Problem(self.file, self.line, text, code)


@dataclass(frozen=True)
class Text:
    """A scalar as it was written; nothing is guessed from its look.

    Attributes:
        value: The text; None for an unquoted `null`, `~` or nothing at all.
        place: Where it starts.
    """

    value: str | None
    place: Place


@dataclass(frozen=True)
class Sequence:
    """A list.

    Attributes:
        items: Its entries.
        place: Where it starts.
    """

    items: list[Node]
    place: Place


@dataclass(frozen=True)
class Mapping:
    """Keys and values.

    Attributes:
        values: The value of each key, in the order of the file.
        keys: Where each key stands.
        place: Where the mapping starts.
    """

    values: dict[str, Node]
    keys: dict[str, Place]
    place: Place


Node = Text | Sequence | Mapping
Plain = str | list["Plain"] | dict[str, "Plain"] | None


def plain(node: Node) -> Plain:
    """The tree without its places, as validation takes it."""
    match node:
        case Text():
            return node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key: plain(value) for key, value in node.values.items()}


def entry_id(node: Node) -> str | None:
    """The `id` of an entry of a list, None where it has none."""
    named = node.values.get("id") if isinstance(node, Mapping) else None
    return named.value if isinstance(named, Text) else None


def child(node: Node, step: str | int) -> Node | None:
    """The value under a key, or the entry with a number; None where there is none."""
    if isinstance(node, Mapping):
        return node.values.get(str(step))
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def walk(node: Node, path: TreePath) -> Iterator[tuple[str | int, Node]]:
    """The steps of a path that exist, each with what stands there."""
    for step in path:
        under = child(node, step)
        if under is None:
            return
        node = under
        yield step, node


def place_of(root: Node, path: TreePath) -> Place:
    """The place of what stands nearest to the end of a path: its key's line where it has a key."""
    place = root.place
    parent = root
    for step, node in walk(root, path):
        place = parent.keys[str(step)] if isinstance(parent, Mapping) else node.place
        parent = node
    return place


def text_place(tree: Node, texts: Node, path: TreePath) -> Place:
    """The place among texts nearest to what a path leads to, also where no text is there yet.

    Args:
        tree: The tree the path leads through.
        texts: The texts, where entries of lists go by their ids.
        path: The path.
    """
    return place_of(texts, tuple(_by_id(tree, path)))


def _by_id(tree: Node, path: TreePath) -> Iterator[str]:
    for step, node in walk(tree, path):
        named = entry_id(node) if isinstance(step, int) else step
        if named is None:
            return
        yield named


def texts(node: Node) -> Iterator[Text]:
    """Every scalar of a tree."""
    match node:
        case Text():
            yield node
        case Sequence():
            for item in node.items:
                yield from texts(item)
        case Mapping():
            for value in node.values.values():
                yield from texts(value)
