"""Python's garbage collector, kept on the thread of the window."""

import gc
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

EVERY: Final = 2000
"""Milliseconds from one look at what is due to the next."""


def collect_here(application: QApplication) -> None:
    """Collect on this thread from now on, and on no other.

    Left to itself, the collector runs on whatever thread makes the most objects. What belongs to Qt
    may end on the thread of the window only: a PDF made beside it could take the program down.

    Args:
        application: Keeps the timer.
    """
    gc.disable()
    # What is there now stays to the end: it need not be looked through ever again.
    gc.freeze()
    timer = QTimer(application)
    timer.timeout.connect(collect_due)
    timer.start(EVERY)


def collect_due() -> None:
    """Collect the oldest generation of objects that is due, if one is."""
    made = enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
    due = [generation for generation, (count, threshold) in made if count > threshold]
    if due:
        gc.collect(max(due))
