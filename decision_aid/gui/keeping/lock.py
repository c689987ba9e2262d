"""When the program locks, and what comes before.

With a session that is kept, locking saves and seals it, and whoever unlocks goes on where they
were. Without, locking clears what was said: nothing is written that nobody asked to keep, and what
stays readable on a screen that everybody has left is not private.

A visit is mostly talk, and five minutes without a touch are soon over. So, where something would be
lost, the warning comes a whole minute before and rings the bell once; and one press gives fifteen
minutes for the rest of the visit. While a talk comes first, after item 9, it is fifteen minutes by
itself, so that nobody who is calling a number comes back to an empty screen.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.clinic import LOCK_MINUTES
from decision_aid.domain.session import Session
from decision_aid.gui.keeping.at_stake import AtStake
from decision_aid.gui.keeping.forgetting import close_dialogs, close_menus, forget, shut_held
from decision_aid.gui.keeping.idle import Idle
from decision_aid.gui.keeping.moment import Moment
from decision_aid.gui.keeping.sleep import always
from decision_aid.gui.overlay import held_on
from decision_aid.gui.top_bar import TopBar

if TYPE_CHECKING:
    from decision_aid.gui.keeping.leaving_card import LeavingCard
    from decision_aid.gui.keeping.locking import Locking
    from decision_aid.gui.keeping.warning_card import WarningCard
    from decision_aid.gui.window import Window

MINUTES: Final = 5
"""Minutes without a touch, where the clinic says nothing else."""
LONGER: Final = LOCK_MINUTES[-1]
WARNS: Final = 20.0
"""Seconds before locking that the warning comes."""
WARNS_OF_LOSS: Final = 60.0
"""The same where something would be lost; never more than half the time."""
SLEPT: Final = 15.0
"""Seconds by which a tick comes late after which the computer must have slept."""

ALL_THE_SAME: Final = N_("Lock all the same?")
NOTHING_TO_LOCK: Final = N_("There is nothing to lock: nothing was said yet.")


class Lock(QObject):
    """Watches whether somebody is here, warns, and locks.

    Args:
        window: The window; it is on the screen already.
        fresh: Makes a session in which nothing was said.
        clock: Seconds from some moment on; they never go back, and go on while the computer sleeps.

    Attributes:
        idle: How long nobody has touched the program.
    """

    def __init__(
        self, window: "Window", fresh: Callable[[], Session], clock: Callable[[], float] = always
    ) -> None:
        super().__init__(window)
        self._window, self._fresh = window, fresh
        self._at_stake = AtStake(window)
        self._longer_for: object = None
        self._warning: WarningCard | None = None
        self._leaving: LeavingCard | None = None
        self._locking: Locking | None = None
        self.idle = Idle(clock, self)
        self.idle.ticked.connect(self._tick)
        self.idle.touched.connect(self._note_touch)
        QShortcut(QKeySequence("Ctrl+L"), window, self.now)
        bar = window.findChild(TopBar)
        if bar is not None:
            bar.put_lock().clicked.connect(self.now)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._note_state)

    @property
    def is_locked(self) -> bool:
        """Whether the window is covered until somebody unlocks."""
        return self._locking is not None

    @property
    def seconds(self) -> float:
        """Seconds without a touch after which it locks."""
        snapshot = self._window.workspace.snapshot
        said = snapshot.clinic.lock_minutes if snapshot.clinic else None
        minutes = said or MINUTES
        if snapshot.journey.paused or self._longer_for == self._visit():
            minutes = LONGER
        return minutes * 60.0

    def now(self) -> None:
        """Lock because somebody wants it: at once, or after asking where something is lost."""
        self._shut_warning()
        if self.is_locked or self._is_asking:
            return
        held = held_on(self._window)
        if not self._at_stake.is_any:
            self._window.tell(_(NOTHING_TO_LOCK))
        elif held:
            self._window.question.ask(
                _(ALL_THE_SAME), held, no=_("Stay here"), yes=_("Lock"), then=self._ask_or_lock
            )
        else:
            self._ask_or_lock()

    def _ask_or_lock(self) -> None:
        if self._at_stake.is_lost:
            self._ask()
        else:
            self._lock()

    def _tick(self, since: float) -> None:
        left = self.seconds - self.idle.away
        slept = since > SLEPT and self._at_stake.is_kept
        if left > WARNS_OF_LOSS and not slept:
            return
        if self._locking is not None:
            if left <= 0:
                self._locking.lock_again()
        elif not self._at_stake.is_any:
            self._shut_warning()
        elif left <= 0 or slept:
            self._lock(nobody_words(round(self.seconds / 60)))
        elif left <= self._notice() and not self._is_asking:
            self._warn(left)

    def _notice(self) -> float:
        """Seconds before locking that the warning comes."""
        is_lost = self._at_stake.is_lost or held_on(self._window)
        wanted = WARNS_OF_LOSS if is_lost else WARNS
        return min(wanted, self.seconds / 2)

    def _warn(self, left: float) -> None:
        if self._warning is None or not isValid(self._warning):
            self._warning = self._make_warning()
            self._warning.open()
            self._call_them()
        self._warning.count(left)

    def _make_warning(self) -> "WarningCard":
        # Here, not above: most visits never see it.
        from decision_aid.gui.keeping.warning_card import WarningCard  # noqa: PLC0415

        close_menus()
        over = QApplication.activeModalWidget() or self._window
        made = WarningCard(
            over,
            self._at_stake.means(),
            clears=self._at_stake.is_cleared,
            longer=self.seconds < LONGER * 60,
        )
        made.stayed.connect(self._shut_warning)
        made.more_wanted.connect(self._take_longer)
        return made

    def _call_them(self) -> None:
        """Be noticed by people who look at each other; take no other program's keys."""
        QApplication.alert(self._window)
        if not self._window.isMinimized():
            self._window.raise_()
        if self._at_stake.is_lost:
            QApplication.beep()

    def _note_touch(self) -> None:
        if self._warning is not None and isValid(self._warning):
            self._warning.stop()

    def _take_longer(self) -> None:
        self._longer_for = self._visit()
        self._shut_warning()

    def _shut_warning(self) -> None:
        card, self._warning = self._warning, None
        if card is not None and isValid(card):
            card.shut()

    def _visit(self) -> tuple[object, ...]:
        """Tells this visit from others."""
        session = self._window.workspace.snapshot.session
        return session.seed, session.started_on

    def _ask(self) -> None:
        # Here, not above: it is wanted by few.
        from decision_aid.gui.keeping.leaving_card import LeavingCard  # noqa: PLC0415

        self._window.blank_patient_screen()
        self._drop()
        card = self._leaving = LeavingCard(
            self._window,
            has_store=self._at_stake.has_store,
            can_keep=self._at_stake.can_keep,
        )
        card.clear_wanted.connect(self._lock)
        card.keep_wanted.connect(self._keep_and_lock)
        card.open()

    def _drop(self) -> None:
        """Nothing that was asked for before comes up over what covers the window now."""
        if (keeping := self._at_stake.keeping) is not None:
            keeping.drop()
        shut_held(self._window)

    @property
    def _is_asking(self) -> bool:
        """Whether it is covered, and asked whether to clear what was said."""
        card = self._leaving
        return card is not None and isValid(card) and card.is_open

    def _keep_and_lock(self) -> None:
        if (keeping := self._at_stake.keeping) is not None:
            keeping.keep()
            self._lock(must_keep=True)

    def _lock(self, why: str = "", *, must_keep: bool = False) -> None:
        """Lock.

        Args:
            why: Why, in a sentence, where nobody asked for it.
            must_keep: Whether nothing may be cleared that could not be kept.
        """
        self._shut_warning()
        close_dialogs()
        if self._leaving is not None and self._is_asking:
            self._leaving.shut()
        keeping, paused = self._at_stake.keeping, self._window.workspace.snapshot.journey.paused
        if keeping is None or not self._at_stake.is_open:
            self._clear(why)
        else:
            # Here, not above: it is wanted where there is a store.
            from decision_aid.gui.keeping.locking import Locking  # noqa: PLC0415

            was_said = self._at_stake.is_said
            self._locking = Locking(self._window, keeping, self._fresh, was_said=was_said)
            self._locking.ended.connect(self._note_unlocked)
            self._locking.start(must_keep=must_keep)
        if paused:  # whoever is calling one of the numbers still has them
            self._window.show_help()

    def _clear(self, why: str) -> None:
        """Forget all of it, with the window covered before anything else is done."""
        self._drop()
        cleared, cover = self._at_stake.cleared(why), Moment(self._window, hides=True)
        cover.open()
        cover.repaint()
        forget(self._window, self._fresh(), but=cover)
        cover.shut()
        self._window.tell(cleared)

    def _note_unlocked(self) -> None:
        self._locking = None
        self.idle.note()

    def _note_state(self, state: Qt.ApplicationState) -> None:
        """The system puts the program to sleep; desktops never say so, see `sleep.py`."""
        asleep = state == Qt.ApplicationState.ApplicationSuspended
        if asleep and self._at_stake.is_kept and not self.is_locked:
            self._lock()


def nobody_words(minutes: int) -> str:
    """That nobody was here for so long."""
    return ngettext(
        "Nobody touched the program for {minutes} minute.",
        "Nobody touched the program for {minutes} minutes.",
        minutes,
    ).format(minutes=number_words(minutes))
