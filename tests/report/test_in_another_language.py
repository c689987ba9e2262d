"""All that is printed, in the language nobody speaks: nothing of it is left in English."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from io import BytesIO
from itertools import combinations

import pikepdf
import pytest
from decision_aid.base import language
from decision_aid.content.clinic import load_clinic
from decision_aid.content.packs import load_pack
from decision_aid.domain.about_you import Taking
from decision_aid.domain.clinic import Clinic
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Clearance, Decision, Session
from decision_aid.report import pdf, text
from decision_aid.report.compose import compose
from decision_aid.report.document import PARTS, Document, WriteIn
from decision_aid.report.ipdas_text import table
from decision_aid.report.line_up_json import line_up
from decision_aid.report.note import MOST, note
from decision_aid.report.note_sections import size
from decision_aid.report.note_text import WIDTH, loses_letters, plain
from decision_aid.report.pack_texts import PackTexts
from decision_aid.report.pdf_pages import SIDE
from decision_aid.report.pdf_sign_off import HandLine
from decision_aid.report.pdf_structure import Element
from decision_aid.report.pdf_style import load_style
from decision_aid.report.safe_text import REPLACEMENT
from decision_aid.workspace.pack_hash import pack_hash
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from tests.pseudo import CODE, Pseudo, pseudo_pack, speaking_pseudo, untranslated
from tests.report import test_tagged_pdf as tagged
from tests.report.hostile import retyped
from tests.report.printing import CLINIC, EXAMPLES, columns, example
from tests.report.reading import missing, printed_texts
from tests.report.test_tagged_pdf import struct_text, tree

Box = tuple[float, float, float, float]

DRAWS = 200
TYPED = "ж жж"
"""Stands for all that a person wrote; what they take keeps its name."""
PAIR = (
    Taking(name="Nardil", dose="15 mg"),
    Taking(name="Zoloft", route="mouth"),
    Taking(name="жж"),
)


@cache
def the_pack() -> Pack:
    """With sources in it, too, whose titles are in the language they were written in."""
    # In another language than is spoken, and its texts are told apart.
    pack = replace(pseudo_pack(), language="en")
    sources = (
        replace(one, authors=TYPED, title=TYPED, where=TYPED, funding=TYPED, url="")
        for one in pack.sources
    )
    return replace(pack, sources=tuple(sources))


def said(name: str) -> Session:
    """An example in which all that was typed is `TYPED`, but for the names of what is taken."""
    file = next(file for file in EXAMPLES if file.stem == name)
    session = example(file).session
    written: Session = retyped(session, lambda: TYPED)
    return replace(written, about=replace(written.about, taking=session.about.taking))


def talk_first() -> Session:
    full = said("after-three-antidepressants")
    phq9 = Phq9(answers=(1, 1, 1, 1, 1, 1, 1, 1, 2), difficulty=1)
    return replace(full, about=replace(full.about, phq9=phq9), safety_talk=None)


def urgent() -> Session:
    """Two medicines that must not meet, one that nobody knows, and a clearance of another day."""
    full = said("on-an-maoi")
    gone = Clearance(
        rule="maoi_with_antidepressant",
        role="prescriber",
        initials="ж",
        reason=TYPED,
        on=full.started_on,
        covers=("Nardil",),
    )
    return replace(full, about=replace(full.about, taking=PAIR), clearances=(gone,))


def alone() -> Session:
    leaning = Decision(kind="not_yet", words=TYPED)
    return replace(said("two-visits"), people=(), leaning=leaning)


def empty() -> Session:
    return Session(pack="depression", seed=7, started_on=said("two-visits").started_on)


SESSIONS: dict[str, Callable[[], Session]] = {
    **{file.stem: partial(said, file.stem) for file in EXAMPLES},
    "talk first": talk_first,
    "urgent": urgent,
    "alone": alone,
    "talk first, alone": lambda: replace(talk_first(), people=()),
    "urgent, alone": lambda: replace(urgent(), people=()),
    "empty": empty,
}


def the_clinic() -> Clinic:
    pack = load_pack("depression")
    clinic = load_clinic(CLINIC, pack, today=pack.provenance.published)
    phones = tuple(replace(one, text=TYPED) for one in clinic.phones)
    options = tuple(
        replace(one, cost=TYPED, wait=TYPED, offered_by=TYPED) for one in clinic.options
    )
    reviews = tuple(replace(one, by=TYPED) for one in clinic.reviews)
    return replace(clinic, name=TYPED, phones=phones, options=options, reviews=reviews)


@cache
def snapshot(name: str) -> Snapshot:
    clinic = the_clinic() if name == "two-visits" else None
    return Workspace(the_pack(), SESSIONS[name](), draws=DRAWS, clinic=clinic).snapshot


@cache
def spoken(name: str) -> Document:
    with speaking_pseudo():
        return compose(snapshot(name), on=snapshot(name).session.started_on, parts=PARTS)


@cache
def alike(name: str) -> frozenset[str]:
    """What has one name in every language, what is no word, and the names of what is taken."""
    taking = snapshot(name).session.about.taking
    named = (part for one in taking for part in (one.name, one.dose) if part)
    return frozenset(("IPDASi v4.0", "IPDASi", pack_hash(the_pack()), *named))


def left_in_english(said: str, name: str = "empty") -> list[str]:
    rest = " ".join(said.split())
    for one in sorted(alike(name), key=len, reverse=True):
        rest = rest.replace(one, " ")
    return untranslated(rest, pseudo_pack())


every_session = pytest.mark.parametrize("name", SESSIONS)


@cache
def new_in(name: str) -> tuple[str, ...]:
    """The texts of a session that those before it have not."""
    before = {one for other in SESSIONS for one in _texts_before(other, name)}
    return tuple(one for one in dict.fromkeys(printed_texts(spoken(name))) if one not in before)


def _texts_before(other: str, name: str) -> Iterator[str]:
    if list(SESSIONS).index(other) < list(SESSIONS).index(name):
        yield from new_in(other)


@every_session
def test_every_text_of_the_document_is_spoken(name: str) -> None:
    left = {one: words for one in new_in(name) if (words := left_in_english(one, name))}
    assert not left


@pytest.mark.parametrize("name", ["with-a-counselor", "urgent, alone"])
def test_the_plain_text_is_spoken(name: str) -> None:
    with speaking_pseudo():
        on = snapshot(name).session.started_on
        told = text.render(compose(snapshot(name), on=on))
    assert max(map(len, told.splitlines())) <= text.WIDTH
    assert not left_in_english(told, name)


@every_session
def test_the_note_is_spoken_in_its_own_letters_and_as_short_as_ever(name: str) -> None:
    with speaking_pseudo():
        told = note(snapshot(name), snapshot(name).session.started_on)
    lines = told.splitlines()
    assert not left_in_english(told, name)
    assert "ŧ" in told
    assert max(map(len, lines)) <= WIDTH
    assert size(lines) <= MOST


def test_the_self_assessment_is_spoken() -> None:
    with speaking_pseudo():
        assert not left_in_english(table(the_pack()))


def test_sentences_of_the_data_are_spoken_and_its_keys_are_not() -> None:
    english = line_up(example(EXAMPLES[0]))
    with speaking_pseudo():
        told = line_up(snapshot(EXAMPLES[0].stem))
    assert told.keys() == english.keys()
    assert told["state"]["kind"] == english["state"]["kind"]
    sentences = [
        told["state"]["sentence"],
        *(one for of in told["sentences"].values() for one in of),
    ]
    assert not left_in_english(" ".join(sentences), EXAMPLES[0].stem)


# The real file


def printed_part(name: str) -> Document:
    parts = tuple(one for one in spoken(name).parts if one.id in ("person", "handover", "options"))
    return replace(spoken(name), parts=parts)


@cache
def file_of(name: str) -> bytes:
    made = printed_part(name)  # before: it ends with English
    with speaking_pseudo():
        return pdf.render(made, paper="letter")


def test_the_pdf_is_read_back_in_the_language_with_every_letter_of_it() -> None:
    name = "with-a-counselor"
    read = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"],
        input=file_of(name),
        check=True,
        capture_output=True,
    ).stdout.decode()
    assert REPLACEMENT not in read
    assert not left_in_english(read.replace("\f", " "), name)


def lines(data: bytes) -> Iterator[tuple[float, list[Box]]]:
    """Of each page its width, and where its pieces of text stand: left, foot, right and top."""
    with PdfDocument(data) as document:
        for page in document:
            told = page.get_objects(filter=[FPDF_PAGEOBJ_TEXT])
            yield page.get_width(), [one.get_bounds() for one in told]


def over(one: Box, other: Box) -> bool:
    """Whether two pieces of text meet, by more than letters of two lines may."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1.5 and down > 3.5


