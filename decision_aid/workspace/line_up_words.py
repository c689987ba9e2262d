"""What the line-up tells, in sentences said alike on screen, on paper and in JSON."""

from collections.abc import Iterable, Sequence
from typing import Final, assert_never

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import and_words, number_words
from decision_aid.domain.answers import NOT_SURE
from decision_aid.domain.own_concerns import is_weighed
from decision_aid.weighing.appraisal import Band, CloseReason, OptionFit, Tipping
from decision_aid.workspace.shares import in_ten
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import (
    importance_words,
    option_name,
    plain_number,
    quoted,
)

# Translators: how well an option fits what the person said.
BAND_SHORT: Final[dict[Band, str]] = {
    "well": N_("well"),
    "fairly": N_("fairly well"),
    "less": N_("less well"),
}
# Translators: inside of "If “Cost” mattered two steps more, Talking therapy (B) would come first".
_STEPS: Final = {
    1: N_("one step more"),
    2: N_("two steps more"),
    3: N_("three steps more"),
    4: N_("four steps more"),
    -1: N_("one step less"),
    -2: N_("two steps less"),
    -3: N_("three steps less"),
    -4: N_("four steps less"),
}
"""How much more or less something would matter, inside a sentence."""


def span_words(fit: OptionFit, snapshot: Snapshot) -> str:
    """Between which bands its score lies in nine of ten draws; "" where that is one band."""
    low, high = (_band(end, snapshot) for end in fit.interval)
    if low == high:
        return ""
    told = _("Anywhere from “{worse_fit}” to “{better_fit}”")
    return told.format(worse_fit=_(BAND_SHORT[low]), better_fit=_(BAND_SHORT[high]))


def _band(score: float, snapshot: Snapshot) -> Band:
    settings = snapshot.pack.weighing
    if score >= settings.fits_well:
        return "well"
    return "fairly" if score >= settings.fits_fairly else "less"


def thresholds_sentence(snapshot: Snapshot) -> str:
    """From which score an option fits well, and from which fairly well."""
    settings = snapshot.pack.weighing
    return _(
        "A score of {fits_well} or more fits well, {fits_fairly} or more "
        "fairly well, anything below less well."
    ).format(
        fits_well=number_words(settings.fits_well, 3),
        fits_fairly=number_words(settings.fits_fairly, 3),
    )


def close_sentences(snapshot: Snapshot) -> tuple[str, ...]:
    """Why it is too close to call. Single steps that put the same option first are told as one."""
    reasons = snapshot.appraisal.close_reasons
    steps = [one for one in reasons if one.kind == "one_step"]
    told = [close_sentence(one, snapshot) for one in reasons if one.kind != "one_step"]
    for option in dict.fromkeys(one.option for one in steps):
        same = [one for one in steps if one.option == option]
        alone = len(same) == 1
        told.append(close_sentence(same[0], snapshot) if alone else _steps_sentence(same, snapshot))
    return tuple(dict.fromkeys(told))


def _steps_sentence(same: Sequence[CloseReason], snapshot: Snapshot) -> str:
    """Several single steps, each of which puts the same option first."""
    told = ngettext(
        "One step more or less on any one of {count} answer would put {option} first.",
        "One step more or less on any one of {count} answers would put {option} first.",
        len(same),
    )
    return told.format(count=number_words(len(same)), option=option_name(same[0].option, snapshot))


def close_sentence(reason: CloseReason, snapshot: Snapshot) -> str:
    """One reason why it is too close to call."""
    first = option_name(snapshot.appraisal.fits[0].option, snapshot)
    other = option_name(reason.option, snapshot)
    match reason.kind:
        case "shares":
            return _shares_sentence(reason.option, snapshot)
        case "tie":
            return _("{option} and {other} stand level.").format(option=first, other=other)
        case "geometric":
            told = _("If good points made up less for bad ones, {option} would come first.")
            return told.format(option=other)
        case "unknown":
            told = _(
                "It depends on something nobody knows, about {criterion}: {option} may come first."
            )
            return told.format(criterion=_name(reason.criterion, snapshot), option=other)
        case "one_step":
            return _step_sentence(reason, snapshot)
        case never:
            assert_never(never)


def _step_sentence(reason: CloseReason, snapshot: Snapshot) -> str:
    if not _is_unsure(reason.criterion, snapshot):
        how = _(_STEPS[1 if reason.step > 0 else -1])
    elif reason.step > 0:
        how = _("a bit more than in the middle")
    else:
        how = _("a bit less than in the middle")
    return _("If {criterion} mattered {how}, {option} would come first.").format(
        criterion=_name(reason.criterion, snapshot),
        how=how,
        option=option_name(reason.option, snapshot),
    )


