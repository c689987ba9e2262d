"""Puts on the colors and the size of text that are asked for."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from decision_aid.gui.theme import Theme, load_theme, resized, wear, worn
from decision_aid.gui.top_bar import TopBar

if TYPE_CHECKING:
    from decision_aid.gui.display_card import DisplayCard
    from decision_aid.gui.window import Window


class Dressing(QObject):
    """Does what the top bar and the display card ask.

    Args:
        window: What the card covers.
        bar: The top bar.

    Attributes:
        begun: Emitted before another theme is put on.
        dressed: Emitted with the theme that was put on.
        language_wanted: Emitted with the language that was chosen, as in BCP 47.
    """

    begun = Signal()
    dressed = Signal(object)
    language_wanted = Signal(object)

    def __init__(self, window: "Window", bar: TopBar) -> None:
        super().__init__(window)
        self._window, self._bar = window, bar
        self._languages: tuple[str, ...] = ()
        self._wanted = worn()
        self._next: Callable[[], None] = self._begin
        # Not `singleShot(0, …)`: Qt would do that in the same turn.
        self._turns = QTimer(self, singleShot=True, interval=0)
        self._turns.timeout.connect(self._go_on)
        bar.resized.connect(lambda step: self.put_on(resized(self._theme, step)))
        bar.display_wanted.connect(self._open)
        bar.language_wanted.connect(self._open_at_language)
        bar.show_theme(worn())

    @cached_property
    def _card(self) -> "DisplayCard":
        # Here, not above: the first window comes up without it.
        from decision_aid.gui.display_card import DisplayCard  # noqa: PLC0415
        from decision_aid.gui.speaking import why_not_now  # noqa: PLC0415

        made = DisplayCard(self._window, self._languages, partial(why_not_now, self._window))
        made.theme_wanted.connect(lambda name: self.put_on(load_theme(name, self._theme.percent)))
        made.size_wanted.connect(lambda size: self.put_on(load_theme(self._theme.name, size)))
        # Later: the card on which it was chosen is made anew.
        made.language_wanted.connect(self.language_wanted, Qt.ConnectionType.QueuedConnection)
        return made

    def speak(self) -> None:
        """Say everything in the language spoken now; the card stays open where it is."""
        if (card := vars(self).pop("_card", None)) is None:
            return
        was_open = card.is_open
        card.shut()
        card.deleteLater()
        if was_open:
            self._open_at_language()

    def let_go(self) -> None:
        """Know no more of the card: all cards are deleted when what was said is forgotten."""
        vars(self).pop("_card", None)

    def offer(self, languages: tuple[str, ...]) -> None:
        """Offer languages to choose from, where there are several.

        Args:
            languages: The languages as in BCP 47.
        """
        self._languages = languages
        if len(languages) > 1:
            self._bar.offer_languages()

    def put_on(self, theme: Theme) -> None:
        """Put on a theme, in three turns of the event loop: all at once takes too long.

        What is seen stands still from the first turn to the last, and what is asked for meanwhile
        is done.
        """
        self._wanted = theme
        if not self._turns.isActive():
            self._begin()

    @property
    def _theme(self) -> Theme:
        """The one worn, or about to be."""
        return self._wanted if self._turns.isActive() else worn()

    def _begin(self) -> None:
        # Here, not above: the first window comes up without it.
        from decision_aid.gui.left_out import hold_still  # noqa: PLC0415

        self.begun.emit()
        self._then(partial(self._wear, hold_still(self._window)))

    def _wear(self, let_go: Callable[[], None]) -> None:
        self._then(partial(self._end, let_go))  # first: whatever fails here, it is let go
        theme = self._wanted
        app = QApplication.instance()
        if isinstance(app, QApplication):
            wear(app, theme)
        self._bar.show_theme(theme)
        if "_card" in vars(self):
            self._card.show_theme(theme)
        self.dressed.emit(theme)

    def _end(self, let_go: Callable[[], None]) -> None:
        let_go()
        if self._wanted != worn():
            self._begin()

    def _go_on(self) -> None:
        self._next()

    def _then(self, do: Callable[[], None]) -> None:
        """Do something in the next turn."""
        self._next = do
        self._turns.start()

    def _open_at_language(self) -> None:
        self._open()
        self._card.look_at_language()

    def _open(self) -> None:
        self._card.show_theme(worn())
        self._card.open()
