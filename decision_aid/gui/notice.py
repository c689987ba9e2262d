"""A strip at the foot of the page for one sentence the program has to say."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from decision_aid.base.language import _
from decision_aid.gui import safe
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.row_or_column import RowOrColumn

if TYPE_CHECKING:
    from decision_aid.domain.session import Session

_SENTENCE_FROM: Final = 230
"""Least width of the sentence with a button beside it, in pixels at a text size of 100 %."""


class Notice(QWidget):
    """One sentence, as long as it is about what is there.

    It goes when it is closed, when another one comes, when something is answered, and when its
    owner empties it: at the next step, when a session begins to be kept, and when one is cleared.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._about: Session | None = None
        self.hide()

    def empty(self) -> None:
        """Say nothing any more."""
        self._about = None
        if "_banners" in vars(self):
            for banner in self._banners:
                banner.say("")
        self.hide()

    def speak(self) -> None:
        """Have no words ready any more but the sentence itself, as it was said."""
        if "_banners" not in vars(self):
            return
        said = [banner.sentence for banner in self._banners]
        del self._banners
        if (layout := self.layout()) is not None:
            QWidget().setLayout(layout)  # the way to take one away, with what is in it
        for banner, sentence in zip(self._banners, said, strict=True):
            banner.say(sentence)

    def say(self, sentence: str, about: "Session", *, is_wrong: bool) -> None:
        """Show a sentence.

        Args:
            sentence: It.
            about: What was said when it was true.
            is_wrong: Whether something went wrong, so that it has a warning sign.
        """
        self._about = replace(about, visited=())
        wrong, right = self._banners
        wrong.say(sentence if is_wrong else "")
        right.say("" if is_wrong else sentence)
        self.show()

    def follow(self, session: "Session") -> None:
        """Something may have been said since."""
        if self._about is not None and replace(session, visited=()) != self._about:
            self.empty()

    @cached_property
    def _banners(self) -> tuple[Banner, Banner]:
        """For what went wrong, and for what did not. Most windows come up with nothing to say."""
        made = Banner(tone="caution"), Banner()
        close = safe.button(_("Close"), name=_("Close notice"))
        close.clicked.connect(self.empty)
        row = RowOrColumn(self, gap=12, grow_first=True, row_from=_SENTENCE_FROM)
        row.keep_first(_SENTENCE_FROM)
        row.stack_by(4)
        self.setContentsMargins(32, 8, 32, 8)
        for banner in made:
            row.addWidget(banner)
        row.addWidget(close)
        row.setAlignment(close, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return made