def _shares_sentence(option: str, snapshot: Snapshot) -> str:
    """How often the one with the best score and another came first, as the tenths shown say it."""
    fits = snapshot.appraisal.fits
    shares = {fit.option: fit.first_share for fit in fits}
    ahead = round(shares[option] - shares[fits[0].option], 9)
    if ahead >= snapshot.pack.weighing.close_points / 100:
        first, other = (option_name(one, snapshot) for one in (fits[0].option, option))
        told = _("{option} has the best score, but {other} came first more often.")
        return told.format(option=first, other=other)
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
        stays = _(
            "However much or little any one of these mattered, the first place would stay: "
            "{criteria}."
        ).format(criteria=names)
        return (*(tipping_sentence(one, snapshot) for one in nearest), stays)
    return tuple(tipping_sentence(one, snapshot) for one in (*nearest, *still))


def tipping_sentence(tipping: Tipping, snapshot: Snapshot) -> str:
    """What it takes on one criterion to change the first place."""
    name = _name(tipping.criterion, snapshot)
    if tipping.step is None:
        told = _("However much or little {criterion} mattered, the first place would stay.")
        return told.format(criterion=name)
    then, option = quoted(importance_words(tipping.said + tipping.step)), tipping.option
    told = _("If {criterion} mattered {how}, {option} would come first.")
    if not _is_unsure(tipping.criterion, snapshot):
        # Translators: by how many steps, and the answer that is: "two steps more (“A lot”)".
        then = _("{steps} ({answer})").format(steps=_(_STEPS[tipping.step]), answer=then)
    return told.format(criterion=name, how=then, option=option_name(option, snapshot))


def basis_sentences(snapshot: Snapshot) -> tuple[str, ...]:
    """What the line-up does not count, what nobody knows and what was widened, each if any."""
    appraisal = snapshot.appraisal
    weights = {one.criterion: one.weight for one in appraisal.fits[0].contributions}
    unsure = [one for one in appraisal.criteria if _is_unsure(one, snapshot)]
    words = [one.text for one in snapshot.session.concerns if not is_weighed(one)]
    nothing = [one for one in appraisal.criteria if not weights[one]]
    told = (
        (_("Left out, because not rated: {which}."), _names(appraisal.left_out, snapshot)),
        (_("Rated “Not at all”, so it counts nothing: {which}."), _names(nothing, snapshot)),
        (
            _("Not sure, so anything from “Not at all” to “Most” was tried: {which}."),
            _names(unsure, snapshot),
        ),
        (
            _("Not weighed, because no option was placed on it: {which}."),
            and_words(quoted(text) for text in words if text.strip()),
        ),
        (
            _("Nobody knows, so anything plausible was tried: {which}."),
            _pairs(appraisal.unknown, snapshot),
        ),
        (_("We are less than sure, so a wider range was tried: {which}."), _widened(snapshot)),
    )
    sentences = (sentence.format(which=which) for sentence, which in told if which)
    return (*order_sentences(snapshot), *sentences)


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
        "Worked out {draws} times, with seed {seed}, from the content "
        "“{pack}”, version {version}. The same answers give the same line-up."
    ).format(
        draws=number_words(appraisal.draws),
        seed=appraisal.seed,
        pack=appraisal.pack,
        version=appraisal.version,
    )


def _widened(snapshot: Snapshot) -> str:
    """By how much, and which: “Cost” (A, B) 1.25 times; smallest factor first."""
    widened = snapshot.appraisal.widened
    by_factor = {
        factor: [(one.option, one.criterion) for one in widened if one.factor == factor]
        for factor in sorted({one.factor for one in widened})
    }
    return "; ".join(
        _("{factor} times as wide for {criteria}").format(
            factor=plain_number(factor), criteria=_pairs(pairs, snapshot)
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
    return and_words(told)


def _names(criteria: Iterable[str], snapshot: Snapshot) -> str:
    return and_words(_name(one, snapshot) for one in criteria)


def _name(criterion: str, snapshot: Snapshot) -> str:
    return quoted(snapshot.pack.criterion(criterion).name)


def _is_unsure(criterion: str, snapshot: Snapshot) -> bool:
    """Whether the person was not sure, so that there is no step of theirs to count from."""
    rating = snapshot.session.rating(criterion)
    return rating is not None and rating.importance == NOT_SURE
