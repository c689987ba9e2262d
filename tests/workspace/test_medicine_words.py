from datetime import date, timedelta

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import ByRoute, Medicine, Washout
from decision_aid.domain.safety import facts
from decision_aid.workspace.medicine_words import (
    Reading,
    readings,
    routes_asked,
    stopped_words,
    washout_sources,
    weeks_looked_back,
)
from decision_aid.workspace.words import source_name
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, a_pack

SELEGILINE = Medicine(
    id="selegiline",
    brands=("Emsam",),
    classes=("maoi",),
    by_route=(
        ByRoute(route="patch", classes=("maoi",), brands=("Emsam",)),
        ByRoute(route="mouth"),
    ),
)


def pack(days: int = 14) -> Pack:
    washout = Washout(
        id="maoi", condition="aneurysm", classes=("maoi",), days=days, sources=("book",)
    )
    return a_pack(medicines=(*a_pack().medicines, SELEGILINE), washouts=(washout,))


@given(st.integers(1, 60), st.integers(-30, 90))
def test_it_is_said_to_count_as_long_as_the_safety_rules_count_it(days: int, ago: int) -> None:
    taking = Taking(name="Nardil", stopped=True, stopped_on=TODAY - timedelta(days=ago))
    said = stopped_words(pack(days), taking, TODAY)
    so = {one.name for one in facts(pack(days), AboutYou(taking=(taking,)), TODAY)}
    assert ("it counts as taken" in said or "it still counts as taken" in said) == (
        "class:maoi" in so
    )
    assert ("No longer counts" in said) == (not so & {"class:maoi", "condition:aneurysm"})
    last = TODAY + timedelta(days=days - ago - 1)
    through = day_words(last)
    counted = f"{days} {'day' if days == 1 else 'days'}"
    assert said.endswith((f"{counted}, through {through}.", f"{counted} went through {through}."))


def test_where_a_waiting_time_comes_from_stands_apart_and_not_in_the_sentence() -> None:
    taking = Taking(name="Nardil", stopped=True, stopped_on=TODAY)
    source = source_name(pack().source("book"))
    assert washout_sources(pack(), taking) == f"Source: {source}"
    assert source not in stopped_words(pack(), taking, TODAY)
    assert washout_sources(pack(), Taking(name="Nardil")) == ""


def test_nothing_is_said_of_a_medicine_that_is_taken() -> None:
    assert stopped_words(pack(), Taking(name="Nardil"), TODAY) == ""


def test_what_was_stopped_and_named_in_the_dose_counts_too() -> None:
    taking = Taking(name="sertraline", dose="with Nardil", stopped=True)
    assert "for 14 days after the last dose" in stopped_words(pack(), taking, TODAY)


@pytest.mark.parametrize(
    ("taking", "read"),
    [
        (Taking(name="Sertraline "), (Reading("", ("SSRI antidepressant",)),)),
        (Taking(name="grandma's drops"), ()),
        (
            Taking(name="Zoloft", dose="and Nardil"),
            (
                Reading("sertraline", ("SSRI antidepressant",)),
                Reading("phenelzine", ("MAOI antidepressant",), in_dose=True),
            ),
        ),
        (Taking(name="selegiline", route="mouth"), (Reading("", ()),)),
        (Taking(name="Emsam"), (Reading("selegiline", ("MAOI antidepressant",)),)),
    ],
)
def test_a_line_is_read_medicine_by_medicine_with_the_classes_it_has_this_way(
    taking: Taking, read: tuple[Reading, ...]
) -> None:
    assert readings(pack(), taking) == read


@pytest.mark.parametrize(
    ("taking", "asked"),
    [
        (Taking(name="selegiline"), ("mouth", "patch")),
        (Taking(name="selegiline", route="patch"), ("mouth", "patch")),
        (Taking(name="Zoloft"), ()),
        (Taking(name="Emsam"), ()),
        (Taking(name="Emsam", route="mouth"), ("mouth", "patch")),
        (Taking(name="selegiline and Zoloft"), ()),
    ],
)
def test_the_way_is_asked_only_where_the_answer_makes_a_difference(
    taking: Taking, asked: tuple[str, ...]
) -> None:
    assert routes_asked(pack(), taking) == asked


@pytest.mark.parametrize(("days", "weeks"), [(14, 2), (35, 5), (15, 3)])
def test_how_far_back_it_matters_is_told_in_whole_weeks(days: int, weeks: int) -> None:
    assert weeks_looked_back(pack(days)) == weeks
    assert weeks_looked_back(a_pack()) == 0


def test_the_day_of_the_visit_is_neither_a_plan_nor_past() -> None:
    taking = Taking(name="Nardil", stopped=True, stopped_on=date(2026, 11, 23))
    assert stopped_words(pack(), taking, TODAY).startswith("That is the day of this visit:")
