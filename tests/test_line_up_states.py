"""Every state of the line-up has its own sentence: in the window, on paper and in JSON."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from decision_aid.cli import main
from decision_aid.content.packs import load_pack
from decision_aid.content.sessions import load_session
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.widgets.lineup_bar import LineupBar
from decision_aid.report.compose import compose
from decision_aid.report.document import LineUpBars
from decision_aid.workspace.line_up_state import first_options, line_up_state
from decision_aid.workspace.workspace import Workspace

from tests.gui.driver import Driver
from tests.line_up_states import STATES, State, write
from tests.report.reading import all_text, of_kind, part

pytestmark = pytest.mark.usefixtures("undressed")

each_state = pytest.mark.parametrize("state", STATES.values(), ids=STATES)


def loaded(state: State, folder: Path) -> tuple[Pack, Session]:
    where, session = write(state, folder)
    pack = load_pack(str(where))
    return pack, load_session(session, pack)


@each_state
def test_the_window_says_its_sentence_and_shows_bars_only_where_there_is_a_line_up(
    state: State, tmp_path: Path, open_window: Callable[[Pack, Session], Driver]
) -> None:
    driver = open_window(*loaded(state, tmp_path))
    driver.go("Weigh it up")
    told = line_up_state(driver.snapshot)
    for sentence in filter(None, (told.sentence, told.to_do, *told.cautions)):
        assert driver.reads(sentence)
    bars = [one for one in driver.root.findChildren(LineupBar) if one.isVisibleTo(driver.root)]
    assert len(bars) == (len(driver.snapshot.weighed_options) if state.has_bars else 0)
    assert driver.has("Show the sums") == state.has_bars


@each_state
def test_what_can_be_done_is_one_press_away(
    state: State, tmp_path: Path, open_window: Callable[[Pack, Session], Driver]
) -> None:
    driver = open_window(*loaded(state, tmp_path))
    driver.go("Weigh it up")
    told = line_up_state(driver.snapshot).to_do
    assert driver.has("Go to What matters") == ("in What matters" in told)
    assert driver.has("Go to About you") == ("in About you" in told)


@each_state
def test_the_paper_says_its_sentence_and_draws_bars_only_where_there_is_a_line_up(
    state: State, tmp_path: Path
) -> None:
    pack, session = loaded(state, tmp_path)
    snapshot = Workspace(pack, session).snapshot
    document = compose(snapshot, on=session.started_on)
    record = part(document, "record")
    told = line_up_state(snapshot)
    assert state.sentence in told.sentence
    for sentence in (told.sentence, *told.cautions):
        assert sentence in all_text(record)
    bars = [bar for one in of_kind(record, LineUpBars) for bar in one.bars if not bar.not_weighed]
    assert bool(bars) == state.has_bars
    person = all_text(part(document, "person"))
    if told.kind == "not_accompanied":  # a page for the visit, not about the program
        assert "Bring this to your visit." in person
        assert told.sentence not in person
    else:
        assert (told.sentence in person) != state.has_bars


@each_state
def test_json_says_its_sentence_and_ranks_options_only_where_there_is_a_line_up(
    state: State, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack, session = write(state, tmp_path)
    assert main(["weigh", str(session), "--pack", str(pack), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["state"]["kind"] == state.kind
    assert state.sentence in told["state"]["sentence"]
    assert bool(told["options"]) == state.has_bars
    assert bool(told["sentences"]) == state.has_bars


@each_state
def test_nothing_comes_first_where_there_is_no_line_up(state: State, tmp_path: Path) -> None:
    snapshot = Workspace(*loaded(state, tmp_path)).snapshot
    assert bool(first_options(snapshot)) == state.has_bars


def test_no_two_states_say_the_same(tmp_path: Path) -> None:
    told = set()
    for number, state in enumerate(STATES.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        told.add(line_up_state(Workspace(*loaded(state, folder)).snapshot).sentence)
    assert len(told) == len(STATES)


def test_a_line_up_that_rests_on_one_thing_says_so(tmp_path: Path) -> None:
    snapshot = Workspace(*loaded(STATES["clear, on one thing"], tmp_path)).snapshot
    assert line_up_state(snapshot).cautions == (
        "All of this rests on one thing, “Help”. No other rating counts in it.",
    )


def test_a_rating_of_what_is_not_asked_about_any_more_is_no_skipping(tmp_path: Path) -> None:
    only_maoi = ("evidence.yaml", "- id: help\n", "- id: help\n  only_with_class: [maoi]\n")
    state = State("nothing_rated", "visited: [matters]", "", (only_maoi,))
    folder, file = write(state, tmp_path)
    pack = load_pack(str(folder))
    text = file.read_text("utf-8") + "ratings: [{criterion: help, importance: 3}]\n"
    file.write_text(text, "utf-8")
    told = line_up_state(Workspace(pack, load_session(file, pack)).snapshot)
    assert told.kind == "nothing_rated"
    assert "the list of medicines changed" in told.sentence
