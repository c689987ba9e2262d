"""Each check on a pack that earns its finding, and on one that earns none."""

from pathlib import Path

import pytest
from decision_aid.content.checks.run import CHECKS, check_pack

from tests.builders import TODAY
from tests.content.checks.balance_cases import BALANCE
from tests.content.checks.cases import Case
from tests.content.checks.number_cases import EVIDENCE, NUMBERS, STANDINGS
from tests.content.checks.other_cases import (
    DATES,
    FILES,
    LABELS,
    RULES,
    SAFETY,
    SOUND_WAYS,
    SOURCES,
    STRUCTURE,
)
from tests.content.checks.prompt_cases import PROMPTS, SOUND
from tests.content.checks.reading_cases import READING
from tests.content.small_pack import SMALL, a_copy, edit

CASES = (
    *(*STRUCTURE, *FILES, *SOURCES, *NUMBERS, *EVIDENCE, *STANDINGS),
    *(*BALANCE, *READING, *LABELS, *RULES, *DATES, *SAFETY),
    *PROMPTS,
)


def name_of(case: Case) -> str:
    return case.code


def test_the_small_pack_earns_no_word() -> None:
    assert check_pack(SMALL, today=TODAY) == ()


def test_sound_prompts_earn_no_word(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    for name, old, new in SOUND:
        edit(folder, name, old, new)
    assert check_pack(folder, today=TODAY) == ()


def test_a_sound_washout_and_sound_ways_to_take_a_medicine_earn_no_word(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    for name, old, new in SOUND_WAYS:
        edit(folder, name, old, new)
    assert check_pack(folder, today=TODAY) == ()


def test_every_check_has_a_pack_that_earns_it() -> None:
    assert {check.code for check in CHECKS} == {case.code for case in CASES}


def test_no_two_checks_go_by_one_code() -> None:
    codes = [check.code for check in CHECKS]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("case", CASES, ids=name_of)
def test_a_pack_earns_its_finding_and_no_other(tmp_path: Path, case: Case) -> None:
    folder = case.written(tmp_path)
    found = check_pack(folder, today=TODAY)
    told = [(one.code, one.severity, one.problem.file, one.problem.line) for one in found]
    assert told == [case.told(folder)]
    assert case.words in found[0].problem.text
