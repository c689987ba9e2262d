"""Loading sessions: what is right, what is wrong, and that nothing typed is ever repeated."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from decision_aid.base.errors import InputError, ProblemsError
from decision_aid.content.sessions import load_session, session_pack_id
from decision_aid.domain.answers import Rating
from decision_aid.domain.instruments import Instrument, Item
from decision_aid.domain.session import Session
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import a_pack
from tests.content.small_pack import outcome, problems_of, told_well

WHOLE = """\
pack: small
seed: 7
started_on: 2026-11-23
label: Tuesday
people: [prescriber]
minutes: 10
involvement: together
about:
  age: 25_to_64
  ketamine_form: by_mouth
  tried:
    - {name: Zoloft, outcome: a_little}
  taking:
    - {name: phenelzine, dose: 15 mg}
  conditions:
    - {id: aneurysm, answer: unsure}
  phq9:
    answers: [1, 2, ~, 0, 0, 3, 1, 0, 0]
    rather_talk: no
clearances:
  - rule: maoi
    role: prescriber
    initials: AB
    reason: stopped
    on: 2026-11-20
    covers: [phenelzine]
teach_backs:
  - {id: check, choice: yes}
ratings:
  - {criterion: help, importance: 4}
  - {criterion: driving, importance: not_sure}
order: [help]
concerns: [{id: own_1, text: my job}]
dealbreakers: [no_driving]
feels_right: not_quite
leaning: {kind: option, option: talk, words: it suits me}
decision: {kind: not_yet}
visited: [welcome, about]
"""
EARLIER = """\
earlier:
  - on: 2026-09-01
    ratings: [{criterion: help, importance: 2}, {criterion: own_2, importance: 1}]
    order: [help]
    concerns: [{id: own_2, text: my winter, places: [{option: talk, level: well}]}]
    dealbreakers: [no_driving]
    phq9: {answers: [1, 1, 1, 1, 1, 1, 1, 1, 0]}
    leaning: {kind: option, option: pill}
    decision: {kind: not_yet, words: my reason}
  - on: 2026-10-01
