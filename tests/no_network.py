"""Finds out any socket that is made for a network, whoever swallows the error."""

import socket
import sys
from pathlib import Path
from types import FrameType
from typing import Any, Final

USED: Final[list[str]] = []
"""What was tried and not yet told by a test."""

_PACKAGE: Final = str(Path(__file__).parents[1] / "decision_aid")
_LOOK_UPS: Final = frozenset({"getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo"})
_USES: Final = frozenset({"connect", "bind", "sendto", "sendmsg"})


class NetworkUsedError(Exception):
    """Something reached for a network."""


def watch() -> None:
    """From now on each socket for a network, and each look-up of a name, fails and is noted.

    A socket of this computer's own (AF_UNIX) is refused to the program only: tools of the tests
    may talk to each other.
    """
    sys.addaudithook(_heard)


def _heard(event: str, said: tuple[Any, ...]) -> None:
    if event.startswith("socket.") and _is_refused(event.removeprefix("socket."), said):
        USED.append(event)
        raise NetworkUsedError(event)


def _is_refused(what: str, said: tuple[Any, ...]) -> bool:
    if what in _LOOK_UPS:
        return True
    if what == "__new__":
        return said[1] != socket.AF_UNIX or _is_by_the_program()
    return what in _USES and (said[0].family != socket.AF_UNIX or _is_by_the_program())


def _is_by_the_program() -> bool:
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        if frame.f_code.co_filename.startswith(_PACKAGE):
            return True
        frame = frame.f_back
    return False
