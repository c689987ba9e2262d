"""The locked screen: nothing of the visit on it, and one line to unlock."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.keeping.unlock_line import UnlockLine
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.top_bar import TopBar
from decision_aid.gui.widgets.flow import Flow

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.store.opening import News

TITLE: Final = N_("Locked")
UNLOCK: Final = N_("Unlock")
NEW: Final = N_("Begin a visit without unlocking")
CLOSE: Final = N_("Close the program")
AGAIN: Final = N_("Try again now")
BACK: Final = N_("Go back to the session")
EMPTIED: Final = N_(
    "What stood in the line was taken out of it when the language was changed. Type it again."
)


class LockScreen(Overlay):
    """Covers the window; what it covers is neither seen nor heard nor reached by a key.

    Args:
        window: What it covers.
        program: The program's name.

    Attributes:
        new_wanted: Emitted when a visit is to begin without unlocking.
        close_wanted: Emitted when the program is to close.
        save_wanted: Emitted when what could not be saved is to be tried again.
        back_wanted: Emitted when one wants back in before it is saved.
    """

    before_language = N_("One moment: another language can be chosen as soon as this is done.")

    new_wanted = Signal()
    close_wanted = Signal()
    save_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, window: QWidget, program: str) -> None:
        super().__init__(window, _(TITLE), full=True, closable=False)
        self._away: list[QWidget] = []
        self._line: UnlockLine | None = None
        self._asked: list[QWidget] = []
        self._program = safe.label(program, "strong")
        self._how = safe.label()
        self._why = safe.label("", "strong")
        self._why.hide()
        self._unsaved = self._buttons(
            (_(AGAIN), self.save_wanted.emit), (_(BACK), self.back_wanted.emit)
        )
        self.card.body.insertWidget(0, self._program)
        self.card.body.setSpacing(12)
        self.card.add(self._how, self._why, self._unsaved)

    def open(self) -> None:
        """Cover the window at once, and take what is covered from screen readers, too."""
        super().open()
        layout = self._covered.layout()
        items = [layout.itemAt(at) for at in range(layout.count())] if layout else []
        held = [one.widget() for one in items if one is not None]
        self._away = [one for one in held if one and one.isVisible() and not _is_bar(one)]
        for one in self._away:
            one.hide()
        self.repaint()

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        for one in self._away:
            one.show()
        if self._line is not None:
            self._line.forget()
        super().shut()
        self.deleteLater()

    def wait(self, sentence: str, *, stuck: bool = False) -> None:
        """Say that what was said is not saved yet; it is still there.

        Args:
            sentence: How it stands.
            stuck: Whether it did not work, so that somebody has to do something.
        """
        self._how.setText(sentence)
        self._unsaved.setVisible(stuck)
        # Translators: what is heard of a locked screen; {more} is a whole sentence.
        announce(self, _("Locked. {more}").format(more=sentence))

    def tell(self, sentence: str) -> None:
        """Say what went wrong, or "" for nothing."""
        self._why.setText(sentence)
        self._why.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def ask(
        self, sentence: str, keeping: "Keeping", then: "Callable[[tuple[News, ...]], None]"
    ) -> None:
        """Say that it is locked, and take a passphrase.

        Args:
            sentence: What became of what was said.
            keeping: The kept sessions.
            then: Called with what is worth telling when they are open.
        """
        self.wait(sentence)
        line = self._line = UnlockLine(self, keeping, then)
        line.entered.connect(line.unlock)
        line.trying.connect(self._try)
        line.refused.connect(self._refuse)
        unlock = safe.button(_(UNLOCK), "primary")
        unlock.clicked.connect(line.unlock)
        self.card.body.insertWidget(self.card.body.indexOf(self._why), line)
        others = self._buttons((_(NEW), self.new_wanted.emit), (_(CLOSE), self.close_wanted.emit))
        self.card.add(unlock, others)
        others.show()
        self._asked = [line, unlock, others]
        self.let_choose_language()
        self.entry = line.line
        self.take_back()
        self.entry.setFocus()

    def ask_anew(
        self,
        program: str,
        sentence: str,
        keeping: "Keeping",
        then: "Callable[[tuple[News, ...]], None]",
    ) -> None:
        """Say all of it again in another language, and ask once more; it covers all the while.

        Args:
            program: The program's name.
            sentence: What became of what was said.
            keeping: The kept sessions.
            then: Called with what is worth telling when they are open.
        """
        was_typed = self._line is not None and self._line.is_begun
        for one in self._asked:
            one.hide()  # the line forgets what stands in it
            one.deleteLater()
        for text in (self.heading, self):
            text.setAccessibleName(_(TITLE))
        self.heading.setText(_(TITLE))
        self._program.setText(program)
        self.ask(sentence, keeping, then)
        self.tell(_(EMPTIED) if was_typed else "")

    def empty(self) -> None:
        """Take out what was typed: whoever typed it has left."""
        if self._line is not None:
            self._line.forget()

    def let_choose_language(self, *, now: bool = True) -> None:
        """Let another language be chosen, or not while what was typed is tried."""
        self.before_language = "" if now else type(self).before_language

    def _try(self, sentence: str) -> None:
        self.let_choose_language(now=False)
        self.tell(sentence)

    def _refuse(self, sentence: str) -> None:
        self.let_choose_language()
        self.tell(sentence)

    @staticmethod
    def _buttons(*told: tuple[str, Callable[[], None]]) -> QWidget:
        made = QWidget()
        made.setProperty("role", "clear")
        row = Flow(gap=12)
        for text, act in told:
            button: QPushButton = safe.button(text)
            button.clicked.connect(act)
            row.addWidget(button)
        made.setLayout(row)
        made.hide()
        return made


def _is_bar(widget: QWidget) -> bool:
    return isinstance(widget, TopBar)
