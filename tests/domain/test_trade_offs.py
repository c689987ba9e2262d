from typing import Literal

import pytest
from decision_aid.domain.session import TradeOff
from decision_aid.domain.trade_offs import disagrees

from tests.builders import a_session


@pytest.mark.parametrize(
    ("help_", "driving", "preferred", "contradicts"),
    [
        (4, 3, "first", False),
        (4, 3, "second", True),
        (4, 3, "same", False),
        (4, 2, "same", True),
        (3, 3, "first", False),
        (3, 3, "second", False),
        (3, 3, "same", False),
        (1, 3, "first", True),
        (1, 3, "second", False),
        (1, 3, "same", True),
        (0, 1, "first", True),
        (0, 1, "same", False),
        ("not_sure", 4, "first", False),
        (1, "not_sure", "same", False),
        ("not_sure", "not_sure", "second", False),
        (None, 4, "first", False),
        (4, None, "second", False),
        (None, None, "same", False),
    ],
)
def test_an_answer_contradicts_ratings_that_say_otherwise(
    help_: int | str | None,
    driving: int | str | None,
    preferred: Literal["first", "second", "same"],
    contradicts: bool,  # noqa: FBT001 - a column of the table
) -> None:
    said = {"help": help_, "driving": driving}
    session = a_session(**{name: one for name, one in said.items() if one is not None})
    answer = TradeOff(first="help", second="driving", preferred=preferred)
    assert disagrees(session, answer) == contradicts
