"""What Welcome says of keeping the session, and what its buttons do."""

import pytest
from decision_aid.gui.keeping import deleting, unlock_card, welcome_row
from decision_aid.gui.keeping.asking_passphrase import YOURS
from decision_aid.gui.keeping.keeping import State
from decision_aid.gui.keeping.welcome_row import said_of
from decision_aid.gui.pages.welcome import CLEARS, STAYS
from decision_aid.store.api import SessionId
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.gui.keeping.kept_screens import OpenScreens, Screens, kept_session
from tests.gui.keeping.own_store import PASSPHRASE

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def screens(open_screens: OpenScreens) -> Screens:
    made = open_screens(kept_session("Earlier", 9))
    made.driver.type("Label for this session", "Tuesday")
    return made


def keep(screens: Screens) -> None:
    screens.press(welcome_row.KEEP)
    screens.unlock()
    screens.driver.wait_for(lambda: screens.keeping.state.saving == "saved")


def test_where_nothing_is_kept_welcome_says_nothing_of_it(open_screens: OpenScreens) -> None:
    screens = open_screens()
    assert not screens.driver.has(welcome_row.KEEP)


def test_keeping_asks_for_the_passphrase_and_then_says_that_it_is_kept(screens: Screens) -> None:
    assert screens.driver.reads(welcome_row.NOT_KEPT)
    screens.press(welcome_row.KEEP)
    assert screens.cards() == [unlock_card.TITLE]
    assert screens.keeping.state.place == "shut"
    screens.unlock()
    screens.driver.wait_for(lambda: screens.keeping.state.saving == "saved")
    at = screens.keeping.state.saved_at
    assert screens.driver.reads(f"This session is kept, sealed, on this computer. Saved at {at}.")
    assert screens.labels() == ["Tuesday", "Earlier"]
    assert not screens.driver.has(welcome_row.KEEP)
    assert "kept" in screens.events()


def test_it_says_so_again_when_welcome_was_made_anew(screens: Screens) -> None:
    keep(screens)
    screens.press("Start fresh")
    screens.driver.go("Decide")
    screens.driver.go("Welcome")
    assert screens.driver.has(welcome_row.KEEP)
    assert screens.driver.session.label == ""


def test_stopping_deletes_what_is_kept_after_a_question_and_the_passphrase(
    screens: Screens,
) -> None:
    keep(screens)
    screens.press(welcome_row.STOP)
    screens.driver.key(Qt.Key.Key_Escape)
    assert screens.keeping.state.kept is not None
    screens.press(welcome_row.STOP)
    screens.press(deleting.YES)
    screens.driver.find(YOURS, QLineEdit).setText(PASSPHRASE)
    screens.press(deleting.DELETE)
    assert screens.labels() == ["Earlier"]
    assert screens.driver.has(welcome_row.KEEP)
    assert screens.driver.session.label == "Tuesday"


def test_the_keyboard_stays_where_the_button_was(screens: Screens) -> None:
    keep(screens)
    screens.driver.focus(welcome_row.STOP)
    screens.keeping.stop_keeping()
    screens.done()
    assert screens.driver.find(welcome_row.KEEP).hasFocus()


def test_each_way_of_saving_has_its_own_sentence() -> None:
    kept = SessionId(bytes(16))
    said = {
        said_of(State("open", "Dr. Rivera", None if how == "not_kept" else kept, how, "14:05"))
        for how in ("not_kept", "saved", "saving", "unsure", "failed")
    }
    assert len(said) == 5


def test_what_becomes_of_it_when_another_one_begins_is_said_as_it_is(screens: Screens) -> None:
    assert screens.driver.reads(CLEARS)
    keep(screens)
    assert screens.driver.reads(STAYS)
    assert not screens.driver.reads(CLEARS)
