"""The whole program in a process of its own, its folders all below one, and a person at it."""

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from time import monotonic
from traceback import print_exception
from types import SimpleNamespace
from typing import Any, Final

FOLDERS: Final = {
    "HOME": "home",
    "TMPDIR": "tmp",
    "XDG_RUNTIME_DIR": "run",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.data",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_STATE_HOME": "home/.state",
}
OF_THE_SCREEN: Final = "This plugin does not support "
"""What Qt says of a screen that is not there."""
WORK: Final = "work"
ROOT: Final = Path(__file__).parents[2]


def made_folders(below: Path) -> dict[str, str]:
    """Make all the folders a program may write to; the environment that tells of them."""
    for name in (*FOLDERS.values(), WORK):
        (below / name).mkdir(parents=True, exist_ok=True)
    (below / "run").chmod(0o700)
    return {variable: str(below / name) for variable, name in FOLDERS.items()}


def everything(below: Path) -> dict[str, str]:
    """Every file, with a hash of what is in it, and every folder there is."""
    return {
        str(one.relative_to(below)): sha256(one.read_bytes()).hexdigest() if one.is_file() else ""
        for one in below.rglob("*")
    }


def start(below: Path, script: str, *words: str) -> "subprocess.Popen[str]":
    """Start a script of `tests.journeys` as the program of a user whose folders lie below one."""
    environment = {**os.environ, **made_folders(below), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.journeys.{script}", *words],
        cwd=below / WORK,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(program: "subprocess.Popen[str]", seconds: float = 60) -> str:
    """Wait for its end; what it printed."""
    out, err = program.communicate(timeout=seconds)
    assert program.returncode == 0, err
    assert of_ours(err) == []
    return out


def of_ours(err: str) -> list[str]:
    """What the program said of its own, line by line."""
    return [line for line in err.splitlines() if not line.startswith(OF_THE_SCREEN)]


def run_with(act: Callable[[Any], None]) -> int:
    """In that process: run the program as its command does, with a person who does something.

    Args:
        act: Called with the driver when the window is up.
    """
    from decision_aid.gui.startup import open_application  # noqa: PLC0415 - Qt in that process only

    application = open_application()
    from decision_aid.content.packs import load_pack  # noqa: PLC0415
    from decision_aid.gui.app import fresh_session, run  # noqa: PLC0415
    from decision_aid.gui.window import Window  # noqa: PLC0415
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from tests.gui.driver import Driver  # noqa: PLC0415

    def wait(fact: Callable[[], bool], timeout: int = 30_000) -> None:
        latest = monotonic() + timeout / 1000
        while not fact():
            assert monotonic() < latest, "it did not come"
            QTest.qWait(20)  # looking through the window takes some time, too

    def begin() -> None:
        (window,) = (one for one in application.topLevelWidgets() if isinstance(one, Window))
        driver = Driver(SimpleNamespace(waitUntil=wait), window)  # type: ignore[arg-type] # waits
        driver.paint()
        driver.visit = SimpleNamespace(window=window)  # type: ignore[assignment] # run has its own
        try:
            act(driver)
        except BaseException as error:  # noqa: BLE001 - it would end in the window's own edge
            print_exception(error)
            application.exit(1)

    QTimer.singleShot(300, begin)
    pack = load_pack("depression")
    return run(application, pack, fresh_session(pack))
