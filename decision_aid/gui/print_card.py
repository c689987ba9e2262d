"""The card that is open while pages go to the printer."""

from threading import Event
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QProgressBar, QWidget

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.aside import Aside
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.printing import NOT_TAKEN, Job, chosen_pages, send
from decision_aid.gui.widgets.pdf_page_bar import place_of

STOPPING: Final = N_("Stopping after this page …")


class PrintCard(Overlay):
    """Prints while it is open; help in the bar above it stays in reach.

    Args:
        window: What it covers.

    Attributes:
        ended: Emitted with a sentence: how it went.
    """

    ended = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _("Printing"), closable=False)
        self._reports = _Reports()
        self._reports.went.connect(self._show)
        self._halt = Event()
        self._aside = Aside(send, _(NOT_TAKEN), self)
        self._aside.done.connect(self._end)
        self._aside.failed.connect(self._end)
        self._line = safe.label()
        self._went = QProgressBar()
        self._went.setTextVisible(False)
        self._went.setAccessibleName(_("Pages sent to the printer"))
        self._stop = safe.button(_("Stop printing"), "primary")
        self._stop.clicked.connect(self._stop_printing)
        self.entry = self._stop
        self.card.add(self._line, self._went)
        self.card.body.addWidget(self._stop, alignment=Qt.AlignmentFlag.AlignRight)

    def start(self, data: bytes, printer: QPrinter, count: int) -> None:
        """Open it and print. Nothing of the pages is kept.

        Args:
            data: The PDF's bytes.
            printer: Where, and how it was chosen to be done.
            count: How many pages there are.
        """
        pages = chosen_pages(printer, count)
        self._halt = Event()
        self._went.setRange(0, len(pages))
        self._show(0)
        self.open()
        self._aside.order(Job(data, printer, pages, self._reports.went.emit, self._halt))

    def _show(self, went: int) -> None:
        count = self._went.maximum()
        self._went.setValue(went)
        if not self._halt.is_set():
            self._line.setText(place_of(min(went, count - 1), count))

    def _stop_printing(self) -> None:
        self._halt.set()
        self._line.setText(_(STOPPING))

    def _end(self, _job: object, sentence: str) -> None:
        self.shut()
        self.ended.emit(sentence)


class _Reports(QObject):
    """Carries the count of pages from the printing thread to the window's."""

    went = Signal(int)
