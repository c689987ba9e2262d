"""How each option does on a concern of the person's own, as they see it."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.session import Concern
from decision_aid.gui import safe
from decision_aid.gui.pages.fixed_answers import spoken
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace import wording
from decision_aid.workspace.changes.matters import PlaceOption
from decision_aid.workspace.snapshot import Snapshot

Level = Literal["badly", "so_so", "well", "unknown"]

HOW: Final = N_(
    "As you see it. Answer only what you want to; an option left open counts as not known."
)
# Translators: how an option does on something that matters to the person.
_LEVELS: Final[dict[Level, str]] = {
    "badly": N_("Badly"),
    "so_so": N_("So-so"),
    "well": N_("Well"),
    "unknown": N_("We don’t know"),
}


class OwnPlaces(QWidget):
    """A row for each option; nothing is preset, and any can be left open.

    Args:
        name: What the concern is called for screen readers: "Concern 1".
        concern: Its id.
        snapshot: For the options, with their letters.
        apply: Where a place goes.
    """

    def __init__(
        self, name: str, concern: str, snapshot: Snapshot, apply: Callable[[PlaceOption], None]
    ) -> None:
        super().__init__()
        self._choices: dict[str, SegmentedChoice] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(safe.label(_(HOW), "small"))
        levels = spoken(_LEVELS.items())
        for one in snapshot.options:
            option = one.option.id
            named = wording.option_name(option, snapshot)
            asked = _("{concern}, {option}").format(concern=name, option=named)
            choice = SegmentedChoice(asked, levels)
            choice.chosen.connect(
                lambda level, option=option: apply(PlaceOption(concern, option, _level(level)))
            )
            self._choices[option] = choice
            row = RowOrColumn(gap=8, grow_first=True, row_from=560)
            row.addWidget(safe.label(f"{one.letter}  {one.option.name}"))
            row.addWidget(choice)
            column.addLayout(row)

    def present(self, concern: Concern) -> None:
        """Show where the options were placed."""
        placed = {one.option: one.level for one in concern.places}
        for option, choice in self._choices.items():
            choice.choose(placed.get(option))


def _level(value: object) -> Level | None:
    return next((one for one in _LEVELS if one == value), None)
