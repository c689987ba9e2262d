"""Saying more never makes the pack that ships find less; nor do odd signs within a name."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import get_args

import pytest
from decision_aid.content.packs import load_pack
from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking
from decision_aid.domain.medicines import known_medicines
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Route
from decision_aid.domain.safety import findings, gated
from decision_aid.domain.session import Session
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.content.safety_rows import VISIT, stopped

ROUTES = (None, *get_args(Route))
SIGNS = (
    *("\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}", "\N{ZERO WIDTH JOINER}", "\N{WORD JOINER}"),
    *("\N{ZERO WIDTH NO-BREAK SPACE}", "\N{RIGHT-TO-LEFT MARK}", "\N{NO-BREAK SPACE}"),
    *("\N{NARROW NO-BREAK SPACE}", "\N{HANGUL FILLER}", "\N{COMBINING ACUTE ACCENT}", "\0"),
    *("\N{VARIATION SELECTOR-16}", "\N{COMBINING ENCLOSING CIRCLE}", "\N{TAG SPACE}"),
)


@cache
def shipped() -> Pack:
    return load_pack("depression")


@cache
def names() -> tuple[str, ...]:
    return tuple(name for one in shipped().medicines for name in (one.id, *one.brands))


NAMES = st.deferred(lambda: st.sampled_from(names()))
TAKEN = st.builds(
    lambda name, route: Taking(name=name, route=route), NAMES, st.sampled_from(ROUTES)
)
LINES = st.one_of(
    TAKEN,
    st.builds(stopped, NAMES, st.sampled_from((None, -3, 0, 1, 13, 14, 34, 35))),
)
ANSWERS = st.deferred(
    lambda: st.builds(
        lambda one, answer: ConditionAnswer(id=one, answer=answer),
        st.sampled_from([one.id for one in shipped().conditions]),
        st.sampled_from(("yes", "no", "unsure")),
    )
)
PEOPLE = st.builds(
    lambda taking, conditions, form, age: AboutYou(
        taking=tuple(taking),
        conditions=tuple({one.id: one for one in conditions}.values()),
        ketamine_form=form,
        age=age,
    ),
    st.lists(LINES, max_size=4),
    st.lists(ANSWERS, max_size=4),
    st.sampled_from((None, "undecided", "spray", "drip", "by_mouth")),
    st.sampled_from((None, "under_25", "65_plus")),
)


def meant(because: Iterable[str]) -> set[str]:
    """What a finding comes from; a medicine in two lines is told by the name in the first."""
    ids = {name: one.id for one in shipped().medicines for name in (one.id, *one.brands)}
    return {ids.get(name, name) for name in because}


def found_no_less(before: AboutYou, after: AboutYou) -> None:
    one, other = (
        findings(shipped(), Session(pack="depression", seed=7, started_on=VISIT, about=about))
        for about in (before, after)
    )
    still = {finding.rule.id: finding for finding in other}
    for finding in one:
        same = still[finding.rule.id]
        assert same.sure >= finding.sure
        assert meant(same.because) >= meant(finding.because)
    shut, still_shut = (gated(shipped(), found) for found in (one, other))
    assert set(shut) <= set(still_shut)


@settings(max_examples=100, deadline=None)
@given(about=PEOPLE, more=TAKEN, place=st.integers(0, 4))
@example(
    about=AboutYou(taking=(Taking(name="Zoloft"), Taking(name="escitalopram"))),
    more=Taking(name="sertraline"),
    place=0,
)
def test_one_more_medicine_takes_no_finding_away_and_makes_none_milder(
    about: AboutYou, more: Taking, place: int
) -> None:
    taking = (*about.taking[:place], more, *about.taking[place:])
    found_no_less(about, replace(about, taking=taking))


@settings(max_examples=100, deadline=None)
@given(about=PEOPLE, more=ANSWERS.filter(lambda one: one.answer != "no"))
def test_one_more_condition_takes_no_finding_away_and_makes_none_milder(
    about: AboutYou, more: ConditionAnswer
) -> None:
    others = tuple(one for one in about.conditions if one.id != more.id)
    held = next((one.answer for one in about.conditions if one.id == more.id), "no")
    answer = "yes" if held == "yes" else more.answer
    after = replace(about, conditions=(*others, replace(more, answer=answer)))
    found_no_less(about, after)


@settings(max_examples=100, deadline=None)
@given(
    name=NAMES, signs=st.lists(st.tuples(st.integers(0, 30), st.sampled_from(SIGNS)), max_size=4)
)
def test_no_sign_that_shows_nothing_hides_a_medicine(
    name: str, signs: list[tuple[int, str]]
) -> None:
    typed = name
    for place, sign in signs:
        typed = typed[:place] + sign + typed[place:]
    meant = set(known_medicines(shipped(), name))
    assert meant <= set(known_medicines(shipped(), typed))
    assert meant <= set(known_medicines(shipped(), f"Zoloft{SIGNS[1]}{typed}{SIGNS[0]}Nardil"))


@pytest.mark.parametrize(
    "typed",
    [
        "Ｎａｒｄｉｌ",  # noqa: RUF001 - wide letters are what this is about
        "𝐍𝐚𝐫𝐝𝐢𝐥",  # noqa: RUF001 - so are bold ones
        "Ⓝⓐⓡⓓⓘⓛ",
        "Nàrdïl",
        "NARDI\N{COMBINING ACUTE ACCENT}L",
        "Nar\N{SOFT HYPHEN}dil 15 mg",
        "Nar\N{NO-BREAK SPACE}dil",
        "Zoloft\N{ZERO WIDTH SPACE}Nardil",
        "Zoloft\N{NO-BREAK SPACE}Nardil",
    ],
)
def test_a_name_in_another_dress_is_the_same_medicine(typed: str) -> None:
    assert "phenelzine" in {one.id for one in known_medicines(shipped(), typed)}
