"""A marker word in every field, and all of it kept: set up, walked, locked, opened, added to.

It tells its recovery code as its first line and then waits to be ended from outside, without
closing anything.
"""

import sys
from pathlib import Path

from decision_aid.gui.keeping.code_sheet import CodeSheet
from decision_aid.gui.keeping.kept_list import SEARCH
from decision_aid.gui.keeping.nothing_kept import SET_UP
from decision_aid.gui.keeping.providers_card import NAME as THEIR_NAME
from decision_aid.gui.keeping.providers_card import AddProvider
from decision_aid.gui.keeping.recovery_code_page import BACK
from decision_aid.gui.keeping.set_up import NAME, PASSPHRASE
from decision_aid.gui.keeping.unlock_line import SECRET
from decision_aid.store.recovery_codes import same_groups
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.gui.choosing import choose_there
from tests.gui.driver import Driver
from tests.journeys.running import run_with
from tests.journeys.test_nothing_typed_leaks import MARK, Marker, walk

MINE = f"{MARK} harbor velvet lantern"
THEIRS = f"{MARK} copper window thistle"
LAST = f"{MARK} last of all"
CHOSEN = Path("chosen") / "summary.pdf"


def set_up(driver: Driver) -> str:
    """Set up keeping; gives the recovery code."""
    driver.press("Open an earlier session")
    driver.press(SET_UP)
    driver.type(NAME, f"{MARK} Rivera")
    for one in (PASSPHRASE, f"{PASSPHRASE} again"):
        driver.type(one, MINE)
    driver.choose("How long is a session kept?", "Until someone deletes it")
    driver.press("Set it up")
    driver.wait_for(lambda: driver.has(BACK))
    sheet = driver.root.findChild(CodeSheet)
    assert isinstance(sheet, CodeSheet)
    groups = [one.text() for one in sheet.findChildren(QLabel)]
    code = " ".join(one for one in groups if len(one) == len(groups[-1]))
    assert same_groups(" ".join(code.split()[-2:]), " ".join(code.split()[-2:]))
    driver.type(BACK, " ".join(code.split()[-2:]))
    driver.press("Done")
    return code


def unlock(driver: Driver, secret: str) -> None:
    """Type a passphrase, and wait until the sessions are open."""
    driver.type(SECRET, secret)
    driver.press("Unlock")
    driver.wait_for(lambda: driver.window.leaving.keeping is not None)
    keeping = driver.window.leaving.keeping
    assert keeping is not None
    driver.wait_for(lambda: keeping.state.place == "open")
    driver.settle()


def saved(driver: Driver) -> bool:
    """Whether all of it is on the disk, as the bar says."""
    return driver.reads("Kept. Saved ")


def add_another(driver: Driver) -> None:
    """Let someone else unlock, too."""
    keeping = driver.window.leaving.keeping
    assert keeping is not None
    card = AddProvider(driver.window, keeping)
    card.open()
    driver.settle()
    driver.type(THEIR_NAME, f"{MARK} Okafor")
    for one in ("Their passphrase", "Their passphrase again"):
        driver.type(one, THEIRS)
    added: list[int] = []
    card.added.connect(lambda: added.append(1))
    driver.press("Add")
    driver.wait_for(lambda: bool(added))


def look_for(driver: Driver) -> None:
    """Search among the kept sessions."""
    driver.go("Welcome")
    driver.press("Open an earlier session")
    driver.type(SEARCH, MARK)
    driver.wait_for(lambda: driver.has("Close: Earlier sessions"))
    driver.press("Close: Earlier sessions")


def save_pdf(driver: Driver) -> None:
    """Take the summary out, where a person wants it."""
    driver.go("Summary")
    driver.wait_for(driver.find("Save PDF…").isEnabled)
    choose_there(Path.cwd() / CHOSEN)
    driver.press("Save PDF…")
    driver.wait_for(lambda: driver.reads("Saved as"))
    driver.press("Copy note: short plain text for a record")


def lock_and_come_back(driver: Driver) -> None:
    """Lock by key, and unlock again."""
    driver.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    driver.wait_for(lambda: driver.has(SECRET))
    assert driver.session.label == ""
    unlock(driver, MINE)
    driver.wait_for(lambda: MARK in driver.session.label)
    driver.settle()


def visit(driver: Driver) -> None:
    """All of it, to where the program is ended from outside."""
    code = set_up(driver)
    driver.press("Keep this session")
    driver.wait_for(lambda: saved(driver))
    walk(driver, Marker(driver))
    add_another(driver)
    look_for(driver)
    save_pdf(driver)
    lock_and_come_back(driver)
    driver.go("Welcome")
    driver.type("Label for this session", LAST)
    driver.wait_for(lambda: saved(driver))
    sys.stdout.write(f"{code}\n")
    sys.stdout.flush()
    driver.wait_for(lambda: False)


if __name__ == "__main__":
    sys.exit(run_with(visit))
