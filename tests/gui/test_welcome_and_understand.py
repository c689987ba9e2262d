from collections.abc import Callable
from dataclasses import replace

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session, TeachBackAnswer
from decision_aid.gui.pages.understand import FIRST, GROUPS, UnderstandPage
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver
from tests.gui.one_page import OnePage
from tests.gui.sessions import empty_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]


def test_the_welcome_states_the_decision_what_this_is_not_and_who_reviewed_it(
    open_window: OpenWindow,
) -> None:
    driver = open_window(real_pack(), empty_session())
    pack = real_pack()
    for text in (pack.decision, pack.what_it_is, pack.provenance.review_note, *pack.what_it_is_not):
        assert driver.reads(text)
    driver.open("Who made it, and when")
    assert driver.reads(pack.provenance.funding)
    assert driver.reads(day_words(pack.provenance.next_review))


def test_the_welcome_presets_nothing_and_keeps_what_is_chosen(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), empty_session())
    assert driver.session.people == ()
    driver.choose("Who is here", "Someone who came with me")
    driver.choose("Who is here", "A counselor or therapist")
    driver.choose("How long we have", "10 minutes")
    driver.choose("How much to decide myself", "We decide together")
    driver.type("Label for this session", "Tuesday")
    session = driver.session
    assert session.people == ("counselor", "companion")
    assert (session.minutes, session.involvement, session.label) == (10, "together", "Tuesday")


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("size", [(1280, 800), (1024, 768)])
def test_who_is_here_and_how_long_there_is_are_asked_without_scrolling(
    open_window: OpenWindow, size: tuple[int, int]
) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.window.resize(*size)
    driver.settle()
    names = (
        "Open an earlier session",
        "Who is here: A prescriber",
        "Who is here: Someone who came with me",
        "How long we have: 3 minutes",
        "How long we have: 30 minutes",
        "Next: About you",
    )
    for name in names:
        control = driver.find(name, QAbstractButton)
        assert control.visibleRegion().boundingRect() == control.rect(), name


def test_every_card_of_the_pack_can_be_read(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.go("Understand")
    assert driver.reads(real_pack().natural_course)
    for card in real_pack().cards:
        assert driver.reads(card.paragraphs[0]) == (card.group == FIRST)
    for _, title in GROUPS:
        driver.press(f"Read about: {title}")
    for card in real_pack().cards:
        assert driver.reads(card.title)
        assert all(driver.reads(paragraph) for paragraph in card.paragraphs)


def test_a_number_on_a_card_opens_to_who_was_studied_how_sure_it_is_and_who_paid(
    qtbot: QtBot,
) -> None:
    card = replace(a_pack().cards[0], studies=("trial",))
    driver = OnePage(qtbot, UnderstandPage, a_pack(cards=(card,)), a_session())
    driver.press("Read about: Care")
    assert driver.reads("Moderate certainty")
    assert not driver.reads("Adults who were still depressed")
    driver.open("About the numbers here: “Care”")
    for text in (
        "Adults who were still depressed",
        "Usual care alone",
        "After 6 months",
        "One large trial, nobody could be blinded. This rating is our own.",
        "Not stated in what we read.",
        "Author A. A book. A press, 2020.",
    ):
        assert driver.reads(text), text


def test_a_topic_tells_the_titles_of_its_cards_before_it_is_opened(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.go("Understand")
    titles = [one.title for one in real_pack().cards if one.group == "therapy"]
    assert driver.reads(" · ".join(titles))
    driver.press("Read about: Talking therapy")
    assert not driver.reads(" · ".join(titles))
    assert all(driver.reads(title) for title in titles)


@pytest.mark.usefixtures("dressed")
def test_any_answer_is_explained_and_leads_back_to_its_card_without_a_score(
    open_window: OpenWindow,
) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.go("Understand")
    question = real_pack().teach_backs[0]
    assert not driver.reads(question.explanation)
    driver.choose(question.question, question.choices[0].text)
    assert driver.session.teach_backs == (
        TeachBackAnswer(id=question.id, choice=question.choices[0].id),
    )
    assert driver.reads(question.explanation)
    driver.press(f"Show me again: {question.question}")
    card = next(one for one in real_pack().cards if one.id == question.card)
    heading = driver.window.focusWidget()
    assert heading is not None
    assert heading.property("text") == card.title
    assert not heading.visibleRegion().isEmpty()


@pytest.mark.usefixtures("dressed")
def test_what_was_pressed_stays_where_it_is_when_something_comes_above_it(
    open_window: OpenWindow,
) -> None:
    driver = open_window(real_pack(), empty_session())
    row = driver.find("Who is here: A prescriber", QAbstractButton)
    before = row.mapTo(driver.window, QPoint(0, 0))
    driver.press("Who is here: A prescriber")
    assert any("what to ask here" in one.accessibleName() for one in driver.controls())
    assert row.mapTo(driver.window, QPoint(0, 0)) == before
