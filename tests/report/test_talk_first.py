"""While a talk comes first nothing lines up, on no screen and no paper, and nothing tells why."""

import json
from dataclasses import replace

import pytest
from decision_aid.domain.about_you import AboutYou
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.session import Decision, NextStep, Role, SafetyTalk, Session
from decision_aid.report.compose import compose
from decision_aid.report.document import PARTS, LineUpBars
from decision_aid.report.line_up_json import line_up
from decision_aid.report.record_phq9 import NO_TALK
from decision_aid.workspace.changes.safety import RecordSafetyTalk
from decision_aid.workspace.line_up_state import TALK_FIRST
from decision_aid.workspace.patient_view.view import patient_view
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

from tests.builders import TODAY, a_pack, a_session
from tests.report.reading import all_text, of_kind, part

ASKED = Phq9(answers=(0, 0, 0, 0, 0, 0, 0, 0, 2))
TALKED = SafetyTalk(action="handed_over", initials="QZ", on=TODAY)

people = pytest.mark.parametrize("people", [(), ("helper",), ("prescriber",)])
asked = pytest.mark.parametrize("phq9", [ASKED, Phq9(rather_talk=True)], ids=["answer", "talk"])


def opened(people: tuple[Role, ...], phq9: Phq9) -> Workspace:
    session: Session = replace(
        a_session(help=4, driving=2),
        people=people,
        about=AboutYou(phq9=phq9),
        decision=Decision(kind="option", option="pill"),
        next_steps=(NextStep(what="Call the clinic"),),
        open_questions=("What about work?",),
    )
    return Workspace(a_pack(), session, draws=50)


def page_text(snapshot: Snapshot) -> str:
    return all_text(part(compose(snapshot, on=TODAY), "person"))


@people
@asked
def test_json_gives_the_reason_and_nothing_that_was_weighed(
    people: tuple[Role, ...], phq9: Phq9
) -> None:
    told = line_up(opened(people, phq9).snapshot)
    assert (told["missing"], told["draws"]) == ("paused", 0)
    assert told["state"]["kind"] == "paused"
    assert told["state"]["sentence"] == TALK_FIRST
    assert not any(told[name] for name in ("options", "trade_offs", "sentences", "tipping"))
    assert "PHQ" not in json.dumps(told)


@people
@asked
def test_no_paper_lines_anything_up(people: tuple[Role, ...], phq9: Phq9) -> None:
    document = compose(opened(people, phq9).snapshot, on=TODAY, parts=PARTS)
    assert not any(of_kind(one, LineUpBars) for one in document.parts)
    record = all_text(part(document, "record"))
    assert TALK_FIRST in record
    assert NO_TALK in record


@people
@asked
def test_the_page_is_calm_gives_the_contacts_and_does_not_tell_why(
    people: tuple[Role, ...], phq9: Phq9
) -> None:
    snapshot = opened(people, phq9).snapshot
    text = page_text(snapshot)
    assert "You are not alone" in text
    assert snapshot.pack.crisis.line in text
    assert "Call the clinic" in text
    assert "What about work?" in text
    for telling in ("PHQ", "Item 9", "item 9", "question", "dead", "hurt", "suicid", "safety"):
        assert telling not in text.replace("Questions still open", "")


def test_with_the_talk_on_record_all_of_it_is_there_again() -> None:
    workspace = opened(("helper",), ASKED)
    workspace.apply(RecordSafetyTalk(TALKED))
    assert line_up(workspace.snapshot)["options"]
    assert "Our shared decision" in page_text(workspace.snapshot)
    assert TALK_FIRST not in all_text(part(compose(workspace.snapshot, on=TODAY), "record"))


def test_the_patient_screen_waits_too() -> None:
    assert patient_view(
        opened(("helper",), ASKED).snapshot, "weigh", findings_shown=True
    ) == patient_view(opened(("helper",), ASKED).snapshot, "welcome", findings_shown=False)