"""


def a_file(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "session.yaml"
    path.write_text(content, "utf-8")
    return path


def test_a_session_is_read_as_it_was_said(tmp_path: Path) -> None:
    session = load_session(a_file(tmp_path, WHOLE), a_pack())
    assert session.started_on == date(2026, 11, 23)
    assert session.ratings == (Rating("help", 4), Rating("driving", "not_sure"))
    assert session.about.phq9.answers == (1, 2, None, 0, 0, 3, 1, 0, 0)
    assert session.about.taking[0].dose == "15 mg"
    assert session.about.ketamine_form == "by_mouth"
    assert session.teach_backs[0].choice == "yes"


def test_the_least_a_session_holds_is_enough(tmp_path: Path) -> None:
    path = a_file(tmp_path, "pack: small\nseed: 7\nstarted_on: 2026-11-23\n")
    expected = Session(pack="small", seed=7, started_on=date(2026, 11, 23))
    assert load_session(path, a_pack()) == expected


# what stands there, what is put there instead, words of the problem
WRONG = {
    "another pack": ("pack: small", "pack: secretword", "another pack than small"),
    "unknown key": ("label:", "secretword:", "does not have this key"),
    "near key": ("label:", "lable:", 'Did you mean "label"?'),
    "unknown key deep": ("answer: unsure", "answer: no, secretword: x", "does not have this key"),
    "seed": ("seed: 7", "seed: secretword", "a whole number."),
    "seed too large": ("seed: 7", "seed: 99999999999", "between 0 and 4294967295"),
    "day": ("2026-11-23", "secretword", "a date such as"),
    "word of a list": ("age: 25_to_64", "age: secretword", '"under_25"'),
    "person": ("[prescriber]", "[secretword]", "people / entry 1"),
    "minutes": ("minutes: 10", "minutes: 11", "minutes is 3, 10 or 30"),
    "importance": ("importance: 4", "importance: secretword", 'a whole number or "not_sure"'),
    "importance too high": ("importance: 4", "importance: 5", "from 0 to 4"),
    "answer of the PHQ-9": ("[1, 2,", "[1, secretword,", "a whole number"),
    "number of answers": ("[1, 2,", "[1, 2, 2,", "nine answers"),
    "condition": ("id: aneurysm", "id: secretword", "nothing of this id in its conditions"),
    "rule": ("rule: maoi", "rule: secretword", "nothing of this id in its rules"),
    "criterion": ("criterion: help", "criterion: secretword", "in its criteria"),
    "order of something else": ("order: [help]", "order: [secretword]", "in its criteria"),
    "order of one not rated": ("order: [help]", "order: [lasting]", "with a rating"),
    "order twice": ("order: [help]", "order: [help, help]", "already"),
    "rated twice": ("criterion: driving", "criterion: help", "rated once"),
    "dealbreaker": ("[no_driving]", "[secretword]", "in its dealbreakers"),
    "teach-back": ("{id: check,", "{id: secretword,", "in its teach_backs"),
    "choice": ("choice: yes", "choice: secretword", "no such choice"),
    "option": ("option: talk", "option: secretword", "in its options"),
    "decision without an option": ("kind: not_yet", "kind: option", "names an option"),
    "step": ("visited: [welcome", "visited: [secretword", "visited / entry 1"),
    "a text for a mapping": ("leaning: {", "open_questions: secretword\nleaning: {", "a list"),
    "not YAML": ("label: Tuesday", "label: 'secretword", "not YAML"),
    "a key twice": ("label: Tuesday", "label: secretword\nlabel: x", "second time"),
    "an anchor": ("label: Tuesday", "label: &secretword x", "Anchors"),
    "a tag": ("label: Tuesday", "label: !secretword x", "Tags"),
    "an alias": ("label: Tuesday", "label: *secretword", "Aliases"),
    "nothing where a text is": ("label: Tuesday", "label:", "a text"),
}


@pytest.mark.parametrize(("old", "new", "words"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_without_a_word_of_what_was_typed(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    assert old in WHOLE
    path = a_file(tmp_path, WHOLE.replace(old, new, 1))
    found = problems_of(lambda: load_session(path, a_pack()))
    assert any(words in one.text for one in found), found
    for typed in ("secretword", "Tuesday", "my job", "suits", "phenelzine", "Zoloft", "stopped"):
        assert not any(typed in one.text for one in found)


def test_problems_of_a_session_have_the_line_of_the_value(tmp_path: Path) -> None:
    path = a_file(tmp_path, WHOLE.replace("importance: 4", "importance: x"))
    (found,) = problems_of(lambda: load_session(path, a_pack()))
    lines = WHOLE.splitlines()
    assert "criterion: help" in lines[found.line - 1]
    assert found.file == str(path)


def test_only_a_gate_can_be_cleared(tmp_path: Path) -> None:
    rules = (replace(a_pack().rules[0], severity="caution"),)
    path = a_file(tmp_path, WHOLE)
    (found,) = problems_of(lambda: load_session(path, a_pack(rules=rules)))
    assert "Only a gate is cleared" in found.text


def a_sure_test() -> Instrument:
    items = tuple(Item(id=str(number), text="Sure?") for number in range(4))
    return Instrument(id="sure", items=items, answers=("No", "Yes"), name="S", stem="", notice="")


@pytest.mark.parametrize(("answers", "right"), [("[yes, no, ~, yes]", True), ("[yes]", False)])
def test_the_sure_test_is_answered_in_full_length(
    tmp_path: Path, answers: str, *, right: bool
) -> None:
    path = a_file(tmp_path, f"{WHOLE}sure: {answers}\n")
    pack = a_pack(instruments=(a_sure_test(),))
    assert isinstance(outcome(lambda: load_session(path, pack)), Session) == right


def test_answers_to_a_test_that_was_taken_out_do_not_keep_a_session_shut(tmp_path: Path) -> None:
    path = a_file(tmp_path, f"{WHOLE}sure: [yes]\n")
    assert load_session(path, a_pack()).sure == ("yes",)


def test_the_pack_of_a_session_is_known_before_it_is_read_in_full(tmp_path: Path) -> None:
    assert session_pack_id(a_file(tmp_path, "pack: depression\nwrong: x\n")) == "depression"


@pytest.mark.parametrize(
    "content", ["seed: 1\n", "pack: ../x\n", "pack: [a]\n", "- a\n", "pack:\n"]
)
def test_a_session_without_a_pack_says_how_to_name_it(tmp_path: Path, content: str) -> None:
    path = a_file(tmp_path, content)
    (found,) = problems_of(lambda: session_pack_id(path))
    assert "pack: depression" in found.text


def test_a_missing_session_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no session file of this name"):
        load_session(tmp_path / "none.yaml", a_pack())


@pytest.mark.parametrize("content", ["- a\n", "a\n", "~\n"])
def test_a_session_that_is_no_mapping_is_told(tmp_path: Path, content: str) -> None:
    (found,) = problems_of(lambda: load_session(a_file(tmp_path, content), a_pack()))
    assert found.text == "The file should be a mapping with keys and values."


@given(
    where=st.integers(0, len(WHOLE + EARLIER) - 1),
    new=st.sampled_from("-:[]{}&*!|>'\"%# \n\t\\0a~\u202e\x00") | st.characters(codec="utf-8"),
)
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_one_changed_character_gives_a_session_or_problems(
    tmp_path: Path, where: int, new: str
) -> None:
    whole = WHOLE + EARLIER
    path = a_file(tmp_path, whole[:where] + new + whole[where + 1 :])
    found = outcome(lambda: load_session(path, a_pack()))
    assert isinstance(found, Session | ProblemsError)
    assert isinstance(found, Session) or told_well(found)


@pytest.mark.parametrize(
    "wrong",
    [
        "about: {taking: [{name: Zoloft}, {name: Zoloft}]}",
        "about: {tried: [{name: running, outcome: no}, {name: running, outcome: no}]}",
        "safety_talk: {action: assessed_now, initials: ' ', on: 2026-11-23}",
    ],
)
def test_what_no_window_could_have_said_is_told(tmp_path: Path, wrong: str) -> None:
    path = a_file(tmp_path, f"pack: small\nseed: 7\nstarted_on: 2026-11-23\n{wrong}\n")
    with pytest.raises(ProblemsError) as told:
        load_session(path, a_pack())
    (problem,) = told.value.problems
    assert problem.line == 4
    assert "Zoloft" not in problem.text


def test_earlier_visits_are_read_as_they_were_said(tmp_path: Path) -> None:
    first, second = load_session(a_file(tmp_path, WHOLE + EARLIER), a_pack()).earlier
    assert (first.on, second.on) == (date(2026, 9, 1), date(2026, 10, 1))
    assert first.ratings == (Rating("help", 2), Rating("own_2", 1))
    assert first.phq9.total == 8
    assert first.concerns[0].text == "my winter"
    assert second.ratings == ()


# what stands there, what is put there instead, words of the problem, line of EARLIER
WRONG_EARLIER = {
    "the same day twice": ("2026-10-01", "2026-09-01", "oldest first", 2),
    "the day of this visit": ("2026-10-01", "2026-11-23", "oldest first", 10),
    "a day after this visit": ("2026-10-01", "9999-12-31", "oldest first", 10),
    "the newest first": ("2026-09-01", "2026-10-20", "oldest first", 2),
    "no day": ("  - on: 2026-10-01\n", "  - ratings: []\n", '"on"', 10),
    "no day there is": ("2026-10-01", "2026-13-41", "a date", 10),
    "unknown criterion": ("criterion: help", "criterion: secretword", "in its criteria", 3),
    "unknown in order": ("order: [help]", "order: [secretword]", "in its criteria", 4),
    "unknown dealbreaker": ("[no_driving]", "[secretword]", "in its dealbreakers", 6),
    "unknown option": ("option: pill", "option: secretword", "in its options", 8),
    "unknown place": ("option: talk", "option: secretword", "in its options", 5),
    "rated twice": ("criterion: own_2", "criterion: help", "ratings of this visit already", 3),
    "ordered twice": ("order: [help]", "order: [help, help]", "order of this visit already", 4),
    "one not rated": ("order: [help]", "order: [driving]", "with a rating", 4),
    "a dealbreaker twice": ("[no_driving]", "[no_driving, no_driving]", "this visit already", 6),
    "a pack's id": ("{id: own_2", "{id: driving", "has this id already", 5),
    "a concern twice": ("well}]}]", "well}]}, {id: own_2, text: x}]", "this visit already", 5),
    "importance": ("importance: 2", "importance: 9", "from 0 to 4", 3),
    "eight answers": ("[1, 1, 1,", "[1, 1,", "nine answers", 7),
    "an answer too high": ("1, 0]", "1, 7]", "between 0 and 3", 7),
    "an option not named": ("option, option: pill", "option", "names an option", 8),
    "unknown key": ("dealbreakers:", "secretword:", "does not have this key", 6),
    "a visit that is a text": ("  - on: 2026-10-01\n", "  - secretword\n", "mapping", 10),
    "a visit in a visit": (
        "  - on: 2026-10-01\n",
        "  - {on: 2026-10-01, earlier: []}\n",
        "key",
        10,
    ),
}


@pytest.mark.parametrize(("old", "new", "words", "line"), WRONG_EARLIER.values(), ids=WRONG_EARLIER)
def test_what_is_wrong_with_an_earlier_visit_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, words: str, line: int
) -> None:
    assert old in EARLIER
    path = a_file(tmp_path, WHOLE + EARLIER.replace(old, new, 1))
    found = problems_of(lambda: load_session(path, a_pack()))
    assert [one.line - WHOLE.count("\n") for one in found if words in one.text] == [line], found
    for typed in ("secretword", "my winter", "my reason"):
        assert not any(typed in one.text for one in found)


@pytest.mark.parametrize("same_day", [False, True])
def test_a_thousand_earlier_visits_are_more_than_a_session_holds(
    tmp_path: Path, *, same_day: bool
) -> None:
    first = date(2020, 1, 1).toordinal()
    days = [date.fromordinal(first if same_day else first + n) for n in range(1000)]
    visits = "".join(f"  - {{on: {day}, order: [secretword]}}\n" for day in days)
    path = a_file(tmp_path, f"{WHOLE}earlier:\n{visits}")
    found = problems_of(lambda: load_session(path, a_pack()))
    assert "A session holds at most 100 earlier visits." in {one.text for one in found}
    assert len(found) <= 100


def test_a_hundred_earlier_visits_are_read(tmp_path: Path) -> None:
    first = date(2020, 1, 1).toordinal()
    visits = "".join(f"  - on: {date.fromordinal(first + n)}\n" for n in range(100))
    session = load_session(a_file(tmp_path, f"{WHOLE}earlier:\n{visits}"), a_pack())
    assert len(session.earlier) == 100
