"""Options told of alike, and what is no imbalance though it looks like one."""

from pathlib import Path

import pytest
from decision_aid.content.checks.run import check_pack
from decision_aid.content.reading import word_count

from tests.builders import TODAY
from tests.content.checks.balance_cases import PILL_ROWS, TWO_BENEFITS
from tests.content.checks.cases import EN, Edit
from tests.content.small_pack import a_copy, edit


def told_of(tmp_path: Path, *edits: Edit) -> list[str]:
    folder = a_copy(tmp_path)
    for name, old, new in edits:
        edit(folder, name, old, new)
    return [one.code for one in check_pack(folder, today=TODAY)]


def of_words(count: int) -> str:
    """A text of so many short words, in sentences of five at most."""
    words = ["It" if place % 5 == 0 else "is" for place in range(count)]
    ends = ["." if place % 5 == 4 or place == count - 1 else "" for place in range(count)]
    return " ".join(word + end for word, end in zip(words, ends, strict=True))


@pytest.mark.parametrize(
    ("longest", "shortest", "is_uneven"),
    [(7, 4, False), (12, 3, False), (13, 3, True), (15, 10, False), (16, 10, True), (0, 0, False)],
)
@pytest.mark.parametrize("field", ["text", "more"])
def test_answers_may_differ_by_a_line_or_by_half_of_the_shortest(
    tmp_path: Path, field: str, longest: int, shortest: int, *, is_uneven: bool
) -> None:
    def cell(count: int) -> str:
        fields = {"text": "Soon enough.", "more": ""} | {field: of_words(count)}
        return f"soon: {{text: '{fields['text'] or 'Soon.'}', more: '{fields['more']}'}}"

    assert word_count(of_words(longest)) == longest
    others = [(EN, f"soon: How soon {one} is", cell(shortest)) for one in ("stay", "talk")]
    found = told_of(tmp_path, (EN, "soon: How soon pill is", cell(longest)), *others)
    assert ("uneven_length" in found) == is_uneven


TALK = "- id: talk\n  headline_figures:\n  - better\n  cells:\n"
NO_GOOD: Edit = (
    "pack.yaml",
    f"{TALK}  - id: what\n",
    f"{TALK}  - {{id: what, no_good_numbers: true}}\n",
)


def test_an_option_without_numbers_may_say_so_instead(tmp_path: Path) -> None:
    assert "uneven_numbers" in told_of(tmp_path / "1", PILL_ROWS, TWO_BENEFITS)
    assert "uneven_numbers" not in told_of(tmp_path / "2", PILL_ROWS, TWO_BENEFITS, NO_GOOD)
    note: Edit = (EN, "summary: talk summary", "summary: talk summary\n    no_numbers: None yet.")
    assert "uneven_numbers" not in told_of(tmp_path / "3", PILL_ROWS, TWO_BENEFITS, note)


def test_one_row_with_numbers_more_is_no_imbalance(tmp_path: Path) -> None:
    one_row: Edit = (
        PILL_ROWS[0],
        PILL_ROWS[1],
        PILL_ROWS[2].replace("soon, figures", "soon, sources"),
    )
    assert "uneven_numbers" not in told_of(tmp_path, TWO_BENEFITS, one_row)


LOADED = (
    *("Unfortunately it stays.", "A natural cure", "It works, of course.", "a proven way"),
    *("It is just a pill.", "only 3 of 100 felt sick", "only mild effects", "the only hope"),
    *("You simply stop.", "a powerful drug", "it cured her", "risk-free", "Sadly not."),
)
PLAIN = (
    *("Ask about the natural course.", "only after a prescriber agrees", "It does not cure it."),
    *("just before a visit", "Only a prescriber can say.", "It is given only at a clinic."),
    *("Some pairs are dangerous.", "an effect that is unnaturally strong", "Easy to stop?"),
)


def in_a_text(tmp_path: Path, text: str) -> list[str]:
    return told_of(tmp_path, (EN, "natural_course: It may stay.", f"natural_course: '{text}'"))


@pytest.mark.parametrize("text", LOADED)
def test_a_word_that_praises_frightens_or_belittles_is_told_of(tmp_path: Path, text: str) -> None:
    assert "loaded_word" in in_a_text(tmp_path, text)


@pytest.mark.parametrize("text", PLAIN)
def test_a_word_that_only_tells_is_left_alone(tmp_path: Path, text: str) -> None:
    assert in_a_text(tmp_path, text) == []


def test_names_may_differ_by_three_words(tmp_path: Path) -> None:
    assert told_of(tmp_path, (EN, "name: Talk", "name: Talk with a provider")) == []
