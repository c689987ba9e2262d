"""Changes on Weigh it up."""

from dataclasses import replace
from typing import Literal

from decision_aid.base.frozen import dataclass
from decision_aid.domain.session import Session


@dataclass(frozen=True)
class SetFeelsRight:
    """The answer to "Does this feel right?"."""

    feels_right: Literal["yes", "not_quite", "something_missing"]
    gesture: str = ""

    def apply_to(self, session: Session) -> Session:
        """The session with this answer."""
        return replace(session, feels_right=self.feels_right)
