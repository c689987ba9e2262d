"""Numbers of people are found in a text, and nothing else is taken for one."""

from dataclasses import replace

import pytest
from decision_aid.content.checks.proof import proof
from decision_aid.content.checks.stated import Stated, stated
from decision_aid.domain.risk import Arm, Reading
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_figure, a_study

FOUND = {
    "46 of 100 after 6 months with CBT, against 22.": ["46/100", "22/100"],
    "17 of 100 were well after 6 months, and 19 after 12.": ["17/100", "19/100"],
    "17 of 100 were well. After 12 months it was 19.": ["17/100", "19/100"],
    "22 to 29 of 100 were well after 12 weeks.": ["22/100", "29/100"],
    "About 46 out of every 100 people felt better.": ["46/100"],
    "46 people of 100, and 20 people without it.": ["46/100", "20/100"],
    "At 18 to 24, about 5 more of 1,000 had such thoughts.": ["+5/1000"],
    "It was 5 more of 1,000. At 65 and up it was 6 fewer.": ["+5/1000", "+6/1000"],
    "142 of 346 against 21 of 222 felt this.": ["142/346", "21/222"],
    "31 of 100 had symptoms. They were severe in 3, against 1.": ["31/100", "3/100", "1/100"],
    "More relapse if it stops: 56 against 39 of 100.": ["39/100", "56/100"],
    "46 of 100 against 20 [KET-EFF-01].": ["46/100", "20/100"],
    "7 of 346, so 21 more of 100. Sleep was 13 more.": ["7/346", "+21/100", "+13/100"],
    "7 of 346 felt it, and 9 did not.": ["7/346"],
    "About 1 in 4 felt sick.": ["1:4"],
    "6 of 100 told of it, against 1 or 2 who did not.": ["6/100", "1/100", "2/100"],
}
NOTHING = (
    "The spray is used twice a week for 4 weeks, then once a week.",
    "It took 55 days with therapy, against 40 with a medicine.",
    "In the US, call or text 988, or call 911.",
    "Under age 25 there is a warning. At 65 and up it is another.",
    "Of 3 trials 2 of 3 found a gain.",
    "It needs 8 visits in 4 weeks, then 4 in the next 4.",
    "About half of them, a third or most.",
    "People tried 2 or more medicines in 2023.",
    "A score of 12 or less.",
    "A rise of 40 points or more.",
    "Look again after 4 to 6 weeks.",
)


def told(one: Stated) -> str:
    return f"{'+' if one.gap else ''}{one.count}{':' if one.ratio else '/'}{one.of}"


@pytest.mark.parametrize("text", FOUND)
def test_numbers_of_people_are_found(text: str) -> None:
    assert [told(one) for one in stated(text, "en")] == FOUND[text]


@pytest.mark.parametrize("text", NOTHING)
def test_weeks_ages_visits_and_calls_are_no_people(text: str) -> None:
    assert [told(one) for one in stated(text, "en")] == []


def test_in_another_language_only_what_says_out_of_how_many_counts() -> None:
    assert [told(one) for one in stated("17 de cada 100, y luego 19.", "es")] == ["17/100"]
    assert [told(one) for one in stated("17 bis 19 von 100, gegen 8.", "de")] == [
        "17/100",
        "19/100",
    ]


percents = st.floats(min_value=0, max_value=100, allow_nan=False)


@given(first=percents, other=percents)
def test_what_a_figure_shows_proves_what_a_text_says_of_it(first: float, other: float) -> None:
    arms = Arm(percent=first), Arm(percent=other)
    reading = Reading(id="all", intervention=arms[0], comparison=arms[1])
    held = proof((), (a_figure(readings=(reading,)),))
    shown = {arm.per_100 for arm in arms}
    for one in stated(f"{arms[0].per_100} of 100, against {arms[1].per_100}.", "en"):
        assert held.holds(one)
        assert held.holds(replace(one, count=100 - one.count))
    proved = {n for n in range(101) if held.holds(Stated("", n, 100))}
    assert proved == shown | {100 - n for n in shown}
    gaps = {n for n in range(101) if held.holds(Stated("", n, 100, gap=True))}
    assert abs(arms[0].per_100 - arms[1].per_100) in gaps
    assert len(gaps) <= 2


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("1 in 4 felt sick", True),
        ("1 in 5 felt sick", False),
        ("3 in 4 did not", True),
        ("46 of 100", False),
        ("25 of 100", True),
        ("250 of 1,000", True),
        ("2 more of 100", False),
    ],
)
def test_a_share_in_small_numbers_is_proved_by_one_close_to_it(text: str, *, holds: bool) -> None:
    one_group = Reading(id="all", intervention=Arm(percent=25))
    held = proof((), (a_figure(readings=(one_group,)),))
    assert [held.holds(one) for one in stated(text, "en")] == [holds]


def test_a_study_proves_the_numbers_it_lists() -> None:
    held = proof((a_study(numbers=(5, 31)),), ())
    for text in ("5 more of 1,000", "31 of 100", "31 people of 100"):
        assert all(held.holds(one) for one in stated(text, "en"))
    assert not any(held.holds(one) for one in stated("30 of 100", "en"))
