"""The damaged files that were set aside: how many there are, and how to be rid of them."""

from typing import TYPE_CHECKING, Final

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.keeping.purge_row import Asking, PurgeRow
from decision_aid.gui.keeping.purging import ASIDE

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window

DELETE: Final = N_("Delete the damaged files…")
YES: Final = N_("Delete the damaged files")
TITLE: Final = N_("Delete the damaged files that were set aside?")
WHY: Final = N_(
    "Sessions deleted before, and passphrases that were changed or removed, are then gone from "
    "these files, too. What could not be put back from them is gone for good. Neither the list of "
    "sessions nor the back-ups are touched."
)
REACHED: Final = N_(
    "Deleting sessions or back-ups reaches what was set aside only where you choose that, too."
)


class SetAside(PurgeRow):
    """Says how many there are, with a button that deletes them; not seen where there is none.

    Args:
        window: What its card covers.
        keeping: The kept sessions; they are unlocked.
    """

    def __init__(self, window: "Window", keeping: "Keeping") -> None:
        self._words = safe.label()
        asking = Asking(button=DELETE, title=TITLE, why=WHY, yes=YES)
        super().__init__(window, keeping, ASIDE, asking, (self._words,))
        self.hide()

    def show_count(self, count: int) -> None:
        """Show how many there are."""
        self._words.setText(count_words(count))
        self.setVisible(count > 0)


def count_words(count: int) -> str:
    """That damaged files lie there, too."""
    lie = ngettext(
        "{count} damaged file was set aside beside the sessions, sealed as the store was.",
        "{count} damaged files were set aside beside the sessions, sealed as the store was.",
        count,
    ).format(count=number_words(count))
    return f"{lie} {_(REACHED)}"
