"""What a clinic adds, as it is seen: dated, named, apart from the evidence, and plain text."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from decision_aid.content.clinic import LONGEST_WORD
from decision_aid.domain.clinic import Clinic, ClinicOption, ContentReview, Phone
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Decision, Session
from decision_aid.gui.clinic_file import clinic_file
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.clinic_block import ClinicBlock
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver, wear_theme
from tests.workspace.test_clinic_words import CLINIC, asking

pytestmark = pytest.mark.usefixtures("undressed")

OpenWindow = Callable[[Pack, Session], Driver]
MINE = "From Example Clinic, as of Nov 1, 2026"
FILE = """\
name: Example Clinic
as_of: 2020-01-01
options:
  - id: talk
    cost: 20 dollars
"""

RUN = """
from decision_aid.gui.startup import open_application
application = open_application()
from PySide6.QtCore import QTimer
from decision_aid.gui.app import run
from tests.builders import a_pack, a_session

def watch():
    (window,) = [one for one in application.topLevelWidgets() if hasattr(one, "workspace")]
    window.workspace.watch(lambda: tell(window.workspace.snapshot.clinic))

def tell(clinic):
    print(clinic.name)
    application.quit()

QTimer.singleShot(0, watch)
run(application, a_pack(), a_session())
"""


def beside(driver: Driver, clinic: Clinic) -> Driver:
    driver.window.workspace.take_clinic(clinic)
    driver.settle()
    return driver


def blocks(driver: Driver) -> list[ClinicBlock]:
    found = driver.window.findChildren(ClinicBlock)
    return [one for one in found if one.isVisibleTo(driver.window)]


def head(driver: Driver, option: str) -> str:
    return f"{driver.snapshot.letter(option)}, {option.capitalize()}: read more"


def answer(driver: Driver, question: str, option: str) -> str:
    return f"{question}? {driver.snapshot.letter(option)}, {option.capitalize()}: It depends"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder for settings of this program."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "decision-aid"
    folder.mkdir()
    return folder


def test_a_file_in_the_users_settings_is_taken_in_while_the_window_is_up(
    open_window: OpenWindow, folder: Path
) -> None:
    (folder / "clinic.yaml").write_text(FILE, "utf-8")
    driver = open_window(a_pack(), a_session())
    driver.visit.read_clinic()
    assert driver.snapshot.clinic == Clinic(
        name="Example Clinic",
        as_of=date(2020, 1, 1),
        options=(ClinicOption(id="talk", cost="20 dollars"),),
    )
    driver.press("Start fresh")
    assert driver.snapshot.clinic is not None


def test_the_program_takes_it_in_by_itself_once_the_window_is_up(folder: Path) -> None:
    (folder / "clinic.yaml").write_text(FILE, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", RUN], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "Example Clinic\n"


def test_without_a_file_nothing_is_said(open_window: OpenWindow, folder: Path) -> None:
    driver = open_window(a_pack(), a_session())
    said = driver.texts()
    driver.visit.read_clinic()
    driver.settle()
    assert not list(folder.iterdir())
    assert driver.texts() == said
    assert driver.snapshot.clinic is None


def test_a_broken_file_is_told_with_its_line_and_the_visit_goes_on(
    open_window: OpenWindow, folder: Path
) -> None:
    (folder / "clinic.yaml").write_text(FILE.replace("cost", "kost"), "utf-8")
    driver = open_window(a_pack(), a_session())
    driver.visit.read_clinic()
    driver.settle()
    for said in ("none of it is used", "clinic.yaml, line 5", 'Did you mean "cost"?'):
        assert driver.reads(said), said
    assert driver.reads("decision-aid clinic")
    assert driver.snapshot.clinic is None
    driver.press("Next: About you")
    assert driver.has("Back")


@pytest.mark.parametrize("hostile", ["a folder", "a link to nothing", "a link to a device"])
def test_what_is_no_file_is_told_in_the_same_way(
    open_window: OpenWindow, folder: Path, hostile: str
) -> None:
    path = folder / "clinic.yaml"
    if hostile == "a folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if "device" in hostile else folder / "none")
    driver = open_window(a_pack(), a_session())
    driver.visit.read_clinic()
    driver.settle()
    assert driver.reads("none of it is used")


def test_the_file_lies_in_the_users_own_settings(folder: Path) -> None:
    assert clinic_file() == folder / "clinic.yaml"


def test_the_welcome_tells_of_the_clinics_review_and_of_the_projects_own(
    open_window: OpenWindow,
) -> None:
    driver = beside(open_window(a_pack(), a_session()), CLINIC)
    assert driver.reads("Reviewed at Example Clinic by A. N. Example on Nov 20, 2026, as the")
    assert driver.reads("No clinician has reviewed this yet.")


def test_an_answer_with_a_note_says_so_and_opens_to_it(open_window: OpenWindow) -> None:
    driver = beside(open_window(asking("cost", "who_provides"), a_session()), CLINIC)
    driver.go("Options")
    assert driver.has(answer(driver, "cost", "talk")), "nothing is said of what talk costs"
    driver.press(f"{answer(driver, 'cost', 'pill')} Clinic note inside")
    (block,) = blocks(driver)
    assert block.accessibleName() == "Your clinic’s own note"
    assert driver.reads("20 dollars")
    assert not driver.reads("our nurse")
    assert driver.reads(f"{MINE}; not part of the evidence.")


def test_an_option_opens_to_all_of_its_notes(open_window: OpenWindow) -> None:
    driver = beside(open_window(a_pack(), a_session()), CLINIC)
    driver.go("Options")
    driver.press(head(driver, "pill"))
    for said in ("our nurse", "two weeks", "20 dollars", MINE):
        assert driver.reads(said), said
    driver.press(head(driver, "stay"))
    assert not blocks(driver)


def test_notes_that_come_while_the_options_are_seen_are_marked(open_window: OpenWindow) -> None:
    driver = open_window(asking("cost"), a_session())
    driver.go("Options")
    assert not driver.reads("Clinic note inside")
    beside(driver, CLINIC)
    assert driver.reads("Clinic note inside")


@pytest.mark.usefixtures("dressed")
def test_the_card_for_a_crisis_has_the_clinics_numbers_below_the_contacts(
    open_window: OpenWindow,
) -> None:
    driver = open_window(a_pack(), a_session())
    driver.press("Need help now?")
    assert not driver.reads("555-0100")
    driver.press("Close help")
    many = tuple(Phone(text=f"Line {n}", number=f"555-010{n}") for n in range(5))
    beside(driver, replace(CLINIC, phones=many))
    driver.press("Need help now?")
    (block,) = blocks(driver)
    contact = next(
        one for one in driver.window.findChildren(QLabel) if one.text() == "Call or text"
    )
    assert contact.mapToGlobal(QPoint(0, 0)).y() < block.mapToGlobal(QPoint(0, 0)).y()
    assert driver.reads("555-0102")
    assert not driver.reads("555-0103")
    assert driver.reads(f"{MINE}. Outside its hours nobody may answer.")


def test_when_to_call_has_the_clinics_first_number(open_window: OpenWindow) -> None:
    driver = beside(open_window(a_pack(), a_session()), CLINIC)
    driver.go("Decide")
    assert driver.reads("555-0100")
    assert not driver.reads("555-0101")


@pytest.mark.parametrize(
    ("clinic", "paper"), [(replace(CLINIC, paper="a4"), "A4"), (CLINIC, "Letter")]
)
def test_the_summary_starts_with_the_clinics_paper(
    open_window: OpenWindow, clinic: Clinic, paper: str
) -> None:
    driver = beside(open_window(a_pack(), a_session()), clinic)
    driver.go("Summary")
    assert driver.is_chosen("Paper", paper)


def test_what_a_clinic_writes_is_shown_as_it_is_written(open_window: OpenWindow) -> None:
    picture = "<img src='/usr/share/pixmaps/x.png'> <b>bold</b> &amp; &x"
    clinic = Clinic(
        name=picture,
        as_of=date(2026, 11, 1),
        options=(ClinicOption(id="pill", cost=picture, wait=picture, offered_by=picture),),
        phones=(Phone(text=picture, number=picture),),
        reviews=(ContentReview(by=picture, on=date(2026, 11, 20), version="1"),),
    )
    driver = beside(open_window(a_pack(), a_session()), clinic)
    assert driver.reads(f"Reviewed at {picture} by {picture}")
    driver.go("Options")
    driver.press(head(driver, "pill"))
    driver.window.show_help()
    driver.settle()
    assert driver.texts().count(picture) == 5
    labels = driver.window.findChildren(QLabel)
    assert all(
        one.textFormat() is Qt.TextFormat.PlainText for one in labels if picture in one.text()
    )


def test_with_a_clinic_the_line_up_on_the_screen_is_the_same(open_window: OpenWindow) -> None:
    said = a_session(help=4, driving=2, decision=Decision(kind="option", option="talk"))
    driver = open_window(a_pack(), said)
    driver.go("Weigh it up")
    without = driver.texts()
    beside(driver, CLINIC)
    assert driver.texts() == without


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 200])
def test_the_longest_word_a_clinic_may_write_fits_a_small_screen(
    open_window: OpenWindow, percent: int
) -> None:
    wear_theme(load_theme("light", percent))
    word = "https://www.example.org/clinic/adults/1/"
    assert len(word) == LONGEST_WORD
    pill = ClinicOption(id="pill", cost=word, wait=word, offered_by=word)
    clinic = replace(CLINIC, options=(pill,), phones=(Phone(text=word, number="555-0100"),))
    driver = beside(open_window(asking("who_provides"), a_session()), clinic)
    driver.window.resize(1024, 768)
    driver.go("Options")
    driver.press(f"{answer(driver, 'who_provides', 'pill')} Clinic note inside")
    cut = [one.text() for one in words_of(driver) if is_cut(one)]
    driver.go("Decide")
    assert not [*cut, *(one.text() for one in words_of(driver) if is_cut(one))]


def words_of(driver: Driver) -> list[QLabel]:
    found = [one for block in blocks(driver) for one in block.findChildren(QLabel)]
    assert found
    return found


def is_cut(label: QLabel) -> bool:
    words = label.text().split()
    return max(map(label.fontMetrics().horizontalAdvance, words)) > label.width()
