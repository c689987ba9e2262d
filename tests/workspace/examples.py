"""One example of every change, each of which changes `a_session()`, with what it says of undo."""

from decision_aid.domain.session import (
    Clearance,
    Decision,
    NextStep,
    SafetyTalk,
    Session,
    Taking,
    Tried,
)
from decision_aid.workspace import changes
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
        help=2, people=("prescriber",), clearances=(A_CLEARANCE,), dealbreakers=(), visited=()
    )


EXAMPLES: tuple[Change, ...] = (
    changes.VisitStep("about"),
    changes.SetText("label", "blue folder"),
    changes.SetText("review", "in two weeks"),
    changes.SetText("feels_missing", "my sleep"),
    changes.SetPeople(("counselor",)),
    changes.SetMinutes(10),
    changes.SetInvolvement("together"),
    changes.SetAge("65_plus"),
    changes.SetAntidepressantsTried("one"),
    changes.SetTried((Tried(name="running", outcome="a_little"),)),
    changes.SetTaking((Taking(name="Nardil"),)),
    changes.AnswerCondition("aneurysm", "unsure"),
    changes.AnswerPhq9(1, 2),
    changes.AnswerPhq9(9, 1),
    changes.RatherTalk(),
    changes.SetPhq9Difficulty(3),
    changes.RecordSafetyTalk(A_TALK),
    changes.ClearGate(A_CLEARANCE),
    changes.TakeBackClearance("maoi"),
    changes.AnswerTeachBack("check", "no"),
    changes.SetImportance("help", 4),
    changes.SetImportance("lasting", "not_sure"),
    changes.SetImportance("help", None),
    changes.SetImportance("driving", 1, voice="provider"),
    changes.SetOrder(("help",)),
    changes.SetConcerns(("my job",)),
    changes.HoldDealbreaker("no_driving", held=True),
    changes.SetFeelsRight("not_quite"),
    changes.Decide("leaning", Decision(kind="option", option="talk")),
    changes.Decide("provider_leaning", Decision(kind="not_yet")),
    changes.Decide("decision", Decision(kind="something_else", words="a holiday")),
    changes.AnswerSure(2, "no"),
    changes.SetNextSteps((NextStep(what="call"),)),
    changes.SetOpenQuestions(("And then?",)),
)
