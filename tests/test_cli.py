"""The command line as a person uses it: words in, sentences and exit codes out."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from decision_aid.cli import main
from decision_aid.content.packs import load_pack
from decision_aid.content.sessions import load_session
from decision_aid.domain.safety import findings
from decision_aid.report import given_password
from decision_aid.workspace.pack_hash import content_words

from tests.content.small_pack import a_copy, edit
from tests.full_form import cases

ROOT = Path(__file__).resolve().parents[1]
CLINIC = ROOT / "resources" / "examples" / "clinic.yaml"
EXAMPLES = sorted({*CLINIC.parent.glob("*.yaml")} - {CLINIC})
SMALL = ROOT / "tests" / "content" / "packs" / "small"
MAOI = ROOT / "resources" / "examples" / "on-an-maoi.yaml"
KETAMINE = {"ketamine_with_antidepressant", "ketamine_alone"}
CLEARED = """\
clearances:
  - rule: {rule}
    role: prescriber
    initials: QZ
    reason: Blood pressure watched in hospital
    on: 2026-11-23
    covers: [{covers}]
"""


def run(*words: str | Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out, said.err


def pdf_text(path: Path) -> str:
    """The PDF's words, one space between them."""
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def cleared(example: Path, into: Path) -> Path:
    """The example with every gate that is shut cleared by a prescriber."""
    pack = load_pack("depression")
    session = load_session(example, pack)
    shut = [finding for finding in findings(pack, session) if finding.shuts]
    entries = [
        CLEARED.format(rule=one.rule.id, covers=", ".join(one.because)).splitlines(keepends=True)
        for one in shut
    ]
    text = example.read_text(encoding="utf-8") + entries[0][0]
    into.write_text(text + "".join("".join(entry[1:]) for entry in entries), encoding="utf-8")
    return into


