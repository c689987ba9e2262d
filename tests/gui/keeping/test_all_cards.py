"""What all cards about kept sessions have alike: names, keys, plain words."""

from collections.abc import Callable, Iterator
from importlib import import_module

import pytest
from decision_aid.content.reading import word_count
from decision_aid.gui.keeping import kept_list, one_session
from decision_aid.gui.keeping.retention import KeepDaysCard
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.requests import SetUpKeeping
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.keeping.kept_screens import OpenScreens, Screens, kept_session
from tests.gui.test_reading import LABEL, assert_easy

TUESDAY = "Tuesday, last visit Mon, Nov 23, 2026"
MODULES = (
    *("after_unlocking", "deleting", "keep_days", "kept_list", "left_open", "moving"),
    *("nothing_kept", "one_session", "opening_kept", "plain_file", "recovery_code_page"),
    *("retention", "set_up", "taking_in", "unlock_card", "unlock_line", "welcome_row"),
)


def to_list(screens: Screens) -> None:
    screens.open_kept()
    screens.unlock()


def to_one(screens: Screens) -> None:
    to_list(screens)
    screens.driver.type(kept_list.SEARCH, "tues", enter=True)
    screens.press(f"{kept_list.MORE}: {TUESDAY}")


def to_export(screens: Screens) -> None:
    to_one(screens)
    screens.press(one_session.SEALED)


def to_deleting(screens: Screens) -> None:
    to_one(screens)
    screens.press(one_session.DELETE)


def to_days(screens: Screens) -> None:
    to_list(screens)
    KeepDaysCard(screens.driver.window, screens.keeping, lambda: None).open()
    screens.done()


def topmost(screens: Screens) -> Overlay:
    cards = [one for one in screens.driver.root.findChildren(Overlay) if one.is_open]
    return cards[-1]


def stops(screens: Screens) -> Iterator[QWidget]:
    """What Tab comes to, from where the keyboard is and round."""
    first = None
    for _ in range(40):
        screens.driver.key(Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        if at is None or at is first:
            return
        first = first or at
        yield at


@pytest.mark.parametrize(
    "way", [Screens.open_kept, to_list, to_one, to_export, to_deleting, to_days]
)
def test_every_control_has_a_name_of_its_own_and_escape_goes_back_one(
    way: Callable[[Screens], None], open_screens: OpenScreens
) -> None:
    screens = open_screens(kept_session("Tuesday"), kept_session("Friday", 3))
    way(screens)
    before, card = screens.cards(), topmost(screens)
    met = list(stops(screens))
    assert met
    assert all(card.isAncestorOf(one) for one in met)
    names = [one.accessibleName() for one in met]
    assert all(names)
    assert len(set(names)) == len(names)
    screens.driver.key(Qt.Key.Key_Escape)
    screens.done()
    assert screens.cards() == before[:-1]


def test_setting_up_is_done_by_keyboard_alone(open_screens: OpenScreens) -> None:
    screens = open_screens()
    screens.send(SetUpKeeping())
    for typed in ("Dr. Rivera", "four words nobody joins", "four words nobody joins"):
        screens.driver.key(Qt.Key.Key_Tab)
        field = QApplication.focusWidget()
        assert field is not None
        screens.driver.type(field.accessibleName(), typed)
    screens.driver.key(Qt.Key.Key_Tab)  # show what is typed
    screens.driver.key(Qt.Key.Key_Tab)
    screens.driver.key(Qt.Key.Key_Down)
    screens.driver.key(Qt.Key.Key_Space)
    for _ in range(2):
        screens.driver.key(Qt.Key.Key_Tab)
    screens.driver.key(Qt.Key.Key_Return)
    screens.done()
    assert screens.cards() == ["Your recovery code"]
    assert screens.ask(lambda store: store.keep_days) == 30


def sentences() -> Iterator[str]:
    for name in MODULES:
        for known, said in vars(import_module(f"decision_aid.gui.keeping.{name}")).items():
            told = said if isinstance(said, tuple) else (said,)
            if known.isupper():
                yield from (one for one in told if isinstance(one, str))


def test_what_the_cards_say_is_easy_to_read() -> None:
    assert_easy([one for one in sentences() if word_count(one) > LABEL])
