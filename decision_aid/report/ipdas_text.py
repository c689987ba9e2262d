"""The self-assessment for the terminal: as a table, or as data."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import zip_longest
from textwrap import wrap
from typing import Any, Final

from decision_aid.base.language import _
from decision_aid.domain.ipdas.assessment import (
    GROUP_WORDS,
    NOT_APPLICABLE,
    STANDARD,
    VERDICT_WORDS,
    assess,
    not_applicable,
    self_assessed,
    tallies,
)
from decision_aid.domain.ipdas.item import Group, Judged
from decision_aid.domain.pack import Pack
from decision_aid.report.safe_text import clean

WIDTH: Final = 100
_WIDTHS: Final = (7, 12, 30, 51)
"""Widths of the columns, the blank after each included."""


def table(pack: Pack) -> str:
    """Every item with verdict, words and proof in lines of at most 100 characters, then counts."""
    judged = assess(pack)
    lines = [line for group in GROUP_WORDS for line in _group(group, judged)]
    told = [*map(str, tallies(judged)), not_applicable(), self_assessed()]
    foot = [line for text in (*told, pack.provenance.review_note) for line in _wrapped(text, WIDTH)]
    title = _wrapped(
        _("{title}, version {version}: how it measures up").format(
            title=pack.title, version=pack.version
        ),
        WIDTH,
    )
    return "\n".join([*title, *lines, "", *foot, ""])


def data(pack: Pack) -> dict[str, Any]:
    """The same as plain data."""
    judged = assess(pack)
    return {
        "standard": STANDARD,
        "self_assessed": True,
        "certified": False,
        "statement": self_assessed(),
        "review": pack.provenance.review_note,
        "pack": pack.id,
        "version": pack.version,
        "counts": {
            one.group: {"met": one.met, "partly": one.partly, "not_met": one.not_met, "of": one.of}
            for one in tallies(judged)
        },
        "items": [asdict(one) for one in judged],
        "not_applicable": list(NOT_APPLICABLE),
    }


def _group(group: Group, judged: Iterable[Judged]) -> Iterator[str]:
    yield from ("", _(GROUP_WORDS[group]))
    yield "-" * WIDTH
    for one in judged:
        if one.group == group:
            yield from _row(one)


def _row(judged: Judged) -> Iterator[str]:
    cells = (judged.id, _(VERDICT_WORDS[judged.verdict]), judged.words, judged.proof)
    columns = [_wrapped(cell, width - 1) for cell, width in zip(cells, _WIDTHS, strict=True)]
    for line in zip_longest(*columns, fillvalue=""):
        yield "".join(map(str.ljust, line, _WIDTHS)).rstrip()


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(clean(text), width)
