"""What the person's ratings amount to, beside those of people whom other options fit best."""

from typing import Final, Literal

from decision_aid.base.language import N_, _
from decision_aid.weighing.appraisal import Equivalent, OptionFit
from decision_aid.workspace.line_up_state import first_options
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import difference_words, option_name, quoted

Voice = Literal["you", "they"]
"""Who is told of the person: the person ("you said"), or whoever reads the record."""

_CARES: Final[dict[tuple[Voice, bool], str]] = {
    ("you", True): N_(
        "Someone whom {option} fits best usually cares more about {criterion} than you said you do."
    ),
    ("you", False): N_(
        "Someone whom {option} fits best usually cares less about {criterion} than you said you do."
    ),
    ("they", True): N_(
        "Someone whom {option} fits best usually cares more about {criterion} than the person said."
    ),
    ("they", False): N_(
        "Someone whom {option} fits best usually cares less about {criterion} than the person said."
    ),
}
"""Whom another option fits best: who is told, and whether such people care more."""
_WORTH: Final[dict[Voice, str]] = {
    "you": N_("By your ratings, {amount} is worth about as much as {other}."),
    "they": N_("By the person’s ratings, {amount} is worth about as much as {other}."),
}
_ODD: Final = 0.05
"""Typical weights differ from the person's own by at least this much before it is said."""


def typical_sentences(snapshot: Snapshot, voice: Voice) -> tuple[str, ...]:
    """How people whom the other options fit best differ most from this person."""
    firsts = first_options(snapshot)
    others = (fit for fit in snapshot.appraisal.fits if fit.option not in firsts)
    return tuple(filter(None, (_typical(fit, snapshot, voice) for fit in others)))


def _typical(fit: OptionFit, snapshot: Snapshot, voice: Voice) -> str:
    """For one option; "" where the typical weights are much like the person's own."""
    mine = {one.criterion: one.weight for one in fit.contributions}
    apart = {criterion: weight - mine[criterion] for criterion, weight in fit.central_weights}
    most = max(apart, key=lambda criterion: abs(apart[criterion]), default="")
    if not most or abs(apart[most]) < _ODD:
        return ""
    return _(_CARES[voice, apart[most] > 0]).format(
        option=option_name(fit.option, snapshot), criterion=_name(most, snapshot)
    )


def equivalent_sentences(snapshot: Snapshot, voice: Voice) -> tuple[str, ...]:
    """What is worth as much as what by the ratings, where both are on natural scales."""
    return tuple(_equivalent(one, snapshot, voice) for one in snapshot.appraisal.equivalents)


def _equivalent(one: Equivalent, snapshot: Snapshot, voice: Voice) -> str:
    amount = _difference(one.criterion, one.amount, snapshot)
    other = _difference(one.other, one.other_amount, snapshot)
    return _(_WORTH[voice]).format(amount=amount, other=other)


def _difference(criterion: str, amount: float, snapshot: Snapshot) -> str:
    """So much of it, whichever way is better: "a difference of 2 weeks in “How soon”"."""
    told = difference_words(snapshot.pack.criterion(criterion), amount, snapshot.pack.language)
    return _("a difference of {amount} in {criterion}").format(
        amount=told, criterion=_name(criterion, snapshot)
    )


def _name(criterion: str, snapshot: Snapshot) -> str:
    return quoted(snapshot.pack.criterion(criterion).name)
