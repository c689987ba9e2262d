"""All words of a window, whether they are seen, heard, or come up under the pointer."""

import re
from collections.abc import Iterable, Iterator

from decision_aid.domain.pack import Pack
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.pseudo import untranslated

_TWICE = re.compile(r"\[\[[^\[\]]*\] (?:ö+ ?)+\]")


def shown_words(root: QWidget) -> Iterator[str]:
    """Every text in a window, also in what is hidden now; what is drawn has a name that says it."""
    for one in (root, *root.findChildren(QWidget)):
        yield from filter(None, _of_any(one))
        yield from filter(None, _of_its_kind(one))


def left_in_english(root: QWidget, pack: Pack, *, typed: Iterable[str] = ()) -> list[str]:
    """The texts in a window with English words in them, and those that were translated twice.

    Other arguments as for `untranslated`.
    """
    texts = dict.fromkeys(text.replace("\u200b", "") for text in shown_words(root))
    wrong = (one for one in texts if untranslated(one, pack, typed=typed) or _TWICE.search(one))
    return list(wrong)


def _of_any(one: QWidget) -> tuple[str, ...]:
    told = (one.accessibleName(), one.accessibleDescription(), one.toolTip(), one.statusTip())
    return (*told, one.whatsThis(), one.windowTitle() if one.isWindow() else "")


def _of_its_kind(one: QWidget) -> tuple[str, ...]:
    match one:
        case QLabel() | QAbstractButton():
            return (one.text(),)
        case QLineEdit():
            return one.text(), one.placeholderText()
        case QPlainTextEdit():
            return one.toPlainText(), one.placeholderText()
        case QGroupBox():
            return (one.title(),)
        case QComboBox():
            return tuple(one.itemText(place) for place in range(one.count()))
    return ()
