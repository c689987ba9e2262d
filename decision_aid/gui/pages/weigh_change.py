"""What would change the line-up, what was left out of it, and the provider's own view."""

from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.gui import safe
from decision_aid.gui.widgets.card import Card
from decision_aid.weighing.appraisal import Appraisal, OptionFit
from decision_aid.workspace import wording
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import decision_line

NOTHING = "No single answer, however far it moved, would change which option comes first."
APART = "Both views are kept side by side and never mixed."
NO_ORDER = (
    "The order you gave does not go with your ratings any more, so it was not used. You can give "
    "it anew in What matters."
)
_ODD = 0.05
"""Typical values differ from the person's own by at least this weight before it is said."""


class ChangeCard(Card):
    """What would change it."""

    def __init__(self) -> None:
        super().__init__("What would change it?")
        self._text = safe.label("", "cell")
        self.add(self._text)

    def present(self, snapshot: Snapshot) -> None:
        """Show what would change the first place."""
        self._text.setText(bulleted(change_sentences(snapshot)))


class ProviderCard(Card):
    """What the provider said, beside what the person said."""

    def __init__(self) -> None:
        super().__init__("Your provider’s view")
        self._text = safe.label("", "cell")
        self.add(self._text)

    def present(self, snapshot: Snapshot) -> None:
        """Show the provider's leaning and where the two views are far apart."""
        self._text.setText(bulleted(provider_sentences(snapshot)))


def bulleted(sentences: list[str]) -> str:
    """Sentences one below the other; a single one needs no mark."""
    return "\n".join(f"• {one}" for one in sentences) if len(sentences) > 1 else "".join(sentences)


def change_sentences(snapshot: Snapshot) -> list[str]:
    """What would change the first place, nearest first; and what was left out."""
    appraisal = snapshot.appraisal
    turning = [one for one in appraisal.tipping if one.step is not None]
    nearest = sorted(turning, key=lambda one: abs(one.step or 0))
    told = [wording.tipping_sentence(one, snapshot) for one in nearest] or [NOTHING]
    typical = [_typical(fit, appraisal, snapshot) for fit in appraisal.fits[1:2]]
    order = [] if appraisal.order_kept else [NO_ORDER]
    return [*told, *filter(None, typical), *order, *_left_out(appraisal, snapshot)]


def _left_out(appraisal: Appraisal, snapshot: Snapshot) -> list[str]:
    names = [f"“{snapshot.pack.criterion(one).name}”" for one in appraisal.left_out]
    return [f"Left out, because you did not rate it: {', '.join(names)}."] if names else []


def _typical(fit: OptionFit, appraisal: Appraisal, snapshot: Snapshot) -> str:
    """How someone whom this option fits best differs most from the person; "" when not by much."""
    mine = {one.criterion: one.weight for one in fit.contributions}
    apart = {criterion: weight - mine[criterion] for criterion, weight in fit.central_weights}
    if not apart:
        return ""
    most = max(apart, key=lambda criterion: abs(apart[criterion]))
    if abs(apart[most]) < _ODD or most not in appraisal.criteria:
        return ""
    name, way = snapshot.pack.criterion(most).name, "more" if apart[most] > 0 else "less"
    option = wording.option_name(fit.option, snapshot)
    return (
        f"Someone whom {option} fits best usually cares {way} about “{name}” than you said you do. "
        "Does that sound like you?"
    )


def provider_sentences(snapshot: Snapshot) -> list[str]:
    """The provider's leaning, and the criteria on which the two are two or more steps apart."""
    session = snapshot.session
    leaning = session.provider_leaning
    said = [f"Leans towards: {decision_line(leaning, snapshot)}"] if leaning else []
    apart = [
        sentence
        for rating in session.provider_ratings
        if (sentence := _difference(session.rating(rating.criterion), rating, snapshot))
    ]
    if not said and not session.provider_ratings:
        return ["Your provider has not added a view. They can, in What matters and in Decide."]
    if session.provider_ratings and not apart:
        said.append("No rating lies two or more steps from yours.")
    return [*said, *apart, APART]


def _difference(mine: Rating | None, theirs: Rating, snapshot: Snapshot) -> str:
    if mine is None or NOT_SURE in (mine.importance, theirs.importance):
        return ""
    if abs(int(mine.importance) - int(theirs.importance)) < 2:
        return ""
    name = snapshot.pack.criterion(theirs.criterion).name
    return (
        f"Differs from you on “{name}”: you said “{wording.importance_words(mine.importance)}”, "
        f"your provider “{wording.importance_words(theirs.importance)}”."
    )
