"""One time that the kept sessions are locked, from covering the window until it is uncovered."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QShortcut

from decision_aid.base.language import N_, _
from decision_aid.domain.session import Session, StepId
from decision_aid.gui.help_key import HelpKey
from decision_aid.gui.keeping.forgetting import forget, shut_held
from decision_aid.gui.keeping.lock_card import LockScreen
from decision_aid.gui.top_bar import TopBar

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import SessionId
    from decision_aid.store.opening import News

SAVING: Final = N_("One moment: what was said is being saved.")
CLOSING: Final = N_("One moment: the kept sessions are being locked.")
UNSURE: Final = N_(
    "What was said last may not be saved yet; that is being looked at. It is still here, covered. "
    "Leave the computer on."
)
FAILED: Final = N_(
    "What was said last could not be saved. It is still here, covered, and is tried again every "
    "few seconds. Leave the computer on. As soon as it is saved, this locks."
)
KEPT: Final = N_("The session is kept and sealed. Unlock to go on where you were.")
NOT_KEPT: Final = N_("What was said was not kept, so it was cleared. The kept sessions are locked.")
NOTHING_SAID: Final = N_("The kept sessions are locked.")
GO_BACK: Final = N_("Go back to the session?")
WHY_BACK: Final = N_("What was said last is not saved yet. Nothing of it is lost by going back.")
CLOSE: Final = N_("Close, and lose what was said last?")
LOST_IF_CLOSED: Final = N_(
    "What was said last could not be saved, and is lost for good if the program is closed now."
)
LOST_SINCE_IF_CLOSED: Final = N_(
    "What was said since {time} could not be saved, and is lost for good if the program is closed "
    "now."
)
WHY_CLOSE: Final = N_(
    "To export it first, cancel, and choose “Go back to the session”. The passphrase is asked for "
    "so that nobody else can take these words away."
)
CLOSE_NOW: Final = N_("Close and lose it")


class Locking(QObject):
    """Saves, closes the store, forgets everything, and takes a passphrase to come back.

    What is in memory is forgotten only after it is saved. Whoever can unlock the store comes back
    to the same session at the same step; the audit says who.

    Args:
        window: The window.
        keeping: The kept sessions, open.
        fresh: Makes a session in which nothing was said.
        was_said: Whether anything was said in the window.

    Attributes:
        ended: Emitted when the window is uncovered.
    """

    ended = Signal()

    def __init__(
        self,
        window: "Window",
        keeping: "Keeping",
        fresh: Callable[[], Session],
        *,
        was_said: bool,
    ) -> None:
        super().__init__(window)
        self._window, self._keeping, self._fresh = window, keeping, fresh
        self._which: SessionId | None = None
        self._step = window.step
        self._was_said, self._must_keep = was_said, False
        self._is_stuck = self._is_shutting = False
        self._is_unlocked = self._is_returning = False
        self._is_locked = self._is_closing = self._is_ending = False
        self._resting: list[QShortcut] = []
        self.screen = LockScreen(window, window.windowTitle())
        self.screen.new_wanted.connect(self._begin_anew)
        self.screen.close_wanted.connect(window.close)
        self.screen.save_wanted.connect(self._settle)
        self.screen.back_wanted.connect(self._ask_back)

    def start(self, *, must_keep: bool = False) -> None:
        """Cover the window at once, and lock as soon as everything is saved.

        Args:
            must_keep: Whether the session is just begun to be kept: where that fails, the window
                is uncovered again, and nothing is cleared.
        """
        self._must_keep = must_keep
        self._window.blank_patient_screen()
        self._rest()
        has_to_save = must_keep or self._keeping.state.kept is not None
        self.screen.wait(_(SAVING) if has_to_save else _(CLOSING))
        self.screen.open()
        # Else what was wanted before would come up over it.
        self._keeping.drop()
        shut_held(self._window)
        self._window.leaving.when_covered = self._lets_close
        self._keeping.changed.connect(self._look)
        self._keeping.told.connect(self._tell)
        self._keeping.begun.connect(self._come_back)
        self._window.spoke.connect(self._say_anew)
        self._settle()

    def _settle(self) -> None:
        # How it went is known when all who are told of it were told.
        self._keeping.settle(lambda: QTimer.singleShot(0, self, self._look_settled))

    def _look_settled(self) -> None:
        """Everything is saved, or as good as can be."""
        if self._must_keep and self._keeping.state.kept is None:
            self._uncover(self._step)
        elif self._keeping.state.saving in ("saved", "not_kept"):
            self._shut()
        else:
            self._is_stuck = True
            self._look()
            if self._is_closing:
                self._is_closing = False
                self._ask_close()

    def _look(self) -> None:
        """See how it stands with saving."""
        if self._is_shutting:
            return
        saving = self._keeping.state.saving
        if saving == "saved" and self._is_stuck:
            self._shut()
        elif saving == "failed":
            self.screen.wait(_(FAILED), stuck=True)
        elif saving == "unsure":
            self.screen.wait(_(UNSURE))

    def _shut(self) -> None:
        if not self._is_shutting:
            self._is_shutting = True
            self.screen.tell("")
            self._which = self._keeping.state.kept
            self._keeping.shut(self._forget)

    def _forget(self) -> None:
        self._is_locked = True
        forget(self._window, self._fresh(), but=self.screen)
        if self._is_closing:
            self._window.close()
            return
        if self._keeping.state.place == "none":  # it was about to be made, and was not
            self._uncover(self._window.step)
            return
        self.screen.ask(self._became(), self._keeping, self._unlocked)

    def _became(self) -> str:
        """What became of what was said."""
        lost = _(NOT_KEPT) if self._was_said else _(NOTHING_SAID)
        return _(KEPT) if self._which else lost

    def _say_anew(self) -> None:
        """Say everything in another language; but what is told while it saves stays as it is."""
        if not self._is_locked or self._is_unlocked:
            return
        program, became = self._window.windowTitle(), self._became()
        self.screen.ask_anew(program, became, self._keeping, self._unlocked)

    def lock_again(self) -> None:
        """Whoever typed something, or unlocked and was told something first, has left."""
        self.screen.empty()
        self._keeping.drop()
        if self._is_unlocked:
            self._is_unlocked = self._is_returning = False
            self._keeping.shut(self._forget_again)

    def _forget_again(self) -> None:
        forget(self._window, self._fresh(), but=self.screen)
        self.screen.let_choose_language()
        self.screen.take_back()

    def _unlocked(self, news: "tuple[News, ...]") -> None:
        self.screen.tell("")
        self._is_unlocked = True
        # Here, not above: it is wanted when there is a passphrase.
        from decision_aid.gui.keeping.after_unlocking import after_unlocking  # noqa: PLC0415

        after_unlocking(self._window, self._keeping, news, self._return)

    def _return(self) -> None:
        self._is_returning = True
        if self._which is None:
            self._uncover(self._window.step)
        else:
            self._keeping.carry_on(self._which)

    def _come_back(self) -> None:
        """A kept session is in the window: this one, or another that was chosen first."""
        self._uncover(self._step if self._is_returning else self._window.step)

    def _tell(self, sentence: str) -> None:
        """Say what went wrong where it is seen; there may be no session to come back to."""
        if self._is_returning:
            self._uncover(self._window.step)
        else:
            self.screen.tell(sentence)

    def _ask_back(self) -> None:
        from decision_aid.gui.keeping.asking_passphrase import ask_passphrase  # noqa: PLC0415

        ask_passphrase(self._window, self._keeping, _(GO_BACK), _(WHY_BACK), self._go_back)

    def _go_back(self) -> None:
        if not self._is_shutting:  # else it was saved meanwhile
            self._uncover(self._step)

    def _begin_anew(self) -> None:
        """Whoever comes next finds nothing open, and nothing opens for them."""
        self._keeping.drop()
        if not self._is_unlocked:
            self._uncover(self._window.step)
        elif not self._is_ending:
            self._is_ending = True
            self._keeping.shut(lambda: self._uncover(self._window.step))

    def _lets_close(self) -> bool:
        """Whether the window may close now; where not, it closes by itself later or asks."""
        leaving = self._window.leaving
        if self._is_locked:
            is_shut = not self._is_unlocked and not self._keeping.is_trying
            if not is_shut:
                leaving.leave()
            return is_shut
        if self._is_stuck and not self._is_shutting:
            self._ask_close()
        else:
            self._is_closing = True
        return False

    def _ask_close(self) -> None:
        from decision_aid.gui.keeping.asking_passphrase import ask_passphrase  # noqa: PLC0415

        at = self._keeping.state.saved_at
        lost = _(LOST_SINCE_IF_CLOSED).format(time=at) if at else _(LOST_IF_CLOSED)
        why, leave = f"{lost} {_(WHY_CLOSE)}", self._window.leaving.leave
        ask_passphrase(self._window, self._keeping, _(CLOSE), why, leave, yes=_(CLOSE_NOW))

    def _uncover(self, step: StepId) -> None:
        for signal, slot in (
            (self._keeping.changed, self._look),
            (self._keeping.told, self._tell),
            (self._keeping.begun, self._come_back),
            (self._window.spoke, self._say_anew),
        ):
            signal.disconnect(slot)
        self._wake()
        self._window.leaving.when_covered = None
        self.screen.shut()
        self._window.open_step(step)
        self.ended.emit()
        self.deleteLater()

    def _rest(self) -> None:
        """No key reaches what is covered, but the one for help."""
        bar = self._window.findChild(TopBar)
        if bar is not None:
            bar.show_locked(locked=True)
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        shortcuts = self._window.findChildren(QShortcut, options=direct)
        self._resting = [one for one in shortcuts if not isinstance(one, HelpKey)]
        for one in self._resting:
            one.setEnabled(False)

    def _wake(self) -> None:
        bar = self._window.findChild(TopBar)
        if bar is not None:
            bar.show_locked(locked=False)
        for one in self._resting:
            one.setEnabled(True)
