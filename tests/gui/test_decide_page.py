from typing import Any

import pytest
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.guidance import Suggestion
from decision_aid.domain.instruments import Instrument, Item
from decision_aid.domain.session import Decision, NextStep
from decision_aid.gui.pages.decide import DecidePage
from decision_aid.gui.widgets.chip import Chip
from decision_aid.gui.widgets.choice_row import AnyRow
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.one_page import OnePage

pytestmark = pytest.mark.usefixtures("undressed")

SURE = Instrument(
    id="sure",
    items=(Item(id="s", text="Are you sure?"), Item(id="u", text="Do you know?")),
    answers=("No", "Yes"),
    name="SURE",
    stem="Two questions",
    notice="Copyright of the test's owner.",
)


def a_suggestion(name: str, **given: Any) -> Suggestion:
    first: dict[str, Any] = {"topic": "safety", "ask": "anyone", "text": f"{name}?"}
    return Suggestion(id=name, **{**first, **given})


def open_decide(qtbot: QtBot, **said: Any) -> OnePage:
    pack = a_pack(instruments=(SURE,))
    return OnePage(qtbot, DecidePage, pack, a_session(**said))


def lettered(driver: OnePage, option: str) -> str:
    snapshot = driver.workspace.snapshot
    return f"{snapshot.letter(option)}  {snapshot.pack.option(option).name}"


def test_nothing_is_chosen_at_first_and_every_way_is_there(qtbot: QtBot) -> None:
    driver = open_decide(qtbot)
    rows = [one for one in driver.controls() if isinstance(one, QAbstractButton)]
    assert not any(one.isChecked() for one in rows)
    for option in ("stay", "pill", "talk"):
        assert driver.has(f"I am leaning towards: {lettered(driver, option)}")
    assert driver.has("I am leaning towards: I am not ready to choose yet")
    assert driver.has("I am leaning towards: Something else")


def test_an_option_that_waits_for_a_check_can_be_leaned_to_and_says_so(qtbot: QtBot) -> None:
    driver = open_decide(qtbot, about=AboutYou(taking=(Taking(name="Nardil"),)))
    assert driver.reads("Check first: You take an MAOI.")
    driver.choose("I am leaning towards", lettered(driver, "pill"))
    assert driver.session.leaning == Decision(kind="option", option="pill")


def test_a_decision_has_words_of_its_own(qtbot: QtBot) -> None:
    driver = open_decide(qtbot)
    driver.choose("What we decide together", lettered(driver, "talk"))
    driver.type("What we decide together: in our own words", "but not on Mondays")
    assert driver.session.decision == Decision(
        kind="option", option="talk", words="but not on Mondays"
    )
    driver.choose("What we decide together", "Not to decide yet")
    assert driver.session.decision == Decision(kind="not_yet", words="but not on Mondays")


def test_the_providers_leaning_is_kept_apart(qtbot: QtBot) -> None:
    driver = open_decide(qtbot)
    driver.open("Provider: add or change your leaning")
    driver.choose("Provider leans towards", lettered(driver, "stay"))
    assert driver.session.provider_leaning == Decision(kind="option", option="stay")
    assert driver.session.leaning is None
    assert driver.reads("Leans towards: Stay (")


def test_a_no_in_the_sure_test_is_worth_talking_about(qtbot: QtBot) -> None:
    driver = open_decide(qtbot)
    assert driver.reads(SURE.notice)
    driver.choose("Are you sure?", "Yes")
    assert not driver.reads("Worth talking about")
    driver.choose("Do you know?", "No")
    assert driver.session.sure == ("yes", "no")
    assert driver.reads("Worth talking about before you go")
    assert not any(one.property("tone") == "caution" for one in driver.page.findChildren(Chip))


def test_without_the_sure_folder_the_page_does_without(qtbot: QtBot) -> None:
    driver = OnePage(qtbot, DecidePage, a_pack(), a_session())
    assert not driver.reads("How sure do you feel?")


