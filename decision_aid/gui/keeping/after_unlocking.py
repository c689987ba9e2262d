"""What comes between unlocking and what was wanted: news, a session left open, what is due."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from decision_aid.gui import safe
from decision_aid.gui.keeping.left_open import offer_left_open
from decision_aid.gui.keeping.retention import DueCard
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.widgets.bullets import Bullets

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.opening import News

TITLE: Final = "Before you go on"
GO_ON: Final = "Go on"


def after_unlocking(
    window: "Window", keeping: "Keeping", news: "tuple[News, ...]", then: Callable[[], None]
) -> None:
    """Show what is to be known or decided, one card after the other, and then go on.

    Args:
        window: What the cards cover.
        keeping: The kept sessions, open.
        news: What opening them answered.
        then: What was wanted.
    """

    def show_due() -> None:
        DueCard.open_if_due(window, keeping, then)

    def offer() -> None:
        offer_left_open(window, keeping, show_due)

    if news:
        NewsCard(window, news, offer).open()
    else:
        offer()


class NewsCard(Overlay):
    """What was found or done while the store was opened; however it is left, one goes on.

    Args:
        window: What it covers.
        news: What.
        then: What comes next.
    """

    def __init__(
        self, window: "Window", news: "tuple[News, ...]", then: Callable[[], None]
    ) -> None:
        super().__init__(window, TITLE)
        self._then = then
        go_on = safe.button(GO_ON, "primary", name=f"{GO_ON}: {TITLE}")
        go_on.clicked.connect(self.dismiss)
        self.card.add(Bullets([one.text for one in news]))
        self.card.body.addWidget(go_on, alignment=Qt.AlignmentFlag.AlignRight)

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def dismiss(self) -> None:
        """Uncover the window and go on."""
        self.shut()
        self._then()
