"""A desktop of its own for the real program: a screen, buses, a screen reader, keys and a mouse."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import pytest

from tests.journeys.running import ROOT, WORK, made_folders
from tests.journeys.title_bar import close

T = TypeVar("T")
LONGEST: Final = 20.0
"""Seconds anything may take to come."""
_BETWEEN: Final = 0.02
"""Seconds from one look to the next."""
_TITLE: Final = "Decision aid"
_LAUNCHER: Final = Path("/usr/libexec/at-spi-bus-launcher")
_PYTHON: Final = "/usr/bin/python3"


def missing() -> str:
    """What this machine lacks for it; "" for nothing."""
    wanted = ("Xvfb", "dbus-daemon", "xdotool")
    lacks = [one for one in wanted if shutil.which(one) is None]
    lacks += [] if _LAUNCHER.exists() else ["at-spi2-core"]
    tried = [_PYTHON, "-c", "import gi"]
    has_reader = (
        Path(_PYTHON).exists()
        and not subprocess.run(tried, check=False, capture_output=True).returncode
    )
    return ", ".join([*lacks, *([] if has_reader else ["python3-gi"])])


def until(fact: Callable[[], T | None]) -> T:
    """Look until something is so; gives what was found."""
    latest = time.monotonic() + LONGEST
    while not (found := fact()):
        assert time.monotonic() < latest, "it did not come"
        time.sleep(_BETWEEN)
    return found


@dataclass(frozen=True)
class Told:
    """What a screen reader is told of one element."""

    role: str
    name: str


class Desktop:
    """The real program on it, and a person who may see, hear, type and press.

    Args:
        program: The program.
        reader: The screen reader.
        environment: What all on it is started with.
    """

    def __init__(
        self,
        program: "subprocess.Popen[str]",
        reader: "subprocess.Popen[str]",
        environment: Mapping[str, str],
    ) -> None:
        self._program, self._reader, self._environment = program, reader, environment

    def tree(self, *states: str) -> list[Told]:
        """The windows, and all that is to be seen on them in these states, in reading order."""
        return [Told(role, name) for role, name in self._ask("tree", states) or []]

    def one(self, name: str, *states: str) -> Told:
        """The first element whose name starts like this, once it is there in these states."""
        return Told(*until(lambda: self._ask("find", name, states)))

    def press(self, name: str) -> None:
        """Press as a screen reader does."""
        assert until(lambda: self._ask("press", name))

    def write(self, text: str, within: str) -> None:
        """Write into a line as a screen reader does."""
        assert until(lambda: self._ask("write", text, within))

    def hear(self, sentence: str) -> None:
        """Wait until it is announced."""
        until(lambda: sentence in " ".join(self._ask("said") or []))

    def key(self, *keys: str) -> None:
        """Press keys on the keyboard."""
        self._xdotool("key", *keys)

    def type(self, text: str) -> None:
        """Type a text on the keyboard."""
        self._xdotool("type", "--delay", "1", text)

    def click(self, name: str) -> None:
        """Press the mouse in the middle of an element that has come to rest."""
        place = until(lambda: self._at_rest(name))
        self._xdotool("mousemove", *map(str, place), "click", "1")

    def focus_window(self, title: str) -> None:
        """Give a window the keyboard, as the window manager would that is not here."""
        self._xdotool("search", "--sync", "--onlyvisible", "--name", title, "windowfocus")

    def focused(self) -> tuple[str, str]:
        """Role and name of what got the keyboard last."""
        role, name, *_ = self._ask("place") or ("", "")
        return role, name

    def comes_to(self, title: str) -> None:
        """Wait until a step is the current one, and the keyboard at its heading."""

        def look() -> bool:
            told = self._ask("place") or []
            return len(told) == 3 and told[0] == "heading" and told[2].endswith(f": {title}")

        until(look)

    def close(self) -> tuple[int, str]:
        """Close the window by its title bar; the exit code, and what was written of errors."""
        window = self._xdotool("search", "--onlyvisible", "--name", _TITLE)
        close(int(window), self._environment["DISPLAY"])
        _, errors = self._program.communicate(timeout=LONGEST)
        return self._program.returncode, errors

    def _at_rest(self, name: str) -> tuple[int, int] | None:
        """The middle of an element; None while it is not there or moves."""
        before = self._ask("box", name)
        time.sleep(_BETWEEN)
        if before is None or self._ask("box", name) != before:
            return None
        left, top, width, height = before
        return left + width // 2, top + height // 2

    def _xdotool(self, *words: str) -> str:
        asked = ["xdotool", *words]
        done = subprocess.run(
            asked, env=dict(self._environment), check=True, capture_output=True, text=True
        )
        return done.stdout

    def _ask(self, *asked: object) -> Any:
        return _asked(self._reader, *asked)


@contextmanager
def desktop(below: Path) -> Iterator[Desktop]:
    """Start all of it, the folders of its user below one; end it all."""
    if lacks := missing():
        pytest.skip(f"this machine has no {lacks}")
    with ExitStack() as stack:
        environment = {
            **made_folders(below),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
        environment["DISPLAY"] = f":{_first_line(stack, screen, environment)}"
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        environment["DBUS_SESSION_BUS_ADDRESS"] = _first_line(stack, bus, environment)
        _started(stack, [str(_LAUNCHER), "--launch-immediately"], environment)
        reading = [_PYTHON, str(Path(__file__).with_name("screen_reader.py"))]
        reader = _started(stack, reading, environment)
        # First: a program that comes before all of that is there may never be heard.
        until(lambda: _asked(reader, "listen"))
        aid = [str(Path(sys.executable).with_name("decision-aid"))]
        program = _started(stack, aid, environment, below / WORK)
        made = Desktop(program, reader, environment)
        made.one("What should we do")
        made.focus_window(_TITLE)
        made.one("What should we do", "focused")
        yield made
        assert not program.poll(), "the program ended with an error"


def _asked(reader: "subprocess.Popen[str]", *asked: object) -> Any:
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write(json.dumps(asked) + "\n")
    reader.stdin.flush()
    return json.loads(reader.stdout.readline())


def _first_line(stack: ExitStack, command: list[str], environment: Mapping[str, str]) -> str:
    started = _started(stack, command, environment)
    assert started.stdout is not None
    return started.stdout.readline().strip()


def _started(
    stack: ExitStack,
    command: list[str],
    environment: Mapping[str, str],
    folder: Path | None = None,
) -> "subprocess.Popen[str]":
    started = subprocess.Popen(
        command,
        env=dict(environment),
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    stack.callback(_end, started)
    return started


def _end(started: "subprocess.Popen[str]") -> None:
    """End it and whatever it started; what it writes to may be held by those."""
    if started.poll() is None:
        os.killpg(started.pid, signal.SIGTERM)
        started.wait()
    for one in (started.stdin, started.stdout, started.stderr):
        if one is not None:
            one.close()
