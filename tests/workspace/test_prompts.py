"""What a provider is prompted with: their own part of the step, told once, and nobody else's."""

import re
from itertools import combinations

import pytest
from decision_aid.base.resources import resources_dir
from decision_aid.content.packs import load_pack
from decision_aid.content.reading import counted, sentences, word_count
from decision_aid.domain.guidance import Prompt
from decision_aid.domain.journey import STEPS
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import PROVIDERS, Role, StepId
from decision_aid.workspace.prompts import for_whom, prompt_groups
from decision_aid.workspace.workspace import Workspace
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_pack, a_session

BOTH: tuple[Role, ...] = ("prescriber", "counselor")
PROMPTS = (
    Prompt(id="one", step="about", roles=("prescriber",), text="Ask about mania."),
    Prompt(id="two", step="about", roles=BOTH, text="Ask about death."),
    Prompt(id="three", step="about", roles=("counselor",), text="Ask about therapy."),
    Prompt(id="four", step="decide", roles=PROVIDERS, text="Ask when they would call."),
)
EVERYBODY: tuple[Role, ...] = (*PROVIDERS, "companion")
COMPANIES = [set_ for size in range(5) for set_ in combinations(EVERYBODY, size)]


def told(people: tuple[Role, ...], step: StepId = "about") -> list[tuple[str, tuple[str, ...]]]:
    snapshot = Workspace(a_pack(prompts=PROMPTS), a_session(people=people)).snapshot
    return [(one.title, one.texts) for one in prompt_groups(snapshot, step)]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("depression")


def test_a_role_sees_what_is_for_it_at_this_step() -> None:
    assert told(("prescriber",)) == [
        ("For the prescriber", ("Ask about mania.", "Ask about death."))
    ]
    assert told(("counselor",)) == [
        ("For the counselor", ("Ask about death.", "Ask about therapy."))
    ]
    assert told(("helper",)) == []
    assert told(("helper",), "decide") == [("For the helper", ("Ask when they would call.",))]


def test_what_is_for_both_is_told_once_and_first() -> None:
    assert told(("counselor", "prescriber")) == [
        ("For the prescriber and the counselor", ("Ask about death.",)),
        ("For the prescriber", ("Ask about mania.",)),
        ("For the counselor", ("Ask about therapy.",)),
    ]


def test_nobody_is_prompted_without_a_provider() -> None:
    assert told(()) == told(("companion",)) == []


def test_three_are_named_in_one_line() -> None:
    assert for_whom(PROVIDERS) == "For the prescriber, the counselor, and the helper"


@given(st.sampled_from(COMPANIES))
def test_each_prompt_for_somebody_here_is_told_exactly_once(people: tuple[Role, ...]) -> None:
    texts = [text for _, group in told(people) for text in group]
    wanted = [
        one.text for one in PROMPTS if one.step == "about" and not set(people).isdisjoint(one.roles)
    ]
    assert sorted(texts) == sorted(wanted)


def test_the_pack_that_ships_has_two_to_four_for_each_role_at_each_step(pack: Pack) -> None:
    for step in STEPS[:-1]:
        for role in PROVIDERS:
            found = [one for one in pack.prompts if one.step == step and role in one.roles]
            assert 2 <= len(found) <= 4, (step, role)


def test_its_prompts_are_short_and_easy_to_read(pack: Pack) -> None:
    for one in pack.prompts:
        assert counted(one.text, pack.names).grade <= 8, one.id
        assert all(word_count(sentence) <= 20 for sentence in sentences(one.text)), one.id
        assert word_count(one.text) <= 30, one.id


def test_no_prompt_names_an_option_to_be_taken_or_left(pack: Pack) -> None:
    urging = ("should take", "should try", "suggest", "advise", "recommend", "encourage")
    for one in pack.prompts:
        assert not [word for word in urging if word in one.text.casefold()], one.id


def test_no_text_of_the_pack_tells_an_amount_to_take() -> None:
    """So a counselor's session shows no dosing, whichever card is opened."""
    text = (resources_dir() / "packs" / "depression" / "text" / "en.yaml").read_text("utf-8")
    assert re.findall(r"\d ?(?:mg|mcg|ml|milligrams?|micrograms?)\b", text) == []


def test_a_prescriber_is_asked_for_what_a_phq_9_does_not_tell(pack: Pack) -> None:
    told_here = " ".join(
        one.text for one in pack.prompts if one.step == "about" and "prescriber" in one.roles
    )
    for word in ("mania", "loss", "illness", "clears nothing", "Before you record a check"):
        assert word in told_here
