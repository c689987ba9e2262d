"""The findings column: a line per option, cards that stay open, clearances that say their day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Clearance, Role, SafetyTalk, Session
from decision_aid.gui.clock import today
from decision_aid.gui.pages.finding_card import FindingCard
from decision_aid.gui.pages.finding_standings import StandingLine
from decision_aid.gui.pages.findings import Findings
from decision_aid.gui.theme import Theme, load_theme
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.mark import Mark
from decision_aid.workspace.changes.about import SetTaking
from decision_aid.workspace.changes.welcome import SetPeople
from decision_aid.workspace.workspace import Workspace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_pack, a_session
from tests.gui.driver import Driver, wear_theme
from tests.gui.sessions import real_pack

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]
TITLE = "You take an MAOI"
MORE = f"Why, and what is usual: {TITLE}"
CLEAR = f"Prescriber: record the check: {TITLE}"
TAKE_BACK = f"Take back the check: {TITLE}"
MUST_LOOK = "Your prescriber must look at what is marked"


def cleared(on: date) -> Clearance:
    return Clearance(
        rule="maoi", role="prescriber", initials="AB", reason="seen", on=on, covers=("Nardil",)
    )


def on_nardil(*people: Role, clearances: tuple[Clearance, ...] = ()) -> Session:
    about = AboutYou(
        taking=(Taking(name="Nardil"),),
        conditions=(ConditionAnswer(id="aneurysm", answer="yes"),),
    )
    return a_session(people=people, about=about, clearances=clearances)


def about_page(open_window: OpenWindow, session: Session) -> Driver:
    driver = open_window(a_pack(), session)
    driver.go("About you")
    return driver


def lines(driver: Driver) -> list[list[str]]:
    """What each line at the top of the findings says."""
    shown = [one for one in driver.root.findChildren(StandingLine) if one.isVisible()]
    shown.sort(key=lambda one: one.y())
    return [[one.text() for one in line.findChildren(QLabel) if one.isVisible()] for line in shown]


def test_each_option_has_a_line_in_this_sessions_order_with_where_it_stands(
    open_window: OpenWindow,
) -> None:
    driver = about_page(open_window, on_nardil("prescriber"))
    told = {line[-2]: line[-1] for line in lines(driver)}
    assert told == {
        "Pill": "Check first: 1",
        "Stay": "Nothing found",
        "Talk": "Nothing found",
        "Whatever you choose": "For the team to know: 1",
    }
    order = [one.option.short for one in driver.snapshot.options]
    assert [line[-2] for line in lines(driver)] == [*order, "Whatever you choose"]
    marked = [
        line.findChildren(QLabel)[-1].text()
        for line in driver.root.findChildren(StandingLine)
        if line.findChildren(Mark)
    ]
    assert len(marked) == 2, "what was found has a sign beside its word"


def test_with_nothing_found_no_option_is_told_to_be_without_findings(
    open_window: OpenWindow,
) -> None:
    driver = about_page(open_window, a_session())
    assert lines(driver) == []
    assert driver.reads("Nothing so far.")


def test_a_card_that_is_open_stays_open_while_others_come_and_go(open_window: OpenWindow) -> None:
    driver = about_page(open_window, on_nardil("prescriber"))
    driver.open(MORE)
    before = driver.root.findChildren(FindingCard)
    said = replace(driver.session.about, conditions=())
    driver.window.workspace.begin(replace(driver.session, about=said))
    driver.settle()
    assert driver.find(MORE, QAbstractButton).isChecked()
    driver.press(CLEAR)
    driver.type(f"Reason of the check: {TITLE}", "half a re")
    driver.window.workspace.apply(SetTaking((Taking(name="Nardil"), Taking(name="Zoloft"))))
    driver.settle()
    assert driver.find(f"Reason of the check: {TITLE}").property("text") == "half a re"
    assert [one for one in driver.root.findChildren(FindingCard) if one in before]


@pytest.mark.parametrize("people", [(), ("companion",), ("helper",), ("counselor",)])
def test_without_a_prescriber_a_gate_waits_for_one_on_the_hand_over_page(
    open_window: OpenWindow, people: tuple[Role, ...]
) -> None:
    driver = about_page(open_window, on_nardil(*people))
    assert driver.reads(MUST_LOOK)
    assert driver.reads("hand-over page")
    assert not driver.has(CLEAR)
    driver.window.workspace.apply(SetPeople((*people, "prescriber")))
    driver.settle()
    assert driver.has(CLEAR)
    assert not driver.reads(MUST_LOOK)


@pytest.mark.parametrize(("on", "earlier"), [(date(2026, 11, 2), True), (TODAY, False)])
def test_a_clearance_says_its_day_and_whether_that_was_before_this_visit(
    open_window: OpenWindow,
    on: date,
    earlier: bool,  # noqa: FBT001 - a case of the table
) -> None:
    driver = about_page(open_window, on_nardil("counselor", clearances=(cleared(on),)))
    assert driver.reads(f"Cleared by AB (prescriber) on {day_words(on)}: seen")
    assert driver.reads(f"It was cleared before this visit ({day_words(TODAY)}).") is earlier
    assert ["Pill", "Checked and cleared: 1"] in [line[-2:] for line in lines(driver)]


def test_a_clearance_is_undone_by_key_and_by_hand_and_never_comes_back_by_itself(
    open_window: OpenWindow,
) -> None:
    driver = about_page(open_window, replace(on_nardil("prescriber"), started_on=today()))
    for undo in ("key", "hand"):
        driver.open(CLEAR)
        driver.type(f"Reason of the check: {TITLE}", "seen")
        driver.type(f"Initials of the check: {TITLE}", "AB")
        driver.press(f"Record the check: {TITLE}")
        assert not driver.snapshot.gated
        if undo == "key":
            driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        else:
            driver.press(TAKE_BACK)
        assert driver.snapshot.gated
        assert driver.has(CLEAR)
        redo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        driver.key(Qt.Key.Key_Z, redo)
        assert driver.snapshot.gated


def test_a_prescriber_who_left_a_moment_ago_cannot_clear_and_is_told_so(
    open_window: OpenWindow,
) -> None:
    driver = about_page(open_window, replace(on_nardil("prescriber"), started_on=today()))
    driver.open(CLEAR)
    driver.type(f"Reason of the check: {TITLE}", "seen")
    driver.type(f"Initials of the check: {TITLE}", "AB")
    driver.window.workspace.apply(SetPeople(()))  # the page has not heard of it yet
    driver.find(f"Record the check: {TITLE}", QAbstractButton).click()
    assert driver.reads("Only a prescriber who is here can clear this.")
    driver.settle()
    assert driver.snapshot.gated
    assert driver.reads(MUST_LOOK)


def test_a_talk_about_safety_is_seen_afterwards_by_day_and_initials_alone(
    open_window: OpenWindow,
) -> None:
    talk = SafetyTalk(action="emergency", initials="AB", on=TODAY)
    driver = about_page(open_window, a_session(safety_talk=talk))
    assert driver.reads("Talk recorded Nov 23, 2026, initials AB.")
    assert not driver.reads("mergency")


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("theme", [load_theme(), load_theme("contrast", 200)])
def test_in_a_narrow_column_nothing_is_cut_off(qtbot: QtBot, theme: Theme) -> None:
    wear_theme(theme)
    taking = (Taking(name="phenelzine"), Taking(name="Zoloft"), Taking(name="x" * 60))
    about = AboutYou(taking=taking)
    session = Session(pack="depression", seed=7, started_on=TODAY, about=about)
    workspace = Workspace(real_pack(), session)
    shown = Findings(workspace)
    qtbot.addWidget(shown)
    shown.present(workspace.snapshot)
    width = 380 if theme.percent == 100 else 480
    shown.resize(width, shown.heightForWidth(width))
    shown.show()
    assert shown.width() == width
    for one in shown.findChildren(QLabel):
        if one.isVisible():
            assert one.height() >= one.heightForWidth(one.width()), one.text()
    wear_theme(load_theme())


def on_a_pair(*people: Role) -> Session:
    about = AboutYou(taking=(Taking(name="Nardil"), Taking(name="Zoloft")))
    return Session(pack="depression", seed=7, started_on=TODAY, people=people, about=about)


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("people", "told"), [((), True), (("counselor",), True), (("prescriber",), False)]
)
def test_what_cannot_wait_stands_first_and_says_openly_what_to_do_today(
    open_window: OpenWindow,
    people: tuple[Role, ...],
    told: bool,  # noqa: FBT001 - a case of the table
) -> None:
    pack = real_pack()
    driver = open_window(pack, on_a_pair(*people))
    driver.go("About you")
    rule = next(one for one in pack.rules if one.id == "maoi_with_antidepressant")
    assert driver.reads("Today")
    assert driver.reads("Do this now")
    assert driver.reads(f"{rule.usually} {pack.keep_taking}")
    assert (
        driver.reads("Call your prescriber or a pharmacist today. This goes on the hand-") is told
    )
    first = driver.root.findChildren(StandingLine)[0]
    cards = [one for one in driver.root.findChildren(FindingCard) if one.isVisible()]
    above = [one for one in cards if one.mapTo(driver.root, one.rect().topLeft()).y() < _top(first)]
    assert len(above) == 1
    assert rule.title in [one.text() for one in above[0].findChildren(QLabel)]


def _top(widget: StandingLine) -> int:
    return widget.mapTo(widget.window(), widget.rect().topLeft()).y()


def test_a_checked_pair_is_not_for_today_any_more(open_window: OpenWindow) -> None:
    covers = ("Nardil", "Zoloft")
    held = replace(cleared(TODAY), rule="maoi_with_antidepressant", covers=covers)
    session = replace(on_a_pair("counselor"), clearances=(held,))
    driver = open_window(real_pack(), session)
    driver.go("About you")
    assert "Today" not in driver.texts()
    assert not driver.reads("Do this now")
    assert not driver.reads("Call your prescriber or a pharmacist today.")


@pytest.mark.usefixtures("dressed")
def test_at_a_narrow_width_what_is_for_today_is_pointed_to_and_brought_into_view(
    open_window: OpenWindow,
) -> None:
    driver = open_window(real_pack(), on_a_pair())
    driver.go("About you")
    driver.window.resize(900, 700)
    driver.settle()
    (banner,) = (one for one in driver.root.findChildren(Banner) if one.isVisible())
    assert driver.reads("For today, before the next dose: 1 finding.")
    assert banner.property("tone") == "gate"
    driver.press("Show them")
    heading = next(one for one in driver.root.findChildren(Findings)).heading
    assert not heading.visibleRegion().isEmpty()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName().startswith("Why: ")
