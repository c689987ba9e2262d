"""The pack that ships is easy to read, and equally easy for every option."""

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import get_args, get_origin

import pytest
from decision_aid.content.checks.graded import graded, reading_report
from decision_aid.content.checks.patient_texts import NOT_GRADED, SHOWN, patient_texts
from decision_aid.content.checks.run import check_pack
from decision_aid.content.nodes import place_of
from decision_aid.content.pack_reading import ReadPack, read_pack
from decision_aid.content.reading import counted, sentences
from decision_aid.content.shape import hints_of, is_text
from decision_aid.domain.pack import Pack

from tests.builders import TODAY
from tests.content.small_pack import a_copy


@pytest.fixture(scope="module")
def read() -> ReadPack:
    return read_pack("depression")


def test_half_of_the_texts_read_at_grade_6_or_lower_and_none_above_8(read: ReadPack) -> None:
    grades = graded(read)
    assert len(grades.texts) > 300
    assert grades.median <= 6
    hard = [(one.text.name, one.grade) for one in (*grades.texts, *grades.screens) if one.grade > 8]
    assert hard == []


def test_the_names_make_little_of_the_grade(read: ReadPack) -> None:
    grades = graded(read)
    assert all(one.with_names - one.grade < 2.5 for one in grades.screens)


def test_the_names_are_few_and_each_stands_in_a_text(read: ReadPack) -> None:
    told = " ".join(one.text for one in patient_texts(read))
    assert len(read.pack.names) <= 30
    unused = [name for name in read.pack.names if not re.search(rf"\b{name}", told, re.IGNORECASE)]
    assert unused == []


def test_the_answers_of_every_option_read_alike(read: ReadPack) -> None:
    answers = [
        "\n".join(f"{cell.text}\n{cell.more}" for cell in option.cells)
        for option in read.pack.options
    ]
    grades = [counted(one, read.pack.names).grade for one in answers]
    assert max(grades) <= 6
    assert max(grades) - min(grades) <= 2


def test_cards_are_short(pack: Pack) -> None:
    for card in pack.cards:
        assert 2 <= len(card.paragraphs) <= 4, card.id
        assert max(len(sentences(one)) for one in card.paragraphs) <= 4, card.id


def test_the_report_names_the_hardest_text_and_where_it_stands(read: ReadPack) -> None:
    report, grades = reading_report(read), graded(read)
    assert (report["texts"], report["median"]) == (len(grades.texts), grades.median)
    hardest = max(grades.texts, key=lambda one: one.grade)
    assert isinstance(told := report["hardest"], dict)
    assert told["grade"] == hardest.grade
    assert told["file"] == "depression/text/en.yaml"
    assert told["line"] == place_of(read.tree, hardest.text.path).line
    assert isinstance(screens := report["screens"], dict)
    assert set(screens) == {screen for screen, _, _ in SHOWN}


def text_fields(kind: type) -> Iterator[str]:
    """Every field of text in a dataclass and those within it, as a pattern."""
    for name, hint in hints_of(kind).items():
        if is_text(kind, name):
            yield name
            continue
        for one in (hint, *get_args(hint)):
            if is_dataclass(one) and isinstance(one, type):
                between = ".*." if get_origin(hint) is tuple else "."
                yield from (f"{name}{between}{inner}" for inner in text_fields(one))


def test_every_text_of_a_pack_is_graded_or_left_out_for_a_reason() -> None:
    graded = {f"{owner}.{field}".lstrip(".") for _, owner, fields in SHOWN for field in fields}
    assert not graded & set(NOT_GRADED)
    assert graded | set(NOT_GRADED) == set(text_fields(Pack))


def test_a_pack_in_another_language_is_not_graded_by_the_rules_of_english(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    words = (folder / "text/en.yaml").read_text("utf-8").replace("language: en", "language: es")
    hard = words.replace("pill summary", "medicamento antidepresivo " * 5)
    (folder / "text/es.yaml").write_text(hard, "utf-8")
    assert graded(read_pack(folder, "es")).texts == ()
    assert check_pack(folder, today=TODAY) == ()
