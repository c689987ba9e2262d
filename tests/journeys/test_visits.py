"""Whole visits through the window, from the first question to the saved PDF."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.clock import today
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.gui.choosing import choose_there, in_the_dialog
from tests.gui.driver import Driver
from tests.gui.sessions import empty_session, real_pack, visit_session

Opener = Callable[[Pack, Session], Driver]


def save_pdf(driver: Driver, qtbot: QtBot, path: Path) -> str:
    """Go to the summary, save it, and read the file back as other people's tools do."""
    driver.go("Summary")
    save = driver.find("Save PDF…", QAbstractButton)
    qtbot.waitUntil(save.isEnabled, timeout=15_000)
    choose_there(path)
    driver.press("Save PDF…")
    driver.wait_for(lambda: driver.reads("Saved as"))
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def choice_of(driver: Driver, question: str, option: str) -> str:
    """The name of the row that chooses an option, whatever its letter in this session."""
    names = [one.accessibleName() for one in driver.controls()]
    return next(name for name in names if name.startswith(question) and name.endswith(option))


def is_paused(driver: Driver) -> bool:
    return driver.snapshot.journey.paused


def test_a_person_on_an_maoi_waits_for_the_prescriber_who_then_clears_it(
    open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    driver = open_window(real_pack(), replace(empty_session(), started_on=today()))
    driver.press("Who is here: A prescriber")
    driver.choose("How long we have", "10 minutes")

    driver.go("About you")
    driver.type("Add a medicine", "Nardil", enter=True)
    assert driver.reads("MAOI antidepressant")

    driver.go("What matters")
    driver.choose("A better chance to feel much better", "Most")
    driver.choose("Feeling better soon", "A lot")
    driver.go("Weigh it up")
    ketamine = {"ketamine_with_antidepressant", "ketamine_alone"}
    assert ketamine.isdisjoint(fit.option for fit in driver.snapshot.appraisal.fits)
    assert driver.reads("MAOI")
    assert set(driver.snapshot.gated) == ketamine

    driver.go("Decide")
    driver.press(choice_of(driver, "What we decide together", "Not to decide yet"))
    driver.type("New next step, what", "Ask the hospital clinic")
    driver.type("New next step, who", "Dr. Q")
    driver.press("Add next step")
    driver.type("New question", "What about my blood pressure?", enter=True)
    text = save_pdf(driver, qtbot, tmp_path / "gated.pdf")
    assert "Ask the hospital clinic" in text
    assert "What about my blood pressure?" in text
    assert "Not weighed" in text
    assert "988" in text

    driver.go("About you")
    gate = next(one.rule.title for one in driver.snapshot.findings if one.shuts)
    driver.open(f"Prescriber: record the check: {gate}")
    driver.type(f"Reason of the check: {gate}", "Watched in hospital")
    assert not driver.find(f"Record the check: {gate}", QAbstractButton).isEnabled()
    driver.type(f"Initials of the check: {gate}", "QZ")
    driver.press(f"Record the check: {gate}")
    assert not driver.snapshot.gated

    driver.go("Weigh it up")
    assert ketamine <= {fit.option for fit in driver.snapshot.appraisal.fits}
    text = save_pdf(driver, qtbot, tmp_path / "cleared.pdf")
    assert "QZ" in text
    assert "Watched in hospital" in text


def test_the_form_of_ketamine_decides_how_grave_a_medicine_is(open_window: Opener) -> None:
    driver = open_window(real_pack(), empty_session())

    def told(severity: str) -> bool:
        """Whether the medicine has a finding, all of that severity, which can be seen."""
        mine = [one for one in driver.snapshot.findings if "Biaxin" in one.because]
        assert all(driver.reads(one.rule.title) for one in mine)
        return {one.rule.severity for one in mine} == {severity}

    driver.go("About you")
    driver.type("Add a medicine", "Biaxin", enter=True)
    assert driver.reads("Read as: clarithromycin")
    assert told("caution")
    driver.choose("Form of ketamine", "Nasal spray")
    assert told("tell")
    driver.choose("Form of ketamine", "Swallowed or melted in mouth")
    assert told("caution")
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert driver.is_chosen("Form of ketamine", "Nasal spray")
    assert told("tell")


def test_a_counselor_cannot_clear_a_gate(open_window: Opener) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.press("Who is here: A counselor or therapist")
    driver.go("About you")
    driver.type("Add a medicine", "phenelzine", enter=True)
    gate = next(one.rule.title for one in driver.snapshot.findings if one.shuts)
    assert driver.reads("Your prescriber must look at what is marked")
    assert not driver.has(f"Prescriber: record the check: {gate}")


def test_someone_who_wants_speed_sees_how_close_it_is_and_why(
    open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    pack = real_pack()
    driver = open_window(pack, visit_session())
    driver.go("Weigh it up")
    assert driver.snapshot.appraisal.missing == "no_ratings"
    assert driver.reads("Nothing was rated yet")

    driver.go("What matters")
    driver.choose("Feeling better soon", "Most")
    driver.choose("A better chance to feel much better", "Most")
    driver.choose("Keeping down what I pay", "Not sure")
    driver.press("I would rule out: Anything with a real risk of misuse")
    assert set(driver.snapshot.ruled_out) == {"ketamine_with_antidepressant", "ketamine_alone"}
    driver.press("I would rule out: Anything with a real risk of misuse")
    assert not driver.snapshot.ruled_out

    driver.go("Weigh it up")
    appraisal = driver.snapshot.appraisal
    assert len(appraisal.fits) == len(pack.options)
    driver.choose("Does this feel right?", "Yes")

    driver.go("Decide")
    driver.press(choice_of(driver, "I am leaning towards", "Ketamine with an antidepressant"))
    driver.press(choice_of(driver, "What we decide together", "Ketamine with an antidepressant"))
    text = save_pdf(driver, qtbot, tmp_path / "speed.pdf")
    assert "Feeling better soon" in text
    assert "53 of 100" in text
    assert "42 of 100" in text
    assert "Turkoz" in text


def test_item_9_stops_the_walk_until_a_provider_records_what_was_done(
    open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.press("Who is here: A counselor or therapist")
    driver.go("About you")
    driver.open("Answer the PHQ-9 (optional)")
    phq9 = real_pack().instrument("phq9")
    assert phq9 is not None
    item_9 = phq9.items[8].text
    answers = [one.accessibleName() for one in driver.controls() if item_9 in one.accessibleName()]
    driver.press(next(name for name in answers if name.endswith("Several days")))
    assert is_paused(driver)
    with pytest.raises(AssertionError, match="covered"):
        driver.press("Step 4: Options")
    driver.key(Qt.Key.Key_Escape)
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert is_paused(driver)
    assert not driver.find("Record and go on", QAbstractButton).isEnabled()

    driver.key(Qt.Key.Key_F1)
    assert driver.reads("988")
    driver.press("Close help")

    driver.press("What was done: We talked, and I assessed safety now")
    driver.type("Initials of the provider", "KL")
    driver.press("Record and go on")
    assert not is_paused(driver)
    driver.go("Options")

    driver.go("Summary")
    for part in ("Hand-over to the prescriber", "Record for the provider", "Sources"):
        name = next(
            one.accessibleName() for one in driver.controls() if part in one.accessibleName()
        )
        driver.press(name)
    text = save_pdf(driver, qtbot, tmp_path / "person.pdf")
    assert item_9 not in text
    assert "Several days" not in text
    assert "PHQ" not in text


def test_nothing_said_is_in_the_title_or_the_suggested_name_of_the_file(
    open_window: Opener, qtbot: QtBot
) -> None:
    asked: list[str] = []
    driver = open_window(real_pack(), empty_session())
    driver.type("Label for this session", "Zyxwvu Marker")
    driver.go("About you")
    driver.type("Add a medicine", "Markerine", enter=True)
    driver.go("Summary")
    save = driver.find("Save PDF…", QAbstractButton)
    qtbot.waitUntil(save.isEnabled, timeout=15_000)
    in_the_dialog(lambda dialog: asked.extend((*dialog.selectedFiles(), dialog.windowTitle())))
    driver.press("Save PDF…")
    assert asked
    assert "Marker" not in "".join(asked) + driver.window.windowTitle()


def test_undo_and_redo_from_the_keyboard(open_window: Opener) -> None:
    driver = open_window(real_pack(), empty_session())
    driver.go("What matters")
    driver.choose("Feeling better soon", "Most")
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not driver.session.ratings
    assert not driver.is_chosen("Feeling better soon", "Most")
    redo = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    driver.key(Qt.Key.Key_Z, redo)
    assert driver.is_chosen("Feeling better soon", "Most")
