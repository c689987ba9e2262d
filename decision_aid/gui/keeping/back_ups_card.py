"""The back-ups of the kept sessions: which there are, and how to be rid of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.keeping.event_words import when_words
from decision_aid.gui.keeping.kept_words import count_words
from decision_aid.gui.keeping.purge_row import Asking, PurgeRow
from decision_aid.gui.keeping.purging import BACK_UPS
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.text_table import TextTable
from decision_aid.store.back_ups import back_ups

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window

WHAT_FOR: Final = N_(
    "When you unlock and the newest back-up is over half an hour old, another is made and checked. "
    "What is damaged is put back from them. At most 31 stay: the last ones of some days, weeks "
    "and months. They lie on the same disk, so they do not help when that is lost or stolen."
)
HOLD: Final = N_(
    "A back-up is sealed as the store is. It still holds what was deleted since, and it opens with "
    "the passphrases of its day."
)
NONE: Final = N_("There is no back-up.")
EVERY: Final = N_("Every back-up")
DELETE: Final = N_("Delete the back-ups…")
YES: Final = N_("Delete the back-ups")
TITLE: Final = N_("Delete all back-ups?")
WHY: Final = N_(
    "Sessions deleted before, and passphrases that were changed or removed, are then gone from "
    "the back-ups, too. Nothing damaged can be put back until the next back-up is made, when you "
    "unlock again. What is in the list of sessions is not touched."
)
_HEADS: Final = (
    # Translators: the head of a column: when a back-up was made.
    N_("Made"),
    N_("Sessions in it"),
)


@dataclass(frozen=True)
class Made:
    """One back-up as it is told.

    Attributes:
        at: When it was made, UTC, by this computer's clock.
        sessions: How many are in it.
    """

    at: datetime
    sessions: int


def look(folder: "Path") -> tuple[Made, ...]:
    """All back-ups, the newest first. Done on the store's thread.

    Args:
        folder: The folder of the store.
    """
    return tuple(Made(one.made_at, one.count()) for one in back_ups(folder))


class BackUps(PurgeRow):
    """What back-ups there are, and a button that deletes them.

    Args:
        window: What its card covers.
        keeping: The kept sessions; they are unlocked.
    """

    def __init__(self, window: "Window", keeping: "Keeping") -> None:
        self._newest = safe.label("", "strong")
        self._every = Disclosure(_(EVERY))
        self._table = _empty_table()
        self._every.body.addWidget(self._table)
        said = (self._newest, safe.label(_(WHAT_FOR)), safe.label(_(HOLD)), self._every)
        asking = Asking(button=DELETE, title=TITLE, why=WHY, yes=YES)
        super().__init__(window, keeping, BACK_UPS, asking, said)

    def show_all(self, made: Sequence[Made]) -> None:
        """Show these, the newest first."""
        self._newest.setText(newest_words(made))
        self._every.setVisible(bool(made))
        self.delete.setVisible(bool(made))
        old, self._table = self._table, _empty_table()
        for one in made:
            self._table.add_row((when_words(one.at), number_words(one.sessions)))
        self._every.body.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()


def newest_words(made: Sequence[Made]) -> str:
    """When the newest was made, with how many sessions, and how many there are."""
    if not made:
        return _(NONE)
    # Translators: {moment} is a day and a time; {sessions} is such as "3 sessions".
    newest = _("The newest is of {moment}, with {sessions}.").format(
        moment=when_words(made[0].at), sessions=count_words(made[0].sessions)
    )
    every = ngettext("There is {count} in all.", "There are {count} in all.", len(made))
    return f"{newest} {every.format(count=number_words(len(made)))}"


def _empty_table() -> TextTable:
    return TextTable(_(EVERY), [_(head) for head in _HEADS], (1, 1))
