"""What a page may ask of the window. A page knows no other page and no file."""

from typing import Literal

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
class Finish:
    """Clear everything, so that the next person sees nothing of it."""


@dataclass(frozen=True)
class KeepSession:
    """Keep the session in the window from now on; where nothing can be kept yet, set that up."""


@dataclass(frozen=True)
class OpenKept:
    """Show the sessions kept on this computer, to carry on with one."""


@dataclass(frozen=True)
class SetUpKeeping:
    """Set up the place where sessions are kept on this computer."""


@dataclass(frozen=True)
class LockNow:
    """Save what is kept, clear the window and ask for the passphrase again."""


@dataclass(frozen=True)
class Exported:
    """All that was said was written to a file the person chose."""


@dataclass(frozen=True)
class TakenOut:
    """Something of what was said left the window; it is written down where the session is kept.

    Attributes:
        how: By which way.
    """

    how: Literal["exported", "printed", "copied"]


@dataclass(frozen=True)
class Opened:
    """What is read on the page has changed; see `StepPage.opened`."""


@dataclass(frozen=True)
class Speak:
    """Say everything in another language.

    Attributes:
        code: The language as in BCP 47.
    """

    code: str


Request = (
    GoTo
    | GoToCriterion
    | OpenSession
    | StartFresh
    | Finish
    | KeepSession
    | OpenKept
    | SetUpKeeping
    | LockNow
    | Exported
    | TakenOut
    | Opened
    | Speak
)
