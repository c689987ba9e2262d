"""A marker word in every field there is, a whole walk, and then a search for the marker."""

import ast
import inspect
import logging
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from decision_aid.domain.journey import STEPS
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui import safe
from decision_aid.gui.app import SURPRISE
from decision_aid.gui.clock import today
from decision_aid.gui.file_dialog import FileDialog
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.pages import PAGES
from decision_aid.gui.pages.about_history import DISSOCIATIVES
from decision_aid.gui.pages.summary_password import NAME, PASSWORD, SHOW
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.gui.window import PROGRAM
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.logging import _QtMessageCapture
from pytestqt.qtbot import QtBot

from tests.gui.choosing import choose_in, in_the_dialog
from tests.gui.driver import Driver
from tests.gui.sessions import empty_session, real_pack

Opener = Callable[[Pack, Session], Driver]
MARK = "qzjxvk"
ERROR = "an error"
GUI = Path(inspect.getfile(safe)).parent
MAKERS = {
    *("line_edit", "GrowingEdit"),
    *("QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QDateEdit"),
}
TITLES = {step: title for step, title, _ in PAGES}
Place = tuple[str, int, int]
"""A file, and the first and last line of a call in it."""


def places_to_type(*, kept: bool = False) -> set[Place]:
    """Every call in the window's source that makes something to type in.

    What is typed about kept sessions is typed in a journey of its own.
    """
    found = set()
    files = (one for one in GUI.rglob("*.py") if (one.parent.name == "keeping") == kept)
    for file in sorted(files):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and file.name != "safe.py":
                called = node.func
                name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
                if name in MAKERS:
                    found.add((file.name, node.lineno, node.end_lineno or node.lineno))
    return found


@pytest.fixture
def made_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line to type in remembers where in the source it was made."""
    make = safe.line_edit

    def line_edit(name: str, placeholder: str = "", parent: QWidget | None = None) -> QLineEdit:
        made = make(name, placeholder, parent)
        caller = inspect.stack(0)[1]
        made.setProperty("made_at", f"{Path(caller.filename).name}:{caller.lineno}")
        return made

    begin = GrowingEdit.__init__

    def growing_edit(made: GrowingEdit, name: str, placeholder: str = "") -> None:
        begin(made, name, placeholder)
        caller = inspect.stack(0)[1]
        made.setProperty("made_at", f"{Path(caller.filename).name}:{caller.lineno}")

    monkeypatch.setattr(safe, "line_edit", line_edit)
    monkeypatch.setattr(GrowingEdit, "__init__", growing_edit)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's own folders, with nothing in them; the working folder is among them."""
    folders = {"HOME": "home", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "run"}
    xdg = ("CONFIG", "DATA", "CACHE", "STATE")
    folders |= {f"XDG_{one}_HOME": f"home/.{one.lower()}" for one in xdg}
    for variable, name in folders.items():
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(tmp_path / name))
    (tmp_path / "run").chmod(0o700)
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


class TitleWatch(QObject):
    """Hears every title of every top-level window, however short it stands there."""

    def __init__(self) -> None:
        super().__init__()
        self.titles: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.WindowTitleChange, QEvent.Type.Show) and (
            not isinstance(watched, QWidget) or watched.isWindow()
        ):
            self.look()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        self.titles |= {QGuiApplication.applicationDisplayName()}
        for one in QApplication.topLevelWidgets():
            self.titles |= {one.windowTitle(), one.windowIconText(), one.windowFilePath()}
        for handle in QGuiApplication.topLevelWindows():
            self.titles.add(handle.title())


@contextmanager
def watched_titles() -> Iterator[set[str]]:
    watch, app = TitleWatch(), QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    yield watch.titles
    watch.look()
    app.removeEventFilter(watch)


