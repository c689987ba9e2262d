"""A PDF's own pages, one at a time: as a picture of any size, or as text."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.aside import Aside
from decision_aid.gui.pdf_sheets import Drawn, Order, draw
from decision_aid.gui.widgets.pdf_page_bar import PageBar, place_of
from decision_aid.gui.widgets.pdf_paper import Paper
from decision_aid.gui.widgets.read_text import ReadText
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice

FIT: Final = "fit"
ZOOMS: Final[tuple[int, ...]] = (100, 150, 200)
"""Sizes of a page on the screen against paper, in percent; `FIT` comes before them."""
_PIXELS: Final = 96 / 72
"""Pixels for each point at 100 %."""
_GAP: Final = 8
NOT_DRAWN: Final = N_("This page could not be shown. You can still save and print it.")


class PdfPages(QWidget):
    """The pages of one PDF.

    The bar that turns the pages stays in sight while what it stands in scrolls.

    Attributes:
        drawn: Emitted when a page is there to be seen.
    """

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data = b""
        self._number = 0
        self._wanted: Order | None = None
        self._shown: Drawn | None = None
        self._around: QScrollArea | None = None
        self._aside = Aside(draw, _(NOT_DRAWN), self)
        self._zoom = SegmentedChoice(_("Zoom"), _zooms(), can_unchoose=False)
        self._zoom.choose(FIT)
        self._as_text = safe.button(_("Read as text"), "small")
        self._as_text.setCheckable(True)
        self._as_text.setAccessibleDescription(_("The words of the page in place of its picture."))
        self._bar = PageBar()
        self._paper = Paper(self._bar.pan)
        self._text = ReadText()
        self._text.hide()
        self._failed = safe.label()
        self._failed.hide()
        self._lay_out()
        self._connect()
        self.setMinimumWidth(240)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._shown.count if self._shown else 0

    @property
    def is_drawn(self) -> bool:
        """Whether what is shown is what is wanted."""
        return self._shown is not None and self._wanted is None

    @property
    def text(self) -> str:
        """What the page that is shown says."""
        return self._shown.text if self._shown else ""

    @property
    def zoom(self) -> object:
        """Percent, or "fit" where the page fills the width."""
        return self._zoom.value

    def show_pdf(self, data: bytes) -> None:
        """Show the pages of these bytes, as near as there is to the page seen before."""
        self._data = data
        self._order()

    def turn_to(self, number: int) -> None:
        """Show another page, from its top.

        Args:
            number: The page, counted from 0.
        """
        self._number = max(0, min(number, self.count - 1))
        announce(self, place_of(self._number, self.count))
        self._order()
        self._to_top()

    def zoom_by(self, step: int) -> None:
        """Show the page one size smaller or larger, as far as there is one.

        Args:
            step: -1 or 1.
        """
        if self._as_text.isChecked():
            return
        sizes = [FIT, *ZOOMS]
        now = self._zoom.value
        if now in ZOOMS:
            wanted = sizes[max(0, min(sizes.index(now) + step, len(sizes) - 1))]
        else:
            wanted = self._beside_fit(step)
        self._zoom.choose(wanted)
        self._order()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw a page that is to fill the width at the new one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._zoom.value == FIT:
            self._order()
        self._stick()

    def showEvent(self, event: QShowEvent) -> None:
        """Find what it stands in, whose scrolling the bar follows."""
        super().showEvent(event)
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and self._around is None:
            self._around = around
            around.verticalScrollBar().valueChanged.connect(self._stick)

    def event(self, event: QEvent) -> bool:
        """Keep the bar in sight when the layout has put it in its place."""
        told = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._stick()
        return told

    def _lay_out(self) -> None:
        tools = RowOrColumn(gap=12)
        tools.stack_by(_GAP)
        tools.addWidget(self._zoom)
        tools.addWidget(self._as_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addLayout(tools)
        for one in (self._bar, self._failed, self._paper, self._text):
            column.addWidget(one)

    def _connect(self) -> None:
        self._zoom.chosen.connect(lambda _value: self._order())
        self._as_text.toggled.connect(self._show_as_text)
        self._bar.turned.connect(lambda way: self.turn_to(self._number + way))
        self._paper.pulled.connect(self._pull)
        self._text.reading_at.connect(self._follow)
        self._aside.done.connect(self._show)
        self._aside.failed.connect(self._tell_failed)

    def _order(self) -> None:
        """Have the page drawn as it is wanted now."""
        if not self._data:
            return
        ratio = self.devicePixelRatioF()
        zoom = self._zoom.value
        if isinstance(zoom, int):
            order = Order(self._data, self._number, scale=zoom / 100 * _PIXELS * ratio)
        else:
            order = Order(self._data, self._number, width=round(self._paper.room() * ratio))
        self._wanted = order
        self._aside.order(order)

    def _show(self, order: Order, drawn: Drawn) -> None:
        if order is not self._wanted:
            return  # another is on its way
        self._wanted, self._shown, self._number = None, drawn, drawn.number
        name = place_of(drawn.number, drawn.count)
        self._paper.show_picture(drawn.image, self.devicePixelRatioF(), name)
        self._text.setAccessibleName(_text_name(drawn))
        self._text.show_text(drawn.text)
        self._bar.show_place(drawn.number, drawn.count)
        self._failed.hide()
        self.drawn.emit()

    def _tell_failed(self, order: Order, sentence: str) -> None:
        if order is self._wanted:
            self._failed.setText(sentence)
            self._failed.show()

    def _show_as_text(self, wanted: bool) -> None:  # noqa: FBT001 - a toggle's own value
        self._text.setVisible(wanted)
        self._paper.setVisible(not wanted)
        self._zoom.setEnabled(not wanted)
        self._bar.pan.setVisible(not wanted and self._bar.pan.maximum() > 0)

    def _beside_fit(self, step: int) -> object:
        """The size next to that which fills the width, smaller (-1) or larger (1)."""
        now = self._percent_of_fit()
        beyond = [one for one in ZOOMS if (one - now) * step > 0]
        return (min if step > 0 else max)(beyond, default=FIT)

    def _percent_of_fit(self) -> float:
        """How large a page that fills the width is, in percent."""
        width = self._shown.points[0] if self._shown else 1.0
        return 100 * self._paper.room() / (width * _PIXELS)

    def _stick(self) -> None:
        """Put the bar where it is in sight: in its place, or at the top of what is seen."""
        if self._around is None:
            return
        below = self._text if self._text.isVisible() else self._paper
        home = below.y() - _GAP - self._bar.height()
        seen = self._around.viewport()
        top = -self.mapTo(seen, QPoint(0, 0)).y()
        small = 4 * self._bar.height() < seen.height()
        last = max(home, self.height() - self._bar.height())
        self._bar.move(0, max(home, min(top, last)) if small else home)
        self._bar.raise_()

    def _to_top(self) -> None:
        """Scroll back to the top of the page, where it is above what is seen."""
        if self._around is None:
            return
        top = self.mapTo(self._around.viewport(), QPoint(0, 0)).y()
        if top < 0:
            bar = self._around.verticalScrollBar()
            bar.setValue(bar.value() + top)

    def _pull(self, down: int) -> None:
        if self._around is not None:
            bar = self._around.verticalScrollBar()
            bar.setValue(bar.value() - down)

    def _follow(self, caret: QRect) -> None:
        """Keep the line that is read in sight."""
        content = self._around.widget() if self._around is not None else None
        if self._around is not None and content is not None and self._text.hasFocus():
            at = self._text.mapTo(content, caret.center())
            self._around.ensureVisible(at.x(), at.y(), 0, 2 * self._bar.height())


def _zooms() -> tuple[tuple[object, str], ...]:
    # Translators: percent as you write it; some languages leave the space out.
    percents = ((one, _("{percent} %").format(percent=number_words(one))) for one in ZOOMS)
    return ((FIT, _("Fit width")), *percents)


def _text_name(drawn: Drawn) -> str:
    name = _("Page {number} of {count} as text")
    return name.format(number=number_words(drawn.number + 1), count=number_words(drawn.count))