def test_no_line_lies_over_another_or_beside_the_column() -> None:
    for width, boxes in lines(file_of("with-a-counselor")):
        assert min(left for left, *_rest in boxes) >= SIDE - 1
        assert max(right for _left, _foot, right, _top in boxes) <= width - SIDE + 1
        assert not [pair for pair in combinations(boxes, 2) if over(*pair)]


def test_large_print_that_fills_a_page_leaves_none_without_a_word() -> None:
    name = "after-three-antidepressants"
    with speaking_pseudo():
        made = compose(snapshot(name), on=snapshot(name).session.started_on, parts=["person"])
        data = pdf.render(made, paper="letter", size="large")
    assert all(page.strip() for page in columns(data))


def languages(data: bytes) -> set[tuple[str, str]]:
    """Roles and languages of the elements that tell of one."""
    with pikepdf.open(BytesIO(data)) as document:
        elements = [element for element, _parent in tree(document)]
        return {(str(one.S), str(one.Lang)) for one in elements if "/Lang" in one}


def test_the_pdf_is_in_the_language_spoken_and_what_the_pack_says_in_the_packs() -> None:
    data = file_of("with-a-counselor")
    with pikepdf.open(BytesIO(data)) as document:
        assert str(document.Root.Lang) == CODE
    told = languages(data)
    assert {language for _role, language in told} == {the_pack().language}
    assert {"/TD", "/Span", "/P", "/LBody"} <= {role for role, _language in told}


