"""What cards that change one thing have alike: a line on how it goes, two buttons, an end."""

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.keeping.button_names import name_about
from decision_aid.gui.keeping.close_foot import foot_of
from decision_aid.gui.keeping.end_buttons import end_buttons
from decision_aid.gui.more_below import MoreBelow
from decision_aid.gui.overlay import Overlay


class SmallCard(Overlay):
    """Made anew whenever it is wanted, and gone when it is shut.

    While something is done that cannot be stopped, it stays; nothing is done twice.

    Args:
        window: What it covers.
        title: Its heading.
        yes: The button that goes on.
        much: Whether there is much to read on it.

    Attributes:
        agreed: Emitted when that is pressed, or Enter in the last line, unless it is under way.
    """

    agreed = Signal()

    def __init__(self, window: QWidget, title: str, yes: str, *, much: bool = False) -> None:
        super().__init__(window, title, much=much)
        self._told = safe.label()
        self._told.hide()
        self._yes = safe.button(yes, "primary")
        self._yes.clicked.connect(self.go_on)
        self._no = safe.button(_("Cancel"), name=_("Cancel: {title}").format(title=title))
        self._no.clicked.connect(self._cancel)

    @property
    def is_held(self) -> bool:
        """Whether something is under way that it waits for."""
        return not self._closable

    def prefer_no(self, no: str) -> None:
        """Show the way that changes nothing as the first one, where going on takes something away.

        Args:
            no: What its button says.
        """
        safe.write(self._no, no, name=name_about(no, self.accessibleName()))
        self._no.setProperty("role", "primary")
        self._yes.setProperty("role", "secondary")
        self.entry = self._no

    def fill(self, *content: QWidget, beside: QWidget | None = None) -> None:
        """Put its content between its heading and its buttons.

        Args:
            content: Its content.
            beside: Another way out, at the other end of the row of buttons.
        """
        prefers_no = self.entry is self._no
        row = end_buttons(
            *((self._yes, self._no) if prefers_no else (self._no, self._yes)), beside=beside
        )
        self.card.add(*content, self._told)
        if prefers_no:
            foot = QHBoxLayout()
            foot.addLayout(row)
            self.add_foot(foot_of(foot))  # what has the keyboard at first is in sight, too
        else:
            self.card.add(row)
            self.add_foot(MoreBelow(self._scroll.verticalScrollBar()))

    def go_on(self) -> None:
        """Go on, unless that is under way already."""
        if self._closable:
            self.agreed.emit()

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def hold(self, sentence: str) -> None:
        """Say that it is under way; the card stays until it is done."""
        self._closable = False
        self.tell(sentence)

    def fail(self, sentence: str) -> None:
        """Say why it was not done; it can be tried again."""
        self._closable = True
        self.tell(sentence)

    def tell(self, sentence: str) -> None:
        """Show and say a sentence."""
        self._told.setText(sentence)
        self._told.show()
        # It has its place only once the layouts have been told; it may be far below what is typed.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.ensureWidgetVisible(self._told, 0, 80)
        announce(self, sentence)

    def hush(self) -> None:
        """What was said is mended, or being mended."""
        self._told.hide()

    def _cancel(self) -> None:
        if self._closable:
            self.dismiss()
