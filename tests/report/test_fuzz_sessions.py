"""Sessions full of text that could do harm: each is printed, opened by others, and reads no file.

`DECISION_AID_FUZZ=500 pytest tests/report/test_fuzz_sessions.py -s` is the long form; it tells
what it found.
"""

import os
import random
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from decision_aid.domain.session import Session
from decision_aid.report import pdf
from decision_aid.report.bounds import SHORTEST
from decision_aid.report.compose import compose
from decision_aid.report.document import PARTS, Document
from decision_aid.report.pdf_pages import TOP, Paper, Sheet
from decision_aid.report.pdf_style import PrintSize, load_style
from decision_aid.report.safe_text import printable
from decision_aid.workspace.workspace import Workspace
from pypdfium2 import PdfDocument

from tests.full_form import cases
from tests.gui.sessions import full_session, real_pack
from tests.report.hostile import (
    NASTY,
    a_session_with_all_said,
    check,
    document,
    read_back,
    retyped,
)

SESSIONS = int(os.environ.get("DECISION_AID_FUZZ", "0")) or 8
IS_LONG = SESSIONS > 8
PAPERS: tuple[Paper, ...] = ("letter", "a4")
SIZES: tuple[PrintSize, ...] = ("normal", "normal", "large")
BATCH = 8
"""Sessions of one test."""
REAL_EVERY = 12
"""One session in so many is printed with the shipped pack, in every part there is."""
MARK = "Zq"
"""Stands before everything typed, and nowhere else."""

