"""A program that starts writers one after the other and kills each in the midst of its work.

It imports once and then forks, so that a kill costs milliseconds. Each line on its input is
`delay in microseconds, folder`; it answers each with a line when the writer is dead.
"""

import contextlib
import importlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

Work = Callable[[Path, Callable[[], object]], None]
"""Works in a folder without end, and calls its second argument when it has begun."""


class Killer:
    """Kills writers of one kind."""

    def __init__(self, talk: "subprocess.Popen[str]") -> None:
        self._talk = talk

    def kill(self, folder: Path, microseconds: int) -> None:
        """Start a writer in a folder and kill it so long after it has begun."""
        asked, answers = _pipes(self._talk)
        asked.write(f"{microseconds} {folder}\n")
        asked.flush()
        said = answers.readline().strip()
        if said != "killed":
            raise AssertionError(f"The writer ended by itself: {said}")


def _pipes(talk: "subprocess.Popen[str]") -> tuple[IO[str], IO[str]]:
    if talk.stdin is None or talk.stdout is None:
        raise AssertionError("The killer was started without pipes.")
    return talk.stdin, talk.stdout


@contextlib.contextmanager
def killer(work: str) -> Iterator[Killer]:
    """Start the program for the work `package.module:function`."""
    words = [sys.executable, "-m", "tests.store.torture.kills", work]
    with subprocess.Popen(words, stdin=-1, stdout=-1, text=True) as talk:
        yield Killer(talk)
        _pipes(talk)[0].close()


def _kill_one(work: Work, microseconds: int, folder: Path) -> str:
    began, begins = os.pipe()
    child = os.fork()
    if child == 0:
        work(folder, lambda: os.write(begins, b"!"))
        os._exit(1)
    os.close(begins)
    os.read(began, 1)
    os.close(began)
    time.sleep(microseconds / 1e6)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return "killed" if os.WIFSIGNALED(status) else f"exit {os.WEXITSTATUS(status)}"


def main() -> None:
    module, function = sys.argv[1].split(":")
    work: Work = getattr(importlib.import_module(module), function)
    for line in sys.stdin:
        microseconds, folder = line.rstrip("\n").split(" ", 1)
        print(_kill_one(work, int(microseconds), Path(folder)), flush=True)  # noqa: T201 - answer


if __name__ == "__main__":
    main()
