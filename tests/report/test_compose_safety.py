"""What the paper says of safety, and what stays off the person's page."""

from dataclasses import replace

import pytest
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.answers import Rating
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Decision, Role, Session
from decision_aid.report.compose import compose
from decision_aid.report.document import (
    Callout,
    LineUpBars,
    Part,
    Table,
)

from tests.builders import TODAY, a_session
from tests.report.reading import all_text, of_kind, part, rows
from tests.report.visits import CLEARED, GATED, MAOI, a_full_pack, a_full_session, a_visit, document


@pytest.mark.parametrize("rather_talk", [False, True])
@pytest.mark.parametrize("item_9", [0, 1, 3, None])
def test_no_word_of_the_phq9_is_on_the_persons_page(
    item_9: int | None, *, rather_talk: bool
) -> None:
    answers = (3, 3, 3, 3, 3, 3, 3, 3, item_9)
    phq9 = Phq9(answers=answers, rather_talk=rather_talk, difficulty=3)
    session = a_full_session(about=AboutYou(phq9=phq9))
    pack = a_full_pack()
    said = all_text(part(document(session), "person")).casefold()
    instrument = pack.instrument("phq9")
    assert instrument
    assert instrument.extra
    assert not [one.text for one in instrument.items if one.text.casefold() in said]
    for word in ("phq", "item 9", "severe", "of 27", instrument.extra.text.casefold()):
        assert word not in said


def test_the_record_says_that_item_9_asked_for_a_talk_and_what_was_done() -> None:
    asked = AboutYou(phq9=Phq9(answers=(0,) * 8 + (1,)))
    held = rows(part(document(a_full_session(about=asked)), "record"))["Item 9"]
    assert (
        held == "Answered “yes” (1 of 3): asks for a talk. At the visit: assessed now (AB, Nov 23, "
        "2026)."
    )
    open_still = a_full_session(about=asked, safety_talk=None)
    assert "No talk is recorded yet" in rows(part(document(open_still), "record"))["Item 9"]


def test_no_total_is_told_while_an_answer_is_missing() -> None:
    some = AboutYou(phq9=Phq9(answers=(1, 2, None, 0, 0, 0, 0, 0, 0)))
    assert "No total" in rows(part(document(a_session(about=some)), "record"))["PHQ-9"]


def drawn(of: Part) -> dict[str, str]:
    """Each bar of the line-up by name, with why it is not one."""
    return {
        bar.name.split("  ")[1]: bar.not_weighed
        for block in of_kind(of, LineUpBars)
        for bar in block.bars
    }


MAOI_WAITS = "Waiting for a check by a prescriber: You take an MAOI (B)."
DRIVING_OUT = "Ruled out: “No driving after” (B)."


@pytest.mark.parametrize(
    ("session", "reason", "in_short"),
    [
        (GATED, "You take an MAOI. A prescriber has to check this first.", "waiting for a check"),
        (
            a_full_session(dealbreakers=("no_driving",)),
            "ruled out by “No driving after”.",
            "ruled out",
        ),
        (
            replace(GATED, dealbreakers=("no_driving",)),
            (
                "You take an MAOI. A prescriber has to check this first. It is also ruled out by "
                "“No driving after”."
            ),
            "waiting for a check; ruled out",
        ),
    ],
    ids=["gated", "ruled out", "both"],
)
def test_an_option_that_is_shut_has_no_bar_and_its_reason_is_told(
    session: Session, reason: str, in_short: str
) -> None:
    made = compose(a_visit(session=session), on=TODAY, parts=["person", "record", "sums"])
    person, record, sums_part = made.parts
    assert drawn(record) == {"Talk": "", "Stay": "", "Pill": reason}
    (bar,) = (one for block in of_kind(record, LineUpBars) for one in block.bars if one.not_weighed)
    assert (bar.score, bar.low, bar.high) == (0, 0, 0)
    (fits,) = (one for one in of_kind(record, Table) if one.columns[1].title == "Band")
    sums = [fits, *of_kind(sums_part, Table)]
    assert len(sums) == 7
    assert not [row for one in sums for row in one.rows if "Pill" in row[0] or row[0] == "B"]
    assert not [column for one in sums for column in one.columns if column.title == "B"]
    assert rows(person)["B  Pill"] == in_short
    told = {"You take an MAOI", "“No driving after”"}
    assert [one for one in told if one in reason] == [
        one for one in told if f"{one} (B)" in all_text(person)
    ]


