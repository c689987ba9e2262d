"""Choosing a file, with help one press away and nothing of the choice kept."""

from pathlib import Path
from typing import Final

from platformdirs import user_documents_dir
from PySide6.QtCore import QCoreApplication, QFileInfo, QSettings, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QListView,
    QToolButton,
    QWidget,
)

from decision_aid.base.language import N_, _
from decision_aid.gui.announcing import announce
from decision_aid.gui.focus_ring import FocusRing
from decision_aid.gui.help_bar import HelpBar
from decision_aid.gui.question_card import QuestionCard
from decision_aid.gui.theme import dress_anew, worn
from decision_aid.workspace.snapshot import Snapshot

MISSING: Final = N_(
    "There is no file of this name here. Nothing was opened. Choose one of the list."
)
TOO_LONG: Final = N_("This name is too long. Nothing was saved. Choose a shorter one.")
_LONGEST: Final = 255
"""Bytes of a file's name. Qt passes a longer one over in silence."""
_SIZE: Final = (900, 620)
_MARGIN: Final = 12
"""Room beside the names of places, in pixels."""
_FOLDER: Final = "saved to"
_NOT_NEEDED: Final = (
    *("newFolderButton", "listModeButton", "detailModeButton"),
    *("fileTypeLabel", "fileTypeCombo"),
)
"""Parts of Qt's dialog, by the names it gives them."""


def open_path(parent: QWidget, snapshot: Snapshot, *, title: str, kinds: str) -> Path | None:
    """Ask for a file to read; None when they change their mind.

    Args:
        parent: What it is asked from.
        snapshot: This moment; whom to call in a crisis comes from it.
        title: The dialog's title.
        kinds: Which files are shown, as in "Sessions (*.yaml *.yml)".
    """
    dialog = FileDialog(parent, snapshot, title=title, kinds=kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog.ask()


def save_path(
    parent: QWidget, snapshot: Snapshot, *, title: str, kinds: str, name: str
) -> Path | None:
    """Ask where to write a file; None when they change their mind.

    It opens at the folder chosen last, until a session is cleared or the program ends.

    Args:
        parent: What it is asked from.
        snapshot: This moment; whom to call in a crisis comes from it.
        title: The dialog's title.
        kinds: Which files are shown, as in "PDF (*.pdf)".
        name: The file's name offered.
    """
    dialog = FileDialog(parent, snapshot, title=title, kinds=kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(Path(name).suffix)
    dialog.setDirectory(_last_folder())
    dialog.selectFile(name)
    chosen = dialog.ask()
    if chosen is not None:
        _remember(chosen.parent)
    return chosen


def forget_folder() -> None:
    """Forget which folder was chosen last: its name may be a person's."""
    kept = QCoreApplication.instance()
    if kept is not None:
        kept.setProperty(_FOLDER, None)


class FileDialog(QFileDialog):
    """Qt's own dialog, never the desktop's.

    Nothing of ours can stand in or over the desktop's, so help would be out of reach while it is
    open; and desktops list the files that were chosen last for everybody to see. This one opens at
    the documents unless it is told otherwise; it changes no file or folder itself, and asks on a
    card rather than in one more window, so that help lies over all of it.

    Args:
        parent: What it is asked from.
        snapshot: This moment.
        title: Its title.
        kinds: Which files are shown.

    Attributes:
        help: Whom to call in a crisis.
    """

    def __init__(self, parent: QWidget, snapshot: Snapshot, *, title: str, kinds: str) -> None:
        _keep_nothing()
        super().__init__(parent, title, _start(), kinds)
        # Not the whole program waits: help on the patient screen stays in reach.
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setOption(QFileDialog.Option.ReadOnly)
        self.setOption(QFileDialog.Option.DontConfirmOverwrite)
        self.setViewMode(QFileDialog.ViewMode.List)
        self._clear_away()
        self._question = QuestionCard(self)
        self._ring = FocusRing(self)
        self.help = HelpBar(self, snapshot, title)
        self.resize(*_SIZE)

    def ask(self) -> Path | None:
        """Show it until a file is chosen; None when they change their mind."""
        self._say_what_for()
        accepted = self.exec()
        chosen = self.selectedFiles()
        self.deleteLater()
        return Path(chosen[0]) if accepted and chosen else None

    def accept(self) -> None:
        """Take the file, or say what is in the way of it."""
        if self._is_covered():
            return
        # Qt's own questions: Python's fail where a name is too long to be asked for.
        chosen = [QFileInfo(one) for one in self.selectedFiles()]
        opening = self.acceptMode() == QFileDialog.AcceptMode.AcceptOpen
        if not chosen or chosen[0].isDir():
            super().accept()
        elif opening and not chosen[0].isFile():
            self._say(_(MISSING))
        elif not opening and chosen[0].exists():
            self._ask_to_replace()
        elif len(chosen[0].fileName().encode(errors="replace")) > _LONGEST:
            self._say(_(TOO_LONG))
        else:
            super().accept()

    def _say(self, sentence: str) -> None:
        self.help.say(sentence)
        announce(self, sentence)

    def reject(self) -> None:
        """Close it with nothing chosen; not while a card is open over it."""
        if not self._is_covered():
            super().reject()

    def _clear_away(self) -> None:
        """Leave what is needed to choose one file of one kind."""
        for one in self.findChildren(QWidget):
            if one.objectName() in _NOT_NEEDED:
                one.hide()
            elif isinstance(one, QComboBox | QToolButton):
                one.setMinimumHeight(worn().size["target"])

    def _say_what_for(self) -> None:
        """Name the folders for what is done there, and show which button does it."""
        opening = self.acceptMode() == QFileDialog.AcceptMode.AcceptOpen
        self.setLabelText(
            QFileDialog.DialogLabel.LookIn, _("Open from:") if opening else _("Save in:")
        )
        button = QDialogButtonBox.StandardButton
        for box in self.findChildren(QDialogButtonBox):
            accepting = box.button(button.Open if opening else button.Save)
            accepting.setProperty("role", "primary")
            box.setAccessibleName(self.windowTitle())
            dress_anew(accepting)
        for places in self.findChildren(QListView, "sidebar"):
            places.setMinimumWidth(places.sizeHintForColumn(0) + 2 * places.frameWidth() + _MARGIN)

    def _ask_to_replace(self) -> None:
        self._question.ask(
            _("Replace this file?"),
            _("There is a file of this name already. What is in it would be lost."),
            no=_("Keep it"),
            yes=_("Replace it"),
            then=lambda: QFileDialog.accept(self),
        )

    def _is_covered(self) -> bool:
        """Whether a card lies over it: its buttons have keys of their own that still press them."""
        return self._question.is_open or self.help.is_open


def _last_folder() -> str:
    """Where a file was saved last, if that is still there; the documents otherwise."""
    kept = QCoreApplication.instance()
    last = kept.property(_FOLDER) if kept else None
    return last if last and Path(last).is_dir() else _start()


def _remember(folder: Path) -> None:
    """Keep it with the running program, and nowhere else."""
    kept = QCoreApplication.instance()
    if kept is not None and folder.is_dir():
        kept.setProperty(_FOLDER, str(folder))


def _start() -> str:
    """The documents; home where there is no such folder, which Qt would take for a file's name."""
    documents = Path(user_documents_dir())
    return str(documents if documents.is_dir() else Path.home())


def _keep_nothing() -> None:
    """Let Qt write nowhere which folders and files were chosen.

    Its dialog reads and writes a list of them, and cannot be told not to. A path below a file is
    one where nothing can ever be written. The program has no settings of its own.
    """
    nowhere = str(Path(__file__) / "nowhere")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, nowhere)
