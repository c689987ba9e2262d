"""What one clinic adds to a pack: its own prices, waiting times, phone numbers and review."""

from datetime import date
from typing import Final, Literal

from decision_aid.base.frozen import dataclass
from decision_aid.domain.pack import Pack

LOCK_MINUTES: Final = range(1, 16)
"""Minutes without a key or a touch after which a clinic may have the program lock.

A shared computer is never left open for good, so there is no "never".
"""


@dataclass(frozen=True, kw_only=True)
class ClinicOption:
    """What is so for one option at this clinic.

    Attributes:
        id: The option's id.
        cost: What people pay here, in words; "" where nothing is said.
        wait: How long one waits here.
        offered_by: Who offers it here or nearby.
    """

    id: str
    cost: str = ""
    wait: str = ""
    offered_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Phone:
    """A number to call.

    Attributes:
        text: Who answers and when: "Nurse line, weekdays 8 to 5".
        number: As it is dialed.
    """

    text: str
    number: str


@dataclass(frozen=True, kw_only=True)
class ContentReview:
    """A review of one version of a pack by someone at the clinic.

    Attributes:
        by: Who reviewed it, with credentials, as the clinic writes it.
        on: The day.
        version: The version of the pack that was reviewed.
    """

    by: str
    on: date
    version: str


@dataclass(frozen=True, kw_only=True)
class Clinic:
    """A clinic's own notes beside a pack. It adds and informs.

    There is no field here for a figure, a gate or a source, so none can be altered.

    Attributes:
        name: The clinic's name.
        as_of: The day from which all of it is true.
        options: What is so for each option; options may be left out.
        phones: Its phone numbers, most useful first.
        reviews: Reviews of the content.
        paper: The paper in its printer; None leaves the program's own choice.
        lock_minutes: Minutes without a key or a touch after which the program locks, 1 to 15;
            None leaves the program's own choice.
    """

    name: str
    as_of: date
    options: tuple[ClinicOption, ...] = ()
    phones: tuple[Phone, ...] = ()
    reviews: tuple[ContentReview, ...] = ()
    paper: Literal["letter", "a4"] | None = None
    lock_minutes: int | None = None

    def option(self, wanted: str) -> ClinicOption | None:
        """What is so for an option here, None where nothing is said."""
        return next((one for one in self.options if one.id == wanted), None)

    def review_of(self, pack: Pack) -> ContentReview | None:
        """The newest review of this very version of a pack, None where there is none."""
        held = [one for one in self.reviews if one.version == pack.version]
        return max(held, key=lambda one: one.on, default=None)
