"""The hash of a pack: the same for the same content, another for any other."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from decision_aid.domain.own_concerns import with_own_criteria
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Concern, OwnPlace
from decision_aid.workspace.pack_hash import content_words, pack_hash

from tests.builders import a_pack

PRINT = """
from tests.builders import a_pack
from decision_aid.workspace.pack_hash import pack_hash
print(pack_hash(a_pack()))
"""


def changed(pack: Pack) -> list[Pack]:
    """The pack with one thing changed, here and there in it."""
    first, *others = pack.options
    rule, *rules = pack.rules
    told = pack.provenance
    return [
        replace(pack, version="9.9.9"),
        replace(pack, language="es"),
        replace(pack, options=(replace(first, name=f"{first.name}."), *others)),
        replace(pack, options=(*others, first)),
        replace(pack, rules=(replace(rule, why=f"{rule.why} "), *rules)),
        replace(pack, rules=tuple(rules)),
        replace(pack, provenance=replace(told, published=told.published + timedelta(days=1))),
        replace(pack, weighing=replace(pack.weighing, close_points=14.5)),
    ]


def test_the_hash_is_sixteen_digits_and_stands_behind_the_version() -> None:
    assert len(pack_hash(a_pack())) == 16
    assert int(pack_hash(a_pack()), 16)
    assert content_words(a_pack()) == f"small 1, hash {pack_hash(a_pack())}"


@pytest.mark.parametrize("seed", ["0", "1"])
def test_another_process_comes_to_the_same_hash(seed: str) -> None:
    words = [sys.executable, "-c", PRINT]
    elsewhere = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(words, check=True, capture_output=True, text=True, env=elsewhere)
    assert done.stdout.strip() == pack_hash(a_pack())


def test_any_change_of_the_content_changes_the_hash() -> None:
    packs = [a_pack(), *changed(a_pack())]
    assert len({pack_hash(one) for one in packs}) == len(packs)


def test_what_a_person_added_does_not_change_the_hash() -> None:
    own = Concern(id="own_1", text="my garden", places=(OwnPlace(option="pill", level="well"),))
    with_own = with_own_criteria(a_pack(), (own,))
    assert len(with_own.criteria) > len(a_pack().criteria)
    assert pack_hash(with_own) == pack_hash(a_pack())
