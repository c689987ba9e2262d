"""Back-ups, and the other sections of "How sessions are kept"."""

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.gui.keeping import set_aside_row
from decision_aid.gui.keeping.asking_passphrase import YOURS
from decision_aid.gui.keeping.back_ups_card import DELETE, NONE, WHY, Made, newest_words
from decision_aid.gui.keeping.store_card import (
    LOOK,
    TITLE,
    show_store,
    verdict_words,
)
from decision_aid.gui.theme import Theme, load_theme
from decision_aid.store.api import SessionId, Verdict
from decision_aid.store.back_ups import back_ups
from decision_aid.store.folder import STORE
from decision_aid.store.set_aside import files_aside, set_aside
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from tests.builders import a_session
from tests.gui.driver import wear_theme
from tests.gui.keeping.own_store import PASSPHRASE, Desk


def start(desk: Desk) -> None:
    show_store(desk.driver.window, desk.keeping)
    desk.done()


def test_where_there_is_none_it_says_so_and_offers_nothing_to_delete(desk: Desk) -> None:
    start(desk)
    assert desk.driver.reads(NONE)
    assert not desk.driver.has(DELETE)


def test_each_is_told_with_its_day_and_how_many_sessions_are_in_it(
    desk_with_back_up: Desk,
) -> None:
    start(desk_with_back_up)
    (made,) = back_ups(desk_with_back_up.folder)
    at = made.made_at.astimezone()
    when = f"{day_words(at)}, {at:%H:%M}"
    assert desk_with_back_up.driver.reads(f"The newest is of {when}, with 0 sessions.")
    desk_with_back_up.press("Every back-up")
    assert when in desk_with_back_up.driver.texts()


def test_they_are_deleted_after_the_passphrase_and_that_is_written_down(
    desk_with_back_up: Desk,
) -> None:
    desk = desk_with_back_up
    start(desk)
    desk.press(DELETE)
    assert desk.driver.reads(WHY)
    assert back_ups(desk.folder)
    desk.write(YOURS, PASSPHRASE)
    desk.press("Delete the back-ups")
    # Checked, then done, then looked at anew: each is asked of the store after the last.
    desk.driver.wait_for(lambda: desk.driver.reads(NONE))
    assert not back_ups(desk.folder)
    assert desk.driver.reads("1 back-up was deleted.")
    assert desk.ask(lambda store: store.audit())[-1].event == "back_ups_purged"


def test_without_the_passphrase_they_stay(desk_with_back_up: Desk) -> None:
    start(desk_with_back_up)
    desk_with_back_up.press(DELETE)
    desk_with_back_up.write(YOURS, "some other four words")
    desk_with_back_up.press("Delete the back-ups")
    assert back_ups(desk_with_back_up.folder)


def test_how_many_there_are_is_told_in_plain_words(desk_with_back_up: Desk) -> None:
    (made,) = back_ups(desk_with_back_up.folder)
    one = Made(made.made_at, 1)
    assert newest_words([one]).endswith("with 1 session. There is 1 in all.")
    assert newest_words([one, one]).endswith("There are 2 in all.")


def test_looking_through_everything_says_that_it_is_whole(desk: Desk) -> None:
    desk.ask(lambda store: store.keep(a_session(label="Tuesday")))
    start(desk)
    desk.press(LOOK)
    assert desk.driver.reads("Everything is whole: 1 session and the list of who did what.")


@pytest.mark.parametrize(
    ("damaged", "head", "audit", "words"),
    [
        ((SessionId(b"d" * 16),), True, True, "1 session cannot be read as saved."),
        ((), False, True, "Something was taken out, put in or put back"),
        ((), True, False, "The list of who did what was altered."),
    ],
)
def test_what_is_not_whole_is_told_with_what_to_do(
    damaged: tuple[SessionId, ...],
    head: bool,  # noqa: FBT001 - a table
    audit: bool,  # noqa: FBT001 - a table
    words: str,
) -> None:
    told = verdict_words(
        Verdict(sessions=3, damaged=damaged, head_is_whole=head, audit_is_whole=audit)
    )
    assert words in told
    assert "Lock and unlock" in told
    assert "Everything is whole" not in told


def test_the_folder_is_told_and_how_everything_is_deleted(desk: Desk) -> None:
    start(desk)
    shown = [one.replace("\u200b", "") for one in desk.driver.texts()]
    assert str(desk.folder) in shown
    assert desk.driver.reads("To delete everything")


def test_damaged_files_set_aside_are_told(desk: Desk) -> None:
    start(desk)
    assert not desk.driver.reads("set aside")
    desk.press(f"Close: {TITLE}")
    set_aside(desk.folder / STORE)
    set_aside(desk.folder / STORE)
    start(desk)
    assert desk.driver.reads("2 damaged files were set aside")


def test_damaged_files_set_aside_are_deleted_after_the_passphrase(desk: Desk) -> None:
    set_aside(desk.folder / STORE)
    start(desk)
    desk.press(set_aside_row.DELETE)
    assert desk.driver.reads(set_aside_row.WHY)
    assert files_aside(desk.folder)
    desk.write(YOURS, PASSPHRASE)
    desk.press(set_aside_row.YES)
    desk.driver.wait_for(lambda: not desk.driver.has(set_aside_row.DELETE))
    assert files_aside(desk.folder) == ()
    assert desk.driver.reads("1 damaged file was deleted.")
    assert desk.ask(lambda store: store.audit())[-1].event == "set_aside_purged"


def test_it_closes_with_escape_and_opens_again(desk: Desk) -> None:
    start(desk)
    desk.driver.key(Qt.Key.Key_Escape)
    assert desk.cards() == []
    start(desk)
    assert desk.cards() == [TITLE]


@pytest.mark.parametrize("theme", [load_theme("light", 100), load_theme("contrast", 200)])
def test_nothing_is_cut_off_at_any_size_of_text(desk: Desk, theme: Theme) -> None:
    wear_theme(theme)
    desk.driver.window.resize(1024, 768)
    start(desk)
    (card,) = (one for one in desk.driver.window.children() if getattr(one, "is_open", False))
    (scroll,) = card.findChildren(QScrollArea)
    assert scroll.horizontalScrollBar().maximum() == 0
    for one in scroll.findChildren(QLabel):
        if one.isVisible():
            assert one.height() >= one.heightForWidth(one.width()), one.text()
