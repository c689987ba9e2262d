"""Choosing a printer, with help one press away where the dialog is Qt's own."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from decision_aid.base.errors import MachineError
from decision_aid.base.language import N_, _
from decision_aid.gui.focus_ring import FocusRing
from decision_aid.gui.help_bar import HelpBar
from decision_aid.gui.printing import prepared
from decision_aid.gui.theme import worn
from decision_aid.workspace.snapshot import Snapshot

if TYPE_CHECKING:
    from decision_aid.report.pdf_pages import Paper

TITLE: Final = N_("Print the summary")
NO_PRINTER: Final = N_(
    "No printer was found. Nothing was lost. Save the PDF and print it elsewhere, or set up a "
    "printer and try again."
)
_LEAST: Final = (640, 560)
"""Least width and height in pixels."""


def ask_printer(
    parent: QWidget, snapshot: Snapshot, paper: "Paper", count: int, *, title: str = ""
) -> QPrinter | None:
    """Ask where and how to print; None when they change their mind.

    Args:
        parent: What it is asked from.
        snapshot: This moment; whom to call in a crisis comes from it.
        paper: The paper the pages were made for.
        count: How many pages there are.
        title: What it is for; "" for the summary.

    Raises:
        MachineError: There is no printer.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise MachineError(_(NO_PRINTER))
    printer = prepared(paper)
    dialog = PrintDialog(parent, snapshot, printer, count, title)
    accepted = dialog.exec()
    dialog.deleteLater()
    return printer if accepted else None


class PrintDialog(QPrintDialog):
    """The system's dialog for printing.

    On Linux it is Qt's own, and help stands in it. On Windows and macOS it is the system's, in
    which nothing of ours can stand; help is in reach again as soon as it is closed. It cannot be
    left out there: only it knows what the printers can do.

    Printing to a file is not offered: "Save PDF…" does that, and never leaves half a file.

    Args:
        parent: What it is asked from.
        snapshot: This moment.
        printer: What is chosen goes there.
        count: How many pages there are.
        title: What it is for; "" for the summary.

    Attributes:
        help: Whom to call in a crisis.
    """

    def __init__(
        self,
        parent: QWidget,
        snapshot: Snapshot,
        printer: QPrinter,
        count: int,
        title: str = "",
    ) -> None:
        super().__init__(printer, parent)
        title = title or _(TITLE)
        self._printer = printer  # Qt does not own it, and the dialog looks at it to the last
        self.setWindowTitle(title)
        # Not the whole program waits: help on the patient screen stays in reach.
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
        self.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        self.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
        self.setMinMax(1, count)
        self.setFromTo(1, count)
        self.help = HelpBar(self, snapshot, title)
        self._make_room()
        self._ring = FocusRing(self)

    def accept(self) -> None:
        """Print; not while help is open over it."""
        if not self.help.is_open:
            super().accept()

    def reject(self) -> None:
        """Close it with nothing printed; not while help is open over it."""
        if not self.help.is_open:
            super().reject()

    def _make_room(self) -> None:
        """Room for help over it, and for a finger."""
        self.setMinimumSize(*_LEAST)
        for one in self.findChildren(QWidget):
            if isinstance(one, QComboBox | QSpinBox):
                one.setMinimumHeight(worn().size["target"])
