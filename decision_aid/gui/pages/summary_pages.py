"""The pages as they will print, and that they are being made."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.pdf_pages import PdfPages
from decision_aid.gui.widgets.progress import Progress

MAKING: Final = N_("Making the pages …")


class PagesCard(Card):
    """The pages, or a sentence where there are none."""

    def __init__(self) -> None:
        super().__init__(_("The pages"))
        self._making = Progress(_(MAKING))
        self._told = safe.label()
        self._told.hide()
        self._pages = PdfPages()
        self._pages.hide()
        self._pages.drawn.connect(self._making.end)
        head = QHBoxLayout()
        head.addWidget(self.heading, stretch=1)
        head.addWidget(self._making)
        self.add(head, self._told, self._pages)

    def wait(self) -> None:
        """Other pages are on their way; those that are shown stay until then."""
        self._told.hide()
        self._making.begin()

    def show_pdf(self, data: bytes) -> None:
        """Show the pages of these bytes."""
        self._pages.show()
        self._pages.show_pdf(data)

    def tell(self, sentence: str) -> None:
        """Say why there are no pages."""
        self._making.end()
        self._pages.hide()
        self._told.setText(sentence)
        self._told.show()
        announce(self, sentence)

    def zoom_by(self, step: int) -> None:
        """Show the page one size smaller (-1) or larger (1)."""
        self._pages.zoom_by(step)
