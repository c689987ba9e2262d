"""The recovery code: as it is printed, and as it is typed again."""

import re

import pytest
from decision_aid.store.recovery_codes import (
    code_bytes,
    new_recovery_code,
    printed_code,
    typing_error,
)
from hypothesis import given
from hypothesis import strategies as st

SECRETS = st.binary(min_size=20, max_size=20)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ZEROS = "0000 0000 0000 0000 0000 0000 0000 0000 "


def test_a_code_is_nine_groups_of_four_and_each_is_another() -> None:
    codes = {new_recovery_code() for _ in range(50)}
    assert len(codes) == 50
    assert all(re.fullmatch(rf"(?:[{SIGNS}]{{4}} ){{8}}[{SIGNS}]{{4}}", one) for one in codes)


@given(SECRETS)
def test_a_printed_code_is_read_again(secret: bytes) -> None:
    printed = printed_code(secret)
    assert code_bytes(printed) == secret
    assert typing_error(printed) is None


def test_a_code_of_this_format_is_read_for_ever() -> None:
    assert printed_code(bytes(20)) == ZEROS + "1RA4"
    assert printed_code(bytes(range(20))) == "000G 40R4 0M30 E209 185G R38E 1W81 24GK 5NYV"


@given(SECRETS, st.sampled_from(["-", "", " - ", "\n", "\u2013", "\u00a0", "\u200b", "\t"]))
def test_a_code_is_read_however_it_is_typed(secret: bytes, between: str) -> None:
    printed = printed_code(secret)
    assert code_bytes(f" {printed.lower().replace(' ', between)}\n") == secret
    assert code_bytes(printed.replace("0", "o").replace("1", "I")) == secret
    assert code_bytes(printed.replace("0", "O").replace("1", "l")) == secret
    wide = "".join(chr(ord(one) + 0xFEE0) if one != " " else one for one in printed)
    assert code_bytes(wide) == secret


@given(SECRETS, st.integers(0, 35), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_told_without_a_try(secret: bytes, at: int, sign: str) -> None:
    right = printed_code(secret).replace(" ", "")
    wrong = right[:at] + sign + right[at + 1 :]
    if wrong != right:
        assert code_bytes(wrong) is None
        assert "Compare each group" in (typing_error(wrong) or "")


@given(SECRETS, st.integers(0, 8), st.integers(0, 8))
def test_two_groups_in_each_others_place_are_told(secret: bytes, one: int, other: int) -> None:
    groups = printed_code(secret).split()
    groups[one], groups[other] = groups[other], groups[one]
    moved = " ".join(groups)
    if moved != printed_code(secret):
        assert "Compare each group" in (typing_error(moved) or "")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Here are 0"),
        ("ABCD EFGH", "Here are 8"),
        (ZEROS + "0000 0", "Here are 37"),
        (ZEROS + "000U", "never a U"),
        ("purple secretword lantern!", "letters and digits only"),
        (ZEROS + "\ud800", "letters and digits only"),
    ],
)
def test_what_is_no_code_is_told_in_a_sentence_without_what_was_typed(
    typed: str, words: str
) -> None:
    told = typing_error(typed) or ""
    assert words in told
    assert "secretword" not in told.casefold()
    assert code_bytes(typed) is None


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_told(typed: str) -> None:
    assert (code_bytes(typed) is None) == bool(typing_error(typed))
