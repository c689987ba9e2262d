"""The top of the record: what a provider with two minutes must not miss."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.session import Decision, EarlierVisit, SafetyTalk, Session
from decision_aid.report.document import Heading, KeyValues
from decision_aid.report.record_phq9 import NO_TALK
from decision_aid.report.record_short import NO_ANSWER, NOT_AT_ALL, NOTHING_OPEN
from decision_aid.workspace.not_opened import NOTHING_CHECKED

from tests.builders import TODAY, a_session
from tests.report.reading import all_text, blocks, of_kind, part, rows
from tests.report.visits import CLEARED, GATED, MAOI, a_full_session, document

TALK = SafetyTalk(action="assessed_now", initials="AB", on=TODAY)


def short(session: Session) -> tuple[tuple[str, str], ...]:
    heading, table, *_ = blocks(part(document(session), "record"))
    assert isinstance(heading, Heading)
    assert isinstance(table, KeyValues)
    assert heading.text == "In short"
    return table.rows


def said(session: Session, label: str) -> list[str]:
    return [text for name, text in short(session) if name == label]


def with_item_9(answer: int | None, **given: Any) -> Session:
    about = AboutYou(phq9=Phq9(answers=(1,) * 8 + (answer,)))
    return a_session(about=about, **given)


@pytest.mark.parametrize(
    ("session", "told"),
    [
        (a_session(), NO_ANSWER),
        (with_item_9(None), NO_ANSWER),
        (with_item_9(0), NOT_AT_ALL),
        (with_item_9(1), f"Answered “yes” (1 of 3): asks for a talk. {NO_TALK}"),
    ],
    ids=["no phq-9", "left open", "not at all", "above"],
)
def test_item_9_is_always_told_and_a_zero_clears_nothing(session: Session, told: str) -> None:
    assert said(session, "Item 9") == [told]


def test_a_talk_that_is_missing_comes_before_the_decision() -> None:
    talk = SafetyTalk(action="emergency", initials="CD", on=TODAY)
    assert short(with_item_9(3))[0][0] == "Item 9"
    assert short(with_item_9(3, safety_talk=talk))[0][0] == "Decided together"


def test_checks_that_nobody_cleared_are_open_and_say_which_options_they_shut() -> None:
    assert said(GATED, "Open check") == ["You take an MAOI (shuts B)"]
    assert said(replace(GATED, clearances=(CLEARED,)), "Open check") == [NOTHING_OPEN]


def test_what_could_not_be_checked_is_open_too() -> None:
    about = AboutYou(taking=(*MAOI.taking, Taking(name="rue")))
    gate, unknown = said(replace(GATED, about=about), "Open check")
    assert gate.startswith("You take an MAOI")
    assert "“rue”" in unknown
    only = a_session(about=AboutYou(taking=(Taking(name="rue"),)))
    assert said(only, "Open check") == [unknown]


def test_an_empty_session_does_not_reassure() -> None:
    assert said(a_session(), "Open check") == [NOTHING_CHECKED]
    record = all_text(part(document(a_session()), "record"))
    assert record.count(NOTHING_CHECKED) == 2
    assert "None of the safety rules" not in record


@pytest.mark.parametrize(
    ("given", "label"),
    [
        ({"people": ("counselor",)}, "Decided together"),
        ({"people": ()}, "Written down so far"),
        ({"people": ("companion",)}, "Written down so far"),
        ({"people": (), "clearances": (CLEARED,)}, "Decided together"),
        ({"people": (), "earlier": (EarlierVisit(on=TODAY),)}, "Written down so far"),
        (
            {"people": (), "earlier": (EarlierVisit(on=TODAY, safety_talk=TALK),)},
            "Decided together",
        ),
    ],
)
def test_together_is_said_only_where_a_provider_is_or_was_there(
    given: dict[str, Any], label: str
) -> None:
    decided = Decision(kind="option", option="talk")
    session = replace(a_session(), decision=decided, **given)
    assert short(session)[0] == (label, "Talk (A)")
    headings = [one.text for one in of_kind(part(document(session), "record"), Heading)]
    assert ("How it was decided" in headings) is (label == "Decided together")


def test_what_is_next_and_when_to_look_again_stand_there() -> None:
    session = a_full_session()
    assert said(session, "Next step") == [
        "Me: Call the clinic (by: Friday)",
        "Provider: Send the papers",
    ]
    assert said(session, "Look again") == ["in 6 weeks"]
    assert said(a_session(), "Next step") == ["None was noted."]


def test_the_visit_is_told_by_its_number_in_the_session() -> None:
    earlier = tuple(EarlierVisit(on=date(2026, month, 1)) for month in (1, 3))
    record = part(document(a_full_session(earlier=earlier)), "record")
    assert rows(record)["Visit"] == "Nov 23, 2026, visit 3 of this session"
