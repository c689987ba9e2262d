"""What the line-up tells, in sentences said alike on screen, on paper and in JSON."""

from collections.abc import Iterable
from typing import Final, Literal, assert_never

from decision_aid.base.language import N_, _
from decision_aid.domain.answers import NOT_SURE
from decision_aid.domain.own_concerns import is_weighed
from decision_aid.weighing.appraisal import Band, CloseReason, Equivalent, OptionFit, Tipping
from decision_aid.workspace.line_up_state import first_options
from decision_aid.workspace.shares import in_ten
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import (
    COUNT_WORDS,
    importance_words,
    natural_words,
    option_name,
)

Voice = Literal["you", "they"]
"""Who is told of the person: the person ("you said"), or whoever reads the record."""

SAID: Final[dict[Voice, str]] = {"you": N_("you said you do"), "they": N_("the person said")}
BAND_SHORT: Final[dict[Band, str]] = {
    "well": "well",
    "fairly": N_("fairly well"),
    "less": N_("less well"),
}
STAYS: Final = N_("However much or little any one of these mattered, the first place would stay: ")
_ODD: Final = 0.05
"""Typical weights differ from the person's own by at least this much before it is said."""


def span_words(fit: OptionFit, snapshot: Snapshot) -> str:
    """Between which bands its score lies in nine of ten draws; "" where that is one band."""
    low, high = (_band(end, snapshot) for end in fit.interval)
    return (
        ""
        if low == high
        else _("Anywhere from “{band_short}” to “{band_short_2}”").format(
            band_short=_(BAND_SHORT[low]), band_short_2=_(BAND_SHORT[high])
        )
    )


def _band(score: float, snapshot: Snapshot) -> Band:
    settings = snapshot.pack.weighing
    if score >= settings.fits_well:
        return "well"
    return "fairly" if score >= settings.fits_fairly else "less"


def thresholds_sentence(snapshot: Snapshot) -> str:
    """From which score an option fits well, and from which fairly well."""
    settings = snapshot.pack.weighing
    return _(
        "A score of {fits_well:.3f} or more fits well, {fits_fairly:.3f} or more "
        "fairly well, anything below less well."
    ).format(fits_well=settings.fits_well, fits_fairly=settings.fits_fairly)


def close_sentences(snapshot: Snapshot) -> tuple[str, ...]:
    """Why it is too close to call. Single steps that put the same option first are told as one."""
    reasons = snapshot.appraisal.close_reasons
    steps = [one for one in reasons if one.kind == "one_step"]
    told = [close_sentence(one, snapshot) for one in reasons if one.kind != "one_step"]
    for option in dict.fromkeys(one.option for one in steps):
        same = [one for one in steps if one.option == option]
        told.append(
            close_sentence(same[0], snapshot)
            if len(same) == 1
            else _(
                "One step more or less on any one of {same} answers would put {option_name} first."
            ).format(same=len(same), option_name=option_name(option, snapshot))
        )
    return tuple(dict.fromkeys(told))


def close_sentence(reason: CloseReason, snapshot: Snapshot) -> str:
    """One reason why it is too close to call."""
    first = option_name(snapshot.appraisal.fits[0].option, snapshot)
    other = option_name(reason.option, snapshot)
    match reason.kind:
        case "shares":
            return _shares_sentence(reason.option, snapshot)
        case "tie":
            return _("{first} and {other} stand level.").format(first=first, other=other)
        case "geometric":
            return _("If good points made up less for bad ones, {other} would come first.").format(
                other=other
            )
        case "unknown":
            name = _name(reason.criterion, snapshot)
            return _(
                "It depends on something nobody knows, about {name}: {other} may come first."
            ).format(name=name, other=other)
        case "one_step":
            name = _name(reason.criterion, snapshot)
            way = "more" if reason.step > 0 else "less"
            then = _("a bit {way} than in the middle").format(way=way)
            how = (
                then
                if _is_unsure(reason.criterion, snapshot)
                else _("one step {way}").format(way=way)
            )
            return _("If {name} mattered {how}, {other} would come first.").format(
                name=name, how=how, other=other
            )
        case never:
            assert_never(never)


