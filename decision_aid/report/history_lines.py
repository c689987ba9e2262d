"""What was tried before and how it went, in lines for the record and the hand-over."""

from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.about_you import Tried, YesNoRatherNot
from decision_aid.domain.answers import YesNoUnsure
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Condition
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import (
    ANSWERS,
    OUTCOMES,
    YES_NO_RATHER_NOT,
    because_words,
)

DISSOCIATIVES = N_("Ketamine or a drug like it, before")
OTHER_DRUGS = N_("Other drugs before")
HOW_IT_WAS = N_("How it was with drugs")
HELPED = N_("What helped before")

ENOUGH: Final = {
    "yes": N_("enough dose and time"),
    "no": N_("too little dose or time"),
    "unsure": N_("not sure if enough"),
}
_KINDS: Final = {
    "medicine": N_("medicine"),
    "therapy": N_("talking therapy"),
    "other": N_("something else"),
}
"""What a treatment was, behind its name."""


def tried_before(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """Treatments tried: (name and kind, outcome, whether dose and time were enough, why)."""
    return tuple((_name(one), _how(one)) for one in snapshot.session.about.tried)


def _name(tried: Tried) -> str:
    return f"{tried.name} ({_(_KINDS[tried.kind])})" if tried.kind else tried.name


def _how(tried: Tried) -> str:
    enough = _(ENOUGH[tried.enough]) if tried.enough else ""
    why = tried.why if tried.why.strip() else ""
    return "; ".join(filter(None, (_(OUTCOMES[tried.outcome]), enough, why)))


def before(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """What helped and which drugs were taken before; never for the person's page."""
    about = snapshot.session.about
    rows = (
        (_(HELPED), about.helped_before),
        (_(DISSOCIATIVES), _answer(about.dissociatives_before)),
        (_(OTHER_DRUGS), _answer(about.other_drugs_before)),
        (_(HOW_IT_WAS), about.drugs_words),
    )
    return tuple((label, said) for label, said in rows if said.strip())


def _answer(given: YesNoRatherNot | None) -> str:
    return _(YES_NO_RATHER_NOT[given]) if given else ""


def conditions(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """The answers about conditions, in the pack's order: (condition and its term, answer)."""
    answered = {one.id: _(ANSWERS[one.answer]) for one in snapshot.session.about.conditions}
    return tuple(
        (with_term(one), answered[one.id]) for one in snapshot.pack.conditions if one.id in answered
    )


def answered(snapshot: Snapshot, answer: YesNoUnsure) -> tuple[str, ...]:
    """The conditions with that answer, with their terms, in the pack's order."""
    held = {one.id for one in snapshot.session.about.conditions if one.answer == answer}
    return tuple(with_term(one) for one in snapshot.pack.conditions if one.id in held)


def with_term(condition: Condition) -> str:
    """A condition for a clinician: the plain words that were asked, and its medical term."""
    return f"{condition.text} [{condition.term}]" if condition.term else condition.text


def because_with_term(pack: Pack, because: str) -> str:
    """What set a finding off, for a clinician; a condition with its medical term."""
    terms = {one.id: with_term(one) for one in pack.conditions}
    return terms.get(because) or because_words(pack, because)
