"""A recovery code that nobody has on paper yet is not lost without a word."""

import pytest
from decision_aid.gui.keeping import after_unlocking, new_passphrase_card, recovery_code_page
from decision_aid.gui.keeping.at_stake import NOTHING_LOST, AtStake
from decision_aid.gui.keeping.own_keys import RENEW
from decision_aid.gui.requests import LockNow
from decision_aid.store.opening import News
from PySide6.QtCore import Qt

from tests.gui.keeping.kept_screens import OpenScreens, Screens, kept_session
from tests.gui.keeping.kept_window import KeptWindow
from tests.gui.keeping.own_store import ME, Desk, founding

UNREAD = News(kind="code_unread", text="The code was not read back.")


@pytest.fixture
def shown(open_screens: OpenScreens) -> Screens:
    """The code is on the screen."""
    screens = open_screens(kept_session("Tuesday"))
    screens.open_kept()
    screens.unlock()
    screens.driver.key(Qt.Key.Key_Escape)
    window = screens.driver.window
    recovery_code_page.RecoveryCodePage(window, screens.keeping, founding()[1], lambda: None).open()
    screens.done()
    return screens


def test_locking_asks_first_and_staying_keeps_it_on_the_screen(shown: Screens) -> None:
    shown.send(LockNow())
    assert shown.driver.reads(recovery_code_page.HOLDS)
    shown.press("Stay here")
    assert shown.cards() == [recovery_code_page.TITLE]
    places = [shown.keeping.state.place]
    shown.send(LockNow())
    shown.press("Lock")
    shown.done()
    assert [*places, shown.keeping.state.place] == ["open", "shut"]


def test_closing_asks_first(shown: Screens) -> None:
    assert not shown.driver.window.close()
    assert shown.driver.reads(recovery_code_page.HOLDS)
    shown.press("Stay here")
    assert shown.driver.window.isVisible()
    assert shown.cards() == [recovery_code_page.TITLE]


def test_the_warning_says_that_it_goes(shown: Screens) -> None:
    means = AtStake(shown.driver.window).means()
    assert recovery_code_page.HOLDS in means
    assert NOTHING_LOST not in means


def test_read_back_it_is_noted_in_the_store(kept_window: KeptWindow) -> None:
    kept_window.unlock()
    window = kept_window.driver.window
    recovery_code_page.RecoveryCodePage(
        window, kept_window.keeping, founding()[1], lambda: None
    ).open()
    kept_window.driver.type(recovery_code_page.BACK, founding()[1][-9:])
    kept_window.driver.press("Done")
    kept_window.done()
    assert kept_window.store.code_read


def test_one_not_read_back_is_told_at_unlocking_with_the_way_to_a_new_one(
    open_screens: OpenScreens,
) -> None:
    screens = open_screens(kept_session("Tuesday"), news=(UNREAD,))
    screens.open_kept()
    screens.unlock()
    assert screens.driver.reads(UNREAD.text)
    screens.press(f"{RENEW}…")
    assert screens.cards() == [after_unlocking.TITLE, RENEW]


def test_who_came_in_with_the_code_is_offered_a_passphrase_of_their_own(desk_by_code: Desk) -> None:
    window, keeping = desk_by_code.driver.window, desk_by_code.keeping
    went: list[bool] = []
    after_unlocking.after_unlocking(window, keeping, (), lambda: went.append(True))
    desk_by_code.done()
    assert desk_by_code.cards() == [new_passphrase_card.TITLE]
    desk_by_code.press(new_passphrase_card.SET)
    assert desk_by_code.driver.reads(new_passphrase_card.NOBODY_CHOSEN)
    desk_by_code.driver.choose(new_passphrase_card.WHO, ME)
    for line in ("New passphrase", "New passphrase again"):
        desk_by_code.write(line, "nine cold ponds at dawn")
    desk_by_code.press(new_passphrase_card.SET)
    desk_by_code.done()
    assert went == [True]
    assert desk_by_code.cards() == []
    assert desk_by_code.ask(lambda store: store.audit()[-1].event) == "passphrase_changed"


def test_it_can_wait(desk_by_code: Desk) -> None:
    went: list[bool] = []
    window = desk_by_code.driver.window
    after_unlocking.after_unlocking(window, desk_by_code.keeping, (), lambda: went.append(True))
    desk_by_code.done()
    desk_by_code.press(f"{new_passphrase_card.LATER}: {new_passphrase_card.TITLE}")
    assert went == [True]
