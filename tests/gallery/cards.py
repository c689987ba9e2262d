"""The cards over the window: each opened as a person would, or as the program does by itself."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from decision_aid.base.language import _
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.app import Visit
from decision_aid.gui.keeping.lock_card import LockScreen
from decision_aid.gui.keeping.places import Places
from decision_aid.gui.keeping.warning_card import WarningCard
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.requests import OpenKept, SetUpKeeping
from decision_aid.workspace.changes.phq9 import RatherTalk
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.gui.keeping.kept_screens import RealDoor, fill, kept_session
from tests.gui.keeping.own_store import PASSPHRASE

KEPT = (
    kept_session("Tuesday, room 3", review="in 6 weeks"),
    kept_session("", 3),
    kept_session("A label as long as people write where they can write as they like", 9),
)


@dataclass(frozen=True)
class Desk:
    """A window over a store with three sessions."""

    application: QApplication
    visit: Visit

    def press(self, name: str) -> None:
        buttons = self.visit.window.findChildren(QPushButton)
        next(one for one in buttons if one.isVisible() and one.accessibleName() == name).click()
        self.settle()

    def settle(self) -> None:
        """Let what was asked of the store arrive; what arrives may ask for more."""
        for _round in range(4):
            done = Event()
            self.visit.kept.keeping._worker.order(
                done.set, lambda _given: None, lambda _given: None
            )
            assert done.wait(10)
            self.application.processEvents()

    def shut(self) -> None:
        """Take away every card."""
        for card in self.visit.window.findChildren(Overlay):
            if card.is_open:
                card.shut()
        self.application.processEvents()


def _nothing(_given: object) -> None:
    """What is done with the answer to an order that only shows that those before it are done."""


def _help(desk: Desk) -> None:
    desk.press(_("Help and about"))


def _display(desk: Desk) -> None:
    desk.press(_("Display"))


def _crisis(desk: Desk) -> None:
    desk.press(_("Need help now?"))


def _safety(desk: Desk) -> None:
    desk.visit.window.workspace.apply(RatherTalk())


def _set_up(desk: Desk) -> None:
    desk.visit.window.asked.emit(SetUpKeeping())


def _unlock(desk: Desk) -> None:
    desk.visit.window.asked.emit(OpenKept())


def _list(desk: Desk) -> None:
    _unlock(desk)
    desk.settle()
    lines = desk.visit.window.findChildren(QLineEdit)
    asked = (one for one in lines if one.accessibleName() == _("Passphrase or recovery code"))
    line = next(one for one in asked if one.isVisible())
    line.setText(PASSPHRASE)
    desk.press(_("Unlock"))


def _warning(desk: Desk) -> None:
    means = _("What was said is kept, and opens again with a passphrase.")
    card = WarningCard(desk.visit.window, means, clears=False, longer=True)
    card.count(60)
    card.open()


def _locked(desk: Desk) -> None:
    card = LockScreen(desk.visit.window, _("Decision Aid"))
    card.ask(_("What was said is kept."), desk.visit.kept.keeping, lambda _given: None)
    card.open()


CARDS: Mapping[str, Callable[[Desk], None]] = {
    "help": _help,
    "display": _display,
    "crisis": _crisis,
    "set-up": _set_up,
    "unlock": _unlock,
    "list": _list,
    "warning": _warning,
    "locked": _locked,
    "safety": _safety,
}
"""What opens each card; the one that can be answered only comes last."""


@contextmanager
def open_desk(application: QApplication, pack: Pack, session: Session) -> Iterator[Desk]:
    """Open the program over a store of its own, and close it again."""
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        fill(store, *KEPT)
        visit = Visit(pack, session, Places(store, store), RealDoor(store))
        visit.window.show()
        application.processEvents()
        try:
            yield Desk(application, visit)
        finally:
            visit.window.kept.note()
            assert visit.kept.keeping.end()
            visit.window.close()
            visit.window.deleteLater()
