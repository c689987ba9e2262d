"""What was said so far, most important first, with buttons to order what matters the same."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.domain.session import Session
from decision_aid.gui import safe
from decision_aid.workspace import wording
from decision_aid.workspace.changes.matters import SetOrder
from decision_aid.workspace.snapshot import Snapshot


@dataclass(frozen=True)
class Said:
    """A criterion that was rated.

    Attributes:
        criterion: Its id.
        name: Its name.
        importance: What was said, in words.
        up: The order if it moved up one place; None where it cannot.
        down: The order if it moved down one place; None where it cannot.
    """

    criterion: str
    name: str
    importance: str
    up: tuple[str, ...] | None
    down: tuple[str, ...] | None


def sorted_ratings(session: Session) -> list[Rating]:
    """Ratings by importance, then by the order given, then as they were rated."""
    order = {criterion: place for place, criterion in enumerate(session.order)}
    last = len(order)
    sure = [one for one in session.ratings if one.importance != NOT_SURE]
    return sorted(sure, key=lambda one: (-int(one.importance), order.get(one.criterion, last)))


def said(snapshot: Snapshot) -> tuple[Said, ...]:
    """What was said of the criteria offered, most important first; "not sure" is not among them."""
    offered = {criterion.id for criterion in snapshot.criteria}
    ratings = [one for one in sorted_ratings(snapshot.session) if one.criterion in offered]
    return tuple(_said(snapshot, ratings, place) for place in range(len(ratings)))


def _said(snapshot: Snapshot, ratings: list[Rating], place: int) -> Said:
    mine, ordered = ratings[place], snapshot.session.order
    return Said(
        criterion=mine.criterion,
        name=snapshot.pack.criterion(mine.criterion).name,
        importance=wording.importance_words(mine.importance),
        up=_swapped(ratings, ordered, place - 1),
        down=_swapped(ratings, ordered, place),
    )


def _swapped(ratings: list[Rating], ordered: tuple[str, ...], upper: int) -> tuple[str, ...] | None:
    """The order with a rating and the next one exchanged, None unless they matter the same.

    Of those of the same importance, only the ones down to the two are put in order: nothing was
    said of the others.
    """
    lower = upper + 1
    if upper < 0 or lower >= len(ratings):
        return None
    same = ratings[upper].importance
    if ratings[lower].importance != same:
        return None
    placed = {one.criterion for one in ratings[: lower + 1] if one.importance == same}
    line = [*ratings[:upper], ratings[lower], ratings[upper], *ratings[lower + 1 :]]
    return tuple(one.criterion for one in line if one.criterion in placed | set(ordered))


class SaidList(QWidget):
    """The list of what was said, with its buttons.

    Args:
        apply: Where a new order goes.
    """

    def __init__(self, apply: Callable[[SetOrder], None]) -> None:
        super().__init__()
        self._apply = apply
        self._rows: list[_SaidRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_said(self, lines: tuple[Said, ...]) -> None:
        """Show these lines; rows there are used again."""
        while len(self._rows) < len(lines):
            row = _SaidRow(self._apply)
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(lines))
            if place < len(lines):
                row.show_line(place + 1, lines[place])


class _SaidRow(QWidget):
    def __init__(self, apply: Callable[[SetOrder], None]) -> None:
        super().__init__()
        self._apply = apply
        self._text, self._importance = safe.label(), safe.label("", "small")
        self._up, self._down = safe.button("↑", "quiet"), safe.button("↓", "quiet")
        self._orders: dict[str, tuple[str, ...] | None] = {}
        self._up.clicked.connect(lambda: self._move("up"))
        self._down.clicked.connect(lambda: self._move("down"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._importance)
        row.addLayout(words, 1)
        for arrow in (self._up, self._down):
            row.addWidget(arrow, alignment=Qt.AlignmentFlag.AlignTop)

    def show_line(self, number: int, line: Said) -> None:
        self._orders = {"up": line.up, "down": line.down}
        self._text.setText(f"{number}. {line.name}")
        self._importance.setText(line.importance)
        for arrow, way, order in ((self._up, "up", line.up), (self._down, "down", line.down)):
            arrow.setAccessibleName(f"Move {way}: {line.name}")
            arrow.setVisible(line.up is not None or line.down is not None)
            arrow.setEnabled(order is not None)

    def _move(self, way: str) -> None:
        order = self._orders.get(way)
        if order is not None:
            self._apply(SetOrder(order))
