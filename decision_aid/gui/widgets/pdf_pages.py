"""A PDF's own pages, drawn one below the other, with their text for those who do not see them."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from decision_aid.gui import safe

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

_WIDEST: Final = 760
"""A page is not drawn wider than this, in pixels."""


class PdfPages(QWidget):
    """The pages of one PDF, as wide as there is room.

    Attributes:
        count: How many pages are shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QLabel] = []
        self._buffer: QBuffer | None = None
        self._document: QPdfDocument | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self.setMinimumWidth(240)

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return len(self._pages)

    def show_pdf(self, data: bytes) -> None:
        """Show the pages of these bytes in place of those before."""
        from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415 - heavy; wanted at the last step only

        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._buffer.setData(data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._make_pages()
        self._draw(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pages at the new width."""
        if event.size().width() != event.oldSize().width():
            self._draw(event.size().width())

    def text(self, page: int) -> str:
        """The text of a page, counted from 0."""
        return self._document.getAllText(page).text() if self._document else ""

    def _make_pages(self) -> None:
        for old in self._pages:
            old.hide()
            old.deleteLater()
        count = self._document.pageCount() if self._document else 0
        self._pages = [self._page(number, count) for number in range(1, count + 1)]

    def _page(self, number: int, count: int) -> QLabel:
        page = safe.label()
        page.setProperty("role", "paper")
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        page.setAccessibleName(f"Page {number} of {count}")
        page.setAccessibleDescription(self.text(number - 1))
        self._column.addWidget(page, alignment=Qt.AlignmentFlag.AlignHCenter)
        return page

    def _draw(self, width: int) -> None:
        for number, page in enumerate(self._pages):
            image = self._image(number, min(width, _WIDEST) - 2)
            page.setPixmap(QPixmap.fromImage(image))
            page.setFixedSize(image.deviceIndependentSize().toSize() + QSize(2, 2))

    def _image(self, number: int, width: int) -> QImage:
        if self._document is None:
            return QImage()
        size = self._document.pagePointSize(number)
        ratio = self.devicePixelRatioF()
        across = max(1, round(width * ratio))
        down = round(across * size.height() / size.width())
        image = QImage(across, down, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        drawn = self._document.render(number, QSize(across, down))  # its ground is transparent
        painter = QPainter(image)
        painter.drawImage(0, 0, drawn)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image
