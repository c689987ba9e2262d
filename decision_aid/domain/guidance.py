"""Texts that explain, ask and warn: cards, teach-back, questions, when to call."""

from datetime import date
from typing import Literal

from decision_aid.base.frozen import dataclass
from decision_aid.base.language import _
from decision_aid.domain.session import Role, StepId

Topic = Literal[
    "my_depression", "what_to_expect", "safety", "daily_life", "cost", "stopping", "other_ways"
]
"""What a question to a provider is about."""


@dataclass(frozen=True, kw_only=True)
class Card:
    """One short card of Understand.

    Attributes:
        id: Its id.
        group: Heading it stands under; which part of the story it tells.
        studies: Studies whose numbers stand in its text.
        sources: Sources of what it says.
        title: Its heading.
        paragraphs: Its text.
    """

    id: str
    group: Literal[
        "depression", "medicines", "ketamine", "together", "therapy", "lifestyle", "care"
    ]
    studies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One answer of a teach-back question.

    Attributes:
        id: Its id.
        right: Whether it is right.
        text: The answer.
    """

    id: str
    right: bool = False
    text: str


@dataclass(frozen=True, kw_only=True)
class TeachBack:
    """A question to check that the aid explained itself well; no score is kept.

    Attributes:
        id: Its id.
        card: The card that explains it, for "show me again".
        choices: Answers to choose from.
        question: The question.
        explanation: What is so, said after any answer.
    """

    id: str
    card: str
    choices: tuple[Choice, ...]
    question: str
    explanation: str


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A question worth asking a provider.

    Attributes:
        id: Its id.
        topic: Heading it stands under.
        ask: Who can answer it.
        options: Options it is about; empty means any.
        text: The question.
    """

    id: str
    topic: Topic
    ask: Literal["prescriber", "counselor", "anyone"]
    options: tuple[str, ...] = ()
    text: str


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """Something for the provider to ask or to check at a step; never on the patient screen.

    Attributes:
        id: Its id.
        step: The step.
        roles: Who it is for.
        text: One sentence.
    """

    id: str
    step: StepId
    roles: tuple[Role, ...]
    text: str


@dataclass(frozen=True, kw_only=True)
class CallReason:
    """A reason to call someone.

    Attributes:
        id: Its id.
        options: Options it is about; empty means any.
        urgency: Whether to call an emergency number or the clinic.
        text: The sign to look out for.
    """

    id: str
    options: tuple[str, ...] = ()
    urgency: Literal["emergency", "clinic"]
    text: str


@dataclass(frozen=True, kw_only=True)
class CrisisContact:
    """A number to call or text in a crisis.

    Attributes:
        id: Its id.
        number: What to dial, as written: "988".
        press: The key to press when it answers; "" for none.
        text: Who it is and how: "Call or text, any time, free".
    """

    id: str
    number: str
    press: str = ""
    text: str

    @property
    def dialed(self) -> str:
        """What to dial, in words: "988" or "988, then press 1"."""
        if not self.press:
            return self.number
        return _("{number}, then press {key}").format(number=self.number, key=self.press)


@dataclass(frozen=True, kw_only=True)
class Crisis:
    """Crisis contacts of one country.

    Attributes:
        country: ISO 3166 code.
        checked_on: When the numbers were last checked.
        contacts: The contacts, most useful first.
        line: All of it in one line for paper.
        text: A calm sentence for the card.
    """

    country: str
    checked_on: date
    contacts: tuple[CrisisContact, ...]
    line: str
    text: str
