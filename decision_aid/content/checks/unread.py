"""A check on what lies in a pack's folder and is never read. Nothing of it is opened."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from decision_aid.base.language import _
from decision_aid.content.built import built_file
from decision_aid.content.checks.check import Check, Checked, Found
from decision_aid.content.languages import languages
from decision_aid.content.nodes import Place
from decision_aid.content.packs import STRUCTURE_FILES
from decision_aid.content.wording import short

_FOR_PEOPLE: Final = ("LICENSE", "README", ".git")
"""How names begin that nobody takes for content."""

MOST_LISTED: Final = 1000
"""Names of a folder that are looked at, so that a huge one cannot hold us up."""


def _unread_files(checked: Checked) -> Iterator[Found]:
    """An author may take a picture or a second file of texts for something people get to see."""
    folder, shown = checked.read.folder, checked.read.shown
    known = languages(folder)
    built = tuple(built_file(folder, language).name for language in known)
    yield from _unread(folder, shown, (*STRUCTURE_FILES, *built, "text"))
    yield from _unread(folder / "text", f"{shown}/text", tuple(f"{one}.yaml" for one in known))


def _unread(folder: Path, shown: str, read: tuple[str, ...]) -> Iterator[Found]:
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in islice(entries, MOST_LISTED))
    for name in names:
        if name not in read and not name.startswith(_FOR_PEOPLE):
            sentence = _(
                "The program never reads this. Take it out, or give it the name of a part."
            )
            yield Place(f"{shown}/{_printable(name)}", 1), sentence


def _printable(name: str) -> str:
    """A name on one line, without what could move the cursor of a terminal."""
    return short("".join(one if one.isprintable() else "?" for one in name))


CHECKS: Final = (Check("unread_file", "warning", _unread_files),)
