"""Changes of the PHQ-9; the last item can ask for a talk."""

from dataclasses import dataclass, replace

from decision_aid.domain.instruments import PHQ9_ITEMS
from decision_aid.domain.session import Session


@dataclass(frozen=True)
class AnswerPhq9:
    """An answer to one item of the PHQ-9, counted from 1; None takes it back.

    A new answer to item 9 asks for a talk anew, whatever was recorded before.
    """

    item: int
    answer: int | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        phq9 = session.about.phq9
        answers = list(phq9.answers or (None,) * PHQ9_ITEMS)
        answers[self.item - 1] = self.answer
        if self.item == PHQ9_ITEMS:
            changed = replace(phq9, answers=tuple(answers), rather_talk=False)
            session = session if changed == phq9 else replace(session, safety_talk=None)
        else:
            changed = replace(phq9, answers=tuple(answers))
        return replace(session, about=replace(session.about, phq9=changed))


@dataclass(frozen=True)
class RatherTalk:
    """Item 9 of the PHQ-9 answered with "I would rather talk about it"."""

    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer, asking for a talk."""
        phq9 = session.about.phq9
        if phq9.rather_talk:
            return session
        answers = (*(phq9.answers or (None,) * PHQ9_ITEMS)[:-1], None)
        changed = replace(phq9, answers=answers, rather_talk=True)
        return replace(session, about=replace(session.about, phq9=changed), safety_talk=None)


@dataclass(frozen=True)
class SetPhq9Difficulty:
    """The unscored function question of the PHQ-9."""

    difficulty: int | None
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        phq9 = replace(session.about.phq9, difficulty=self.difficulty)
        return replace(session, about=replace(session.about, phq9=phq9))
