"""Saving a kept session as a file that anyone can read, after a warning."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from decision_aid.base import atomic
from decision_aid.base.language import N_, _
from decision_aid.gui.keeping.asking_passphrase import ask_passphrase
from decision_aid.gui.keeping.moving import ASKS, WHY_ASKED, file_name

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import Listed, SessionStore

WARNS: Final = N_("Save a file that anyone can read?")
WHAT_IT_MEANS: Final = N_(
    "The file is not sealed. Whoever gets it can read all that was said: on a shared computer, in "
    "a mail, on a lost stick. It is not deleted when the session is. A sealed file is the safer "
    "way."
)
NO: Final = N_("Do not save it")
YES: Final = N_("Save it unsealed…")
TITLE: Final = N_("Save as a plain file")
KIND: Final = N_("Session")


def export_plain(
    window: "Window", keeping: "Keeping", one: "Listed", tell: Callable[[str], None]
) -> None:
    """Save a kept session as a plain file.

    Args:
        window: What the cards cover.
        keeping: The kept sessions, open.
        one: Which.
        tell: Says how it went.
    """

    def ask() -> None:
        ask_passphrase(
            window,
            keeping,
            _(ASKS),
            _(WHY_ASKED),
            lambda: _choose_and_write(window, keeping, one, tell),
        )

    window.question.ask(_(WARNS), _(WHAT_IT_MEANS), no=_(NO), yes=_(YES), then=ask)


def _choose_and_write(
    window: "Window", keeping: "Keeping", one: "Listed", tell: Callable[[str], None]
) -> None:
    from decision_aid.gui.file_dialog import save_path  # noqa: PLC0415 - wanted for this only

    snapshot, name = window.workspace.snapshot, file_name(one, ".yaml")
    path = save_path(window, snapshot, title=_(TITLE), kinds=f"{_(KIND)} (*.yaml)", name=name)
    if path is None:
        return

    def write(store: "SessionStore") -> None:
        from decision_aid.content.session_writing import written  # noqa: PLC0415 - as above

        atomic.write(path, written(store.load(one.id).session))
        store.record("exported", one.id)

    told = _("Saved as “{name}”. Anyone who has the file can read it.").format(name=path.name)
    keeping.settle(lambda: keeping.do(write, lambda _none: tell(told), tell))
