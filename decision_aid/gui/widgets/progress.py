"""That something takes its time; nothing is shown of what is done in a moment."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from decision_aid.gui import safe
from decision_aid.gui.announcing import announce

AFTER: Final = 300
"""Milliseconds before it is shown."""
AT_LEAST: Final = 500
"""Milliseconds it then stays: what comes and goes at once is only unrest."""

_BAR: Final = 72
"""Width of the bar in pixels."""


class Progress(QWidget):
    """A calm line with a bar beside it.

    Args:
        sentence: What takes its time.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._line = safe.label(sentence, "small")
        self._line.setWordWrap(False)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR)
        self._bar.setAccessibleName(sentence)
        self._begun = QTimer(self)
        self._begun.setSingleShot(True)
        self._begun.setInterval(AFTER)
        self._begun.timeout.connect(self._show)
        self._over = QTimer(self)
        self._over.setSingleShot(True)
        self._over.timeout.connect(self.hide)
        self._seen = QElapsedTimer()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._line)
        row.addWidget(self._bar)
        self.hide()

    def begin(self) -> None:
        """It began; that is shown if it takes a while."""
        self._over.stop()
        if self.isHidden():
            self._begun.start()

    def end(self) -> None:
        """It is done."""
        self._begun.stop()
        if not self.isHidden():
            self._over.start(max(0, AT_LEAST - self._seen.elapsed()))

    def _show(self) -> None:
        self._seen.start()
        self.show()
        announce(self, self._line.text())
