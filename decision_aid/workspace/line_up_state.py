"""What the line-up can say at this moment: why there is none, or how sure the one there is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, assert_never

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words
from decision_aid.domain.answers import NOT_SURE
from decision_aid.domain.criteria import Criterion
from decision_aid.weighing.appraisal import OptionFit
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import finding_title, option_name, quoted

StateKind = Literal[
    "paused",
    "not_accompanied",
    "nothing_rated",
    "all_skipped",
    "nothing_matters",
    "all_gated",
    "all_ruled_out",
    "all_shut",
    "one_option",
    "all_equal",
    "nobody_knows",
    "close",
    "clear",
]
"""A talk comes first; no provider is here; nothing was rated; What matters was gone through and all
of it skipped; all rated "not at all"; every option is gated, or ruled out, or one or the other; one
option is left; all stand at the same place on all that counts, or nobody knows where; too close to
call; not too close to call."""

ALONE: Final = N_(
    "Without a provider here, the options are not lined up: what a line-up means is best talked "
    "over with a provider beside you. What was said stays, and the options line up the moment one "
    "is here."
)
TALK_FIRST: Final = N_(
    "Talk comes first. The steps wait until a provider has talked with the person. What was said "
    "stays."
)
RATE: Final = N_("Rate one thing or more in What matters, then come back.")
CHECKS: Final = N_("A prescriber can look at each check in About you.")
TAKE_BACK: Final = N_("What was ruled out can be taken back in What matters.")
_SAME: Final = N_(
    "On what was rated ({criteria}), all options stand at the same place. So nothing puts one "
    "before another."
)
_SAME_OF_THE_REST: Final = N_(
    "On what was rated ({criteria}), all options that are left stand at the same place. So nothing "
    "puts one before another."
)
_DIGITS: Final = 10
"""Values that agree to this many decimals are level; what differs beyond is rounding."""


@dataclass(frozen=True, kw_only=True)
class LineUpState:
    """What can be said of the line-up as a whole, alike on screen, on paper and in JSON.

    Attributes:
        kind: Which state it is.
        sentence: What is the case.
        to_do: What can be done about it; "" where nothing needs to be.
        cautions: What else must be known to read the line-up.
    """

    kind: StateKind
    sentence: str
    to_do: str = ""
    cautions: tuple[str, ...] = ()

    @property
    def has_bars(self) -> bool:
        """Whether there is a line-up to be shown; without one there are no bars and no order."""
        return self.kind in ("close", "clear")


def line_up_state(snapshot: Snapshot) -> LineUpState:
    """The state of the line-up at this moment."""
    match snapshot.appraisal.missing:
        case "paused" | "not_accompanied" as why:
            return LineUpState(kind=why, sentence=_(TALK_FIRST) if why == "paused" else _(ALONE))
        case "no_options":
            return _none_left(snapshot)
        case "one_option":
            return _one_left(snapshot)
        case "no_ratings":
            return _not_rated(snapshot)
        case "nothing_matters":
            return LineUpState(
                kind="nothing_matters",
                sentence=_(
                    "Everything rated so far was marked “Not at all”, so there is nothing to "
                    "line the options up with."
                ),
                to_do=_("Rate one thing higher in What matters, then come back."),
            )
        case None:
            return _level(snapshot) if snapshot.appraisal.all_equal else _lined_up(snapshot)
        case never:
            assert_never(never)


def in_places(snapshot: Snapshot) -> tuple[tuple[int, OptionFit], ...]:
    """The options weighed with their places, best first; those that stand level share a place.

    Level ones come in the session's own order, which favors none.
    """
    shown = [one.option.id for one in snapshot.options]
    fits = sorted(snapshot.appraisal.fits, key=lambda fit: shown.index(fit.option))
    ranked = sorted(fits, key=lambda fit: -_score(fit))
    scores = [_score(fit) for fit in ranked]
    return tuple((scores.index(_score(fit)) + 1, fit) for fit in ranked)


def first_options(snapshot: Snapshot) -> tuple[str, ...]:
    """The options that come first, several where they stand level; none without a line-up."""
    if not line_up_state(snapshot).has_bars:
        return ()
    return tuple(fit.option for place, fit in in_places(snapshot) if place == 1)


def _score(fit: OptionFit) -> float:
    return round(fit.score, _DIGITS)


def _not_rated(snapshot: Snapshot) -> LineUpState:
    if snapshot.session.ratings:
        sentence = _(
            "What was rated is not asked about any more, because the list of medicines changed. "
            "So there is nothing to line the options up with."
        )
        return LineUpState(kind="nothing_rated", sentence=sentence, to_do=_(RATE))
    if "matters" in snapshot.session.visited:
        sentence = _(
            "Everything in What matters was skipped so far, so there is nothing to line the "
            "options up with."
        )
        return LineUpState(kind="all_skipped", sentence=sentence, to_do=_(RATE))
    sentence = _("Nothing was rated yet, so there is nothing to line the options up with.")
    return LineUpState(kind="nothing_rated", sentence=sentence, to_do=_(RATE))


def _none_left(snapshot: Snapshot) -> LineUpState:
    gates, out = "; ".join(_gates(snapshot)), "; ".join(_dealbreakers(snapshot))
    if not out:
        return LineUpState(
            kind="all_gated",
            sentence=_(
                "Every option waits for a check, so none can be lined up: {findings}."
            ).format(findings=gates),
            to_do=_(CHECKS),
        )
    if not gates:
        return LineUpState(
            kind="all_ruled_out",
            sentence=_(
                "Every option was ruled out, so none can be lined up: {dealbreakers}."
            ).format(dealbreakers=out),
            to_do=_(TAKE_BACK),
        )
    return LineUpState(
        kind="all_shut",
        sentence=_(
            "Every option waits for a check or was ruled out, so none can be lined "
            "up. To be checked: {findings}. Ruled out: {dealbreakers}."
        ).format(findings=gates, dealbreakers=out),
        to_do=f"{_(CHECKS)} {_(TAKE_BACK)}",
    )


def _gates(snapshot: Snapshot) -> Iterator[str]:
    """What has to be checked, with the letters of the options it shuts."""
    titles = {option: [finding_title(one) for one in why] for option, why in snapshot.gated.items()}
    return _with_letters(titles, snapshot)


def _dealbreakers(snapshot: Snapshot) -> Iterator[str]:
    texts = {option: [one.text for one in why] for option, why in snapshot.ruled_out.items()}
    return _with_letters(texts, snapshot)


def _with_letters(told: dict[str, list[str]], snapshot: Snapshot) -> Iterator[str]:
    for text in dict.fromkeys(text for texts in told.values() for text in texts):
        letters = sorted(snapshot.letter(option) for option in told if text in told[option])
        yield f"{quoted(text)} ({', '.join(letters)})"


def _one_left(snapshot: Snapshot) -> LineUpState:
    (left,) = snapshot.weighed_options
    sentence = _(
        "Only {option} is left, so there is nothing to line it up with. "
        "That does not make it the right one."
    ).format(option=option_name(left, snapshot))
    checks = _(CHECKS) if snapshot.gated else ""
    take_back = _(TAKE_BACK) if snapshot.ruled_out else ""
    to_do = f"{checks} {take_back}".strip()
    return LineUpState(kind="one_option", sentence=sentence, to_do=to_do)


def _level(snapshot: Snapshot) -> LineUpState:
    counting = _counting(snapshot)
    names = and_words(quoted(one.name) for one in counting)
    to_do = _("Rate something else in What matters, on which the options differ.")
    options = snapshot.weighed_options
    if all(one.standing(option).unknown for one in counting for option in options):
        sentence = _(
            "On what was rated ({criteria}), nobody knows how the options do. So "
            "nothing puts one before another."
        ).format(criteria=names)
        return LineUpState(kind="nobody_knows", sentence=sentence, to_do=to_do)
    sentence = _(_SAME_OF_THE_REST if snapshot.gated or snapshot.ruled_out else _SAME)
    return LineUpState(kind="all_equal", sentence=sentence.format(criteria=names), to_do=to_do)


def _lined_up(snapshot: Snapshot) -> LineUpState:
    cautions = tuple(_cautions(snapshot))
    if snapshot.appraisal.close_call:
        sentence = _("It is too close to call which option fits best what was said.")
        return LineUpState(kind="close", sentence=sentence, cautions=cautions)
    first = option_name(snapshot.appraisal.fits[0].option, snapshot)
    sentence = _(
        "By the rules of this aid, {option} lines up clearly best with what was "
        "said. It is no advice to choose it."
    ).format(option=first)
    return LineUpState(kind="clear", sentence=sentence, cautions=cautions)


def _counting(snapshot: Snapshot) -> tuple[Criterion, ...]:
    """The criteria that were rated higher than "not at all"."""
    rated = {one.criterion: one.importance for one in snapshot.session.ratings}
    return tuple(one for one in snapshot.criteria if rated.get(one.id, 0) != 0)


def _cautions(snapshot: Snapshot) -> Iterator[str]:
    counting = _counting(snapshot)
    if len(counting) == 1:
        told = _("All of this rests on one thing, “{criterion}”. No other rating counts in it.")
        yield told.format(criterion=counting[0].name)
    ratings = [snapshot.session.rating(one.id) for one in counting]
    if all(one is not None and one.importance == NOT_SURE for one in ratings):
        yield _("Every rating that counts is “Not sure”, so each thing counts the same here.")
