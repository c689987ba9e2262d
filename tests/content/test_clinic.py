"""A clinic's own file: what is right, what is told, and what it has no way to say."""

import os
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from decision_aid.base.errors import InputError, ProblemsError
from decision_aid.base.resources import resources_dir
from decision_aid.content.clinic import LONGEST, MOST_ENTRIES, load_clinic
from decision_aid.content.packs import load_pack
from decision_aid.domain.clinic import Clinic, ClinicOption, ContentReview, Phone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, a_pack
from tests.content.small_pack import outcome, problems_of, told_well

WHOLE = """\
name: Example Clinic
as_of: 2026-11-01
paper: a4
lock_minutes: 10
options:
  - id: pill
    cost: 20 dollars a month
    wait: two weeks
    offered_by: our nurse
  - id: talk
    wait: >
      six
      weeks
phones:
  - text: Nurse line, weekdays
    number: 555-0100
reviews:
  - by: A. N. Example
    on: 2026-11-20
    version: 1
"""


def a_file(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "clinic.yaml"
    path.write_text(content, "utf-8")
    return path


def load(path: Path) -> Clinic:
    return load_clinic(path, a_pack(), today=TODAY)


def test_a_clinic_is_read_as_it_was_written_each_text_on_one_line(tmp_path: Path) -> None:
    assert load(a_file(tmp_path, WHOLE)) == Clinic(
        name="Example Clinic",
        as_of=date(2026, 11, 1),
        paper="a4",
        lock_minutes=10,
        options=(
            ClinicOption(
                id="pill", cost="20 dollars a month", wait="two weeks", offered_by="our nurse"
            ),
            ClinicOption(id="talk", wait="six weeks"),
        ),
        phones=(Phone(text="Nurse line, weekdays", number="555-0100"),),
        reviews=(ContentReview(by="A. N. Example", on=date(2026, 11, 20), version="1"),),
    )


def test_a_name_and_a_day_are_enough(tmp_path: Path) -> None:
    read = load(a_file(tmp_path, "name: Example Clinic\nas_of: 2026-11-01\n"))
    assert read == Clinic(name="Example Clinic", as_of=date(2026, 11, 1))


def test_the_example_is_a_clinic_of_the_shipped_pack_and_clearly_invented() -> None:
    pack = load_pack("depression")
    path = resources_dir() / "examples" / "clinic.yaml"
    clinic = load_clinic(path, pack, today=pack.provenance.published)
    assert "invented" in clinic.name
    assert all("invented" in one.by for one in clinic.reviews)
    assert all(one.number.startswith("555-01") for one in clinic.phones)


# what stands there, what is put there instead, words of the problem, words of its line
WRONG = {
    "unknown key": ("phones:", "fones:", 'Did you mean "phones"?', "fones"),
    "a lock that never comes": ("lock_minutes: 10", "lock_minutes: 0", "1 to 15", "lock_min"),
    "a lock too late": ("lock_minutes: 10", "lock_minutes: 16", "1 to 15 minutes", "lock_min"),
    "half a minute": ("lock_minutes: 10", "lock_minutes: 0.5", "a whole number", "lock_min"),
    "no lock": ("lock_minutes: 10", "lock_minutes: never", "a whole number", "lock_min"),
    "a figure": ("paper: a4", "figures: []", 'the key "figures"', "figures"),
    "a gate": ("paper: a4", "rules: []", 'the key "rules"', "rules"),
    "a source": ("paper: a4", "sources: []", 'the key "sources"', "sources"),
    "a figure of an option": ("cost: 20", "figures: 20", 'the key "figures"', "figures"),
    "no name": ("name: Example Clinic\n", "", '"name" is missing', "as_of"),
    "no day": ("as_of: 2026-11-01\n", "", '"as_of" is missing', "name"),
    "a day that is none": ("2026-11-01", "2026-13-01", "a date such as", "as_of"),
    "a day to come": ("2026-11-01", "2026-11-24", "has not come yet", "as_of"),
    "another paper": ("paper: a4", "paper: a3", '"letter" or "a4", not "a3"', "paper"),
    "a near option": ("id: pill", "id: pil", 'no option "pil". Did you mean "pill"?', "id: pil"),
    "an option twice": ("id: talk", "id: pill", "already", "id: pill"),
    "an option of which nothing is said": (
        "    wait: >\n      six\n      weeks\n",
        "",
        'Nothing is said of "talk"',
        "id: talk",
    ),
    "a blank text": ("two weeks", "'  '", "Nothing is written here", "wait"),
    "dots only": ("our nurse", "'...'", "Nothing is written here", "offered_by"),
    "characters without width": ("our nurse", "'\u200b\u200b'", "Nothing is written", "offered_by"),
    "nothing at all": ("two weeks", "", "should be a text", "wait"),
    "a name too long": ("Example Clinic", "n " * 41, "80 is the most", "name"),
    "a text too long": ("two weeks", "w " * 151, "300 is the most", "wait"),
    "a word too long": ("two weeks", "w" * 41, "longer than 40 characters", "wait"),
    "a number too long": ("555-0100", "555 " * 11, "40 is the most", "number"),
    "a number without a digit": ("555-0100", "call us", "no digit", "number"),
    "a review to come": ("2026-11-20", "2026-12-01", "has not come yet", "on: "),
    "a review before publication": ("2026-11-20", "2026-10-31", "was published on", "on: "),
    "a review of nobody": ("A. N. Example", "''", "Nothing is written here", "by: "),
    "a result": ("our nurse", "we help 95 of 100 people", '"95 of 100" reads', "offered_by"),
    "a share": ("our nurse", "we help 95 % of people", '"95 %" reads', "offered_by"),
    "a share in wide signs": ("our nurse", "we help 95\uff05 of people", "reads as", "offered_by"),
    "how people fare": ("two weeks", "nine out of ten get better", '"get better"', "wait"),
    "how often it works": ("two weeks", "our success rate is high", '"success rate"', "wait"),
    "praise beside a number": ("Nurse line", "Our proven line", '"proven" praises', "text"),
    "praise": ("our nurse", "our proven team", '"proven" praises', "offered_by"),
    "not YAML": ("two weeks", "'two weeks", "not YAML", ""),
    "a key twice": ("    wait: two", "    cost: two", "second time", "cost: two"),
    "an anchor": ("two weeks", "&a two", "Anchors", "wait"),
    "an alias": ("two weeks", "*a", "Aliases", "wait"),
    "a tag": ("two weeks", "!!python/name:os.system x", "Tags", "wait"),
    "a control character": ("two weeks", "two\x07weeks", "invisible character", "wait"),
    "a change of direction": ("two weeks", "two\u202eweeks", "invisible character", "wait"),
}


@pytest.mark.parametrize(("old", "new", "words", "line"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, words: str, line: str
) -> None:
    assert old in WHOLE
    path = a_file(tmp_path, WHOLE.replace(old, new, 1))
    found = problems_of(lambda: load(path))
    assert any(words in one.text for one in found), found
    lines = [*path.read_text("utf-8").splitlines(), ""]
    assert any(line in lines[one.line - 1] for one in found if words in one.text)
    assert all(one.file == str(path) for one in found)


@pytest.mark.parametrize("name", ["phones", "reviews"])
def test_more_entries_than_anyone_reads_are_refused(tmp_path: Path, name: str) -> None:
    entry = {
        "phones": "  - {text: Desk, number: 555-0101}\n",
        "reviews": "  - {by: N, on: 2026-11-20, version: 1}\n",
    }[name]
    most = f"name: C\nas_of: 2026-11-01\n{name}:\n" + entry * MOST_ENTRIES
    assert len(getattr(load(a_file(tmp_path, most)), name)) == MOST_ENTRIES
    (found,) = problems_of(lambda: load(a_file(tmp_path, most + entry)))
    assert "at most 20" in found.text


def test_what_a_plan_pays_may_be_a_percentage(tmp_path: Path) -> None:
    path = a_file(tmp_path, WHOLE.replace("20 dollars", "20% with most plans, 20 dollars"))
    assert load(path).options[0].cost.startswith("20% with most plans")


def test_a_review_of_another_version_may_be_older_than_this_one(tmp_path: Path) -> None:
    older = WHOLE.replace("on: 2026-11-20\n    version: 1", "on: 2025-01-01\n    version: 0.9")
    assert load(a_file(tmp_path, older)).review_of(a_pack()) is None


def test_every_text_of_a_clinic_has_a_greatest_length() -> None:
    assert set(LONGEST) | {"options.*.id"} == set(texts_of(Clinic))


def texts_of(kind: type, at: str = "") -> list[str]:
    found = []
    for name, hint in get_type_hints(kind).items():
        inner = next((one for one in get_args(hint) if is_dataclass(one)), None)
        if hint is str:
            found.append(f"{at}{name}")
        elif isinstance(inner, type):
            found += texts_of(inner, f"{at}{name}.*.")
    return found


def test_a_clinic_has_no_field_of_what_a_pack_knows() -> None:
    """All it can say of an option is words; nothing of it is a number, and nothing is an id."""
    said = {one.name: one.type for one in fields(ClinicOption)}
    assert said == {"id": str, "cost": str, "wait": str, "offered_by": str}
    assert {one.name for one in fields(Clinic)} == {
        *("name", "as_of", "options", "phones", "reviews", "paper", "lock_minutes"),
    }


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no clinic file"):
        load(tmp_path / "none.yaml")


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


REFUSED = {
    "far too large": lambda path: path.write_bytes(b"name: x\n" + b"#" * 2**21),
    "not UTF-8": lambda path: path.write_bytes(b"name: \xff\n"),
    "binary": lambda path: path.write_bytes(b"\x00\x01PK\x03"),
    "empty": lambda path: path.write_bytes(b""),
    "a list": lambda path: path.write_text("- a\n", "utf-8"),
    "far too deep": lambda path: path.write_text("name: " + "[" * 9000, "utf-8"),
    "bombs": lambda path: path.write_text("a: &a [x, x]\nb: [*a, *a]\n", "utf-8"),
    "a folder": Path.mkdir,
    "a pipe": a_pipe,
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_a_hostile_file_is_refused_with_a_sentence(tmp_path: Path, make: Any) -> None:
    path = tmp_path / "clinic.yaml"
    make(path)
    with pytest.raises(ProblemsError) as told:
        load(path)
    assert told_well(told.value)


@given(
    where=st.integers(0, len(WHOLE) - 1),
    new=st.sampled_from("-:[]{}&*!|>'\"%# \n\t\\0a~\u202e\x00") | st.characters(codec="utf-8"),
)
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_one_changed_character_gives_a_clinic_or_problems(
    tmp_path: Path, where: int, new: str
) -> None:
    path = a_file(tmp_path, WHOLE[:where] + new + WHOLE[where + 1 :])
    found = outcome(lambda: load(path))
    assert isinstance(found, Clinic | ProblemsError)
    assert isinstance(found, Clinic) or told_well(found)
