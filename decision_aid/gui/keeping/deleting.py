"""Deleting kept sessions: what that means, and the passphrase once more."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from decision_aid.gui import safe
from decision_aid.gui.keeping.asking_passphrase import ask_passphrase
from decision_aid.gui.keeping.kept_words import count_words, short_name
from decision_aid.gui.keeping.small_card import SmallCard
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.choice_list import RowChoice, TickList

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import Listed

MEANS: Final = (
    "The key is erased, so that it can be read here no more. Nobody can bring it back.",
    "A disk may keep old sealed bytes for a while. Without the key nobody can read them.",
    "Files, prints and PDFs made of it are not reached.",
    (
        "Back-ups on this computer still hold it, sealed, until newer ones take their place. That "
        "can take nine months."
    ),
)
BACK_UPS_TOO: Final = "Delete the back-ups on this computer, too"
WITHOUT_THEM: Final = "Then nothing damaged can be put back until the next back-up is made."
IN_WINDOW: Final = (
    "It is the session in this window. It stays here until the window is closed, and is kept no "
    "more."
)
DELETE: Final = "Delete"
YES: Final = "Delete…"
KEEP_IT: Final = "Keep"
MOST_NAMED: Final = 8


def delete_sessions(
    window: "Window",
    keeping: "Keeping",
    sessions: "Sequence[Listed]",
    then: Callable[[str], None],
) -> None:
    """Say what deleting means, ask for the passphrase, and delete.

    Args:
        window: What the cards cover.
        keeping: The kept sessions, open.
        sessions: Which; at least one.
        then: Called with a sentence when it was done, and with "" when it was left.
    """
    DeleteCard(window, keeping, sessions, then).open()


class DeleteCard(SmallCard):
    """Says what deleting means. Arguments as for `delete_sessions`."""

    def __init__(
        self,
        window: "Window",
        keeping: "Keeping",
        sessions: "Sequence[Listed]",
        then: Callable[[str], None],
    ) -> None:
        super().__init__(window, title_for(sessions), YES, much=True)
        self._over, self._keeping, self._then = window, keeping, then
        self._which = tuple(one.id for one in sessions)
        self._named = short_name(sessions[0]) if len(sessions) == 1 else count_words(len(sessions))
        self.prefer_no(KEEP_IT)
        self._back_ups = TickList("Back-ups", (RowChoice("too", BACK_UPS_TOO, WITHOUT_THEM),))
        self.agreed.connect(self._ask)
        here = keeping.state.kept in self._which
        self.fill(
            Bullets([safe.breakable(short_name(one)) for one in sessions[:MOST_NAMED]]),
            *([safe.label(IN_WINDOW, "strong")] if here else []),
            safe.rule(),
            Bullets(MEANS),
            self._back_ups,
        )

    def dismiss(self) -> None:
        """Uncover the window; nothing is deleted."""
        self.shut()
        self._then("")

    def _ask(self) -> None:
        title = self.accessibleName()
        purge = bool(self._back_ups.values)
        self.shut()
        too = " All back-ups on this computer, too." if purge else ""
        why = safe.breakable(f"This will be deleted: {self._named}.{too}")
        ask_passphrase(
            self._over, self._keeping, title, why, lambda: self._delete(purge=purge), yes=DELETE
        )

    def _delete(self, *, purge: bool) -> None:
        which, keeping = self._which, self._keeping
        if keeping.state.kept in which:
            keeping.stop_keeping()
            self._over.kept.lose()
        keeping.do(lambda store: store.delete(*which), lambda _: self._end(purge=purge))

    def _end(self, *, purge: bool) -> None:
        from decision_aid.gui.keeping import back_ups_card  # noqa: PLC0415 - not always wanted

        then, said = self._then, f"Deleted: {count_words(len(self._which))}."
        if purge:
            back_ups_card.purge(
                self._keeping, lambda count: then(f"{said} {back_ups_card.gone_words(count)}")
            )
        else:
            then(said)


def title_for(sessions: "Sequence[Listed]") -> str:
    """What is about to be deleted."""
    if len(sessions) == 1:
        return "Delete this session?"
    return f"Delete these {len(sessions):,} sessions?"
