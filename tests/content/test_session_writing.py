"""A session as plain YAML: read back as it was, and readable by a person and by others."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from decision_aid.base.errors import InputError
from decision_aid.content.sentences import Wording
from decision_aid.content.session_writing import FIRST_LINES, written
from decision_aid.content.sessions import fits, load_session
from decision_aid.content.tree_builder import INVISIBLE
from decision_aid.content.validation import validated
from decision_aid.content.yaml_events import read_yaml
from decision_aid.domain.about_you import Taking, Tried
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Concern, Decision, EarlierVisit, NextStep, Session
from hypothesis import HealthCheck, given, settings

from tests.any_session import HOSTILE, SESSIONS, TEXTS
from tests.builders import TODAY, a_pack, a_session
from tests.gui.sessions import empty_session, full_session, half_session, real_pack, visit_session
from tests.report.hostile import a_session_with_all_said
from tests.report.visits import a_full_pack

SLOWLY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def reloaded(session: Session, pack: Pack, tmp_path: Path) -> Session:
    path = tmp_path / "session.yaml"
    path.write_bytes(written(session))
    return load_session(path, pack)


def saying(text: str) -> Session:
    """A session with this text wherever any text is taken."""
    return replace(
        a_session_with_all_said(),
        label=text,
        feels_missing=text,
        review=text,
        open_questions=(text, "a", text),
        next_steps=(NextStep(what=text, who=text, by=text),),
        concerns=(Concern(id="own_1", text=text),),
        decision=Decision(kind="something_else", words=text),
        about=replace(
            a_session_with_all_said().about,
            helped_before=text,
            drugs_words=text,
            taking=(Taking(name=text, dose=text),),
            tried=(Tried(name=text, outcome="no", why=text),),
        ),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_back_as_it_was(text: str, tmp_path: Path) -> None:
    assert reloaded(saying(text), a_full_pack(), tmp_path) == saying(text)


@given(TEXTS)
@SLOWLY
def test_whatever_a_window_holds_is_read_back_as_it_was(tmp_path: Path, text: str) -> None:
    assert reloaded(saying(text), a_full_pack(), tmp_path) == saying(text)


@given(SESSIONS)
@SLOWLY
def test_every_session_is_read_back_as_it_was(session: Session) -> None:
    tree = read_yaml(written(session), "", escapes=True)
    assert validated(Session, tree, Wording(quotes=False)) == session


@pytest.mark.parametrize("made", [empty_session, half_session, visit_session, full_session])
def test_a_session_of_a_visit_is_loaded_with_its_pack_as_it_was(
    made: Callable[[], Session], tmp_path: Path
) -> None:
    assert reloaded(made(), real_pack(), tmp_path) == made()


@given(TEXTS)
@SLOWLY
def test_other_readers_of_yaml_take_every_text_for_that_text(text: str) -> None:
    """What looks like a number, a date or a truth value stays a text there, too."""
    read = yaml.load(written(saying(text)), yaml.CSafeLoader)
    assert read.get("label", "") == text
    assert read["open_questions"] == [text, "a", text]
    assert read["concerns"][0]["text"] == text
    assert read["about"]["taking"][0]["name"] == text


def test_nothing_invisible_stands_in_the_file() -> None:
    for text in HOSTILE:
        content = written(saying(text)).decode()
        assert not INVISIBLE.search(content)
        assert "\r" not in content
        assert "\t" not in content


def test_the_first_line_says_that_it_is_not_sealed() -> None:
    first = written(empty_session()).decode().splitlines()[0]
    assert first.startswith("# ")
    assert "not sealed" in first


def test_only_what_was_said_is_written_and_a_person_can_read_it() -> None:
    session = replace(
        a_session(help=3),
        label="Room 3",
        sure=("yes", None, "no", "no"),
        open_questions=("What does it cost?", "one\n  two\n"),
        leaning=Decision(kind="not_yet", words="sleep on it: long"),
        earlier=(EarlierVisit(on=TODAY.replace(month=9), order=("help", "driving")),),
    )
    assert written(session).decode().splitlines() == [
        *FIRST_LINES,
        "pack: small",
        "seed: 7",
        f"started_on: {TODAY}",
        "label: Room 3",
        "people: [prescriber]",
        "ratings:",
        "  - {criterion: help, importance: 3}",
        "leaning:",
        "  kind: not_yet",
        '  words: "sleep on it: long"',
        'sure: ["yes", ~, "no", "no"]',
        "open_questions:",
        '  - "What does it cost?"',
        '  - "one\\n\\',
        "    \\  two\\n\\",
        '    "',
        "earlier:",
        f"  - on: {TODAY.replace(month=9)}",
        "    order: [help, driving]",
    ]


@pytest.mark.parametrize("text", ["x" * 1_100_000, "x" * 100_001, "half \ud83d"])
def test_what_could_not_be_read_back_is_not_written(text: str) -> None:
    with pytest.raises(InputError, match="Nothing was written"):
        written(replace(a_session(), label=text))


def test_a_session_that_fits_its_pack_is_taken() -> None:
    fits(full_session(), real_pack())
    fits(a_session(), a_pack())


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"pack": "secretword"}, "another pack than small"),
        ({"order": ("secretword",)}, "nothing of this id in its criteria"),
        ({"decision": Decision(kind="option", option="secretword")}, "in its options"),
        ({"earlier": (EarlierVisit(on=TODAY),)}, "oldest first"),
        ({"dealbreakers": ("no_driving", "no_driving")}, "stands in dealbreakers already"),
    ],
)
def test_a_session_that_does_not_fit_is_told_in_a_sentence_without_a_typed_word(
    wrong: dict[str, object], words: str
) -> None:
    session = Session(**{**vars(a_session()), **wrong})
    with pytest.raises(InputError, match="It is safe and unchanged") as told:
        fits(session, a_pack())
    assert words in str(told.value)
    assert "secretword" not in str(told.value)
