"""The installed program, walked and taken out of with the keys and the mouse of a real display."""

import subprocess
from pathlib import Path

from tests.journeys.desktop import Desktop, desktop, until
from tests.journeys.running import WORK

CONCERN = "Being awake for my daughter's school play"
MOST = "Matters most: A better chance to feel much better"
LEANING = "I am leaning towards: C  "
"""Each session has an order of its own for the options: which one it is, is seen there."""
PRINTED = (
    "Our shared decision",
    "Depression: choosing a treatment together",
    "This is not medical advice. Do not start, stop or change any medicine because of this",
)


def keys_to(window: Desktop, key: str, name: str) -> None:
    """Press a key again and again, until the keyboard is where it is wanted."""
    seen = [window.focused()]
    while not seen[-1][1].startswith(name):
        assert len(seen) < 100, f"{key} never came to {name}"
        window.key(key)
        seen.append(until(lambda: now if (now := window.focused()) != seen[-1] else None))


def walk_on(window: Desktop, title: str) -> None:
    keys_to(window, "F6", f"Next: {title}")
    window.key("Return")
    window.comes_to(title)


def save(window: Desktop, pdf: Path) -> None:
    window.one("Save PDF", "enabled")
    window.click("Save PDF")
    until(lambda: window.focused()[0] == "text")
    window.key("ctrl+a")
    window.type(str(pdf))
    window.key("Return")
    window.hear("Saved as")


def read(pdf: Path) -> str:
    """The words that stand in a PDF, with one space between them."""
    shown = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True)
    return " ".join(shown.stdout.split())


def test_a_visit_is_walked_and_saved_by_keys_and_mouse_and_the_program_ends_clean(
    tmp_path: Path,
) -> None:
    pdf = tmp_path / WORK / "visit.pdf"
    with desktop(tmp_path) as window:
        window.click("Who is here: A prescriber")
        window.one("Who is here: A prescriber", "checked")
        keys_to(window, "Tab", "How long we have: ")
        window.key("3")
        window.one("How long we have: 3 minutes", "checked")
        walk_on(window, "What matters")
        window.click(MOST)
        window.one(MOST, "checked")
        keys_to(window, "Tab", "New concern")
        window.type(CONCERN)
        window.click("Add concern")
        walk_on(window, "Options")
        window.click("Next: Decide")
        window.comes_to("Decide")
        window.click(LEANING)
        leaning = window.one(LEANING, "checked").name.removeprefix(LEANING)
        walk_on(window, "Summary")
        save(window, pdf)
        assert window.close() == (0, "")
    words = read(pdf)
    for one in (*PRINTED, CONCERN, f"I lean towards: {leaning} (C)"):
        assert one in words
