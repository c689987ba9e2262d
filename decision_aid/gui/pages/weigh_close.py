"""Whether it is close, why, and whether it feels right."""

from typing import Literal

from PySide6.QtCore import Signal

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.gui import safe
from decision_aid.gui.pages.fixed_answers import spoken
from decision_aid.gui.pages.weigh_change import write
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.gui.widgets.share_bar import Share, ShareBar
from decision_aid.workspace.changes.walk import SetText
from decision_aid.workspace.changes.weigh import SetFeelsRight
from decision_aid.workspace.line_up_state import LineUpState, in_places
from decision_aid.workspace.line_up_words import close_sentences
from decision_aid.workspace.look_again import look_again
from decision_aid.workspace.shares import times_in_ten
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import FEELS
from decision_aid.workspace.workspace import Workspace

CLOSE = N_("It is close")
CLEAR = N_("How firm it is")
NOT_A_CHANCE = N_("This is not the chance that a treatment works.")
LOOK = N_("Look at it again")

Feels = Literal["yes", "not_quite", "something_missing"]


class CloseCard(Card):
    """Whether it is close, and how often each option fitted best, in words and as one bar."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = safe.label("", "heading")
        self._state = safe.label("", "cell")
        self._how = safe.label("", "cell")
        self._bar = ShareBar()
        self._words = safe.label("", "cell")
        self._reasons = Bullets(role="cell")
        self.add(self._heading, self._state, self._reasons, self._how, self._bar, self._words)
        self.add(safe.label(_(NOT_A_CHANCE), "small_strong"))

    def present(self, snapshot: Snapshot, state: LineUpState) -> None:
        """Show how close it is."""
        write(self._heading, _(CLOSE) if state.kind == "close" else _(CLEAR))
        write(self._state, state.sentence)
        reasons = close_sentences(snapshot)
        self._reasons.say(reasons)
        self._reasons.setVisible(bool(reasons))
        write(self._how, how_often(snapshot.appraisal.draws))
        placed = [fit for _place, fit in in_places(snapshot)]
        fits = sorted(placed, key=lambda fit: -fit.first_share)
        shares = [Share(snapshot.letter(fit.option), fit.first_share) for fit in fits]
        times = times_in_ten([one.part for one in shares])
        words = " · ".join(f"{one.letter} {told}" for one, told in zip(shares, times, strict=True))
        self._bar.show_shares(shares, _("Fitted best: {shares}.").format(shares=words))
        # Translators: how often each option came first: "A 6 of 10 times · B 4 of 10 times".
        write(self._words, _("{shares}.").format(shares=words))


def how_often(draws: int) -> str:
    """How it was found out how often each option fits best.

    Args:
        draws: How often it was worked out.
    """
    told = ngettext(
        "Your answers and the research are both rough, so it was worked out {draws} time within "
        "what we know. Fitted best:",
        "Your answers and the research are both rough, so it was worked out {draws} times within "
        "what we know. Fitted best:",
        draws,
    )
    return told.format(draws=number_words(draws))


class FeelsCard(Card):
    """The first question after the line-up: does it feel right?

    Args:
        workspace: Where the answer goes.

    Attributes:
        look_again: Emitted with the id of a criterion whose rating is to be looked at again.
    """

    look_again = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Does this feel right?"))
        self._workspace = workspace
        self._criterion = ""
        choices = tuple(RowChoice(*one) for one in spoken(FEELS.items()))
        self._choice = ChoiceList(_("Does this feel right?"), choices, can_unchoose=False)
        self._choice.chosen.connect(self._answer)
        self._missing = GrowingEdit(_("What is missing?"))
        self._asked = Field(_("What is missing?"), self._missing)
        self._missing.edited.connect(lambda text: workspace.apply(SetText("feels_missing", text)))
        self._why = safe.label("", "cell")
        self._look = safe.button(_(LOOK))
        self._look.clicked.connect(lambda: self.look_again.emit(self._criterion))
        self.add(self._choice, self._why, self._look, self._asked)

    def present(self, snapshot: Snapshot) -> None:
        """Show what was answered, and after "not quite" the rating most worth another look."""
        session = snapshot.session
        self._choice.choose(session.feels_right)
        self._asked.setVisible(session.feels_right in ("not_quite", "something_missing"))
        self._missing.fill(session.feels_missing)
        look = look_again(snapshot) if session.feels_right == "not_quite" else None
        for part in (self._why, self._look):
            part.setVisible(look is not None)
        if look is not None:
            self._criterion = look.criterion
            name = snapshot.pack.criterion(look.criterion).name
            again = _("You may want to look at “{criterion}” again.").format(criterion=name)
            write(self._why, f"{again} {look.why}")
            look_name = _("Look at it again: {criterion}").format(criterion=name)
            safe.write(self._look, _(LOOK), name=look_name)

    def _answer(self, value: Feels) -> None:
        self._workspace.apply(SetFeelsRight(value))
