"""What a person types is printed as they typed it, and is never a command."""

import subprocess
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from decision_aid.domain.about_you import AboutYou, Taking, Tried
from decision_aid.domain.session import Concern, Session
from decision_aid.report import pdf, text
from decision_aid.report.compose import compose
from decision_aid.report.pdf_canvas import TaggedCanvas
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_style import load_style
from decision_aid.report.safe_text import clean, printable

from tests.builders import TODAY
from tests.report.hostile import (
    CHOSEN,
    CONTROLS,
    NASTY,
    TYPED,
    a_session_with_all_said,
    check,
    document,
    every_text,
    read_back,
    saying,
    text_fields,
)
from tests.report.printing import columns
from tests.report.reading import squeezed
from tests.report.visits import a_full_pack, a_full_session, a_visit


def test_every_text_of_a_session_is_known_as_typed_or_chosen() -> None:
    found = {name for name, said in every_text(a_session_with_all_said()) if said}
    assert found == TYPED | CHOSEN


def test_every_field_that_can_hold_any_text_is_filled_here() -> None:
    """A field that is new in a session has to be known here before it can be printed."""
    possible = set(text_fields(Session))
    assert possible <= TYPED | CHOSEN
    assert possible >= TYPED


def check_printed(typed: Sequence[str]) -> None:
    session, said = saying(typed)
    glyphs = load_style().glyphs
    made = document(session)
    data = pdf.render(made, paper="letter")
    check(data)
    on_paper = read_back("".join(columns(data)))
    assert not [one for one in said if read_back(printable(one, glyphs)) not in on_paper]
    plain = text.render(made)
    in_text = squeezed(plain)
    assert not [one for one in said if squeezed(clean(one)) not in in_text]
    assert not CONTROLS.intersection(plain)
    assert plain.encode()


def test_every_nasty_text_is_printed_as_text_wherever_it_is_typed() -> None:
    check_printed(NASTY)


@pytest.mark.parametrize("typed", NASTY)
def test_the_cleaned_text_is_one_line_without_anything_that_controls(typed: str) -> None:
    cleaned = clean(typed)
    assert cleaned == clean(cleaned)
    assert cleaned.encode()
    assert (CONTROLS | {"\n", "\u202e"}).isdisjoint(cleaned)


@pytest.mark.parametrize("line", ["x" * 10_000, "<" * 10_000, "&amp;" * 2_000, "W " * 5_000])
def test_a_very_long_line_is_printed_up_to_its_limit_with_a_mark(line: str) -> None:
    session = replace(
        a_session_with_all_said(),
        label=line,
        review=line,
        concerns=(Concern(id="own_1", text=line),),
    )
    data = pdf.render(document(session), paper="a4")
    check(data)
    on_paper = squeezed("".join(columns(data)))
    assert on_paper.count(squeezed(line)[:500]) >= 5
    assert on_paper.count("…") >= 5


def test_a_very_long_line_of_the_second_step_is_printed_up_to_its_limit() -> None:
    line = "&amp;" * 2_000
    about = AboutYou(
        taking=(Taking(name=f"Nardil {line}", dose=line),),
        tried=(Tried(name=line, outcome="no", why=line),),
        helped_before=line,
        drugs_words=line,
    )
    session = replace(a_session_with_all_said(), about=about, clearances=())
    made = compose(a_visit(a_full_pack(), session), on=TODAY, parts=["handover"])
    data = pdf.render(made, paper="a4")
    check(data)
    on_paper = squeezed("".join(columns(data)))
    assert on_paper.count(squeezed(line)[:500]) >= 4
    assert on_paper.count("…") >= 4


def test_nasty_names_that_shut_a_gate_are_printed_as_text_where_it_is_answered() -> None:
    names = [f"{place}) {word} Nardil" for place, word in enumerate(NASTY)]
    about = AboutYou(taking=tuple(Taking(name=one) for one in names))
    session = replace(a_full_session(), about=about, people=("counselor",))
    made = compose(a_visit(a_full_pack(), session), on=TODAY, parts=["handover"])
    data = pdf.render(made, paper="letter")
    check(data)
    on_paper, glyphs = read_back("".join(columns(data))), load_style().glyphs
    assert not [one for one in names if on_paper.count(read_back(printable(one, glyphs))) < 2]


def test_a_picture_that_is_named_is_not_read(tmp_path: Path) -> None:
    picture = tmp_path / "secret.png"
    subprocess.run(
        ["pdftoppm", "-png", "-r", "5", "-singlefile", a_pdf(tmp_path), picture.with_suffix("")],
        check=True,
    )
    assert picture.exists()
    tag = f'<img src="{picture}" width="9" height="9"/><img src="file://{picture}"/>'
    session, said = saying([tag])
    data = pdf.render(document(session), paper="letter")
    check(data)
    on_paper = squeezed("".join(columns(data)))
    assert all(squeezed(one) in on_paper for one in said)


def a_pdf(folder: Path) -> Path:
    path = folder / "plain.pdf"
    path.write_bytes(pdf.render(document(a_full_session()), paper="letter"))
    return path


def test_another_reader_finds_a_pdf_of_nasty_words_sound(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf.render(document(saying(NASTY)[0]), paper="letter"))
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


@pytest.mark.parametrize("said", NASTY)
def test_what_is_heard_and_what_stands_in_the_outline_is_text_too(said: str) -> None:
    file, root = BytesIO(), Element("Document")
    canvas = TaggedCanvas(file, root=root, numbering=lambda *_: None, pagesize=(100, 100))
    with canvas.part_of(root.add("Figure", alt=said)):
        canvas.rect(1, 1, 2, 2)
    canvas.lead_to(said, 0, 10)
    canvas.save()
    with pikepdf.open(BytesIO(file.getvalue())) as opened:
        (figure,) = opened.Root.StructTreeRoot.K.K
        assert str(figure.Alt) == clean(said)
        assert str(opened.Root.Outlines.First.Title) == clean(said)
        assert not opened.check_pdf_syntax()
