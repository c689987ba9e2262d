"""Finding one thing among several by its id."""

from collections.abc import Iterable
from typing import Protocol, TypeVar


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its id, unique among its kind in a pack."""


NamedT = TypeVar("NamedT", bound=Named)


def find(things: Iterable[NamedT], wanted: str) -> NamedT:
    """The thing with this id.

    Raises:
        KeyError: Nothing has it.
    """
    for thing in things:
        if thing.id == wanted:
            return thing
    raise KeyError(wanted)
