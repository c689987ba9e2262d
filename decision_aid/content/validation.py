"""From a tree to a domain dataclass, or every problem with file, line and remedy."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, TypeVar

from decision_aid.base.errors import Problem, ProblemsError
from decision_aid.content.nodes import Node, plain, walk
from decision_aid.content.sentences import Violation, Wording, problem_of
from decision_aid.content.wording import told

if TYPE_CHECKING:
    from pydantic import TypeAdapter

ThingT = TypeVar("ThingT")


def validated(kind: type[ThingT], tree: Node, wording: Wording) -> ThingT:
    """The dataclass a tree describes.

    Args:
        kind: The dataclass: Pack or Session.
        tree: All of it.
        wording: How to speak of problems.

    Raises:
        ProblemsError: Everything that is wrong with it.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - 60 ms that a window need not wait for

    try:
        # mypy takes the hash of an instance for the hash of its class
        valid = adapter(kind)  # type: ignore[arg-type]
        thing: ThingT = valid.validate_python((plain(tree),))[0]
    except ValidationError as error:
        found = [
            Violation(one["type"], one["loc"][1:], one.get("ctx", {}))
            for one in error.errors(include_url=False, include_input=False)
        ]
        raise ProblemsError(_problems(kind, tree, found, wording)) from None
    return thing


@cache
def adapter(kind: Hashable) -> TypeAdapter[tuple[Any]]:
    """Validates the one-entry tuple of a dataclass; the tuple lets its rules reach the dataclass.

    Args:
        kind: Pack or Session.
    """
    from pydantic import ConfigDict, TypeAdapter  # noqa: PLC0415 - see `validated`

    shape: Any = GenericAlias(tuple, (kind,))
    return TypeAdapter(shape, config=ConfigDict(extra="forbid", allow_inf_nan=False))


def _problems(
    kind: type, tree: Node, found: list[Violation], wording: Wording
) -> tuple[Problem, ...]:
    # A union reports one error for each of its types, all at the same node: told as one.
    grouped: dict[tuple[str | int, ...], list[Violation]] = {}
    for one in found:
        grouped.setdefault(_known_part(tree, one), []).append(one)
    return told(problem_of(kind, tree, path, of, wording) for path, of in grouped.items())


def _known_part(tree: Node, found: Violation) -> tuple[str | int, ...]:
    if found.type in ("missing", "unexpected_keyword_argument"):
        return found.path
    there = sum(1 for _step in walk(tree, found.path))
    return found.path[:there]
