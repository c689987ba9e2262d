from collections.abc import Callable
from datetime import date

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.domain.about_you import AboutYou
from decision_aid.domain.clinic import Clinic, Phone
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import PROVIDERS, Role, Session
from decision_aid.gui.clock import today
from decision_aid.gui.safety_card import SafetyCard
from decision_aid.gui.theme import Theme, load_theme
from decision_aid.workspace.changes.phq9 import AnswerPhq9
from decision_aid.workspace.changes.welcome import SetPeople
from decision_aid.workspace.clinic_words import PHONES
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver, wear_theme
from tests.gui.sessions import empty_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]
TITLE = "Thank you for telling us"
SHIFT_CTRL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ITEM_9 = "9. Thoughts that you would be better off dead or of hurting yourself in some way"


def with_a_talk_due(open_window: OpenWindow, *people: Role) -> Driver:
    driver = open_window(a_pack(), a_session(people=people))
    driver.window.workspace.apply(AnswerPhq9(9, 1))
    driver.settle()
    return driver


@pytest.mark.usefixtures("dressed")
def test_an_answer_to_item_9_brings_the_card_before_everything(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.go("About you")
    driver.open("Answer the PHQ-9 (optional)")
    driver.choose(ITEM_9, "Several days")
    assert driver.reads("Thank you for telling us")
    with pytest.raises(AssertionError, match="covered"):
        driver.press("Next: Understand")


def test_rather_talking_about_it_brings_the_card_and_not_at_all_does_not(
    open_window: OpenWindow,
) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.go("About you")
    driver.open("Answer the PHQ-9 (optional)")
    driver.choose(ITEM_9, "Not at all")
    assert not driver.reads("Thank you for telling us")
    driver.choose(ITEM_9, "I would rather talk about it")
    assert driver.reads("Thank you for telling us")


def test_a_provider_goes_on_with_what_was_done_and_initials(open_window: OpenWindow) -> None:
    driver = with_a_talk_due(open_window, "counselor")
    record = driver.find("Record and go on")
    assert not record.isEnabled()
    driver.choose("What was done", "I handed over to someone who is assessing it")
    assert not record.isEnabled()
    driver.type("Initials of the provider", " CD ")
    driver.press("Record and go on")
    talk = driver.session.safety_talk
    assert talk is not None
    assert (talk.action, talk.initials, talk.on) == ("handed_over", "CD", today())
    assert not driver.reads("Thank you for telling us")
    driver.press("Next: About you")


def test_a_later_answer_finds_the_form_empty(open_window: OpenWindow) -> None:
    driver = with_a_talk_due(open_window, "prescriber")
    driver.choose("What was done", "We talked, and I assessed safety now")
    driver.type("Initials of the provider", "AB")
    driver.press("Record and go on")
    driver.window.workspace.apply(AnswerPhq9(9, 3))
    driver.settle()
    assert not driver.is_chosen("What was done", "We talked, and I assessed safety now")
    assert not driver.find("Record and go on").isEnabled()


def test_alone_there_are_contacts_and_nothing_to_skip_with(open_window: OpenWindow) -> None:
    driver = with_a_talk_due(open_window, "companion")
    assert driver.reads("988")
    assert driver.reads("today")
    assert not driver.has("Record and go on")
    assert driver.reads("Nobody is here yet: you can stop here.")
    assert driver.reads("A nurse, care worker or peer")
    driver.choose("Who is here", "A counselor is here now")
    assert driver.session.people == ("companion", "counselor")
    assert driver.has("Record and go on")


def is_paused(driver: Driver) -> bool:
    return driver.snapshot.journey.paused and driver.reads(TITLE)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_no_key_goes_round_the_card(open_window: OpenWindow, key: Qt.Key) -> None:
    driver = with_a_talk_due(open_window, "prescriber")
    driver.key(key)
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert is_paused(driver)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("people", [(), ("companion",), ("helper",), ("counselor",)])
def test_no_step_can_be_opened_and_nothing_taken_back_under_any_role(
    open_window: OpenWindow, people: tuple[Role, ...]
) -> None:
    driver = with_a_talk_due(open_window, *people)
    said = driver.session
    for name in ("Step 5: What matters", "Next: About you", "Help and about"):
        with pytest.raises(AssertionError, match="covered"):
            driver.press(name)
    keys = (Qt.Key.Key_F6, Qt.Key.Key_Return, Qt.Key.Key_F6, Qt.Key.Key_Return, Qt.Key.Key_Backtab)
    for key in keys:  # also from the top bar, to which F6 leads
        driver.key(key)
        driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        driver.key(Qt.Key.Key_Z, SHIFT_CTRL)
        driver.key(Qt.Key.Key_Escape)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_N, Qt.Key.Key_5):
        driver.key(key, Qt.KeyboardModifier.AltModifier)
    assert driver.session == said
    assert is_paused(driver)


