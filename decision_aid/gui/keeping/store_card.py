"""How sessions are kept: who can unlock, how long, back-ups, who did what, where it lies."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from shiboken6 import isValid

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.keeping.audit_card import show_audit
from decision_aid.gui.keeping.back_ups_card import BackUps, Made, look
from decision_aid.gui.keeping.close_foot import close_foot
from decision_aid.gui.keeping.kept_words import how_long
from decision_aid.gui.keeping.new_passphrase_card import SET_IT, offer_new_passphrase
from decision_aid.gui.keeping.own_keys import (
    CHANGE_IT,
    CHANGED,
    RENEW_IT,
    RENEWED,
    ChangePassphrase,
    renew_code,
)
from decision_aid.gui.keeping.providers_card import Providers
from decision_aid.gui.keeping.set_aside_row import SetAside
from decision_aid.gui.overlay import Overlay
from decision_aid.store.api import RECOVERY, Provider, Verdict
from decision_aid.store.set_aside import files_aside

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import SessionStore

TITLE: Final = N_("How sessions are kept")
SET_ANEW: Final = N_("The new passphrase is set. Unlock with it from now on.")
BEHIND: Final = N_(
    "What was kept or changed since the newest back-up is in none yet. One is made when you lock "
    "or close."
)
WITH_CODE: Final = N_(
    "You unlocked with the recovery code. Give your own entry a new passphrase, and unlock with it "
    "from now on."
)
CODE_IS_FOR: Final = N_(
    "The recovery code opens everything when a passphrase is lost. Once there is a new one, the "
    "old paper opens nothing but a copy of the file made before, such as a back-up."
)
AUDIT: Final = N_(
    "Every opening, change, export, print, deletion and change of keys is written down, with who "
    "and when, and with no word of what was said."
)
LOOK: Final = N_("Look through everything now")
WHAT_TO_DO: Final = N_(
    "Lock and unlock: what is damaged is put back from the newest back-up that has it whole, and "
    "you are told. Nothing is deleted."
)
WHAT_LOOKING_DOES: Final = N_(
    "Every session, the list of sessions and the list of who did what are read and checked against "
    "their seals. It changes nothing."
)
LOOKING: Final = N_("Looking through everything…")
WHERE: Final = N_(
    "The sealed sessions and their back-ups lie in this folder. To delete everything, lock, close "
    "the program and delete the folder. Nobody can bring it back then."
)


@dataclass(frozen=True)
class Facts:
    """What the card tells.

    Attributes:
        providers: Who can unlock.
        me: Who did.
        keep_days: How long sessions are kept.
        back_ups: The back-ups, the newest first.
        is_backed_up: Whether the newest back-up has every session as it is now.
        aside: How many damaged files were set aside.
    """

    providers: tuple[Provider, ...]
    me: Provider
    keep_days: int | None
    back_ups: tuple[Made, ...]
    is_backed_up: bool
    aside: int


def read(store: "SessionStore", folder: "Path") -> Facts:
    """What the card tells. Done on the store's thread.

    Args:
        store: The store.
        folder: Its folder.
    """
    aside = len(files_aside(folder))
    return Facts(
        store.providers(), store.provider, store.keep_days, look(folder), store.is_backed_up, aside
    )


def show_store(window: "Window", keeping: "Keeping") -> None:
    """Open the card over the window; the kept sessions are unlocked."""
    StoreCard(window, keeping).open()


class StoreCard(Overlay):
    """Made anew whenever it is opened, and gone when it is shut.

    Args:
        window: What it covers.
        keeping: The kept sessions.
    """

    def __init__(self, window: "Window", keeping: "Keeping") -> None:
        super().__init__(window, _(TITLE), much=True)
        self._over, self._keeping = window, keeping
        self._told = safe.label("", "strong")
        self._told.hide()
        self._back_ups = BackUps(window, keeping)
        self._providers = Providers(window, keeping, self._back_ups.purge)
        self._days, self._found = safe.label(), safe.label("", "strong")
        self._found.hide()
        self._behind = safe.label(_(BEHIND))
        self._behind.hide()
        self._aside = SetAside(window, keeping)
        self.card.add(self._told)
        self._fill()
        self.add_foot(close_foot(_(TITLE), self.shut))
        self._providers.changed.connect(self._note)
        self._back_ups.changed.connect(self._note)
        self._aside.changed.connect(self._note)
        self.refresh()

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def refresh(self) -> None:
        """Look again how everything stands."""
        folder = self._keeping.places.folder
        self._keeping.do(lambda store: read(store, folder), self._show)

    def _fill(self) -> None:
        """Put the sections below each other."""
        self._section(_("Who can unlock"), self._providers)
        self._section(_("Your passphrase and the recovery code"), *self._own_keys())
        days = _button(_("Change how long…"), self._change_days)
        self._section(_("How long sessions are kept"), self._days, days)
        self._section(_("Back-ups"), self._behind, self._back_ups, self._aside)
        audit = _button(_("Show who did what"), lambda: show_audit(self._over, self._keeping))
        self._section(_("Who did what"), safe.label(_(AUDIT)), audit)
        look_through = _button(_(LOOK), self._look_through)
        self._section(
            _("Is everything whole?"), safe.label(_(WHAT_LOOKING_DOES)), look_through, self._found
        )
        self._section(_("Where it lies"), safe.label(_(WHERE)), self._folder())

    def _section(self, heading: str, *content: QWidget) -> None:
        self.card.body.addSpacing(12)
        self.card.add(safe.rule(), safe.label(heading, "heading"))
        for one in content:
            beside = isinstance(one, QPushButton)
            place = Qt.AlignmentFlag.AlignLeft if beside else Qt.AlignmentFlag(0)
            self.card.body.addWidget(one, alignment=place)

    def _own_keys(self) -> tuple[QWidget, ...]:
        renew = _button(_(RENEW_IT), self._renew)
        if self._keeping.state.provider == RECOVERY:
            own = _button(_(SET_IT), self._set_passphrase)
            return safe.label(_(WITH_CODE)), own, safe.label(_(CODE_IS_FOR)), renew
        change = _button(_(CHANGE_IT), self._change_passphrase)
        return change, safe.label(_(CODE_IS_FOR)), renew

    def _folder(self) -> QLabel:
        made = safe.label(safe.breakable(str(self._keeping.places.folder)), "small")
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def _show(self, facts: Facts) -> None:
        if isValid(self):
            self._providers.show_all(facts.providers, facts.me)
            self._days.setText(how_long(facts.keep_days))
            self._behind.setVisible(bool(facts.back_ups) and not facts.is_backed_up)
            self._back_ups.show_all(facts.back_ups)
            self._aside.show_count(facts.aside)

    def _note(self, sentence: str) -> None:
        """Say what was changed, and show how it stands now."""
        if isValid(self):
            self._told.setText(sentence)
            self._told.show()
            announce(self, sentence)
            self.refresh()

    def _change_passphrase(self) -> None:
        card = ChangePassphrase(self._over, self._keeping)
        card.done.connect(lambda: self._note(_(CHANGED)))
        card.open()

    def _set_passphrase(self) -> None:
        offer_new_passphrase(
            self._over, self._keeping, lambda is_set: self._note(_(SET_ANEW)) if is_set else None
        )

    def _renew(self) -> None:
        renew_code(self._over, self._keeping, lambda: self._note(_(RENEWED)))

    def _change_days(self) -> None:
        from decision_aid.gui.keeping.retention import KeepDaysCard  # noqa: PLC0415 - on a press

        KeepDaysCard(self._over, self._keeping, self.refresh).open()

    def _look_through(self) -> None:
        self._say_found(_(LOOKING))
        self._keeping.do(lambda store: store.verify(), self._end_looking, self._say_found)

    def _end_looking(self, verdict: Verdict) -> None:
        self._say_found(verdict_words(verdict))

    def _say_found(self, sentence: str) -> None:
        if isValid(self):
            self._found.setText(sentence)
            self._found.show()
            announce(self, sentence)


def verdict_words(verdict: Verdict) -> str:
    """What looking through everything found."""
    if verdict.is_whole:
        return ngettext(
            "Everything is whole: {count} session and the list of who did what.",
            "Everything is whole: {count} sessions and the list of who did what.",
            verdict.sessions,
        ).format(count=number_words(verdict.sessions))
    return " ".join((_("Not everything is whole."), *_wrong_words(verdict), _(WHAT_TO_DO)))


def _wrong_words(verdict: Verdict) -> list[str]:
    """What is not whole, a sentence each."""
    wrong, damaged = [], len(verdict.damaged)
    if damaged:
        said = ngettext(
            "{count} session cannot be read as saved.",
            "{count} sessions cannot be read as saved.",
            damaged,
        )
        wrong.append(said.format(count=number_words(damaged)))
    if not verdict.head_is_whole:
        wrong.append(_("Something was taken out, put in or put back behind the program’s back."))
    if not verdict.audit_is_whole:
        wrong.append(_("The list of who did what was altered."))
    return wrong


def _button(text: str, press: Callable[[], None]) -> QPushButton:
    made = safe.button(text)
    made.clicked.connect(press)
    return made
