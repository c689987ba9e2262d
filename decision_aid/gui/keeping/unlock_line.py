"""The line in which a passphrase or a recovery code is typed to unlock the kept sessions."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.keeping.asking_passphrase import NOTHING_TYPED, when_again
from decision_aid.gui.keeping.passphrase_lines import PassphraseLine
from decision_aid.gui.question_card import QuestionCard
from decision_aid.store.recovery_codes import typing_error

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.store.opening import News

SECRET: Final = N_("Passphrase or recovery code")
CHECKING: Final = N_("Checking …")
OLDER: Final = N_("They may not be the newest")
LEAVE_OLDER: Final = N_("Leave it closed")
USE_OLDER: Final = N_("Use it all the same")
_SECOND: Final = 1000
_LIKE_A_CODE: Final = 7
"""Groups of four from which on it was meant to be a recovery code."""


class UnlockLine(QWidget):
    """One line for both. It says itself how long to wait after wrong tries.

    Args:
        over: What the card it stands on covers.
        keeping: The kept sessions; they are shut.
        then: Called with what is worth telling when they are open.

    Attributes:
        entered: Emitted when Enter is pressed in it.
        trying: Emitted with a sentence while what was typed is tried.
        refused: Emitted with a sentence when it did not unlock.
    """

    entered = Signal()
    trying = Signal(str)
    refused = Signal(str)

    def __init__(
        self, over: QWidget, keeping: "Keeping", then: "Callable[[tuple[News, ...]], None]"
    ) -> None:
        super().__init__()
        self._over, self._keeping, self._then = over, keeping, then
        self._line = PassphraseLine(_(SECRET))
        self._line.entered.connect(self.entered)
        self.line = self._line.line
        self._is_trying = False
        self._waits = QTimer(self)
        self._waits.setInterval(_SECOND)
        self._waits.timeout.connect(self._count_down)
        self._left = safe.label("", "small_strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        column.addWidget(self._left)
        keeping.prepare()
        self._count_down()

    @property
    def is_begun(self) -> bool:
        """Whether anything stands in it."""
        return bool(self._line.typed)

    def unlock(self) -> None:
        """Try what was typed; one try at a time."""
        if self._is_trying:
            return
        if not self._line.typed:
            self.refused.emit(_(NOTHING_TYPED))
        elif self._keeping.wait_seconds() > 0:
            self._count_down()
            announce(self, self._left.text())
        else:
            self._try(accept_older=False)

    def forget(self) -> None:
        """Empty it."""
        self._line.forget()

    def _try(self, *, accept_older: bool) -> None:
        self.trying.emit(_(CHECKING))
        self._is_trying = True
        self._keeping.unlock(
            self._line.typed,
            self._go_on,
            self._refuse,
            older=self._ask_older,
            stopped=self._stop,
            accept_older=accept_older,
        )

    def _go_on(self, news: "tuple[News, ...]") -> None:
        if isValid(self):
            self._is_trying = False
        self._then(news)

    def _stop(self, sentence: str) -> None:
        if isValid(self):
            self.forget()  # nobody else is to press Enter on it
        self._refuse(sentence)

    def _refuse(self, sentence: str) -> None:
        if not isValid(self):
            return
        self._is_trying = False
        self.refused.emit(f"{sentence} {_about_code(self._line.typed)}".strip())
        self.line.selectAll()
        self.line.setFocus()
        self._count_down()

    def _ask_older(self, sentence: str) -> None:
        if not isValid(self):
            return
        self._is_trying = False
        self.refused.emit(sentence)
        QuestionCard(self._over).ask(
            _(OLDER),
            sentence,
            no=_(LEAVE_OLDER),
            yes=_(USE_OLDER),
            then=lambda: self._try(accept_older=True),
        )

    def _count_down(self) -> None:
        """Say how long the next try has to wait, as long as it has to."""
        seconds = self._keeping.wait_seconds()
        self._left.setVisible(seconds > 0)
        self._left.setText(when_again(seconds))
        if seconds > 0 and not self._waits.isActive():
            self._waits.start()
        elif seconds == 0:
            self._waits.stop()


def _about_code(typed: str) -> str:
    """What is wrong with it, where it was meant to be a recovery code."""
    groups = typed.replace("-", " ").split()
    if sum(len(one) == 4 for one in groups) < _LIKE_A_CODE:
        return ""
    return typing_error(typed) or ""
