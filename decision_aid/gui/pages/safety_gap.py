"""That safety was not checked, or not all of it: said where options are looked at."""

from collections.abc import Callable

from decision_aid.base.language import _
from decision_aid.gui import safe
from decision_aid.gui.requests import GoTo
from decision_aid.gui.widgets.banner import Banner
from decision_aid.workspace.not_opened import safety_gap
from decision_aid.workspace.snapshot import Snapshot


class SafetyGap(Banner):
    """What could not be checked, and the way to the step that asks. Hidden where there is no gap.

    Args:
        ask: What takes its wish to open the step.
    """

    def __init__(self, ask: Callable[[GoTo], object]) -> None:
        opens = safe.button(_("Open About you"))
        super().__init__(button=opens)
        opens.clicked.connect(lambda: ask(GoTo("about")))

    def present(self, snapshot: Snapshot) -> None:
        """Say what was not checked."""
        self.say(safety_gap(snapshot))
