"""One example of every change, each of which changes `a_session()`, with what it says of undo."""

from datetime import date

from decision_aid.domain.about_you import Taking, Tried
from decision_aid.domain.session import (
    Clearance,
    Concern,
    Decision,
    NextStep,
    SafetyTalk,
    Session,
)
from decision_aid.workspace.changes.about import (
    AnswerCondition,
    NoToTheRest,
    SetAboutText,
    SetAge,
    SetAntidepressantsTried,
    SetDrugsBefore,
    SetKetamineForm,
    SetTaking,
    SetTried,
)
from decision_aid.workspace.changes.decide import AnswerSure, Decide, SetNextSteps, SetOpenQuestions
from decision_aid.workspace.changes.matters import (
    AnswerTradeOff,
    HoldDealbreaker,
    PickMost,
    PlaceOption,
    SetConcerns,
    SetImportance,
    SetOrder,
)
from decision_aid.workspace.changes.phq9 import AnswerPhq9, RatherTalk, SetPhq9Difficulty
from decision_aid.workspace.changes.safety import ClearGate, RecordSafetyTalk, TakeBackClearance
from decision_aid.workspace.changes.understand import AnswerTeachBack
from decision_aid.workspace.changes.walk import BeginVisit, SetText, VisitStep
from decision_aid.workspace.changes.weigh import SetFeelsRight
from decision_aid.workspace.changes.welcome import SetInvolvement, SetMinutes, SetPeople
from decision_aid.workspace.workspace import Change

from tests.builders import TODAY, a_session

A_TALK = SafetyTalk(action="assessed_now", initials="AB", on=TODAY)
A_CLEARANCE = Clearance(
    rule="maoi",
    role="prescriber",
    initials="AB",
    reason="stopped it three weeks ago",
    on=TODAY,
    covers=("Nardil",),
)


def a_started_session() -> Session:
    """A session in which every example changes something."""
    return a_session(
        help=2,
        people=("prescriber",),
        clearances=(A_CLEARANCE,),
        concerns=(Concern(id="own_9", text="my garden"),),
        dealbreakers=(),
        visited=(),
    )


EXAMPLES: tuple[Change, ...] = (
    VisitStep("about"),
    SetText("label", "blue folder"),
    SetText("review", "in two weeks"),
    SetText("feels_missing", "my sleep"),
    SetPeople(("counselor",)),
    SetMinutes(10),
    SetInvolvement("together"),
    SetAge("65_plus"),
    SetAntidepressantsTried("one"),
    SetKetamineForm("by_mouth"),
    SetTried((Tried(name="running", outcome="a_little"),)),
    SetTaking((Taking(name="Nardil"),)),
    SetDrugsBefore("dissociatives", "yes"),
    SetDrugsBefore("other", "rather_not"),
    SetAboutText("helped_before", "my dog"),
    SetAboutText("drugs_words", "odd"),
    AnswerCondition("aneurysm", "unsure"),
    NoToTheRest(("aneurysm",)),
    AnswerPhq9(1, 2),
    AnswerPhq9(9, 1),
    RatherTalk(),
    SetPhq9Difficulty(3),
    RecordSafetyTalk(A_TALK),
    ClearGate(A_CLEARANCE),
    TakeBackClearance("maoi"),
    AnswerTeachBack("check", "no"),
    SetImportance("help", 4),
    SetImportance("lasting", "not_sure"),
    SetImportance("help", None),
    SetImportance("driving", 1, voice="provider"),
    SetOrder(("help",)),
    PickMost("driving", picked=True),
    SetConcerns((Concern(id="own_1", text="my job"),)),
    PlaceOption("own_9", "pill", "badly"),
    AnswerTradeOff("help", "driving", "second"),
    BeginVisit(date(2026, 12, 24)),
    HoldDealbreaker("no_driving", held=True),
    SetFeelsRight("not_quite"),
    Decide("leaning", Decision(kind="option", option="talk")),
    Decide("provider_leaning", Decision(kind="not_yet")),
    Decide("decision", Decision(kind="something_else", words="a holiday")),
    AnswerSure(2, "no"),
    SetNextSteps((NextStep(what="call"),)),
    SetOpenQuestions(("And then?",)),
)