@pytest.mark.parametrize("chosen", ["decision", "leaning"])
def test_what_a_prescriber_has_to_check_stands_beside_what_was_decided(chosen: str) -> None:
    option = Decision(kind="option", option="pill")
    blank = replace(GATED, decision=None, leaning=None)
    decided, leaning = replace(blank, decision=option), replace(blank, leaning=option)
    wanted = decided if chosen == "decision" else leaning
    box = of_kind(part(document(wanted), "person"), Callout)[0]
    assert "Before that: You take an MAOI. A prescriber has to check this first." in box.paragraphs
    cleared = document(replace(wanted, clearances=(CLEARED,)))
    assert "MAOI" not in all_text(of_kind(part(cleared, "person"), Callout)[0])


def test_a_cleared_gate_prints_initials_reason_and_day_and_the_bar_is_back() -> None:
    record = part(document(replace(GATED, clearances=(CLEARED,))), "record")
    assert rows(record)["Cleared"] == "Watched in hospital (QZ, prescriber, Nov 20, 2026)"
    assert "Checked and cleared: You take an MAOI" in all_text(record)
    assert drawn(record) == {"Talk": "", "Stay": "", "Pill": ""}


def test_a_clearance_of_something_else_is_told_as_one_that_no_longer_covers() -> None:
    both = AboutYou(taking=(*MAOI.taking, Taking(name="phenelzine")))
    record = part(document(replace(GATED, about=both, clearances=(CLEARED,))), "record")
    assert rows(record)["Cleared"].startswith("No longer: the clearance of Nov 20, 2026 (QZ)")
    assert drawn(record)["Pill"]


def test_a_gate_nobody_cleared_says_that_its_options_are_left_out() -> None:
    record = part(document(GATED), "record")
    assert rows(record)["Cleared"] == "No. Its options are not in the line-up."
    assert rows(record)["Set off by"] == "Nardil"


def test_an_unknown_medicine_is_printed_as_typed_with_whom_to_ask() -> None:
    drops = AboutYou(taking=(Taking(name="Grandma’s drops", dose="2"),))
    said = all_text(part(document(a_session(about=drops)), "record"))
    assert "Grandma’s drops, 2: not in our list, ask a pharmacist" in said


def test_a_medicine_is_printed_with_what_it_was_read_as_and_what_of_it_was_not() -> None:
    taking = (Taking(name="Zoloft 50 mg"), Taking(name="nardil, bluepill", dose="2 daily"))
    said = all_text(part(document(a_session(about=AboutYou(taking=taking))), "record"))
    assert "Zoloft 50 mg: sertraline (SSRI antidepressant)" in said
    read = "phenelzine (MAOI antidepressant); not in our list: “bluepill”, ask a pharmacist"
    assert f"nardil, bluepill, 2 daily: {read}" in said
    assert "Not checked for safety, because not in our list: “bluepill”. Ask a" in said


def test_the_form_of_ketamine_is_printed_where_it_was_told() -> None:
    told = part(document(a_session(about=AboutYou(ketamine_form="by_mouth"))), "record")
    assert rows(told)["Form of ketamine talked about"] == "swallowed or melted in mouth"
    assert "Form of ketamine" not in all_text(part(document(a_session()), "record"))


def test_a_form_nobody_told_is_printed_as_such_where_a_rule_depends_on_it() -> None:
    (rule, *_) = a_full_pack().rules
    pack = a_full_pack(rules=(replace(rule, when=(*rule.when, ("form:open",))),))
    record = part(compose(a_visit(pack, a_session()), on=TODAY), "record")
    assert rows(record)["Form of ketamine talked about"] == "Not said"


PAIR = (Taking(name="Nardil"), Taking(name="Zoloft"))


