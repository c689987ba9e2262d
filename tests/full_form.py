"""The short form of tests that look at many cases, and the full one."""

import os
from typing import Final, TypeVar

T = TypeVar("T")

IS_FULL: Final = os.environ.get("DECISION_AID_FUZZ", "0") != "0"
"""Whether every case is looked at, as `DECISION_AID_FUZZ=1` asks for."""


def cases(*always: T, further: tuple[T, ...]) -> list[T]:
    """The cases of this run.

    Args:
        always: Those of the short form: one of each kind, and the extremes.
        further: What the full form looks at besides.
    """
    return [*always, *(further if IS_FULL else ())]
