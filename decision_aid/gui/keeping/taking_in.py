"""Taking in a session that was saved as a sealed file; from then on it is kept here."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from shiboken6 import isValid

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.keeping.asking_passphrase import CHECKING, NOTHING_TYPED
from decision_aid.gui.keeping.moving import KIND
from decision_aid.gui.keeping.passphrase_lines import PassphraseLine
from decision_aid.gui.keeping.small_card import SmallCard

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import SessionStore

TITLE: Final = N_("Take in a sealed file")
WHY: Final = N_(
    "The session in the file will be kept here, sealed, as a session of its own. The file is left "
    "as it is."
)
SECRET: Final = N_("The file’s own passphrase")
TAKEN_IN: Final = N_("The session was taken in. It is kept here now.")


def take_in(window: "Window", keeping: "Keeping", tell: Callable[[str], None]) -> None:
    """Choose a sealed file and keep the session in it.

    Args:
        window: What the cards cover.
        keeping: The kept sessions, open.
        tell: Says how it went.
    """
    from decision_aid.gui.file_dialog import open_path  # noqa: PLC0415 - wanted for this only

    path = open_path(window, window.workspace.snapshot, title=_(TITLE), kinds=f"{_(KIND)} (*.ddxs)")
    if path is not None:
        keeping.do(lambda _store: _read(path), lambda data: _ask(window, keeping, data, tell), tell)


def _read(path: "Path") -> bytes:
    from decision_aid.store.portable import read_portable  # noqa: PLC0415 - beside the window

    return read_portable(path)


def _ask(window: "Window", keeping: "Keeping", data: bytes, tell: Callable[[str], None]) -> None:
    if keeping.state.place == "open":
        TakeInCard(window, keeping, data, tell).open()


class TakeInCard(SmallCard):
    """Takes the file's passphrase.

    Args:
        window: What it covers.
        keeping: The kept sessions, open.
        data: The file's content.
        tell: Says how it went.
    """

    def __init__(
        self, window: "Window", keeping: "Keeping", data: bytes, tell: Callable[[str], None]
    ) -> None:
        super().__init__(window, _(TITLE), _("Take it in"))
        self._keeping, self._data, self._say = keeping, data, tell
        self._pack = window.workspace.snapshot.pack
        self._line = PassphraseLine(_(SECRET))
        self._line.entered.connect(self.go_on)
        self.agreed.connect(self._take_in)
        self.entry = self._line.line
        self.fill(safe.label(_(WHY)), self._line)

    def shut(self) -> None:
        """Uncover the window, and forget what was typed."""
        self._line.forget()
        super().shut()

    def _take_in(self) -> None:
        data, typed, pack = self._data, self._line.typed, self._pack
        if not typed:
            self.tell(_(NOTHING_TYPED))
            return

        def keep(store: "SessionStore") -> None:
            # Loaded beside the window.
            from decision_aid.content.sessions import fits  # noqa: PLC0415
            from decision_aid.store.portable import imported  # noqa: PLC0415

            session = imported(data, typed)
            fits(session, pack)
            store.record("imported", store.keep(session).id)

        self.hold(_(CHECKING))
        self._keeping.do(keep, self._end, self._fail)

    def _end(self, _none: None) -> None:
        if isValid(self):
            self.shut()
            self._say(_(TAKEN_IN))

    def _fail(self, sentence: str) -> None:
        if isValid(self):
            self.fail(sentence)
            self._line.line.selectAll()
            self._line.line.setFocus()
