"""The note for a record fits every record system, whatever was said, and keeps what counts."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from decision_aid.domain.about_you import ConditionAnswer, Taking
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.rules import Rule
from decision_aid.domain.session import (
    Clearance,
    Concern,
    Decision,
    NextStep,
    Role,
    SafetyTalk,
    Session,
)
from decision_aid.report.note import NO_DECISION, NO_LINE_UP, note
from decision_aid.report.note_line_up import HEADING
from decision_aid.report.note_text import plain
from decision_aid.report.record_phq9 import NO_TALK
from decision_aid.workspace.snapshot import Snapshot
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.builders import TODAY
from tests.gui.sessions import full_session, real_pack
from tests.report.visits import CLEARED, GATED, a_full_pack, a_full_session, a_visit

THE_FULL_VISIT = """\
Shared decision, visit 1, 2026-11-23. Here: the person, prescriber,
  companion
Label: Room 3
Decided together: Pill (B): Try it, and keep my job.
Leaning:
- The person, Pill (B)
- The provider, Talk (A)
PHQ-9: 11 of 27, moderate (self-report); item 9 asks for a talk. Done:
  assessed now (2026-11-23, AB)
Not checked, because not in our list: grandma's tea
Medicines and substances:
- Zoloft, 100 mg
- grandma's tea
Why:
- Help: Most
- Driving: A lot
- Own concern: I care for my mother
Options and what was said (how they fit, not the chance that one works):
- It is too close to call which option fits best what was said.
- Fits well: Talk (A); fairly well: Stay (C); less well: Pill (B)
Next steps:
- Me: Call the clinic (by: Friday)
- Provider: Send the papers
Questions still open:
- What does it cost?
Next visit: in 6 weeks
Decision aid small 1, 2026-11-23. Not advice. No clinician has reviewed this
  yet.
