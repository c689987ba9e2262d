"""What was tried before and how it went, in lines for the record and the hand-over."""

from typing import Final

from decision_aid.domain.about_you import Tried, YesNoRatherNot
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import (
    ANSWERS,
    OUTCOMES,
    TRIED_KINDS,
    YES_NO_RATHER_NOT,
)

DISSOCIATIVES = "Ketamine or a drug like it, before"
OTHER_DRUGS = "Other drugs before"
HOW_IT_WAS = "How it was with drugs"
HELPED = "What helped before"

ENOUGH: Final = {
    "yes": "enough dose and time",
    "no": "too little dose or time",
    "unsure": "not sure if enough",
}


def tried_before(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """Treatments tried: (name and kind, outcome, whether dose and time were enough, why)."""
    return tuple((_name(one), _how(one)) for one in snapshot.session.about.tried)


def _name(tried: Tried) -> str:
    return f"{tried.name} ({TRIED_KINDS[tried.kind].lower()})" if tried.kind else tried.name


def _how(tried: Tried) -> str:
    enough = ENOUGH[tried.enough] if tried.enough else ""
    why = tried.why if tried.why.strip() else ""
    return "; ".join(filter(None, (OUTCOMES[tried.outcome], enough, why)))


def before(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """What helped and which drugs were taken before; never for the person's page."""
    about = snapshot.session.about
    rows = (
        (HELPED, about.helped_before),
        (DISSOCIATIVES, _answer(about.dissociatives_before)),
        (OTHER_DRUGS, _answer(about.other_drugs_before)),
        (HOW_IT_WAS, about.drugs_words),
    )
    return tuple((label, said) for label, said in rows if said.strip())


def _answer(given: YesNoRatherNot | None) -> str:
    return YES_NO_RATHER_NOT[given] if given else ""


def conditions(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """The answers about conditions, in the pack's order: (condition, answer)."""
    answered = {one.id: ANSWERS[one.answer] for one in snapshot.session.about.conditions}
    return tuple(
        (one.text, answered[one.id]) for one in snapshot.pack.conditions if one.id in answered
    )
