"""A PDF's own pages, drawn one below the other, with their text for those who do not see them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from decision_aid.gui import safe

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_WIDEST: Final = 760
"""A page is not drawn wider than this, in pixels."""


@dataclass(frozen=True)
class _Page:
    """A page on the screen and its place in the PDF."""

    number: int
    label: QLabel


class PdfPages(QWidget):
    """The pages of one PDF, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[_Page, ...] = ()
        self._document: PdfDocument | None = None
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
        from pypdfium2 import PdfDocument  # noqa: PLC0415 - heavy; wanted at the last step only

        if self._document is not None:
            self._document.close()
        self._document = PdfDocument(data)
        for old in self._pages:
            old.label.hide()
            old.label.deleteLater()
        count = len(self._document)
        self._pages = tuple(self._page(number, count) for number in range(count))
        self._draw(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pages at the new width."""
        if event.size().width() != event.oldSize().width():
            self._draw(event.size().width())

    def text(self, number: int) -> str:
        """The text of a page, counted from 0."""
        if self._document is None:
            return ""
        return str(self._document[number].get_textpage().get_text_bounded())

    def _page(self, number: int, count: int) -> _Page:
        label = safe.label()
        label.setProperty("role", "paper")
        label.setFrameShape(QFrame.Shape.NoFrame)
        label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        label.setAccessibleName(f"Page {number + 1} of {count}")
        label.setAccessibleDescription(self.text(number))
        self._column.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)
        return _Page(number, label)

    def _draw(self, width: int) -> None:
        for page in self._pages:
            picture = self._picture(page.number, min(width, _WIDEST) - 2)
            page.label.setPixmap(picture)
            size = picture.deviceIndependentSize().toSize()
            page.label.setFixedSize(size.width() + 2, size.height() + 2)

    def _picture(self, number: int, width: int) -> QPixmap:
        """A page as wide as this, as sharp as the screen."""
        if self._document is None:
            return QPixmap()
        page, ratio = self._document[number], self.devicePixelRatioF()
        drawn = page.render(scale=width * ratio / page.get_width(), prefer_bgrx=True)
        points = bytes(drawn.buffer)  # the image only borrows them
        form = QImage.Format.Format_RGB32
        image = QImage(points, drawn.width, drawn.height, drawn.stride, form)
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(ratio)
        return picture