def test_next_steps_are_added_edited_and_removed(qtbot: QtBot) -> None:
    driver = open_decide(qtbot)
    driver.type("New next step, what", "Refer to CBT")
    driver.type("New next step, who", "Dr", enter=True)
    assert list(driver.session.next_steps) == [NextStep(what="Refer to CBT", who="Dr")]
    driver.type("Next step 1, by when", "Friday", enter=True)
    assert driver.session.next_steps[0].by == "Friday"
    driver.press("Remove next step 1")
    assert not driver.session.next_steps


def test_tab_goes_on_through_a_step_and_a_question_after_their_words_changed(
    qtbot: QtBot,
) -> None:
    steps = (NextStep(what="Refer", who="Dr"), NextStep(what="Call"))
    driver = open_decide(qtbot, next_steps=steps, open_questions=("Cost?", "When?"))
    driver.type("Next step 1, what", " to CBT")
    for name in ("Next step 1, who", "Next step 1, by when", "Remove next step 1"):
        driver.key(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is driver.find(name)
    driver.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is driver.find("Next step 2, what")
    assert driver.session.next_steps[0].what == "Refer to CBT"
    driver.type("Question 1", " Really?")
    for name in ("Remove question 1", "Question 2", "Remove question 2", "New question"):
        driver.key(Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is driver.find(name)
    assert driver.session.open_questions[0] == "Cost? Really?"


def test_after_removing_a_step_or_a_question_the_keyboard_is_at_the_empty_line(
    qtbot: QtBot,
) -> None:
    steps = (NextStep(what="Refer"), NextStep(what="Call", who="me"))
    driver = open_decide(qtbot, next_steps=steps, open_questions=("Cost?", "When?"))
    driver.press("Remove next step 1")
    assert QApplication.focusWidget() is driver.find("New next step, what")
    assert list(driver.session.next_steps) == [NextStep(what="Call", who="me")]
    assert driver.find("Next step 1, who", GrowingEdit).text() == "me"
    driver.press("Remove question 1")
    assert QApplication.focusWidget() is driver.find("New question")
    assert driver.find("Question 1", GrowingEdit).text() == "When?"


def test_a_step_whose_what_is_emptied_stays_until_all_of_it_is_empty(qtbot: QtBot) -> None:
    step = NextStep(what="Refer to CBT", who="Dr", by="Friday")
    driver = open_decide(qtbot, next_steps=(step,))

    def empty(field: str) -> None:
        driver.find(f"Next step 1, {field}", GrowingEdit).clear()
        driver.type(f"Next step 1, {field}", "", enter=True)

    empty("what")
    assert list(driver.session.next_steps) == [NextStep(what="", who="Dr", by="Friday")]
    driver.type("Next step 1, what", "Call", enter=True)
    assert driver.session.next_steps[0] == NextStep(what="Call", who="Dr", by="Friday")
    for field in ("by when", "what", "who"):
        empty(field)
    assert not driver.session.next_steps


def test_a_step_and_a_question_typed_and_left_are_kept(qtbot: QtBot) -> None:
    driver = open_decide(qtbot)
    driver.type("New next step, what", "Refer to CBT")
    driver.type("New next step, by when", "Friday")
    assert not driver.session.next_steps
    driver.type("New question", "What does it cost?")
    assert list(driver.session.next_steps) == [NextStep(what="Refer to CBT", by="Friday")]
    driver.focus("When to look again")
    assert list(driver.session.open_questions) == ["What does it cost?"]


def test_a_suggested_question_is_taken_up_and_taken_back_by_one_press(qtbot: QtBot) -> None:
    driver = open_decide(qtbot, open_questions=("My own?",))
    driver.open("Questions people often ask")
    driver.open("Safety")
    driver.choose("Ask", "What would you do next?")
    assert list(driver.session.open_questions) == ["My own?", "What would you do next?"]
    driver.choose("Ask", "What would you do next?")
    assert list(driver.session.open_questions) == ["My own?"]


ASKED = (
    a_suggestion("talk_late", options=("talk",)),
    a_suggestion("other", options=("pill",)),
    a_suggestion("anyone"),
    a_suggestion("doctor", ask="prescriber"),
    a_suggestion("therapist", ask="counselor"),
    a_suggestion("therapist_talk", ask="counselor", options=("talk",)),
    a_suggestion("price", topic="cost"),
)


def open_questions(qtbot: QtBot, **said: Any) -> OnePage:
    driver = OnePage(qtbot, DecidePage, a_pack(suggestions=ASKED), a_session(**said))
    driver.open("Questions people often ask")
    driver.open("Safety")
    return driver


def asked(driver: OnePage) -> list[str]:
    """The questions to be seen, from top to bottom."""
    rows = [one for one in driver.seen(AnyRow) if one.accessibleName().startswith("Ask: ")]
    rows.sort(key=lambda row: row.mapTo(driver.root, QPoint(0, 0)).y())
    return [row.accessibleName().removeprefix("Ask: ") for row in rows]


TO_TALK = Decision(kind="option", option="talk")


def test_questions_stand_folded_under_their_topics(qtbot: QtBot) -> None:
    driver = open_questions(qtbot)
    assert driver.has("Cost")
    assert not driver.has("Daily life")
    assert "price?" not in asked(driver)
    driver.open("Cost")
    assert "price?" in asked(driver)


def test_first_come_questions_for_who_is_here_and_about_what_is_leaned_to(qtbot: QtBot) -> None:
    driver = open_questions(qtbot, people=("counselor",), leaning=TO_TALK)
    assert asked(driver) == [
        "therapist_talk?",
        "therapist?",
        "talk_late?",
        "anyone?",
        "doctor?",
        "other?",
    ]


def test_a_question_says_whom_to_ask_and_what_it_is_about_where_that_is_another(
    qtbot: QtBot,
) -> None:
    driver = open_questions(qtbot, leaning=TO_TALK)

    def more(question: str) -> str:
        return driver.find(f"Ask: {question}").accessibleDescription()

    letter = driver.workspace.snapshot.letter("pill")
    assert more("doctor?") == "Ask your prescriber"
    assert more("therapist_talk?") == "Ask your counselor"
    assert more("anyone?") == more("talk_late?") == ""
    assert more("other?") == f"About Pill ({letter})"


@pytest.mark.usefixtures("dressed")
def test_no_question_moves_while_they_are_ticked(qtbot: QtBot) -> None:
    driver = open_questions(qtbot, people=("prescriber",))
    driver.open("Cost")
    before = asked(driver)
    body = driver.page.heading.parentWidget()
    assert body
    place = driver.find("Ask: doctor?").mapTo(body, QPoint(0, 0))
    for question in reversed(before):
        driver.choose("Ask", question)
    assert asked(driver) == before
    assert driver.find("Ask: doctor?").mapTo(body, QPoint(0, 0)) == place
    assert list(driver.session.open_questions) == before[::-1]
    assert driver.find("Safety", QAbstractButton).text() == "Safety (6, 6 ticked)"


def test_another_leaning_puts_other_questions_first_and_keeps_the_ticks(qtbot: QtBot) -> None:
    driver = open_questions(qtbot, leaning=TO_TALK, people=())
    driver.choose("Ask", "talk_late?")
    driver.choose("I am leaning towards", lettered(driver, "pill"))
    assert asked(driver)[0] == "other?"
    assert driver.is_chosen("Ask", "talk_late?")
    assert list(driver.session.open_questions) == ["talk_late?"]


def test_tab_goes_from_a_topic_to_its_questions_and_on_to_the_next_topic(qtbot: QtBot) -> None:
    driver = open_questions(qtbot)
    driver.choose("I am leaning towards", lettered(driver, "talk"))
    order = asked(driver)
    driver.focus("Safety")
    passed = []
    for _ in range(len(order) + 2):
        driver.key(Qt.Key.Key_Tab)
        held = driver.page.window().focusWidget()
        assert held is not None
        passed.append(held.accessibleName())
    assert passed == [*(f"Ask: {one}" for one in order), "Cost", "New question"]


def test_when_to_call_and_when_to_look_again_are_there(qtbot: QtBot) -> None:
    driver = open_decide(qtbot)
    assert driver.reads("You feel worse")
    assert driver.reads("In a crisis (US): call or text 988, or call 911.")
    driver.type("When to look again", "in 4 weeks")
    assert driver.session.review == "in 4 weeks"
