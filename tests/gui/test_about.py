from collections.abc import Callable

import pytest
from decision_aid.domain.about_you import AboutYou, Taking, Tried
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.clock import today
from decision_aid.gui.pages.about import AboutPage
from decision_aid.gui.theme import load_theme
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver, wear_theme
from tests.gui.one_page import OnePage
from tests.gui.sessions import DAY, empty_session, real_pack

OpenWindow = Callable[[Pack, Session], Driver]
MAOI = "You take an MAOI, or a medicine like one"


def about(open_window: OpenWindow, session: Session | None = None) -> Driver:
    driver = open_window(real_pack(), session or empty_session())
    driver.go("About you")
    return driver


def taken(driver: Driver) -> tuple[Taking, ...]:
    return driver.session.about.taking


def tried(driver: Driver) -> tuple[Tried, ...]:
    return driver.session.about.tried


def on_an_maoi(*people: str) -> Session:
    taking = AboutYou(taking=(Taking(name="Nardil"),))
    return Session(pack=real_pack().id, seed=7, started_on=DAY, people=people, about=taking)  # type: ignore[arg-type] # names of roles


def test_the_keyboard_stays_with_a_gate_that_is_cleared_and_shut_again(
    open_window: OpenWindow,
) -> None:
    driver = about(open_window, on_an_maoi("prescriber"))
    driver.press(f"Clear this: {MAOI}")
    driver.type(f"Reason to clear: {MAOI}", "looked at together")
    driver.type(f"Initials to clear: {MAOI}", "AB")
    driver.focus(f"Clear now: {MAOI}")
    driver.key(Qt.Key.Key_Space)
    driver.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"Take back the clearance: {MAOI}"
    driver.key(Qt.Key.Key_Space)
    driver.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"Clear this: {MAOI}"


def test_a_medicine_by_brand_name_is_shown_with_its_class_and_its_finding(
    open_window: OpenWindow,
) -> None:
    driver = about(open_window)
    driver.type("Add a medicine", "Nardil", enter=True)
    assert taken(driver) == (Taking(name="Nardil"),)
    assert driver.reads("phenelzine")
    assert driver.reads("MAOI antidepressant")
    assert driver.reads(MAOI)
    assert driver.reads("Check first")
    assert driver.reads("It is not a full check of your medicines")
    driver.press("Remove Nardil")
    assert taken(driver) == ()
    assert not driver.reads("It is not a full check of your medicines")
    assert not driver.reads(MAOI)


def test_a_name_nobody_knows_is_kept_as_typed_and_marked(open_window: OpenWindow) -> None:
    driver = about(open_window)
    driver.type("Add a medicine", "<b>Grandma's</b> & drops")
    driver.press("Add this medicine")
    assert driver.reads("<b>Grandma's</b> & drops")
    assert driver.reads("Ask a pharmacist")


def test_a_name_nobody_knows_is_said_to_be_unchecked_among_the_findings(
    open_window: OpenWindow,
) -> None:
    driver = about(open_window)
    assert driver.reads("Nothing so far")
    driver.type("Add a medicine", "phenelzin", enter=True)
    assert driver.reads("Not checked: “phenelzin”.")
    assert not driver.reads("Nothing so far")
    driver.press("Remove phenelzin")
    assert not driver.reads("Not checked")


def test_words_nobody_knows_beside_a_known_name_are_told_and_the_name_counts(
    open_window: OpenWindow,
) -> None:
    driver = about(open_window)
    driver.type("Add a medicine", "Nardil 15 mg, bluepill", enter=True)
    assert driver.reads("Read as: phenelzine (MAOI antidepressant)")
    assert driver.reads("We do not know “bluepill”.")
    assert driver.reads("Ask a pharmacist")
    assert driver.reads("Not checked: “bluepill”.")
    assert driver.reads(MAOI)


def test_a_misspelled_name_stays_as_typed_until_its_correction_is_chosen(
    open_window: OpenWindow,
) -> None:
    driver = about(open_window)
    driver.type("Add a medicine", "zolft", enter=True)
    driver.type("Dose of zolft", "50 mg")
    assert taken(driver) == (Taking(name="zolft", dose="50 mg"),)
    assert driver.reads("We do not know this name. Did you mean Zoloft?")
    assert driver.reads("Ask a pharmacist")
    driver.press("Use Zoloft instead of zolft")
    assert taken(driver) == (Taking(name="Zoloft", dose="50 mg"),)
    assert driver.reads("Read as: sertraline (SSRI antidepressant)")
    assert not driver.reads("Not checked")
    driver.window.workspace.undo()
    driver.settle()
    assert driver.has("Use Zoloft instead of zolft")


def test_a_correction_that_stands_on_the_list_already_stands_there_once(
    open_window: OpenWindow,
) -> None:
    driver = about(open_window)
    for name in ("zoloft", "Lexapro", "zolft"):
        driver.type("Add a medicine", name, enter=True)
    driver.type("Dose of zolft", "50 mg")
    driver.press("Use Zoloft instead of zolft")
    assert taken(driver) == (Taking(name="zoloft", dose="50 mg"), Taking(name="Lexapro"))


def test_the_same_medicine_is_listed_once(open_window: OpenWindow) -> None:
    driver = about(open_window)
    driver.type("Add a medicine", "sertraline", enter=True)
    driver.type("Add a medicine", "Sertraline ", enter=True)
    assert len(taken(driver)) == 1


def test_a_dose_is_kept_as_typed_and_is_one_step_of_undo(open_window: OpenWindow) -> None:
    driver = about(open_window, on_an_maoi())
    driver.type("Dose of Nardil", "45 mg")
    assert taken(driver) == (Taking(name="Nardil", dose="45 mg"),)
    driver.window.workspace.undo()
    driver.settle()
    assert driver.find("Dose of Nardil", QLineEdit).text() == ""


