"""The hand-over: what waits comes first, everything a prescriber needs is on it, on one page."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, get_args

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking, Tried
from decision_aid.domain.guidance import Suggestion
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Condition, Rule, Washout
from decision_aid.domain.session import Decision, EarlierVisit, Role, SafetyTalk, Session
from decision_aid.report import pdf, text
from decision_aid.report.compose import compose
from decision_aid.report.document import (
    Bullets,
    CheckList,
    Document,
    Heading,
    KeyValues,
    Paragraph,
    Part,
    SignOff,
    usual_parts,
)
from decision_aid.report.handover_part import LINE, NO_WAIT
from decision_aid.report.handover_person import TALK_FIRST
from decision_aid.report.pdf_pages import SIDE, Paper
from decision_aid.workspace.not_opened import NOTHING_CHECKED
from decision_aid.workspace.workspace import Workspace
from pypdfium2 import PdfDocument

from tests.builders import TODAY, a_pack, a_session
from tests.report.printing import EXAMPLES, PAPERS, columns, composed, example, printed
from tests.report.reading import all_text, blocks, holds, missing, of_kind, part, rows
from tests.report.visits import CLEARED, MAOI, a_full_pack, a_full_session, a_visit

COUNSELOR = next(file for file in EXAMPLES if file.stem == "with-a-counselor")
TITLE = "Hand-over to the prescriber"
BACK = f"Send this page back. See or call the person by {LINE}"


def the_pack() -> Pack:
    """A gate on an MAOI, one on an MAOI not long ago, and a caution on a weak vessel."""
    maoi, vessel = a_pack().rules
    gate = replace(maoi, id="recent", when=(("condition:recent",),), title="An MAOI not long ago")
    caution = replace(vessel, severity="caution")
    return a_full_pack(
        rules=(maoi, gate, caution),
        conditions=(
            *a_pack().conditions,
            Condition(id="recent", group="mind", text="Not long ago"),
        ),
        washouts=(
            Washout(id="maoi", condition="recent", classes=("maoi",), days=14, sources=("book",)),
        ),
    )


def handed_over(pack: Pack | None = None, **given: Any) -> Document:
    said = {"people": ("counselor",), "about": MAOI, "decision": None, **given}
    snapshot = a_visit(pack or the_pack(), a_full_session(**said))
    return compose(snapshot, on=TODAY, parts=("person", "handover", "record"))


def the_page(pack: Pack | None = None, **given: Any) -> Part:
    return part(handed_over(pack, **given), "handover")


def told(of: Part) -> dict[str, str]:
    return {heading: all_text(block).strip() for heading, block in under_headings(of)}


def under_headings(of: Part) -> list[tuple[str, Any]]:
    listed = list(blocks(of))
    return [(one.text, after) for one, after in pairwise(listed) if isinstance(one, Heading)]


@pytest.mark.parametrize("role", get_args(Role))
@pytest.mark.parametrize("prescriber", [False, True])
def test_it_is_usual_where_a_provider_is_here_and_no_prescriber(
    role: Role, *, prescriber: bool
) -> None:
    people: tuple[Role, ...] = (role, "prescriber") if prescriber else (role,)
    parts = usual_parts(a_visit(session=a_session(people=people)))
    assert ("handover" in parts) is (role in ("counselor", "helper") and not prescriber)
    assert set(parts) - {"handover"} == {"person", "record", "sources"}


def test_what_waits_comes_before_everything_about_the_person() -> None:
    listed = list(blocks(the_page()))
    card = next(place for place, one in enumerate(listed) if isinstance(one, SignOff))
    assert all_text(listed[card - 1]) == "1 check waits for a prescriber"
    before = listed[: card - 1]
    assert not [one for one in before if isinstance(one, KeyValues | Bullets)]


def test_a_card_says_why_what_is_on_hold_and_leaves_room_to_answer() -> None:
    (card,) = of_kind(the_page(), SignOff)
    assert card.heading == "You take an MAOI"
    assert card.rows == (
        ("Because", "Nardil. On hold: Pill (B)."),
        ("What could go wrong", "Blood pressure can rise."),
        ("Usually done", "A prescriber looks at it first. Change nothing alone. (source 1)"),
    )
    assert card.answer.boxes == ("Cleared", "Not cleared")
    assert [label for label, _ in card.answer.lines] == ["Reason", "Initials", "Date"]


def an_urgent_pack() -> Pack:
    """The gate on an MAOI not long ago, which comes last in the pack, is urgent."""
    maoi, gate, caution = the_pack().rules
    urgent = replace(gate, urgent=True, usually="Before the next dose, call a pharmacist.")
    return replace(the_pack(), rules=(maoi, caution, urgent))


BOTH = (*MAOI.taking, Taking(name="phenelzine", stopped=True, stopped_on=TODAY - timedelta(2)))


def test_an_urgent_check_comes_first_and_the_persons_words_are_told_as_theirs() -> None:
    page = the_page(an_urgent_pack(), about=AboutYou(taking=BOTH))
    urgent, other = of_kind(page, SignOff)
    assert urgent.heading == "Urgent, today: An MAOI not long ago"
    assert other.heading == "You take an MAOI"
    said = dict(urgent.rows)
    assert said["Usually done"].startswith("A prescriber looks at it today")
    assert "Before the next dose, call" in said["The person was told"]
    assert "The person was told" not in dict(other.rows)


@pytest.mark.parametrize(
    ("phq9", "topics"),
    [
        (Phq9(), "An MAOI not long ago"),
        (Phq9(rather_talk=True), "item 9 of the PHQ-9, first; An MAOI not long ago"),
    ],
)
def test_to_call_the_person_today_is_the_first_thing_asked_and_stands_above_the_checks(
    phq9: Phq9, topics: str
) -> None:
    about = AboutYou(taking=BOTH, phq9=phq9)
    page = the_page(an_urgent_pack(), about=about, safety_talk=None)
    listed = list(blocks(page))
    (boxes,) = of_kind(page, CheckList)
    assert boxes.items[0] == f"Call the person today about: {topics}"
    assert listed.index(boxes) < listed.index(of_kind(page, SignOff)[0])


def test_an_urgent_check_nobody_is_sure_of_says_both() -> None:
    about = AboutYou(taking=(Taking(name="phenelzine", stopped=True),))
    (card,) = of_kind(the_page(an_urgent_pack(), about=about), SignOff)
    assert card.heading == "Urgent, today: Find out first (not sure): An MAOI not long ago"


def test_a_gate_on_an_answer_nobody_is_sure_of_is_to_be_found_out_first() -> None:
    about = AboutYou(conditions=(ConditionAnswer(id="recent", answer="unsure"),))
    (card,) = of_kind(the_page(about=about), SignOff)
    assert card.heading == "Find out first (not sure): An MAOI not long ago"


def test_a_gate_that_is_cleared_does_not_wait() -> None:
    page = the_page(clearances=(CLEARED,))
    assert not of_kind(page, SignOff)
    assert of_kind(page, Paragraph)[0].text == "No check waits."
    assert "Nardil, 45 mg" in all_text(page)


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (("counselor",), "the person and counselor; nobody could clear a check."),
        (("helper", "counselor"), "the person, helper, and counselor; nobody could"),
        (("companion",), "the person and companion; nobody could"),
        ((), "the person; nobody could"),
        (("prescriber",), "the person and prescriber."),
    ],
)
def test_one_line_says_why_there_is_this_page(people: tuple[Role, ...], said: str) -> None:
    page = the_page(people=people)
    assert page.title == TITLE
    assert page.subtitle.startswith(f"Visit of Nov 23, 2026 (Room 3). Here: {said}")


@pytest.mark.parametrize("people", [("counselor",), ("prescriber", "companion"), ()])
def test_who_was_here_reads_the_same_in_all_parts(people: tuple[Role, ...]) -> None:
    made = handed_over(people=people)
    here = rows(part(made, "record"))["Here"]
    assert f"Here: {here}" in part(made, "handover").subtitle


@pytest.mark.parametrize("decided", [True, False])
@pytest.mark.parametrize("talk", [True, False])
def test_while_a_talk_comes_first_the_record_alone_has_leaning_and_decision(
    *, talk: bool, decided: bool
) -> None:
    choice = Decision(kind="option", option="talk", words="zimtwords")
    page = the_page(
        about=AboutYou(phq9=Phq9(rather_talk=True)),
        safety_talk=TALK if talk else None,
        leaning=choice,
        decision=choice if decided else None,
    )
    said = rows(page)
    assert ("Leans towards" in said) is talk
    assert ("Decided so far" in said) is (talk and decided)
    assert ("zimtwords" in all_text(page)) is talk
    assert (said.get("Leaning and decision") == TALK_FIRST) is not talk


def test_no_leaning_is_held_back_where_there_is_none() -> None:
    about = AboutYou(phq9=Phq9(rather_talk=True))
    page = the_page(about=about, safety_talk=None, leaning=None)
    assert "Leaning and decision" not in rows(page)


@pytest.mark.parametrize(
    ("about", "said"),
    [
        (AboutYou(), NOTHING_CHECKED),
        (AboutYou(taking=(Taking(name="Zoloft"),)), NO_WAIT),
        (AboutYou(conditions=(ConditionAnswer(id="aneurysm", answer="no"),)), NO_WAIT),
    ],
)
def test_that_no_check_waits_is_said_only_where_there_was_something_to_check(
    about: AboutYou, said: str
) -> None:
    page = the_page(about=about, safety_talk=None)
    assert of_kind(page, Paragraph)[0].text == said


@pytest.mark.parametrize("days", range(18))
def test_until_when_a_stopped_medicine_counts_agrees_with_the_gate_it_shuts(days: int) -> None:
    on = TODAY - timedelta(days=days)
    about = AboutYou(taking=(Taking(name="Nardil", stopped=True, stopped_on=on),))
    page = the_page(about=about)
    said = told(page)["Medicines, now and stopped"]
    cards = of_kind(page, SignOff)
    assert len(cards) == (days < 14)
    last = TODAY - timedelta(days=days) + timedelta(days=13)
    if days == 0:
        assert "taken until Nov 23, 2026" in said
    elif days < 14:
        assert last >= TODAY
        assert f"stopped on {day_words(on)}; counts for 14 days, through {day_words(last)}" in said
        assert f"Nardil, stopped on {day_words(on)}; counts for 14 days" in cards[0].rows[0][1]
    else:
        assert last < TODAY
        assert f"stopped on {day_words(on)}; no longer counts: its 14 days went" in said
        assert f"through {day_words(last)}" in said


@pytest.mark.parametrize(
    ("taking", "said"),
    [
        (
            Taking(name="Nardil", stopped=True),
            "stopped, day not known; may still count, for 14 days after the last dose: find out",
        ),
        (
            Taking(name="Zoloft", stopped=True, stopped_on=date(2026, 11, 1)),
            "stopped on Nov 1, 2026; no waiting time in our list",
        ),
        (Taking(name="rue", stopped=True), "not in our list, ask a pharmacist; stopped, day not"),
        (Taking(name="Zoloft", dose="50 mg", route="mouth"), "Zoloft, 50 mg, by mouth\nsertraline"),
        (
            Taking(name="Zoloft", stopped=True, stopped_on=date(2026, 12, 1)),
            "sertraline (SSRI antidepressant); taken until Dec 1, 2026",
        ),
    ],
)
def test_a_medicine_is_told_with_its_way_and_its_last_day(taking: Taking, said: str) -> None:
    page = the_page(about=AboutYou(taking=(taking,)))
    assert said in told(page)["Medicines, now and stopped"]


def test_cautions_stand_in_one_line_each_and_unknown_names_go_to_a_pharmacist() -> None:
    about = AboutYou(
        taking=(Taking(name="rue"),), conditions=(ConditionAnswer(id="aneurysm", answer="unsure"),)
    )
    lines = told(the_page(about=about))["Care needed"].splitlines()
    assert lines == [
        "You have a weak vessel (aneurysm; not sure, find out first; source 1)",
        "Not checked for safety, because not in our list: “rue”. Ask a pharmacist.",
    ]


TALK = SafetyTalk(action="handed_over", initials="AB", on=TODAY)
HELD = "At the visit: handed over (AB, Nov 23, 2026)."
ITEM_9 = {0: "", 1: "“yes” (1 of 3)", 3: "3 of 3"}
"""The instrument here has no words for three."""
OPEN = "No talk is recorded yet: it comes before anything else."


@pytest.mark.parametrize("talk", [TALK, None])
@pytest.mark.parametrize("rather_talk", [False, True])
@pytest.mark.parametrize("item_9", [0, 1, 3, None])
def test_the_prescriber_is_told_of_item_9_and_of_the_talk_before_anything_else(
    item_9: int | None, talk: SafetyTalk | None, *, rather_talk: bool
) -> None:
    phq9 = Phq9(answers=(1, 2, 0, 0, 0, 0, 0, 0, item_9), rather_talk=rather_talk)
    page = the_page(about=AboutYou(phq9=phq9), safety_talk=talk)
    strong = [one.text for one in of_kind(page, Paragraph) if one.tone == "strong"]
    first = strong[0] if strong[0].startswith("Item 9") else ""
    if rather_talk or item_9:
        why = (
            "would rather talk about it"
            if rather_talk
            else f"Answered {ITEM_9[item_9 or 0]}: asks for a talk"
        )
        assert why in first
        assert first.endswith(HELD if talk else OPEN)
    else:
        answered = "not answered" if item_9 is None else "“not at all”; it does not replace asking"
        assert not first
        assert rows(page)["Item 9"] == (f"{answered}. {HELD}" if talk else answered)


@pytest.mark.parametrize("talk", [TALK, None])
def test_a_talk_stays_on_paper_where_every_answer_was_taken_back(talk: SafetyTalk | None) -> None:
    page = the_page(about=AboutYou(phq9=Phq9()), safety_talk=talk)
    assert rows(page).get("Item 9") == (f"not answered. {HELD}" if talk else None)


@pytest.mark.parametrize(
    ("action", "first"),
    [
        ("assessed_now", f"Look at each check. Answer the “Questions for you” below. {BACK}"),
        ("handed_over", "Talk with the person about item 9 first"),
        (None, "Talk with the person about item 9 first"),
    ],
)
def test_a_talk_that_was_not_held_yet_is_the_first_thing_asked(action: Any, first: str) -> None:
    about = AboutYou(taking=MAOI.taking, phq9=Phq9(rather_talk=True))
    page = the_page(about=about, safety_talk=replace(TALK, action=action) if action else None)
    (boxes,) = of_kind(page, CheckList)
    assert boxes.items[0] == first


def test_the_phq9_stands_with_its_band_and_those_of_visits_before() -> None:
    then = EarlierVisit(on=date(2026, 9, 1), phq9=Phq9(answers=(3,) * 8 + (0,)))
    page = the_page(about=AboutYou(phq9=Phq9(answers=(2,) * 8 + (0,))), earlier=(then,))
    assert rows(page)["PHQ-9"] == "16 of 27, moderately severe (self-report)"
    assert rows(page)["Before"] == "Sep 1, 2026: 24, severe"


def test_what_was_tried_and_what_the_person_wants_is_on_it() -> None:
    tried = Tried(
        name="Zoloft", outcome="had_to_stop", kind="medicine", enough="no", why="I felt dizzy"
    )
    about = AboutYou(
        tried=(tried,),
        helped_before="singing",
        dissociatives_before="yes",
        other_drugs_before="rather_not",
        drugs_words="it was far away",
        conditions=(ConditionAnswer(id="aneurysm", answer="unsure"),),
    )
    said = rows(the_page(about=about, dealbreakers=("no_driving",)))
    assert said["Zoloft (medicine)"] == "Had to stop; too little dose or time; I felt dizzy"
    assert said["What helped before"] == "singing"
    assert said["Ketamine or a drug like it, before"] == "Yes"
    assert said["Other drugs before"] == "I would rather not say"
    assert said["How it was with drugs"] == "it was far away"
    assert said["Not sure about"] == "A weak vessel [aneurysm]"
    assert said["Leans towards"] == "Pill (B)"
    assert said["What matters most"] == "1. Help; 2. Driving"
    assert said["Would rule out"] == "No driving after"
    assert said["Own concerns"] == "I care for my mother"


def test_questions_go_to_the_prescriber_but_for_those_the_counselor_can_answer() -> None:
    for_counselor = Suggestion(id="c", topic="cost", ask="counselor", text="How often do we meet?")
    pack = replace(the_pack(), suggestions=(for_counselor,))
    asked = ("What does it cost?", for_counselor.text)
    page = the_page(pack, open_questions=asked)
    assert told(page)["Questions for you"] == "What does it cost?"
    (boxes,) = of_kind(page, CheckList)
    assert boxes.items == (f"Look at each check. Answer the “Questions for you” below. {BACK}",)


@pytest.mark.parametrize(
    ("about", "questions", "first"),
    [
        (MAOI, (), f"Look at each check. {BACK}"),
        (AboutYou(), ("What then?",), f"Answer the “Questions for you” below. {BACK}"),
        (AboutYou(), (), BACK),
    ],
)
def test_only_what_there_is_to_do_is_asked(
    about: AboutYou, questions: tuple[str, ...], first: str
) -> None:
    (boxes,) = of_kind(the_page(about=about, open_questions=questions), CheckList)
    assert boxes.items[0] == first


def test_the_page_names_its_sources_for_it_may_travel_alone() -> None:
    last = of_kind(the_page(), Paragraph)[-1].text
    assert last.endswith("Sources: 1 Author A 2020.")
    assert "No clinician has reviewed this yet." in last
    assert "Sources:" not in all_text(the_page(about=AboutYou()))


@pytest.mark.parametrize(
    ("taking", "said"),
    [
        ((), ""),
        (MAOI.taking, "1 check waits for a prescriber."),
        (
            (*MAOI.taking, Taking(name="phenelzine", stopped=True)),
            "2 checks wait for a prescriber.",
        ),
    ],
)
def test_a_note_begins_with_how_many_checks_wait(taking: tuple[Taking, ...], said: str) -> None:
    session = a_session(about=AboutYou(taking=taking))
    note = text.render(compose(a_visit(the_pack(), session), on=TODAY, parts=["person"]))
    assert note.splitlines()[0] == (said or "OUR SHARED DECISION")


def test_the_note_has_room_to_answer_too() -> None:
    note = text.render(handed_over())
    assert "[ ] Cleared [ ] Not cleared\nReason ____" in note
    assert "Person ____" in note


MARKS = {
    "why": "zimtwhy",
    "helped_before": "zimthelped",
    "drugs_words": "zimtdrugs",
    "reason": "zimtreason",
}


def a_marked_session(people: tuple[Role, ...]) -> Session:
    about = AboutYou(
        taking=MAOI.taking,
        tried=(Tried(name="Zoloft", outcome="no", why=MARKS["why"]),),
        helped_before=MARKS["helped_before"],
        dissociatives_before="yes",
        other_drugs_before="yes",
        drugs_words=MARKS["drugs_words"],
        phq9=Phq9(answers=(3,) * 9),
    )
    cleared = replace(CLEARED, reason=MARKS["reason"])
    return a_full_session(people=people, about=about, clearances=(cleared,))


def a_rule_on_drugs() -> Rule:
    told = a_pack().rules[1]
    return replace(told, id="drugs", when=(("drugs:dissociatives", "drugs:other"),), title="Drugs")


@pytest.mark.parametrize("people", [("counselor",), ("prescriber",), ()])
def test_drugs_item_9_and_clearances_are_for_providers_only(people: tuple[Role, ...]) -> None:
    pack = a_full_pack(rules=(*a_pack().rules, a_rule_on_drugs()))
    snapshot = a_visit(pack, a_marked_session(people))
    made = compose(snapshot, on=TODAY, parts=("person", "handover", "record"))
    person = all_text(part(made, "person")).casefold()
    for word in (*MARKS.values(), "drug", "item 9", "phq", "prescriber, 2026"):
        assert word not in person
    record, page = all_text(part(made, "record")), all_text(part(made, "handover"))
    assert not [one for one in MARKS.values() if one not in record]
    assert not [one for one in MARKS.values() if one not in page and one != MARKS["reason"]]


every_print = pytest.mark.parametrize("paper", PAPERS)


def sheets(data: bytes) -> list[int]:
    """The pages of the hand-over, counted from 0."""
    with PdfDocument(data) as opened:
        texts = [page.get_textpage().get_text_bounded() for page in opened]
    return [place for place, one in enumerate(texts) if TITLE in one]


@every_print
def test_the_example_with_a_counselor_is_handed_over_on_one_side(paper: Paper) -> None:
    data = printed(COUNSELOR, paper)
    (sheet,) = sheets(data)
    page = part(composed(COUNSELOR), "handover")
    on_paper = columns(data)[sheet]
    assert not missing(replace(composed(COUNSELOR), parts=(page,)), on_paper)
    assert len(of_kind(page, SignOff)) == 2
    assert holds(on_paper, "Find out first")


def a_crowded_one() -> Document:
    snapshot = example(COUNSELOR)
    session = snapshot.session
    taking = tuple(Taking(name=f"Nardil {n}", dose="15 mg, " * n) for n in range(12))
    about = replace(session.about, taking=(*session.about.taking, *taking, Taking(name="Zoloft")))
    crowded = replace(
        session,
        about=about,
        leaning=Decision(kind="something_else", words="much to think about " * 60),
        open_questions=("How long does it take until I can tell whether it helps?",) * 30,
    )
    workspace = Workspace(snapshot.pack, crowded, draws=50)
    return compose(workspace.snapshot, on=TODAY, parts=["handover"])


@every_print
def test_what_is_too_much_for_a_page_goes_on_under_a_heading_and_nothing_is_cut(
    paper: Paper,
) -> None:
    made = a_crowded_one()
    data = pdf.render(made, paper=paper)
    assert len(sheets(data)) > 1
    with PdfDocument(data) as opened:
        assert sheets(data) == list(range(len(opened)))
        for page in opened:
            for drawn in page.get_objects():
                left, _, right, _ = drawn.get_bounds()
                assert left >= SIDE - 3
                assert right <= page.get_width() - SIDE + 3
    assert not missing(made, "".join(columns(data)))
