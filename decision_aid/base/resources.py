"""Where the files that come with the program are."""

from functools import cache
from pathlib import Path


@cache
def resources_dir() -> Path:
    """The folder of packs, fonts, themes, instruments and examples.

    In a checkout it stands beside the program; in an installed wheel, inside it.
    """
    program = Path(__file__).resolve().parent.parent
    inside = program / "resources"
    return inside if inside.is_dir() else program.parent / "resources"
