"""What is said beside a number: by what mark, which study, how sure, who paid."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from decision_aid.domain.options import Cell
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Figure, Source
from decision_aid.workspace.study_words import (
    measured,
    other_marks,
    paid,
    studies_in_words,
    study_facts,
    sure_in_words,
)
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_figure, a_pack, a_study

UNSTATED = "not stated in what we read"


def remission(name: str = "well", **given: Any) -> Figure:
    return a_figure(name, **{"outcome": "remission", **given})


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (a_figure(scale="MADRS"), "Much better: MADRS score at least halved."),
        (remission(scale="MADRS", at_most=12), "Well: MADRS score of 12 or less."),
        (remission(), f"Which score counted as well is {UNSTATED}."),
        (remission(scale="QIDS"), f"Which score counted as well is {UNSTATED}."),
        (a_figure(), f"Which score it was is {UNSTATED}."),
    ],
)
def test_a_figure_says_by_what_score_it_was_counted_or_that_nobody_told(
    figure: Figure, said: str
) -> None:
    assert measured(figure).endswith(said)


@pytest.mark.parametrize("outcome", ["relapse", "side_effect", "left_early"])
def test_what_needs_no_score_names_none(outcome: str) -> None:
    assert measured(a_figure(outcome=outcome)) == ""


@pytest.mark.parametrize(
    "figures",
    [
        (remission(scale="MADRS", at_most=12), remission(scale="MADRS", at_most=10)),
        (remission(scale="MADRS", at_most=12), remission(scale="QIDS", at_most=12)),
        (remission(scale="MADRS", at_most=12), a_figure(scale="MADRS")),
        (remission(study="one"), remission(study="other")),
        (a_figure(study="one"), a_figure(study="other")),
    ],
    ids=["cut-off", "scale", "outcome", "nobody told well", "nobody told much better"],
)
def test_figures_by_different_marks_are_not_to_be_compared(figures: tuple[Figure, ...]) -> None:
    assert "Do not compare" in other_marks(figures)
    assert all(other_marks(order) == other_marks(figures) for order in permutations(figures))


@given(
    st.sampled_from(["MADRS", "QIDS", ""]),
    st.integers(1, 20),
    st.lists(st.sampled_from(["one", "other"]), max_size=4),
)
def test_figures_by_one_mark_need_no_warning(scale: str, most: int, studies: list[str]) -> None:
    same = [remission(study=one, scale=scale or "HAM-D", at_most=most) for one in studies]
    harms = [a_figure(outcome="side_effect", study=one) for one in studies]
    assert other_marks([*same, *harms]) == ""


def test_one_study_counts_all_its_groups_by_one_mark() -> None:
    assert other_marks([remission("a"), remission("b")]) == ""


def funded(*funding: str) -> Pack:
    sources = tuple(
        Source(id=f"s{n}", authors=f"Author {n}", year=2020 + n, title="T", where="W", funding=one)
        for n, one in enumerate(funding)
    )
    return replace(a_pack(), sources=sources)


@pytest.mark.parametrize(
    ("funding", "said"),
    [
        (("",), "Not stated in what we read."),
        (("", ""), "Not stated in what we read."),
        (("The maker",), "The maker"),
        (("The maker", "The maker"), "The maker"),
        (("The maker", "The state"), "The maker; The state"),
        (("The maker", ""), "The maker. Not stated in what we read: Author 1 2021."),
    ],
)
def test_who_paid_is_told_for_every_source_or_that_it_is_not_stated(
    funding: tuple[str, ...], said: str
) -> None:
    pack = funded(*funding)
    assert paid(pack, a_study(sources=tuple(one.id for one in pack.sources))) == said


def test_a_study_that_a_figure_shows_is_not_told_again() -> None:
    pack = a_pack(studies=(a_study(), a_study("other")))
    assert [one.id for one in studies_in_words(pack, ("other", "trial"))] == ["other", "trial"]
    assert [one.id for one in studies_in_words(pack, ("other", "trial"), ("better",))] == ["other"]


def test_the_facts_of_a_study_leave_out_what_is_not_known() -> None:
    pack = a_pack()
    told = study_facts(pack, a_study())
    assert told["Who was studied"] == "Adults who were still depressed"
    assert told["Compared with what"] == "Usual care alone"
    assert not {"Keep in mind", "How it was measured", "What it means"} & set(told)
    assert study_facts(pack, a_study(), a_figure(scale="MADRS"))["How it was measured"]


@pytest.mark.parametrize(
    ("cell", "sure"),
    [
        (Cell(id="soon", text="About 4 of 100 got worse.", studies=("trial",)), "Moderate"),
        (Cell(id="soon", text="5 more of 1,000 people.", studies=("trial",)), "Moderate"),
        (Cell(id="soon", text="Some got worse.", studies=("trial",)), ""),
        (Cell(id="soon", text="46 of 100.", studies=("trial",), figures=("better",)), ""),
    ],
)
def test_a_number_in_words_without_a_figure_says_how_sure_it_is(cell: Cell, sure: str) -> None:
    assert sure_in_words(a_pack(), cell) == (sure and f"{sure} certainty")
