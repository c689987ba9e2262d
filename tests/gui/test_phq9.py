"""The PHQ-9 card: both ways to answer, the total, and the totals of earlier visits."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.domain.about_you import AboutYou
from decision_aid.domain.instruments import Instrument, Phq9
from decision_aid.domain.session import EarlierVisit, Session
from decision_aid.gui.pages.about_phq9 import ALL, HOW, ONE, Phq9Card
from decision_aid.gui.pages.about_phq9_one import DONE
from decision_aid.gui.pages.about_phq9_trend import AS_TEXT, TITLE
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.trend_chart import TrendChart
from decision_aid.workspace.changes.walk import BeginVisit
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.typed_day import read_day
from decision_aid.workspace.workspace import Workspace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.gui.driver import wear_theme
from tests.gui.one_page import OnePage
from tests.gui.sessions import DAY, empty_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

FORM = "Answer the PHQ-9 (optional)"
FULL = Phq9(answers=(2, 2, 2, 2, 2, 2, 2, 1, 0), difficulty=1)
HALF = Phq9(answers=(1, None, 2, None, 0, 1, None, None, None))


class CardPage(StepPage):
    """The card on a page of its own."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, title="About you", lead="")
        self.card = Phq9Card(workspace, the_phq9())
        self.body.addWidget(self.card)
        self.body.addStretch(1)

    def present(self, snapshot: Snapshot) -> None:
        self.card.present(snapshot)


def the_phq9() -> Instrument:
    instrument = real_pack().instrument("phq9")
    assert instrument is not None
    return instrument


def session_with(phq9: Phq9, *earlier: EarlierVisit) -> Session:
    about = AboutYou(phq9=phq9)
    return Session(pack="depression", seed=7, started_on=DAY, about=about, earlier=earlier)


def card(qtbot: QtBot, session: Session, *, one: bool = False, width: int = 1000) -> OnePage:
    page = OnePage(qtbot, CardPage, real_pack(), session, width)
    page.open(FORM)
    if one:
        page.choose(HOW, ONE)
    return page


def numbered(item: int) -> str:
    return f"{item}. {the_phq9().items[item - 1].text}"


def focus(page: OnePage, name: str) -> None:
    page.focus(name)
    page.page.activateWindow()
    page.settle()


def focused() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.accessibleName()


def weeks_before(count: int, phq9: Phq9 = FULL) -> Iterator[EarlierVisit]:
    for week in range(count, 0, -1):
        yield EarlierVisit(on=DAY - timedelta(7 * week), phq9=phq9)


def test_on_one_page_every_question_stands_word_for_word_with_its_answers_and_the_notice(
    qtbot: QtBot,
) -> None:
    page, phq9 = card(qtbot, empty_session()), the_phq9()
    for item in range(1, 10):
        assert page.reads(numbered(item))
        assert all(page.has(f"{numbered(item)}: {answer}") for answer in phq9.answers)
    assert phq9.extra
    for text in (phq9.stem, phq9.notice, phq9.extra.text):
        assert page.reads(text)
    assert page.reads("No answer to question 9 takes the place of asking")
    talk = [one.accessibleName() for one in page.controls() if "rather" in one.accessibleName()]
    assert talk == [f"{numbered(9)}: I would rather talk about it"]


@pytest.mark.usefixtures("dressed")
def test_question_9_offers_what_every_other_does_and_the_talk_apart_from_it(qtbot: QtBot) -> None:
    page, phq9 = card(qtbot, empty_session()), the_phq9()
    tops = {page.find(f"{numbered(9)}: {one}").mapToGlobal(QPoint()).y() for one in phq9.answers}
    talk = page.find(f"{numbered(9)}: I would rather talk about it", QAbstractButton)
    assert len(tops) == 1
    assert talk.mapToGlobal(QPoint()).y() > tops.pop()
    page.choose(numbered(9), "Not at all")
    page.choose(numbered(9), "I would rather talk about it")
    assert page.session.about.phq9.rather_talk
    assert not page.is_chosen(numbered(9), "Not at all")
    page.choose(numbered(9), "I would rather talk about it")
    assert not talk.isChecked()
    assert page.session.about.phq9 == Phq9()