def _shares_sentence(option: str, snapshot: Snapshot) -> str:
    """How often the one with the best score and another came first, as the tenths shown say it."""
    fits = snapshot.appraisal.fits
    shares = {fit.option: fit.first_share for fit in fits}
    ahead = round(shares[option] - shares[fits[0].option], 9)
    if ahead >= snapshot.pack.weighing.close_points / 100:
        first, other = (option_name(one, snapshot) for one in (fits[0].option, option))
        return _("{first} has the best score, but {other} came first more often.").format(
            first=first, other=other
        )
    tenths = dict(zip(shares, in_ten(tuple(shares.values())), strict=True))
    pair = (fits[0].option, option)
    more, fewer = (option_name(one, snapshot) for one in sorted(pair, key=lambda one: -shares[one]))
    if tenths[pair[0]] == tenths[pair[1]]:
        return _("{more} and {fewer} came first about equally often.").format(
            more=more, fewer=fewer
        )
    return _(
        "{more} came first more often than {fewer}, but not by enough to tell them apart."
    ).format(more=more, fewer=fewer)


def change_sentences(snapshot: Snapshot) -> tuple[str, ...]:
    """What would change the first place, by criterion, nearest first; then what would not."""
    tipping = snapshot.appraisal.tipping
    turning = [one for one in tipping if one.step is not None]
    nearest = sorted(turning, key=lambda one: abs(one.step or 0))
    still = [one for one in tipping if one.step is None]
    if len(still) > 1:
        names = _names((one.criterion for one in still), snapshot)
        return (*(tipping_sentence(one, snapshot) for one in nearest), f"{STAYS}{names}.")
    return tuple(tipping_sentence(one, snapshot) for one in (*nearest, *still))


def tipping_sentence(tipping: Tipping, snapshot: Snapshot) -> str:
    """What it takes on one criterion to change the first place."""
    name = _name(tipping.criterion, snapshot)
    if tipping.step is None:
        return _("However much or little {name} mattered, the first place would stay.").format(
            name=name
        )
    then = f"“{importance_words(tipping.said + tipping.step)}”"
    if not _is_unsure(tipping.criterion, snapshot):
        count, way = abs(tipping.step), "more" if tipping.step > 0 else "less"
        steps = f"{COUNT_WORDS[count]} {'step' if count == 1 else 'steps'}"
        then = f"{steps} {way} ({then})"
    return _("If {name} mattered {then}, {option_name} would come first.").format(
        name=name, then=then, option_name=option_name(tipping.option, snapshot)
    )


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
    way = "more" if apart[most] > 0 else "less"
    return _(
        "Someone whom {option_name} fits best usually cares {way} about {name} than {said}."
    ).format(
        option_name=option_name(fit.option, snapshot),
        way=way,
        name=_name(most, snapshot),
        said=_(SAID[voice]),
    )


def equivalent_sentences(snapshot: Snapshot, voice: Voice) -> tuple[str, ...]:
    """What is worth as much as what by the ratings, where both are on natural scales."""
    return tuple(_equivalent(one, snapshot, voice) for one in snapshot.appraisal.equivalents)


def _equivalent(one: Equivalent, snapshot: Snapshot, voice: Voice) -> str:
    whose = {"you": "your", "they": _("the person’s")}[voice]
    amount = _difference(one.criterion, one.amount, snapshot)
    other = _difference(one.other, one.other_amount, snapshot)
    return _("By {whose} ratings, {amount} is worth about as much as {other}.").format(
        whose=whose, amount=amount, other=other
    )


