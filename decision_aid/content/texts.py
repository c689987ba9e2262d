"""Joining the files of a pack: structure with structure, then texts into the structure."""

from collections.abc import Iterable
from itertools import islice

from decision_aid.base.errors import Problem
from decision_aid.base.language import _
from decision_aid.content.nodes import (
    Mapping,
    Node,
    Sequence,
    Text,
    child,
    entry_id,
)
from decision_aid.content.wording import MOST_TOLD, near, quote


def join(files: Iterable[Mapping], problems: list[Problem]) -> Mapping:
    """One mapping with the keys of all files; a key may stand in one of them only.

    Args:
        files: The mappings at the top of the files, at least one.
        problems: Where a key that stands in two files is told.
    """
    first, *others = files
    joined = Mapping(dict(first.values), dict(first.keys), first.place)
    for other in others:
        for key, value in other.values.items():
            if key in joined.values:
                problems.append(
                    other.keys[key].problem(
                        _("{key} stands in {file} too; a key belongs to one file.").format(
                            key=quote(key), file=joined.keys[key].file
                        ),
                        "duplicate_key",
                    )
                )
            else:
                joined.values[key] = value
                joined.keys[key] = other.keys[key]
    return joined


def merge_texts(structure: Mapping, given: Mapping, problems: list[Problem]) -> Mapping:
    """The structure with the texts put in.

    A mapping goes into a mapping key by key. Where the structure has a list of entries with an id,
    the texts are a mapping with these ids as keys; a plain text there is the entry's `text`.

    Args:
        structure: A mapping of the structure.
        given: The texts for it.
        problems: Where a text is told that has no place in the structure, or a taken one.
    """
    merged = Mapping(dict(structure.values), dict(structure.keys), structure.place)
    for key, text in given.values.items():
        there = structure.values.get(key)
        if there is None:
            merged.values[key] = text
            merged.keys[key] = given.keys[key]
        else:
            merged.values[key] = _merged(there, text, problems)
    return merged


def _merged(there: Node, text: Node, problems: list[Problem]) -> Node:
    match there, text:
        case Mapping(), Mapping():
            return merge_texts(there, text, problems)
        case Sequence(), Mapping():
            return _entries(there, text, problems)
    problems.append(
        text.place.problem(
            _(
                "The structure already has a value here ({file}:{line}); a text cannot replace it."
            ).format(file=there.place.file, line=there.place.line),
            "misplaced_text",
        )
    )
    return there


def _entries(entries: Sequence, given: Mapping, problems: list[Problem]) -> Sequence:
    ids = [name for item in entries.items if (name := entry_id(item)) is not None]
    known = set(ids)
    unknown = (
        given.keys[key].problem(_unknown_id(key, ids, entries), "unknown_id")
        for key in given.values
        if key not in known
    )
    problems.extend(islice(unknown, max(0, MOST_TOLD - len(problems))))
    return Sequence([_entry(item, given, problems) for item in entries.items], entries.place)


def _entry(item: Node, given: Mapping, problems: list[Problem]) -> Node:
    name = entry_id(item)
    text = None if name is None else child(given, name)
    if text is None or name is None or not isinstance(item, Mapping):
        return item
    if isinstance(text, Text):
        text = Mapping({"text": text}, {"text": given.keys[name]}, text.place)
    if isinstance(text, Mapping):
        return merge_texts(item, text, problems)
    sentence = _("The text of {name} is a text or a mapping.").format(name=quote(name))
    problems.append(text.place.problem(sentence, "wrong_type"))
    return item


def _unknown_id(key: str, ids: list[str], entries: Sequence) -> str:
    where = f"{entries.place.file}:{entries.place.line}"
    sentence = _("No entry has the id {id} in the list at {place}.").format(
        id=quote(key), place=where
    )
    return near(sentence, key, ids)
