"""Changes on Understand."""

from dataclasses import replace

from decision_aid.base.frozen import dataclass
from decision_aid.domain.session import Session, TeachBackAnswer


@dataclass(frozen=True)
class AnswerTeachBack:
    """An answer to a teach-back question."""

    teach_back: str
    choice: str
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        others = tuple(one for one in session.teach_backs if one.id != self.teach_back)
        mine = TeachBackAnswer(id=self.teach_back, choice=self.choice)
        return replace(session, teach_backs=(*others, mine))
