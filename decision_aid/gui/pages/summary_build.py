"""Making the PDF and the note away from the window, so that it never stands still."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from decision_aid.base.errors import DecisionAidError
from decision_aid.workspace.snapshot import Snapshot

if TYPE_CHECKING:
    from decision_aid.report.document import PartId
    from decision_aid.report.pdf_pages import Paper
    from decision_aid.report.pdf_style import PrintSize

FAILED = "The PDF could not be made. Nothing you said was lost. Please try again."


@dataclass(frozen=True)
class Wish:
    """What is to be made.

    Attributes:
        snapshot: What was said and what follows.
        parts: Which parts, in the order of print.
        paper: The paper.
        on: The day to print.
        size: How large the print is.
    """

    snapshot: Snapshot
    parts: "tuple[PartId, ...]"
    paper: "Paper"
    on: date
    size: "PrintSize" = "normal"


class Builder(QObject):
    """Makes one PDF at a time; of wishes that come meanwhile, the newest is made next.

    Attributes:
        made: Emitted with the wish and its bytes.
        failed: Emitted with the wish and a sentence.
    """

    made = Signal(object, bytes)
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: Wish | None = None
        self._next: Wish | None = None
        self._reports = _Reports()
        self._reports.made.connect(self._tell_made)
        self._reports.failed.connect(self._tell_failed)

    def make(self, wish: Wish) -> None:
        """Make the PDF of this wish."""
        if self._running is not None:
            self._next = wish
            return
        self._running = wish
        _ = wish.snapshot.appraisal  # weighed here: the worker only reads
        QThreadPool.globalInstance().start(_Task(wish, self._reports))

    def _tell_made(self, wish: Wish, data: bytes) -> None:
        self.made.emit(wish, data)
        self._go_on()

    def _tell_failed(self, wish: Wish, sentence: str) -> None:
        self.failed.emit(wish, sentence)
        self._go_on()

    def _go_on(self) -> None:
        self._running, wish, self._next = None, self._next, None
        if wish is not None:
            self.make(wish)


def note(wish: Wish) -> str:
    """What is printed, as plain text."""
    from decision_aid.report.compose import compose  # noqa: PLC0415 - wanted at the last step only
    from decision_aid.report.text import render  # noqa: PLC0415 - as above

    return render(compose(wish.snapshot, on=wish.on, parts=wish.parts))


class _Reports(QObject):
    """Carries a result from the worker to the window's thread."""

    made = Signal(object, bytes)
    failed = Signal(object, str)


class _Task(QRunnable):
    def __init__(self, wish: Wish, reports: _Reports) -> None:
        super().__init__()
        self._wish, self._reports = wish, reports

    def run(self) -> None:
        from decision_aid.report.compose import compose  # noqa: PLC0415 - heavy, and only here
        from decision_aid.report.pdf import render  # noqa: PLC0415 - as above

        wish, sentence = self._wish, FAILED
        data = b""
        try:
            document = compose(wish.snapshot, on=wish.on, parts=wish.parts)
            data = render(document, paper=wish.paper, size=wish.size)
        except DecisionAidError as problem:
            sentence = str(problem)
        finally:  # whatever went wrong, the page is told, and the error itself goes on
            self._report(data, sentence)

    def _report(self, data: bytes, sentence: str) -> None:
        with suppress(RuntimeError):  # the program ended meanwhile: nobody is left to tell
            if data:
                self._reports.made.emit(self._wish, data)
            else:
                self._reports.failed.emit(self._wish, sentence)
