"""Whether it is close, why, and whether it feels right."""

from typing import Literal

from decision_aid.gui import safe
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.gui.widgets.share_bar import Share, ShareBar
from decision_aid.workspace import wording
from decision_aid.workspace.changes.walk import SetText
from decision_aid.workspace.changes.weigh import SetFeelsRight
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import FEELS
from decision_aid.workspace.workspace import Workspace

CLOSE = "It is close"
CLEAR = "One option comes first more often than the others"
NOT_A_CHANCE = "This is not the chance that a treatment works."

Feels = Literal["yes", "not_quite", "something_missing"]


class CloseCard(Card):
    """How often each option fitted best, in words and as one bar."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = safe.label("", "heading")
        self._how = safe.label("", "cell")
        self._bar = ShareBar()
        self._words = safe.label("", "cell")
        self._reasons = safe.label("", "cell")
        self.add(self._heading, self._how, self._bar, self._words)
        self.add(safe.label(NOT_A_CHANCE, "small_strong"), self._reasons)

    def present(self, snapshot: Snapshot) -> None:
        """Show how close it is."""
        appraisal = snapshot.appraisal
        self._heading.setText(CLOSE if appraisal.close_call else CLEAR)
        self._how.setText(
            "Your answers and the research are both rough, so it was worked out "
            f"{appraisal.draws:,} times within what we know. Fitted best:"
        )
        shares = [
            Share(snapshot.letter(fit.option), fit.first_share)
            for fit in sorted(appraisal.fits, key=lambda fit: -fit.first_share)
        ]
        words = " · ".join(f"{one.letter} {wording.times_in_ten(one.part)}" for one in shares)
        self._bar.show_shares(shares, f"Fitted best: {words}.")
        self._words.setText(f"{words}.")
        reasons = wording.close_sentences(snapshot)
        self._reasons.setText("\n".join(f"• {one}" for one in reasons))
        self._reasons.setVisible(bool(reasons))


class FeelsCard(Card):
    """The first question after the line-up: does it feel right?

    Args:
        workspace: Where the answer goes.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("Does this feel right?")
        self._workspace = workspace
        choices = tuple(FEELS.items())
        self._choice = SegmentedChoice("Does this feel right?", choices, can_unchoose=False)
        self._choice.chosen.connect(self._answer)
        self._missing = safe.line_edit("What is missing?", "What is missing?")
        self._missing.textEdited.connect(
            lambda text: workspace.apply(SetText("feels_missing", text))
        )
        self.add(self._choice, self._missing)

    def present(self, snapshot: Snapshot) -> None:
        """Show what was answered."""
        session = snapshot.session
        self._choice.choose(session.feels_right)
        self._missing.setVisible(session.feels_right in ("not_quite", "something_missing"))
        safe.fill(self._missing, session.feels_missing)

    def _answer(self, value: Feels) -> None:
        self._workspace.apply(SetFeelsRight(value))
