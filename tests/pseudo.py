"""A language that nobody speaks: English that is accented, longer and in brackets.

What is shown in it came through gettext or from the pack: a text that is still plain English was
forgotten, and one that does not fit its place would not fit in Spanish or Greek either. Its days
and numbers are Russian ones, so that those are seen too that bypassed the locale.
"""

import gettext
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import yaml
from decision_aid.base import language
from decision_aid.base.resources import resources_dir
from decision_aid.content.packs import load_pack
from decision_aid.domain.pack import Pack
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.domain.session import Session

CODE = "ru"
"""The locale of its days and numbers, and of the forms its pack has for numbers."""

_LETTERS = str.maketrans(
    "aAbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVwWxXyYzZ",
    "äÄбБćĆďĎéÉƒФğĞħĦïÏĵĴķĶļĻмМñÑöÖþÞφΦŕŔšŠŧŦüÜνΝŵŴχΧýÝžŽ",
)
_KEPT = re.compile(r"(\{[^{}]*\}|%\(\w+\)[sr]|%[sr]|https?://\S+)")
_PLAIN = re.compile(r"[A-Za-z]{2,}")
_LONGER = 0.3
"""Share of its length that a text grows by, as English does in most languages."""

_WORDS = ("name", "term")
"""Fields of a pack whose texts can look like ids: "much", "pregnancy"."""

KEYS = ("Ctrl", "Shift", "Alt", "Esc", "Tab", "PgUp", "PgDown", "Enter", "F1", "F2", "F6")


def pseudo(text: str) -> str:
    """A text in the language nobody speaks; what is filled in stays as it is."""
    parts = _KEPT.split(text)
    said = "".join(one if at % 2 else one.translate(_LETTERS) for at, one in enumerate(parts))
    words = max(1, round(len(text) * _LONGER / 4))
    return f"[{said} {' '.join(['öööö'[: len(text)]] * words)}]"


class Pseudo(gettext.NullTranslations):
    """The catalog of it."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return pseudo(one if count == 1 else many)

    def pgettext(self, _context: str, message: str) -> str:
        return pseudo(message)


@contextmanager
def speaking_pseudo() -> Iterator[None]:
    """The program speaks it; afterwards English again."""
    language.speak(CODE, Pseudo())
    try:
        yield
    finally:
        language.speak()


@cache
def pseudo_pack(where: str = "depression") -> Pack:
    """A pack whose texts are written in it; ids, medicines and sources are as they were."""
    spoken = frozenset(_pack_texts())
    pack = _translated(load_pack(where), spoken)
    assert isinstance(pack, Pack)
    return replace(pack, language=CODE)


def pseudo_forms(forms: PluralForms) -> PluralForms:
    """A text with a number in all the forms that its locale has."""
    other = pseudo(forms.other)
    return PluralForms(one=pseudo(forms.one or forms.other), few=other, many=other, other=other)


def untranslated(text: str, pack: Pack, *, typed: Iterable[str] = ()) -> list[str]:
    """The English words left in a text.

    Args:
        text: What is shown.
        pack: The pack it was made with: its medicines and sources have one name everywhere.
        typed: What the person typed: names, notes.
    """
    # Hardly a text holds any: the names, thousands of them, are looked for in those only.
    if not _PLAIN.search(text) or not _PLAIN.search(_without(text, typed)):
        return []
    return _PLAIN.findall(_without(_names(pack).sub(" ", text), typed))


def typed_in(session: Session) -> tuple[str, ...]:
    """What a person typed in a session: whatever in it is no id."""
    return tuple(one for one in _strings(session) if not re.fullmatch(r"[a-z0-9_.:-]*", one))


def _without(text: str, typed: Iterable[str]) -> str:
    for one in sorted(typed, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(one)}(?!\w)", " ", text)
    return re.sub(rf"https?://\S+|\b(?:{'|'.join(KEYS)})\b", " ", text)


@cache
def _names(pack: Pack) -> "re.Pattern[str]":
    told = {
        "PHQ-9",
        "SURE",
        "IPDAS",
        "IPDASi",
        "PDF",
        pack.id,
        pack.version,
        pack.provenance.licence,
    }
    told.update(_strings((pack.medicines, pack.sources, pack.crisis)))
    told.update(one.scale for one in pack.figures)
    known = "|".join(map(re.escape, sorted(filter(None, told), key=len, reverse=True)))
    return re.compile(f"(?<![A-Za-z])(?:{known})(?![A-Za-z])", re.IGNORECASE)


def _strings(tree: Any) -> Iterator[str]:
    if isinstance(tree, str):
        yield tree
    elif is_dataclass(tree):
        for field in fields(tree):
            yield from _strings(getattr(tree, field.name))
    elif isinstance(tree, tuple | list | frozenset):
        for one in tree:
            yield from _strings(one)
    elif isinstance(tree, dict):
        for one in tree.values():
            yield from _strings(one)


def _pack_texts() -> Iterator[str]:
    files = [resources_dir() / "packs" / "depression" / "text" / "en.yaml"]
    files += (resources_dir() / "instruments").glob("*/en.yaml")
    for file in files:
        tree = yaml.safe_load(file.read_text(encoding="utf-8"))
        for key in ("names", "language", "id"):
            tree.pop(key, None)
        yield from (" ".join(one.split()) for one in _strings(tree))


def _translated(tree: Any, spoken: frozenset[str], field: str = "") -> Any:
    if isinstance(tree, str):
        is_id = field not in _WORDS and re.fullmatch(r"[a-z0-9_.:/-]*", tree)
        return pseudo(tree) if not is_id and " ".join(tree.split()) in spoken else tree
    if isinstance(tree, PluralForms):
        return pseudo_forms(tree)
    if is_dataclass(tree) and not isinstance(tree, type):
        changed = {
            one.name: _translated(getattr(tree, one.name), spoken, one.name)
            for one in fields(tree)
            if one.init and one.name not in {"sources", "medicines", "names"}
        }
        return replace(tree, **changed)
    if isinstance(tree, tuple):
        return tuple(_translated(one, spoken, field) for one in tree)
    return tree
