"""A white surface with rounded corners that holds what belongs together."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from decision_aid.gui import safe
from decision_aid.gui.theme import dress_anew
from decision_aid.gui.widgets.mark import Tone

if TYPE_CHECKING:
    from decision_aid.gui.widgets.disclosure import Disclosure


class Card(QFrame):
    """A card. Fill `body`.

    Args:
        heading: Its heading; "" for none.
        tone: "neutral", "caution" or "gate".
        parent: Its parent.

    Attributes:
        body: Where its content goes.
        heading: Its heading.
    """

    heard_as: ClassVar = "section"

    def __init__(
        self, heading: str = "", *, tone: Tone = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setProperty("tone", tone)
        frame = self._frame = QVBoxLayout(self)
        frame.setContentsMargins(18, 16, 18, 16)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        frame.addLayout(self.body)
        frame.addStretch(1)  # a card taller than its content keeps it at the top
        self.heading = safe.label(heading, "heading")
        self.body.addWidget(self.heading)
        if not heading:
            self.heading.hide()

    def hold_folded(self, disclosure: "Disclosure") -> None:
        """Hold nothing but what opens in place; shut, it is no higher than its header needs."""
        self._frame.setContentsMargins(18, 4, 8, 4)
        disclosure.body.setContentsMargins(0, 4, 10, 12)
        self.add(disclosure)

    def tint(self, tone: Tone) -> None:
        """Give it another tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            dress_anew(self)

    def add(self, *content: QWidget | QLayout) -> None:
        """Add widgets and layouts below what is there."""
        for one in content:
            if isinstance(one, QWidget):
                self.body.addWidget(one)
            else:
                self.body.addLayout(one)


def column_of(*cards: QWidget) -> QWidget:
    """Cards one below the other, at the top of the room they have."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return made
