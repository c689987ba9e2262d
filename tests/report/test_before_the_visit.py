"""Without a provider nothing that is printed, copied or given as JSON tells of a line-up."""

import json
from dataclasses import replace
from typing import Final, Literal

import pytest
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.answers import Rating
from decision_aid.domain.rules import Washout
from decision_aid.domain.session import Decision, NextStep, Role, Session
from decision_aid.report.before_the_visit import BRING, TITLE
from decision_aid.report.compose import compose
from decision_aid.report.document import PARTS, Document, LineUpBars
from decision_aid.report.line_up_json import line_up
from decision_aid.report.pdf import render as render_pdf
from decision_aid.report.text import render
from decision_aid.workspace.line_up_state import ALONE
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import BAND_WORDS
from decision_aid.workspace.workspace import Workspace
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, a_pack, a_session
from tests.report.reading import all_text, of_kind, part
from tests.report.visits import a_full_pack, a_full_session

TELLS: Final = (
    *(*BAND_WORDS.values(), "Fit with what I said", "lines up clearly best", "too close to call"),
    *(
        "comes first",
        "come first",
        "Came first in the draws",
        "5th to 95th",
        "Score",
        "first place",
    ),
    *("differs from the line-up", "so the line-up did not use it"),
)
"""Words of a band, a place, a share, or of what compares a decision with them."""
PARTS_OF: Final = {
    *("close_reasons", "tipping", "equivalents", "trade_offs", "options", "unknown", "widened"),
    *("sentences", "left_out"),
}
NAMES: Final = ("help", "driving", "lasting")
CHOICES = st.none() | st.builds(
    Decision, kind=st.just("option"), option=st.sampled_from(["stay", "pill", "talk"])
)
STEPS: Final[tuple[int | Literal["not_sure"], ...]] = (0, 1, 2, 3, 4, "not_sure")
RATINGS = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(STEPS)).map(
    lambda said: tuple(Rating(name, step) for name, step in said.items())
)
ALONE_HERE: st.SearchStrategy[tuple[Role, ...]] = st.sampled_from([(), ("companion",)])


@st.composite
def said_alone(draw: st.DrawFn) -> Session:
    """Whatever may have been said, some of it with a provider at an earlier time."""
    return replace(
        a_session(),
        people=draw(ALONE_HERE),
        ratings=draw(RATINGS),
        provider_ratings=draw(RATINGS),
        order=draw(st.permutations(NAMES).map(tuple)),
        leaning=draw(CHOICES),
        provider_leaning=draw(CHOICES),
        decision=draw(CHOICES),
        dealbreakers=draw(st.sampled_from([(), ("no_driving",)])),
        about=draw(st.sampled_from([AboutYou(), AboutYou(taking=(Taking(name="Nardil"),))])),
        feels_right=draw(st.sampled_from([None, "yes", "not_quite"])),
        visited=draw(st.sampled_from([(), ("matters", "weigh")])),
    )


def snapshot_of(session: Session) -> Snapshot:
    return Workspace(a_pack(), session, draws=50).snapshot


def printed(session: Session) -> Document:
    return compose(snapshot_of(session), on=TODAY, parts=PARTS)


@settings(max_examples=30, deadline=None)
@given(said_alone())
def test_no_text_holds_a_band_or_a_place(session: Session) -> None:
    document = printed(session)
    text = f"{all_text(document)}\n{render(document)}"
    assert [one for one in TELLS if one in text] == []
    assert not any(of_kind(one, LineUpBars) for one in document.parts)
    assert ALONE in all_text(part(document, "record"))


@settings(max_examples=30, deadline=None)
@given(said_alone())
def test_json_gives_the_reason_and_nothing_that_was_weighed(session: Session) -> None:
    told = line_up(snapshot_of(session))
    assert told["state"] == {
        "kind": "not_accompanied",
        "sentence": ALONE,
        "to_do": "",
        "cautions": (),
    }
    assert (told["missing"], told["draws"]) == ("not_accompanied", 0)
    assert [name for name in sorted(PARTS_OF) if told[name]] == []
    assert not [one for one in TELLS if one in json.dumps(told, ensure_ascii=False)]


