"""Who did what with the kept sessions: the audit, newest first, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.keeping.close_foot import close_foot
from decision_aid.gui.keeping.event_words import (
    WORDS,
    Group,
    event_words,
    labels_by_id,
    names_by_slot,
    when_words,
    which_words,
    who_words,
)
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.gui.widgets.text_table import TextTable
from decision_aid.store.api import Entry, SessionId, SlotId
from decision_aid.store.errors import DamagedError

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.store.api import SessionStore

TITLE: Final = N_("Who did what")
WHAT_IT_IS: Final = N_(
    "Times are this computer’s. Nothing of what was said in a session stands here. A session’s "
    "label is shown as it is today."
)
BROKEN: Final = N_(
    "An entry was taken out, moved or altered behind the program’s back, so nothing of this list "
    "can be relied on and it is not shown. Lock and unlock: all that can be read is then shown "
    "again, and what is missing is written down. Tell whoever looks after privacy in your clinic."
)
NONE: Final = N_("There is no entry of this kind.")
PAGE: Final = 25
"""Entries on a page: turning one is to be quick."""
_HEADS: Final = (N_("When"), N_("Who"), N_("What"), N_("Which session"))
_SHARES: Final = (4, 4, 7, 5)
_ALL: Final = "all"
_FILTERS: Final[tuple[tuple[Group | Literal["all"], str], ...]] = (
    (_ALL, N_("Everything")),
    ("sessions", N_("Sessions")),
    ("keys", N_("Keys and store")),
    ("failed", N_("Failed tries")),
)


@dataclass(frozen=True)
class Told:
    """What the card is filled with.

    Attributes:
        entries: All entries, newest first.
        names: Names of who did something, by slot.
        labels: Labels of the sessions that are still there.
    """

    entries: tuple[Entry, ...]
    names: dict[SlotId, str]
    labels: dict[SessionId, str]


def show_audit(window: QWidget, keeping: "Keeping") -> None:
    """Open the card over the window; the kept sessions are unlocked."""
    AuditCard(window, keeping).open()


def read(store: "SessionStore") -> Told | None:
    """What the card shows; None where the audit is not whole. Done on the store's thread."""
    try:
        entries = store.audit()
    except DamagedError:
        return None
    names, labels = names_by_slot(store.named_in_audit()), labels_by_id(store.listed())
    return Told(tuple(reversed(entries)), names, labels)


class AuditCard(Overlay):
    """Made anew whenever it is opened, and gone when it is shut.

    Args:
        window: What it covers.
        keeping: The kept sessions.
    """

    def __init__(self, window: QWidget, keeping: "Keeping") -> None:
        super().__init__(window, _(TITLE), much=True)
        self._whole = safe.label(_("One moment…"))
        self._broken = Banner(tone="gate")
        self._list = _Pages()
        self._list.hide()
        self._note = safe.label(_(WHAT_IT_IS), "small")
        self.card.add(self._whole, self._broken, self._note, self._list)
        self.add_foot(close_foot(_(TITLE), self.shut))
        keeping.do(read, self._show, self._fail)

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def _show(self, told: Told | None) -> None:
        if not isValid(self):
            return
        if told is None:
            self._whole.hide()
            self._note.hide()
            self._broken.say(_(BROKEN))
            announce(self, _(BROKEN))
            return
        said = whole_words(told.entries)
        self._whole.setText(said)
        announce(self, said)
        self._list.fill(told)
        self._list.show()

    def _fail(self, sentence: str) -> None:
        if isValid(self):
            self._whole.setText(sentence)


def whole_words(entries: Sequence[Entry]) -> str:
    """Whether anything is missing from a list whose chain holds.

    Args:
        entries: All of them.
    """
    count = ngettext("{count} entry", "{count} entries", len(entries)).format(
        count=number_words(len(entries))
    )
    lost = next((one for one in entries if one.event == "entries_lost"), None)
    if lost is None:
        return _(
            "The list is complete: {entries}, none missing, moved or altered. Checked just now."
        ).format(entries=count)
    # Translators: {moment} is a day and a time, such as "Nov 23, 2026, 14:05".
    return _(
        "The list is not complete: {entries}. On {moment} earlier entries were found missing. None "
        "was taken out, moved or altered since. Checked just now."
    ).format(entries=count, moment=when_words(lost.at))


def _place_words(first: int, last: int, of: int) -> str:
    """Which entries a page shows, counted from 1."""
    return _("{first} to {last} of {count}, newest first").format(
        first=number_words(first), last=number_words(last), count=number_words(of)
    )


def _empty_table() -> TextTable:
    return TextTable(_(TITLE), [_(head) for head in _HEADS], _SHARES)


def _turn_on(button: QPushButton, *, can: bool, instead: QPushButton) -> None:
    """Turn a button on or off; where it goes off under the keyboard, another one gets that."""
    if button.hasFocus() and not can:
        instead.setEnabled(True)
        instead.setFocus()
    button.setEnabled(can)


class _Pages(QWidget):
    """The entries of one kind, a page at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._told = Told((), {}, {})
        self._chosen: tuple[Entry, ...] = ()
        self._first = 0
        kinds = [(kind, _(words)) for kind, words in _FILTERS]
        self._kind = SegmentedChoice(_("Which entries"), kinds, can_unchoose=False)
        self._kind.choose(_ALL)
        self._kind.chosen.connect(self._choose)
        self._place = safe.label("", "small")
        self._table = _empty_table()
        self._newer = self._button(_("Newer"), _("Newer entries"), -PAGE)
        self._older = self._button(_("Older"), _("Older entries"), PAGE)
        turn = QHBoxLayout()
        turn.setSpacing(12)
        turn.addWidget(self._place, stretch=1)
        turn.addWidget(self._newer)
        turn.addWidget(self._older)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._kind, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(turn)
        self._column.addWidget(self._table)
        self._column.addStretch(1)

    def fill(self, told: Told) -> None:
        """Show these entries."""
        self._told = told
        self._choose(_ALL)

    def _button(self, text: str, name: str, step: int) -> QPushButton:
        made = safe.button(text, name=name)
        made.clicked.connect(lambda: self._turn(step))
        return made

    def _choose(self, kind: object) -> None:
        every = self._told.entries
        self._chosen = (
            every if kind == _ALL else tuple(one for one in every if WORDS[one.event][1] == kind)
        )
        self._first = 0
        self._present()

    def _turn(self, step: int) -> None:
        self._first += step
        self._present()

    def _present(self) -> None:
        page = self._chosen[self._first : self._first + PAGE]
        count = len(self._chosen)
        last = self._first + len(page)
        said = _place_words(self._first + 1, last, count) if page else _(NONE)
        self._place.setText(said)
        announce(self, said)
        _turn_on(self._older, can=last < count, instead=self._newer)
        _turn_on(self._newer, can=self._first > 0, instead=self._older)
        old, self._table = self._table, self._filled(page)
        self._column.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()

    def _filled(self, page: tuple[Entry, ...]) -> TextTable:
        made = _empty_table()
        for one in page:
            who = who_words(one.by, self._told.names)
            which = which_words(one.session, self._told.labels)
            made.add_row((when_words(one.at), who, event_words(one), which))
        return made
