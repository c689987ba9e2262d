"""Changes of the PHQ-9; the last item can ask for a talk."""

from dataclasses import replace

from decision_aid.base.frozen import dataclass
from decision_aid.domain.instruments import PHQ9_ITEMS, Phq9
from decision_aid.domain.session import Session


@dataclass(frozen=True)
class AnswerPhq9:
    """An answer to one item of the PHQ-9, counted from 1; None takes it back.

    Another answer to item 9 that asks for a talk asks anew, whatever was recorded before. Another
    that does not ask erases nothing: what was recorded was done.
    """

    item: int
    answer: int | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        phq9 = session.about.phq9
        answers = list(phq9.answers or (None,) * PHQ9_ITEMS)
        answers[self.item - 1] = self.answer
        talk = phq9.rather_talk and self.item != PHQ9_ITEMS
        return _answered(session, replace(phq9, answers=tuple(answers), rather_talk=talk))


@dataclass(frozen=True)
class RatherTalk:
    """Item 9 of the PHQ-9 answered with "I would rather talk about it"."""

    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer, asking for a talk."""
        phq9 = session.about.phq9
        answers = (*(phq9.answers or (None,) * PHQ9_ITEMS)[:-1], None)
        return _answered(session, replace(phq9, answers=answers, rather_talk=True))


@dataclass(frozen=True)
class SetPhq9Difficulty:
    """The unscored function question of the PHQ-9."""

    difficulty: int | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        phq9 = replace(session.about.phq9, difficulty=self.difficulty)
        return replace(session, about=replace(session.about, phq9=phq9))


def _answered(session: Session, phq9: Phq9) -> Session:
    """The session with these answers; where item 9 asks otherwise than before, it asks anew."""
    if phq9.answered == 0:  # all taken back: as if it was never begun
        phq9 = replace(phq9, answers=())
    asks_anew = phq9.item_9_asks_for_talk and phq9.item_9 != session.about.phq9.item_9
    talk = None if asks_anew else session.safety_talk
    return replace(session, about=replace(session.about, phq9=phq9), safety_talk=talk)
