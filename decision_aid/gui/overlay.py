"""A card over everything else in the window but its top bar; the keyboard stays with it."""

from typing import ClassVar, Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from decision_aid.base.language import N_
from decision_aid.gui import safe
from decision_aid.gui.enter_key import press_by_enter
from decision_aid.gui.into_sight import bring_into_sight
from decision_aid.gui.top_bar import TopBar
from decision_aid.gui.widgets.card import Card

_VEIL_ALPHA = 150
_SCROLLS: Final = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
"""Keys by which a card taller than the window is read."""

_DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly
"""Not by `children`: for one that is no widget, PySide gets to know every class of Qt: 25 ms."""


class Overlay(QWidget):
    """Covers its window. Fill `card`, then `open`.

    Where the window has a top bar, that stays free: help, the size of text and contrast are a press
    away under every card. F6 takes the keyboard there and back; nothing takes it anywhere else.

    Buttons that end a card stand in one order everywhere: at the right, with the primary one last.
    That is the one that goes on, or, where going on takes something away, the one that leaves
    everything as it is.

    Args:
        window: What it covers.
        title: Its heading.
        full: Whether it hides what it covers, or lets it be seen as through a veil. What is hidden
            is at rest meanwhile: no screen reader and no key can press what nobody sees.
        closable: Whether Escape closes it.
        much: Whether there is much to read on its card, which is then a wider one.

    Attributes:
        card: Where its content goes, below the heading.
        heading: Its heading.
        entry: What gets the keyboard when it opens; the heading, unless set otherwise.
        holds: What is gone for good when it is shut unasked, in a sentence; "" for nothing.
    """

    heard_as: ClassVar = "card"
    before_language: str = N_(
        "To choose another language, close the card that lies below this one first."
    )
    """What comes before another language can be chosen over it; "" where it is made anew then."""

    def __init__(
        self,
        window: QWidget,
        title: str,
        *,
        full: bool = False,
        closable: bool = True,
        much: bool = False,
    ) -> None:
        super().__init__(window)
        self._covered = window
        self._bar = window.findChild(TopBar)
        self._full = full
        self._closable = closable
        self._came_from: QWidget | None = None
        self._last: QWidget | None = None
        self._resting: list[QWidget] = []
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.heading = safe.label(title, "title")
        self.heading.setAccessibleName(title)
        self.entry: QWidget = self.heading
        self.holds = ""
        self.card = Card()
        self.card.add(self.heading)
        self.card.setProperty("place", "sheet" if much else "overlay")
        middle = QWidget()
        middle.setProperty("role", "clear")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, stretch=1000)
        row.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        scroll = self._scroll = QScrollArea()
        # To tell what the viewport is that Qt would make, Python has to get to know every kind of
        # widget there is, and that takes as long as showing a page.
        scroll.setViewport(QWidget())
        scroll.setProperty("role", "clear")
        scroll.setProperty("place", "veil")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self._frame.addWidget(scroll)
        self.hide()
        for one in (window, self._bar):
            if one is not None:
                one.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether it covers the window."""
        return not self.isHidden()

    def add_foot(self, foot: QWidget) -> None:
        """Add what stays in sight below the card while it scrolls."""
        self._frame.addWidget(foot)

    def open(self) -> None:
        """Cover the window and take the keyboard; one that is open already comes to the top."""
        if not self.is_open:
            self._came_from = QApplication.focusWidget()
            self._cover()
            self.show()
            self.raise_()
            self._put_to_rest()
            _application().focusChanged.connect(self._hold)
        self.raise_()
        self.setEnabled(True)  # one that hides all may have come over it
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.entry is not self.heading:
            bring_into_sight(self.entry)

    @property
    def is_whole(self) -> bool:
        """Whether all of the card is in sight, without scrolling."""
        return self._scroll.verticalScrollBar().maximum() == 0

    def read_from_top(self) -> None:
        """Show its top, and put the keyboard at its heading."""
        self._scroll.verticalScrollBar().setValue(0)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def shut(self) -> None:
        """Uncover the window and give the keyboard back."""
        if not self.is_open:
            return
        _application().focusChanged.disconnect(self._hold)
        self._wake()
        self.hide()
        for one in self._cards():
            if one.is_open:  # what this one woke may be hidden by another one
                one._put_to_rest()  # noqa: SLF001 - another one of these
        back, self._came_from = self._came_from, None
        if back is not None and _can_have_keyboard(back):
            back.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_into_sight(back)
        below = self._topmost()
        if below is not None:
            below.take_back()

    def dismiss(self) -> None:
        """What Escape does: shut it, unless a card asks first or goes on with something else."""
        self.shut()

    def take_back(self) -> None:
        """Take the keyboard to where it was last on the card, unless it is there."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            return
        last = self._last
        entry = last if last is not None and _can_have_keyboard(last) else self.entry
        entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it, where it may be closed; no key reaches what it covers."""
        if event.key() == Qt.Key.Key_Escape and self._closable:
            self.dismiss()
        elif event.key() == Qt.Key.Key_F6:
            self._enter_bar()
        elif (way := _SCROLLS.get(Qt.Key(event.key()))) is not None:
            self._scroll.verticalScrollBar().triggerAction(way)
        else:
            press_by_enter(event)
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Tab goes round inside it."""
        stops = self._stops()
        if not stops:
            return True
        focused = QApplication.focusWidget()
        step = 1 if next else -1
        place = stops.index(focused) + step if focused in stops else 0
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[place % len(stops)].setFocus(reason)
        self._scroll.ensureWidgetVisible(stops[place % len(stops)])
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what it covers, and answer keys pressed in the top bar beside it."""
        if event.type() == QEvent.Type.Resize:
            self._cover()
        elif watched is self._bar and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._answer_bar(event)
        return super().eventFilter(watched, event)

    def _answer_bar(self, event: QKeyEvent) -> bool:
        """Lead back from the top bar, or close; whether the key was one of these."""
        if not self.is_open or self._topmost() is not self:
            return False
        if event.key() == Qt.Key.Key_F6:
            self.take_back()
        elif event.key() == Qt.Key.Key_Escape and self._closable:
            self.dismiss()
        else:
            return False
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the veil, or hide what is behind it."""
        painter = QPainter(self)
        veil = self.palette().window().color() if self._full else QColor(20, 30, 36, _VEIL_ALPHA)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def _cover(self) -> None:
        free = 0 if self._bar is None else self._bar.geometry().bottom() + 1
        self.setGeometry(self._covered.rect().adjusted(0, free, 0, 0))

    def _put_to_rest(self) -> None:
        if not self._full:
            return
        beside = self._covered.findChildren(QWidget, options=_DIRECT)
        hidden = [one for one in beside if not isinstance(one, Overlay | TopBar)]
        awake = [one for one in hidden if one.isEnabled()]
        self._resting += awake
        cards = self._cards()
        for one in (*awake, *cards[: cards.index(self)]):
            one.setEnabled(False)

    def _wake(self) -> None:
        # The cards are not remembered: what is thrown away meanwhile is to end in memory, too.
        cards = self._cards() if self._full else []
        for one in (*filter(shiboken6.isValid, self._resting), *cards):
            one.setEnabled(True)
        self._resting = []

    def _topmost(self) -> "Overlay | None":
        """Of the cards open over the same window, the one that lies on the others."""
        return next((one for one in reversed(self._cards()) if one.is_open), None)

    def _cards(self) -> "list[Overlay]":
        """All cards over the same window, the one that lies on the others last."""
        return self._covered.findChildren(Overlay, options=_DIRECT)

    def _hold(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Fetch the keyboard back from what is covered, whatever took it there."""
        if new is None or not self._covered.isAncestorOf(new) or self._topmost() is not self:
            return
        if self.isAncestorOf(new):
            self._last = new
        elif self._bar is None or not self._bar.isAncestorOf(new):
            self.take_back()

    def _enter_bar(self) -> None:
        """Take the keyboard to the top bar; the same key leads back."""
        inside = self._bar.findChildren(QAbstractButton) if self._bar is not None else []
        for one in inside:
            if _can_have_keyboard(one):
                one.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _stops(self) -> list[QWidget]:
        """What Tab stops at, in reading order."""
        inside = self.findChildren(QWidget)
        tab = Qt.FocusPolicy.TabFocus.value
        return [
            one
            for one in inside
            if one.focusPolicy().value & tab and one.isVisible() and one.isEnabled()
        ]


def held_on(window: QWidget) -> str:
    """What is gone for good when the cards over a window are shut; "" for nothing."""
    cards = window.findChildren(Overlay)
    return next((one.holds for one in cards if one.is_open and one.holds), "")


def _can_have_keyboard(widget: QWidget) -> bool:
    return shiboken6.isValid(widget) and widget.isVisible() and widget.isEnabled()


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a card needs a running application")
    return app
