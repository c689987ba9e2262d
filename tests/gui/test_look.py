"""How the window looks is remembered, and nothing else with it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.look import (
    SMALLEST,
    USUAL,
    Look,
    look_file,
    own_look,
    remember,
    theme_for,
)
from decision_aid.gui.theme import load_theme, worn
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.driver import Driver
from tests.gui.sessions import empty_session, full_session, real_pack
from tests.odd_files import ODD_FILES, without_waiting

OpenWindow = Callable[[Pack, Session], Driver]

LARGE = QSize(1920, 1080)


@pytest.fixture(autouse=True)
def _settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    assert qapp
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def test_nothing_is_written_until_something_is_changed(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), full_session())
    driver.go("Decide")
    assert not look_file().exists()
    assert own_look() == Look(theme="light")


def test_colors_text_and_size_are_as_they_were_left(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), full_session())
    driver.window.resize(1400, 900)
    driver.press("Larger text")
    driver.press("Display")
    driver.choose("Colors", "Dark")
    assert own_look() == Look(theme="dark", percent=125, width=1400, height=900)


def test_the_size_alone_is_remembered_at_the_end_where_it_is_another(
    open_window: OpenWindow,
) -> None:
    driver = open_window(real_pack(), full_session())
    driver.visit.remember_size()
    assert not look_file().exists()
    driver.window.resize(1100, 700)
    driver.visit.remember_size()
    assert own_look() == Look(theme="light", width=1100, height=700)


def test_a_window_left_over_all_of_the_screen_comes_up_so_again(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), full_session())
    driver.window.showMaximized()
    driver.visit.remember_size()
    assert own_look() == Look(theme="light", maximized=True)
    driver.window.showNormal()
    driver.visit.show(own_look(), LARGE)
    assert driver.window.isMaximized()


def test_what_is_pressed_while_a_look_is_put_on_counts_too(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), full_session())
    larger = driver.find("Larger text", QPushButton)
    larger.click()
    larger.click()
    driver.window.dressing.put_on(load_theme("dark", 150))
    larger.click()
    driver.settle()
    assert (worn().name, worn().percent) == ("dark", 200)
    assert own_look() == Look(theme="dark", percent=200)


def test_a_failure_while_a_look_is_put_on_leaves_no_window_that_stands_still(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    driver = open_window(real_pack(), full_session())
    driver.window.dressing.dressed.connect(lambda _theme: int("not a number"))
    with qtbot.capture_exceptions() as failed:
        driver.press("Larger text")
        driver.settle()
    assert [kind for kind, _error, _frames in failed] == [ValueError]
    assert driver.window.updatesEnabled()
    layouts = [one.layout() for one in driver.window.findChildren(QWidget)]
    assert all(layout.isEnabled() for layout in layouts if layout is not None)


def test_what_goes_while_a_look_is_put_on_holds_nothing_else_up(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), full_session())
    driver.window.dressing.dressed.connect(lambda _theme: driver.window.begin(empty_session()))
    driver.press("Larger text")
    driver.settle()
    assert driver.window.updatesEnabled()
    layouts = [one.layout() for one in driver.window.findChildren(QWidget)]
    assert all(layout.isEnabled() for layout in layouts if layout is not None)


@pytest.mark.parametrize("room", [QSize(1024, 768), QSize(1280, 800), QSize(2000, 799)])
def test_on_a_screen_without_room_it_fills_the_screen_and_its_size_stays_remembered(
    open_window: OpenWindow, room: QSize
) -> None:
    driver = open_window(real_pack(), full_session())
    driver.visit.show(Look(theme="light"), room)
    size = driver.window.normalGeometry().size()
    assert size == QSize(*USUAL).boundedTo(room - QSize(0, 40)), "room for its frame is left"
    assert driver.window.isMaximized()
    driver.visit.remember_size()
    assert not look_file().exists()
    driver.press("Larger text")
    assert own_look() == Look(theme="light", percent=125)


def test_taken_off_all_of_a_small_screen_it_comes_up_so_again(open_window: OpenWindow) -> None:
    room = QSize(1024, 768)
    driver = open_window(real_pack(), full_session())
    driver.visit.show(Look(theme="light"), room)
    driver.window.showNormal()
    driver.visit.remember_size()
    driver.visit.show(own_look(), room)
    assert not driver.window.isMaximized()
    assert driver.window.height() < room.height(), "its foot is in sight below the system's frame"


def test_on_a_screen_with_room_it_is_as_large_as_it_was_left(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), full_session())
    driver.visit.show(Look(theme="light", width=1300, height=900), LARGE)
    assert driver.window.size() == QSize(1300, 900)
    assert not driver.window.isMaximized()


def test_the_file_holds_six_settings_and_no_word(open_window: OpenWindow) -> None:
    driver = open_window(real_pack(), full_session())
    driver.press("Larger text")
    told = json.loads(look_file().read_bytes())
    size = {"width": USUAL[0], "height": USUAL[1], "maximized": False}
    assert told == {"theme": "light", "percent": 125, "language": "", **size}
    assert look_file().stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"theme": "pink", "percent": 100, "width": 1280, "height": 800}',
        '{"theme": "light", "percent": 99, "width": 1280, "height": 800}',
        '{"theme": "light", "percent": 100, "width": "wide", "height": 800}',
        '{"theme": ["light"], "percent": {}, "width": 1e99, "height": -1}',
        '{"theme": "light"}',
        "\x00\xff",
        "[" * 5000,
    ],
)
def test_a_file_that_is_no_look_is_passed_over(text: str) -> None:
    look_file().parent.mkdir(parents=True)
    look_file().write_text(text, encoding="utf-8")
    assert own_look() == Look(theme="light")


@pytest.mark.parametrize("put", ODD_FILES.values(), ids=ODD_FILES)
def test_what_is_no_small_file_is_passed_over_and_never_waited_for(
    put: Callable[[Path], object],
) -> None:
    look_file().parent.mkdir(parents=True)
    put(look_file())
    with without_waiting():
        assert own_look() == Look(theme="light")


def test_a_window_too_small_to_use_is_not_brought_back() -> None:
    remember(Look(theme="light", width=20, height=10))
    assert (own_look().width, own_look().height) == SMALLEST


def test_where_nothing_can_be_written_the_window_goes_on(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    driver = open_window(real_pack(), full_session())
    driver.press("Larger text")
    assert own_look() == Look(theme="light")


@pytest.mark.parametrize(
    ("scheme", "contrast", "theme"),
    [
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, "light"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, "dark"),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, "contrast"),
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, "contrast"),
    ],
)
def test_what_the_systems_settings_ask_for_is_worn_at_first(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, theme: str
) -> None:
    assert theme_for(scheme, contrast) == theme
