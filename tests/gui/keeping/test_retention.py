"""How long sessions are kept: nothing is deleted before it was shown and agreed to."""

from decision_aid.gui.keeping import deleting, kept_list, retention
from decision_aid.gui.keeping.asking_passphrase import YOURS
from decision_aid.gui.keeping.keep_days import QUESTION
from decision_aid.gui.keeping.kept_rows import NAME, KeptRows
from decision_aid.gui.keeping.kept_words import how_long
from decision_aid.store.api import KEEP_DAYS
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.gui.keeping.kept_screens import OpenScreens, Screens, kept_session
from tests.gui.keeping.own_store import PASSPHRASE

LONG_AGO = 3_000
"""Days before any day on which this is run, and a year more."""
DUE = "1 session is past its time"


def unlocked(open_screens: OpenScreens, days: int | None) -> Screens:
    screens = open_screens(kept_session("Old", LONG_AGO), kept_session("New", -LONG_AGO), days=days)
    screens.open_kept()
    screens.unlock()
    return screens


def test_what_is_past_its_time_is_shown_and_stays_when_not_now(open_screens: OpenScreens) -> None:
    screens = unlocked(open_screens, 30)
    assert screens.cards() == [DUE]
    assert screens.driver.reads("Old, last visit ")
    assert not screens.driver.reads("New, last visit ")
    assert screens.driver.find(f"{retention.NOT_NOW}: {DUE}").hasFocus()
    screens.driver.key(Qt.Key.Key_Escape)
    screens.done()
    assert screens.cards() == [kept_list.TITLE]
    assert screens.labels() == ["New", "Old"]


def test_it_is_deleted_when_that_is_agreed_to(open_screens: OpenScreens) -> None:
    screens = unlocked(open_screens, 30)
    screens.press("Delete them…")
    screens.press(deleting.YES)
    screens.driver.find(YOURS, QLineEdit).setText(PASSPHRASE)
    screens.press(deleting.DELETE)
    assert screens.labels() == ["New"]
    assert screens.cards() == [kept_list.TITLE]


def test_where_sessions_are_kept_for_ever_nothing_is_ever_due(open_screens: OpenScreens) -> None:
    assert unlocked(open_screens, None).cards() == [kept_list.TITLE]


def test_another_choice_is_kept_and_shows_what_is_due_now(open_screens: OpenScreens) -> None:
    screens = unlocked(open_screens, None)
    came: list[bool] = []
    card = retention.KeepDaysCard(screens.driver.window, screens.keeping, lambda: came.append(True))
    card.open()
    screens.done()
    assert screens.driver.is_chosen(QUESTION, "Until someone deletes it")
    screens.driver.choose(QUESTION, "For 30 days after the last visit")
    screens.press("Use this")
    assert screens.ask(lambda store: store.keep_days) == 30
    assert screens.events()[-2:] == ["retention_changed", "viewed_list"]
    assert screens.cards()[-1] == DUE
    screens.press(f"{retention.NOT_NOW}: {DUE}")
    assert came == [True]
    assert screens.labels() == ["New", "Old"]


def test_what_is_due_is_asked_about_once_after_each_unlocking(open_screens: OpenScreens) -> None:
    screens = unlocked(open_screens, 30)
    screens.driver.key(Qt.Key.Key_Escape)
    screens.done()
    screens.driver.key(Qt.Key.Key_Escape)
    screens.open_kept()
    assert screens.cards() == [kept_list.TITLE]
    screens.driver.key(Qt.Key.Key_Escape)
    screens.keeping.shut(lambda: None)
    screens.done()
    screens.open_kept()
    screens.unlock()
    assert screens.cards() == [DUE]


def test_of_many_each_one_can_be_read_before_they_are_deleted(open_screens: OpenScreens) -> None:
    many = [kept_session(f"Visit {n}", LONG_AGO + n) for n in range(20)]
    screens = open_screens(*many, days=365)
    screens.open_kept()
    screens.unlock()
    assert screens.cards() == ["20 sessions are past their time"]
    assert named(screens) == {f"Visit {n}" for n in range(20)}
    screens.press("Delete them…")
    assert named(screens) == {f"Visit {n}" for n in range(20)}


def named(screens: Screens) -> set[str]:
    """The sessions in the list that scrolls."""
    rows = screens.driver.find(NAME, KeptRows).model()
    return {rows.data(rows.index(at, 0)) for at in range(rows.rowCount())}


def test_each_choice_has_its_words() -> None:
    assert len({how_long(days) for days in KEEP_DAYS}) == len(KEEP_DAYS)


def test_the_button_that_leaves_all_as_it_is_stands_last_and_in_sight(
    open_screens: OpenScreens,
) -> None:
    screens = unlocked(open_screens, 30)
    window = screens.driver.window
    window.resize(700, 300)
    screens.driver.settle()
    safe = screens.driver.find(f"{retention.NOT_NOW}: {DUE}")
    other = screens.driver.find("Delete them…")
    assert not safe.visibleRegion().isEmpty()
    assert window.rect().contains(safe.mapTo(window, safe.rect().bottomRight()))
    assert safe.x() > other.x()
