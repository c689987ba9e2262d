"""After a crash: unlock with the recovery code, go on with the session, and close."""

import sys

from decision_aid.gui.keeping import new_passphrase_card

from tests.gui.driver import Driver
from tests.journeys.a_visit_that_is_kept import LAST, saved, unlock
from tests.journeys.running import run_with
from tests.journeys.test_nothing_typed_leaks import MARK


def visit(driver: Driver) -> None:
    """What was saved last is offered, is all there, and can be added to."""
    driver.wait_for(lambda: driver.has("Keep this session"))
    driver.press("Open an earlier session")
    unlock(driver, sys.argv[1])
    later = f"{new_passphrase_card.LATER}: {new_passphrase_card.TITLE}"
    driver.wait_for(lambda: driver.has(later))
    driver.press(later)
    driver.wait_for(lambda: driver.has("Go on with it"))
    assert driver.session.label == ""
    driver.press("Go on with it")
    driver.wait_for(lambda: driver.session.label.endswith(LAST))
    assert driver.session.next_steps
    driver.type("Label for this session", f"{MARK} and on")
    driver.wait_for(lambda: saved(driver))
    driver.window.close()


if __name__ == "__main__":
    sys.exit(run_with(visit))
