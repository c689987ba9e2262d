"""The passphrase, asked for once more before something that cannot be taken back."""

from threading import Event

import pytest
from decision_aid.gui.keeping.asking_passphrase import (
    CODE,
    NOTHING_TYPED,
    YOURS,
    Asking,
    ask_passphrase,
    do_with_passphrase,
    please_wait,
    wrong,
)
from decision_aid.gui.keeping.forgetting import forget
from decision_aid.gui.keeping.passphrase_lines import HIDE, SHOW
from decision_aid.gui.keeping.tries import Tries
from decision_aid.store.errors import NoRoomError
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.builders import a_session
from tests.gui.keeping.own_store import PASSPHRASE, Desk, founding

WHAT = "Delete this session?"


def ask(desk: Desk) -> list[bool]:
    went: list[bool] = []
    ask_passphrase(
        desk.driver.window,
        desk.keeping,
        WHAT,
        "Nobody can bring it back.",
        lambda: went.append(True),
        yes="Delete",
    )
    return went


def try_one(desk: Desk, typed: str) -> None:
    desk.write(YOURS, typed)
    desk.press("Delete")


def test_the_right_one_goes_on(desk: Desk) -> None:
    went = ask(desk)
    assert desk.driver.reads("Nobody can bring it back.")
    desk.driver.type(YOURS, PASSPHRASE, enter=True)
    desk.done()
    assert went == [True]
    assert desk.cards() == []


def test_a_wrong_one_does_not_go_on_and_is_forgotten_and_noted(desk: Desk) -> None:
    went = ask(desk)
    try_one(desk, "some other words here")
    assert desk.driver.reads("That is not it.")
    assert desk.driver.find(YOURS, QLineEdit).text() == ""
    assert desk.cards() == [WHAT]
    assert went == []
    assert desk.ask(lambda store: store.audit())[-1].event == "unlock_failed"


def test_after_a_wrong_one_the_next_has_to_wait(desk: Desk) -> None:
    went = ask(desk)
    for _ in range(3):
        desk.keeping.tries.note(right=False)
    try_one(desk, PASSPHRASE)
    assert went == []
    assert desk.driver.reads("After a wrong try there is a short wait.")
    desk.keeping.tries.wait(0)
    desk.press("Delete")
    assert went == [True]


def test_the_wait_grows_to_half_a_minute_and_ends_with_the_right_one() -> None:
    tries, waits = Tries(), []
    for _ in range(8):
        tries.note(right=False)
        waits.append(tries.wait_seconds)
    assert waits == [1, 2, 4, 8, 16, 30, 30, 30]
    tries.note(right=True)
    assert tries.wait_seconds == 0


def test_nothing_typed_is_no_try(desk: Desk) -> None:
    ask(desk)
    desk.press("Delete")
    assert desk.driver.reads(NOTHING_TYPED)
    assert desk.keeping.wait_seconds() == 0


def test_it_is_dots_until_someone_wants_to_see_it(desk: Desk) -> None:
    ask(desk)
    line = desk.driver.find(YOURS, QLineEdit)
    assert line.echoMode() == QLineEdit.EchoMode.Password
    desk.press(f"{SHOW}: {YOURS}")
    assert line.echoMode() == QLineEdit.EchoMode.Normal
    desk.press(f"{HIDE}: {YOURS}")
    assert line.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize("way", ["Escape", "Cancel"])
def test_leaving_does_nothing_and_forgets(desk: Desk, way: str) -> None:
    went = ask(desk)
    desk.write(YOURS, PASSPHRASE)
    line = desk.driver.find(YOURS, QLineEdit)
    if way == "Escape":
        desk.driver.key(Qt.Key.Key_Escape)
    else:
        desk.driver.press(f"Cancel: {WHAT}")
    assert line.text() == ""
    assert not line.isUndoAvailable()
    assert desk.cards() == []
    desk.done()
    assert went == []


def test_what_fails_for_another_reason_is_told_and_can_be_tried_again(desk: Desk) -> None:
    def fail(*_: object) -> None:
        raise NoRoomError("The disk is full.")

    asking = Asking(WHAT, "Why.", "Delete")
    do_with_passphrase(desk.driver.window, desk.keeping, asking, fail, print)
    try_one(desk, PASSPHRASE)
    assert desk.driver.reads("The disk is full.")
    assert desk.cards() == [WHAT]
    assert desk.keeping.wait_seconds() == 0


def test_whoever_unlocked_with_the_code_is_asked_for_the_code(desk_by_code: Desk) -> None:
    went = ask(desk_by_code)
    desk_by_code.write(CODE, founding()[1])
    desk_by_code.press("Delete")
    assert went == [True]


def test_help_is_one_press_away(desk: Desk) -> None:
    ask(desk)
    desk.driver.key(Qt.Key.Key_F1)
    desk.driver.press("Close help")
    assert desk.cards() == [WHAT]


def test_locked_while_it_is_tried_nothing_goes_on(desk: Desk) -> None:
    went, gate = ask(desk), Event()
    desk.write(YOURS, PASSPHRASE)
    desk.keeping.do(lambda _: gate.wait(10), lambda _: None)
    desk.driver.press("Delete")
    forget(desk.driver.window, a_session())
    gate.set()
    desk.done()
    assert went == []
    assert desk.cards() == []


def test_seconds_are_told_in_plain_words() -> None:
    assert wrong(0) == "That is not it. Please try again."
    assert wrong(1) == "That is not it. You can try again in 1 second."
    assert please_wait(3.2).endswith("You can try again in 4 seconds.")
