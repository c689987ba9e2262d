"""Our frozen dataclasses are and do what Python's own do."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest
from decision_aid.base import frozen
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter


@frozen.dataclass(frozen=True, kw_only=True)
class Ours:
    name: str
    count: int = 0
    parts: tuple[int, ...] = frozen.field(default_factory=tuple)

    def __post_init__(self) -> None:
        if self.count < 0:
            raise ValueError("a count is not negative")


@dataclasses.dataclass(frozen=True, kw_only=True)
class Pythons:
    name: str
    count: int = 0
    parts: tuple[int, ...] = dataclasses.field(default_factory=tuple)


@frozen.dataclass(frozen=True)
class InPlace:
    first: int
    second: int = 2


@frozen.dataclass(frozen=True)
class WithACache:
    said: int
    cache: int = frozen.field(default=0, compare=False)


@frozen.dataclass(frozen=True)
class Bare:
    pass


# Untyped here: what is tried below is what a checker would refuse.
make_ours: Any = Ours
make_pythons: Any = Pythons
make_in_place: Any = InPlace

VALUES = st.fixed_dictionaries(
    {"name": st.text()},
    optional={"count": st.integers(0, 9), "parts": st.lists(st.integers()).map(tuple)},
)


@given(VALUES, VALUES)
def test_two_are_equal_when_pythons_own_are(one: dict[str, Any], other: dict[str, Any]) -> None:
    ours, theirs = (
        (kind(**one) == kind(**other), hash(kind(**one)) == hash(kind(**other)))
        for kind in (make_ours, make_pythons)
    )
    assert ours == theirs
    assert dataclasses.asdict(make_ours(**one)) == dataclasses.asdict(make_pythons(**one))
    assert repr(make_ours(**one)) == repr(make_pythons(**one)).replace("Pythons", "Ours")


def test_nothing_of_it_can_be_set_or_deleted() -> None:
    one = make_ours(name="a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.name = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.name
    assert one.name == "a"


@pytest.mark.parametrize("given", [{}, {"name": "a", "more": 1}, {"more": 1}])
def test_fields_that_are_missing_or_not_known_are_refused(given: dict[str, str]) -> None:
    with pytest.raises(TypeError, match="not known"):
        make_ours(**given)


def test_fields_by_place_go_where_python_puts_them_and_kw_only_takes_none() -> None:
    assert (InPlace(1).first, InPlace(1, 3).second) == (1, 3)
    with pytest.raises(TypeError):
        make_in_place(1, 2, 3)
    with pytest.raises(TypeError):
        make_in_place(1, first=2)
    with pytest.raises(TypeError):
        make_ours("a")
    match InPlace(1, 3):
        case InPlace(first, second):
            assert (first, second) == (1, 3)


def test_its_own_check_is_made_each_time_also_by_replace() -> None:
    one = Ours(name="a", count=1)
    assert dataclasses.replace(one, count=2) == Ours(name="a", count=2)
    with pytest.raises(ValueError, match="negative"):
        dataclasses.replace(one, count=-1)


def test_copies_are_equal_and_another_kind_is_not() -> None:
    one = Ours(name="a", parts=(1,))
    assert copy.deepcopy(one) == one == pickle.loads(pickle.dumps(one))  # noqa: S301 - our own
    assert one != make_pythons(name="a", parts=(1,))
    assert Bare() == Bare()
    assert {Bare(): 1}[Bare()] == 1


def test_pydantic_reads_and_writes_it() -> None:
    adapter = TypeAdapter(Ours)
    assert adapter.validate_json('{"name": "a", "parts": [1, 2]}') == Ours(name="a", parts=(1, 2))
    assert adapter.dump_python(Ours(name="a")) == {"name": "a", "count": 0, "parts": ()}


def test_a_field_that_is_not_compared_makes_no_difference() -> None:
    assert WithACache(1, 2) == WithACache(1, 3) != WithACache(2, 2)
    assert hash(WithACache(1, 2)) == hash(WithACache(1, 3))


def test_only_frozen_classes_are_made() -> None:
    with pytest.raises(ValueError, match="frozen"):
        frozen.dataclass(frozen=False)(Bare)
