"""The short path: the one, two or three things that matter most, in order."""

from collections.abc import Callable
from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import number_words
from decision_aid.domain.answers import MOST
from decision_aid.domain.criteria import Criterion
from decision_aid.gui import safe
from decision_aid.gui.pages.matters_criteria import first_and_rest, grouped, show_more
from decision_aid.gui.theme import worn
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.pressable import Pressable
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace.changes.matters import PickMost, sorted_ratings
from decision_aid.workspace.matters_words import own_places, range_line
from decision_aid.workspace.snapshot import Snapshot

MOST_PICKED: Final = 3
"""So many are picked here; more can be rated "Most" one by one."""

HOW: Final = N_("Pick one, or up to three, in order. Press one again to take it back.")
ENOUGH: Final = N_(
    "That is enough to see a line-up. You can say more below. Press one again to take it back."
)
FULL: Final = N_("Three are picked, and that is enough to see a line-up. You can say more below.")


class PickTile(Pressable):
    """One criterion to pick, with the place it was picked in.

    Args:
        criterion: The criterion.
    """

    heard_as: ClassVar = "toggle"

    def __init__(self, criterion: Criterion) -> None:
        super().__init__(_("Matters most: {criterion}").format(criterion=criterion.name))
        self._span = safe.label("", "small")
        self._number = ""
        self.body.setSpacing(0)
        self._keep_room()
        self.add(safe.label(safe.breakable(criterion.name), "strong"), self._span)
        self.body.addStretch(1)

    def present(self, place: int | None, span: str, *, can_pick: bool) -> None:
        """Show it.

        Args:
            place: Its place among those picked, from 1; None where it is not picked.
            span: How far the options lie apart on it.
            can_pick: Whether one more can be picked.
        """
        self._number = "" if place is None else number_words(place)
        self._span.setText(span)
        self.setChecked(place is not None)
        self.setEnabled(can_pick or place is not None)
        said = "" if place is None else _("Picked, place {number}.").format(number=self._number)
        self.setAccessibleDescription(f"{said} {span}".lstrip())
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for a number of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_room()

    def nextCheckState(self) -> None:
        """It is picked when the session says so, not when it is pressed."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw a tile with a place for its number."""
        theme, painter = worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.underMouse() and self.isEnabled()
        ground = "brand_soft" if self._number else "sunken" if hovered else "surface"
        inset = 1.0 if self._number else 0.5
        painter.setBrush(theme.colour(ground))
        edge = "brand" if self._number else "edge" if self.isEnabled() else "line"
        painter.setPen(QPen(theme.colour(edge), 2 * inset))
        area = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(area, theme.size["radius"], theme.size["radius"])
        self._draw_number(painter)
        painter.end()

    def _draw_number(self, painter: QPainter) -> None:
        theme = worn()
        mark = QRectF(10, 11, self._side(), self._side())
        edge = "brand" if self._number else "edge" if self.isEnabled() else "line"
        painter.setPen(QPen(theme.colour(edge), 2))
        painter.setBrush(theme.colour("brand" if self._number else "surface"))
        painter.drawEllipse(mark)
        font = self.font()
        font.setPixelSize(theme.type["small"])
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.colour("on_brand"))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, self._number)

    def _keep_room(self) -> None:
        self.body.setContentsMargins(20 + self._side(), 8, 12, 8)

    def _side(self) -> int:
        return round(worn().type["body"] * 22 / 16)


class MostPicks(QWidget):
    """The tiles, two side by side, with what a pick means.

    Args:
        apply: Where a pick goes.
        arranged: Called after tiles came or went, so that Tab can be put in order.
    """

    def __init__(self, apply: Callable[[PickMost], None], arranged: Callable[[], None]) -> None:
        super().__init__()
        self._apply, self._arranged = apply, arranged
        self._tiles: dict[tuple[str, str], PickTile] = {}
        self._panes: list[QWidget] = []
        self._says = safe.label(_(HOW))
        self._rest = Disclosure(_("Show more"), name=_("Show more to pick from"))
        first = QWidget()
        self._first = QVBoxLayout(first)
        self._first.setContentsMargins(0, 0, 0, 0)
        self._first.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._says)
        column.addWidget(first)
        column.addWidget(self._rest)

    def present(self, snapshot: Snapshot) -> None:
        """Show what is picked: what is rated "Most", here or one by one."""
        keys = [(one.id, one.name) for one in snapshot.criteria]
        if keys != list(self._tiles):
            self._arrange(snapshot.criteria)
        picked = picks(snapshot)
        for one in snapshot.criteria:
            place = picked.index(one.id) + 1 if one.id in picked else None
            span = _span(one, snapshot)
            self._tiles[one.id, one.name].present(place, span, can_pick=len(picked) < MOST_PICKED)
        # One label for all three, so that nothing moves below the pointer.
        self._says.setText(
            _(FULL) if len(picked) >= MOST_PICKED else _(ENOUGH) if picked else _(HOW)
        )

    def _arrange(self, offered: tuple[Criterion, ...]) -> None:
        for pane in self._panes:
            pane.hide()
            pane.deleteLater()
        self._tiles = {(one.id, one.name): self._tile(one) for one in offered}
        first, rest = first_and_rest(offered)
        self._panes = [*self._pairs(self._first, first), *self._pairs(self._rest.body, rest)]
        self._rest.entitle(show_more(len(rest)))
        self._rest.setVisible(bool(rest))
        self._arranged()

    def _pairs(self, layout: QVBoxLayout, criteria: tuple[Criterion, ...]) -> list[QWidget]:
        tiles = [
            self._tiles[one.id, one.name]
            for _title, members in grouped(criteria)
            for one in members
        ]
        panes = []
        for place in range(0, len(tiles), 2):
            pane = QWidget()
            row = RowOrColumn(pane, gap=8, shares=(1, 1), row_from=520)
            for tile in (*tiles[place : place + 2], QWidget())[:2]:
                row.addWidget(tile)
            layout.addWidget(pane)
            panes.append(pane)
        return panes

    def _tile(self, criterion: Criterion) -> PickTile:
        made = PickTile(criterion)
        made.clicked.connect(
            lambda: self._apply(PickMost(criterion.id, picked=not made.isChecked()))
        )
        return made


def _span(criterion: Criterion, snapshot: Snapshot) -> str:
    return own_places(criterion, snapshot) or range_line(criterion, snapshot)


def picks(snapshot: Snapshot) -> tuple[str, ...]:
    """Ids of the criteria offered that are rated "Most", in order."""
    offered = {criterion.id for criterion in snapshot.criteria}
    rated = sorted_ratings(snapshot.session)
    return tuple(
        one.criterion for one in rated if one.importance == MOST and one.criterion in offered
    )
