"""The card behind "Display": colors and size of text, changed at once and remembered."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.theme import TEXT_SIZES, Theme
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice, spoken_choices
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.segmented import SegmentedChoice

TITLE: Final = N_("Display")
_COLORS: Final = (
    RowChoice("light", N_("Light")),
    RowChoice("dark", N_("Dark"), N_("For dim rooms, and eyes that light tires")),
    RowChoice("contrast", N_("High contrast"), N_("The strongest text and edges")),
)
_REMEMBERED: Final = N_(
    "How the program looks is remembered on this computer. Nothing you said is in it."
)


class DisplayCard(Overlay):
    """Colors and size of text; Escape or "Close" closes it.

    Args:
        window: What it covers.

    Attributes:
        theme_wanted: Emitted with the name of the theme that was chosen.
        size_wanted: Emitted with the size of text that was chosen, in percent.
    """

    theme_wanted = Signal(object)
    size_wanted = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _(TITLE))
        self._colors = ChoiceList(_("Colors"), spoken_choices(_COLORS), can_unchoose=False)
        sizes = [(size, _("{percent} %").format(percent=number_words(size))) for size in TEXT_SIZES]
        self._sizes = SegmentedChoice(
            _("Size of text"), sizes, can_unchoose=False, arrows_choose=False
        )
        close = safe.button(_("Close"), "primary", name=_("Close display"))
        close.clicked.connect(self.shut)
        self._colors.chosen.connect(self.theme_wanted)
        self._sizes.chosen.connect(self.size_wanted)
        self.card.add(
            Field(_("Colors"), self._colors),
            Field(_("Size of text"), self._sizes),
            safe.label(_(_REMEMBERED), "small"),
        )
        self.card.body.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)

    def show_theme(self, theme: Theme) -> None:
        """Show what is worn."""
        self._colors.choose(theme.name)
        self._sizes.choose(theme.percent)
