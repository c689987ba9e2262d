"""The card behind "Display": colors, size of text and language, changed at once and remembered."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _, spoken
from decision_aid.base.locale_words import language_name, number_words
from decision_aid.gui import safe
from decision_aid.gui.more_below import MoreBelow
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.theme import TEXT_SIZES, Theme
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice, spoken_choices
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.segmented import SegmentedChoice

TITLE: Final = N_("Display")
_COLORS: Final = (
    # Translators: light colors, not a light weight.
    RowChoice("light", N_("Light")),
    RowChoice("dark", N_("Dark"), N_("For dim rooms, and eyes that light tires")),
    RowChoice("contrast", N_("High contrast"), N_("The strongest text and edges")),
)
_REMEMBERED: Final = N_(
    "How the program looks is remembered on this computer. Nothing you said is in it."
)


class DisplayCard(Overlay):
    """Colors, size of text and language; Escape or "Close" closes it.

    Args:
        window: What it covers.
        languages: The languages to choose from, as in BCP 47; with one, there is nothing to choose.
        why_not: Why no other language can be chosen now, in a sentence; "" where one can.

    Attributes:
        theme_wanted: Emitted with the name of the theme that was chosen.
        size_wanted: Emitted with the size of text that was chosen, in percent.
        language_wanted: Emitted with the language that was chosen, as in BCP 47.
    """

    theme_wanted = Signal(object)
    size_wanted = Signal(object)
    language_wanted = Signal(object)
    before_language = ""

    def __init__(
        self, window: QWidget, languages: tuple[str, ...], why_not: Callable[[], str]
    ) -> None:
        super().__init__(window, _(TITLE))
        self._colors = ChoiceList(_("Colors"), spoken_choices(_COLORS), can_unchoose=False)
        sizes = [(size, _("{percent} %").format(percent=number_words(size))) for size in TEXT_SIZES]
        self._sizes = SegmentedChoice(
            _("Size of text"), sizes, can_unchoose=False, arrows_choose=False
        )
        names = [RowChoice(code, language_name(code)) for code in languages]
        self._languages = ChoiceList(_("Language"), names, can_unchoose=False)
        self._why_not, self._not_now = why_not, safe.label("", "small")
        close = safe.button(_("Close"), "primary", name=_("Close display"))
        close.clicked.connect(self.shut)
        self._colors.chosen.connect(self.theme_wanted)
        self._sizes.chosen.connect(self.size_wanted)
        self.card.add(
            Field(_("Colors"), self._colors),
            Field(_("Size of text"), self._sizes),
            self._language_field(languages),
            safe.label(_(_REMEMBERED), "small"),
        )
        self.card.body.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.add_foot(MoreBelow(self._scroll.verticalScrollBar()))

    def open(self) -> None:
        """Cover the window; another language may be chosen where nothing would be lost by it."""
        why_not = self._why_not()
        self._languages.setEnabled(not why_not)
        self._not_now.setText(why_not)
        self._not_now.setVisible(bool(why_not))
        self._languages.choose(spoken())
        super().open()

    def look_at_language(self) -> None:
        """Put the keyboard on the language that is spoken."""
        self._languages.take_keyboard()
        # As soon as everything on the card has its place.
        bring_up = partial(self._scroll.ensureWidgetVisible, self._languages)
        QTimer.singleShot(0, self._languages, bring_up)

    def _language_field(self, languages: tuple[str, ...]) -> QWidget:
        made = QWidget()
        made.setProperty("role", "clear")
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(_("Language"), self._languages))
        column.addWidget(self._not_now)
        made.setHidden(len(languages) < 2)
        self._languages.chosen.connect(self.language_wanted)
        return made

    def show_theme(self, theme: Theme) -> None:
        """Show what is worn."""
        self._colors.choose(theme.name)
        self._sizes.choose(theme.percent)
