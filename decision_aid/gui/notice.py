"""A strip at the foot of the page for one sentence the program has to say."""

from functools import cached_property

from PySide6.QtWidgets import QHBoxLayout, QWidget

from decision_aid.gui import safe
from decision_aid.gui.widgets.banner import Banner


class Notice(QWidget):
    """One sentence, until it is closed or another one comes."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.hide()

    def empty(self) -> None:
        """Say nothing any more."""
        self._banner.say("")
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._banner.say(sentence)
        self.show()

    @cached_property
    def _banner(self) -> Banner:
        """Made with the first sentence: most windows come up with none."""
        made = Banner(tone="caution")
        close = safe.button("Close", name="Close notice")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 8, 32, 8)
        row.setSpacing(12)
        row.addWidget(made, stretch=1)
        row.addWidget(close)
        return made
