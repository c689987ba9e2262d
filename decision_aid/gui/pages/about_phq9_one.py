"""The questions of the PHQ-9 one at a time."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words, number_words
from decision_aid.domain.instruments import PHQ9_ITEMS, Instrument, Phq9
from decision_aid.gui import safe
from decision_aid.gui.announcing import announce
from decision_aid.gui.pages.about_phq9_rows import choices_of, numbered, shown
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.widgets.arrow_keys import is_bare
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice

DONE: Final = N_("That was the last question.")
EXTRA: Final = N_("One more question, which is not part of the total")
_NEXT: Final = N_("Next question")
_PREVIOUS: Final = N_("Previous question")
_TAKE_BACK: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class OneAtATime(QWidget):
    """One question, with the way back and on; after the last, the total.

    An answer does not lead on by itself: what was touched by mistake is seen, and can be put
    right. The keyboard may stay on "Next question": a digit answers the question that is seen,
    Delete takes the answer back.

    Args:
        instrument: The PHQ-9.

    Attributes:
        answered: Emitted with a question's number, counted from 1, and its answer or None.
        difficulty_said: Emitted with the answer to the unscored question, or None.
    """

    answered = Signal(int, object)
    difficulty_said = Signal(object)

    def __init__(self, instrument: Instrument) -> None:
        super().__init__()
        self._phq9, self._place = Phq9(), 0
        self._questions = tuple(self._question(instrument, at) for at in range(PHQ9_ITEMS))
        self._screens: tuple[_Screen, ...] = self._questions
        if instrument.extra:
            text, answers = instrument.extra.text, list(enumerate(instrument.extra.answers))
            extra = _Screen(text, (_(EXTRA), text), answers)
            extra.answer.chosen.connect(self.difficulty_said)
            self._screens = (*self._questions, extra)
        self._end = _End()
        self._back, self._next = safe.button(_(_PREVIOUS)), safe.button(_(_NEXT))
        self._back.clicked.connect(lambda: self._show(self._place - 1))
        self._next.clicked.connect(lambda: self._show(self._onward()))
        self._lay_out()
        self._show(0, say=False)

    def present(self, phq9: Phq9, said: str) -> None:
        """Show the answers.

        Args:
            phq9: The answers.
            said: What the end tells of them.
        """
        self._phq9 = phq9
        for number, screen in enumerate(self._questions, start=1):
            screen.answer.choose(shown(phq9, number))
        for extra in self._screens[PHQ9_ITEMS:]:
            extra.answer.choose(phq9.difficulty)
        self._end.say(said, _open(phq9))
        self._name_ways()

    def begin(self) -> None:
        """Go to the first question that is open, to the first of all where none is."""
        self._show(self._first_open(), say=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer the question that is seen, Delete takes its answer back."""
        screen = self._seen
        takes = isinstance(screen, _Screen) and is_bare(event) and screen.answer_by(event)
        if not takes:
            super().keyPressEvent(event)

    @property
    def _seen(self) -> "_Screen | _End":
        return self._end if self._place == len(self._screens) else self._screens[self._place]

    def _question(self, instrument: Instrument, at: int) -> "_Screen":
        number = at + 1
        lines = (
            _("Question {number} of {all}").format(
                number=number_words(number), all=number_words(PHQ9_ITEMS)
            ),
            instrument.stem,
            instrument.items[at].text,
        )
        made = _Screen(numbered(instrument)[at], lines, choices_of(instrument, number))
        made.answer.chosen.connect(lambda answer: self.answered.emit(number, answer))
        return made

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(12)
        ways.addWidget(self._back)
        ways.addWidget(self._next)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(12)
        # Only one of them is seen: the ways on stand right below its answers, however many.
        for screen in (*self._screens, self._end):
            screen.hide()
            column.addWidget(screen)
        column.addLayout(ways)
        column.addStretch(1)

    def _show(self, place: int, *, say: bool = True) -> None:
        self._seen.hide()
        self._place = place
        self._seen.show()
        if place == 0 and self._back.hasFocus():
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back.setEnabled(place > 0)
        self._name_ways()
        if say:
            announce(self, self._seen.said)
            self._bring_up(self._seen.title)

    def _bring_up(self, title: QWidget) -> None:
        """Scroll the page up to a question: in large text it may begin above what is seen."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, StepPage):
            page = page.parentWidget()
        if page is not None:
            page.bring_up(title)

    def _onward(self) -> int:
        at_end = self._place == len(self._screens)
        return self._first_open() if at_end else self._place + 1

    def _name_ways(self) -> None:
        place, last = self._place, len(self._screens) - 1
        if place < last:
            name = _("Next question: {question}").format(question=_called(place + 1))
            safe.write(self._next, _(_NEXT), name=name)
        elif place == last:
            safe.write(self._next, _("Finish"), name=_("Finish the questions"))
        else:
            number = number_words(self._first_open() + 1)
            safe.write(self._next, _("Go to question {number}").format(number=number))
        name = _("Previous question: {question}").format(question=_called(max(0, place - 1)))
        safe.write(self._back, _(_PREVIOUS), name=name)

    def _first_open(self) -> int:
        return next((number - 1 for number in _open(self._phq9)), 0)


class _Screen(QWidget):
    """Where one is, a question and its answers, each a row that is easy to hit."""

    def __init__(
        self, name: str, lines: Sequence[str], choices: Sequence[tuple[object, str]]
    ) -> None:
        super().__init__()
        self.said = ". ".join(lines)
        self.answer = ChoiceList(name, [RowChoice(value, text) for value, text in choices])
        self._digits = {str(value): value for value, _text in choices if isinstance(value, int)}
        self.answer.setAccessibleName(name)
        self.answer.setAccessibleDescription(
            _("Keys 0 to {last} choose. Delete takes the answer back.").format(
                last=max(self._digits)
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title, *stem, question = lines
        self.title = safe.label(title, "small")
        column.addWidget(self.title)
        for line in stem:
            column.addWidget(safe.label(line))
        column.addWidget(safe.label(question, "strong"))
        column.addWidget(self.answer)
        column.addStretch(1)

    def answer_by(self, event: QKeyEvent) -> bool:
        """Answer as a key says; whether it says anything."""
        takes_back = event.key() in _TAKE_BACK
        if not takes_back and event.text() not in self._digits:
            return False
        value = None if takes_back else self._digits[event.text()]
        if value != self.answer.value:
            self.answer.choose(value)
            self.answer.chosen.emit(value)
        return True


class _End(QWidget):
    """What comes after the last question."""

    def __init__(self) -> None:
        super().__init__()
        self.title = safe.label(_(DONE), "small")
        self._total, self._left = safe.label("", "strong"), safe.label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self._total)
        column.addWidget(self._left)
        column.addStretch(1)

    @property
    def said(self) -> str:
        """All that stands there."""
        return f"{self.title.text()} {self._total.text()} {self._left.text()}"

    def say(self, total: str, left: Sequence[int]) -> None:
        """Show what is said of the answers, and which questions are open."""
        self._total.setText(total)
        numbers = and_words(map(number_words, left))
        self._left.setText(_("Not answered: {numbers}.").format(numbers=numbers) if left else "")
        self._left.setVisible(bool(left))


def _open(phq9: Phq9) -> tuple[int, ...]:
    """The numbers of the questions that are not answered."""
    numbers = range(1, PHQ9_ITEMS + 1)
    return tuple(number for number in numbers if shown(phq9, number) is None)


def _called(place: int) -> str:
    """A question by its place from 0."""
    return number_words(place + 1) if place < PHQ9_ITEMS else _("the last one")
