"""Every promise in SECURITY.md has a test, and every test it names is there."""

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    """A section of the file, up to the next one of its level."""
    level = title.split(" ", maxsplit=1)[0]
    after = SECURITY.split(f"\n{title}\n", 1)[1]
    return re.split(rf"\n{level} ", after, maxsplit=1)[0]


def promises() -> list[str]:
    """What is promised: the points of the section, each with the lines that belong to it."""
    return re.findall(r"^- .*(?:\n  .*)*", section("## What is promised"), re.MULTILINE)


@cache
def there_in(path: str) -> frozenset[str]:
    file = ROOT / path
    assert file.is_file(), f"{path} is named in SECURITY.md and is not there"
    return frozenset(re.findall(r"^def (test_\w+)\(", file.read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize(("path", "test"), sorted(set(NAMED.findall(SECURITY))))
def test_each_test_that_is_named_is_there(path: str, test: str) -> None:
    assert test in there_in(path), f"{path} has no {test}: mend SECURITY.md or write the test"


def test_each_promise_names_the_test_that_proves_it() -> None:
    assert len(promises()) > 40
    for one in promises():
        assert NAMED.search(one), f"no test proves: {one}"


def test_nothing_is_promised_under_what_is_not_promised() -> None:
    assert not NAMED.search(section("## What is not promised"))


def test_each_clause_of_the_map_has_a_test() -> None:
    rows = [one for one in section("## HIPAA, 45 CFR 164.312").splitlines() if one[:3] == "| ("]
    assert [re.sub(r"^\| (\([a-e]\)\S*).*", r"\1", one) for one in rows] == [
        "(a)(1)", "(a)(2)(i)", "(a)(2)(ii)", "(a)(2)(iii)", "(a)(2)(iv)",
        "(b)", "(c)(1),", "(d)", "(e)(1),",
    ]  # fmt: skip
    assert all(NAMED.search(one) for one in rows)


def test_no_address_or_person_is_made_up_for_reports() -> None:
    told = section("## Tell us of a weakness")
    assert "@" not in told
    assert "http" not in told
