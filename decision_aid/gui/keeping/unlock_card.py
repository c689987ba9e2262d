"""Unlocking the kept sessions over the window, because something is wanted of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from shiboken6 import isValid

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.keeping.small_card import SmallCard
from decision_aid.gui.keeping.unlock_line import UnlockLine
from decision_aid.gui.requests import OpenSession

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.opening import News

TITLE: Final = N_("Unlock the kept sessions")
WHY: Final = N_("The sessions on this computer are sealed. Your passphrase opens them.")
FILE: Final = N_("Open a session file…")


class UnlockCard(SmallCard):
    """One line for a passphrase or the recovery code; it stays as it is while that is tried.

    Args:
        window: What it covers.
        keeping: The kept sessions; they are shut.
        then: Called with what is worth telling when they are open.
    """

    def __init__(
        self, window: "Window", keeping: "Keeping", then: "Callable[[tuple[News, ...]], None]"
    ) -> None:
        super().__init__(window, _(TITLE), _("Unlock"))
        self._over, self._then = window, then
        self._line = UnlockLine(window, keeping, self._end)
        self._line.entered.connect(self.go_on)
        self._line.trying.connect(self.hold)
        self._line.refused.connect(self.fail)
        self.agreed.connect(self._line.unlock)
        file = safe.button(_(FILE), "quiet")
        file.clicked.connect(self._open_file)
        self.fill(safe.label(_(WHY)), self._line, beside=file)
        self.entry = self._line.line

    def shut(self) -> None:
        """Uncover the window, and forget what was typed."""
        self._line.forget()
        super().shut()

    def _end(self, news: "tuple[News, ...]") -> None:
        if isValid(self) and self.is_open:
            self.shut()
            self._then(news)

    def _open_file(self) -> None:
        if self._closable:
            self.shut()
            self._over.asked.emit(OpenSession())