@pytest.mark.usefixtures("dressed")
def test_one_at_a_time_the_way_on_stands_right_below_the_answers(qtbot: QtBot) -> None:
    page, phq9 = card(qtbot, empty_session(), one=True), the_phq9()
    last = page.find(f"{numbered(1)}: {phq9.answers[-1]}")
    onward = page.find("Next question: 2", QAbstractButton)
    assert onward.text() == "Next question"
    below = onward.mapToGlobal(QPoint()).y() - last.mapToGlobal(QPoint(0, last.height())).y()
    assert 0 < below < 40


def test_one_at_a_time_every_question_comes_in_its_turn_and_the_end_tells_the_total(
    qtbot: QtBot,
) -> None:
    page, phq9 = card(qtbot, empty_session(), one=True), the_phq9()
    for number, item in enumerate(phq9.items, start=1):
        assert page.reads(f"Question {number} of 9")
        seen = [one.text for one in phq9.items if one.text in page.texts()]
        assert seen == [item.text]
        assert page.reads(phq9.stem)
        page.choose(numbered(number), phq9.answers[0 if number == 9 else 2])
        assert page.reads(f"Question {number} of 9"), "an answer leads on by itself"
        to = "the last one" if number == 9 else f"{number + 1}"
        page.press(f"Next question: {to}")
    assert phq9.extra
    assert page.reads(phq9.extra.text)
    assert not page.reads(phq9.stem)
    page.choose(phq9.extra.text, phq9.extra.answers[1])
    page.press("Finish the questions")
    assert page.reads(DONE)
    assert page.session.about.phq9 == Phq9(answers=(2,) * 8 + (0,), difficulty=1)
    told = [text for text in page.texts() if text.startswith("Total: 16 of 27")]
    assert len(told) == 2  # at the end, and where it always stands


def test_the_keyboard_stays_on_next_while_digits_answer_and_delete_takes_back(
    qtbot: QtBot,
) -> None:
    page = card(qtbot, empty_session(), one=True)
    focus(page, "Next question: 2")
    for key in (Qt.Key.Key_2, Qt.Key.Key_Space, Qt.Key.Key_3, Qt.Key.Key_Space):
        page.key(key)
    assert page.session.about.phq9.answers[:3] == (2, 3, None)
    assert focused() == "Next question: 4"
    page.key(Qt.Key.Key_1)
    page.key(Qt.Key.Key_Delete)
    assert page.session.about.phq9.answers[:3] == (2, 3, None)
    page.key(Qt.Key.Key_4)
    page.key(Qt.Key.Key_9)
    assert page.session.about.phq9.answered == 2


def test_the_keyboard_is_never_lost_at_either_end(qtbot: QtBot) -> None:
    page = card(qtbot, session_with(HALF), one=True)
    focus(page, "Previous question: 1")
    page.key(Qt.Key.Key_Space)
    assert focused() == "Next question: 2"
    assert not page.find("Previous question: 1", QAbstractButton).isEnabled()
    for _ in range(10):
        page.key(Qt.Key.Key_Space)
    assert page.reads("Not answered: 2, 4, 7, 8, and 9.")
    assert focused() == "Go to question 2"
    page.key(Qt.Key.Key_Space)
    assert page.reads("Question 2 of 9")


@pytest.mark.usefixtures("dressed")
def test_in_large_text_the_page_scrolls_up_to_the_next_question(qtbot: QtBot) -> None:
    wear_theme(load_theme("light", 200))
    page = card(qtbot, empty_session(), one=True, width=720)
    page.page.resize(720, 400)
    wear_theme(load_theme("light", 200))
    page.settle()
    page.press("Next question: 2")
    title = next(one for one in page.seen(QLabel) if one.text() == "Question 2 of 9")
    assert not title.visibleRegion().isEmpty()
    assert page.find("Next question: 3").visibleRegion().isEmpty()
    wear_theme(load_theme())