def an_urgent_pack() -> Pack:
    """The gate on an MAOI asks for a second medicine and cannot wait."""
    maoi, vessel = a_full_pack().rules
    when = (("class:maoi",), ("class:ssri",))
    to_do = "Before the next dose, call a pharmacist."
    return a_full_pack(rules=(replace(maoi, urgent=True, when=when, usually=to_do), vessel))


@pytest.mark.parametrize("people", [("counselor",), ("prescriber",), ()])
def test_what_cannot_wait_is_the_first_thing_on_the_persons_page(people: tuple[Role, ...]) -> None:
    session = a_full_session(people=people, about=AboutYou(taking=PAIR))
    person = part(compose(a_visit(an_urgent_pack(), session), on=TODAY), "person")
    box = person.blocks[0]
    assert isinstance(box, Callout)
    assert box.heading == "Urgent: before the next dose"
    assert box.paragraphs == (
        "Nardil and Zoloft: You take an MAOI.",
        "Before the next dose, call a pharmacist. Change nothing alone.",
    )
    assert all_text(person.blocks).count("call a pharmacist") == 1


def test_three_medicines_are_named_in_one_breath() -> None:
    three = (*PAIR, Taking(name="phenelzine"))
    session = a_full_session(about=AboutYou(taking=three))
    person = part(compose(a_visit(an_urgent_pack(), session), on=TODAY), "person")
    assert "Nardil, phenelzine, and Zoloft: You take" in all_text(person.blocks[0])


def test_what_cannot_wait_is_told_after_whom_to_call_where_a_talk_comes_first() -> None:
    about = AboutYou(taking=PAIR, phq9=Phq9(rather_talk=True))
    session = a_full_session(people=("counselor",), about=about, safety_talk=None)
    person = part(compose(a_visit(an_urgent_pack(), session), on=TODAY), "person")
    headings = [one.heading for one in of_kind(person, Callout)]
    assert headings.index("Urgent: before the next dose") == len(headings) - 1
    assert "988" in headings[-2]


@pytest.mark.parametrize("people", [("counselor",), ("prescriber",), ()])
def test_what_the_provider_leans_to_and_rates_is_not_on_the_persons_page(
    people: tuple[Role, ...],
) -> None:
    leaning = Decision(kind="option", option="talk", words="zimtleaning")
    without = a_full_session(people=people, provider_leaning=None, provider_ratings=())
    said = replace(without, provider_leaning=leaning, provider_ratings=(Rating("help", 1),))
    pages = [part(document(one), "person") for one in (without, said)]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("taking", [(), MAOI.taking])
def test_a_check_that_can_wait_is_not_called_urgent(taking: tuple[Taking, ...]) -> None:
    session = a_full_session(about=AboutYou(taking=taking))
    made = compose(a_visit(an_urgent_pack(), session), on=TODAY)
    assert "Urgent" not in all_text(part(made, "person"))


def test_an_urgent_check_that_was_cleared_is_not_urgent_any_more() -> None:
    cleared = replace(CLEARED, covers=("Nardil", "Zoloft"))
    session = a_full_session(about=AboutYou(taking=PAIR), clearances=(cleared,))
    made = compose(a_visit(an_urgent_pack(), session), on=TODAY)
    assert "Urgent" not in all_text(part(made, "person"))


NOT_CHECKED = (
    "Not checked for safety, because not in our list: “rue” and “Grandma’s tea”. Ask a pharmacist."
)
UNKNOWN = (Taking(name="rue"), Taking(name="Zoloft"), Taking(name="Grandma’s tea"))


def test_what_could_not_be_checked_is_named_where_no_rule_applies() -> None:
    said = all_text(part(document(a_session(about=AboutYou(taking=UNKNOWN))), "record"))
    assert NOT_CHECKED in said
    assert "None of the safety rules applies to what could be checked." in said
    assert "applies to what was said" not in said


def test_what_could_not_be_checked_is_named_beside_a_finding_too() -> None:
    about = AboutYou(taking=(*MAOI.taking, *UNKNOWN))
    said = all_text(part(document(a_session(about=about)), "record"))
    assert NOT_CHECKED in said
    assert "You take an MAOI" in said


def test_nothing_is_said_to_be_unchecked_where_every_name_is_in_the_list() -> None:
    said = all_text(part(document(GATED), "record"))
    assert "Not checked for safety" not in said
