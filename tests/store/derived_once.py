"""What a passphrase is derived to, remembered for as long as the tests run.

A derivation takes its time by design. It has no state: the same passphrase, salt and cost give the
same key, which `test_key_slots.py` finds out by deriving anew. So the first of each is real, and
whoever asks again is told what came of it. What must derive at each time asks for `derives_anew`.
"""

from collections.abc import Iterator
from functools import cache

import pytest
from decision_aid.store import key_cost, key_slots


@pytest.fixture(scope="session", autouse=True)
def derived_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_slots, "derived_key", cache(key_cost.derived_key))
        yield


@pytest.fixture
def derives_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """For this test nothing is remembered."""
    monkeypatch.setattr(key_slots, "derived_key", key_cost.derived_key)