def test_not_even_a_screen_reader_can_press_what_the_card_hides(open_window: OpenWindow) -> None:
    driver = with_a_talk_due(open_window, "prescriber")
    step, onward = "Step 5: What matters", "Next: About you"
    for name in (step, onward):
        driver.find(name, QAbstractButton).click()
    driver.settle()
    assert "matters" not in driver.session.visited
    driver.choose("What was done", "We talked, and I assessed safety now")
    driver.type("Initials of the provider", "AB")
    driver.press("Record and go on")
    driver.press(step)
    assert driver.session.visited[-1] == "matters"


@pytest.mark.parametrize("role", PROVIDERS)
def test_every_kind_of_provider_can_record_and_it_is_seen_afterwards(
    open_window: OpenWindow, role: Role
) -> None:
    driver = with_a_talk_due(open_window, role)
    assert driver.reads("988")
    driver.choose("What was done", "We called 911 or emergency help")
    driver.type("Initials of the provider", "KL")
    driver.press("Record and go on")
    assert not driver.reads(TITLE)
    driver.go("About you")
    assert driver.reads(f"Talk recorded {day_words(today())}, initials KL.")


def test_a_provider_who_left_a_moment_ago_cannot_record_and_is_told_so(
    open_window: OpenWindow,
) -> None:
    driver = with_a_talk_due(open_window, "prescriber")
    driver.choose("What was done", "We talked, and I assessed safety now")
    driver.type("Initials of the provider", "AB")
    driver.window.workspace.apply(SetPeople(()))  # the card has not heard of it yet
    driver.find("Record and go on", QAbstractButton).click()
    assert driver.reads("Only a provider who is here can record this talk.")
    driver.settle()
    assert driver.session.safety_talk is None
    assert is_paused(driver)
    assert not driver.has("Record and go on")


def test_a_helper_hands_over_or_gets_help_and_leaves_assessing_to_others(
    open_window: OpenWindow,
) -> None:
    assessed = "What was done: We talked, and I assessed safety now"
    driver = with_a_talk_due(open_window, "prescriber", "helper")
    driver.press(assessed)
    driver.type("Initials of the provider", "KL")
    driver.window.workspace.apply(SetPeople(("helper",)))
    driver.settle()
    assert not driver.has(assessed)
    assert driver.reads("A prescriber or counselor assesses safety.")
    assert not driver.find("Record and go on").isEnabled()
    driver.choose("What was done", "I handed over to someone who is assessing it")
    driver.press("Record and go on")
    assert not driver.reads(TITLE)


def test_the_card_says_why_nothing_can_be_recorded_yet(open_window: OpenWindow) -> None:
    driver = with_a_talk_due(open_window, "prescriber")
    why = "Choose one and add initials."
    assert driver.reads(why)
    driver.choose("What was done", "We called 911 or emergency help")
    assert driver.find("Record and go on").accessibleDescription() == why
    driver.type("Initials of the provider", "KL")
    assert not driver.reads(why)


