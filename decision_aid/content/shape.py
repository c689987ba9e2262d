"""What the domain's dataclasses say about a tree: which one is where, and what is text."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Any, Final, get_args, get_origin, get_type_hints

from decision_aid.base.errors import Problem
from decision_aid.base.language import _
from decision_aid.content.nodes import Mapping, Node, Sequence, TreePath
from decision_aid.content.wording import quote
from decision_aid.domain.plural_forms import PluralForms

_ONLY_TEXTS: Final[dict[str, tuple[str, ...]]] = {
    # A source is told as it was published; who paid for it is told in words of our own.
    "Source": ("funding",),
    "Instrument": (),
    "Item": (),
    "ExtraItem": (),
}
"""The only texts of the text file in some dataclasses."""

_STRUCTURE_FIELDS: Final = frozenset(
    (
        "brands",
        "card",
        "classes",
        "country",
        "criteria",
        "criterion",
        "figures",
        "headline_figures",
        "id",
        "level",
        "licence",
        "number",
        "only_with_class",
        "options",
        "press",
        "record",
        "scale",
        "sources",
        "studies",
        "study",
        "version",
    )
)
"""Fields that hold ids and the like; every other field of texts stands in the text file."""


@cache
def hints_of(kind: type) -> dict[str, Any]:
    """The type of every field of a dataclass; looked up once, because that takes long.

    Args:
        kind: The dataclass.
    """
    return get_type_hints(kind)


def is_text(owner: type, name: str) -> bool:
    """Whether a field holds text that stands in the text file of a language.

    Args:
        owner: The dataclass.
        name: One of its fields.
    """
    only = _ONLY_TEXTS.get(owner.__name__)
    if name in _STRUCTURE_FIELDS or (only is not None and name not in only):
        return False
    hint = hints_of(owner)[name]
    return hint in (str, tuple[str, ...]) or is_plural(hint)


def is_plural(hint: object) -> bool:
    """Whether a field of this type holds a text in the forms it has with numbers."""
    return hint in (PluralForms, PluralForms | None)


def structure_among_texts(kind: type, given: Mapping) -> Iterator[Problem]:
    """What a text file holds that is no text: a translation never changes a number or a rule.

    Args:
        kind: The dataclass that the texts are for.
        given: The texts.
    """
    for owner, key, holder in walk_texts(kind, given):
        if not is_text(owner, key) and _inner(owner, key, holder) is None:
            sentence = _("{key} is no text; it belongs with the structure.").format(key=quote(key))
            yield holder.keys[key].problem(sentence, "misplaced_key")


def walk_texts(kind: type, given: Mapping) -> Iterator[tuple[type, str, Mapping]]:
    """Every field of a dataclass that a text file names, and of those inside of it.

    Args:
        kind: The dataclass that the texts are for.
        given: The texts.

    Yields:
        The dataclass, its field, and the mapping in which the field's name is a key.
    """
    hints = hints_of(kind)
    for key in given.values:
        if key in hints:
            yield kind, key, given
            inner = None if is_text(kind, key) else _inner(kind, key, given)
            if inner is not None:
                for one in _mappings(given.values[key], entries=get_origin(hints[key]) is tuple):
                    yield from walk_texts(inner, one)


def _inner(owner: type, key: str, given: Mapping) -> type | None:
    """The dataclass of what stands under a key; None where no texts of one can stand there."""
    is_list = isinstance(given.values[key], Sequence)
    return None if is_list else _only_dataclass(hints_of(owner)[key])


def _mappings(node: Node, *, entries: bool) -> Iterator[Mapping]:
    """The mapping itself or, where it holds the entries of a list, those of its values."""
    if isinstance(node, Mapping):
        candidates = node.values.values() if entries else (node,)
        yield from (one for one in candidates if isinstance(one, Mapping))


def dataclass_at(kind: type, path: TreePath) -> type | None:
    """The dataclass that a path from another one leads to; None where it leads to none."""
    here: object = kind
    for step in path:
        here = _entry_type(here) if isinstance(step, int) else _field_type(here, step)
    return _only_dataclass(here)


def _field_type(owner: object, name: str) -> object:
    found = _only_dataclass(owner)
    return hints_of(found).get(name) if found else None


def _entry_type(hint: object) -> object:
    return next(iter(get_args(hint)), None)


def _only_dataclass(hint: object) -> type | None:
    for one in (hint, *get_args(hint)):
        if isinstance(one, type) and is_dataclass(one):
            return one
    return None
