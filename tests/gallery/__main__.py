"""Draws every page in every state, every card and every widget, in every size, theme and language.

`python -m tests.gallery DIR`
"""

import argparse
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from decision_aid.content.packs import load_pack
from decision_aid.gui.startup import open_application
from decision_aid.gui.theme import TEXT_SIZES, THEMES
from PySide6.QtWidgets import QApplication

from tests.gallery.drawing import Look, Shown, draw, draw_cards, draw_widgets
from tests.gallery.states import states
from tests.pseudo import pseudo_pack, speaking_pseudo

LOOKS = (
    *(Look(theme, percent) for theme in THEMES for percent in TEXT_SIZES),
    *(Look("light", percent, is_pseudo=True) for percent in TEXT_SIZES),
)


def main() -> None:
    given = _given()
    given.into.mkdir(parents=True, exist_ok=True)
    if given.look is None:
        _at_once(given)
        return
    application = open_application()
    for look in (one for one in LOOKS if str(one) in given.look):
        with speaking_pseudo() if look.is_pseudo else nullcontext():
            _draw(application, look, given)


def _draw(application: QApplication, look: Look, given: argparse.Namespace) -> None:
    pack = pseudo_pack() if look.is_pseudo else load_pack("depression")
    for name, session in states(pack).items():
        if given.state in (None, name):
            drawn = len(tuple(draw(application, look, Shown(name, pack, session), given.into)))
            sys.stdout.write(f"{look} {name}: {drawn}\n")
    if given.state in (None, "cards"):
        shown = Shown("cards", pack, states(pack)["empty"])
        drawn = len(tuple(draw_cards(application, look, shown, given.into)))
        sys.stdout.write(f"{look} cards: {drawn}\n")
    if given.state in (None, "widgets"):
        draw_widgets(application, look, given.into)
        sys.stdout.write(f"{look} widgets: 1\n")


def _at_once(given: argparse.Namespace) -> None:
    """Share the looks between as many processes as there are processors."""
    share = max(1, min(os.cpu_count() or 1, len(LOOKS)))
    command = [sys.executable, "-m", "tests.gallery", str(given.into)]
    state = ["--state", given.state] if given.state else []
    started = [
        subprocess.Popen([*command, *state, "--look", *map(str, LOOKS[place::share])])
        for place in range(share)
    ]
    sys.exit(max(one.wait() for one in started))


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.gallery", description=__doc__)
    parser.add_argument("into", type=Path, metavar="DIR")
    parser.add_argument("--look", nargs="+", metavar="THEME-PERCENT", help="these looks only")
    parser.add_argument("--state", help="this state only, or only cards or widgets")
    return parser.parse_args()


main()