"""
LONG = "x" * 10_000
HOSTILE = (
    "“curly” – it’s … • bullet",
    '<img src="/etc/passwd"/> &amp; <b>',
    "one\r\ntwo\ttree\x0b\x00\x1b\x85\u2028six",
    "abc\u202edef \u2066x\u2069 \ud83d \ufffe",
    "sad 😔 👩🏽‍⚕️",
    "日本語 العربية ไทย",
    "Zoë Łódź ﬁne ½ ² x\u0301\u0302",
    "\u200b\u00ad\u00a0 \u3000",
    "",
    LONG,
    "many words " * 1_000,
)


def of(session: Session) -> str:
    return note(a_visit(session=session), TODAY)


def unwrapped(text: str) -> str:
    return " ".join(text.split())


def check(text: str) -> None:
    """It pastes cleanly into any record system."""
    lines = text.split("\n")
    assert len(text) + text.count("\n") < 2_000, "also where a line ends in two characters"
    assert lines.pop() == ""
    assert all(line and len(line) <= 76 and line == line.rstrip() for line in lines)
    assert all(line.isprintable() for line in lines)
    assert text.encode("latin-1").decode("latin-1") == text
    assert not {"\t", "\xa0", "\xad"}.intersection(text)


def saying(words: Sequence[str], people: tuple[Role, ...], count: int) -> Session:
    """These words in every field that is typed, and so many entries in every list."""
    said = [words[place % len(words)] for place in range(max(count, 1))]
    one, other = said[0], said[-1]
    full = a_full_session()
    cleared = replace(CLEARED, initials=one, reason=other, covers=("aneurysm",))
    about = replace(
        full.about,
        taking=tuple(Taking(name=name[:90], dose=other[:90]) for name in said[:9]),
        conditions=(ConditionAnswer(id="aneurysm", answer="yes"),),
    )
    return replace(
        full,
        people=people,
        label=one,
        about=about,
        clearances=(cleared,),
        safety_talk=SafetyTalk(action="handed_over", initials=other, on=TODAY),
        concerns=tuple(Concern(id=f"own_{n}", text=text) for n, text in enumerate(said)),
        leaning=Decision(kind="not_yet", words=one),
        decision=Decision(kind="option", option="pill", words=other),
        next_steps=tuple(NextStep(what=text, who=one, by=other) for text in said),
        open_questions=tuple(said),
        review=other,
    )


def a_gate() -> Rule:
    """On a condition, so that typing over a medicine opens no gate."""
    return replace(a_full_pack().rules[0], when=(("condition:aneurysm",),))


PEOPLE: tuple[tuple[Role, ...], ...] = ((), ("companion",), ("prescriber",), ("counselor",))


@settings(max_examples=30, deadline=None, derandomize=True, phases=[Phase.generate])
@given(
    st.lists(st.sampled_from(HOSTILE) | st.text(max_size=90), min_size=1, max_size=6),
    st.sampled_from(PEOPLE),
    st.integers(min_value=1, max_value=90),
)
def test_whatever_is_said_it_fits_and_holds_the_decision_the_check_and_the_talk(
    words: list[str], people: tuple[Role, ...], count: int
) -> None:
    pack = a_full_pack(rules=(a_gate(),))
    told = note(a_visit(pack, saying(words, people, count)), TODAY)
    check(told)
    assert "Pill (B)" in told
    assert a_gate().title in told
    assert ("handed over (2026-11-23" in unwrapped(told)) == (
        "prescriber" in people or "counselor" in people
    )


def test_a_visit_is_told_in_short_lines_a_record_can_hold() -> None:
    assert of(a_full_session()) == THE_FULL_VISIT
    check(THE_FULL_VISIT)


def test_with_every_check_of_the_pack_waiting_and_much_said_none_is_left_out() -> None:
    full = full_session()
    names = ("phenelzine", "Lexapro", "theophylline", "selegiline", "Zyvox", "tranylcypromine")
    taking = tuple(Taking(name=name) for name in names)
    session = replace(
        saying((LONG,), ("prescriber",), 30),
        pack=real_pack().id,
        about=replace(full.about, taking=taking),
        ratings=(),
        decision=None,
        provider_leaning=None,
        clearances=(),
    )
    snapshot = a_visit(real_pack(), session)
    waiting = [one.rule.title for one in snapshot.findings if one.shuts]
    assert len(waiting) >= 20
    told = note(snapshot, TODAY)
    check(told)
    assert [title for title in waiting if f"- {title}" not in told] == []
    assert NO_DECISION in told
    assert "in the PDF" in told


def test_more_checks_than_a_note_can_hold_are_cut_where_it_shows() -> None:
    gates = tuple(replace(a_gate(), id=f"gate_{n}", title=f"{n} " + "t" * 500) for n in range(90))
    told = note(a_visit(a_full_pack(rules=gates), saying((LONG,), ("helper",), 9)), TODAY)
    check(told)
    assert "90 in the PDF" in told or "more in the PDF" in told
    assert "Pill (B)" in told


def test_what_is_left_out_of_a_list_is_counted() -> None:
    questions = tuple(f"Question {n}, asked in so many words that it takes room" for n in range(80))
    told = of(a_full_session(open_questions=questions))
    check(told)
    shown = told.count("- Question ")
    assert 0 < shown < 80
    assert f"- ... and {80 - shown} more in the PDF" in told


def test_a_clearance_is_told_with_its_day_its_initials_and_its_reason() -> None:
    told = of(replace(GATED, clearances=(CLEARED,)))
    assert "- You take an MAOI (2026-11-20, QZ): Watched in hospital" in told
    assert "Waiting for a prescriber" not in told


def test_a_clearance_that_no_longer_covers_what_was_said_is_told_as_such() -> None:
    older = replace(CLEARED, covers=("something else",))
    told = unwrapped(of(replace(GATED, clearances=(older,))))
    assert "Waiting for a prescriber: - You take an MAOI (cleared 2026-11-20, QZ;" in told
    assert "a check comes first: Pill (B)" in told
    assert "Cleared by a prescriber" not in told


def test_signs_of_a_clearance_are_cut_and_its_day_stays() -> None:
    told = of(replace(GATED, clearances=(replace(CLEARED, initials=LONG),)))
    assert "(2026-11-20, xxxxxxxxx...)" in told


def test_while_item_9_waits_for_a_talk_no_option_is_lined_up() -> None:
    asked = a_full_session(safety_talk=None)
    told = unwrapped(of(asked))
    assert NO_TALK in told
    assert unwrapped(HEADING) not in told
    assert "Fits " not in told


def test_a_talk_stays_when_the_answer_was_changed_since() -> None:
    about = replace(a_full_session().about, phq9=Phq9(answers=(0,) * 9))
    told = unwrapped(of(a_full_session(about=about)))
    assert "0 of 27, minimal (self-report); item 9 does not ask for a talk now. Done:" in told


@pytest.mark.parametrize("people", [(), ("companion",)])
def test_alone_it_prepares_a_visit_and_tells_nothing_of_the_phq_9(people: tuple[Role, ...]) -> None:
    session = replace(GATED, people=people)
    told = of(session)
    check(told)
    assert told.startswith("Getting ready for a visit")
    assert NO_LINE_UP in told
    assert "988" in told
    assert "You take an MAOI" in told
    assert "Nardil" in told
    for word in ("PHQ", "item 9", "Fits", "assessed", "of 27"):
        assert word not in told


def test_the_bands_are_those_of_the_line_up() -> None:
    snapshot: Snapshot = a_visit()
    told = unwrapped(note(snapshot, TODAY))
    line = told[told.index("- Fits ") :].split(" Next steps")[0]
    order = sorted(snapshot.appraisal.fits, key=lambda fit: -fit.score)
    places = [line.index(snapshot.pack.option(fit.option).name) for fit in order]
    assert places == sorted(places)


def test_a_clinics_own_review_is_not_contradicted_and_the_version_is_told() -> None:
    told = of(a_full_session())
    pack = a_full_pack()
    assert f"Decision aid {pack.id} {pack.version}, {TODAY}. Not advice." in told
    assert pack.provenance.review_note in unwrapped(told)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("“So” – it’s ‘fine’ … •", "\"So\" - it's 'fine' ... -"),
        ("Zoë, Señor, Ærø, ½ µg", "Zoë, Señor, Ærø, ½ µg"),
        ("Łódź, Dvořák, ﬁne", "Lódz, Dvorák, fine"),
        ("5\u00a0mg\u200b a\u00addd", "5 mg add"),
        ("sad 😔 👩🏽‍⚕️ day", "sad [?] [?] day"),
        ("日本語 text", "[?] text"),
        ("a\x00b\u202ec", "a[?]b[?]c"),
        ("<b>&amp;", "<b>&amp;"),
        ("≥ 5 → 6 €", ">= 5 -> 6 EUR"),
    ],
)
def test_signs_are_those_of_a_typewriter_and_accents_stay(typed: str, told: str) -> None:
    assert plain(typed) == told
    assert plain(told) == told


def test_clearances_of_many_gates_are_all_signed() -> None:
    gates = tuple(replace(a_gate(), id=f"gate_{n}", title=f"Gate {n}") for n in range(12))
    signed = tuple(
        Clearance(
            rule=one.id,
            role="prescriber",
            initials="QZ",
            reason=LONG,
            on=TODAY,
            covers=("aneurysm",),
        )
        for one in gates
    )
    session = replace(saying((LONG,), ("prescriber",), 20), clearances=signed)
    told = note(a_visit(a_full_pack(rules=gates), session), TODAY)
    check(told)
    assert all(f"- Gate {n} (2026-11-23, QZ): " in told for n in range(12))
