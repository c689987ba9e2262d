"""What a page may ask of the window. A page knows no other page and no file."""

from decision_aid.base.frozen import dataclass
from decision_aid.domain.session import StepId


@dataclass(frozen=True)
class GoTo:
    """Open another step."""

    step: StepId


@dataclass(frozen=True)
class GoToCriterion:
    """Open What matters at one criterion.

    Attributes:
        criterion: Its id.
    """

    criterion: str


@dataclass(frozen=True)
class OpenSession:
    """Choose a session file and carry on with it."""


@dataclass(frozen=True)
class StartFresh:
    """Clear everything and begin anew."""


@dataclass(frozen=True)
class Exported:
    """All that was said was written to a file the person chose."""


@dataclass(frozen=True)
class Opened:
    """What is read on the page has changed; see `StepPage.opened`."""


Request = GoTo | GoToCriterion | OpenSession | StartFresh | Exported | Opened
