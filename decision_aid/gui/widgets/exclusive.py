"""Buttons of which at most one is chosen: radio buttons to a screen reader, and none preset."""

from collections.abc import Sequence

from PySide6.QtWidgets import QAbstractButton


def make_exclusive(button: QAbstractButton) -> None:
    """Let a button be one of those with the same parent of which one is chosen."""
    button.setCheckable(True)
    # By this Qt tells a screen reader a radio button from a check box, whatever its class.
    button.setAutoExclusive(True)


def show_chosen(buttons: Sequence[QAbstractButton], place: int | None) -> None:
    """Show one of them as chosen; None shows none."""
    for at, button in enumerate(buttons):
        if at == place:
            button.setChecked(True)
        elif button.isChecked():
            # Qt would keep the last one chosen for ever; an answer can be taken back here.
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)
