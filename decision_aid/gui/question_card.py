"""One question before something is cleared."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.gui import safe
from decision_aid.gui.overlay import Overlay


class QuestionCard(Overlay):
    """Asks before something is cleared; Escape is "no"."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _("Question"))
        self._then: Callable[[], None] | None = None
        self._text = safe.label()
        self._no = safe.button("", "primary")
        self._yes = safe.button("", "secondary")
        self._no.clicked.connect(self.shut)
        self._yes.clicked.connect(self._agree)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self._yes)
        row.addWidget(self._no)
        self.entry = self._no
        self.card.add(self._text, row)

    def ask(self, what: str, text: str, *, no: str, yes: str, then: Callable[[], None]) -> None:
        """Ask, and call `then` when the answer is yes.

        Args:
            what: The question.
            text: What will happen.
            no: The button that leaves everything as it is.
            yes: The button that goes on.
            then: What to do on yes.
        """
        self._then = then
        self.heading.setText(what)
        for one in (self, self.heading):
            one.setAccessibleName(what)
        self._text.setText(text)
        safe.write(self._no, no)
        safe.write(self._yes, yes)
        self.open()

    def _agree(self) -> None:
        then, self._then = self._then, None
        self.shut()
        if then is not None:
            then()
