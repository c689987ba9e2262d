"""The patient screen: a second window in large type that shows the step and takes no answers."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QScreen,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.session import StepId
from decision_aid.gui import safe
from decision_aid.gui.enter_key import press_by_enter
from decision_aid.gui.focus_ring import FocusRing
from decision_aid.gui.help_key import HelpKey
from decision_aid.gui.pages.step_page import Content
from decision_aid.gui.patient_blocks import Sections
from decision_aid.gui.theme import Theme, dress
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.patient_view.blocks import PatientView

TITLE: Final = N_("Decision aid: patient screen")
"""The window's title, whatever it shows: never a word of a person or of a step."""

CALM: Final = N_("One moment, please.")
SHOWS: Final = N_("This screen only shows. What you say is written down on the other one.")
MORE: Final = N_("There is more below.")
_HEADING: Final = 0.3
"""Of the height of the screen: a heading that takes more scrolls with what is below it."""
_EDGE: Final = 32
"""Beside everything on it, in pixels."""
_GAP: Final = 8
"""Between a sentence and the buttons beside it, in pixels."""
_NESTED: Final = 9
"""Layouts within layouts on it, at most: a change climbs from one to the next at a time."""


class PatientScreen(QWidget):
    """Shows a `PatientView`, or a calm page with nothing on it; the way to help stays.

    Attributes:
        hide_wanted: Emitted when it is to be blanked.
        help_wanted: Emitted when help is wanted.
        closed: Emitted when it was closed.
    """

    hide_wanted = Signal()
    help_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view: PatientView | None = None
        self._step: StepId | None = None
        self._heading = safe.label("", "title")
        self._lead = safe.label()
        self._sections = Sections()
        self._shows, self._more = safe.label("", "small"), safe.label("", "small")
        self._wanted = safe.button("", "help")
        self._hide, self._close = safe.button("", "small"), safe.button("", "small")
        self._shows_at_end = safe.label("", "small")
        self._foot, self._buttons = QStackedLayout(), QWidget()
        self._scroll = self._make_scroll()
        self._sheet = self._make_sheet()
        self._calm = safe.label("", "heading")
        self._calm.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._calm.hide()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addLayout(self._make_head())
        frame.addWidget(self._sheet, stretch=1)
        frame.addWidget(self._calm, stretch=1)
        self.speak()
        self._heading.setFocus()
        self._ring = FocusRing(self)
        HelpKey(self, self.help_wanted.emit)
        # In every window, also in a dialog that keeps the provider's own from being used.
        hide = QShortcut(QKeySequence("F9"), self, self.hide_wanted.emit)
        hide.setContext(Qt.ShortcutContext.ApplicationShortcut)
        QShortcut(QKeySequence("Ctrl+Shift+P"), self, self.close)

    def speak(self) -> None:
        """Say what never changes in the language spoken now."""
        self.setWindowTitle(_(TITLE))
        self.setAccessibleName(_("Patient screen"))
        for label, text in ((self._calm, CALM), (self._shows_at_end, SHOWS), (self._more, MORE)):
            label.setText(_(text))
        safe.write(self._wanted, _("Need help now?"))
        safe.write(self._hide, _("Hide (F9)"), name=_("Hide this screen"))
        safe.write(self._close, _("Close"), name=_("Close the patient screen"))
        self._place_sentence()

    def show_view(self, view: PatientView, step: StepId) -> None:
        """Show a step, from its top where it or its topic is new; what is there already stays."""
        if step != self._step or self._view is None or view.title != self._view.title:
            self._scroll.verticalScrollBar().setValue(0)
        self._step = step
        if view == self._view:
            return
        self._view = view
        for label, text in ((self._heading, view.title), (self._lead, view.lead)):
            label.setText(safe.breakable(text))
            label.setAccessibleName(text)
        self._lead.setVisible(bool(view.lead))
        self._sections.show_sections(view.sections, view.columns)
        self._calm.hide()
        self._sheet.show()
        self._place_heading()
        self._settle()

    def blank(self) -> None:
        """Show the calm page at once; what was there is thrown away, not only covered."""
        self._view = self._step = None
        self._sheet.hide()
        self._calm.show()
        self.repaint()
        for label in (self._heading, self._lead):
            label.setText("")
            label.setAccessibleName("")
        self._sections.show_sections((), 1)

    def wear(self, theme: Theme) -> None:
        """Put a theme on it."""
        dress(self, theme)
        self._sections.arrange()
        self._place_heading()
        self._place_sentence()

    def turn_page(self, way: int) -> None:
        """Go a page down (1) or up (-1)."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + way * bar.pageStep() * 4 // 5)

    def place(self, beside: QWidget) -> bool:
        """Take all of another monitor; with one only, the right half of it, as a window to move.

        Args:
            beside: The window of the provider.

        Returns:
            Whether it has a monitor of its own.
        """
        screens = QGuiApplication.screens()
        mine = beside.screen() if beside.screen() in screens else screens[0]
        other = other_screen(mine, screens)
        if other is not None:
            self.setScreen(other)
            self.setGeometry(other.availableGeometry())
            self.showFullScreen()
            return True
        room = mine.availableGeometry()
        self.setGeometry(room.adjusted(room.width() // 2, room.height() // 12, 0, 0))
        self.showNormal()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button; arrows and Page keys go through what is long."""
        if not press_by_enter(event):
            self._scroll.verticalScrollBar().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it was closed."""
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See where its heading fits, and the sentence at its foot."""
        super().resizeEvent(event)
        self._place_heading()
        self._place_sentence()

    def _place_heading(self) -> None:
        """Keep the heading in sight at the top; one that is very high there scrolls with the rest.

        Large print is larger still on this screen: a heading may fill it.
        """
        # Not by the layout's own place: it has none while a change is on its way.
        edges = self._head.contentsMargins()
        head = self.width() - edges.left() - edges.right() - self._head.spacing()
        high = self._heading.heightForWidth(head - self._wanted.sizeHint().width())
        into = self._head if high <= self.height() * _HEADING else self._column
        if into.indexOf(self._heading) < 0:
            into.insertWidget(0, self._heading, int(into is self._head))
            self._heading.lower()  # it is read first
            self._heading.setFocus()

    def _place_sentence(self) -> None:
        """Say at the foot that it only shows, where that takes one line; else at the page's end.

        The foot is as high as the higher of its sentences, whichever is seen: in large print it
        would leave little of the page.
        """
        room = self.width() - 2 * _EDGE - _GAP - self._buttons.sizeHint().width()
        self._shows.ensurePolished()
        fits = self._shows.fontMetrics().horizontalAdvance(_(SHOWS)) <= room
        self._shows.setText(_(SHOWS) if fits else "")
        self._shows_at_end.setHidden(fits)

    def _settle(self) -> None:
        """Give everything its place now: how much there is below is known, and drawn once."""
        for _layer in range(_NESTED):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _make_scroll(self) -> QScrollArea:
        inside = Content()
        inside.setProperty("role", "ground")
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(32, 8, 32, 24)
        column.setSpacing(16)
        column.addWidget(self._lead)
        column.addWidget(self._sections)
        column.addStretch(1)
        column.addWidget(self._shows_at_end)
        made = QScrollArea()
        made.setViewport(QWidget())  # see `overlay.py`
        made.setProperty("role", "ground")
        made.setWidgetResizable(True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setWidget(inside)
        bar = made.verticalScrollBar()
        bar.rangeChanged.connect(self._tell_more)
        bar.valueChanged.connect(self._tell_more)
        return made

    def _make_sheet(self) -> QWidget:
        made = QWidget()
        made.setProperty("role", "ground")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, stretch=1)
        column.addWidget(self._make_foot())
        return made

    def _make_head(self) -> QHBoxLayout:
        row = self._head = QHBoxLayout()
        row.setContentsMargins(32, 24, 32, 16)
        row.setSpacing(24)
        row.addWidget(self._heading, stretch=1)
        row.addStretch()
        self._wanted.clicked.connect(self.help_wanted)
        row.addWidget(self._wanted, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def _make_foot(self) -> QFrame:
        made = QFrame()
        made.setProperty("role", "bottom_bar")
        made.setContentsMargins(_EDGE, 8, _EDGE, 8)
        said = QWidget()
        said.setLayout(self._foot)
        for label in (self._shows, self._more):
            self._foot.addWidget(label)
        self._hide.clicked.connect(self.hide_wanted)
        self._close.clicked.connect(self.close)
        beside = QHBoxLayout(self._buttons)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(_GAP)
        beside.addStretch()
        for button in (self._hide, self._close):
            beside.addWidget(button)
        row = RowOrColumn(made, gap=_GAP, grow_first=True)
        row.addWidget(said)
        row.addWidget(self._buttons)
        return made

    def _tell_more(self) -> None:
        bar = self._scroll.verticalScrollBar()
        self._foot.setCurrentIndex(int(bar.value() < bar.maximum()))


def other_screen(mine: QScreen, screens: Sequence[QScreen]) -> QScreen | None:
    """A monitor that shows nothing of the provider's; None where there is none, or a mirror only.

    Args:
        mine: The provider's own.
        screens: All of them.
    """
    apart = (one for one in screens if not one.geometry().intersects(mine.geometry()))
    return next(apart, None)