PIECES = (
    *NASTY,
    '<img src="/etc/passwd">',
    '<a href="javascript:alert(1)">x</a><link href="/etc/passwd"/>',
    "<onDraw/><super><sub><greek>a</greek>",
    '<para backColor="Color(__import__)">&#x41;&#65;&amp',
    '<font color="[[[].__class__ for x in (1,)]]">',
    "/MCID 3>> BDC EMC /Artifact BMC",
    "endstream endobj xref 0 1 trailer <</Root 1 0 R>> %%EOF",
    "(\\) \\( \\\\ \\101 <feff0041>",
    "%(name)s {0.__class__} {{}} %n%n%n $(touch x) `id` ; rm",
    "- !!python/object:os.system x\n&a *a : # |\n'\"",
    '=HYPERLINK("file:///etc/passwd") +1 -1 @x,"";',
    "\u200f\u200e\u202b right \u2067 left \u2069\u061c",
    "e" + "\u0301\u0323\u0308" * 40,
    "\ue000\uf8ff\U000f0000 \ufdd0\ufffe\U0001ffff \u0378",
    "\ud800\udfff\ud83d \udc00",
    "\x00\x01\x08\x0b\x1f\x7f\x80\x9f",
    "漢字かな交じり文 한국어 ไทย हिन्दी العربية",
    "👨‍👩‍👧‍👦🏳️‍🌈1️⃣🇺🇳",
    "\u3000\u2003\u00a0\u2028\u2029\u200b\ufeff wide",
    "ﬀ ﬁ ﬂ Ǆ ½ ① ™ K Å",
)
VERY_LONG = 3_000
LINES: tuple[Callable[[int], str], ...] = (
    lambda say: "x" * say,
    lambda say: "<" * say,
    lambda say: "word " * (say // 5),
    lambda say: "&lt;" * (say // 4),
    lambda say: "\u00a0é" * (say // 2),
    lambda say: "W-" * (say // 2),
)
"""Lines of so many characters, with blanks and without."""


def a_text(chance: random.Random) -> str:
    """A few pieces one after the other, now and then a very long line."""
    if chance.random() < 0.015:
        return chance.choice(LINES)(chance.choice((3_999, 4_001, 10_000)))
    pieces = chance.choices((*PIECES, _any_letters(chance)), k=chance.randint(1, 3))
    return chance.choice(("", " ")).join(pieces)


def _any_letters(chance: random.Random) -> str:
    planes = (0x80, 0x500, 0x3000, 0x11000, 0x110000)
    return "".join(chr(chance.randrange(chance.choice(planes))) for _ in range(20))


@cache
def specimen(*, real: bool) -> Session:
    session = a_session_with_all_said()
    if not real:
        return session
    full = full_session()
    kept = ("label", "next_steps", "open_questions", "review", "feels_missing", "helped_before")
    typed = {name: getattr(session, name) for name in kept if hasattr(full, name)}
    return replace(full, **typed)


def composed(session: Session, *, real: bool) -> Document:
    if not real:
        return document(session)
    snapshot = Workspace(real_pack(), session, draws=50).snapshot
    return compose(snapshot, on=session.started_on, parts=PARTS)


READ: list[str] = []
"""What was opened, started or called while `watched`."""
WATCHING: list[bool] = []
EVENTS = ("open", "os.", "subprocess.", "socket.", "urllib.", "exec", "compile", "shutil.", "glob.")


def _hear(event: str, given: tuple[Any, ...]) -> None:
    if WATCHING and event.startswith(EVENTS):
        READ.append(f"{event} {given[:1]}")


@cache
def hook() -> None:
    """An audit hook cannot be taken away again; it hears nothing unless something is watched."""
    sys.addaudithook(_hear)
    # What is read once, whatever is printed: fonts, and modules that are loaded when first needed.
    for real in (False, True):
        pdf.render(composed(specimen(real=real), real=real), paper="letter")


@contextmanager
def watched() -> Iterator[list[str]]:
    """What is read from the machine meanwhile."""
    hook()
    READ.clear()
    WATCHING.append(True)
    try:
        yield READ
    finally:
        WATCHING.clear()


@dataclass(frozen=True)
class Printed:
    """What was typed in a session, the PDF of it, and what its pages look like."""

    said: tuple[str, ...]
    data: bytes
    sheet: Sheet

    def columns(self) -> list[str]:
        """The text of each page without its head and foot."""
        bottom, below = self.sheet.foot - 2, self.sheet.page[1] - TOP - 4
        with PdfDocument(self.data) as opened:
            pages = [one.get_textpage() for one in opened]
            return [one.get_text_bounded(bottom=bottom, top=below) for one in pages]


def printed(place: int) -> Printed:
    """The session of this number."""
    chance = random.Random(place)  # noqa: S311 - the same each time, and no secret
    said: list[str] = []

    def say() -> str:
        said.append(f"{MARK}{len(said)}) {a_text(chance)}")
        return said[-1]

    real = place % REAL_EVERY == 0
    session = retyped(specimen(real=real), say)
    paper = chance.choice(PAPERS)
    size = chance.choice(SIZES)
    with watched() as read:
        made = composed(session, real=real)
        data = pdf.render(made, paper=paper, size=size)
    assert not read
    return Printed(tuple(said), data, Sheet(made, paper, load_style(size)))


def bare(text: str) -> str:
    """As readers give it back, who leave out some of the accents where there are many."""
    apart = unicodedata.normalize("NFD", read_back(text))
    return "".join(one for one in apart if not unicodedata.combining(one))


def missing(one: Printed, whole: str) -> list[str]:
    """What was typed and is not found, nor a visible replacement; of long texts, the beginning.

    What stands in one line with a very long text, as a dose behind a name, is cut with it.
    """
    on_paper, glyphs = bare(whole), load_style().glyphs
    return [
        said
        for place, said in enumerate(one.said)
        if bare(printable(said, glyphs)[: SHORTEST - 1].rstrip("…")) not in on_paper
        and max(map(len, one.said[max(0, place - 2) : place + 3]), default=0) < VERY_LONG
    ]


def by_another_program(data: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    assert not done.stderr
    return done.stdout.decode()


def check_sound(data: bytes) -> None:
    """Another library opens it, finds every stream whole, and no word of the visit around it."""
    with pikepdf.open(BytesIO(data)) as opened:
        assert not opened.check_pdf_syntax()
        assert opened.Root.get("/Metadata") is None
    around = re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL)
    assert MARK.encode() not in around
    assert MARK.encode("utf-16-be") not in around


@pytest.mark.parametrize("first", range(0, SESSIONS, BATCH))
def test_whatever_is_typed_is_printed_as_text_and_reads_no_file(first: int) -> None:
    pages = 0
    for place in range(first, min(first + BATCH, SESSIONS)):
        made = printed(place)
        check(made.data)
        check_sound(made.data)
        columns = made.columns()
        whole = "".join(columns)
        assert not missing(made, whole), place
        assert "…" in whole or max(map(len, made.said)) < SHORTEST
        assert f"{MARK}0)" in by_another_program(made.data)
        pages += len(columns)
    if IS_LONG:
        sys.stdout.write(f"sessions from {first}: {pages} pages\n")


@pytest.mark.parametrize("place", cases(1, further=(0,)))
def test_qpdf_finds_nothing_wrong(place: int, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(printed(place).data)
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


def test_the_same_session_gives_the_same_bytes() -> None:
    assert printed(1).data == printed(1).data
