"""One's own way in: another passphrase, and a new recovery code."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from shiboken6 import isValid

from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.keeping.asking_passphrase import (
    CHECKING,
    NOTHING_TYPED,
    Asking,
    do_with_passphrase,
    please_wait,
    write_down_wrong,
    wrong,
)
from decision_aid.gui.keeping.passphrase_lines import NewPassphrase, PassphraseLine
from decision_aid.gui.keeping.small_card import SmallCard
from decision_aid.store.errors import NotOpenedError

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import SessionStore

TITLE: Final = N_("Change my passphrase")
CHANGE_IT: Final = N_("Change my passphrase…")
WHY: Final = N_(
    "From then on the sessions open with the new one, and the old one reads nothing that is kept "
    "later. A copy of the file made before, such as a back-up, still opens with the old one. The "
    "recovery code stays the same."
)
OLD: Final = N_("The passphrase you have now")
CHANGED: Final = N_("Your passphrase is changed.")
RENEW: Final = N_("Make a new recovery code")
RENEW_IT: Final = N_("Make a new recovery code…")
WHY_RENEW: Final = N_(
    "The old code reads nothing that is kept from then on. A copy of the file made before, such as "
    "a back-up, still opens with it. The new one is shown once: have paper and a pen, or the "
    "printer, ready."
)
RENEWED: Final = N_(
    "There is a new recovery code. The old one opens nothing but copies of the file made before."
)


def renew_code(window: "Window", keeping: "Keeping", then: Callable[[], None]) -> None:
    """Ask for the passphrase, make a new recovery code, and show it this once.

    Args:
        window: What the cards cover.
        keeping: The kept sessions; they are unlocked.
        then: Called when the code was put on paper, or left.
    """

    def renew(store: "SessionStore", passphrase: str) -> str:
        return store.renew_recovery_code(passphrase)

    def show(code: str) -> None:
        from decision_aid.gui.keeping.recovery_code_page import (  # noqa: PLC0415 - wanted by few
            RecoveryCodePage,
        )

        RecoveryCodePage(window, keeping, code, then).open()

    do_with_passphrase(window, keeping, Asking(_(RENEW), _(WHY_RENEW), _("Make it")), renew, show)


class ChangePassphrase(SmallCard):
    """Takes the old passphrase and a new one.

    Args:
        window: What it covers.
        keeping: The kept sessions; they are unlocked.

    Attributes:
        done: Emitted when it was changed.
    """

    done = Signal()

    def __init__(self, window: "Window", keeping: "Keeping") -> None:
        super().__init__(window, _(TITLE), _("Change it"))
        self._keeping = keeping
        self._old, self._new = PassphraseLine(_(OLD)), NewPassphrase()
        self._old.entered.connect(self._new.line.setFocus)
        self._new.entered.connect(self.go_on)
        self.agreed.connect(self._change)
        self.entry = self._old.line
        self.fill(safe.label(_(WHY)), self._old, self._new)

    def shut(self) -> None:
        """Uncover the window, and forget what was typed."""
        self._old.forget()
        self._new.forget()
        super().shut()

    def _change(self) -> None:
        wait = self._keeping.wait_seconds()
        if not self._old.typed:
            self.tell(_(NOTHING_TYPED))
            self._old.line.setFocus()
        elif wait > 0:
            self.tell(please_wait(wait))
        else:
            self._order(self._old.typed)

    def _order(self, old: str) -> None:
        try:
            new = self._new.given()
        except DecisionAidError as problem:
            self.tell(str(problem))
            return

        def change(store: "SessionStore") -> bool:
            try:
                store.change_passphrase(old, new)
            except NotOpenedError:
                write_down_wrong(store)
                return False
            return True

        self.hold(_(CHECKING))
        self._keeping.do(change, self._end, self._fail)

    def _end(self, is_right: bool) -> None:  # noqa: FBT001 - what the store answered
        if not isValid(self):
            return
        self._keeping.tries.note(right=is_right)
        if is_right:
            self.shut()
            self.done.emit()
        else:
            self._old.forget()
            self._old.line.setFocus()
            self.fail(wrong(self._keeping.wait_seconds()))

    def _fail(self, sentence: str) -> None:
        if isValid(self):
            self.fail(sentence)