def test_it_goes_on_at_the_first_open_question_and_anew_on_a_new_visit(qtbot: QtBot) -> None:
    page = card(qtbot, session_with(HALF), one=True)
    assert page.reads("Question 2 of 9")
    page.choose(numbered(2), "Several days")
    page.press("Next question: 3")
    page.workspace.apply(BeginVisit(DAY + timedelta(7)))
    page.settle()
    assert page.reads("Question 1 of 9")
    assert not page.is_chosen(numbered(1), "Several days")


def test_the_way_it_is_shown_is_no_part_of_the_session_and_keeps_the_answers(
    qtbot: QtBot,
) -> None:
    page = card(qtbot, session_with(HALF))
    before = page.session
    for how in (ONE, ALL, ONE):
        page.choose(HOW, how)
        assert page.session == before
        assert not page.workspace.can_undo
    page.press("Previous question: 1")
    assert page.is_chosen(numbered(1), "Several days")
    page.choose(numbered(1), "Nearly every day")
    page.choose(HOW, ALL)
    assert page.is_chosen(numbered(1), "Nearly every day")
    assert not page.has("Next question: 2")


@pytest.mark.parametrize("how", [ALL, ONE])
def test_an_answer_is_taken_back_by_choosing_it_again(how: str, qtbot: QtBot) -> None:
    page = card(qtbot, empty_session())
    page.choose(HOW, how)
    for _ in range(2):
        page.choose(numbered(1), "Several days")
    assert page.session.about.phq9 == Phq9()
    assert not page.reads("of 9 answered")


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("how", [ALL, ONE])
def test_every_target_is_large_and_nothing_is_wider_than_the_page(
    how: str, percent: int, qtbot: QtBot
) -> None:
    page = card(qtbot, session_with(FULL, *weeks_before(2)), width=720)
    page.choose(HOW, how)
    wear_theme(load_theme("light", percent))
    page.settle()
    buttons = [one for one in page.controls() if isinstance(one, QAbstractButton)]
    assert len(buttons) > 6
    small = [one.accessibleName() for one in buttons if min(one.width(), one.height()) < 44]
    assert not small
    assert page.page.content_width <= page.page.seen_width
    wear_theme(load_theme())


def test_below_nine_the_count_is_told_and_with_all_nine_the_total_and_nothing_else(
    qtbot: QtBot,
) -> None:
    page = card(qtbot, session_with(Phq9(answers=(2,) * 8 + (None,))))
    assert page.reads("8 of 9 answered. You can leave any of them open; a total needs all nine.")
    assert not page.reads("Total")
    page.choose(numbered(9), "Not at all")
    assert not page.reads("of 9 answered")
    told = [text for text in page.texts() if "16" in text]
    assert told == [
        "Total: 16 of 27, usually called moderately severe. This is what you said, not a diagnosis."
    ]


def test_there_is_no_trend_until_two_visits_have_a_total(qtbot: QtBot) -> None:
    visits = (*weeks_before(1), EarlierVisit(on=DAY - timedelta(3), phq9=HALF))
    page = card(qtbot, session_with(Phq9(answers=(1,) * 8 + (None,)), *visits))
    assert not page.reads(TITLE)
    assert not page.seen(TrendChart)
    page.choose(numbered(9), "Not at all")
    chart = page.seen(TrendChart)[0]
    assert chart.accessibleName() == "PHQ-9 total: 15 on Nov 16, 2026, 8 on Nov 23, 2026"
    assert page.reads("Not shown, for not all nine questions were answered: Nov 20, 2026.")
    rows = {"Nov 23, 2026", "8", "mild", "Nov 16, 2026", "15", "moderately severe"}
    assert rows <= set(page.texts())
    assert page.reads("Somewhat difficult")


def test_many_totals_stand_as_text_where_they_are_asked_for(qtbot: QtBot) -> None:
    page = card(qtbot, session_with(FULL, *weeks_before(99)))
    first = DAY - timedelta(7 * 99)
    assert page.seen(TrendChart)[0].accessibleName().count(" on ") == 100
    assert day_words(first) not in page.texts()
    page.open(AS_TEXT)
    days = [day for text in page.texts() if (day := read_day(text)) is not None]
    assert len(days) == 100
    assert min(days) == first
