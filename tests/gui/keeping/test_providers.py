"""Who can unlock: added, removed, with another passphrase, with a new recovery code."""

from decision_aid.gui.keeping.asking_passphrase import YOURS
from decision_aid.gui.keeping.own_keys import CHANGED, OLD, RENEW
from decision_aid.gui.keeping.own_keys import TITLE as CHANGE
from decision_aid.gui.keeping.passphrase_lines import NOT_THE_SAME
from decision_aid.gui.keeping.providers_card import (
    ADD,
    ADD_TITLE,
    BACK_UPS_TOO,
    BACK_UPS_WHY,
    NAME,
    NO_NAME,
    REMOVING,
    AddProvider,
    Providers,
    full_words,
)
from decision_aid.gui.keeping.store_card import TITLE, WITH_CODE, show_store
from decision_aid.store.api import MOST_PROVIDERS, Provider, SlotId
from decision_aid.store.back_ups import back_ups
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.gui.keeping.own_store import ME, PASSPHRASE, Desk

OTHER = "Maria <b>Fernandez</b>"
THEIRS = "a rain barrel sings low"
NEW = "another four odd words"


def names(desk: Desk) -> list[str]:
    return [one.name for one in desk.ask(lambda store: store.providers())]


def confirm(desk: Desk, button: str, passphrase: str = PASSPHRASE) -> None:
    desk.write(YOURS, passphrase)
    desk.press(button)


def start(desk: Desk, *, with_other: bool = False) -> None:
    if with_other:
        desk.ask(lambda store: store.add_provider(OTHER, THEIRS))
    show_store(desk.driver.window, desk.keeping)
    desk.done()


def give(desk: Desk, name: str, first: str, again: str) -> None:
    desk.write(NAME, name)
    desk.write("Their passphrase", first)
    desk.write("Their passphrase again", again)
    desk.press("Add")


def test_someone_is_added_with_a_passphrase_of_their_own(desk: Desk) -> None:
    start(desk)
    desk.press(ADD)
    confirm(desk, "Go on")
    assert desk.cards() == [TITLE, ADD_TITLE]
    give(desk, OTHER, THEIRS, THEIRS)
    assert names(desk) == [ME, OTHER]
    assert desk.cards() == [TITLE]
    assert desk.driver.reads(OTHER), "as plain text"


def test_nobody_is_added_without_the_passphrase_of_who_is_at_work(desk: Desk) -> None:
    start(desk)
    desk.press(ADD)
    confirm(desk, "Go on", "not at all mine here")
    assert ADD_TITLE not in desk.cards()[2:]
    assert not desk.driver.has(NAME)


def test_what_is_missing_is_said_before_anyone_is_added(desk: Desk) -> None:
    AddProvider(desk.driver.window, desk.keeping).open()
    desk.press("Add")
    assert desk.driver.reads(NO_NAME)
    give(desk, OTHER, THEIRS, THEIRS[:-1])
    assert desk.driver.reads(NOT_THE_SAME)
    assert names(desk) == [ME]


def test_a_passphrase_that_is_easy_to_guess_is_refused_with_what_to_do(desk: Desk) -> None:
    AddProvider(desk.driver.window, desk.keeping).open()
    give(desk, OTHER, "short", "short")
    assert desk.driver.reads("at least 12 characters")
    assert names(desk) == [ME]


def test_someone_is_removed_after_it_is_said_what_that_cannot_do(desk: Desk) -> None:
    start(desk, with_other=True)
    desk.press(f"Remove: {OTHER}")
    assert desk.driver.reads(REMOVING)
    confirm(desk, "Remove")
    assert names(desk) == [ME]
    assert desk.cards()[-1] == BACK_UPS_TOO
    assert desk.driver.reads(BACK_UPS_WHY)
    desk.press("Keep the back-ups")
    assert not desk.driver.has(f"Remove: {OTHER}")


def test_the_back_ups_go_with_them_where_that_is_wanted(desk_with_back_up: Desk) -> None:
    desk = desk_with_back_up
    start(desk, with_other=True)
    desk.press(f"Remove: {OTHER}")
    confirm(desk, "Remove")
    assert back_ups(desk.folder)
    desk.press("Delete the back-ups")
    assert not back_ups(desk.folder)
    assert desk.ask(lambda store: store.audit())[-1].event == "back_ups_purged"


def test_nobody_can_remove_themselves(desk: Desk) -> None:
    start(desk, with_other=True)
    assert desk.driver.reads(f"{ME} (you)")
    assert not desk.driver.has(f"Remove: {ME}")


def test_tab_goes_from_top_to_bottom(desk: Desk) -> None:
    start(desk, with_other=True)
    names = []
    for _ in range(5):
        desk.driver.key(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        names.append(focused.accessibleName() if focused else "")
    assert names == [f"Remove: {OTHER}", ADD, f"{CHANGE}…", f"{RENEW}…", "Change how long…"]


def test_where_all_places_are_taken_it_says_so(desk: Desk) -> None:
    all_taken = [
        Provider(slot=SlotId(bytes([n] * 16)), name=f"N {n}") for n in range(MOST_PROVIDERS)
    ]
    made = Providers(desk.driver.window, desk.keeping, lambda: None)
    made.show_all(all_taken, all_taken[0])
    shown = {one.text() for one in made.findChildren(QLabel) if not one.isHidden()}
    assert full_words() in shown
    assert "N 0 (you)" in shown


def change(desk: Desk, old: str, new: str) -> None:
    desk.write(OLD, old)
    desk.write("New passphrase", new)
    desk.write("New passphrase again", new)
    desk.press("Change it")


def test_my_passphrase_is_changed_with_the_old_one(desk: Desk) -> None:
    start(desk)
    desk.press(f"{CHANGE}…")
    change(desk, PASSPHRASE, NEW)
    assert desk.driver.reads(CHANGED)
    assert desk.ask(lambda store: store.is_passphrase(NEW))


def test_a_wrong_old_passphrase_changes_nothing(desk: Desk) -> None:
    start(desk)
    desk.press(f"{CHANGE}…")
    change(desk, "not what it was before", NEW)
    assert desk.driver.reads("That is not it.")
    assert desk.ask(lambda store: store.is_passphrase(PASSPHRASE))
    assert desk.keeping.wait_seconds() > 0


def test_a_new_recovery_code_is_shown_once_after_the_passphrase(desk: Desk) -> None:
    start(desk)
    desk.press(f"{RENEW}…")
    confirm(desk, "Make it")
    assert desk.cards() == [TITLE, "Your recovery code"]
    assert desk.ask(lambda store: store.audit())[-1].event == "recovery_code_renewed"


def test_whoever_came_by_the_recovery_code_is_told_how_to_have_a_passphrase_again(
    desk_by_code: Desk,
) -> None:
    start(desk_by_code)
    assert desk_by_code.driver.reads(WITH_CODE)
    assert not desk_by_code.driver.has(f"{CHANGE}…")
