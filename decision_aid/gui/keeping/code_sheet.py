"""The recovery code in large groups: read, heard group by group, and never selected or copied."""

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe

NAME: Final = N_("Recovery code")
_IN_A_ROW: Final = 3


class CodeSheet(QFrame):
    """The groups in rows of three.

    Args:
        code: In groups with blanks between.
    """

    heard_as: ClassVar = "text"

    def __init__(self, code: str) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_(NAME))
        groups = code.split()
        self.setAccessibleDescription(" ".join(_spelled(*one) for one in enumerate(groups, 1)))
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        self._labels = tuple(safe.label(one, "title") for one in groups)
        for place, label in enumerate(self._labels):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(False)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            grid.addWidget(label, place // _IN_A_ROW, place % _IN_A_ROW)

    def forget(self) -> None:
        """Show and say nothing any more."""
        self.setAccessibleDescription("")
        for label in self._labels:
            label.setText("")


def _spelled(place: int, group: str) -> str:
    # Translators: {signs} are the letters and digits of the group, one by one.
    return _("Group {number}: {signs}.").format(number=number_words(place), signs=", ".join(group))
