"""The PHQ-9, word for word, optional."""

from datetime import date
from typing import Final

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.instruments import PHQ9_ITEMS, PHQ9_MOST, Instrument, Phq9, phq9_band
from decision_aid.gui import safe
from decision_aid.gui.pages.about_phq9_one import OneAtATime
from decision_aid.gui.pages.about_phq9_rows import TALK, QuestionRows
from decision_aid.gui.pages.about_phq9_trend import Trend
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.reading_order import tab_in_reading_order
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.changes.phq9 import AnswerPhq9, RatherTalk, SetPhq9Difficulty
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

HOW: Final = N_("How to show the questions")
ALL, ONE = N_("All on one page"), N_("One at a time")
_ZERO: Final = N_("No answer to question 9 takes the place of asking and talking about it.")


class Phq9Card(Card):
    """The questionnaire in a disclosure, its total once all nine are answered, and its trend.

    Whether its questions stand on one page or come one at a time is a matter of looking: it is no
    part of the session.
    """

    def __init__(self, workspace: Workspace, instrument: Instrument) -> None:
        super().__init__(_("How the last two weeks were"))
        self._workspace, self._instrument = workspace, instrument
        self._day: date | None = None
        self._how = SegmentedChoice(_(HOW), ((ALL, _(ALL)), (ONE, _(ONE))), can_unchoose=False)
        self._how.choose(ALL)
        self._how.chosen.connect(self._show_as)
        self._rows = QuestionRows(instrument)
        self._one: OneAtATime | None = None
        self._follow(self._rows)
        self._form = Disclosure(_("Answer the {name} (optional)").format(name=instrument.name))
        for part in (
            self._how,
            self._rows,
            safe.label(_(_ZERO), "small"),
            safe.label(instrument.notice, "small"),
        ):
            self._form.body.addWidget(part)
        self._said = Banner()
        self._trend = Trend(instrument)
        self.add(self._form, self._said, self._trend)

    def present(self, snapshot: Snapshot) -> None:
        """Show the answers, the total with its usual word, and those of earlier visits."""
        phq9 = snapshot.session.about.phq9
        self._rows.present(phq9)
        if self._one:
            self._one.present(phq9, said_of(phq9))
            if snapshot.session.started_on != self._day:
                self._one.begin()
        self._day = snapshot.session.started_on
        self._said.say(said_of(phq9))
        self._trend.present(snapshot.session)

    def _show_as(self, how: str) -> None:
        one = self._one = self._one or self._made_one()
        phq9 = self._workspace.snapshot.session.about.phq9
        one.present(phq9, said_of(phq9))
        one.begin()
        one.setVisible(how == ONE)
        self._rows.setVisible(how == ALL)

    def _made_one(self) -> OneAtATime:
        made = OneAtATime(self._instrument)
        self._follow(made)
        self._form.body.insertWidget(self._form.body.indexOf(self._rows), made)
        tab_in_reading_order(self)
        return made

    def _follow(self, questions: QuestionRows | OneAtATime) -> None:
        questions.answered.connect(self._answer)
        questions.difficulty_said.connect(self._set_difficulty)

    def _answer(self, number: int, answer: object) -> None:
        if answer == TALK:
            self._workspace.apply(RatherTalk())
        elif answer is None or isinstance(answer, int):
            self._workspace.apply(AnswerPhq9(number, answer))

    def _set_difficulty(self, difficulty: int | None) -> None:
        self._workspace.apply(SetPhq9Difficulty(difficulty))


def said_of(phq9: Phq9) -> str:
    """The total and its usual word, or how many are answered; "" where nothing is."""
    total = phq9.total
    if total is not None:
        return _(
            "Total: {total} of {most}, usually called {band}. This is what you said, not a "
            "diagnosis."
        ).format(total=number_words(total), most=number_words(PHQ9_MOST), band=phq9_band(total))
    if not phq9.answered and not phq9.rather_talk:
        return ""
    told = ngettext(
        "{answered} of {all} answered. You can leave any of them open; a total needs all nine.",
        "{answered} of {all} answered. You can leave any of them open; a total needs all nine.",
        phq9.answered,
    )
    return told.format(answered=number_words(phq9.answered), all=number_words(PHQ9_ITEMS))
