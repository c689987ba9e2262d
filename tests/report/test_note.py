"""The note for a record fits every record system, whatever was said, and keeps what counts."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.domain.about_you import ConditionAnswer, Taking
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.rules import Rule
from decision_aid.domain.session import (
    Clearance,
    Concern,
    Decision,
    EarlierVisit,
    NextStep,
    Role,
    SafetyTalk,
    Session,
)
from decision_aid.report.note import LOST, NO_DECISION, NO_LINE_UP, note
from decision_aid.report.note_line_up import HEADING
from decision_aid.report.note_text import cut, plain
from decision_aid.report.record_phq9 import NO_TALK
from decision_aid.report.talk_first import WAITS
from decision_aid.report.urgent_box import urgent_findings
from decision_aid.workspace.snapshot import Snapshot
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.builders import TODAY
from tests.gui.sessions import full_session, real_pack
from tests.report.visits import CLEARED, GATED, a_full_pack, a_full_session, a_visit

THE_FULL_VISIT = """\
Shared decision, visit 1, Nov 23, 2026. Here: the person, prescriber, and
  companion
Label: Room 3
Decided together: Pill (B): Try it, and keep my job.
Leaning:
- The person, Pill (B)
- The provider, Talk (A)
PHQ-9: 11 of 27, moderate (self-report); item 9 asks for a talk. Done:
  assessed now (Nov 23, 2026, AB)
Not checked, because not in our list: grandma's tea
Medicines and substances:
- Zoloft, 100 mg
- grandma's tea
Why:
- Help: Most
- Driving: A lot
Own concerns:
- I care for my mother
Options and what was said (how they fit, not the chance that one works):
- It is too close to call which option fits best what was said.
- Fits well: Talk (A). Fits fairly well: Stay (C). Fits less well: Pill (B).
Next steps:
- Me: Call the clinic (by: Friday)
- Provider: Send the papers
Questions still open:
- What does it cost?
Next visit: in 6 weeks
Decision aid small 1, Nov 23, 2026. Not advice. No clinician has reviewed
  this yet.
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


@settings(max_examples=12, deadline=None, derandomize=True, phases=[Phase.generate])
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
    assert ("handed over (Nov 23, 2026" in unwrapped(told)) == (
        "prescriber" in people or "counselor" in people
    )


def test_a_visit_is_told_in_short_lines_a_record_can_hold() -> None:
    assert of(a_full_session()) == THE_FULL_VISIT
    check(THE_FULL_VISIT)


def test_with_every_check_of_the_pack_waiting_and_much_said_none_is_left_out() -> None:
    full = full_session()
    taking = (Taking(name="theophylline"), Taking(name="clozapine"), Taking(name="phenelzine"))
    conditions = tuple(one for one in full.about.conditions if not one.id.startswith("recent_"))
    session = replace(
        saying((LONG,), ("prescriber",), 30),
        pack=real_pack().id,
        about=replace(full.about, taking=taking, conditions=conditions),
        ratings=(),
        decision=None,
        provider_leaning=None,
        clearances=(),
    )
    snapshot = a_visit(real_pack(), session)
    waiting = [one.rule.title for one in snapshot.findings if one.shuts]
    assert len(waiting) >= 13
    told = note(snapshot, TODAY)
    check(told)
    assert [title for title in waiting if f"- {title}: " not in told] == []
    assert "a medicine like one: phenelzine\n" in told
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
    assert "- You take an MAOI (Nov 20, 2026, QZ): Watched in hospital" in told
    assert "Waiting for a prescriber" not in told


def test_a_clearance_that_no_longer_covers_what_was_said_is_told_as_such() -> None:
    older = replace(CLEARED, covers=("something else",))
    told = unwrapped(of(replace(GATED, clearances=(older,))))
    assert "Waiting for a prescriber: - You take an MAOI (cleared Nov 20, 2026, QZ;" in told
    assert "a check comes first: Pill (B)" in told
    assert "Cleared by a prescriber" not in told


def test_signs_of_a_clearance_are_cut_and_its_day_stays() -> None:
    told = of(replace(GATED, clearances=(replace(CLEARED, initials=LONG),)))
    assert "(Nov 20, 2026, xxxxxxxxx...)" in told


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
    assert f"Decision aid {pack.id} {pack.version}, {day_words(TODAY)}. Not advice." in told
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
    assert all(f"- Gate {n} (Nov 23, 2026, QZ): " in told for n in range(12))


MEDICINES = (
    "phenelzine",
    "tranylcypromine",
    "sertraline",
    "Lexapro",
    "Zyvox",
    "selegiline",
    "theophylline",
    "vitamin D",
    "日本",
)


def on_the_pack(
    people: tuple[Role, ...], names: Sequence[str], *, paused: bool = False, **given: object
) -> Session:
    """A visit with the shipped pack where these are taken, all that can be said at great length."""
    full = full_session()
    about = replace(
        full.about,
        taking=tuple(Taking(name=name) for name in names),
        conditions=(),
        phq9=Phq9(answers=(1,) * 9),
    )
    talk = None if paused else full.safety_talk
    first = replace(full, people=people, about=about, safety_talk=talk, clearances=())
    return replace(first, **given)  # type: ignore[arg-type]


