"""Sessions in which every field that is typed holds something that could do harm."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from decision_aid.domain.about_you import ConditionAnswer, Taking, Tried
from decision_aid.domain.answers import Rating
from decision_aid.domain.rules import Rule
from decision_aid.domain.session import (
    Concern,
    Decision,
    EarlierVisit,
    Session,
    TeachBackAnswer,
    TradeOff,
)
from decision_aid.report.compose import compose
from decision_aid.report.document import Document
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from tests.builders import TODAY
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
    *(
        "dealbreakers",
        "feels_right",
        "option",
        "first",
        "second",
        "preferred",
        "sure",
        "visited",
        "route",
        "enough",
    ),
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


CONTROLS = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))} - {"\n"}


def text_fields(kind: Any) -> Iterator[str]:
    """The names of all fields, at any depth of a dataclass, that can hold any text."""
    for name, hint in get_type_hints(kind).items():
        for inner in _inside(hint):
            if inner is str:
                yield name
            elif is_dataclass(inner):
                yield from text_fields(inner)


def _inside(hint: Any) -> Iterator[Any]:
    """What a type is made of: of a list its entries, of a choice its members."""
    if get_origin(hint) in (tuple, Union, UnionType):
        for one in get_args(hint):
            yield from _inside(one)
    else:
        yield hint


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
        trade_offs=(TradeOff(first="help", second="driving", preferred="same"),),
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
