"""What helped before, and past experience with drugs, asked without judgment."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.about_you import AboutYou, YesNoRatherNot
from decision_aid.gui import safe
from decision_aid.gui.pages.fixed_answers import spoken
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.changes.about import SetAboutText, SetDrugsBefore
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import YES_NO_RATHER_NOT
from decision_aid.workspace.workspace import Workspace

WHY_ASKED: Final = N_(
    "There is no right answer, and no one here judges you. If you know how such a drug feels, good "
    "or bad, it helps to plan with you and to keep you safe."
)
WHO_SEES: Final = N_(
    "Your answers are printed only on the pages for your provider. They leave this computer only "
    "in what you print, copy or save."
)
HELPED: Final = N_("What helped before, even a little?")
DISSOCIATIVES: Final = N_(
    "Have you ever taken ketamine, or another drug that makes things feel unreal?"
)
OTHER_DRUGS: Final = N_("Have you ever taken other drugs?")
HOW_WAS_IT: Final = N_("How was that for you?")


class HistoryCard(Card):
    """What helped before comes first; then drugs, with why it is asked and who sees it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("What you know from before"))
        self._workspace = workspace
        self._helped = _words(_(HELPED))
        self._dissociatives = _choice(_(DISSOCIATIVES))
        self._other = _choice(_(OTHER_DRUGS))
        self._drugs_words = _words(_(HOW_WAS_IT))
        self._how_was_it = Field(_(HOW_WAS_IT), self._drugs_words)
        self._lay_out()
        self._connect()

    def present(self, snapshot: Snapshot) -> None:
        """Show the answers."""
        about = snapshot.session.about
        self._helped.fill(about.helped_before)
        self._dissociatives.choose(about.dissociatives_before)
        self._other.choose(about.other_drugs_before)
        self._drugs_words.fill(about.drugs_words)
        # A line just emptied goes only when the keyboard has left it.
        self._how_was_it.setVisible(asks_how_it_was(about) or self._drugs_words.hasFocus())

    def _lay_out(self) -> None:
        self.add(
            Field(
                _(HELPED),
                self._helped,
                _("A person, a walk, music, a treatment: all of it counts."),
            ),
            safe.rule(),
            safe.label(_("Drugs in the past"), "subheading"),
            safe.label(_(WHY_ASKED), "small"),
            safe.label(_(WHO_SEES), "small"),
            Field(
                _(DISSOCIATIVES),
                self._dissociatives,
                _("Such as PCP, laughing gas, or a lot of cough medicine with DXM."),
            ),
            Field(
                _(OTHER_DRUGS),
                self._other,
                _("Such as cannabis, LSD, cocaine, or pills meant for others."),
            ),
            self._how_was_it,
        )

    def _connect(self) -> None:
        self._helped.edited.connect(
            lambda text: self._workspace.apply(SetAboutText("helped_before", text))
        )
        self._drugs_words.edited.connect(
            lambda text: self._workspace.apply(SetAboutText("drugs_words", text))
        )
        self._dissociatives.chosen.connect(self._set_dissociatives)
        self._other.chosen.connect(self._set_other)

    def _set_dissociatives(self, answer: YesNoRatherNot | None) -> None:
        self._workspace.apply(SetDrugsBefore("dissociatives", answer))

    def _set_other(self, answer: YesNoRatherNot | None) -> None:
        self._workspace.apply(SetDrugsBefore("other", answer))


def asks_how_it_was(about: AboutYou) -> bool:
    """Whether there is something to tell of, or something told: words are kept, and seen."""
    taken = "yes" in (about.dissociatives_before, about.other_drugs_before)
    return taken or bool(about.drugs_words)


def _words(question: str) -> GrowingEdit:
    return GrowingEdit(question, _("In your own words, if you like"))


def _choice(question: str) -> SegmentedChoice:
    return SegmentedChoice(question, spoken(YES_NO_RATHER_NOT.items()))