def _difference(criterion: str, amount: float, snapshot: Snapshot) -> str:
    """So much of it, whichever way is better: "a difference of 2 weeks in “How soon”"."""
    told = natural_words(snapshot.pack.criterion(criterion), amount)
    # "More of 100 people" is how an option stands; of a difference, more would be one way only.
    return f"a difference of {told.replace(' more of ', ' of ')} in {_name(criterion, snapshot)}"


def basis_sentences(snapshot: Snapshot) -> tuple[str, ...]:
    """What the line-up does not count, what nobody knows and what was widened, each if any."""
    appraisal = snapshot.appraisal
    weights = {one.criterion: one.weight for one in appraisal.fits[0].contributions}
    unsure = [one for one in appraisal.criteria if _is_unsure(one, snapshot)]
    words = [one.text for one in snapshot.session.concerns if not is_weighed(one)]
    told = (
        (_("Left out, because not rated"), _names(appraisal.left_out, snapshot)),
        (
            _("Rated “Not at all”, so it counts nothing"),
            _names((one for one in appraisal.criteria if not weights[one]), snapshot),
        ),
        (
            _("Not sure, so anything from “Not at all” to “Most” was tried"),
            _names(unsure, snapshot),
        ),
        (
            _("Not weighed, because no option was placed on it"),
            ", ".join(f"“{text}”" for text in words if text.strip()),
        ),
        (
            _("Nobody knows, so anything plausible was tried"),
            _pairs(appraisal.unknown, snapshot),
        ),
        (_("We are less than sure, so a wider range was tried"), _widened(snapshot)),
    )
    return (*order_sentences(snapshot), *(f"{lead}: {what}." for lead, what in told if what))


def order_sentences(snapshot: Snapshot) -> tuple[str, ...]:
    """That the order given was not used, where it was not."""
    return () if snapshot.appraisal.order_kept else (_(NO_ORDER),)


NO_ORDER: Final = N_(
    "The order given does not go with the ratings any more, so it was not used. It can be given "
    "anew in What matters."
)


def again_sentence(snapshot: Snapshot) -> str:
    """What is needed to work it out again."""
    appraisal = snapshot.appraisal
    return _(
        "Worked out {draws:,} times, with seed {seed}, from the content "
        "“{pack}”, version {version}. The same answers give the same line-up."
    ).format(
        draws=appraisal.draws, seed=appraisal.seed, pack=appraisal.pack, version=appraisal.version
    )


def _widened(snapshot: Snapshot) -> str:
    """By how much, and which: “Cost” (A, B) 1.25 times; smallest factor first."""
    widened = snapshot.appraisal.widened
    by_factor = {
        factor: [(one.option, one.criterion) for one in widened if one.factor == factor]
        for factor in sorted({one.factor for one in widened})
    }
    return "; ".join(
        _("{factor:g} times as wide for {pairs}").format(
            factor=factor, pairs=_pairs(pairs, snapshot)
        )
        for factor, pairs in by_factor.items()
    )


def _pairs(pairs: Iterable[tuple[str, str]], snapshot: Snapshot) -> str:
    """Options by criterion: “Cost” (A, B), “Time” (C)."""
    letters: dict[str, list[str]] = {}
    for option, criterion in pairs:
        letters.setdefault(criterion, []).append(snapshot.letter(option))
    told = (
        f"{_name(criterion, snapshot)} ({', '.join(sorted(of))})"
        for criterion, of in letters.items()
    )
    return ", ".join(told)


def _names(criteria: Iterable[str], snapshot: Snapshot) -> str:
    return ", ".join(_name(one, snapshot) for one in criteria)


def _name(criterion: str, snapshot: Snapshot) -> str:
    return f"“{snapshot.pack.criterion(criterion).name}”"


def _is_unsure(criterion: str, snapshot: Snapshot) -> bool:
    """Whether the person was not sure, so that there is no step of theirs to count from."""
    rating = snapshot.session.rating(criterion)
    return rating is not None and rating.importance == NOT_SURE
