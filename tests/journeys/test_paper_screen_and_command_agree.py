"""One session, told three times: on paper, on screen and by command. All three say the same."""

import json
import re
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from decision_aid.cli import main
from decision_aid.content.packs import load_pack
from decision_aid.content.sessions import load_session
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.pages.finding_card import FindingCard
from decision_aid.gui.pages.options_view import HOW
from decision_aid.gui.widgets.icon_array import IconArray
from decision_aid.gui.widgets.lineup_bar import HatchedNote, LineupBar
from decision_aid.report import pdf
from decision_aid.report.compose import compose
from decision_aid.report.document import PARTS
from decision_aid.workspace.finding_words import KINDS
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import BAND_WORDS, CERTAINTY_WORDS
from decision_aid.workspace.workspace import Workspace
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.full_form import cases
from tests.gui.driver import Driver, WidgetT
from tests.report.printing import EXAMPLES, columns
from tests.report.reading import squeezed
from tests.test_cli import MAOI, cleared

CLEARED = "on-an-maoi, cleared"
SHORT = ("after-three-antidepressants", "on-an-maoi")
NAMES = cases(*SHORT, CLEARED, further=tuple(one.stem for one in EXAMPLES if one.stem not in SHORT))


class Told:
    """One session, and what is told of it.

    Attributes:
        snapshot: The session with its pack.
        command: What `decision-aid weigh --json` prints.
        paper: The text of every page of the PDF, all parts, without blanks.
    """

    def __init__(self, file: Path, printed: str) -> None:
        pack = load_pack("depression")
        self.snapshot: Snapshot = Workspace(pack, load_session(file, pack)).snapshot
        self.command: dict[str, Any] = json.loads(printed)
        made = compose(self.snapshot, on=self.snapshot.session.started_on, parts=PARTS)
        self.paper = squeezed("".join(columns(pdf.render(made, paper="letter"))))

    @property
    def pack(self) -> Pack:
        return self.snapshot.pack

    def name(self, option: str) -> str:
        """As on screen: the name and its letter."""
        return f"{self.pack.option(option).name} ({self.snapshot.letter(option)})"

    def row(self, option: str) -> str:
        """As on paper: the letter and the name."""
        return f"{self.snapshot.letter(option)}  {self.pack.option(option).name}"

    def on_paper(self, text: str) -> bool:
        return squeezed(text) in self.paper


Tell = Callable[[str], Told]
OpenWindow = Callable[[Pack, Session], Driver]


@pytest.fixture(scope="module")
def tell(tmp_path_factory: pytest.TempPathFactory) -> Tell:
    """Each session is told once for all tests."""

    @cache
    def told(name: str) -> Told:
        if name == CLEARED:
            file = cleared(MAOI, tmp_path_factory.mktemp("session") / "cleared.yaml")
        else:
            file = next(one for one in EXAMPLES if one.stem == name)
        printed = StringIO()
        with redirect_stdout(printed):
            assert main(["weigh", str(file), "--json"]) == 0
        return Told(file, printed.getvalue())

    return told


@pytest.fixture
def told(name: str, tell: Tell) -> Told:
    return tell(name)


@pytest.fixture
def screen(told: Told, open_window: OpenWindow) -> Driver:
    return open_window(load_pack("depression"), told.snapshot.session)


def seen(screen: Driver, kind: type[WidgetT]) -> list[WidgetT]:
    """The visible widgets of a kind, from top to bottom."""
    found = [one for one in screen.root.findChildren(kind) if one.isVisibleTo(screen.root)]
    return sorted(found, key=lambda one: one.mapTo(screen.root, one.rect().topLeft()).y())


def labels(widget: QWidget) -> list[str]:
    """What is written on it, also on what can be pressed."""
    kinds: tuple[type[QLabel | QAbstractButton], ...] = (QLabel, QAbstractButton)
    written = [one for kind in kinds for one in widget.findChildren(kind)]
    shown = [one.text() for one in written if one.isVisibleTo(widget)]
    return [one.replace("\u200b", "") for one in shown]


def reads(screen: Driver, text: str) -> bool:
    return any(text in one for one in labels(screen.root))


