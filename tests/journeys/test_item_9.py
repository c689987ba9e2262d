"""Item 9 from the answer to the record: under every role, saved and opened again, and on paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import cycle
from pathlib import Path

import pytest
from decision_aid.content.sessions import load_session
from decision_aid.domain.about_you import AboutYou
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import PROVIDERS, Role, SafetyTalk, Session
from decision_aid.gui.clock import today
from decision_aid.gui.pages.about_phq9 import HOW, ONE
from decision_aid.gui.safety_card import SafetyCard
from decision_aid.report.compose import compose
from decision_aid.report.document import PartId
from decision_aid.workspace.changes.phq9 import AnswerPhq9, RatherTalk
from decision_aid.workspace.changes.safety import RecordSafetyTalk
from decision_aid.workspace.changes.walk import BeginVisit
from decision_aid.workspace.workspace import Workspace
from pydantic import TypeAdapter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver
from tests.gui.sessions import DAY, empty_session, real_pack
from tests.report.reading import all_text, part, rows

OpenWindow = Callable[[Pack, Session], Driver]
ITEM_9 = "9. Thoughts that you would be better off dead or of hurting yourself in some way"
TALK = "I would rather talk about it"
ANSWERS = {"Several days": 1, "More than half the days": 2, "Nearly every day": 3, TALK: None}
CARD = "Thank you for telling us"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ROLES: tuple[tuple[Role, ...], ...] = (
    ("prescriber",),
    ("counselor",),
    ("helper",),
    ("companion",),
    (),
    ("prescriber", "counselor", "helper", "companion"),
)
ACTIONS = {
    "We talked, and I assessed safety now": "assessed_now",
    "I handed over to someone who is assessing it": "handed_over",
    "We started the emergency path": "emergency",
}
HELD = SafetyTalk(action="handed_over", initials="CD", on=DAY)


def asking(answer: int | None = 2, **given: object) -> Session:
    """A session on the small pack in which item 9 asks for a talk; None rather talks."""
    phq9 = Phq9(answers=(3,) * 8 + (answer,), rather_talk=answer is None)
    return replace(a_session(about=AboutYou(phq9=phq9)), **given)  # type: ignore[arg-type] # fields


def record(driver: Driver, action: str, initials: str = "KL") -> None:
    driver.choose("What was done", action)
    driver.type("Initials of the provider", initials)
    driver.press("Record and go on")


def assert_nothing_leads_round(driver: Driver) -> None:
    """No step, button or key, nor undo and redo, by the window or right at the workspace."""
    driver.window.activateWindow()
    said = driver.session.about.phq9.item_9
    names = [one.accessibleName() for one in driver.controls()]
    for name in (one for one in names if one.startswith(("Step ", "Next: ")) or one == "Back"):
        with pytest.raises(AssertionError, match="covered"):
            driver.press(name)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F6, Qt.Key.Key_Return, Qt.Key.Key_PageDown):
        driver.key(key)
    driver.key(Qt.Key.Key_Z, CTRL)
    driver.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert driver.snapshot.journey.paused
    assert driver.session.about.phq9.item_9 == said
    assert driver.reads(CARD)


@pytest.mark.parametrize("people", ROLES, ids=lambda people: "+".join(people) or "nobody")
def test_whoever_is_here_the_walk_waits_until_a_provider_says_what_was_done(
    people: tuple[Role, ...], open_window: OpenWindow
) -> None:
    driver = open_window(a_pack(), asking(people=people))
    assert driver.reads(CARD)
    assert_nothing_leads_round(driver)
    driver.key(Qt.Key.Key_F1)
    assert driver.has("Close help")
    assert driver.reads("988")
    driver.press("Close help")
    assert driver.reads(CARD)
    if not {*people} & {*PROVIDERS}:
        assert not driver.has("Record and go on")
        assert not driver.has("Initials of the provider")
        driver.choose("Who is here", "Another helper is here now")
        assert driver.snapshot.journey.paused
    assert not driver.find("Record and go on", QAbstractButton).isEnabled()
    record(driver, "We started the emergency path")
    assert driver.session.safety_talk == SafetyTalk(action="emergency", initials="KL", on=today())
    assert not driver.reads(CARD)
    driver.press("Next: About you")


@pytest.mark.parametrize(("answer", "action"), [*zip(ANSWERS, cycle(ACTIONS), strict=False)])
def test_each_answer_brings_the_card_and_each_action_goes_on(
    answer: str, action: str, open_window: OpenWindow
) -> None:
    driver = open_window(real_pack(), replace(empty_session(), people=("counselor",)))
    driver.go("About you")
    driver.open("Answer the PHQ-9 (optional)")
    driver.choose(ITEM_9, answer)
    assert driver.reads(CARD)
    told = on_the_card(driver)
    assert "988" in told
    assert not [word for word in (answer, "Total", "of 27", ITEM_9[3:]) if word in told]
    record(driver, action)
    assert driver.session.about.phq9.item_9 == (ANSWERS[answer], answer == TALK)
    assert driver.session.safety_talk is not None
    assert driver.session.safety_talk.action == ACTIONS[action]
    assert driver.is_chosen(ITEM_9, answer)
    driver.go("Options")


def on_the_card(driver: Driver) -> str:
    """All that stands on the card that covers the window."""
    labels = driver.root.findChildren(SafetyCard)[0].findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


def test_one_at_a_time_the_card_comes_too_and_the_keyboard_returns(open_window: OpenWindow) -> None:
    phq9 = Phq9(answers=(1,) * 8 + (None,))
    session = replace(empty_session(), people=("helper",), about=AboutYou(phq9=phq9))
    driver = open_window(real_pack(), session)
    driver.go("About you")
    driver.open("Answer the PHQ-9 (optional)")
    driver.choose(HOW, ONE)
    driver.focus("Next: the last question")
    driver.window.activateWindow()
    driver.settle()
    driver.key(Qt.Key.Key_3)
    assert driver.reads(CARD)
    assert_nothing_leads_round(driver)
    record(driver, "I handed over to someone who is assessing it")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Next: the last question"
    assert driver.reads("Question 9 of 9")


def test_a_zero_afterwards_erases_no_record_and_a_new_answer_asks_anew() -> None:
    workspace = Workspace(a_pack(), asking(1, safety_talk=HELD), draws=5)

    def stands() -> tuple[bool, SafetyTalk | None]:
        snapshot = workspace.snapshot
        return snapshot.journey.paused, snapshot.session.safety_talk

    assert stands() == (False, HELD)
    workspace.apply(AnswerPhq9(9, 1))
    workspace.apply(AnswerPhq9(1, 0))
    assert stands() == (False, HELD)
    for gone in (0, None):
        workspace.apply(AnswerPhq9(9, gone))
        assert stands() == (False, HELD)
    workspace.undo()
    assert stands() == (False, HELD)
    workspace.apply(RatherTalk())
    assert stands() == (True, None)
    workspace.apply(RecordSafetyTalk(HELD))
    workspace.apply(AnswerPhq9(9, 0))
    workspace.undo()
    assert stands() == (True, None)
    workspace.apply(RecordSafetyTalk(HELD))
    workspace.apply(AnswerPhq9(9, 3))
    assert stands() == (True, None)


def test_what_was_done_is_printed_for_the_provider_also_after_a_zero() -> None:
    workspace = Workspace(real_pack(), asking(1, pack="depression", ratings=()), draws=5)
    workspace.apply(RecordSafetyTalk(HELD))
    workspace.apply(AnswerPhq9(9, 0))
    parts: tuple[PartId, ...] = ("record",)
    record = part(compose(workspace.snapshot, on=DAY, parts=parts), "record")
    assert "CD" in rows(record)["Item 9"]


def test_a_new_visit_asks_anew() -> None:
    workspace = Workspace(a_pack(), asking(2, safety_talk=HELD), draws=5)
    workspace.apply(BeginVisit(DAY + timedelta(7)))
    begun = workspace.snapshot
    assert not begun.journey.paused
    workspace.apply(AnswerPhq9(9, 2))
    assert workspace.snapshot.journey.paused
    assert workspace.snapshot.session.safety_talk is None


def saved(session: Session, folder: Path) -> Path:
    """The session as a file: what is JSON is YAML, too."""
    file = folder / "session.yaml"
    file.write_bytes(TypeAdapter(Session).dump_json(session, exclude_defaults=True))
    return file


@pytest.mark.parametrize(("answer", "people"), [(1, ("counselor",)), (3, ()), (None, ("helper",))])
def test_a_session_that_is_saved_and_opened_again_waits_still(
    answer: int | None, people: tuple[Role, ...], open_window: OpenWindow, tmp_path: Path
) -> None:
    before = asking(answer, pack="depression", ratings=(), people=people)
    again = load_session(saved(before, tmp_path), real_pack())
    assert again == before
    driver = open_window(real_pack(), again)
    assert driver.reads(CARD)
    assert_nothing_leads_round(driver)
    assert driver.has("Record and go on") == bool(people)


def test_with_the_record_it_goes_on_and_a_further_answer_stops_it(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    before = asking(1, pack="depression", ratings=(), safety_talk=HELD)
    again = load_session(saved(before, tmp_path), real_pack())
    assert again.safety_talk == HELD
    driver = open_window(real_pack(), again)
    assert not driver.reads(CARD)
    driver.go("Understand")
    driver.window.workspace.apply(AnswerPhq9(9, 3))
    driver.settle()
    assert driver.reads(CARD)


def test_opening_it_over_another_session_does_not_skip_the_card(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    file = saved(asking(2, pack="depression", ratings=()), tmp_path)
    driver = open_window(real_pack(), empty_session())
    driver.window.begin(load_session(file, real_pack()))
    driver.settle()
    assert_nothing_leads_round(driver)


@pytest.mark.parametrize("talk", [None, HELD, replace(HELD, action="emergency")])
@pytest.mark.parametrize(("answer", "people"), [*zip((0, 1, 2, 3, None, 3), ROLES, strict=True)])
def test_the_persons_page_holds_no_word_of_it(
    answer: int | None, people: tuple[Role, ...], talk: SafetyTalk | None
) -> None:
    words = (
        *(ITEM_9[3:], "better off dead", "hurting yourself", "phq", "item 9", "question 9"),
        *(*ANSWERS, "Not at all", "handed over", "emergency path", "assessed", "of 27", "severe"),
        *("moderately", "rather talk", "(CD)", "CD,"),
    )
    phq9 = Phq9(answers=(3,) * 8 + (answer,), rather_talk=answer is None, difficulty=3)
    session = replace(empty_session(), people=people, about=AboutYou(phq9=phq9))
    workspace = Workspace(real_pack(), replace(session, safety_talk=talk), draws=5)
    parts: tuple[PartId, ...] = ("person",)
    document = compose(workspace.snapshot, on=DAY, parts=parts)
    assert len(document.parts) == 1
    said = all_text(part(document, "person")).casefold()
    assert "988" in said
    assert not [word for word in words if word.casefold() in said]
