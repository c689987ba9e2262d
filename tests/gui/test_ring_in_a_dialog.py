"""The ring around the keyboard in a dialog that a page opens: on the dialog, not on the page."""

from collections.abc import Callable

from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.file_dialog import FileDialog
from decision_aid.gui.focus_ring import FocusRing
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLineEdit

from tests.builders import a_pack, a_session
from tests.gui.choosing import in_the_dialog
from tests.gui.driver import Driver

Opener = Callable[[Pack, Session], Driver]


def test_it_lies_around_the_line_of_the_dialog(open_window: Opener) -> None:
    seen: list[tuple[QRect, QRect]] = []

    def look(dialog: FileDialog) -> None:
        (line,) = dialog.findChildren(QLineEdit)
        line.setFocus()
        (ring,) = (one for one in dialog.findChildren(FocusRing) if one.isVisible())
        assert ring.parentWidget() is dialog
        seen.append((ring.geometry(), QRect(line.mapTo(dialog, QPoint()), line.size())))

    driver = open_window(a_pack(), a_session())
    window = driver.window
    in_the_dialog(look)
    FileDialog(window.page, window.workspace.snapshot, title="Open", kinds="All (*)").ask()
    ((ring, line),) = seen
    assert ring.contains(line)
    assert ring.center() == line.center()
