"""A pack that meets every item software can decide, and for each item one that does not."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from decision_aid.domain.guidance import Suggestion
from decision_aid.domain.options import Cell, Option, Question
from decision_aid.domain.pack import Pack, Provenance

from tests.builders import a_figure, a_pack, a_study

KINDS = ("description", "benefit", "harm", "body", "mind", "social")
NOWHERE = replace(a_pack().sources[0], id="lost", doi="", pmid="", url="")
LONG = " ".join(["word"] * 45)
SEARCH = f"In 2026 we looked for {LONG}."


def a_row(kind: str, **given: Any) -> Question:
    return Question(id=kind, kind=kind, text=f"{kind}?", short=kind, **given)  # type: ignore[arg-type] # one of KINDS


def a_cell(kind: str, **given: Any) -> Cell:
    first = {"text": f"So it is with {kind}.", "sources": ("book",)}
    return Cell(id=kind, **{**first, **given})


def a_full_option(name: str, *, status_quo: bool = False, **cells: Any) -> Option:
    return Option(
        id=name,
        status_quo=status_quo,
        cells=tuple(a_cell(kind, **cells.get(kind, {})) for kind in KINDS),
        name=name,
        short=name,
        summary=f"{name} in short",
    )


GOOD: dict[str, Any] = {"benefit": {"figures": ("better",)}, "harm": {"figures": ("worse",)}}
OPTIONS = (
    a_full_option("stay", status_quo=True, **GOOD),
    a_full_option("pill", **GOOD),
    a_full_option("talk", **GOOD),
)


def a_good_pack(**given: Any) -> Pack:
    """It meets all but what takes people."""
    old = a_pack()
    criteria = (*old.criteria, replace(old.criteria[1], id="sick", group="harm"))
    first: dict[str, Any] = {
        "condition": LONG,
        "natural_course": LONG,
        "questions": tuple(map(a_row, KINDS)),
        "options": OPTIONS,
        "figures": (a_figure(), a_figure("worse", sense="harm", outcome="side_effect")),
        "criteria": criteria,
        "cards": (replace(old.cards[0], sources=("book",)),),
        "sources": (replace(old.sources[0], doi="10.1/1"),),
        "suggestions": tuple(
            Suggestion(id=str(n), topic="safety", ask="anyone", text=f"Question {n}?")
            for n in range(5)
        ),
        "provenance": replace(old.provenance, search_method=SEARCH),
    }
    return a_pack(**{**first, **given})


def with_cells(**cells: Any) -> Pack:
    """One option answers otherwise than the others."""
    other = a_full_option("pill", **{**GOOD, **cells})
    return a_good_pack(options=(OPTIONS[0], other, OPTIONS[2]))


def without_row(kind: str) -> Pack:
    return a_good_pack(questions=tuple(one for one in map(a_row, KINDS) if one.id != kind))


def told(**given: Any) -> Pack:
    """Its provenance says something else."""
    provenance: Provenance = replace(a_good_pack().provenance, **given)
    return a_good_pack(provenance=provenance)


def with_late_study(**row: str) -> Pack:
    """Two options show the same outcome at different times."""
    late = a_figure("late", study="late")
    pack = with_cells(benefit={"figures": ("late",)})
    rows = tuple(a_row(kind, **(row if kind == "benefit" else {})) for kind in KINDS)
    studies = (a_study(), a_study("late", weeks=52))
    return replace(pack, figures=(*pack.figures, late), studies=studies, questions=rows)


def with_thousands(**row: str) -> Pack:
    """A row tells of 100 and of 1,000 people."""
    pack = with_cells(harm={"text": "It was 5 of 1,000.", "more": "Or 1 of 100.", **GOOD["harm"]})
    rows = tuple(a_row(kind, **(row if kind == "harm" else {})) for kind in KINDS)
    return replace(pack, questions=rows)


FAILING: dict[str, Callable[[], Pack]] = {
    "1.1.1": lambda: a_good_pack(condition=""),
    "1.1.2": lambda: a_good_pack(decision=" "),
    "1.1.3": lambda: a_good_pack(options=OPTIONS[:1]),
    "1.1.4": lambda: without_row("benefit"),
    "1.1.5": lambda: without_row("harm"),
    "1.2.1": lambda: a_good_pack(
        questions=tuple(map(a_row, ("description", "benefit", "harm"))),
    ),
    "2.1.1": lambda: a_good_pack(
        options=tuple(replace(one, cells=one.cells[:2]) for one in OPTIONS)
    ),
    "2.2.1": lambda: a_good_pack(sources=(NOWHERE,)),
    "2.2.3": lambda: told(update_policy=""),
    "2.2.4": lambda: a_good_pack(studies=(a_study(certainty_reason=""),)),
    "2.3.1": lambda: told(funding=" "),
    "Q01": lambda: a_good_pack(
        natural_course="", options=tuple(replace(one, status_quo=False) for one in OPTIONS)
    ),
    "Q02": lambda: a_good_pack(
        options=tuple(
            replace(one, cells=tuple(replace(cell, text="") for cell in one.cells))
            for one in OPTIONS
        )
    ),
    "Q03": lambda: a_good_pack(figures=(), options=tuple(map(a_full_option, ("stay", "pill")))),
    "Q04": lambda: a_good_pack(studies=(a_study(people=""),)),
    "Q05": lambda: a_good_pack(figures=(), options=tuple(map(a_full_option, ("stay", "pill")))),
    "Q06": with_late_study,
    "Q07": lambda: a_good_pack(figures=(), options=tuple(map(a_full_option, ("stay", "pill")))),
    "Q08": lambda: a_good_pack(figures=(a_figure(no_event=""), a_figure("worse", meaning=""))),
    "Q09": lambda: a_good_pack(criteria=()),
    "Q11": lambda: a_good_pack(suggestions=()),
    "Q18": lambda: told(search_method=""),
    "Q19": lambda: a_good_pack(studies=(a_study(certainty_reason=" "),)),
    "Q20": lambda: told(authors="", credentials="", conflicts=""),
    "Q21": lambda: told(reading_grade=0),
}
"""A pack that does not meet an item, by the item."""

LACKING: dict[str, list[Callable[[], Pack]]] = {
    "1.1.1": [lambda: a_good_pack(condition="Depression.")],
    "1.1.2": [lambda: a_good_pack(decision="We decide.")],
    "1.1.3": [
        lambda: a_good_pack(options=(*OPTIONS[:2], replace(OPTIONS[2], summary=""))),
        lambda: a_good_pack(options=tuple(replace(one, status_quo=False) for one in OPTIONS)),
        lambda: with_cells(description={"text": ""}),
    ],
    "1.1.4": [lambda: with_cells(benefit={"text": "", **GOOD["benefit"]})],
    "1.1.5": [lambda: with_cells(harm={"text": "", **GOOD["harm"]})],
    "1.2.1": [lambda: without_row("mind"), lambda: with_cells(social={"text": ""})],
    "2.1.1": [
        lambda: with_cells(social={"text": LONG}),
        lambda: with_cells(social={"text": ""}),
        lambda: without_row("harm"),
        lambda: a_good_pack(
            options=tuple(
                a_full_option(one.id, harm={"text": LONG, **GOOD["harm"]}) for one in OPTIONS
            )
        ),
    ],
    "2.2.1": [
        lambda: with_cells(harm={"sources": ()}),
        lambda: a_good_pack(cards=(replace(a_pack().cards[0], sources=()),)),
        lambda: a_good_pack(sources=(*a_good_pack().sources, NOWHERE)),
        lambda: a_good_pack(rules=tuple(replace(one, sources=()) for one in a_pack().rules)),
    ],
    "2.2.2": [lambda: a_good_pack(version="")],
    "2.2.3": [lambda: told(next_review=a_pack().provenance.published)],
    "2.2.4": [lambda: a_good_pack(studies=(a_study(), a_study("other", certainty_reason="")))],
    "Q01": [
        lambda: a_good_pack(natural_course="It may stay."),
        lambda: a_good_pack(options=tuple(replace(one, status_quo=False) for one in OPTIONS)),
    ],
    "Q02": [lambda: with_cells(mind={"text": ""})],
    "Q03": [lambda: with_cells(harm={"figures": ()})],
    "Q04": [lambda: a_good_pack(studies=(a_study(), a_study("other", people="")))],
    "Q06": [lambda: with_late_study(caution="The times differ.")],
    "Q07": [with_thousands],
    "Q08": [lambda: a_good_pack(figures=(a_figure(), a_figure("worse", meaning="")))],
    "Q09": [lambda: a_good_pack(criteria=a_pack().criteria)],
    "Q10": [lambda: a_good_pack(cards=()), lambda: a_good_pack(suggestions=())],
    "Q11": [lambda: a_good_pack(suggestions=a_pack().suggestions)],
    "Q18": [
        lambda: told(search_method="By hand, in 2026."),
        lambda: told(search_method=LONG),
    ],
    "Q19": [lambda: a_good_pack(studies=(a_study(), a_study("other", certainty_reason="")))],
    "Q20": [lambda: told(credentials="")],
}
"""Packs that meet an item in part, by the item."""
