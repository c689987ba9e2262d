"""Unlocking over the window: what is typed, what is wrong, what is told afterwards."""

import pytest
from decision_aid.gui.keeping import after_unlocking, unlock_card
from decision_aid.gui.keeping.kept_list import TITLE as LIST
from decision_aid.gui.keeping.unlock_line import LEAVE_OLDER, SECRET, USE_OLDER
from decision_aid.store.opening import News
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.gui.keeping.kept_screens import OLDER, WRONG, OpenScreens, Screens, kept_session
from tests.gui.keeping.own_store import PASSPHRASE, founding, open_store

GO_ON = f"{after_unlocking.GO_ON}: {after_unlocking.TITLE}"


@pytest.fixture
def screens(open_screens: OpenScreens) -> Screens:
    made = open_screens(kept_session("Tuesday"))
    made.open_kept()
    return made


def line(screens: Screens) -> QLineEdit:
    return screens.driver.find(SECRET, QLineEdit)


def test_it_asks_for_the_passphrase_with_the_keyboard_there_and_shows_no_letter(
    screens: Screens,
) -> None:
    assert screens.cards() == [unlock_card.TITLE]
    assert line(screens).hasFocus()
    assert line(screens).echoMode() == QLineEdit.EchoMode.Password
    screens.driver.type(SECRET, PASSPHRASE, enter=True)
    screens.done()
    assert screens.cards() == [LIST]


def test_the_recovery_code_opens_in_the_same_line(screens: Screens) -> None:
    screens.unlock(founding()[1])
    assert screens.cards() == [LIST]


def test_a_wrong_one_is_told_and_can_be_mended(screens: Screens) -> None:
    screens.unlock("something else")
    assert screens.driver.reads(WRONG)
    assert line(screens).text() == "something else"
    assert line(screens).selectedText()
    line(screens).setText("")
    screens.unlock()
    assert screens.cards() == [LIST]


def test_a_recovery_code_with_a_slip_is_told_as_one(screens: Screens) -> None:
    code = founding()[1]
    other = "0" if code[-1] != "0" else "1"
    screens.unlock(code[:-1] + other)
    assert screens.driver.reads("Compare each group with the paper.")


def test_after_a_wrong_one_the_wait_is_said_and_what_is_typed_is_not_tried(
    open_screens: OpenScreens,
) -> None:
    screens = open_screens(kept_session("Tuesday"))
    screens.open_kept()
    screens.door.waits = 20.0
    screens.unlock("something else")
    assert screens.driver.reads("You can try again in ")
    line(screens).setText("")
    screens.unlock()
    assert screens.keeping.state.place == "shut"
    assert screens.cards() == [unlock_card.TITLE]


def test_while_it_is_tried_the_card_says_so_and_help_stays_a_press_away(
    screens: Screens,
) -> None:
    screens.driver.type(SECRET, PASSPHRASE)
    screens.driver.find("Unlock").setFocus()
    screens.driver.key(Qt.Key.Key_F1)
    assert screens.driver.reads("988")
    screens.driver.key(Qt.Key.Key_Escape)
    assert screens.cards() == [unlock_card.TITLE]


def test_escape_leaves_everything_shut_and_the_line_empty(screens: Screens) -> None:
    field = line(screens)
    screens.driver.type(SECRET, PASSPHRASE)
    screens.driver.key(Qt.Key.Key_Escape)
    assert screens.cards() == []
    assert screens.keeping.state.place == "shut"
    assert field.text() == ""


def test_an_older_store_is_opened_only_when_somebody_says_so(open_screens: OpenScreens) -> None:
    screens = open_screens(kept_session("Tuesday"), is_older=True)
    screens.open_kept()
    screens.unlock()
    assert screens.driver.reads(OLDER)
    screens.press(LEAVE_OLDER)
    assert screens.keeping.state.place == "shut"
    screens.press("Unlock")
    screens.press(USE_OLDER)
    assert screens.cards() == [LIST]


def test_what_is_to_be_known_is_told_before_the_list(open_screens: OpenScreens) -> None:
    news = (
        News(kind="restored", text="One session is as a back-up has it."),
        News(kind="failed_tries", text="Somebody tried <b>3</b> wrong passphrases."),
    )
    screens = open_screens(kept_session("Tuesday"), news=news)
    screens.open_kept()
    screens.unlock()
    assert screens.cards() == [after_unlocking.TITLE]
    assert all(screens.driver.reads(one.text) for one in news)
    screens.press(GO_ON)
    assert screens.cards() == [LIST]


def test_escape_from_the_news_goes_on_too(open_screens: OpenScreens) -> None:
    news = (News(kind="nearly_full", text="The disk is nearly full."),)
    screens = open_screens(kept_session("Tuesday"), news=news)
    screens.open_kept()
    screens.unlock()
    screens.driver.key(Qt.Key.Key_Escape)
    screens.done()
    assert screens.cards() == [LIST]


def test_locked_meanwhile_nothing_comes_up(open_screens: OpenScreens) -> None:
    news = (News(kind="nearly_full", text="The disk is nearly full."),)
    screens = open_screens(kept_session("Tuesday", days_ago=40), days=30, news=news)
    screens.open_kept()
    screens.unlock()
    screens.keeping.shut(lambda: None)
    screens.press(GO_ON)
    assert screens.cards() == []


def test_what_was_restored_is_named_on_the_way_to_the_list(open_screens: OpenScreens) -> None:
    screens = open_screens(kept_session("Tuesday"))
    store = open_store(screens.folder, founding()[0].slot.id)
    which = store.listed()[0].id
    store.close()
    restored = News(kind="restored", text="One is as a back-up has it.", sessions=(which,))
    aside = News(kind="set_aside", text="The damaged file is kept.")
    screens.door.news = (restored, aside)
    screens.open_kept()
    screens.unlock()
    assert screens.driver.reads("Tuesday, last visit")
    assert screens.driver.reads(after_unlocking.KEEP_FILE)
    assert any(str(screens.folder) in one.replace("\u200b", "") for one in screens.driver.texts())
