"""What is alive in this program, as far as Python and Qt let one see."""

import gc
from collections.abc import Iterator
from hashlib import sha256

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget


def instances(kind: type) -> list[object]:
    """Every live object of a kind."""
    return [one for one in gc.get_objects() if type(one) is kind]


def texts_with(marker: str) -> list[str]:
    """Every live text that holds a marker word, but for the word itself."""
    texts = [one for one in _held() if type(one) is str]
    return [one for one in texts if marker in one and one != marker]


def bytes_with_hash(digest: bytes, length: int) -> int:
    """How many live runs of so many bytes have this SHA-256."""
    runs = [one for one in _held() if isinstance(one, bytes | bytearray) and len(one) == length]
    return sum(sha256(one).digest() == digest for one in runs)


def _held() -> list[object]:
    """Everything that some live object holds."""
    return gc.get_referents(*gc.get_objects())


def seen_texts() -> Iterator[str]:
    """Everything written in any widget of any window, shown or not, on titles and the clipboard."""
    for widget in QApplication.allWidgets():
        yield from _texts_of(widget)
    for window in QGuiApplication.allWindows():
        yield window.title()
    yield QGuiApplication.clipboard().text()


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription())
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    text = widget.property("text")
    if isinstance(text, str):
        yield text
