"""After unlocking with the recovery code: a passphrase of one's own again, in place of the lost."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from shiboken6 import isValid

from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.keeping.asking_passphrase import CHECKING
from decision_aid.gui.keeping.button_names import name_about
from decision_aid.gui.keeping.passphrase_lines import NewPassphrase
from decision_aid.gui.keeping.small_card import SmallCard
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice
from decision_aid.gui.widgets.field import Field

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import Provider

TITLE: Final = N_("Set a new passphrase for yourself")
SET_IT: Final = N_("Set a new passphrase for yourself…")
WHY: Final = N_(
    "You came in with the recovery code. Choose your own entry and give it a new passphrase; the "
    "one it had opens nothing more here. The recovery code stays the same."
)
WHO: Final = N_("Which entry is yours?")
SET: Final = N_("Set it")
LATER: Final = N_("Later")
NOBODY_CHOSEN: Final = N_("Choose your own entry first.")


def offer_new_passphrase(
    window: "Window", keeping: "Keeping", then: Callable[[bool], None]
) -> None:
    """Offer to set one.

    Args:
        window: What the card covers.
        keeping: The kept sessions, opened with the recovery code.
        then: Called with whether one was set.
    """

    def show(people: "tuple[Provider, ...]") -> None:
        if keeping.state.place == "open":  # not locked meanwhile
            NewPassphraseCard(window, keeping, people, then).open()

    keeping.do(lambda store: store.providers(), show)


class NewPassphraseCard(SmallCard):
    """Takes one's own entry and a new passphrase.

    Args:
        window: What it covers.
        keeping: The kept sessions.
        people: Everyone who can unlock.
        then: Called with whether one was set.
    """

    def __init__(
        self,
        window: "Window",
        keeping: "Keeping",
        people: "tuple[Provider, ...]",
        then: Callable[[bool], None],
    ) -> None:
        super().__init__(window, _(TITLE), _(SET))
        self._keeping, self._then = keeping, then
        self._slots = tuple(one.slot for one in people)
        rows = [RowChoice(at, safe.breakable(one.shown_name)) for at, one in enumerate(people)]
        self._who = ChoiceList(_(WHO), rows, can_unchoose=False)
        self._new = NewPassphrase()
        self._new.entered.connect(self.go_on)
        safe.write(self._no, _(LATER), name=name_about(_(LATER), _(TITLE)))
        self.agreed.connect(self._set)
        self.fill(safe.label(_(WHY)), Field(_(WHO), self._who), self._new)

    def shut(self) -> None:
        """Uncover the window, and forget what was typed."""
        self._new.forget()
        super().shut()

    def dismiss(self) -> None:
        """Leave it for later."""
        self._end(is_set=False)

    def _set(self) -> None:
        at = self._who.value
        if not isinstance(at, int):
            self.tell(_(NOBODY_CHOSEN))
            return
        which = self._slots[at]
        try:
            new = self._new.given()
        except DecisionAidError as problem:
            self.tell(str(problem))
            return
        self.hold(_(CHECKING))
        self._keeping.do(
            lambda store: store.reset_passphrase(which, new),
            lambda _none: self._end(is_set=True),
            self._fail,
        )

    def _end(self, *, is_set: bool) -> None:
        if isValid(self) and self.is_open:
            then = self._then
            self.shut()
            then(is_set)

    def _fail(self, sentence: str) -> None:
        if isValid(self):
            self.fail(sentence)
