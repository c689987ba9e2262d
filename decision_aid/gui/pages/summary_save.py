"""Saving the pages: under which name, with a password or without, beside the window."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import N_, _
from decision_aid.gui.aside import Aside
from decision_aid.gui.pages.summary_build import Wish
from decision_aid.gui.pages.summary_password import PasswordChoice
from decision_aid.workspace.snapshot import Snapshot

NOT_SAVED: Final = N_("The PDF could not be saved. What you said is still here. Please try again.")
SAVING: Final = N_("Saving …")
_LONGEST_WAIT: Final = 5_000
"""Milliseconds for a slow disk."""
Choose = Callable[[QWidget, Snapshot], Path | None]
"""Asks where to save."""


def file_name(on: date) -> str:
    """The name offered for the PDF of a visit: its day, and no word of a person."""
    return f"decision-summary-{on}.pdf"


def choose_path(parent: QWidget, snapshot: Snapshot) -> Path | None:
    """Ask where to save; None when they change their mind."""
    from decision_aid.gui.file_dialog import save_path  # noqa: PLC0415 - wanted for saving only

    name = file_name(snapshot.session.started_on)
    return save_path(parent, snapshot, title=_("Save the PDF"), kinds="PDF (*.pdf)", name=name)


@dataclass(frozen=True)
class _Order:
    """One PDF to be written."""

    wish: Wish
    data: bytes = field(repr=False)
    path: Path
    password: str = field(repr=False)


class Saving(QObject):
    """Saves the pages.

    Args:
        page: What it is asked from.
        password: The password, if there is to be one.
        choose: Asks where to save.

    Attributes:
        told: Emitted with a sentence on how it goes.
        saved: Emitted with the wish whose pages were saved.
    """

    told = Signal(str)
    saved = Signal(object)

    def __init__(self, page: QWidget, password: PasswordChoice, choose: Choose) -> None:
        super().__init__(page)
        self._page, self._password, self._choose = page, password, choose
        self._is_saving = False
        self._aside = Aside(_write, _(NOT_SAVED), self)
        self._aside.done.connect(self._tell_saved)
        self._aside.failed.connect(self._tell_failed)

    def save(self, wish: Wish, data: bytes) -> None:
        """Ask where, and write these bytes there; not while others are being written.

        Args:
            wish: What they were made from.
            data: The PDF, without a password.
        """
        if self._is_saving:
            return
        try:
            password = self._password.given()
        except DecisionAidError as problem:
            self.told.emit(str(problem))
            return
        path = self._choose(self._page, wish.snapshot)
        if path is not None:
            self._is_saving = True
            self.told.emit(_(SAVING))
            self._aside.order(_Order(wish, data, path, password))

    @property
    def is_under_way(self) -> bool:
        """Whether something is being written now."""
        return self._is_saving

    def wait(self) -> None:
        """Let what is being written come to its end, and tell how, before the page is gone."""
        self._aside.wait(_LONGEST_WAIT)

    def _tell_failed(self, _order: _Order, sentence: str) -> None:
        self._is_saving = False
        self.told.emit(sentence)

    def _tell_saved(self, order: _Order, _written: object) -> None:
        self._is_saving = False
        self._password.forget()
        saved = _("Saved as “{file}”.").format(file=order.path.name)
        asks = _("It asks for the password.") if order.password else ""
        self.told.emit(f"{saved} {asks}".rstrip())
        self.saved.emit(order.wish)


def _write(order: _Order) -> bool:
    from decision_aid.report.pdf_file import save  # noqa: PLC0415 - wanted at the last step only

    save(order.path, order.data, password=order.password)
    return True
