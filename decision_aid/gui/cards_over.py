"""The cards that come over the window, each imported and made when it first opens.

The window is up sooner without them.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from decision_aid.domain.session import StepId
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

if TYPE_CHECKING:
    from decision_aid.gui.crisis_card import CrisisCard
    from decision_aid.gui.question_card import QuestionCard
    from decision_aid.gui.safety_card import SafetyCard


class CardsOver:
    """Opens the cards that any step may need.

    Args:
        window: What they cover.
        workspace: What is known and what was said.
    """

    def __init__(self, window: QWidget, workspace: Workspace) -> None:
        self._window, self._workspace = window, workspace

    @cached_property
    def question(self) -> "QuestionCard":
        """Asks before something is cleared."""
        from decision_aid.gui.question_card import QuestionCard  # noqa: PLC0415 - see above

        return QuestionCard(self._window)

    @cached_property
    def _safety(self) -> "SafetyCard":
        from decision_aid.gui.safety_card import SafetyCard  # noqa: PLC0415 - see above

        return SafetyCard(self._window, self._workspace)

    @cached_property
    def _crisis(self) -> "CrisisCard":
        from decision_aid.gui.crisis_card import CrisisCard  # noqa: PLC0415 - see above

        return CrisisCard(self._window, self._workspace.snapshot.pack.crisis)

    def present(self, snapshot: Snapshot) -> None:
        """Open the safety card where a talk comes first, and shut it where it was held."""
        if snapshot.journey.paused or "_safety" in vars(self):
            self._safety.present(snapshot)

    def show_help(self) -> None:
        """Show whom to call in a crisis."""
        self._crisis.present(self._workspace.snapshot)
        self._crisis.open()

    def show_about(self, step: StepId) -> None:
        """Show what is to be known about a step and about the aid itself."""
        from decision_aid.gui.about_aid import AboutAid  # noqa: PLC0415 - see above

        AboutAid(self._window, self._workspace.snapshot, step).open()

    def let_go(self) -> None:
        """Know no more of those in which something of the session may stand."""
        for name in ("question", "_safety"):
            vars(self).pop(name, None)

    def throw_away(self) -> None:
        """Make all of them anew, as for another language; `present` opens the safety card again."""
        for name in ("question", "_safety", "_crisis"):
            if (card := vars(self).pop(name, None)) is not None:
                card.shut()
                card.setParent(None)
                card.deleteLater()
