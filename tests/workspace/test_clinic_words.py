"""What a clinic adds, in words; and that nothing known, weighed or shut depends on it."""

from dataclasses import replace
from datetime import date

from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.clinic import Clinic, ClinicOption, ContentReview, Phone
from decision_aid.domain.options import Cell, Question
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.workspace.changes.matters import SetImportance
from decision_aid.workspace.clinic_words import (
    as_of_sentence,
    call_line,
    clinic_rows,
    notes_beside,
    option_notes,
    phone_rows,
    phones_sentence,
    review_sentence,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, a_pack, a_session

REVIEW = ContentReview(by="A. N. Example", on=date(2026, 11, 20), version="1")
CLINIC = Clinic(
    name="Example Clinic",
    as_of=date(2026, 11, 1),
    options=(
        ClinicOption(id="pill", cost="20 dollars", wait="two weeks", offered_by="our nurse"),
        ClinicOption(id="talk", wait="six weeks"),
    ),
    phones=(Phone(text="Nurse line", number="555-0100"), Phone(text="Desk", number="555-0101")),
    reviews=(REVIEW, replace(REVIEW, version="0.9", on=date(2025, 1, 1))),
)


def asking(*questions: str) -> Pack:
    """The small pack with more rows in its table."""
    pack = a_pack()
    asked = tuple(
        Question(id=one, kind="practical", text=f"{one}?", short=one) for one in questions
    )
    options = tuple(
        replace(one, cells=(*one.cells, *(Cell(id=row, text="It depends") for row in questions)))
        for one in pack.options
    )
    return replace(pack, questions=(*pack.questions, *asked), options=options)


def at(clinic: Clinic | None, pack: Pack | None = None) -> Snapshot:
    return Workspace(pack or a_pack(), a_session(), clinic=clinic).snapshot


def test_notes_of_an_option_are_those_the_clinic_wrote() -> None:
    assert option_notes(at(CLINIC), "pill") == (
        ("Who offers it", "our nurse"),
        ("Wait", "two weeks"),
        ("Cost", "20 dollars"),
    )
    assert option_notes(at(CLINIC), "talk") == (("Wait", "six weeks"),)
    assert option_notes(at(CLINIC), "stay") == ()


def test_each_note_stands_beside_the_answer_it_belongs_to() -> None:
    snapshot = at(CLINIC, asking("cost", "who_provides"))
    assert notes_beside(snapshot, "pill", "cost") == (("Cost", "20 dollars"),)
    assert [label for label, _ in notes_beside(snapshot, "pill", "who_provides")] == [
        "Who offers it",
        "Wait",
    ]
    assert notes_beside(snapshot, "pill", "soon") == ()
    assert notes_beside(snapshot, "talk", "cost") == ()


def test_whatever_a_clinic_adds_is_named_dated_and_apart_from_the_evidence() -> None:
    snapshot = at(CLINIC)
    said = "From Example Clinic, as of Nov 1, 2026; not part of the evidence."
    assert as_of_sentence(snapshot) == said
    assert phone_rows(snapshot) == (("555-0100", "Nurse line"), ("555-0101", "Desk"))
    for told in (phones_sentence(snapshot), call_line(snapshot), clinic_rows(snapshot)[0][1]):
        assert "Example Clinic, as of Nov 1, 2026" in told
    assert call_line(snapshot).startswith("To call the clinic: 555-0100 (Nurse line)")


def test_a_clinic_without_numbers_offers_none_to_call() -> None:
    snapshot = at(replace(CLINIC, phones=()))
    assert (call_line(snapshot), phones_sentence(snapshot)) == ("", "")


def test_without_a_clinic_nothing_is_added() -> None:
    snapshot = at(None)
    note = snapshot.pack.provenance.review_note
    assert review_sentence(snapshot) == note
    for said in (
        as_of_sentence(snapshot),
        phones_sentence(snapshot),
        call_line(snapshot),
        option_notes(snapshot, "pill"),
        notes_beside(snapshot, "pill", "cost"),
        phone_rows(snapshot),
        clinic_rows(snapshot),
    ):
        assert not said


def test_a_review_of_this_version_is_told_with_what_the_project_says_of_itself() -> None:
    said = review_sentence(at(CLINIC))
    assert said.startswith(
        "Reviewed at Example Clinic by A. N. Example on Nov 20, 2026, as the clinic states."
    )
    assert "No clinician has reviewed this yet." in said


def test_the_newest_review_of_this_version_is_told() -> None:
    newer = replace(REVIEW, by="B. N. Example", on=date(2026, 11, 22))
    clinic = replace(CLINIC, reviews=(newer, *CLINIC.reviews))
    assert "B. N. Example" in review_sentence(at(clinic))


def test_a_review_of_another_version_does_not_count_as_one_of_this() -> None:
    snapshot = at(CLINIC, a_pack(version="2"))
    assert review_sentence(snapshot) == snapshot.pack.provenance.review_note
    rows = dict(clinic_rows(snapshot))
    assert rows["Review of version 1"].endswith("It is not about version 2, shown here.")


def test_all_that_a_clinic_adds_can_be_read_in_one_place() -> None:
    said = " ".join(text for _, text in clinic_rows(at(CLINIC)))
    for text in ("our nurse", "20 dollars", "six weeks", "555-0101", "Desk", "A. N. Example"):
        assert text in said, text


def test_a_clinic_comes_in_without_a_step_of_undo_and_watchers_are_told() -> None:
    workspace = Workspace(a_pack(), a_session())
    workspace.apply(SetImportance("help", 3))
    told: list[Snapshot] = []
    workspace.watch(lambda: told.append(workspace.snapshot))
    workspace.take_clinic(CLINIC)
    assert [one.clinic for one in told] == [CLINIC]
    workspace.undo()
    assert workspace.snapshot.clinic == CLINIC
    assert workspace.snapshot.session.ratings == ()
    workspace.begin(a_session())
    assert workspace.snapshot.clinic == CLINIC


WORDS = st.text(max_size=12)
IDS = st.sampled_from(("stay", "pill", "talk", "help", "maoi", "better", "book", "nobody"))
CLINICS = st.builds(
    Clinic,
    name=WORDS,
    as_of=st.dates(),
    options=st.lists(
        st.builds(ClinicOption, id=IDS, cost=WORDS, wait=WORDS, offered_by=WORDS), max_size=4
    ).map(tuple),
    phones=st.lists(st.builds(Phone, text=WORDS, number=WORDS), max_size=3).map(tuple),
    reviews=st.lists(
        st.builds(ContentReview, by=WORDS, on=st.dates(), version=WORDS | st.just("1")), max_size=3
    ).map(tuple),
    paper=st.sampled_from((None, "letter", "a4")),
)
SESSIONS: tuple[Session, ...] = (
    a_session(),
    a_session(help=4, driving=2, lasting="not_sure"),
    a_session(help=3, about=AboutYou(taking=(Taking(name="Nardil"),))),
    a_session(driving=4, dealbreakers=("no_driving",), started_on=TODAY),
)


@given(clinic=CLINICS, session=st.sampled_from(SESSIONS))
@settings(max_examples=60, deadline=None)
def test_no_clinic_alters_a_figure_a_gate_a_source_or_the_line_up(
    clinic: Clinic, session: Session
) -> None:
    pack = a_pack()
    without = Workspace(pack, session, draws=50).snapshot
    beside = Workspace(pack, session, draws=50)
    beside.take_clinic(clinic)
    given_it = beside.snapshot
    assert given_it.pack == a_pack()
    assert given_it.findings == without.findings
    assert given_it.gated == without.gated
    assert given_it.appraisal == without.appraisal
    assert replace(given_it, clinic=None) == without
