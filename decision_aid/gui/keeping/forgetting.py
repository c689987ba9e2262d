"""Taking what was said out of everything that shows it or holds it."""

import gc
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from decision_aid.domain.session import Session
from decision_aid.gui.copied_note import clear_clipboard
from decision_aid.gui.crisis_card import CrisisCard
from decision_aid.gui.file_dialog import forget_folder
from decision_aid.gui.keeping.moment import Moment
from decision_aid.gui.keeping.small_card import SmallCard
from decision_aid.gui.notice import Notice
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.page_stack import PageStack

if TYPE_CHECKING:
    from decision_aid.gui.window import Window

_AGAIN: Final = 3000
"""Milliseconds after which memory is cleared again while something is at work that may hold what
was said, such as a dialog that was closed or a PDF that is made."""


def close_dialogs() -> None:
    """Close menus, lists and dialogs, the innermost first, with nothing chosen.

    A dialog of the system's own, as for printing on Windows and macOS, stays; nothing that was
    said stands in it.
    """
    close_menus()
    open_ones = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    while isinstance(dialog := QApplication.activeModalWidget(), QDialog) and open_ones:
        # Not `reject`: while a question lies over a dialog, it does not let itself be closed.
        dialog.done(QDialog.DialogCode.Rejected)
        open_ones.pop()  # one that does not close is not waited for


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
    forget_folder()
    _forget_cards(window, but)
    (pages,) = window.findChildren(PageStack)
    collect_then = partial(_collect_until_at_rest, window)
    pages.ended.connect(collect_then, Qt.ConnectionType.SingleShotConnection)
    window.begin(fresh)
    for notice in window.findChildren(Notice):
        notice.empty()


def shut_held(window: "Window") -> None:
    """Shut the cards that wait for an answer: it will not come, and they stay until it comes."""
    for card in window.findChildren(Overlay):
        if isinstance(card, Moment) or (isinstance(card, SmallCard) and card.is_held):
            card.shut()


def _collect_until_at_rest(window: "Window") -> None:
    """Collect now, and later once more where something is still at work."""
    collect()
    in_dialog = QThread.currentThread().loopLevel() > 1
    if in_dialog or QThreadPool.globalInstance().activeThreadCount() > 0:
        QTimer.singleShot(_AGAIN, window, lambda: _collect_until_at_rest(window))


def collect() -> None:
    """Have everything end that nothing holds any more."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def _forget_cards(window: "Window", but: QWidget | None) -> None:
    """Shut and delete all cards; those the window keeps by it are made anew when they open next."""
    window.cards.let_go()
    window.dressing.let_go()
    for card in window.findChildren(Overlay):
        if card is not but and not isinstance(card, CrisisCard):
            Overlay.shut(card)  # not its own: some go on with something else when they are shut
            card.setParent(None)
            card.deleteLater()
