"""The kept sessions: found by label or day, opened, and the way to all that is done with them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.clock import today
from decision_aid.gui.keeping.button_names import name_about
from decision_aid.gui.keeping.close_foot import close_foot
from decision_aid.gui.keeping.kept_rows import KeptRows
from decision_aid.gui.keeping.kept_words import count_words, found, searchable, short_name
from decision_aid.gui.keeping.opening_kept import open_kept_session
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.requests import OpenSession
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.row_or_column import RowOrColumn

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import Listed, SessionStore

TITLE: Final = N_("Earlier sessions")
SEARCH: Final = N_("Find a session by label or day")
# Translators: what could be typed; write the day as it is written in your language.
EXAMPLE: Final = N_("For example: Tuesday, or Nov 23, 2026")
READING: Final = N_("Reading the list …")
EMPTY: Final = N_("No session is kept. “Keep this session” on the first page keeps one.")
NONE_FOUND: Final = N_("No session is found with these words.")
# Translators: what a button does.
OPEN: Final = N_("Open")
MORE: Final = N_("More for this session…")
ALL: Final = N_("More for all sessions")
TAKE_IN: Final = N_("Take in a sealed file…")
FILE: Final = N_("Open a session file…")
HOW: Final = N_("How sessions are kept…")
DELETE_ALL: Final = N_("Delete all sessions…")
CHOOSE_FIRST: Final = N_("Choose a session in the list first.")


class KeptList(Overlay):
    """Made anew whenever it is opened, and gone when it is shut.

    Args:
        window: What it covers.
        keeping: The kept sessions, open.
    """

    def __init__(self, window: "Window", keeping: "Keeping") -> None:
        super().__init__(window, _(TITLE), much=True)
        self._over, self._keeping = window, keeping
        self._all: tuple[tuple[str, Listed], ...] = ()
        self._search = safe.line_edit(_(SEARCH), _(EXAMPLE))
        self._search.setMaxLength(200)
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._enter_rows)
        self._count = safe.label(_(READING), "small")
        self._told = Banner()
        self._rows = KeptRows()
        self._rows.hide()
        self._rows.wanted.connect(self._open)
        self._rows.moved.connect(self._name_buttons)
        self._one = (safe.button(_(OPEN), "primary"), safe.button(_(MORE)))
        self._choose = safe.label(_(CHOOSE_FIRST), "small")
        self._choose.setWordWrap(False)
        self._one[0].clicked.connect(lambda: self._with_chosen(self._open))
        self._one[1].clicked.connect(lambda: self._with_chosen(self._show_more))
        self.card.add(
            self._told, safe.label(_(SEARCH), "small_strong"), self._search, self._count, self._rows
        )
        self.card.add(_row(*self._one, self._choose), self._for_all())
        self.add_foot(close_foot(_(TITLE), self.shut, "secondary"))
        self.entry = self._search
        self._name_buttons()
        self.read(record=True)

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        self._all = ()
        self._search.setText("")
        self._rows.show_sessions((), 0)
        super().shut()
        self.deleteLater()

    def come_back(self, said: str) -> None:
        """Say how something went, and show how the list stands now.

        Args:
            said: How it went; "" where nothing was done.
        """
        if isValid(self) and self.is_open:
            self._told.say(said)
            self.read()
            if said:
                announce(self, said)

    def read(self, *, record: bool = False) -> None:
        """Read the list anew.

        Args:
            record: Whether it is written down that someone looked at it.
        """

        def listed(store: "SessionStore") -> "tuple[Listed, ...]":
            if record:
                store.record("viewed_list")
            return store.listed()

        self._keeping.do(listed, self._show, self._fail)

    def _show(self, listed: "Sequence[Listed]") -> None:
        if not isValid(self):
            return
        day = today()
        self._all = tuple((searchable(one, day), one) for one in listed)
        self._find(self._search.text())

    def _fail(self, sentence: str) -> None:
        if isValid(self):
            self._say(sentence)

    def _find(self, words: str) -> None:
        shown = found(words, self._all)
        self._rows.show_sessions(shown, len(self._all), self._keeping.state.kept)
        self._rows.setVisible(bool(self._all))
        for one in self._one:
            one.setVisible(bool(self._all))
        if shown:
            self._say(_count(len(shown), len(self._all)))
        else:
            self._say(_(NONE_FOUND) if self._all else _(EMPTY))

    def _say(self, sentence: str) -> None:
        if self._count.text() != sentence:
            self._count.setText(sentence)
            announce(self, sentence)

    def _enter_rows(self) -> None:
        """Enter in the search takes the keyboard to the first row found."""
        if self._rows.take_first():
            self._rows.setFocus()

    def _name_buttons(self) -> None:
        """Say with each button which session it is about; they are off while none is chosen."""
        one = self._rows.chosen
        for button, text in zip(self._one, (_(OPEN), _(MORE)), strict=True):
            button.setEnabled(one is not None)
            button.setAccessibleName(name_about(text, short_name(one)) if one else text)
            button.setAccessibleDescription("" if one else _(CHOOSE_FIRST))
        self._choose.setVisible(one is None and self._rows.model().rowCount() > 0)

    def _with_chosen(self, act: "Callable[[Listed], None]") -> None:
        if (one := self._rows.chosen) is not None:
            act(one)

    def _open(self, one: "Listed") -> None:
        self.shut()
        if one.id != self._keeping.state.kept:
            open_kept_session(self._over, self._keeping, one.id)

    def _show_more(self, one: "Listed") -> None:
        # What is wanted by few is loaded when it is.
        from decision_aid.gui.keeping.one_session import OneSession  # noqa: PLC0415

        OneSession(self._over, self._keeping, one, self.come_back).open()

    def _for_all(self) -> Disclosure:
        made = Disclosure(_(ALL))
        ways = (
            (_(TAKE_IN), self._take_in),
            (_(FILE), self._open_file),
            (_(HOW), self._show_how),
            (_(DELETE_ALL), self._delete_all),
        )
        for text, act in ways:
            button = safe.button(text)
            button.clicked.connect(act)
            made.body.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
        return made

    def _take_in(self) -> None:
        from decision_aid.gui.keeping.taking_in import take_in  # noqa: PLC0415 - as above

        take_in(self._over, self._keeping, self.come_back)

    def _open_file(self) -> None:
        self.shut()
        self._over.asked.emit(OpenSession())

    def _show_how(self) -> None:
        from decision_aid.gui.keeping.store_card import show_store  # noqa: PLC0415 - as above

        show_store(self._over, self._keeping)

    def _delete_all(self) -> None:
        from decision_aid.gui.keeping.deleting import delete_sessions  # noqa: PLC0415 - as above

        if every := [one for _words, one in self._all]:
            delete_sessions(self._over, self._keeping, every, self.come_back)
        else:
            self._say(_(EMPTY))


def _count(shown: int, of: int) -> str:
    every = count_words(of)
    if shown == of:
        return every
    # Translators: {sessions} is such as "12 sessions".
    return _("{count} of {sessions}").format(count=number_words(shown), sessions=every)


def _row(*parts: QWidget) -> QWidget:
    made = QWidget()
    row = RowOrColumn(made, gap=12)
    row.stack_by(8)
    for one in parts:
        row.addWidget(one)
    return made
