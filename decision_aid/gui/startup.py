"""Getting Qt to start, or saying plainly why it cannot."""

import builtins
import gc
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from decision_aid.base.errors import MachineError
from decision_aid.base.language import N_, _

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication

PACKAGES = (
    "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0 libxcb-icccm4 "
    "libxcb-keysyms1 libxcb-image0 libxcb-render-util0 libxkbcommon-x11-0"
)
"""What Qt needs of Debian or Ubuntu."""

NO_LIBRARY = N_(
    "The window cannot open because a system library Qt needs is missing. Nothing was changed. "
    "On Debian or Ubuntu, install them with: apt-get install {packages}"
)
NO_DISPLAY = N_(
    "The window cannot open because there is no display to show it on. Nothing was changed. "
    "Start it from a desktop session, or use 'decision-aid summary', which needs no display; "
    "if this is a desktop, install what Qt needs: apt-get install {packages}"
)


def open_application() -> "QApplication":
    """The Qt application, started.

    The garbage collector rests until the window is up: there is nothing for it on the way, and it
    would look everything through a dozen times.

    Raises:
        MachineError: There is no display, or a library Qt needs is missing.
    """
    if _headless():
        raise MachineError(_(NO_DISPLAY).format(packages=PACKAGES))
    gc.disable()
    try:
        from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415 - may be what is missing
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - may be what is missing
    except ImportError as error:
        raise MachineError(_(NO_LIBRARY).format(packages=PACKAGES)) from error
    _import_plainly()
    # Where the platform plugin fails, Qt ends the process itself and prints a screenful; the
    # handler is the only place left to say it in a sentence.
    earlier = qInstallMessageHandler(_startup_messages(_leave))
    try:
        # As an argument: a style taken in hand costs Python the time to get to know it.
        return QApplication([sys.argv[0], "-style", "fusion"])
    finally:
        qInstallMessageHandler(earlier)


def _import_plainly() -> None:
    """Import from now on as Python does.

    PySide wraps `import` and reads the source of every module that comes in, to see whether it may
    say `from __feature__ import ...`. None here does, and it would take a tenth of the start and as
    much of the first opening of each page.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _headless() -> bool:
    """Whether this is a Linux without any display and without a platform chosen by hand."""
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in shown)


def _startup_messages(
    leave: Callable[[], object],
) -> "Callable[[QtMsgType, QMessageLogContext, str], object]":
    """A Qt message handler that keeps quiet until Qt gives up."""

    def handle(kind: "QtMsgType", _context: "QMessageLogContext", _message: str) -> None:
        if kind.name == "QtFatalMsg":
            leave()

    return handle


def _leave() -> NoReturn:
    sys.stderr.write(_(NO_DISPLAY).format(packages=PACKAGES) + "\n")
    sys.stderr.flush()
    os._exit(MachineError.exit_code)
