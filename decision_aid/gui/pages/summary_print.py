"""Printing the pages: on which printer, and how it went."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from decision_aid.base.errors import DecisionAidError
from decision_aid.gui.pages.summary_build import Wish
from decision_aid.workspace.snapshot import Snapshot

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from decision_aid.gui.print_card import PrintCard
    from decision_aid.report.pdf_pages import Paper

Ask = Callable[[QWidget, Snapshot, "Paper", int], "QPrinter | None"]
"""Asks for the printer, for pages of this paper and this many of them."""


def ask_system(
    parent: QWidget, snapshot: Snapshot, paper: "Paper", count: int
) -> "QPrinter | None":
    """Ask by the system's dialog; None when they change their mind.

    Raises:
        MachineError: There is no printer.
    """
    from decision_aid.gui.print_dialog import ask_printer  # noqa: PLC0415 - wanted for this only

    return ask_printer(parent, snapshot, paper, count)


class Printing(QObject):
    """Prints pages when it is asked to.

    Args:
        page: The page it is asked from.
        ask: Asks for the printer.

    Attributes:
        told: Emitted with a sentence: how it went.
        begun: Emitted when the first page is about to go to a printer.
    """

    told = Signal(str)
    begun = Signal()

    def __init__(self, page: QWidget, ask: Ask) -> None:
        super().__init__(page)
        self._page, self._ask = page, ask
        self._card: PrintCard | None = None

    def start(self, wish: Wish, data: bytes) -> None:
        """Ask for the printer, and print.

        Args:
            wish: What the pages were made from.
            data: The PDF's bytes.
        """
        # All of this is wanted when somebody prints, and not before.
        from decision_aid.gui.pdf_sheets import page_count  # noqa: PLC0415
        from decision_aid.gui.print_card import PrintCard  # noqa: PLC0415

        count = page_count(data)
        try:
            # Asked from the window: the page may end while a dialog of the system's own is open.
            printer = self._ask(self._page.window(), wish.snapshot, wish.paper, count)
        except DecisionAidError as problem:
            self.told.emit(str(problem))
            return
        if printer is not None and isValid(self):  # else it was cleared meanwhile
            if self._card is None:
                self._card = PrintCard(self._page.window())
                self._card.ended.connect(self.told)
            self.begun.emit()
            self._card.start(data, printer, count)
