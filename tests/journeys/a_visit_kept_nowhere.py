"""A whole visit, as a process: every step, a PDF where the person wants it, and the end."""

import sys
from pathlib import Path

from decision_aid.gui.pages import PAGES
from decision_aid.workspace.changes.walk import SetText

from tests.gui.choosing import choose_there
from tests.gui.driver import Driver
from tests.journeys.running import run_with


def visit(driver: Driver) -> None:
    """Say something, look at every step, save the PDF, and close."""
    driver.press("Who is here: A prescriber")
    driver.type("Label for this session", "Tuesday")
    for _, title, _ in PAGES:
        driver.go(title)
    driver.wait_for(driver.find("Save PDF…").isEnabled)
    choose_there(Path.cwd() / "chosen" / "summary.pdf")
    driver.press("Save PDF…")
    driver.wait_for(lambda: driver.reads("Saved as"))
    driver.press("Copy note: short plain text for a record")
    driver.window.workspace.apply(SetText("label", "Wednesday"))
    driver.window.close()
    driver.press("Clear everything")


if __name__ == "__main__":
    sys.exit(run_with(visit))
