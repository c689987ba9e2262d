"""One number tells any change of any row, in whatever order the changes came."""

from dataclasses import replace
from random import Random

from decision_aid.store.api import SessionId
from decision_aid.store.keyed_sum import changed_sum, difference, sum_of
from decision_aid.store.session_rows import Row
from decision_aid.store.store_keys import Keys
from hypothesis import given
from hypothesis import strategies as st

KEYS = Keys(bytes(16), bytes(64))
SOME = st.binary(max_size=6)
ROWS = st.builds(
    Row,
    id=st.binary(min_size=16, max_size=16).map(SessionId),
    revision=st.integers(0, 2**63 - 1),
    key=SOME,
    listing=SOME,
    body=SOME,
)
MANY = st.lists(ROWS, max_size=6)


@given(MANY, st.randoms())
def test_the_sum_is_the_same_in_any_order(rows: list[Row], chance: Random) -> None:
    mixed = sorted(rows, key=lambda _: chance.random())
    total = 0
    for row in mixed:
        total = changed_sum(KEYS, total, None, row)
    assert (total, len(rows)) == sum_of(KEYS, rows)


@given(MANY, ROWS)
def test_what_comes_and_goes_leaves_the_sum_as_it_was(rows: list[Row], row: Row) -> None:
    total, _ = sum_of(KEYS, rows)
    assert changed_sum(KEYS, changed_sum(KEYS, total, None, row), row, None) == total


@given(MANY, ROWS)
def test_a_change_of_anything_in_a_row_changes_the_sum(rows: list[Row], row: Row) -> None:
    total, _ = sum_of(KEYS, [*rows, row])
    for other in (
        replace(row, id=SessionId(bytes([row.id[0] ^ 1]) + row.id[1:])),
        replace(row, revision=row.revision ^ 1),
        replace(row, key=row.key + b"x"),
        replace(row, listing=b"x" + row.listing),
        replace(row, body=row.body + b" "),
    ):
        altered, _ = sum_of(KEYS, [*rows, other])
        assert difference(total, altered) != 0


@given(ROWS)
def test_where_one_part_ends_and_the_next_begins_counts(row: Row) -> None:
    moved = replace(row, key=row.key + row.listing[:1], listing=row.listing[1:])
    assert (sum_of(KEYS, [row]) == sum_of(KEYS, [moved])) == (row == moved)


@given(MANY)
def test_another_key_makes_another_sum(rows: list[Row]) -> None:
    other = Keys(bytes(16), bytes(63) + b"\1")
    assert (sum_of(KEYS, rows)[0] == sum_of(other, rows)[0]) == (not rows)
