"""How long sessions are kept: the choice, and what is due, shown before anything is deleted."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from shiboken6 import isValid

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.clock import today
from decision_aid.gui.keeping.deleting import delete_sessions
from decision_aid.gui.keeping.keep_days import QUESTION, KeepDays
from decision_aid.gui.keeping.kept_words import how_long
from decision_aid.gui.keeping.named_sessions import named_sessions
from decision_aid.gui.keeping.small_card import SmallCard

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import Listed, SessionStore

DELETES_NOTHING: Final = N_(
    "Choosing deletes nothing. What is past its time is shown to you before the list of earlier "
    "sessions, once each time you unlock, and you say whether it is deleted."
)
NOT_NOW: Final = N_("Not now")
SAVING: Final = N_("One moment …")


class KeepDaysCard(SmallCard):
    """Changes how long sessions are kept.

    Args:
        window: What it covers.
        keeping: The kept sessions, open.
        then: Called when it was changed and what is due was answered.
    """

    def __init__(self, window: "Window", keeping: "Keeping", then: Callable[[], None]) -> None:
        super().__init__(window, _(QUESTION), _("Use this"))
        self._over, self._keeping, self._then = window, keeping, then
        self._days = KeepDays()
        self.agreed.connect(self._set)
        self.fill(safe.label(_(DELETES_NOTHING)), self._days)
        keeping.do(lambda store: (store.keep_days,), self._show, self._fail)

    def _show(self, days: "tuple[int | None]") -> None:
        if isValid(self) and not self._days.is_made:
            self._days.show_days(days[0])

    def _set(self) -> None:
        if not self._days.is_made:
            return
        days = self._days.days
        self.hold(_(SAVING))
        self._keeping.do(lambda store: store.set_keep_days(days), self._end, self._fail)

    def _end(self, _none: None) -> None:
        if isValid(self):
            self.shut()
        DueCard.open_if_due(self._over, self._keeping, self._then)

    def _fail(self, sentence: str) -> None:
        if isValid(self):
            self.fail(sentence)


class DueCard(SmallCard):
    """Shows what is past its time and asks whether it is deleted; nothing is deleted by itself.

    Args:
        window: What it covers.
        keeping: The kept sessions, open.
        due: What is past its time.
        days: How many days sessions are kept.
        then: Called when it was answered.
    """

    def __init__(
        self,
        window: "Window",
        keeping: "Keeping",
        due: "Sequence[Listed]",
        days: int | None,
        then: Callable[[], None],
    ) -> None:
        super().__init__(window, due_title(len(due)), _("Delete them…"), much=True)
        self._over, self._keeping, self._due, self._then = window, keeping, tuple(due), then
        self.prefer_no(_(NOT_NOW))
        self.agreed.connect(self._delete)
        self.fill(
            safe.label(f"{how_long(days)} {_('Nothing is deleted yet.')}"),
            named_sessions(due),
        )

    @classmethod
    def open_if_due(cls, window: "Window", keeping: "Keeping", then: Callable[[], None]) -> None:
        """Open it where something is due, and else go on.

        Args:
            window: What it covers.
            keeping: The kept sessions, open.
            then: Called when it was answered, or there was nothing to ask.
        """
        day, kept = today(), keeping.state.kept

        def look(store: "SessionStore") -> "tuple[int | None, tuple[Listed, ...]]":
            days, due = store.keep_days, store.due(day)
            if any(one.id != kept for one in due):
                store.record("viewed_list")  # their labels are about to be seen
            return days, due

        def show(found: "tuple[int | None, tuple[Listed, ...]]") -> None:
            if keeping.state.place != "open":  # locked meanwhile
                return
            days, due = found
            mine = [one for one in due if one.id != keeping.state.kept]
            if mine:
                cls(window, keeping, mine, days, then).open()
            else:
                then()

        def leave(sentence: str) -> None:
            keeping.told.emit(sentence)
            then()

        keeping.do(look, show, leave)

    def dismiss(self) -> None:
        """Uncover the window and go on; what is due stays until it is deleted."""
        self.shut()
        self._then()

    def _delete(self) -> None:
        due, then, window, keeping = self._due, self._then, self._over, self._keeping
        self.shut()

        def deleted(said: str) -> None:
            if said:
                window.tell(said)
            then()

        delete_sessions(window, keeping, due, deleted)


def due_title(count: int) -> str:
    """How many are due."""
    return ngettext(
        "{count} session is past its time", "{count} sessions are past their time", count
    ).format(count=number_words(count))
