"""Carrying a kept session elsewhere: sealed by its own passphrase, or plain after a warning."""

from dataclasses import replace
from pathlib import Path

import pytest
from decision_aid.content.sessions import load_session
from decision_aid.domain.answers import Rating
from decision_aid.gui.file_dialog import FileDialog
from decision_aid.gui.keeping import kept_list, moving, one_session, plain_file, taking_in
from decision_aid.gui.keeping.asking_passphrase import NOTHING_TYPED, YOURS
from decision_aid.gui.keeping.passphrase_lines import NOT_THE_SAME
from decision_aid.store.key_cost import FLOOR
from decision_aid.store.portable import exported, imported
from PySide6.QtWidgets import QLineEdit

from tests.builders import a_pack
from tests.gui.choosing import choose_in, choose_there, in_the_dialog
from tests.gui.keeping.kept_screens import OpenScreens, Screens, kept_session
from tests.gui.keeping.own_store import PASSPHRASE

TUESDAY = "Tuesday, last visit Mon, Nov 23, 2026"
SECRET = "river stone candle north"  # noqa: S105 - of a file in these tests
AGAIN = f"{moving.FILE_PASSPHRASE} again"


@pytest.fixture
def screens(open_screens: OpenScreens, monkeypatch: pytest.MonkeyPatch) -> Screens:
    # What one try costs is measured on the computer, and takes seconds to measure.
    monkeypatch.setattr("decision_aid.store.key_cost.calibrated_cost", lambda: FLOOR)
    made = open_screens(kept_session("Tuesday"))
    made.open_kept()
    made.unlock()
    return made


def choose_way(screens: Screens, way: str) -> None:
    screens.driver.type(kept_list.SEARCH, "tues", enter=True)
    screens.press(f"{kept_list.MORE}: {TUESDAY}")
    screens.press(way)


def type_secret(screens: Screens, first: str, again: str) -> None:
    screens.driver.find(moving.FILE_PASSPHRASE, QLineEdit).setText(first)
    screens.driver.find(AGAIN, QLineEdit).setText(again)
    screens.press("Save…")


def agree(screens: Screens) -> None:
    screens.driver.find(YOURS, QLineEdit).setText(PASSPHRASE)
    screens.press("Go on")


def test_a_sealed_file_opens_with_its_own_passphrase_and_its_name_says_nothing(
    screens: Screens, tmp_path: Path
) -> None:
    names: list[str] = []

    def choose(dialog: FileDialog) -> None:
        names.extend(Path(one).name for one in dialog.selectedFiles())
        choose_in(dialog, tmp_path / "carried.ddxs")

    choose_way(screens, one_session.SEALED)
    type_secret(screens, SECRET, SECRET)
    in_the_dialog(choose)
    agree(screens)
    assert names == ["session-2026-11-23.ddxs"]
    data = (tmp_path / "carried.ddxs").read_bytes()
    assert b"Tuesday" not in data
    assert imported(data, SECRET).label == "Tuesday"
    assert screens.driver.reads("Saved as “carried.ddxs”.")
    assert screens.events()[-1] == "exported"
    assert screens.labels() == ["Tuesday"]


def test_two_ways_of_typing_it_or_a_weak_one_save_nothing(screens: Screens) -> None:
    choose_way(screens, one_session.SEALED)
    type_secret(screens, SECRET, "another")
    assert screens.driver.reads(NOT_THE_SAME)
    type_secret(screens, "short", "short")
    assert screens.driver.reads("at least 12 characters")
    assert screens.cards()[-1] == moving.TITLE


def test_no_file_chosen_leaves_the_card_as_it_was(screens: Screens) -> None:
    choose_way(screens, one_session.SEALED)
    type_secret(screens, SECRET, SECRET)
    in_the_dialog(lambda _: None)
    agree(screens)
    assert screens.cards()[-1] == moving.TITLE
    assert "exported" not in screens.events()


def test_a_name_that_no_file_can_have_is_said_and_nothing_is_written_down(
    screens: Screens, tmp_path: Path
) -> None:
    choose_way(screens, one_session.SEALED)
    type_secret(screens, SECRET, SECRET)
    choose_there(tmp_path / "CON.ddxs")
    agree(screens)
    assert screens.driver.reads("Choose another name.")
    assert screens.cards()[-1] == moving.TITLE
    assert "exported" not in screens.events()


def test_a_sealed_file_is_taken_in_as_a_session_of_its_own(
    screens: Screens, tmp_path: Path
) -> None:
    file = tmp_path / "carried.ddxs"
    file.write_bytes(exported(kept_session("From elsewhere", 9), SECRET, FLOOR))
    screens.driver.open(kept_list.ALL)
    choose_there(file)
    screens.press(kept_list.TAKE_IN)
    screens.press("Take it in")
    assert screens.driver.reads(NOTHING_TYPED)
    screens.driver.type(taking_in.SECRET, "wrong words altogether")
    screens.press("Take it in")
    assert screens.labels() == ["Tuesday"]
    screens.driver.find(taking_in.SECRET, QLineEdit).setText(SECRET)
    screens.press("Take it in")
    assert screens.labels() == ["Tuesday", "From elsewhere"]
    assert screens.driver.reads(taking_in.TAKEN_IN)
    assert screens.events()[-1] == "imported"


def test_a_session_made_with_other_content_is_not_taken_in(
    screens: Screens, tmp_path: Path
) -> None:
    file = tmp_path / "carried.ddxs"
    other = replace(kept_session("From elsewhere"), ratings=(Rating("unheard_of", 2),))
    file.write_bytes(exported(other, SECRET, FLOOR))
    screens.driver.open(kept_list.ALL)
    choose_there(file)
    screens.press(kept_list.TAKE_IN)
    screens.driver.find(taking_in.SECRET, QLineEdit).setText(SECRET)
    screens.press("Take it in")
    assert screens.driver.reads("This session does not fit")
    assert screens.labels() == ["Tuesday"]


def test_a_file_of_another_kind_is_refused_in_the_list(screens: Screens, tmp_path: Path) -> None:
    file = tmp_path / "letter.ddxs"
    file.write_bytes(b"Dear doctor")
    screens.driver.open(kept_list.ALL)
    choose_there(file)
    screens.press(kept_list.TAKE_IN)
    assert screens.driver.reads("This file is no session that was exported here")
    assert screens.cards() == [kept_list.TITLE]


def test_a_plain_file_comes_only_after_a_warning_and_the_passphrase(
    screens: Screens, tmp_path: Path
) -> None:
    choose_way(screens, one_session.PLAIN)
    assert screens.driver.reads(plain_file.WHAT_IT_MEANS)
    screens.press(plain_file.YES)
    choose_there(tmp_path / "plain.yaml")
    agree(screens)
    assert load_session(tmp_path / "plain.yaml", a_pack()).label == "Tuesday"
    assert screens.events()[-1] == "exported"
    assert screens.driver.reads("Anyone who has the file can read it.")


def test_who_heeds_the_warning_saves_nothing(screens: Screens) -> None:
    choose_way(screens, one_session.PLAIN)
    screens.press(plain_file.NO)
    assert screens.cards() == [kept_list.TITLE]
    assert "exported" not in screens.events()