def the_line_up_is_the_same(told: Told, screen: Driver) -> None:
    """Order, bands and scores, to as many decimals as are printed."""
    options = told.command["options"]
    scores = {fit.option: fit.score for fit in screen.snapshot.appraisal.fits}
    assert scores == {one["id"]: one["score"] for one in options}
    bars = [one.accessibleName() for one in seen(screen, LineupBar)]
    assert len(bars) == len(options)
    if options:
        screen.open("Show the sums")
    shown = labels(screen.root)
    last = -1
    for option, bar in zip(options, bars, strict=True):
        name, band = told.name(option["id"]), BAND_WORDS[option["band"]]
        score = f"{option['score']:.3f}"
        low, high = (f"{end:.3f}" for end in option["interval"])
        assert bar.startswith(f"{name}: {band}.")
        assert f"{name}: {score}" in shown
        row = squeezed(f"{told.row(option['id'])}{band}{score}{low} to {high}")
        at = told.paper.find(row)
        assert at > last, f"{row} comes later on paper, or not at all"
        last = at
    assert len(re.findall(r"0\.\d{3}to[01]\.\d{3}", told.paper)) >= len(options)


def what_is_not_weighed_is_the_same(told: Told, screen: Driver) -> None:
    shut = {one["id"] for one in (*told.command["gated"], *told.command["ruled_out"])}
    notes = [one.accessibleName() for one in seen(screen, HatchedNote)]
    assert len(notes) == len(shut)
    for note in notes:
        assert told.on_paper(note.partition("Not weighed: ")[2])
    titles = {one.id: one.title for one in told.pack.rules}
    for gate in told.command["gated"]:
        assert reads(screen, told.pack.option(gate["id"]).name)
        assert any(titles[rule] in note for rule in gate["rules"] for note in notes)
    for option in shut:
        assert told.on_paper(told.row(option))
    weighed = {one["id"] for one in told.command["options"]}
    assert not weighed & shut


def how_close_it_is_is_the_same(told: Told, screen: Driver) -> None:
    state = told.command["state"]
    assert reads(screen, state["sentence"])
    assert told.on_paper(state["sentence"])
    assert told.command["close_call"] == reads(screen, "It is close")
    for reason in told.command["sentences"].get("close", ()):
        assert reads(screen, reason), reason
        assert told.on_paper(reason), reason
    for caution in state["cautions"]:
        assert reads(screen, caution)
        assert told.on_paper(caution)


def the_findings_are_the_same(told: Told, screen: Driver) -> None:
    findings = told.command["findings"]
    cards = [labels(one) for one in seen(screen, FindingCard)]
    assert len(cards) == len(findings)
    for finding in findings:
        kind, title = KINDS[finding["kind"]], finding["title"]
        because = ", ".join(finding["because"])
        (card,) = [one for one in cards if title in one]
        assert kind in card
        assert ("Find out first" in card) == (not finding["sure"])
        assert not because or f"Because: {because}" in card
        # On paper the medical term stands behind the plain words.
        assert told.on_paper(f"{kind}: {title} Set off by: {finding['because'][0]}")
        assert all(map(told.on_paper, finding["because"]))
        assert finding["sure"] or told.on_paper("(not sure: find out first)")
    assert told.paper.count("Setoffby:") == len(findings)


def the_figures_are_the_same(told: Told, screen: Driver) -> None:
    screen.open(HOW)
    screen.choose("Shown as", "Pictures")
    pictures = [one.accessibleName() for one in seen(screen, IconArray)]
    figures = {one["option"]: one for one in told.command["figures"]}
    assert figures
    for figure in figures.values():
        for arm in figure["arms"]:
            assert any(arm["event"] in one and arm["other"] in one for one in pictures), arm
        assert reads(screen, CERTAINTY_WORDS[figure["certainty"]])
    decision = told.snapshot.session.decision
    option = decision.option if decision else ""
    if option in figures:
        figure = figures[option]
        for arm in figure["arms"]:
            assert all(told.on_paper(arm[words]) for words in ("had", "event", "other")), arm
        assert told.on_paper(CERTAINTY_WORDS[figure["certainty"]])
        for source in map(told.pack.source, figure["sources"]):
            assert told.on_paper(f"{source.authors}. {source.title}")


@pytest.mark.parametrize("name", NAMES)
def test_paper_screen_and_command_say_the_same(told: Told, screen: Driver) -> None:
    screen.go("Weigh it up")
    the_line_up_is_the_same(told, screen)
    what_is_not_weighed_is_the_same(told, screen)
    how_close_it_is_is_the_same(told, screen)
    screen.go("About you")
    the_findings_are_the_same(told, screen)
    screen.go("Options")
    the_figures_are_the_same(told, screen)


def test_a_cleared_gate_is_told_as_cleared(tell: Tell) -> None:
    kinds = {one["kind"] for one in tell(CLEARED).command["findings"]}
    assert "cleared" in kinds
    assert "gate" not in kinds