class Marker:
    """Types another marker word in every field it finds.

    Attributes:
        typed: The accessible names of the fields it typed in, and the word.
        reached: Where in the source those fields are made.
    """

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.typed: dict[str, str] = {}
        self.reached: set[str] = set()

    def word(self, field: str) -> str:
        """A marker word of its own for a field."""
        return self.typed.setdefault(field, f"{MARK}{len(self.typed):02d}")

    @property
    def printed(self) -> list[str]:
        """The words for paper: not a day nobody can read, what went wrong or the password."""
        return [
            word
            for field, word in self.typed.items()
            if field not in (ERROR, PASSWORD) and not field.startswith("Last day")
        ]

    def fill(self) -> None:
        """Type in every field that can be seen, and in those that come up by it."""
        while names := [name for name in self._fields() if name not in self.typed]:
            self.type(names[0])

    def type(self, name: str, before: str = "") -> str:
        """Type a word of its own in a field; gives what stands there then."""
        self._driver.focus(name)
        field = self._driver.find(name)  # only now: lines are made anew where one was left
        self.reached.add(field.property("made_at"))
        text = before + self.word(name)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_End)
        QTest.keyClicks(field, text)
        self._driver.settle()
        if name.startswith(("Add a", "New c", "New q")):
            # A list of names below the line has the keyboard, and hands Enter on.
            QTest.keyClick(QApplication.activePopupWidget() or field, Qt.Key.Key_Return)
            self._driver.window.activateWindow()  # which a platform with windows does by itself
            self._driver.settle()
        return text

    def _fields(self) -> list[str]:
        kinds = QLineEdit | QPlainTextEdit | QTextEdit
        return [one.accessibleName() for one in self._driver.controls() if isinstance(one, kinds)]


def open_all(driver: Driver) -> None:
    """Open everything that can be opened on the page."""
    for one in driver.window.page.findChildren(Disclosure):
        if one.isVisibleTo(driver.window) and not one.is_open:
            one.open()
    driver.settle()


def fill_about(driver: Driver, marker: Marker) -> None:
    driver.go(TITLES["about"])
    gate = marker.type("Add a medicine", "Nardil ")
    stopped = f"{MARK} drops"
    driver.type("Add a medicine", stopped)
    driver.press("Add this medicine")
    driver.choose(stopped, "Stopped")
    tried = marker.type("Add a treatment you tried")
    driver.choose("What came of it", "Had to stop")
    assert driver.has(f"Why {tried} had to stop")
    driver.choose(DISSOCIATIVES, "Yes")
    open_all(driver)
    marker.fill()
    title = next(one.rule.title for one in driver.snapshot.findings if gate in one.because)
    driver.press(f"Record the check: {title}")
    assert any(MARK in one.reason for one in driver.session.clearances)


def say_item_9(driver: Driver, marker: Marker) -> None:
    """Answer item 9; the card that comes has a field of its own."""
    phq9 = real_pack().instrument("phq9")
    assert phq9 is not None
    names = [one.accessibleName() for one in driver.controls()]
    driver.press(
        next(one for one in names if phq9.items[8].text in one and one.endswith("Several days"))
    )
    assert driver.snapshot.journey.paused
    driver.key(Qt.Key.Key_F1)
    driver.press("Close help")
    driver.press("What was done: We talked, and I assessed safety now")
    marker.fill()
    driver.press("Record and go on")
    assert not driver.snapshot.journey.paused


def fill_rest(driver: Driver, marker: Marker) -> None:
    for step in ("understand", "options", "matters"):
        driver.go(TITLES[step])
        marker.fill()
    driver.choose("Feeling better soon", "Most")
    open_all(driver)
    marker.fill()
    driver.go(TITLES["weigh"])
    driver.choose("Does this feel right?", "Something is missing")
    open_all(driver)
    marker.fill()
    driver.go(TITLES["decide"])
    open_all(driver)
    rows = [one.accessibleName() for one in driver.controls()]
    for row in (one for one in rows if one.endswith(": Something else")):
        driver.press(row)
    open_all(driver)
    marker.fill()
    driver.press("Add next step")
    marker.fill()


def about(driver: Driver) -> Overlay:
    """The card on the aid itself, which is open."""
    found = driver.root.findChildren(Overlay)
    (made,) = (one for one in found if one.is_open and one.accessibleName() == "Help and about")
    return made


def look_round(driver: Driver) -> None:
    """The cards over the window, undo and redo."""
    driver.key(Qt.Key.Key_F1)
    driver.press("Close help")
    driver.press("Help and about")
    for one in about(driver).findChildren(Disclosure):
        assert one.isVisibleTo(driver.window)
        driver.press(one.header.accessibleName())
        assert one.is_open
        assert one.body.count()
    driver.press("Close help and about")
    said = driver.session
    held = Qt.KeyboardModifier.ControlModifier
    driver.go(TITLES["decide"])
    for _ in range(4):
        driver.key(Qt.Key.Key_Z, held)
    assert driver.session != said
    for _ in range(4):
        driver.key(Qt.Key.Key_Z, held | Qt.KeyboardModifier.ShiftModifier)
    assert driver.session.next_steps == said.next_steps


def go_wrong(driver: Driver, word: str) -> None:
    """An error nobody expected, with what a person typed in all of its texts."""
    try:
        try:
            int(word)
        except ValueError as first:
            first.add_note(word)
            raise KeyError(word) from first
    except KeyError as error:
        driver.visit.report(KeyError, error, error.__traceback__)
    driver.settle()
    assert driver.reads(SURPRISE)


