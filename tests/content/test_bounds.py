"""Packs and sessions made to cost time: large within the bounds, wrong everywhere."""

from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from decision_aid.base.errors import ProblemsError
from decision_aid.content.packs import load_pack
from decision_aid.content.sessions import load_session
from decision_aid.content.wording import MOST_TOLD, near, quote

from tests.builders import a_pack
from tests.content.small_pack import a_copy, outcome


def _edits() -> Iterator[tuple[str, str, str, str]]:
    many = range(9000)
    names = [f"name_of_some_source_{n}" for n in range(12_000)]
    yield (
        "unknown ids",
        "text/en.yaml",
        "options:\n",
        "options:\n" + "".join(f"  {name}: x\n" for name in names),
    )
    yield (
        "unknown keys",
        "sources.yaml",
        "  year: 2020\n",
        "  year: 2020\n" + "".join(f"  {name}: x\n" for name in names),
    )
    yield "unknown sources", "rules.yaml", "  - book", "".join(f"  - {n}\n" for n in names)
    yield "one long unknown key", "sources.yaml", "  year:", f"  {'y' * 1000}: x\n  year:"
    yield "one long unknown id", "rules.yaml", "  - book", f"  - {'b' * 900_000}"
    yield "repeated keys", "pack.yaml", "id: small\n", "id: small\n" * 20_000
    yield (
        "many questions",
        "pack.yaml",
        "questions:\n",
        "questions:\n" + "".join(f"- {{id: q{n}, text: x, short: y}}\n" for n in range(5000)),
    )
    yield (
        "many options",
        "pack.yaml",
        "options:\n",
        "options:\n"
        + "".join(
            f"- {{id: o{n}, cells: [], name: x, short: y, summary: z}}\n" for n in range(3500)
        ),
    )
    yield (
        "many levels",
        "evidence.yaml",
        "  - id: bad\n",
        "  - id: bad\n" + "".join(f"  - {{id: l{n}, name: x}}\n" for n in many),
    )
    yield (
        "wrong years",
        "sources.yaml",
        "sources:\n",
        "sources:\n" + "".join(f"- {{id: s{n}, year: x}}\n" for n in many),
    )


EDITS = {name: edit for name, *edit in _edits()}


@pytest.mark.parametrize("name", EDITS)
def test_a_large_wrong_pack_is_refused_soon_with_as_many_problems_as_anyone_reads(
    tmp_path: Path, name: str
) -> None:
    file, old, new = EDITS[name]
    path = a_copy(tmp_path) / file
    before = path.read_text("utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), "utf-8")
    began = process_time()
    found = outcome(lambda: load_pack(path.parents[file.count("/")]))
    assert process_time() - began < 2
    if name != "many levels":
        assert isinstance(found, ProblemsError)
        assert len(found.problems) <= MOST_TOLD
        assert all(len(one.text) < 300 for one in found.problems)


def test_a_large_wrong_session_is_refused_soon(tmp_path: Path) -> None:
    path = tmp_path / "session.yaml"
    order = "".join(f"  - name_of_some_criterion_{n}\n" for n in range(20_000))
    path.write_text(f"pack: small\nseed: 1\nstarted_on: 2026-11-23\norder:\n{order}")
    began = process_time()
    found = outcome(lambda: load_session(path, a_pack()))
    assert process_time() - began < 2
    assert isinstance(found, ProblemsError)
    assert len(found.problems) <= MOST_TOLD


def test_a_quote_is_one_short_line() -> None:
    assert quote("a\n  b") == '"a b"'
    assert len(quote("x" * 10**6)) == 42


def test_the_nearest_name_is_offered_and_none_that_is_far() -> None:
    names = ["questions", "options"]
    assert near("No such list.", "optoins", names) == 'No such list. Did you mean "options"?'
    assert near("No such list.", "zzz", names) == "No such list."
