"""The list of medicines: names, classes, doses, and the form of ketamine they would meet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.pages.about import AboutPage
from decision_aid.gui.pages.about_conditions import ConditionGroup
from decision_aid.gui.pages.about_reading import IF_NOT_TAKEN
from decision_aid.gui.pages.about_taking_list import renamed
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.chip import Chip
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.builders import a_pack, a_session
from tests.full_form import cases
from tests.gui.driver import Driver, wear_theme
from tests.gui.one_page import OnePage
from tests.gui.sessions import DAY, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

MAOI = "You take an MAOI, or a medicine like one"


def about(qtbot: QtBot, *taking: Taking) -> OnePage:
    pack = real_pack()
    session = Session(pack=pack.id, seed=7, started_on=DAY, about=AboutYou(taking=taking))
    return OnePage(qtbot, AboutPage, pack, session)


def taken(page: OnePage) -> tuple[Taking, ...]:
    return page.session.about.taking


def test_a_medicine_by_brand_name_is_shown_with_its_class_and_its_finding(
    qtbot: QtBot,
) -> None:
    driver = about(qtbot)
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


def test_a_name_nobody_knows_is_kept_as_typed_and_marked(qtbot: QtBot) -> None:
    driver = about(qtbot)
    driver.type("Add a medicine", "<b>Grandma's</b> & drops")
    driver.press("Add this medicine")
    assert driver.reads("<b>Grandma's</b> & drops")
    assert driver.reads("Ask a pharmacist")


def test_a_name_nobody_knows_is_said_to_be_unchecked_among_the_findings(
    qtbot: QtBot,
) -> None:
    driver = about(qtbot)
    assert driver.reads("Nothing so far")
    driver.type("Add a medicine", "phenelzin", enter=True)
    assert driver.reads("Not checked: “phenelzin”.")
    assert not driver.reads("Nothing so far")
    driver.press("Remove phenelzin")
    assert not driver.reads("Not checked")


def test_words_nobody_knows_beside_a_known_name_are_told_and_the_name_counts(
    qtbot: QtBot,
) -> None:
    driver = about(qtbot)
    driver.type("Add a medicine", "Nardil 15 mg, bluepill", enter=True)
    assert driver.reads("Read as: phenelzine")
    assert driver.reads("We do not know “bluepill”.")
    assert driver.reads("Ask a pharmacist")
    assert driver.reads("Not checked: “bluepill”.")
    assert driver.reads(MAOI)


def test_a_misspelled_name_stays_as_typed_until_its_correction_is_chosen(
    qtbot: QtBot,
) -> None:
    driver = about(qtbot)
    driver.type("Add a medicine", "zolft", enter=True)
    driver.type("Dose of zolft", "50 mg")
    assert taken(driver) == (Taking(name="zolft", dose="50 mg"),)
    assert driver.reads("We do not know this name. Did you mean Zoloft?")
    assert driver.reads("Ask a pharmacist")
    driver.press("Use Zoloft instead of zolft")
    assert taken(driver) == (Taking(name="Zoloft", dose="50 mg"),)
    assert driver.reads("Read as: sertraline")
    assert not driver.reads("Not checked")
    driver.workspace.undo()
    driver.settle()
    assert driver.has("Use Zoloft instead of zolft")


def test_a_correction_that_stands_on_the_list_already_stands_there_once(
    qtbot: QtBot,
) -> None:
    driver = about(qtbot)
    for name in ("zoloft", "Lexapro", "zolft"):
        driver.type("Add a medicine", name, enter=True)
    driver.type("Dose of zolft", "50 mg")
    driver.press("Use Zoloft instead of zolft")
    assert taken(driver) == (Taking(name="zoloft", dose="50 mg"), Taking(name="Lexapro"))


def test_two_lines_made_one_lose_no_dose_and_so_no_gate(qtbot: QtBot) -> None:
    lines = Taking(name="Zoloft", dose="50 mg"), Taking(name="zolft", dose="and Nardil 15 mg")
    driver = about(qtbot, *lines)
    gates = set(driver.workspace.snapshot.gated)
    driver.press("Use Zoloft instead of zolft")
    assert taken(driver) == (Taking(name="Zoloft", dose="50 mg + and Nardil 15 mg"),)
    assert set(driver.workspace.snapshot.gated) == gates
    assert gates


def test_a_misspelled_medicine_in_a_dose_is_not_checked_and_says_so_at_its_line(
    qtbot: QtBot,
) -> None:
    driver = about(qtbot, Taking(name="Zoloft"))
    driver.type("Dose of Zoloft", "in the morning with food")
    assert not driver.reads("We do not know")
    driver.type("Dose of Zoloft", "50 mg + Nardill")
    assert driver.reads("In the dose: We do not know “Nardill”. Did you mean Nardil?")
    assert driver.reads("Not checked")


@pytest.mark.parametrize("typed", ["no MAOI", "allergic to linezolid", "Nardil (never took it)"])
def test_what_sounds_not_taken_still_counts_and_tells_the_ways_out(
    typed: str, qtbot: QtBot
) -> None:
    driver = about(qtbot, Taking(name=typed))
    assert driver.workspace.snapshot.gated
    assert driver.reads("Read as: ")
    assert driver.reads(IF_NOT_TAKEN)
    driver.choose(typed, "Stopped")
    assert not driver.reads(IF_NOT_TAKEN)


def test_what_is_simply_taken_gets_no_such_hint(qtbot: QtBot) -> None:
    assert not about(qtbot, Taking(name="Nardil", dose="15 mg")).reads(IF_NOT_TAKEN)


def test_the_same_medicine_is_listed_once(qtbot: QtBot) -> None:
    driver = about(qtbot)
    driver.type("Add a medicine", "sertraline", enter=True)
    assert not driver.reads("on the list already")
    driver.type("Add a medicine", "Sertraline ", enter=True)
    assert len(taken(driver)) == 1
    assert driver.reads("This one is on the list already.")
    driver.type("Add a medicine", "l")
    assert not driver.reads("on the list already")


def test_a_dose_is_kept_as_typed_and_is_one_step_of_undo(qtbot: QtBot) -> None:
    driver = about(qtbot, Taking(name="Nardil"))
    driver.type("Dose of Nardil", "45 mg")
    assert taken(driver) == (Taking(name="Nardil", dose="45 mg"),)
    driver.workspace.undo()
    driver.settle()
    assert driver.find("Dose of Nardil", QLineEdit).text() == ""


def test_the_form_of_ketamine_is_asked_with_nothing_chosen_and_can_be_taken_back(
    qtbot: QtBot,
) -> None:
    driver = about(qtbot)
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


def test_each_class_is_a_chip_beside_the_name_it_was_read_as(qtbot: QtBot) -> None:
    driver = about(qtbot, Taking(name="Zoloft"), Taking(name="phenelzine", dose="and Lexapro"))
    assert [one.text for one in driver.seen(Chip)][:3] == [
        "SSRI antidepressant",
        "MAOI antidepressant",
        "SSRI antidepressant",
    ]
    assert driver.reads("Read as: sertraline")
    assert not driver.reads("Read as: phenelzine")
    assert driver.reads("Read in the dose: escitalopram")


def test_a_correction_keeps_all_that_was_said_of_the_medicine(qtbot: QtBot) -> None:
    said = Taking(name="zolft", dose="50 mg", route="mouth", stopped=True, stopped_on=DAY)
    driver = about(qtbot, said)
    driver.press("Use Zoloft instead of zolft")
    assert taken(driver) == (replace(said, name="Zoloft"),)


DAYS = st.one_of(st.none(), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
LINES = st.builds(
    lambda name, stopped, day, dose, route: Taking(
        name=name, dose=dose, route=route, stopped=stopped, stopped_on=day if stopped else None
    ),
    st.sampled_from(("zolft", "Zoloft", "Lexapro")),
    st.booleans(),
    DAYS,
    st.sampled_from(("", "50 mg", "and Nardil 15 mg", "5 mg, and selegiline")),
    st.sampled_from((None, "mouth", "patch")),
)


@given(st.lists(LINES, min_size=1, unique_by=lambda one: one.name))
def test_two_lines_made_one_count_at_least_as_long_as_either_did(lines: list[Taking]) -> None:
    after = renamed(tuple(lines), lines[0].name, "zoloft")
    (kept,) = (one for one in after if one.name.casefold() == "zoloft")
    together = [one for one in lines if one is lines[0] or one.name == "Zoloft"]
    assert all(how_long_it_counts(kept) >= how_long_it_counts(one) for one in together)
    assert all(one.dose in kept.dose and kept.route in (None, one.route) for one in together)


def how_long_it_counts(one: Taking) -> tuple[bool, bool, date]:
    """More is longer: taken, then stopped on a day nobody knows, then on a later day."""
    return not one.stopped, one.stopped_on is None, one.stopped_on or date.min


def test_tab_goes_through_the_rows_from_top_to_bottom(qtbot: QtBot) -> None:
    driver = about(qtbot, Taking(name="selegiline"))
    driver.type("Add a medicine", "zolft", enter=True)
    driver.focus("Add this medicine")
    wanted = [
        *("Remove selegiline", "Dose of selegiline", "selegiline: Taking it now"),
        "How you take selegiline: By mouth",
        *("Use Zoloft instead of zolft", "Remove zolft", "Dose of zolft", "zolft: Taking it now"),
        "Form of ketamine: Nasal spray",
    ]
    assert [tab(driver) for _ in wanted] == wanted


def tab(driver: OnePage) -> str:
    driver.key(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused.accessibleName()


def test_the_way_it_is_taken_is_asked_where_it_matters_and_can_be_taken_back(qtbot: QtBot) -> None:
    driver = about(qtbot, Taking(name="selegiline"), Taking(name="sertraline"))
    assert not driver.has("How you take sertraline: By mouth")
    assert driver.reads("This changes what it may clash with.")
    driver.choose("How you take selegiline", "As a patch")
    assert taken(driver)[0].route == "patch"
    driver.choose("How you take selegiline", "As a patch")
    assert taken(driver)[0].route is None


def test_the_way_it_is_taken_changes_its_classes(qtbot: QtBot) -> None:
    driver = about(qtbot, Taking(name="selegiline"))
    before = {one.text for one in driver.seen(Chip)}
    driver.choose("How you take selegiline", "By mouth")
    assert {one.text for one in driver.seen(Chip)} != before


def test_a_brand_that_is_taken_in_one_way_only_is_not_asked_about(qtbot: QtBot) -> None:
    driver = about(qtbot, Taking(name="Emsam"))
    assert not driver.reads("How do you take it?")


@pytest.mark.usefixtures("dressed")
def test_what_is_pressed_in_a_row_is_large_enough_for_a_finger(qtbot: QtBot) -> None:
    day = date(2026, 11, 9)
    driver = about(qtbot, Taking(name="zolft", stopped=True, stopped_on=day))
    names = ("Remove zolft", "Use Zoloft instead of zolft", "zolft: Stopped", "Add this medicine")
    assert all(driver.find(one, QAbstractButton).height() >= 44 for one in names)
    assert all(
        driver.find(one, QLineEdit).height() >= 44 for one in ("Dose of zolft", "Last day of zolft")
    )


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("percent", "width", "height"), cases((200, 1024, 768), further=((150, 1280, 800),))
)
def test_with_larger_text_the_page_is_no_wider_than_what_is_seen(
    open_window: Callable[[Pack, Session], Driver], percent: int, width: int, height: int
) -> None:
    taking = (
        Taking(name="dextrometorphan and zolft", dose="and olanzapine and fluoxetine"),
        Taking(name="Nardil", stopped=True, stopped_on=date(2026, 11, 9)),
        Taking(name="selegiline"),
        Taking(name="x" * 200),
    )
    pack = real_pack()
    session = Session(pack=pack.id, seed=7, started_on=DAY, about=AboutYou(taking=taking))
    driver = open_window(pack, session)
    wear_theme(load_theme("light", percent))
    driver.window.resize(width, height)
    driver.go("About you")
    for group in driver.window.page.findChildren(ConditionGroup):
        group.open()
    driver.settle()
    assert driver.window.page.content_width <= driver.window.page.seen_width
