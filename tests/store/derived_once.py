"""What a passphrase is derived to: with little memory, and remembered for as long as the tests run.

A derivation takes its time by design, and what most tests look at is what is done with its key. So
they derive by the same function with a thousandth of the memory; `DECISION_AID_FUZZ=1` takes all
of it. It has no state: the same passphrase, salt and cost give the same key, and whoever asks again
is told what came of it. What is to derive at each time, at the cost it has for people, asks for
`derives_anew`.
"""

from collections.abc import Iterator
from functools import cache

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from decision_aid.store import key_cost, key_slots
from decision_aid.store.key_cost import Cost
from decision_aid.store.sealing import KEY_LENGTH

from tests.full_form import IS_FULL

SHARE = 1024
"""What part of the memory is enough for a key that guards nothing."""


def lightly_derived_key(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """A key that hangs on the secret, the salt and each part of the cost, made in no time."""
    made = Argon2id(
        salt=salt,
        length=KEY_LENGTH,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib // SHARE,
    )
    return made.derive(secret)


usual_key = cache(key_cost.derived_key if IS_FULL else lightly_derived_key)


@pytest.fixture(scope="session", autouse=True)
def derived_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_slots, "derived_key", usual_key)
        yield


@pytest.fixture
def derives_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """For this test nothing is remembered, and all of the memory is taken."""
    monkeypatch.setattr(key_slots, "derived_key", key_cost.derived_key)
