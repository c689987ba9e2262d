"""What a person types is printed as they typed it, and is never a command."""

import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking, Tried
from decision_aid.domain.answers import Rating
from decision_aid.domain.rules import Rule
from decision_aid.domain.session import Concern, Decision, EarlierVisit, Session, TeachBackAnswer
from decision_aid.report import pdf, text
from decision_aid.report.compose import compose
from decision_aid.report.document import Document
from decision_aid.report.pdf_style import load_style
from decision_aid.report.safe_text import clean, printable
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from tests.builders import TODAY
from tests.report.printing import columns
from tests.report.reading import squeezed
from tests.report.visits import CLEARED, a_full_pack, a_full_session, a_visit

TYPED = {
    *("label", "name", "dose", "initials", "reason", "text", "feels_missing", "words"),
    *("what", "who", "by", "open_questions", "review", "why", "helped_before", "drugs_words"),
}
"""The fields of a session, and of what is in it, that a person types."""
CHOSEN = {
    *("pack", "people", "involvement", "age", "antidepressants_tried", "outcome", "id", "answer"),
    *("rule", "role", "covers", "action", "choice", "criterion", "importance", "order", "kind"),
    *("dealbreakers", "feels_right", "option", "sure", "visited", "route", "enough"),
    *("dissociatives_before", "other_drugs_before"),
}
"""The fields of text that hold one of a fixed set of answers, or an id."""

NASTY = (
    '<img src="/etc/passwd"/>',
    "<b>unclosed",
    "</para></b>",
    "&amp; &lt;b&gt; &#0; & &nosuch;",
    "<font face=Nope size=900>big</font>",
    '<onDraw name="x" label="y"/>',
    "[[[getattr(pow, '__class__')]]]",
    '<a href="https://example.org">here</a> https://example.org/x',
    '<unichar code="0"/><seq id="a"/><br/>',
    "<!-- a --><![CDATA[b]]><?php c ?>",
    "%s {0} {n} \\n ${HOME} $(id) `id` =1+1 @SUM(1)",
    ") Tj ET (Q endstream endobj",
    "a\x00b\x07c\x1bd\x7fe\x85f\x9fg",
    "one\r\ntwo\ttree\x0bfour\x0cfive\u2028six\u2029seven",
    "abc\u202edef\u202c \u2066x\u2069",
    "sad 😔 👩🏽‍⚕️ 🇺🇸 ☺️",
    "half \ud83d, other half \ude00",
    "\ufffe \uffff \ufdd0 \U0001fffe \U0010ffff \ue000",
    "Zoë naïve Łódź ﬁne Å Å é e\u0301 x\u0301\u0302\u0303",
    "日本語 العربية עברית ไทย",
    "zero\u200bwidth\u200djoined soft\u00adhyphen non\u00a0break",
    "■ \ufffd ￼",
)


def every_text(thing: Any, name: str = "session") -> Iterator[tuple[str, str]]:
    """Each text inside a session with the name of its field."""
    if isinstance(thing, str):
        yield name, thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from every_text(one, name)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from every_text(getattr(thing, field.name), field.name)


def retyped(thing: Any, say: Callable[[], str], name: str = "session") -> Any:
    """The same session with other words in every field that is typed."""
    if isinstance(thing, str):
        return say() if name in TYPED else thing
    if isinstance(thing, tuple):
        return tuple(retyped(one, say, name) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(
            thing,
            **{one.name: retyped(getattr(thing, one.name), say, one.name) for one in fields(thing)},
        )
    return thing


STOPPED = Taking(name="Nardil", dose="15 mg", route="mouth", stopped=True)
TRIED = Tried(name="Zoloft", outcome="no", kind="medicine", enough="no", why="I felt dizzy")
A_VISIT_BEFORE = EarlierVisit(
    on=date(2026, 10, 20),
    concerns=(Concern(id="own_9", text="the winter"),),
    leaning=Decision(kind="something_else", words="rest"),
    decision=Decision(kind="not_yet", words="sleep on it"),
)


def a_session_with_all_said() -> Session:
    """Something stands in every field a person can type in; the gate is shut and was cleared."""
    full = a_full_session()
    about = replace(
        full.about,
        conditions=(ConditionAnswer(id="aneurysm", answer="yes"),),
        taking=(*full.about.taking[::-1], STOPPED),
        tried=(*full.about.tried, TRIED),
        helped_before="singing",
        dissociatives_before="yes",
        other_drugs_before="rather_not",
        drugs_words="it was far away",
    )
    return replace(
        full,
        about=about,
        clearances=(replace(CLEARED, covers=("aneurysm",)),),
        dealbreakers=("no_driving",),
        teach_backs=(TeachBackAnswer(id="check", choice="no"),),
        visited=("welcome",),
        ratings=(*full.ratings, Rating("lasting", "not_sure")),
        next_steps=(*full.next_steps[1:], full.next_steps[0]),
        provider_leaning=replace(full.decision, option="talk") if full.decision else None,
        leaning=replace(full.decision, words="first that") if full.decision else None,
        earlier=(A_VISIT_BEFORE,),
    )


def a_gate() -> Rule:
    """On a condition: what is typed over a medicine's name does not open it."""
    return replace(a_full_pack().rules[0], when=(("condition:aneurysm",),))


def document(session: Session) -> Document:
    """The parts with words of a person in them."""
    snapshot = a_visit(a_full_pack(rules=(a_gate(),)), session)
    return compose(snapshot, on=TODAY, parts=["person", "handover", "record"])


def saying(words: Sequence[str]) -> tuple[Session, list[str]]:
    """Those words in turn in every field, each with another number before it; and all of them."""
    said: list[str] = []

    def say() -> str:
        said.append(f"{len(said)}) {words[len(said) % len(words)]}")
        return said[-1]

    return retyped(a_session_with_all_said(), say), said


def test_every_text_of_a_session_is_known_as_typed_or_chosen() -> None:
    found = {name for name, said in every_text(a_session_with_all_said()) if said}
    assert found == TYPED | CHOSEN


def check(data: bytes) -> None:
    """It opens, and there is nothing in it but text and lines."""
    with PdfDocument(data) as opened:
        for page in opened:
            assert not list(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))
    bare = re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL)
    for name in (b"/Annot", b"/URI", b"/JS", b"/JavaScript", b"/Launch", b"/Embedded"):
        assert name not in bare


def read_back(printed: str) -> str:
    """As readers give it back: some spell ligatures out and leave out what has no width."""
    seen = (one for one in printed if unicodedata.category(one) != "Cf")
    return squeezed(unicodedata.normalize("NFKC", "".join(seen)))


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


CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n"}


def test_every_nasty_text_is_printed_as_text_wherever_it_is_typed() -> None:
    check_printed(NASTY)


@settings(max_examples=20, deadline=None, derandomize=True, phases=[Phase.generate])
@given(st.lists(st.sampled_from(NASTY) | st.text(max_size=60), min_size=1, max_size=9))
def test_whatever_is_typed_anywhere_is_printed_as_text(typed: list[str]) -> None:
    check_printed(typed)


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
