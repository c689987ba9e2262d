"""What would change the line-up, what the ratings come to, and what the line-up rests on."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel

from decision_aid.gui import safe
from decision_aid.gui.widgets.card import Card
from decision_aid.workspace.line_up_words import (
    again_sentence,
    basis_sentences,
    change_sentences,
    equivalent_sentences,
    typical_sentences,
)
from decision_aid.workspace.snapshot import Snapshot

LIKE_YOU = "Does that sound like you?"


class ChangeCard(Card):
    """What would change the first place, by criterion."""

    def __init__(self) -> None:
        super().__init__("What would change it?")
        self._changes = safe.label("", "cell")
        self.add(self._changes)

    def present(self, snapshot: Snapshot) -> None:
        """Show what would change the first place, and what would not."""
        write(self._changes, bulleted(change_sentences(snapshot)))


class WorthCard(Card):
    """What the ratings come to, to compare oneself with; shown where there is something to tell."""

    def __init__(self) -> None:
        super().__init__("What your ratings come to")
        self._told = safe.label("", "cell")
        self.add(self._told, safe.label(LIKE_YOU, "small_strong"))

    def present(self, snapshot: Snapshot) -> None:
        """Show what is worth as much as what, and what those care about whom others fit best."""
        told = (*equivalent_sentences(snapshot, "you"), *typical_sentences(snapshot, "you"))
        write(self._told, bulleted(told))
        self.setVisible(bool(told))


class BasisCard(Card):
    """What was left out, what nobody knows, what was widened, and how to work it out again."""

    def __init__(self) -> None:
        super().__init__("What this rests on")
        self._basis = safe.label("", "cell")
        self._again = safe.label("", "small")
        self.add(self._basis, self._again)

    def present(self, snapshot: Snapshot) -> None:
        """Show what the line-up counts and what it does not."""
        told = basis_sentences(snapshot)
        write(self._basis, bulleted(told))
        self._basis.setVisible(bool(told))
        write(self._again, again_sentence(snapshot))


def bulleted(sentences: Iterable[str]) -> str:
    """Sentences one below the other; a single one needs no mark."""
    told = list(sentences)
    return "\n".join(f"• {one}" for one in told) if len(told) > 1 else "".join(told)


def write(label: QLabel, text: str) -> None:
    """Put a text on a label, unless it is there: laying it out anew takes time."""
    shown = safe.breakable(text)
    if label.text() != shown:
        label.setText(shown)
