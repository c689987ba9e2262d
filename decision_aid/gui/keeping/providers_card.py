"""Who can unlock the kept sessions: who they are, one more, one less."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.keeping.asking_passphrase import (
    CHECKING,
    Asking,
    ask_passphrase,
    do_with_passphrase,
)
from decision_aid.gui.keeping.passphrase_lines import NewPassphrase
from decision_aid.gui.keeping.small_card import SmallCard
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.store.api import LONGEST_NAME, MOST_PROVIDERS, Provider
from decision_aid.store.errors import NotOpenedError

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import SessionStore

ADD: Final = N_("Add someone…")
ADD_TITLE: Final = N_("Let someone else unlock")
ADD_WHY: Final = N_(
    "They will be able to open, change, export and delete every session kept here, as you can, "
    "and to remove you. What each of you does is written down under your own name."
)
ADD_HOW: Final = N_(
    "Let them sit down and type their own passphrase. Nobody else should know it, and nobody can "
    "tell it to them if they lose it."
)
NAME: Final = N_("Their name")
WHERE_NAME: Final = N_("It is sealed, too. It stands in the list of who did what.")
NO_NAME: Final = N_("Type their name first.")
REMOVING: Final = N_(
    "They will not be able to unlock the sessions kept here any more: all keys are made anew. What "
    "they did stays in the list of who did what. What removing cannot do: a copy of the file made "
    "before, such as a back-up, still opens with their passphrase. You are asked about the "
    "back-ups next."
)
ADDED: Final = N_("Added. They can unlock from now on.")
REMOVED: Final = N_("Removed. All keys were made anew.")
BACK_UPS_TOO: Final = N_("Delete the back-ups, too?")
BACK_UPS_WHY: Final = N_(
    "The back-ups on this computer still open with the passphrase of the one who was removed. If "
    "you delete them, nothing damaged can be put back until the next one is made. Copies "
    "elsewhere are out of reach of this program."
)


class Providers(QWidget):
    """Everyone who can unlock, with what can be done about it.

    Args:
        window: What its cards cover.
        keeping: The kept sessions; they are unlocked.
        purge: Deletes the back-ups; the passphrase was asked for already.

    Attributes:
        changed: Emitted with a sentence when someone was added or removed.
    """

    changed = Signal(str)

    def __init__(self, window: "Window", keeping: "Keeping", purge: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._window, self._keeping, self._purge = window, keeping, purge
        # A widget of their own: Tab goes by the order in which widgets came.
        people = QWidget()
        self._rows = QVBoxLayout(people)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._add = safe.button(_(ADD))
        self._add.clicked.connect(self._ask_to_add)
        self._full = safe.label(full_words(), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(people)
        column.addWidget(self._full)
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_all(self, providers: Sequence[Provider], me: Provider) -> None:
        """Show these, and who of them is at work."""
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for one in providers:
            self._rows.addWidget(self._row(one, is_me=one.slot == me.slot, of=len(providers)))
        self._full.setVisible(len(providers) >= MOST_PROVIDERS)
        self._add.setVisible(len(providers) < MOST_PROVIDERS)

    def _row(self, one: Provider, *, is_me: bool, of: int) -> QWidget:
        made = QWidget()
        row = RowOrColumn(made, gap=12, grow_first=True)
        name = one.shown_name
        who = _("{name} (you)").format(name=name) if is_me else name
        row.addWidget(safe.label(safe.breakable(who), "strong"))
        if not is_me and of > 1:
            remove = safe.button(_("Remove…"), name=_("Remove: {name}").format(name=name))
            remove.clicked.connect(lambda: self._ask_to_remove(one))
            row.addWidget(remove)
        return made

    def _ask_to_add(self) -> None:
        ask_passphrase(self._window, self._keeping, _(ADD_TITLE), _(ADD_WHY), self._open_adding)

    def _open_adding(self) -> None:
        card = AddProvider(self._window, self._keeping)
        card.added.connect(lambda: self.changed.emit(_(ADDED)))
        card.open()

    def _ask_to_remove(self, one: Provider) -> None:
        def remove(store: "SessionStore", passphrase: str) -> None:
            if not store.is_passphrase(passphrase):
                raise NotOpenedError
            store.remove_provider(one.slot)

        asking = Asking(_("Remove {name}?").format(name=one.shown_name), _(REMOVING), _("Remove"))
        done = self._tell_removed
        do_with_passphrase(self._window, self._keeping, asking, remove, lambda _none: done())

    def _tell_removed(self) -> None:
        self.changed.emit(_(REMOVED))
        self._window.question.ask(
            _(BACK_UPS_TOO),
            _(BACK_UPS_WHY),
            no=_("Keep the back-ups"),
            yes=_("Delete the back-ups"),
            then=self._purge,
        )


class AddProvider(SmallCard):
    """Takes the name and the passphrase of someone who is to unlock, too.

    Args:
        window: What it covers.
        keeping: The kept sessions.

    Attributes:
        added: Emitted when they can.
    """

    added = Signal()

    def __init__(self, window: "Window", keeping: "Keeping") -> None:
        super().__init__(window, _(ADD_TITLE), _("Add"))
        self._keeping = keeping
        self._name = safe.line_edit(_(NAME))
        self._name.setMaxLength(LONGEST_NAME)
        self._passphrase = NewPassphrase(_("Their passphrase"))
        self._name.returnPressed.connect(self._passphrase.line.setFocus)
        self._passphrase.entered.connect(self.go_on)
        self.agreed.connect(self._add)
        self.entry = self._name
        self.fill(
            safe.label(_(ADD_HOW)), Field(_(NAME), self._name, _(WHERE_NAME)), self._passphrase
        )

    def shut(self) -> None:
        """Uncover the window, and forget what was typed."""
        self._passphrase.forget()
        super().shut()

    def _add(self) -> None:
        name = self._name.text().strip()
        if not name:
            self.tell(_(NO_NAME))
            self._name.setFocus()
            return
        try:
            passphrase = self._passphrase.given()
        except DecisionAidError as problem:
            self.tell(str(problem))
            return
        self.hold(_(CHECKING))
        self._keeping.do(lambda store: store.add_provider(name, passphrase), self._end, self._fail)

    def _end(self, _added: Provider) -> None:
        if isValid(self):
            self.shut()
            self.added.emit()

    def _fail(self, sentence: str) -> None:
        if isValid(self):
            self.fail(sentence)


def full_words() -> str:
    """That nobody can be added any more."""
    return ngettext(
        "{count} person can unlock; that is as many as there is room for.",
        "{count} people can unlock; that is as many as there is room for.",
        MOST_PROVIDERS,
    ).format(count=number_words(MOST_PROVIDERS))