def at_length(session: Session) -> Session:
    long = saying(("many words " * 300,), session.people, 30)
    return replace(
        session,
        concerns=long.concerns,
        next_steps=long.next_steps,
        open_questions=long.open_questions,
        review=long.review,
        decision=replace(full_session().decision or Decision(kind="not_yet"), words=LONG),
    )


@settings(max_examples=10, deadline=None, derandomize=True, phases=[Phase.generate])
@given(
    names=st.lists(st.sampled_from(MEDICINES), min_size=1, unique=True),
    people=st.sampled_from(PEOPLE),
    paused=st.booleans(),
    long=st.booleans(),
    all_said=st.booleans(),
)
def test_the_talk_comes_first_then_what_is_urgent_and_both_are_whole(
    *, names: list[str], people: tuple[Role, ...], paused: bool, long: bool, all_said: bool
) -> None:
    session = on_the_pack(people, names, paused=paused)
    if all_said:
        session = replace(
            session, about=replace(session.about, conditions=full_session().about.conditions)
        )
    snapshot = a_visit(real_pack(), at_length(session) if long else session)
    made = note(snapshot, TODAY)
    check(made)
    check_talk(made, snapshot)
    check_urgent(made, snapshot)


def check_talk(made: str, snapshot: Snapshot) -> None:
    """It comes first while the walk is paused, and a person alone is not told why."""
    told, accompanied = unwrapped(made), snapshot.journey.accompanied
    if not accompanied:
        assert not any(word in told for word in ("item 9", "PHQ"))
    if snapshot.journey.paused:
        first = "PHQ-9: item 9 asks for a talk." if accompanied else "Help: In a crisis"
        assert told.startswith(first)
        assert (WAITS[0] in told) != accompanied
        assert not any(word in told for word in ("Leaning", "I lean", "Decided", "Written down"))


def check_urgent(made: str, snapshot: Snapshot) -> None:
    """It stands before all but the talk, with every sentence of what to do."""
    told, urgent = unwrapped(made), urgent_findings(snapshot)
    assert ("URGENT, TODAY:" in made) == bool(urgent)
    if urgent:
        lead, _, rest = made.partition("URGENT, TODAY:\n")
        assert snapshot.journey.paused or not lead
        assert not any(word in lead for word in ("Getting ready", "Shared decision"))
        assert " in the PDF" not in rest.split("- Before the next dose")[1].split("prescriber.")[0]
    for one in urgent:
        assert one.rule.title in told
        assert all(f"{sentence}." in told for sentence in one.rule.usually.rstrip(".").split(". "))


def test_an_urgent_pair_is_told_with_its_medicines_and_what_to_do() -> None:
    told = note(a_visit(real_pack(), on_the_pack((), ("phenelzine", "Lexapro"))), TODAY)
    first = unwrapped(told.split("Getting ready")[0])
    assert first.startswith("URGENT, TODAY: - phenelzine and Lexapro: An MAOI, or")
    assert "- Before the next dose, call a provider or pharmacist today." in first
    assert first.endswith("Do not stop or change any medicine without your prescriber.")


def test_medicines_and_cautions_outlive_own_concerns() -> None:
    names = [f"herb number {n}" for n in range(12)]
    session = at_length(on_the_pack(("prescriber",), (*names, "theophylline", "phenelzine")))
    about = replace(session.about, conditions=(ConditionAnswer(id="seizures", answer="yes"),))
    snapshot = a_visit(real_pack(), replace(session, about=about))
    told = note(snapshot, TODAY)
    check(told)
    assert [name for name in names if f"- {name}\n" not in told] == []
    assert "- You take theophylline or a similar medicine: theophylline\n" in told
    cautions = [one.rule.title for one in snapshot.findings if one.rule.severity == "caution"]
    assert cautions
    assert [title for title in cautions if f"- {title}" not in told] == []


@pytest.mark.parametrize(
    ("text", "most", "told"),
    [
        ("seven words that are cut at blanks", 18, "seven words..."),
        ("seven words that are", 14, "seven words..."),
        ("xxxxxxxxxxxxxxxx", 8, "xxxxx..."),
        ("short", 5, "short"),
    ],
)
def test_words_are_cut_at_a_blank(text: str, most: int, told: str) -> None:
    assert cut(text, most) == told


@pytest.mark.parametrize(
    ("earlier", "heading"),
    [((), "Written down so far: "), ((EarlierVisit(on=TODAY),), "Decided with a provider: ")],
)
def test_decided_with_a_provider_only_where_one_was_there(
    earlier: tuple[EarlierVisit, ...], heading: str
) -> None:
    told = of(a_full_session(people=(), earlier=earlier))
    assert f"{heading}Pill (B)" in told
    assert ("Decided" in told) == bool(earlier)


@pytest.mark.parametrize(
    ("typed", "is_lost"),
    [("日本", True), ("Łódź", True), ("Dvořák", True), ("Zoë", False), ("“So” – ½ 5 €…", False)],
)
def test_the_last_line_tells_of_letters_that_were_lost(typed: str, *, is_lost: bool) -> None:
    last = of(a_full_session(label=typed)).splitlines()[-1]
    assert (last == LOST) == is_lost