def test_there_are_five_examples() -> None:
    assert len(EXAMPLES) == 5


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_weighing_an_example_twice_gives_the_same_bytes(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = run("weigh", example, "--json", capsys=capsys)
    second = run("weigh", example, "--json", capsys=capsys)
    assert first == second
    assert first[0] == 0
    told = json.loads(first[1])
    assert {
        "pack", "seed", "draws", "options", "gated", "ruled_out", "left_out", "close_call",
        "close_reasons", "tipping",
    } <= set(told)  # fmt: skip
    for option in told["options"]:
        assert {
            "id", "place", "score", "interval", "contributions", "first_share", "first_in_ten",
            "rank_shares", "wins_over", "central_weights", "band",
        } == set(option)  # fmt: skip


def test_draws_and_seed_can_be_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run("weigh", EXAMPLES[0], "--json", "--draws", "50", "--seed", "3", capsys=capsys)
    told = json.loads(out)
    assert (told["draws"], told["seed"]) == (50, 3)


@pytest.mark.parametrize(
    "example", cases(*EXAMPLES[:2], further=tuple(EXAMPLES[2:])), ids=lambda path: path.stem
)
def test_the_pdf_of_an_example_is_sound_and_says_the_same_as_the_text(
    example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "x.pdf"
    paper = "a4" if EXAMPLES.index(example) % 2 else "letter"
    assert run("summary", example, "-o", out, "--paper", paper, capsys=capsys)[0] == 0
    subprocess.run(["qpdf", "--check", out], check=True, capture_output=True)
    text = pdf_text(out)
    assert "988" in text
    assert "No clinician has reviewed" in text
    code, plain, _ = run("summary", example, "--text", capsys=capsys)
    assert code == 0
    assert "988" in plain


def test_with_an_maoi_the_ketamine_options_wait_for_a_prescriber(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(run("weigh", MAOI, "--json", capsys=capsys)[1])
    assert {one["id"] for one in told["gated"]} == KETAMINE
    assert KETAMINE.isdisjoint(one["id"] for one in told["options"])
    out = tmp_path / "x.pdf"
    run("summary", MAOI, "-o", out, capsys=capsys)
    assert "MAOI" in pdf_text(out)
    assert "Not weighed" in pdf_text(out)


def test_the_hand_over_is_printed_for_a_counselor_and_for_who_asks(
    capsys: pytest.CaptureFixture[str],
) -> None:
    counselor = MAOI.parent / "with-a-counselor.yaml"
    title = "HAND-OVER TO THE PRESCRIBER"
    said = run("summary", counselor, "--text", capsys=capsys)[1]
    assert said.startswith("2 checks wait for a prescriber.")
    assert title in said
    assert title not in run("summary", MAOI, "--text", capsys=capsys)[1]
    assert title in run("summary", MAOI, "--text", "--handover", capsys=capsys)[1]


def test_a_cleared_gate_brings_the_options_back_and_prints_the_clearance(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = cleared(MAOI, tmp_path / "cleared.yaml")
    told = json.loads(run("weigh", session, "--json", capsys=capsys)[1])
    assert not told["gated"]
    assert {one["id"] for one in told["options"]} >= KETAMINE
    out = tmp_path / "x.pdf"
    run("summary", session, "-o", out, capsys=capsys)
    assert "QZ" in pdf_text(out)
    assert "Blood pressure watched in hospital" in pdf_text(out)


def test_the_shipped_pack_passes_its_own_check(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run("check", capsys=capsys)
    assert code == 0
    assert out.splitlines()[-1].startswith("depression: 0 errors")
    assert out.startswith("Reading: the median of ")
    assert f"Content (en): {content_words(load_pack('depression'))}." in out.splitlines()


def a_fresh_copy(tmp_path: Path, review: date) -> Path:
    """The small pack as if it had been written lately, whatever day it is."""
    folder = a_copy(tmp_path)
    today = date.today()  # noqa: DTZ011 - the day the command line goes by
    edit(folder, "pack.yaml", "next_review: 2027-05-01", f"next_review: {review}")
    edit(folder, "pack.yaml", "published: 2026-11-01", "published: 2020-01-01")
    edit(folder, "pack.yaml", "checked_on: 2026-11-23", f"checked_on: {today}")
    return folder


def test_what_a_check_finds_is_told_with_its_place_and_errors_alone_fail(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011 - as above
    folder = a_fresh_copy(tmp_path, yesterday)
    overdue = f"{folder}/pack.yaml:5: warning review_overdue: "
    code, out, said = run("check", folder, capsys=capsys)
    assert (code, said.count("\n")) == (0, 1)
    assert said.startswith(overdue)
    assert out.splitlines()[-1] == f"{folder}: 0 errors, 1 warning"
    edit(folder, "text/en.yaml", "It may stay.", "It may stay. It helps 5 %.")
    code, out, said = run("check", folder, capsys=capsys)
    assert (code, said.count("\n")) == (1, 2)
    assert overdue in said
    assert "error relative_effect: " in said
    assert out.splitlines()[-1] == f"{folder}: 1 error, 1 warning"


@pytest.mark.parametrize("broken", [False, True])
def test_a_check_as_json_is_one_object_and_the_same_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, broken: bool
) -> None:
    folder = a_fresh_copy(tmp_path, date.max)
    edit(folder, "sources.yaml", "year: 2020", "year: soon" if broken else "year: 1066")
    code, out, said = run("check", folder, "--json", capsys=capsys)
    assert (code, said) == (1, "")
    assert run("check", folder, "--json", capsys=capsys)[1] == out
    told = json.loads(out)
    assert (told["errors"], told["warnings"]) == (1, 0)
    assert (told["pack"], told["version"]) == ((None, None) if broken else ("small", "1"))
    assert (told["reading"] is None) == (told["hash"] is None) == broken
    (found,) = told["findings"]
    assert set(found) == {"code", "severity", "file", "line", "text"}
    assert (found["code"], found["line"]) == ("wrong_type" if broken else "odd_year", 4)


def test_no_such_pack_to_check_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, said = run("check", "nothing here", "--json", capsys=capsys)
    assert (code, out) == (1, "")
    assert said.startswith("There is no pack of this name")


@pytest.mark.parametrize("what", ["pack", "session", "clinic"])
def test_the_schema_is_json_schema(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run("schema", what, capsys=capsys)
    assert code == 0
    assert json.loads(out)["$schema"].startswith("https://json-schema.org/")


A_CLINIC = """\
name: Example Clinic
as_of: 2020-01-01
paper: a4
options:
  - id: ketamine_with_antidepressant
    cost: 20 dollars
phones:
  - {text: Nurse line, number: 555-0100}
"""


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    path = tmp_path / "clinic.yaml"
    path.write_text(A_CLINIC, encoding="utf-8")
    return path


def test_a_summary_with_a_clinic_has_its_words_and_its_paper(
    clinic: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, _ = run("summary", MAOI, "--text", "--clinic", clinic, capsys=capsys)
    assert code == 0
    assert "To call the clinic: 555-0100" in said
    for paper, size in (((), "A4"), (("--paper", "letter"), "letter")):
        out = tmp_path / "x.pdf"
        assert run("summary", MAOI, "-o", out, "--clinic", clinic, *paper, capsys=capsys)[0] == 0
        told = subprocess.run(["pdfinfo", out], capture_output=True, check=True)
        assert f"({size})" in told.stdout.decode()


def test_without_its_name_no_clinic_file_is_read(
    clinic: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = run("summary", MAOI, "--text", capsys=capsys)
    own = clinic.parent / "decision-aid" / "clinic.yaml"
    own.parent.mkdir()
    clinic.rename(own)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(clinic.parent))
    assert run("summary", MAOI, "--text", capsys=capsys) == before
    code, said, _ = run("clinic", capsys=capsys)
    assert code == 0
    assert said.startswith(f"{own}: nothing is wrong. Example Clinic, as of Jan 1, 2020")


def test_every_problem_of_a_clinic_file_is_told(
    clinic: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clinic.write_text(f"{A_CLINIC}lock: 5\nsources: []\n", encoding="utf-8")
    for words in (("clinic", clinic), ("summary", MAOI, "--text", "--clinic", clinic)):
        code, said, error = run(*words, capsys=capsys)
        assert (code, said) == (1, "")
        assert [line.split(": ")[0] for line in error.splitlines()] == [
            f"{clinic}:9",
            f"{clinic}:10",
        ]


def test_a_clinic_file_that_is_not_there_is_said_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    code, _, error = run("clinic", capsys=capsys)
    assert code == 1
    assert str(tmp_path / "decision-aid" / "clinic.yaml") in error


WRONG = {
    "nothing there": None,
    "not YAML": "pack: [",
    "no pack": "seed: 3",
    "a pack nobody has": "pack: nonsense\nseed: 3\nstarted_on: 2026-01-01",
    "a criterion nobody has": (
        "pack: depression\nseed: 3\nstarted_on: 2026-01-01\n"
        "ratings:\n  - {criterion: wealth, importance: 3}"
    ),
    "an importance off the scale": (
        "pack: depression\nseed: 3\nstarted_on: 2026-01-01\n"
        "ratings:\n  - {criterion: onset, importance: 9}"
    ),
    "a python tag": "pack: !!python/object:os.system x",
    "bytes that are no text": "\udcff",
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_session_gives_sentences_and_exit_code_1(
    wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "session.yaml"
    if (text := WRONG[wrong]) is not None:
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
    out = tmp_path / "x.pdf"
    out.write_bytes(b"what was there")
    code, said, error = run("summary", path, "-o", out, capsys=capsys)
    assert code == 1
    assert said == ""
    assert error.strip()
    assert "Traceback" not in error
    assert "inside the program" not in error
    assert out.read_bytes() == b"what was there"


def test_words_the_command_line_does_not_know_are_wrong_input() -> None:
    with pytest.raises(SystemExit) as left:
        main(["summary"])
    assert left.value.code == 1


def test_a_folder_that_is_not_there_is_said_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, error = run("summary", EXAMPLES[0], "-o", tmp_path / "no" / "x.pdf", capsys=capsys)
    assert code == 1
    assert "Traceback" not in error
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":6543"}, {"QT_QPA_PLATFORM": "xcb"}])
def test_without_a_display_one_sentence_and_exit_code_2(display: dict[str, str]) -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "decision_aid"],
        env={**bare, **display},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("The window cannot open because there is no display")
    assert done.stderr.count("\n") == 1


def test_a_missing_qt_library_is_said_and_exit_code_2(tmp_path: Path) -> None:
    """A PySide6 that fails to import the way it does when a system library is missing."""
    broken = tmp_path / "PySide6"
    broken.mkdir()
    sentence = "libEGL.so.1: cannot open shared object file: No such file or directory"
    (broken / "__init__.py").write_text(f"raise ImportError({sentence!r})", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "decision_aid"],
        env={**os.environ, "PYTHONPATH": f"{tmp_path}:{ROOT}", "QT_QPA_PLATFORM": "offscreen"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("The window cannot open because a system library Qt needs")
    assert "apt-get install" in done.stderr


@pytest.mark.parametrize(
    ("words", "into"),
    cases(
        (["check"], "/dev/full"),
        (["schema", "session"], None),
        further=(
            (["summary", MAOI, "--text"], "/dev/full"),
            (["schema", "session"], "/dev/full"),
        ),
    ),
)
def test_output_that_cannot_be_written_is_said_and_exit_code_2(
    words: list[str | Path], into: str | None
) -> None:
    command = f'exec "$@" {"> " + into if into else ">&-"}'
    done = subprocess.run(
        ["sh", "-c", command, "sh", sys.executable, "-m", "decision_aid", *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    # What `check` finds stands above it.
    assert done.stderr.splitlines()[-1].startswith("The output could not be written")
    assert "Traceback" not in done.stderr


def test_text_is_printed_as_utf_8_whatever_the_machine_prefers() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "decision_aid", "summary", MAOI, "--text"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert "“" in done.stdout.decode("utf-8")


def test_the_shipped_pack_measures_up_as_far_as_software_can(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run("ipdas", "--json", capsys=capsys)
    told = json.loads(out)
    assert code == 0
    met = {group: (one["met"], one["of"]) for group, one in told["counts"].items()}
    assert met["qualifying"] == (6, 6)
    assert met["certifying"] == (6, 6)
    assert met["quality"][0] >= 14
    assert met["quality"][1] == 23
    verdicts = {one["id"]: one["verdict"] for one in told["items"]}
    people = ("Q12", "Q13", "Q14", "Q15", "Q16", "Q17", "Q22", "Q23")
    assert {verdicts[one] for one in people} == {"not_met"}
    assert verdicts["Q06"] == "partly", "the studies looked at different times"


def test_the_table_of_items_ends_with_the_counts_and_who_assessed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, _ = run("ipdas", SMALL, capsys=capsys)
    assert code == 0, "what is not met is no error"
    assert "Not met" in out
    table, foot = out.split("\nQualifying: ")
    assert "Q23" in table
    assert "Self-assessed against IPDASi v4.0; no one has certified it." in foot
    assert max(map(len, out.splitlines())) <= 100


def test_a_pack_without_a_date_of_publication_is_not_judged_but_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SMALL, tmp_path / "pack")
    file = tmp_path / "pack" / "pack.yaml"
    text = file.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.strip().startswith("published:")]
    file.write_text("\n".join(lines), encoding="utf-8")
    code, out, error = run("ipdas", tmp_path / "pack", capsys=capsys)
    assert (code, out) == (1, "")
    assert "published" in error
    assert "Traceback" not in error


def test_how_the_aid_measures_up_is_printed_on_request_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    usual, asked = tmp_path / "usual.pdf", tmp_path / "asked.pdf"
    run("summary", MAOI, "-o", usual, capsys=capsys)
    assert run("summary", MAOI, "--ipdas", "-o", asked, capsys=capsys)[0] == 0
    subprocess.run(["qpdf", "--check", asked], check=True, capture_output=True)
    assert "How this aid measures up" not in pdf_text(usual)
    assert "How this aid measures up" in pdf_text(asked)
    _, plain, _ = run("summary", MAOI, "--text", "--ipdas", capsys=capsys)
    assert "HOW THIS AID MEASURES UP" in plain


def test_the_options_side_by_side_are_printed_on_request_only(
    capsys: pytest.CaptureFixture[str],
) -> None:
    title = "THE OPTIONS, SIDE BY SIDE"
    assert title not in run("summary", MAOI, "--text", capsys=capsys)[1]
    code, plain, _ = run("summary", MAOI, "--text", "--options", capsys=capsys)
    assert code == 0
    assert title in plain
    assert "HOW THIS AID MEASURES UP" not in plain


def test_the_sums_are_printed_on_request_only(capsys: pytest.CaptureFixture[str]) -> None:
    first_line = "How the line-up was worked out. Nobody needs this to decide."
    assert first_line not in run("summary", MAOI, "--text", capsys=capsys)[1]
    code, plain, _ = run("summary", MAOI, "--text", "--sums", capsys=capsys)
    assert code == 0
    assert plain.index("RECORD FOR THE PROVIDER") < plain.index(first_line)
    assert "Score: the sum of the products" in plain


def test_the_note_is_printed_instead_of_the_pages(capsys: pytest.CaptureFixture[str]) -> None:
    code, told, said = run("summary", MAOI, "--note", capsys=capsys)
    assert (code, said) == (0, "")
    assert told.startswith("Shared decision, visit 1, Nov 23, 2026.")
    assert "You take an MAOI" in told
    assert len(told) + told.count("\n") < 2_000
    assert max(map(len, told.splitlines())) <= 76


def test_large_print_takes_more_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts = []
    out = tmp_path / "x.pdf"
    for words in ((), ("--large",)):
        assert run("summary", MAOI, "-o", out, *words, capsys=capsys)[0] == 0
        told = subprocess.run(["pdfinfo", out], capture_output=True, check=True).stdout.decode()
        counts.append(int(told.split("Pages:")[1].split()[0]))
    assert counts[1] > counts[0] * 1.3


@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["plain", "with a mark"])
@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\nmore lines\n"])
def test_a_password_comes_from_the_first_line_of_a_file(
    start: str, end: str, tmp_path: Path
) -> None:
    file = tmp_path / "password"
    file.write_bytes(f"{start} Korn blüme 7{end}".encode())
    assert given_password.from_file(file) == " Korn blüme 7"


def test_a_pdf_with_a_password_asks_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, file = tmp_path / "x.pdf", tmp_path / "password"
    file.write_text("Korn blume 7\n", encoding="utf-8")
    words = ("summary", MAOI, "-o", out, "--password-file", file)
    assert run(*words, capsys=capsys) == (0, "", "")
    closed = subprocess.run(["pdfinfo", out], capture_output=True, check=False)
    assert closed.returncode != 0
    opened: list[str | Path] = ["pdfinfo", "-upw", "Korn blume 7", out]
    told = subprocess.run(opened, capture_output=True, check=True).stdout
    assert b"AES-256" in told


WRONG_PASSWORDS = {
    "none": b"",
    "an empty line": b"\nmore",
    "not text": b"\xff\xfe\x00",
    "too long": b"zq" * 64,
    "accents count": "ü".encode() * 64,
    "a tab": b"zq\tzq",
    "read in two ways": "zq\ufb01".encode(),
    "very long": b"zq" * 5_000,
}


@pytest.mark.parametrize("wrong", WRONG_PASSWORDS)
def test_a_password_that_cannot_be_used_is_refused_without_a_letter_of_it(
    wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, file = tmp_path / "x.pdf", tmp_path / "password"
    file.write_bytes(WRONG_PASSWORDS[wrong])
    out.write_bytes(b"old")
    words = ("summary", MAOI, "-o", out, "--password-file", file)
    code, told, said = run(*words, capsys=capsys)
    assert (code, told) == (1, "")
    assert "nothing was written" in said
    assert "zq" not in said
    assert "ü" not in said
    assert out.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["", "missing"])
def test_a_password_file_that_cannot_be_read_is_said(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("summary", MAOI, "-o", tmp_path / "x.pdf", "--password-file", tmp_path / name)
    code, _, said = run(*words, capsys=capsys)
    assert code == 1
    assert said.startswith("The file with the password could not be read")
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("what", ["--text", "--note"])
@pytest.mark.parametrize("secret", [("--password",), ("--password-file", "x")])
def test_a_password_without_a_pdf_is_refused_before_anything_is_printed(
    what: str, secret: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    code, told, said = run("summary", MAOI, what, *secret, capsys=capsys)
    assert (code, told) == (1, "")
    assert said.startswith("A password protects a PDF only")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals of this kind")
@pytest.mark.parametrize(
    ("typed", "code"),
    [(("Korn blume 7", "Korn blume 7"), 0), (("Korn blume 7", "another"), 1), (("", ""), 1)],
)
def test_a_password_is_asked_for_twice_and_not_shown(
    typed: tuple[str, str], code: int, tmp_path: Path
) -> None:
    out = tmp_path / "x.pdf"
    words = ["-m", "decision_aid", "summary", str(MAOI), "-o", str(out), "--password"]
    ended, shown = at_a_terminal([sys.executable, *words], typed)
    assert ended == code
    assert "Password for the PDF: " in shown
    assert "Korn" not in shown
    assert out.exists() == (code == 0)


def at_a_terminal(words: list[str], typed: tuple[str, ...]) -> tuple[int, str]:
    """Run a command on a terminal of its own and type lines when it asks; its code and screen."""
    ours, theirs = os.openpty()
    with subprocess.Popen(
        words, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as process:
        os.close(theirs)
        shown = b""
        for count, line in enumerate(typed, start=1):
            while shown.count(b": ") < count:
                shown += os.read(ours, 1024)
            os.write(ours, f"{line}\n".encode())
        with contextlib.suppress(OSError):  # so a terminal tells that nobody is there any more
            while more := os.read(ours, 1024):
                shown += more
    os.close(ours)
    return process.returncode, shown.decode()


def test_where_nobody_can_be_asked_for_a_password_it_is_said_and_exit_code_2(
    tmp_path: Path,
) -> None:
    out = tmp_path / "x.pdf"
    words = ["-m", "decision_aid", "summary", str(MAOI), "-o", str(out), "--password"]
    done = subprocess.run(
        [sys.executable, *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("There is no terminal to ask for a password")
    assert done.stderr.count("\n") == 1
    assert not out.exists()
