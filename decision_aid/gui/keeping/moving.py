"""Carrying one kept session to another computer: a sealed file with a passphrase of its own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from shiboken6 import isValid

from decision_aid.base import atomic
from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.keeping.asking_passphrase import ask_passphrase
from decision_aid.gui.keeping.kept_words import short_name
from decision_aid.gui.keeping.passphrase_lines import NewPassphrase
from decision_aid.gui.keeping.small_card import SmallCard
from decision_aid.store.passphrases import weakness

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import Listed, SessionStore

TITLE: Final = N_("Save as a sealed file")
WHY: Final = N_(
    "The file has a passphrase of its own, and without it nobody can read it. Tell that passphrase "
    "only to whoever is to open the file, and not in the same letter or mail. The session stays "
    "kept here."
)
FILE_PASSPHRASE: Final = N_("Passphrase for the file")
ASKS: Final = N_("Save a session to a file?")
WHY_ASKED: Final = N_("A file leaves what is kept here. It is written down that you saved one.")
SEALING: Final = N_("Sealing …")
KIND: Final = N_("Sealed session")


def export_sealed(
    window: "Window", keeping: "Keeping", one: "Listed", tell: Callable[[str], None]
) -> None:
    """Save a kept session as a sealed file.

    Args:
        window: What the cards cover.
        keeping: The kept sessions, open.
        one: Which.
        tell: Says how it went.
    """
    ExportCard(window, keeping, one, tell).open()


def file_name(one: "Listed", ending: str) -> str:
    """The name offered for a session's file: the day of its last visit, and no word of a person."""
    return f"session-{one.last_visit.isoformat()}{ending}"


class ExportCard(SmallCard):
    """Takes the file's passphrase. Arguments as for `export_sealed`."""

    def __init__(
        self, window: "Window", keeping: "Keeping", one: "Listed", tell: Callable[[str], None]
    ) -> None:
        super().__init__(window, _(TITLE), _("Save…"))
        self._over, self._keeping, self._one, self._say = window, keeping, one, tell
        self._passphrase = NewPassphrase(_(FILE_PASSPHRASE))
        self._passphrase.entered.connect(self.go_on)
        self.agreed.connect(self._check)
        self.entry = self._passphrase.line
        self.fill(
            safe.label(safe.breakable(short_name(one)), "strong"),
            safe.label(_(WHY)),
            self._passphrase,
        )

    def shut(self) -> None:
        """Uncover the window, and forget what was typed."""
        self._passphrase.forget()
        super().shut()

    def _check(self) -> None:
        """See that the file's passphrase will do, and who is at work."""
        try:
            given = self._passphrase.given()
        except DecisionAidError as problem:
            self.tell(str(problem))
            return
        if said := weakness(given):
            self.tell(said)
            self._passphrase.line.setFocus()
            return
        ask_passphrase(self._over, self._keeping, _(ASKS), _(WHY_ASKED), lambda: self._save(given))

    def _save(self, passphrase: str) -> None:
        from decision_aid.gui.file_dialog import save_path  # noqa: PLC0415 - wanted for this only

        if not isValid(self):
            return
        snapshot, name = self._over.workspace.snapshot, file_name(self._one, ".ddxs")
        path = save_path(
            self._over, snapshot, title=_(TITLE), kinds=f"{_(KIND)} (*.ddxs)", name=name
        )
        if path is None or not isValid(self):
            return
        self.hold(_(SEALING))
        which = self._one.id

        def write(store: "SessionStore") -> None:
            # What seals is loaded where it is used: beside the window.
            from decision_aid.store.key_cost import calibrated_cost  # noqa: PLC0415
            from decision_aid.store.portable import exported  # noqa: PLC0415

            data = exported(store.load(which).session, passphrase, calibrated_cost())
            atomic.write(path, data)
            store.record("exported", which)

        self._keeping.settle(
            lambda: self._keeping.do(write, lambda _none: self._end(path), self._fail)
        )

    def _end(self, path: "Path") -> None:
        if isValid(self):
            self.shut()
            self._say(
                _("Saved as “{name}”. It opens with its own passphrase only.").format(
                    name=path.name
                )
            )

    def _fail(self, sentence: str) -> None:
        if isValid(self):
            self.fail(sentence)
