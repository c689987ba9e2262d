"""Setting up a place where sessions are kept: what that means, a name, a passphrase, how long."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from shiboken6 import isValid

from decision_aid.base.errors import DecisionAidError
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

TITLE: Final = "Set up keeping sessions"
MEANS: Final = (
    "Still nothing is kept by itself. For each session you choose “Keep this session”, or not.",
    (
        "What is kept: all that is said in that session, its label, the days of its visits, and "
        "who did what with it and when."
    ),
    (
        "It is sealed in a file on this computer. Someone who takes the file can read none of it. "
        "They can see how many sessions there are, and about how large they are."
    ),
    "Whoever has a passphrase or the recovery code can read every session kept here.",
    (
        "If all passphrases and the recovery code are lost, the sessions are lost. Nobody can "
        "bring them back."
    ),
    (
        "Not kept out: people who manage this computer, and harmful programs on it, while the "
        "sessions are unlocked."
    ),
)
NAME: Final = "Your name"
WHAT_NAME_IS_FOR: Final = "It is sealed, too. It stands in the list of who did what."
PASSPHRASE: Final = "Passphrase"  # noqa: S105 - the name of a line to type in
STRONG_ENOUGH: Final = "This is not easy to guess."
HOW_LONG: Final = (
    "After that it is due: it is shown to you, and is deleted when you say so. This can be changed "
    "later."
)
NO_NAME: Final = "Type your name first."
NO_PASSPHRASE: Final = "Choose a passphrase first."  # noqa: S105 - a sentence
NO_DAYS: Final = "Choose how long a session is kept first."
MAKING: Final = "Setting up. This takes a moment …"


class SetUp(SmallCard):
    """The first of two screens; the second shows the recovery code.

    Args:
        window: What it covers.
        keeping: What makes the place.
        then: Called when both screens are done with.
    """

    def __init__(self, window: "Window", keeping: "Keeping", then: Callable[[], None]) -> None:
        super().__init__(window, TITLE, "Set it up", much=True)
        self._over, self._keeping, self._then = window, keeping, then
        self._name = safe.line_edit(NAME)
        self._name.setMaxLength(LONGEST_NAME)
        self._passphrase = NewPassphrase(PASSPHRASE)
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
            Bullets(MEANS),
            safe.rule(),
            safe.label(NAME, "small_strong"),
            safe.label(WHAT_NAME_IS_FOR, "small"),
            self._name,
            self._passphrase,
            self._strength,
            Field(QUESTION, self._days, HOW_LONG),
        )

    def shut(self) -> None:
        """Uncover the window, and forget what was typed."""
        self._name.setText("")
        self._passphrase.forget()
        super().shut()

    def _tell_strength(self, typed: str) -> None:
        self.hush()
        said = (self._weakness(typed) or STRONG_ENOUGH) if typed else ""
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
        self.hold(MAKING)
        self._keeping.make(name, passphrase, self._show_code, self._fail)

    def _missing(self, name: str, passphrase: str) -> str:
        """What is to be done first; the keyboard goes there."""
        if not name:
            self._name.setFocus()
            return NO_NAME
        weak = self._weakness(passphrase) if passphrase else NO_PASSPHRASE
        if weak:
            self._passphrase.line.setFocus()
            return weak
        return "" if self._days.is_made else NO_DAYS

    def _show_code(self, code: str) -> None:
        if not isValid(self):
            return
        days = self._days.days
        self._keeping.do(lambda store: store.set_keep_days(days), lambda _: None)
        window, then = self._over, self._then
        self.shut()
        RecoveryCodePage(window, code, then).open()

    def _fail(self, sentence: str) -> None:
        if isValid(self):
            self.fail(sentence)
