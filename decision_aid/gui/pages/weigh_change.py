"""What would change the line-up, and what the ratings come to."""

from PySide6.QtWidgets import QLabel

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.card import Card
from decision_aid.workspace.line_up_words import (
    change_sentences,
)
from decision_aid.workspace.ratings_words import equivalent_sentences, typical_sentences
from decision_aid.workspace.snapshot import Snapshot

LIKE_YOU = N_("Does that sound like you?")


class ChangeCard(Card):
    """What would change the first place, by criterion."""

    def __init__(self) -> None:
        super().__init__(_("What would change it?"))
        self._changes = Bullets(role="cell")
        self.add(self._changes)

    def present(self, snapshot: Snapshot) -> None:
        """Show what would change the first place, and what would not."""
        self._changes.say(change_sentences(snapshot))


class WorthCard(Card):
    """What the ratings come to, to compare oneself with; shown where there is something to tell."""

    def __init__(self) -> None:
        super().__init__(_("What your ratings come to"))
        self._told = Bullets(role="cell")
        self.add(self._told, safe.label(_(LIKE_YOU), "small_strong"))

    def present(self, snapshot: Snapshot) -> None:
        """Show what is worth as much as what, and what those care about whom others fit best."""
        told = (*equivalent_sentences(snapshot, "you"), *typical_sentences(snapshot, "you"))
        self._told.say(told)
        self.setVisible(bool(told))


def write(label: QLabel, text: str) -> None:
    """Put a text on a label, unless it is there: laying it out anew takes time."""
    shown = safe.breakable(text)
    if label.text() != shown:
        label.setText(shown)
