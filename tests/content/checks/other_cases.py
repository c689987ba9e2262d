"""Packs whose parts do not fit, that are out of date or leave a person in danger alone."""

from tests.content.checks.cases import error, warning

BOOK = "- {id: second, authors: B, year: 2021, title: Another, where: A press}\n"
HEADLINE = ("pack.yaml", "  headline_figures:\n  - better\n", "")

STRUCTURE = (
    warning(
        "unused_source",
        ("sources.yaml", "sources:\n", f"sources:\n{BOOK}"),
        at=("sources.yaml", "second"),
    ),
    warning("unused_figure", HEADLINE, HEADLINE, at=("evidence.yaml", "- id: better")),
)
DATES = (
    warning(
        "review_overdue",
        ("pack.yaml", "next_review: 2027-05-01", "next_review: 2026-11-22"),
        at=("pack.yaml", "next_review"),
    ),
)
SAFETY = (
    error(
        "crisis_unchecked",
        ("pack.yaml", "checked_on: 2026-11-23", "checked_on: 2026-05-01"),
        at=("pack.yaml", "checked_on"),
    ),
)
