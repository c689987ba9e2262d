"""What the patient screen can show. None of it has room for what a provider alone wrote."""

from dataclasses import dataclass

from decision_aid.domain.risk import Arm
from decision_aid.weighing.appraisal import OptionFit


@dataclass(frozen=True)
class Text:
    """A paragraph.

    Attributes:
        text: What it says.
        strong: Whether it stands out.
    """

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Points:
    """Sentences in a list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Rows:
    """Short labels, each with what is told of it: (label, text)."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Contacts:
    """Whom to call: (number, who answers)."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Group:
    """One group of a study, drawn as a hundred circles.

    Attributes:
        arm: The group.
        had: What it had.
        sentence: To how many of 100 it happened, and to how many it did not.
    """

    arm: Arm
    had: str
    sentence: str


@dataclass(frozen=True)
class Pair:
    """A figure: both groups of one study; or the only one, where there was no other.

    Attributes:
        question: What it answers.
        groups: The groups.
        keep_in_mind: How sure we are, and what must be said beside its numbers.
    """

    question: str
    groups: tuple[Group, ...]
    keep_in_mind: str


@dataclass(frozen=True)
class Bar:
    """How one option lines up.

    Attributes:
        letter: Its letter.
        name: Its name.
        fit: What each criterion adds, and how unsure that is.
        words: The fit in words.
        sentence: What the bar says, for those who do not see it.
    """

    letter: str
    name: str
    fit: OptionFit
    words: str
    sentence: str


@dataclass(frozen=True)
class Bars:
    """The line-up.

    Attributes:
        bars: The options weighed, in their places.
        order: Ids of the criteria in the order of the legend.
        names: Their short names.
    """

    bars: tuple[Bar, ...]
    order: tuple[str, ...]
    names: tuple[str, ...]


Part = Text | Points | Rows | Contacts | Pair | Bars


@dataclass(frozen=True)
class Section:
    """Parts that belong together.

    Attributes:
        title: Its heading; "" for none.
        parts: What it holds, from the top.
        letter: The letter of the option it is about; "" for none.
        wide: Whether it takes all of the width.
    """

    title: str
    parts: tuple[Part, ...]
    letter: str = ""
    wide: bool = False


@dataclass(frozen=True)
class PatientView:
    """One step, as the patient screen shows it.

    Attributes:
        title: Its heading.
        lead: A sentence or two under it; "" for none.
        sections: What it holds, in reading order.
        columns: How many sections may stand side by side, at most.
    """

    title: str
    lead: str
    sections: tuple[Section, ...]
    columns: int = 2