MORE = "There is more below: scroll down."


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("people", [(), ("helper",), ("prescriber",)])
def test_the_card_fits_a_usual_window_and_says_so_where_it_does_not(
    open_window: OpenWindow, people: tuple[Role, ...]
) -> None:
    driver = open_window(real_pack(), a_paused_session(*people))
    (card,) = driver.root.findChildren(SafetyCard)
    (scroll,) = card.findChildren(QScrollArea)
    bar = scroll.verticalScrollBar()
    driver.window.resize(1280, 800)
    driver.settle()
    assert bar.maximum() == 0
    assert not driver.reads(MORE)
    wear_theme(load_theme("light", 150))
    driver.window.resize(1024, 768)
    driver.settle()
    assert driver.reads(MORE)
    bar.setValue(bar.maximum())
    driver.settle()
    assert not driver.reads(MORE)


def a_paused_session(*people: Role) -> Session:
    phq9 = Phq9(answers=(None,) * 8 + (2,))
    return a_session(people=people, about=AboutYou(phq9=phq9))


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("people", [(), ("prescriber",)])
def test_the_program_starts_behind_the_card_where_a_talk_is_due(
    open_window: OpenWindow, people: tuple[Role, ...]
) -> None:
    driver = open_window(a_pack(), a_paused_session(*people))
    assert is_paused(driver)
    (card,) = driver.root.findChildren(SafetyCard)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert card.isAncestorOf(focused)
    with pytest.raises(AssertionError, match="covered"):
        driver.press("Next: About you")


def test_a_session_that_is_opened_brings_its_card_and_one_without_takes_it_away(
    open_window: OpenWindow,
) -> None:
    driver = open_window(a_pack(), a_session())
    driver.window.begin(a_paused_session("counselor"))
    driver.settle()
    assert is_paused(driver)
    driver.type("Initials of the provider", "AB")
    driver.window.begin(a_session())
    driver.settle()
    assert not driver.reads(TITLE)
    driver.window.begin(a_paused_session("counselor"))
    driver.settle()
    assert driver.find("Initials of the provider").property("text") == ""


def test_closing_asks_as_always_and_staying_leads_back_to_the_card(open_window: OpenWindow) -> None:
    driver = with_a_talk_due(open_window, "prescriber")
    driver.focus("Initials of the provider")
    driver.window.close()
    assert driver.reads("Close and clear everything?")
    driver.press("Stay here")
    assert is_paused(driver)
    assert QApplication.focusWidget() is driver.find("Initials of the provider")
    driver.window.close()
    driver.press("Clear everything")
    assert driver.window.isHidden()


def test_the_clinics_own_numbers_stand_below_the_contacts(open_window: OpenWindow) -> None:
    driver = with_a_talk_due(open_window)
    assert not driver.reads(PHONES)
    phone = Phone(number="555-0100", text="Nurse <b>line</b>")
    clinic = Clinic(name="Hill", as_of=date(2026, 11, 1), phones=(phone,))
    driver.window.workspace.take_clinic(clinic)
    driver.settle()
    assert driver.reads(PHONES)
    assert driver.reads("555-0100")
    assert driver.reads("Nurse <b>line</b>")
    assert driver.reads("Contacts for US, checked on")


def test_the_card_shows_no_score_and_says_that_a_zero_clears_nothing(
    open_window: OpenWindow,
) -> None:
    driver = with_a_talk_due(open_window, "prescriber")
    (card,) = driver.root.findChildren(SafetyCard)
    shown = " ".join(one.text() for one in card.findChildren(QLabel) if one.isVisible())
    assert "would not have replaced asking" in shown
    for word in ("Total", "score", "Several days", "better off dead", "of 27"):
        assert word not in shown


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("theme", [load_theme(), load_theme("contrast", 200)])
@pytest.mark.parametrize("people", [(), ("prescriber",)])
def test_on_a_small_screen_the_card_is_not_cut_off(
    open_window: OpenWindow, people: tuple[Role, ...], theme: Theme
) -> None:
    driver = open_window(a_pack(), a_paused_session(*people))
    wear_theme(theme)
    driver.window.resize(1024, 768)
    driver.settle()
    (card,) = driver.root.findChildren(SafetyCard)
    (scroll,) = card.findChildren(QScrollArea)
    assert scroll.horizontalScrollBar().maximum() == 0
    for one in card.findChildren(QLabel):
        if one.isVisible():
            assert one.height() >= one.heightForWidth(one.width()), one.text()
