"""Opening the files of a pack or a session without trusting them."""

import os
import stat
from pathlib import Path
from typing import Final

from decision_aid.base.errors import ProblemsError
from decision_aid.base.language import _
from decision_aid.content.nodes import Node, Place
from decision_aid.content.yaml_events import read_yaml

LARGEST_FILE: Final = 1024 * 1024
"""Bytes of the largest file that is read."""


def read_file(path: Path, shown: str, inside: Path | None = None, *, escapes: bool = False) -> Node:
    """The tree of one YAML file.

    Args:
        path: The file.
        shown: Its name in problems.
        inside: The folder it must lie in once every symbolic link is followed; None for a file
            the person named themselves.
        escapes: Whether a value may hold invisible characters that are written as escapes.

    Raises:
        ProblemsError: The file was refused, or what is in it.
        FileNotFoundError: There is no such file.
    """
    return read_yaml(_content(path, shown, inside), shown, escapes=escapes)


def _content(path: Path, shown: str, inside: Path | None) -> bytes:
    try:
        real = path.resolve(strict=True)
        if inside is not None and not real.is_relative_to(inside.resolve()):
            raise _refused(shown, _("This file is a link that leads out of its folder."))
        _check(real.stat(), shown)
        return _bounded(real, shown)
    except FileNotFoundError:
        raise
    except (OSError, RuntimeError, ValueError) as error:
        raise _refused(shown, _("This file cannot be opened. Check its permissions.")) from error


def _check(status: os.stat_result, shown: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise _refused(shown, _("This is not an ordinary file."))
    if status.st_size > LARGEST_FILE:
        raise _refused(shown, _("This file is larger than 1 MiB, the most that is read."))


def _bounded(real: Path, shown: str) -> bytes:
    # The file may be swapped after it was looked at: never wait on it, never follow, look again.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(real, flags | getattr(os, "O_BINARY", 0)), "rb") as file:
        _check(os.fstat(file.fileno()), shown)
        content = file.read(LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise _refused(shown, _("This file is larger than 1 MiB, the most that is read."))
    return content


def _refused(shown: str, sentence: str) -> ProblemsError:
    return ProblemsError((Place(shown, 1).problem(sentence, "refused_file"),))
