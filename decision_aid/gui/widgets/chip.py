"""A plain word in a small box: what something is, or how grave."""

from typing import Literal

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from decision_aid.gui import safe

Tone = Literal["neutral", "caution", "gate"]


def chip(text: str, tone: Tone = "neutral", parent: QWidget | None = None) -> QLabel:
    """A chip. Its word says what the colour says: nobody needs to see the colour."""
    made = safe.label(text, "chip", parent)
    made.setProperty("tone", tone)
    made.setWordWrap(False)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