def export(driver: Driver, qtbot: QtBot, marker: Marker, to: Path) -> tuple[str, str]:
    """Save all there is to print, with a password, and copy the note; what the dialog was told."""
    asked: list[str] = []

    def choose(dialog: FileDialog) -> None:
        asked.extend((dialog.windowTitle(), *dialog.selectedFiles(), *dialog.nameFilters()))
        choose_in(dialog, to)

    driver.go(TITLES["summary"])
    qtbot.waitUntil(driver.find("Save PDF…").isEnabled, timeout=15_000)
    driver.press(NAME)
    driver.press(SHOW)
    marker.type(PASSWORD)
    in_the_dialog(choose)
    driver.press("Save PDF…")
    qtbot.waitUntil(lambda: driver.reads("Saved as"))
    driver.press("Copy note: short plain text for a record")
    note = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    assert len(asked) >= 2
    return repr(asked), note


def holds(data: bytes) -> bool:
    return any(MARK.encode(coding) in data.lower() for coding in ("utf-8", "utf-16-le"))


def settings() -> Iterator[str]:
    """What the toolkit keeps of this program and of its own dialogs."""
    for one in (QSettings("QtProject"), QSettings(PROGRAM, PROGRAM)):
        for key in one.allKeys():
            yield f"{key}={one.value(key)!r}"


def leaks_on_disk(home: Path, but: Path) -> list[str]:
    """Files and folders that hold the marker in their name or content, but the one exported."""
    own = [one.relative_to(home) for one in home.rglob("*")]
    named = [str(one) for one in own if MARK in str(one).lower()]
    files = [one for one in own if (home / one).is_file() and home / one != but]
    return named + [str(one) for one in files if holds((home / one).read_bytes())]


def not_reached(marker: Marker) -> list[Place]:
    """Where the source makes something to type in, and no marker was typed in it."""
    reached = [(file, int(line)) for file, line in (one.split(":") for one in marker.reached)]
    return [
        (file, first, last)
        for file, first, last in sorted(places_to_type())
        if not any(file == other and first <= line <= last for other, line in reached)
    ]


def text_of(pdf: Path, password: str) -> str:
    words: list[str | Path] = ["pdftotext", "-upw", password, "-layout", pdf, "-"]
    return subprocess.run(words, capture_output=True, check=True).stdout.decode()


def walk(driver: Driver, marker: Marker) -> None:
    """All eight steps, a marker in every field on the way."""
    driver.press("Who is here: A prescriber")
    marker.fill()
    fill_about(driver, marker)
    say_item_9(driver, marker)
    driver.press("Patient screen")
    fill_rest(driver, marker)
    look_round(driver)
    driver.press("Patient screen")


@pytest.fixture
def told(
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    recwarn: pytest.WarningsRecorder,
    qtlog: _QtMessageCapture,
) -> Callable[[], dict[str, object]]:
    """Everything the program says anywhere but in its window."""
    caplog.set_level(logging.DEBUG)
    return lambda: {
        "logs": [(one.getMessage(), vars(one)) for one in caplog.records],
        "warnings": [one.message for one in recwarn],
        "Qt's messages": [one.message for one in qtlog.records],
        "what is printed": capfd.readouterr(),
        "settings": list(settings()),
    }


@pytest.mark.usefixtures("made_at")
def test_nothing_typed_is_found_outside_the_window_and_what_was_exported(
    open_window: Opener, qtbot: QtBot, home: Path, told: Callable[[], dict[str, object]]
) -> None:
    pdf = home / "work" / "decision-aid-summary.pdf"
    with watched_titles() as titles:
        driver = open_window(real_pack(), replace(empty_session(), started_on=today()))
        marker = Marker(driver)
        walk(driver, marker)
        go_wrong(driver, marker.word(ERROR))
        in_dialog, note = export(driver, qtbot, marker, pdf)
        driver.window.close()
    assert set(driver.session.visited) == set(STEPS)
    assert not not_reached(marker)
    paper = text_of(pdf, marker.typed[PASSWORD])
    assert [word for word in marker.printed if word not in paper] == []
    assert [word for word in marker.printed if word in note], "it is short, but not empty"

    assert leaks_on_disk(home, pdf) == []
    places = {**told(), "titles": titles, "the file dialog": in_dialog}
    assert PROGRAM in titles
    assert "KeyError at " in repr(places["logs"])
    assert [where for where, said in places.items() if MARK in repr(said).lower()] == []