def test_these_words_are_there_with_a_provider() -> None:
    with_one = replace(
        a_session(help=4, driving=2),
        decision=Decision(kind="option", option="pill"),
        order=("driving", "help"),
    )
    text = all_text(printed(with_one))
    bands = set(BAND_WORDS.values())
    absent = {one for one in TELLS if one not in text}
    assert absent <= {"too close to call", "lines up clearly best", *bands}
    assert not bands <= absent


@pytest.fixture
def page() -> str:
    about = AboutYou(taking=(Taking(name="Nardil", dose="45 mg"), Taking(name="grandma's tea")))
    said = a_full_session(people=("companion",), about=about, decision=None)
    snapshot = Workspace(a_full_pack(), said, draws=50).snapshot
    return all_text(part(compose(snapshot, on=TODAY), "person"))


def test_the_page_gets_a_person_ready_for_the_visit(page: str) -> None:
    for told in (
        TITLE,
        "What matters to me",
        "Questions I want to ask",
        "What does it cost?",
        "Nardil, 45 mg: phenelzine (MAOI antidepressant)",
        "grandma's tea: not in our list, ask a pharmacist",
        "Change nothing alone.",
        "Check first: You take an MAOI. A prescriber looks at it first.",
        "I lean towards: Pill",
        "Me: Call the clinic (by: Friday)",
        "In a crisis (US): call or text 988, or call 911.",
        "What would you do next?",
        BRING,
    ):
        assert told in page
    assert ALONE not in page


def test_the_page_is_no_shared_decision_and_holds_no_score(page: str) -> None:
    for told in ("Our shared decision", "What we decided", "PHQ-9", "in numbers"):
        assert told not in page


def test_what_was_decided_with_a_provider_is_not_lost() -> None:
    decided = Decision(kind="option", option="talk", words="with Dr. Q")
    session = replace(a_session(), people=(), decision=decided)
    assert "Written down so far: Talk (" in all_text(part(printed(session), "person"))
    with_one = replace(session, provider_leaning=decided)
    assert "Decided with a provider: Talk (" in all_text(part(printed(with_one), "person"))


GONE: Final = (
    Taking(name="phenelzine", stopped=True),
    Taking(name="zimtpowder", stopped=True),
    Taking(name="Zoloft", dose="zimtdose", stopped=True),
)


def medicines_told(*taking: Taking) -> str:
    washout = Washout(
        id="maoi", condition="aneurysm", classes=("maoi",), days=14, sources=("book",)
    )
    session = replace(a_session(), people=(), about=AboutYou(taking=taking))
    snapshot = Workspace(a_full_pack(washouts=(washout,)), session, draws=50).snapshot
    return all_text(part(compose(snapshot, on=TODAY), "person"))


def test_of_what_was_stopped_only_what_has_a_washout_goes_home() -> None:
    page = medicines_told(*GONE, Taking(name="zimttea"))
    assert "phenelzine" in page
    assert "zimttea: not in our list" in page
    assert not [one for one in ("zimtpowder", "zimtdose", "Zoloft") if one in page]


def test_what_was_left_out_is_not_said_to_be_nothing() -> None:
    page = medicines_told(*GONE[1:])
    assert "Bring a list, or the packs themselves." in page
    assert "None was noted" not in page


def test_it_prints_with_nothing_said() -> None:
    empty = compose(snapshot_of(replace(a_session(), people=())), on=TODAY)
    assert render_pdf(empty, paper="letter").startswith(b"%PDF")
    assert "None was noted. Bring a list" in render(empty)


def test_a_step_with_nothing_written_is_still_a_line() -> None:
    session = replace(a_session(), people=(), next_steps=(NextStep(what=""),))
    assert "not written yet" in all_text(part(printed(session), "person"))
