"""What every step's page is: a heading, a lead and a body that scrolls as one."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from decision_aid.gui import safe
from decision_aid.gui.widgets.page_area import PageArea
from decision_aid.gui.widgets.sticky import Sticky
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

_NESTED: Final = 9
"""Layouts within layouts on a page, at most: a change climbs from one to the next at a time."""


class Content(QWidget):
    """As tall as it needs at its width; its texts would ask for more, as if they were narrow."""

    def minimumSizeHint(self) -> QSize:
        """Its least width."""
        return QSize(super().minimumSizeHint().width(), 0)


class StepPage(QWidget):
    """One step. A subclass fills `body` and overrides `present`.

    Args:
        workspace: Where changes go.
        title: The heading.
        lead: One or two sentences under it; "" for none.

    Attributes:
        workspace: Where changes go; a page reads what it shows from the snapshot it is given.
        heading: The heading's label; gets the focus when the step is opened, but no stop of Tab.
        body: Where the page's content goes, below the lead.
        asks: Emitted with a `decision_aid.gui.requests.Request` for the window.
    """

    asks = Signal(object)

    def __init__(self, workspace: Workspace, *, title: str, lead: str) -> None:
        super().__init__()
        self.workspace = workspace
        self.heading = safe.label(title, "title")
        self.heading.setAccessibleName(title)
        self._content = Content()
        self._content.setProperty("role", "ground")
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(32, 24, 32, 32)
        self.body.setSpacing(16)
        self.body.addWidget(self.heading)
        self._lead = safe.label(lead, "lead")
        if lead:
            self.body.addLayout(safe.measured(self._lead))
        self._under_lead = self.body.count()
        self._scroll = PageArea()
        self._scroll.setWidget(self._content)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self._scroll)

    def present(self, snapshot: Snapshot) -> None:
        """Show this moment. Nothing here may reach the workspace."""
        raise NotImplementedError

    def present_in_parts(self, snapshot: Snapshot) -> Iterator[None]:
        """Show this moment part by part, while nobody sees the page: no part takes long.

        Whoever opens it meanwhile sees to it by `present` that all of it is shown.
        """
        self.present(snapshot)
        yield

    def take_back(self) -> None:
        """Take back what the page put outside of the window; nothing where it puts nothing."""

    def hand_over(self) -> object:
        """End what is under way, and give what was chosen here and stands in no session."""
        return None

    def take_over(self, chosen: object) -> None:
        """Have chosen what a page that this one takes the place of gave."""

    def entitle(self, title: str, lead: str) -> None:
        """Give it another heading and lead, where what it can show has changed."""
        if self.heading.text() != title:
            self.heading.setText(title)
            self.heading.setAccessibleName(title)
            self._lead.setText(lead)

    def put_under_lead(self, strip: QWidget, stop: QWidget) -> None:
        """Put a strip above all of the body.

        Args:
            strip: The strip.
            stop: Its one stop of Tab, which comes before all others of the page.
        """
        # Here, not above: the first window comes up without a strip.
        from decision_aid.gui.widgets.reading_order import in_reading_order  # noqa: PLC0415

        after = next(in_reading_order(self._content), None)
        self.body.insertWidget(self._under_lead, strip)
        if after is not None:  # behind it, and then it behind the strip
            QWidget.setTabOrder(after, stop)
            QWidget.setTabOrder(stop, after)

    @property
    def opened(self) -> tuple[str, ...]:
        """Ids of the pack's cards that are read on it now, for a screen that follows."""
        return ()

    @property
    def content_width(self) -> int:
        """Width of what scrolls, in pixels."""
        return self._content.width()

    @property
    def seen_width(self) -> int:
        """Width of what is seen of it, in pixels."""
        return self._scroll.viewport().width()

    def keep_in_sight(self, aside: Sticky) -> None:
        """Let a part of the body stay in sight while the page scrolls."""
        aside.follow(self._scroll)

    @property
    def area(self) -> PageArea:
        """What it scrolls in."""
        return self._scroll

    def bring_up(self, widget: QWidget) -> None:
        """Scroll so that a widget of the body is seen."""
        # What was opened a moment ago has its place only once the layouts have been told.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.ensureWidgetVisible(widget, 0, 24)
        self._scroll.uncover(widget)

    def bring_to_top(self, widget: QWidget) -> None:
        """Scroll so that what is seen begins with a widget of the body, as far as there is room."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        top = widget.mapTo(self._content, QPoint(0, 0)).y()
        self._scroll.verticalScrollBar().setValue(top - 24)

    @contextmanager
    def keyboard_in_place(self) -> Iterator[None]:
        """Whatever comes or goes above what has the keyboard, that stays where it is seen.

        A hand that is not steady would else press the next row with its second press.
        """
        focused = QApplication.focusWidget()
        if focused is None or not self._content.isAncestorOf(focused):
            yield
            return
        before = focused.mapTo(self, QPoint(0, 0)).y()
        yield
        if not isValid(focused) or not focused.isVisible():
            return
        for _round in range(_NESTED):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + focused.mapTo(self, QPoint(0, 0)).y() - before)

    def to_top(self) -> None:
        """Scroll to the heading."""
        self._scroll.verticalScrollBar().setValue(0)