def test_the_form_of_ketamine_is_asked_with_nothing_chosen_and_can_be_taken_back(
    open_window: OpenWindow,
) -> None:
    driver = about(open_window)
    question = "Form of ketamine"
    forms = ("Nasal spray", "Drip or shot", "Swallowed or melted in mouth", "Not decided")
    assert not any(driver.is_chosen(question, form) for form in forms)
    driver.choose(question, "Drip or shot")
    assert driver.session.about.ketamine_form == "drip"
    driver.choose(question, "Drip or shot")
    assert driver.session.about.ketamine_form is None


def test_the_form_is_not_asked_where_no_rule_depends_on_it(
    qtbot: QtBot,
) -> None:
    driver = OnePage(qtbot, AboutPage, a_pack(), a_session())
    assert not driver.has("Form of ketamine: Nasal spray")


def test_choosing_what_came_of_a_treatment_adds_it(open_window: OpenWindow) -> None:
    driver = about(open_window)
    driver.choose("What came of it", "Helped")
    assert tried(driver) == ()
    driver.type("Add a treatment you tried", "Light therapy")
    driver.choose("What came of it", "Helped a little")
    driver.choose("What came of Light therapy", "Had to stop")
    assert tried(driver) == (Tried(name="Light therapy", outcome="had_to_stop"),)
    driver.press("Remove tried Light therapy")
    assert tried(driver) == ()


def test_a_condition_answered_not_sure_asks_to_find_out_first(open_window: OpenWindow) -> None:
    driver = about(open_window)
    condition = next(one for one in real_pack().conditions if one.id == "brain_bleed")
    asked = sum(one.group == condition.group for one in real_pack().conditions)
    driver.open(f"Brain and nerves: 0 of {asked} answered")
    driver.choose(condition.text, "Not sure")
    assert driver.reads("Find out first")
    assert driver.has(f"Brain and nerves: 1 of {asked} answered")
    driver.choose(condition.text, "No")
    assert not driver.reads("Find out first")
    driver.choose(condition.text, "No")
    assert driver.session.about.conditions == ()


def test_only_a_prescriber_who_is_here_finds_the_form_that_clears(open_window: OpenWindow) -> None:
    driver = about(open_window, on_an_maoi("counselor"))
    assert driver.reads("Your prescriber must look at this.")
    assert not driver.has(f"Clear this: {MAOI}")


def test_a_prescriber_clears_a_gate_and_takes_it_back(open_window: OpenWindow) -> None:
    driver = about(open_window, on_an_maoi("prescriber"))
    driver.open(f"Clear this: {MAOI}")
    clear = driver.find(f"Clear now: {MAOI}")
    assert not clear.isEnabled()
    driver.type(f"Reason to clear: {MAOI}", "in hospital, watched")
    assert not clear.isEnabled()
    driver.type(f"Initials to clear: {MAOI}", "AB")
    driver.press(f"Clear now: {MAOI}")
    assert not driver.snapshot.gated
    day = today().isoformat()
    assert driver.reads(f"Cleared by AB (prescriber) on {day}: in hospital, watched")
    assert driver.reads("Checked and cleared")
    driver.press(f"Take back the clearance: {MAOI}")
    assert driver.snapshot.gated


def test_a_finding_opens_to_why_what_is_usual_and_its_sources(open_window: OpenWindow) -> None:
    driver = about(open_window, on_an_maoi())
    rule = next(one for one in real_pack().rules if one.id == "maoi")
    assert not driver.reads(rule.why)
    driver.open(f"Why, and what is usual: {MAOI}")
    assert driver.reads(rule.why)
    assert driver.reads(rule.usually)
    assert all(driver.reads(real_pack().source(one).title) for one in rule.sources)
    assert driver.reads("Do not stop or change any medicine without your prescriber.")


@pytest.mark.parametrize(
    ("answers", "total"),
    [
        ((1, 2, 3, 0, 1, 2, 3, 0, 0), "Total: 12 of 27, usually called moderate."),
        ((0,) * 9, "Total: 0"),
    ],
)
def test_the_total_stands_only_when_all_nine_are_answered(
    open_window: OpenWindow, answers: tuple[int, ...], total: str
) -> None:
    phq9 = Phq9(answers=(None, *answers[1:]))
    session = Session(pack="depression", seed=7, started_on=DAY, about=AboutYou(phq9=phq9))
    driver = about(open_window, session)
    driver.open("Answer the PHQ-9 (optional)")
    assert not driver.reads("Total:")
    words = ("Not at all", "Several days", "More than half the days", "Nearly every day")
    driver.choose("1. Little interest or pleasure in doing things", words[answers[0]])
    assert driver.reads(total)
    assert driver.reads("Copyright (c) Pfizer Inc.")


def test_where_findings_stand_below_the_top_says_so(open_window: OpenWindow) -> None:
    driver = about(open_window, on_an_maoi())
    pointer = "Your answers touch some options: 1 to check first. See the end of this page."
    assert not driver.reads(pointer)
    driver.window.resize(900, 700)
    driver.settle()
    assert driver.reads(pointer)


def test_at_double_text_size_the_page_is_no_wider_than_what_is_seen(
    open_window: OpenWindow,
) -> None:
    driver = about(open_window, on_an_maoi("prescriber"))
    driver.type("Add a medicine", "dextrometorphan and zolft", enter=True)
    wear_theme(load_theme("light", 200))
    driver.window.resize(1024, 768)
    driver.settle()
    page = driver.window.page
    assert page.content_width <= page.seen_width
