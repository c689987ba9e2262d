"""Checks packs in children of this process, each within bounds, and tells what each one cost.

Run as `python -m tests.content.hostile_probe FOLDER...`; prints a line of JSON for each folder. In
place of a folder, one of `CONTROLS` shows that what should be caught is caught.
"""

import gc
import json
import os
import resource
import sys
from datetime import date
from pathlib import Path
from typing import Any

from decision_aid.base.locale_words import number_words, or_words
from decision_aid.base.resources import resources_dir
from decision_aid.content.checks.run import check_pack

from tests.content.small_pack import SMALL

TODAY = date(2026, 11, 23)
MOST_SECONDS = 1
MOST_BYTES = 200_000_000
DOING = ("open", "os.system", "os.exec", "os.posix_spawn", "subprocess.Popen", "socket.connect")


def hang() -> None:
    while True:
        pass


def eat() -> None:
    bytearray(2 * MOST_BYTES)


def stray() -> None:
    Path(os.devnull).open("rb").close()


CONTROLS = {"hang": hang, "eat": eat, "stray": stray}


def checked(given: str) -> dict[str, Any]:
    """What the check says of a pack, and everything outside it that was opened or run."""
    folder = Path(given)
    allowed = folder.resolve(), resources_dir()
    strayed: list[str] = []

    def watch(event: str, given: tuple[Any, ...]) -> None:
        again = event == "open" and isinstance(given[0], int)  # what was opened, by its number
        if event in DOING and not again and not (event == "open" and _within(given[0], allowed)):
            strayed.append(f"{event} {given[0]}")

    sys.addaudithook(watch)
    if given in CONTROLS:
        CONTROLS[given]()
        return {"told": [], "strayed": strayed}
    found = check_pack(folder, today=TODAY)
    told = [(one.code, one.problem.file, one.problem.line, one.problem.text) for one in found]
    return {"told": told, "strayed": strayed}


def _within(path: object, allowed: tuple[Path, Path]) -> bool:
    real = Path(os.path.realpath(str(path)))
    return any(real.is_relative_to(one) for one in allowed)


def in_a_child(given: str) -> dict[str, Any]:
    """The same in a child that the machine ends when it takes too long or too much."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_address_space() + MOST_BYTES,) * 2)
        with os.fdopen(writing, "w") as out:
            json.dump(checked(given), out)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read()
    _, status, used = os.wait4(child, 0)
    cost = {
        "ended": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "bytes": 1024 * used.ru_maxrss,
    }
    return cost | (json.loads(told) if told else {"told": [], "strayed": []})


def _address_space() -> int:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    check_pack(SMALL, today=TODAY)  # what is imported late is there before the bounds are
    number_words(1)
    or_words(("yes", "no"))
    gc.freeze()  # a child that looks through what is there would copy all of it
    for name in sys.argv[1:]:
        sys.stdout.write(json.dumps(in_a_child(name)) + "\n")
        sys.stdout.flush()
