"""The note on the clipboard: kept out of histories, and taken away again at the end."""

import os
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

_OURS: Final = os.urandom(8)
"""Marks what this run of the program put there, and nothing else."""
_MARK: Final = "application/x-decision-aid-note"
_NO: Final = bytes(4)
"""Zero as Windows writes it."""
_KEEP_OUT: Final = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": _NO,
    "CanIncludeInClipboardHistory": _NO,
    "CanUploadToCloudClipboard": _NO,
}
"""What asks the desktop's clipboard history, and the one in the cloud, to leave it out.

Source: learn.microsoft.com, Clipboard formats (cloud clipboard and clipboard history formats); KDE
Klipper, which knows the first.
"""


def copy_note(note: str) -> None:
    """Put a note on the clipboard, as plain text that no history is to keep."""
    held = QMimeData()
    held.setText(note)
    held.setData(_MARK, _OURS)
    for name, value in _KEEP_OUT.items():
        held.setData(name, value)
        # On Windows a format goes by its own name only if it is given to Qt like this.
        held.setData(f'application/x-qt-windows-mime;value="{name}"', value)
    QGuiApplication.clipboard().setMimeData(held)


def clear_clipboard() -> None:
    """Empty the clipboard of whatever was copied from this program, and what was marked, too.

    On X11 what is marked with the pointer can be pasted elsewhere without being copied.
    """
    take_note_back()
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def take_note_back() -> None:
    """Empty the clipboard where it still holds our note; anything else on it stays."""
    clipboard = QGuiApplication.clipboard()
    held: QMimeData | None = clipboard.mimeData()  # None where there is nothing on it
    if held is not None and held.data(_MARK).data() == _OURS:
        clipboard.clear()
