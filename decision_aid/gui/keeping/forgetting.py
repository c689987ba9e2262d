"""Taking what was said out of everything that shows it or holds it."""

import gc
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from decision_aid.domain.session import Session
from decision_aid.gui.copied_note import clear_clipboard
from decision_aid.gui.crisis_card import CrisisCard
from decision_aid.gui.notice import Notice
from decision_aid.gui.overlay import Overlay

if TYPE_CHECKING:
    from decision_aid.gui.window import Window

_COLLECTS: Final = (0, 3000)
"""Milliseconds after which memory is cleared: at once, and when what was still at work has ended,
such as a dialog that was closed or a PDF that was made."""


def close_dialogs() -> None:
    """Close menus, lists and dialogs, the innermost first, with nothing chosen.

    A dialog of the system's own, as for printing on Windows and macOS, stays; nothing that was
    said stands in it.
    """
    close_menus()
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog):
        # Not `reject`: while a question lies over a dialog, it does not let itself be closed.
        dialog.done(QDialog.DialogCode.Rejected)


def close_menus() -> None:
    """Close menus and lists that are open over the window: they hold the keyboard."""
    while (menu := QApplication.activePopupWidget()) is not None and menu.close():
        pass


def forget(window: "Window", fresh: Session, *, but: QWidget | None = None) -> None:
    """Put a session in which nothing was said in place of this one, and keep nothing of this one.

    Args:
        window: What shows it.
        fresh: The session in which nothing was said.
        but: A card that stays. Help stays in any case: nothing of the session stands in it, and
            somebody may be calling one of its numbers.
    """
    clear_clipboard()
    _forget_cards(window, but)
    window.begin(fresh)
    for notice in window.findChildren(Notice):
        notice.empty()
    for later in _COLLECTS:
        QTimer.singleShot(later, window, collect)


def collect() -> None:
    """Have everything end that nothing holds any more.

    What was there at the start was taken out of the collector's sight. The first page is among it:
    thrown away by now, it would never end.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    was_frozen = gc.get_freeze_count() > 0
    gc.unfreeze()
    gc.collect()
    if was_frozen:
        gc.freeze()


def _forget_cards(window: "Window", but: QWidget | None) -> None:
    """Shut and delete all cards; those the window keeps by it are made anew when they open next."""
    for name, held in list(vars(window).items()):
        if isinstance(held, Overlay) and not isinstance(held, CrisisCard):
            delattr(window, name)
    for card in window.findChildren(Overlay):
        if card is not but and not isinstance(card, CrisisCard):
            Overlay.shut(card)  # not its own: some go on with something else when they are shut
            card.setParent(None)
            card.deleteLater()
