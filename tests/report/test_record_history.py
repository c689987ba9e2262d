"""What was tried, taken and cleared, and the PHQ-9 over the visits, in the record."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.domain.about_you import AboutYou, Taking, Tried
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.session import Clearance, EarlierVisit
from decision_aid.report.document import Part, Table

from tests.report.reading import all_text, of_kind, part, rows
from tests.report.visits import CLEARED, GATED, MAOI, a_full_session, document


def record(**given: Any) -> Part:
    return part(document(a_full_session(**given)), "record")


def table(of: Part, first: str) -> list[tuple[str, ...]]:
    found = [one for one in of_kind(of, Table) if one.columns[0].title == first]
    return [row for one in found for row in one.rows]


def test_what_was_tried_is_told_with_its_kind_and_whether_it_was_enough() -> None:
    tried = (
        Tried(name="CBT", outcome="helped", kind="therapy", enough="unsure", why="six times"),
        Tried(name="Zoloft", outcome="no", kind="medicine", enough="yes"),
        Tried(name="running", outcome="a_little"),
    )
    said = all_text(record(about=AboutYou(tried=tried)))
    assert "CBT (talking therapy): Helped; not sure if enough; six times" in said
    assert "Zoloft (medicine): Did not help; enough dose and time" in said
    assert "running: Helped a little" in said


def test_what_was_stopped_stands_apart_from_what_is_taken() -> None:
    taking = (
        Taking(name="Zoloft", dose="50 mg", route="mouth"),
        Taking(name="Nardil", stopped=True, stopped_on=date(2026, 11, 1)),
    )
    said = all_text(record(about=AboutYou(taking=taking)))
    now, gone = said.split("Stopped before this visit")
    assert "Zoloft, 50 mg, by mouth: sertraline (SSRI antidepressant)" in now
    assert "Nardil: phenelzine (MAOI antidepressant); stopped on Nov 1, 2026" in gone
    assert "Stopped before this visit" not in all_text(record())


def test_what_there_was_before_is_told_only_where_it_was_said() -> None:
    about = AboutYou(helped_before="singing", dissociatives_before="no", drugs_words=" ")
    said = rows(record(about=about))
    assert said["What helped before"] == "singing"
    assert said["Ketamine or a drug like it, before"] == "No"
    assert not {"Other drugs before", "How it was with drugs"} & {*said}


def totals(*given: int | None) -> tuple[EarlierVisit, ...]:
    return tuple(
        EarlierVisit(
            on=date(2026, 1 + place, 1), phq9=Phq9(answers=(total,) * 9, difficulty=place % 4)
        )
        for place, total in enumerate(given)
    )


def test_the_phq9_of_all_visits_is_a_table_and_what_is_left_out_is_named() -> None:
    made = record(earlier=totals(3, None, 1))
    assert table(made, "Visit") == [
        ("Jan 1, 2026", "27", "severe", "not"),
        ("Mar 1, 2026", "9", "mild", "very"),
        ("Nov 23, 2026", "11", "moderate", "somewhat"),
    ]
    assert "Not shown, for not all nine questions were answered: Feb 1, 2026." in all_text(made)


@pytest.mark.parametrize("earlier", [(), totals(None)])
def test_one_total_is_no_trend(earlier: tuple[EarlierVisit, ...]) -> None:
    assert not table(record(earlier=earlier), "Visit")


OLDER = replace(CLEARED, on=date(2026, 11, 1), initials="AB", reason="First look")
OF_ANOTHER = replace(CLEARED, covers=("Marplan",))
UNASKED = replace(CLEARED, rule="gone", covers=("aneurysm",))


@pytest.mark.parametrize(
    ("cleared", "now"),
    [
        ((CLEARED,), ["Holds"]),
        ((OLDER, CLEARED), ["A newer one holds", "Holds"]),
        ((OF_ANOTHER,), ["No longer covers what was said"]),
        ((UNASKED, CLEARED), ["Not needed now", "Holds"]),
    ],
)
def test_every_clearance_is_printed_and_says_whether_it_holds(
    cleared: tuple[Clearance, ...], now: list[str]
) -> None:
    made = part(document(replace(GATED, clearances=cleared)), "record")
    told = table(made, "Check")
    assert [row[-1] for row in told] == now
    assert [row[1] for row in told] == [f"{day_words(one.on)}, {one.initials}" for one in cleared]
    assert [row[2] for row in told] == [one.reason for one in cleared]


def test_a_clearance_is_printed_with_what_it_covers() -> None:
    (row,) = table(part(document(replace(GATED, clearances=(CLEARED,))), "record"), "Check")
    assert row == (
        "You take an MAOI",
        "Nov 20, 2026, QZ",
        "Watched in hospital",
        "Nardil",
        "Holds",
    )
    assert not table(part(document(replace(GATED, about=MAOI)), "record"), "Check")
