"""Every session that can be said, for Hypothesis."""

import string
from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

from decision_aid.domain.about_you import Taking
from decision_aid.domain.answers import Rating
from decision_aid.domain.instruments import PHQ9_ITEMS, Phq9
from decision_aid.domain.session import Concern, Decision, EarlierVisit, Session
from hypothesis import strategies as st

HOSTILE = (
    *("NO", "yes", "1:30", "010", "0x1F", "1_000", ".5", "1e3", "2026-11-23", "~", "null", "", "-"),
    *(
        "- a",
        "a: b",
        "a #b",
        "# a",
        "? a",
        "[a",
        "{a}",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
    ),
    *("'", '"', "\\", "a\\nb", '"a"', "'a'", "---", "...", "--- a", "<<", "=", "NaN", "Infinity"),
    *(" lead", "trail ", "  ", "\t", "a\tb", "\n", "a\nb", "a\n\n  b\n", "\n a", "a\n- b", "\r\n"),
    *("\x00", "a\x07", "\x1b[2J", "\x7f", "\x85", "\u00a0", "\u2028", "\u2029", "\ufeff", "\ufffe"),
    *(
        "\u202eabc",
        "\u2066",
        "\u200f",
        "👩🏽‍⚕️",
        "🏴\U000e0067\U000e007f",
        "é",
        "e\u0301",
        "日本語",
        "😔",
    ),
    *("<b>a</b>", "\ufdd0", "\U0010ffff", "\ue000", '{"a":1}', "null,", "x" * 300),
)
TEXTS = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
"""Every string a window can hold: all but half a character."""
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
FEWER = {EarlierVisit: 2}
"""How many of the large ones there are at most."""
OWN: dict[Any, st.SearchStrategy[Any]] = {}
"""Those with rules of their own."""


def _of(hint: Any) -> st.SearchStrategy[Any]:
    """Every value of a field."""
    if hint is str:
        return TEXTS
    if hint is date:
        return DAYS
    if hint in OWN:
        return OWN[hint]
    if getattr(hint, "__origin__", None) is tuple:
        inner = hint.__args__[0]
        return st.lists(_of(inner), max_size=FEWER.get(inner, 3)).map(tuple)
    members = getattr(hint, "__args__", ())
    if type(None) in members:
        (other,) = (one for one in members if one is not type(None))
        return st.none() | _of(other)
    return of_kind(hint) if hasattr(hint, "__dataclass_fields__") else st.from_type(hint)


def of_kind(kind: type, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Every instance of a dataclass, its fields as their types say unless given."""
    hints = get_type_hints(kind)
    made = {one.name: _of(hints[one.name]) for one in fields(kind) if one.name not in given}
    return st.builds(kind, **made, **given)


_ANSWERS = st.none() | st.integers(0, 3)
OWN[Rating] = st.builds(Rating, TEXTS, st.integers(0, 4) | st.just("not_sure"))
OWN[Phq9] = st.builds(
    Phq9,
    answers=st.just(()) | st.tuples(*[_ANSWERS] * PHQ9_ITEMS),
    rather_talk=st.booleans(),
    difficulty=_ANSWERS,
)
OWN[Decision] = st.builds(
    Decision, kind=st.just("option"), option=st.text(string.ascii_lowercase, min_size=1)
) | st.builds(Decision, kind=st.sampled_from(["not_yet", "something_else"]), words=TEXTS)
OWN[Taking] = of_kind(Taking, stopped=st.just(value=True)) | of_kind(
    Taking, stopped=st.just(value=False), stopped_on=st.none()
)
SESSIONS: st.SearchStrategy[Session] = of_kind(
    Session,
    seed=st.integers(0, 2**32 - 1),
    minutes=st.sampled_from([None, 3, 10, 30]),
    ratings=st.lists(OWN[Rating], max_size=4, unique_by=lambda one: one.criterion).map(tuple),
    concerns=st.lists(of_kind(Concern), max_size=3, unique_by=lambda one: one.id).map(tuple),
)
