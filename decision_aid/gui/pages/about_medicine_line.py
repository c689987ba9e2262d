"""A line to type a medicine in, with the names it may be below it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from decision_aid.base.language import _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.medicine_search import Match, find_medicines
from decision_aid.domain.pack import Pack
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.workspace.wording import same_name

_NAME: Final = Qt.ItemDataRole.UserRole
_FULL: Final = Qt.ItemDataRole.AccessibleTextRole
_BESIDE_TEXT: Final = 24
"""Width of what is not text in a row, in pixels."""
_CHOOSING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


def medicine_line(name: str, pack: Pack) -> QLineEdit:
    """A line to type a medicine in.

    Args:
        name: Its accessible name.
        pack: Where the names are.
    """
    made = safe.line_edit(name, _("For example: sertraline"))
    TypeAhead(made, pack)
    return made


class TypeAhead(QCompleter):
    """The names that what is typed may stand for. None goes in that was not chosen.

    Down and Up move, Enter or Tab chooses, Escape leaves the line as it was typed. The line does
    not know of it: a line with a completer of its own takes a name already when it is moved to.

    Args:
        line: The line, which keeps it.
        pack: Where the names are.
    """

    def __init__(self, line: QLineEdit, pack: Pack) -> None:
        super().__init__(line)
        self._line = line
        self._pack = pack
        self._said = ""
        self._names = QStandardItemModel(self)
        self.setModel(self._names)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompletionRole(_NAME)
        self.setWidget(line)
        self._list = QListView()
        self._list.setAccessibleName(_("Names it may be"))
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPopup(self._list)
        # Of the two signals of this name: the one with a text. Its stubs know only one.
        self.activated[str].connect(line.setText)  # type: ignore[index]
        self._list.selectionModel().currentChanged.connect(self._say)
        line.textEdited.connect(self._look)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose before the line hears of Enter, which would take what was typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            chosen = self._list.currentIndex()
            if watched is self._list and event.key() in _CHOOSING and chosen.isValid():
                self._list.hide()
                self._line.setText(chosen.data(_NAME))
                return True
        return super().eventFilter(watched, event)

    def _look(self, typed: str) -> None:
        matches = offered(self._pack, typed)
        self._names.clear()
        for match in matches:
            self._names.appendRow(self._item(match))
        self._list.setMinimumWidth(self._list.sizeHintForColumn(0) + _BESIDE_TEXT)
        self.complete()
        self._list.setCurrentIndex(QModelIndex())  # Qt would have Enter take the first name
        self._say_offer(matches)

    def _item(self, match: Match) -> QStandardItem:
        """A row, no wider than there is room between the line's left end and the window's right."""
        window, words = self._line.window(), match_words(match)
        room = window.width() - self._line.mapTo(window, QPoint(0, 0)).x() - 2 * _BESIDE_TEXT
        letters = QFontMetrics(self._line.font())
        item = QStandardItem(letters.elidedText(words, Qt.TextElideMode.ElideRight, room))
        item.setData(words, _FULL)
        item.setData(match.name, _NAME)
        return item

    def _say_offer(self, matches: Sequence[Match]) -> None:
        """Tell those who do not see the list that there is one, once for as long as it is so."""
        words = offer_words(matches)
        if words and words != self._said:
            announce(self._line, words)
        self._said = words

    def _say(self, current: QModelIndex) -> None:
        if current.isValid():
            announce(self._line, str(current.data(_FULL)))


def offered(pack: Pack, typed: str) -> tuple[Match, ...]:
    """What is worth offering: nothing where the only name that fits stands there already."""
    matches = find_medicines(pack, typed)
    is_there = len(matches) == 1 and same_name(matches[0].name, typed)
    return () if is_there else matches


def offer_words(matches: Sequence[Match]) -> str:
    """What is said of a list of names: how many there are, or the only one; "" for none."""
    if not matches:
        return ""
    count = len(matches)
    told = ngettext("{name}: press Down to choose.", "{count} names: press Down to choose.", count)
    return told.format(name=match_words(matches[0]), count=number_words(count))


def match_words(match: Match) -> str:
    """A match as it is offered: "Zoloft (sertraline)"; a near one as a question."""
    generic = match.medicine.id
    words = match.name if same_name(match.name, generic) else f"{match.name} ({generic})"
    return _("Did you mean {medicine}?").format(medicine=words) if match.how == "near" else words
