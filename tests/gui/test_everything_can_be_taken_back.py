"""Each kind of gesture on each page, taken back and made again by keys; and what removes things."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from decision_aid.domain.about_you import AboutYou, Taking, Tried
from decision_aid.domain.answers import Rating
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import (
    Clearance,
    Concern,
    Decision,
    NextStep,
    Session,
    StepId,
)
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.steps_back import NOT_BROUGHT_BACK
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.builders import TODAY, a_pack, a_session
from tests.gui.driver import Driver

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]
Face = list[tuple[object, ...]]
PAGES_WITH_ANSWERS: tuple[StepId, ...] = (
    "welcome",
    "about",
    "understand",
    "matters",
    "weigh",
    "decide",
)
REMOVES = ("Remove", "Clear", "Delete", "Start fresh", "Finish and", "Stop keeping", "Take back")
LEAVES = ("Open ", "Skip", "Start with", "Go ")
"""What leads elsewhere, or puts a question off; nothing is said by it."""
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def a_told_session() -> Session:
    """Something said at every step, with all that can be removed."""
    return replace(
        a_session(help=4, lasting=2),
        people=("prescriber",),
        minutes=30,
        about=AboutYou(
            taking=(Taking(name="Nardil"),),
            tried=(Tried(name="Zoloft", outcome="no"),),
        ),
        clearances=(
            Clearance(
                rule="maoi",
                role="prescriber",
                initials="AB",
                reason="seen together",
                on=TODAY,
                covers=("Nardil",),
            ),
        ),
        concerns=(Concern(id="own_1", text="my garden"),),
        provider_ratings=(Rating("help", 2),),
        leaning=Decision(kind="something_else", words="a holiday"),
        next_steps=(NextStep(what="Call", who="me", by="Friday"),),
        open_questions=("What then?",),
    )


def opened(open_window: OpenWindow, step: StepId) -> Driver:
    """A page with everything on it that folds unfolded."""
    driver = open_window(a_pack(), a_told_session())
    driver.window.resize(1280, 1000)
    driver.window.activateWindow()
    driver.window.kept.lose()
    driver.window.open_step(step)
    driver.settle()
    unfold(driver)
    return driver


def unfold(driver: Driver) -> None:
    """Open what folds, also where a card came anew."""
    for header in buttons(driver):
        if header.property("role") == "disclosure" and not header.isChecked():
            header.click()
    driver.settle()


def buttons(driver: Driver) -> list[QAbstractButton]:
    page = driver.window.page
    found = page.findChildren(QAbstractButton)
    return [one for one in found if one.isVisibleTo(page) and one.isEnabled()]


def fields(driver: Driver) -> list[QWidget]:
    page = driver.window.page
    found = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    return [one for one in found if one.isVisibleTo(page) and one.isEnabled()]


def face(driver: Driver) -> Face:
    """What is to be seen on the page, in no particular order."""
    unfold(driver)
    page = driver.window.page
    seen: Face = [("label", one.text()) for one in page.findChildren(QLabel) if shown(one, page)]
    seen += [("button", one.accessibleName(), one.isChecked()) for one in buttons(driver)]
    seen += [("field", one.accessibleName(), written(one)) for one in fields(driver)]
    return sorted(seen, key=repr)


def shown(label: QLabel, page: QWidget) -> bool:
    return bool(label.text()) and label.isVisibleTo(page)


def written(field: QWidget) -> str:
    return str(field.property("text") or field.property("plainText"))


def kinds(driver: Driver) -> Iterator[str]:
    """The names of two controls of each kind; one is often chosen already, and the other not."""
    had = Counter[tuple[object, ...]]()
    for one in buttons(driver):
        holder = one.parentWidget()
        kind = (type(one), type(holder), one.accessibleName().split(":")[0].split(" ")[0])
        had[kind] += 1
        if one.property("role") != "disclosure" and had[kind] <= 2:
            yield one.accessibleName()


def said(driver: Driver) -> Session:
    return replace(driver.session, visited=())


def back_and_again(driver: Driver, before: tuple[Session, Face], what: str) -> None:
    after = said(driver), face(driver)
    driver.key(Qt.Key.Key_Z, CTRL)
    assert said(driver) == before[0], f"{what}: not taken back"
    odd = set(face(driver)) ^ set(before[1])
    assert not odd, f"{what}: the page does not show it: {odd}"
    driver.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert said(driver) == after[0], f"{what}: not made again"
    driver.key(Qt.Key.Key_Z, CTRL)
    assert said(driver) == before[0], what


def by_name(driver: Driver, name: str) -> QAbstractButton | None:
    return next((one for one in buttons(driver) if one.accessibleName() == name), None)


@pytest.mark.parametrize("step", PAGES_WITH_ANSWERS)
def test_what_a_press_changes_is_taken_back_and_made_again(
    open_window: OpenWindow, step: StepId
) -> None:
    driver = opened(open_window, step)
    changed = 0
    for name in [*kinds(driver)]:
        button = by_name(driver, name)
        if button is None or name.startswith((*REMOVES, *LEAVES)):
            continue
        before = said(driver), face(driver)
        button.setFocus()
        button.click()
        driver.settle()
        assert driver.window.step == step, name
        if said(driver) != before[0]:
            changed += 1
            back_and_again(driver, before, name)
    assert changed


@pytest.mark.parametrize("step", PAGES_WITH_ANSWERS)
def test_what_typing_changes_is_taken_back_and_made_again(
    open_window: OpenWindow, step: StepId
) -> None:
    driver = opened(open_window, step)
    for name in [one.accessibleName() for one in fields(driver)]:
        field = next(one for one in fields(driver) if one.accessibleName() == name)
        before = said(driver), face(driver)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_End)
        QTest.keyClicks(field, "rue")
        driver.settle()
        QTest.keyClick(field, Qt.Key.Key_Return)
        driver.settle()
        if said(driver) != before[0]:
            driver.window.page.heading.setFocus()
            back_and_again(driver, before, name)


def removers(driver: Driver) -> list[str]:
    """What removes, clears or takes back on this page, by name."""
    names = [one.accessibleName() for one in buttons(driver)]
    return [one for one in names if one.startswith(REMOVES) or ": clear the answer" in one]


@pytest.mark.parametrize("step", [*PAGES_WITH_ANSWERS, "summary"])
def test_what_removes_something_can_be_taken_back_or_asks_first(
    open_window: OpenWindow, step: StepId
) -> None:
    driver = opened(open_window, step)
    names = removers(driver)
    assert names or step in ("understand", "weigh")
    for name in names:
        button = by_name(driver, name)
        if button is None:  # a clearance that another gesture took back
            continue
        before = said(driver)
        button.click()
        driver.settle()
        asking = [one for one in driver.window.findChildren(Overlay) if one.is_open]
        if asking:
            assert said(driver) == before, name
            driver.key(Qt.Key.Key_Escape)
            assert not asking[0].is_open
        else:
            driver.key(Qt.Key.Key_Z, CTRL)
        # A clearance comes from a prescriber's own hand: the gate it was of stays shut.
        assert replace(said(driver), clearances=()) == replace(before, clearances=()), name
        if name.startswith("Take back"):
            assert driver.reads(NOT_BROUGHT_BACK)
        unfold(driver)


def test_every_step_has_something_that_can_be_removed_where_something_can_be_added(
    open_window: OpenWindow,
) -> None:
    found = set[str]()
    for step in PAGES_WITH_ANSWERS:
        found.update(removers(opened(open_window, step)))
    told = " ".join(sorted(found))
    for what in ("Nardil", "Zoloft", "concern", "step", "question", "Start fresh", "Take back"):
        assert what in told, told


def test_in_a_field_its_own_typing_is_taken_back_first_and_then_what_was_done_before(
    open_window: OpenWindow,
) -> None:
    driver = opened(open_window, "welcome")
    driver.choose("How long we have", "10 minutes")
    field = driver.find("Label for this session", QLineEdit)
    field.setFocus()
    QTest.keyClicks(field, "Tuesday")
    driver.key(Qt.Key.Key_Z, CTRL)
    assert (field.text(), driver.session.label, driver.session.minutes) == ("", "", 10)
    driver.key(Qt.Key.Key_Z, CTRL)
    assert driver.session.minutes == 30
    assert not driver.window.workspace.can_undo


def test_a_gesture_that_took_itself_back_leaves_no_step(open_window: OpenWindow) -> None:
    driver = opened(open_window, "matters")
    driver.press("Help: A little")
    driver.press("Help: Most")
    assert not driver.window.workspace.can_undo
    assert not driver.find("Undo").isEnabled()


@pytest.mark.parametrize(("digit", "minutes"), [("3", 3), ("1", None), ("0", None), ("2", None)])
def test_at_how_long_we_have_only_the_digit_of_a_choice_chooses(
    open_window: OpenWindow, digit: str, minutes: int | None
) -> None:
    driver = open_window(a_pack(), a_session(minutes=None))
    driver.window.activateWindow()
    driver.focus("How long we have: 30 minutes")
    QTest.keyClicks(driver.find("How long we have: 30 minutes"), digit)
    driver.settle()
    assert driver.session.minutes == minutes
    if minutes:
        driver.key(Qt.Key.Key_Delete)
        assert driver.session.minutes is None
