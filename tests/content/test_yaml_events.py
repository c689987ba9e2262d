"""Attacks on the reader of YAML, and what it reads."""

from time import process_time

import pytest
from decision_aid.base.errors import MachineError, ProblemsError
from decision_aid.content.nodes import plain
from decision_aid.content.yaml_events import read_yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.small_pack import outcome, problems_of, told_well

LAUGHS = "\n".join(
    ["l0: &l0 [ha, ha]"]
    + [f"l{n}: &l{n} [{', '.join(f'*l{n - 1}' for _ in range(9))}]" for n in range(1, 10)]
)
MERGES = "\n".join(
    ["m0: &m0 {a: 1}"]
    + [f"m{n}: &m{n} {{<<: [{', '.join(f'*m{n - 1}' for _ in range(9))}]}}" for n in range(1, 10)]
)

ATTACKS = {
    "alias bomb": (LAUGHS, 1, "Anchors"),
    "merge bomb": (MERGES, 1, "Anchors"),
    "alias alone": ("a: 1\nb: *a", 2, "Aliases"),
    "merge key alone": ("a: 1\n<<: {b: 2}", 2, "Merge keys"),
    "endless self": ("a: &a [*a]", 1, "Anchors"),
    "python tag": ("a: b\nc: !!python/object/apply:os.system [echo]", 2, "Tags"),
    "core tag": ("a: !!bool maybe", 1, "Tags"),
    "own tag": ("a: !secret x", 1, "Tags"),
    "bare tag": ("a: ! x", 1, "Tags"),
    "tag on a mapping": ("a: !!set {b}", 1, "Tags"),
    "duplicate key": ("name: SSRI\nother: x\nname: placebo", 3, "the first is on line 1"),
    "list as key": ("? [a, b]\n: c", 1, "A key is a text"),
    "mapping as key": ("? {a: b}\n: c", 1, "A key is a text"),
    "empty key": ("a: b\n? \n: c", 2, "A key is missing"),
    "two documents": ("a: b\n---\nc: d", 2, "second document"),
    "many brackets": ("[" * 100_000, 1, "32 deep"),
    "many braces": ("{a: " * 25_000, 1, "32 deep"),
    "many dashes": ("- " * 50_000, 1, "32 deep"),
    "many entries": ("- a\n" * 60_000, 50_000, "50000 entries"),
    "direction override": ("a: b\nc: ab\u202ecd", 2, "U+202E"),
    "direction isolate": ("a: ab\u2066cd", 1, "U+2066"),
    "raw NUL": ("a: b\x00", 1, "U+0000"),
    "raw control": ("a: b\nc: \x1b[31m", 2, "U+001B"),
    "line separator": ("a: b\u2028c: d", 1, "U+2028"),
    "NUL escape": ('a: b\nc: "x\\0y"', 2, "U+0000"),
    "override escape": ('a: "x\\u202ey"', 1, "U+202E"),
    "carriage return escape": ('a: "x\\ry"', 1, "U+000D"),
    "control in a key": ('"a\\ab": c', 1, "U+0007"),
    "surrogate escape": ('a: "x\\ud800y"', 1, "not YAML"),
    "second mark of byte order": ("\ufeff\ufeffa: b", 1, "U+FEFF"),
    "open quote": ('a: b\nc: "d', 2, "not YAML"),
    "tab for a space": ("a:\n\tb: c", 2, "not YAML"),
    "nothing": ("", 1, "empty"),
    "only a comment": ("# nothing", 1, "empty"),
}


@pytest.mark.parametrize(("text", "line", "words"), ATTACKS.values(), ids=ATTACKS)
def test_what_is_not_needed_is_refused_fast_with_its_line(text: str, line: int, words: str) -> None:
    began = process_time()
    found = problems_of(lambda: read_yaml(text.encode("utf-8"), "a.yaml"))
    assert process_time() - began < 1
    assert [(one.file, one.line) for one in found] == [("a.yaml", line)]
    assert words in found[0].text


@pytest.mark.parametrize("tail", [b"\xff", b"\xed\xa0\x80", b"\xc0\x80", b"\xf8\x88\x80\x80\x80"])
def test_bytes_that_are_not_utf_8_are_refused_with_their_line(tail: bytes) -> None:
    (found,) = problems_of(lambda: read_yaml(b"a: b\nc: " + tail, "a.yaml"))
    assert (found.line, "UTF-8" in found.text) == (2, True)


def test_utf_16_is_refused() -> None:
    assert "UTF-8" in problems_of(lambda: read_yaml("a: b".encode("utf-16"), "a"))[0].text


@pytest.mark.parametrize(
    "word", ["NO", "yes", "on", "1:30", "010", "1e3", ".nan", "2026-11-23", "0x10", "Null"]
)
def test_a_text_stays_the_text_it_is(word: str) -> None:
    assert plain(read_yaml(f"a: {word}".encode(), "a")) == {"a": word}


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_nothing_is_nothing_unless_it_is_quoted(nothing: str) -> None:
    content = f'- {nothing}\n- "{nothing}"'.encode()
    assert plain(read_yaml(content, "a")) == [None, nothing]


def test_a_block_of_text_ends_with_its_last_word() -> None:
    content = b"a: |\n  one\n  two\n\nb: >\n  three\n  four\n"
    assert plain(read_yaml(content, "a")) == {"a": "one\ntwo", "b": "three four"}


def test_a_mark_of_byte_order_and_windows_line_ends_are_taken() -> None:
    assert plain(read_yaml(b"\xef\xbb\xbfa: b\r\nc: d\r\n", "a")) == {"a": "b", "c": "d"}


def test_every_repeated_key_is_told() -> None:
    found = problems_of(lambda: read_yaml(b"a: 1\na: 2\nb: {c: 1, c: 2}\nb: 3", "f"))
    assert [one.line for one in found] == [2, 3, 4]


def test_depth_is_allowed_up_to_its_bound() -> None:
    read_yaml(b"[" * 32 + b"]" * 32, "a")
    with pytest.raises(ProblemsError):
        read_yaml(b"[" * 33 + b"]" * 33, "a")


def test_without_libyaml_nothing_is_read_and_a_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("yaml.__with_libyaml__", False)
    with pytest.raises(MachineError, match="libyaml"):
        read_yaml(b"a: b", "a")


@settings(deadline=None)
@given(st.text(alphabet="ab:-[]{},&*!?|>'\"%#\n \\\u202e\x00", max_size=60) | st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = outcome(lambda: read_yaml(text.encode("utf-8", "surrogatepass"), "a"))
    assert not isinstance(found, ProblemsError) or told_well(found)


@pytest.mark.parametrize("escape", ["\\u202e", "\\0", "\\r", "\\ufeff", "\\x85"])
def test_an_escape_may_stand_for_what_is_invisible_in_a_value_that_a_person_typed(
    escape: str,
) -> None:
    value, key = f'a: "{escape}"'.encode(), f'"{escape}": a'.encode()
    assert plain(read_yaml(value, "f", escapes=True)) == {
        "a": f"{escape}".encode().decode("unicode-escape")
    }
    for refused in (lambda: read_yaml(value, "f"), lambda: read_yaml(key, "f", escapes=True)):
        (found,) = problems_of(refused)
        assert found.code == "invisible_character"


def test_what_is_invisible_in_the_file_itself_is_refused_all_the_same() -> None:
    (found,) = problems_of(lambda: read_yaml('a: "\u202e"'.encode(), "f", escapes=True))
    assert found.code == "invisible_character"
