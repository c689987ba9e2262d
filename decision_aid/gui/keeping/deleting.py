"""Deleting kept sessions: what that means, and the passphrase once more."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.keeping.asking_passphrase import ask_passphrase
from decision_aid.gui.keeping.kept_words import count_words, short_name
from decision_aid.gui.keeping.named_sessions import named_sessions
from decision_aid.gui.keeping.small_card import SmallCard
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.choice_list import RowChoice, TickList
from decision_aid.store.set_aside import files_aside

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import Listed

MEANS: Final = (
    N_("What is deleted cannot be opened from this program again: its key is erased here."),
    N_("A disk may keep old sealed bytes for a while. Without the key nobody can read them."),
    N_("Files, prints and PDFs made of it are not reached."),
    N_(
        "Back-ups on this computer still hold what is deleted, sealed, until newer ones take their "
        "place. The more rarely you unlock, the longer that takes: it can be years. Tick below to "
        "delete them, too."
    ),
)
BACK_UPS_TOO: Final = N_("Delete the back-ups on this computer, too")
WITHOUT_THEM: Final = N_("Then nothing damaged can be put back until the next back-up is made.")
ASIDE_TOO: Final = N_("Delete the damaged files set aside on this computer, too")
WITHOUT_ASIDE: Final = N_(
    "They may still hold it, sealed, and nothing takes their place. What could not be put back "
    "from them is then gone for good."
)
IN_WINDOW: Final = N_(
    "It is the session in this window. It stays here until the window is closed, and is kept no "
    "more."
)
DELETE: Final = N_("Delete")
YES: Final = N_("Delete…")
NOT_DELETED: Final = N_("Nothing was deleted; it is kept as before.")
# Translators: a button beside "Delete…": nothing is deleted.
KEEP_IT: Final = N_("Keep")
_WHY_TOO: Final = (
    ("back_ups", N_("All back-ups on this computer, too.")),
    ("aside", N_("All damaged files set aside on this computer, too.")),
)


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
        then: Called with a sentence when it was done or failed, and with "" when it was left.
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
        super().__init__(window, title_for(sessions), _(YES), much=True)
        self._over, self._keeping, self._then = window, keeping, then
        self._which = tuple(one.id for one in sessions)
        self._named = short_name(sessions[0]) if len(sessions) == 1 else count_words(len(sessions))
        self.prefer_no(_(KEEP_IT))
        self._too = TickList(
            _("Back-ups"), _offered(has_aside=bool(files_aside(keeping.places.folder)))
        )
        self.agreed.connect(self._ask)
        here = keeping.state.kept in self._which
        self.fill(
            named_sessions(sessions),
            *([safe.label(_(IN_WINDOW), "strong")] if here else []),
            safe.rule(),
            Bullets([_(one) for one in MEANS]),
            self._too,
        )

    def dismiss(self) -> None:
        """Uncover the window; nothing is deleted."""
        self.shut()
        self._then("")

    def _ask(self) -> None:
        title = self.accessibleName()
        too = self._too.values
        self.shut()
        told = [_("This will be deleted: {sessions}.").format(sessions=self._named)]
        told += [_(words) for value, words in _WHY_TOO if value in too]
        why = safe.breakable(" ".join(told))
        ask_passphrase(
            self._over, self._keeping, title, why, lambda: self._delete(too), yes=_(DELETE)
        )

    def _delete(self, too: tuple[object, ...]) -> None:
        which, keeping, then = self._which, self._keeping, self._then
        # Saved to the last word first: where it cannot be deleted, it is kept as before.
        keeping.settle(
            lambda: keeping.do(
                lambda store: store.delete(*which),
                lambda _none: self._end(too),
                lambda sentence: then(f"{_(NOT_DELETED)} {sentence}"),
            )
        )

    def _end(self, too: tuple[object, ...]) -> None:
        from decision_aid.gui.keeping import purging  # noqa: PLC0415 - not always wanted

        if self._keeping.state.kept in self._which:
            self._keeping.stop_keeping()
            self._over.kept.lose()
        then = self._then
        said = _("Deleted: {sessions}.").format(sessions=count_words(len(self._which)))
        if too:
            kinds = {"back_ups": purging.BACK_UPS, "aside": purging.ASIDE}
            wanted = [kind for name, kind in kinds.items() if name in too]
            purging.purge(self._keeping, wanted, lambda gone: then(f"{said} {gone}"))
        else:
            then(said)


def _offered(*, has_aside: bool) -> tuple[RowChoice, ...]:
    """What else can be deleted with them."""
    back_ups = RowChoice("back_ups", _(BACK_UPS_TOO), _(WITHOUT_THEM))
    aside = RowChoice("aside", _(ASIDE_TOO), _(WITHOUT_ASIDE))
    return (back_ups, aside) if has_aside else (back_ups,)


def title_for(sessions: "Sequence[Listed]") -> str:
    """What is about to be deleted."""
    count = len(sessions)
    if count == 1:
        return _("Delete this session?")
    return ngettext("Delete this {count} session?", "Delete these {count} sessions?", count).format(
        count=number_words(count)
    )
