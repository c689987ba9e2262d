"""How long sessions are kept: four choices, none of them made for anybody."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice, spoken_choices

QUESTION: Final = N_("How long is a session kept?")
_ROWS: Final = (
    RowChoice(
        0,
        N_("Only for the day of the visit"),
        N_("Long enough for a break or a power cut. It is due the day after."),
    ),
    RowChoice(30, N_("For 30 days after the last visit")),
    RowChoice(365, N_("For a year after the last visit")),
    RowChoice("ever", N_("Until someone deletes it")),
)


class KeepDays(ChoiceList):
    """The four choices."""

    def __init__(self) -> None:
        super().__init__(_(QUESTION), spoken_choices(_ROWS), can_unchoose=False)

    @property
    def is_made(self) -> bool:
        """Whether one was chosen."""
        return self.value is not None

    @property
    def days(self) -> int | None:
        """One of `store.api.KEEP_DAYS`; to be asked for only where one was chosen."""
        return self.value if isinstance(self.value, int) else None

    def show_days(self, days: int | None) -> None:
        """Show what is set already."""
        self.choose("ever" if days is None else days)
