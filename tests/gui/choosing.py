"""A person at a file dialog: the window waits for it, so what they do there is said before."""

from collections.abc import Callable
from pathlib import Path

from decision_aid.gui.file_dialog import FileDialog
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit


def in_the_dialog(act: Callable[[FileDialog], None]) -> None:
    """Do something in the file dialog that comes next; if it is still open then, it is closed."""
    timer = QTimer(QCoreApplication.instance())

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, FileDialog) or not dialog.isActiveWindow():
            return
        timer.stop()
        timer.deleteLater()
        # A desktop does this when a dialog goes; the screen that is not there does not.
        below = dialog.parentWidget()
        if below is not None:
            dialog.finished.connect(below.window().activateWindow)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                QDialog.done(dialog, 0)

    timer.timeout.connect(look)
    timer.start(0)


def choose_there(path: Path) -> None:
    """Choose a file in the dialog that comes next."""
    in_the_dialog(lambda dialog: choose_in(dialog, path))


def choose_in(dialog: FileDialog, path: Path) -> None:
    """Choose a file in a dialog that is open."""
    type_there(dialog, str(path))
    dialog.accept()


def type_there(dialog: FileDialog, name: str) -> None:
    """Type a name, or a path, into a dialog that is open."""
    (line,) = dialog.findChildren(QLineEdit)
    line.setText(name)
