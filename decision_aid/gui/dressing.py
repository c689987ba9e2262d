"""Puts on the colors and the size of text that are asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from decision_aid.gui.theme import Theme, load_theme, resized, wear, worn
from decision_aid.gui.top_bar import TopBar

if TYPE_CHECKING:
    from decision_aid.gui.display_card import DisplayCard


class Dressing(QObject):
    """Does what the top bar and the display card ask.

    Args:
        window: What the card covers.
        bar: The top bar.

    Attributes:
        dressed: Emitted with the theme that was put on.
    """

    dressed = Signal(object)

    def __init__(self, window: QWidget, bar: TopBar) -> None:
        super().__init__(window)
        self._window, self._bar = window, bar
        bar.resized.connect(lambda step: self._wear(resized(worn(), step)))
        bar.display_wanted.connect(self._open)
        bar.show_theme(worn())

    @cached_property
    def _card(self) -> "DisplayCard":
        # Here, not above: the first window comes up without it.
        from decision_aid.gui.display_card import DisplayCard  # noqa: PLC0415

        made = DisplayCard(self._window)
        made.theme_wanted.connect(lambda name: self._wear(load_theme(name, worn().percent)))
        made.size_wanted.connect(lambda size: self._wear(load_theme(worn().name, size)))
        return made

    def _open(self) -> None:
        self._card.show_theme(worn())
        self._card.open()

    def _wear(self, theme: Theme) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, theme)
        self._bar.show_theme(theme)
        if "_card" in vars(self):
            self._card.show_theme(theme)
        self.dressed.emit(theme)
