"""The card that is open while pages go to the printer."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressBar, QWidget

from decision_aid.gui import safe
from decision_aid.gui.aside import Aside
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.printing import NOT_TAKEN, Job, chosen_pages, send
from decision_aid.gui.widgets.pdf_page_bar import place_of

STOPPING: Final = "Stopping after this page …"


class PrintCard(Overlay):
    """Prints while it is open; help in the bar above it stays in reach.

    Args:
        window: What it covers.
        data: The PDF's bytes.
        printer: Where, and how it was chosen to be done.
        count: How many pages there are.

    Attributes:
        ended: Emitted with a sentence: how it went.
    """

    ended = Signal(str)

    def __init__(self, window: QWidget, data: bytes, printer: QPrinter, count: int) -> None:
        super().__init__(window, "Printing", closable=False)
        self._reports = _Reports()
        self._reports.went.connect(self._show)
        pages = chosen_pages(printer, count)
        self._job = Job(data, printer, pages, self._reports.went.emit)
        self._aside = Aside(send, NOT_TAKEN, self)
        self._aside.done.connect(lambda _, sentence: self._end(sentence))
        self._aside.failed.connect(lambda _, sentence: self._end(sentence))
        self._line = safe.label()
        self._went = QProgressBar()
        self._went.setRange(0, len(pages))
        self._went.setTextVisible(False)
        self._went.setAccessibleName("Pages sent to the printer")
        self._stop = safe.button("Stop printing", "primary")
        self._stop.clicked.connect(self._stop_printing)
        self.entry = self._stop
        self.card.add(self._line, self._went)
        self.card.body.addWidget(self._stop, alignment=Qt.AlignmentFlag.AlignRight)
        self._show(0)

    def start(self) -> None:
        """Open it and print."""
        self.open()
        self._aside.order(self._job)

    def _show(self, went: int) -> None:
        count = len(self._job.pages)
        self._went.setValue(went)
        if not self._job.stop.is_set():
            self._line.setText(place_of(min(went, count - 1), count))

    def _stop_printing(self) -> None:
        self._job.stop.set()
        self._line.setText(STOPPING)

    def _end(self, sentence: str) -> None:
        self.shut()
        self.ended.emit(sentence)
        self.deleteLater()


class _Reports(QObject):
    """Carries the count of pages from the printing thread to the window's."""

    went = Signal(int)