def test_words_told_apart_are_heard_all_the_same_each_in_its_place() -> None:
    data = file_of("with-a-counselor")
    with pikepdf.open(BytesIO(data)) as opened:
        tagged.test_nothing_is_drawn_that_is_neither_tagged_nor_decoration(opened)
        tagged.test_each_piece_of_a_page_belongs_to_one_element_and_each_element_to_its_pieces(
            opened
        )
    heard, made = struct_text(data), printed_part("with-a-counselor")
    assert not missing(made, heard)


def test_where_both_are_one_language_no_word_of_it_is_told_apart() -> None:
    file = EXAMPLES[0]
    made = compose(example(file), on=example(file).session.started_on, parts=["person"])
    assert made.language == "en"
    assert not languages(pdf.render(made, paper="letter"))


def test_a_text_is_told_apart_where_the_packs_words_begin_and_end() -> None:
    texts = PackTexts("en", ("Talking therapy", "Talking", "No", "Mood"))
    assert texts.pieces("Elige Talking therapy (B)") == (
        ("Elige ", ""),
        ("Talking therapy ", "en"),
        ("(B)", ""),
    )
    assert texts.pieces("Talking") == (("Talking", "en"),)
    assert texts.pieces("No") == (("No", ""),)
    assert texts.pieces("Sin Talking therapyx") == (("Sin Talking therapyx", ""),)
    assert texts.pieces("") == ()


# Letters, and room for them


@pytest.mark.parametrize(
    ("code", "typed", "kept"),
    [
        ("en", "Łódź, œuvre", "Lódz, oeuvre"),
        ("pl", "Łódź, œuvre", "Łódź, oeuvre"),
        ("en", "Πώς;", "[?];"),
        ("el", "Πώς;", "Πώς;"),
        ("vi", "thuốc", "thuốc"),
        ("es-US", "¿Qué más?", "¿Qué más?"),
    ],
)
def test_the_note_keeps_the_letters_of_the_language_spoken(
    code: str, typed: str, kept: str
) -> None:
    language.speak(code, Pseudo())
    try:
        assert plain(typed) == kept
        assert loses_letters(typed) == (typed != kept)
    finally:
        language.speak()


def rows(block: WriteIn) -> float:
    one = HandLine(Element("P"), WriteIn(lines=(("a", 1.0),)), 500.0, load_style())
    return HandLine(Element("P"), block, 500.0, load_style()).height / one.height


def test_lines_to_write_on_go_below_each_other_where_words_leave_no_room_for_a_hand() -> None:
    heights = []
    for words in (1, 4, 7, 12):
        label = " ".join(["öööö"] * words)
        lines = ((label, 0.6), (label, 0.2), (label, 0.2))
        heights.append(rows(WriteIn(boxes=(label, label), lines=lines)))
    assert heights == [1, 2, 3, 4]
