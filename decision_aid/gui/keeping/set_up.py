"""Setting up a place where sessions are kept: what that means, a name, a passphrase, how long."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from shiboken6 import isValid

from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.keeping.keep_days import QUESTION, KeepDays
from decision_aid.gui.keeping.passphrase_lines import NewPassphrase
from decision_aid.gui.keeping.recovery_code_page import RecoveryCodePage
from decision_aid.gui.keeping.small_card import SmallCard
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.field import Field
from decision_aid.store.api import LONGEST_NAME
from decision_aid.store.passphrases import weakness

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window

TITLE: Final = N_("Set up keeping sessions")
MEANS: Final = (
    N_("Still nothing is kept by itself. For each session you choose “Keep this session”, or not."),
    N_(
        "What is kept: all that is said in that session, its label, the days of its visits, and "
        "who did what with it and when."
    ),
    N_(
        "It is sealed in a file on this computer. Someone who takes the file can read none of it. "
        "They can see how many sessions there are, and about how large they are."
    ),
    N_("Whoever has a passphrase or the recovery code can read every session kept here."),
    N_(
        "If all passphrases and the recovery code are lost, the sessions are lost. Nobody can "
        "bring them back."
    ),
    N_(
        "Not kept out: people who manage this computer, and harmful programs on it, while the "
        "sessions are unlocked."
    ),
)
NAME: Final = N_("Your name")
WHAT_NAME_IS_FOR: Final = N_("It is sealed, too. It stands in the list of who did what.")
PASSPHRASE: Final = N_("Passphrase")
STRONG_ENOUGH: Final = N_("This is not easy to guess.")
HOW_LONG: Final = N_(
    "After that it is due: it is shown to you, and is deleted when you say so. This can be changed "
    "later."
)
NO_NAME: Final = N_("Type your name first.")
NO_PASSPHRASE: Final = N_("Choose a passphrase first.")
NO_DAYS: Final = N_("Choose how long a session is kept first.")
MAKING: Final = N_("Setting up. This takes a moment …")


class SetUp(SmallCard):
    """The first of two screens; the second shows the recovery code.

    Args:
        window: What it covers.
        keeping: What makes the place.
        then: Called when both screens are done with.
    """

    def __init__(self, window: "Window", keeping: "Keeping", then: Callable[[], None]) -> None:
        super().__init__(window, _(TITLE), _("Set it up"), much=True)
        self._over, self._keeping, self._then = window, keeping, then
        self._name = safe.line_edit(_(NAME))
        self._name.setMaxLength(LONGEST_NAME)
        self._passphrase = NewPassphrase(_(PASSPHRASE))
        self._strength = safe.label("", "small_strong")
        self._strength.hide()
        self._days = KeepDays()
        self._name.returnPressed.connect(self._passphrase.line.setFocus)
        self._name.textEdited.connect(self.hush)
        self._days.chosen.connect(self.hush)
        self._passphrase.line.textChanged.connect(self._tell_strength)
        self._passphrase.entered.connect(self._days.setFocus)
        self.agreed.connect(self._set_up)
        self.fill(
            Bullets([_(one) for one in MEANS]),
            safe.rule(),
            safe.label(_(NAME), "small_strong"),
            safe.label(_(WHAT_NAME_IS_FOR), "small"),
            self._name,
            self._passphrase,
            self._strength,
            Field(_(QUESTION), self._days, _(HOW_LONG)),
        )

    def shut(self) -> None:
        """Uncover the window, and forget what was typed."""
        self._name.setText("")
        self._passphrase.forget()
        super().shut()

    def _tell_strength(self, typed: str) -> None:
        self.hush()
        said = (self._weakness(typed) or _(STRONG_ENOUGH)) if typed else ""
        self._strength.setText(said)
        self._strength.setVisible(bool(said))
        self._passphrase.line.setAccessibleDescription(said)

    def _weakness(self, typed: str) -> str | None:
        return weakness(typed, name=self._name.text())

    def _set_up(self) -> None:
        try:
            name, passphrase = self._name.text().strip(), self._passphrase.given()
        except DecisionAidError as problem:
            self.tell(str(problem))
            return
        missing = self._missing(name, passphrase)
        if missing:
            self.tell(missing)
            return
        self.hold(_(MAKING))
        self._keeping.make(name, passphrase, self._show_code, self._fail)

    def _missing(self, name: str, passphrase: str) -> str:
        """What is to be done first; the keyboard goes there."""
        if not name:
            self._name.setFocus()
            return _(NO_NAME)
        weak = self._weakness(passphrase) if passphrase else _(NO_PASSPHRASE)
        if weak:
            self._passphrase.line.setFocus()
            return weak
        return "" if self._days.is_made else _(NO_DAYS)

    def _show_code(self, code: str) -> None:
        if not isValid(self):
            return
        days = self._days.days
        self._keeping.do(lambda store: store.set_keep_days(days), lambda _none: None)
        window, keeping, then = self._over, self._keeping, self._then
        self.shut()
        RecoveryCodePage(window, keeping, code, then).open()

    def _fail(self, sentence: str) -> None:
        if isValid(self):
            self.fail(sentence)
