"""Questions to take home that nobody ticked: some always go along."""

from typing import Final

from decision_aid.base.language import _
from decision_aid.domain.guidance import Suggestion
from decision_aid.report.document import Block, Heading, KeyValues
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.suggested import still_to_ask
from decision_aid.workspace.words import ASK, TOPICS

MOST: Final = 6
"""At most so many, each of another topic where there are enough topics."""


def questions_to_ask(snapshot: Snapshot) -> tuple[Block, ...]:
    """Questions that concern the choice and were not taken up, with whom to ask."""
    rows = tuple((_(TOPICS[one.topic]), _asked(one)) for one in still_to_ask(snapshot, MOST))
    return (Heading(_("Questions you can ask")), KeyValues(rows)) if rows else ()


def _asked(one: Suggestion) -> str:
    whom = _(ASK[one.ask])
    return f"{one.text} ({whom})" if whom else one.text
