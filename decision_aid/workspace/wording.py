"""Sentences said alike on screen, on paper and by the command line. Plain text, no toolkit."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from decision_aid.base.language import N_, _
from decision_aid.domain.about_you import Taking
from decision_aid.domain.answers import IMPORTANCE_WORDS, NOT_SURE
from decision_aid.domain.criteria import Criterion
from decision_aid.domain.medicines import known_medicines
from decision_aid.domain.named import find
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Arm, Certainty, Figure, whole
from decision_aid.domain.rules import Route
from decision_aid.domain.safety import classes_by, route_of
from decision_aid.weighing.appraisal import Band
from decision_aid.workspace.snapshot import Snapshot

Importance = int | Literal["not_sure"]

BAND_WORDS: Final[dict[Band, str]] = {
    "well": N_("Fits what you said well"),
    "fairly": N_("Fits what you said fairly well"),
    "less": N_("Fits what you said less well"),
}
CERTAINTY_WORDS: Final[dict[Certainty, str]] = {
    "high": N_("High certainty"),
    "moderate": N_("Moderate certainty"),
    "low": N_("Low certainty"),
    "very_low": N_("Very low certainty"),
}
CERTAINTY_SENTENCES: Final[dict[Certainty, str]] = {
    "high": N_("The true number is very likely close to this."),
    "moderate": N_("The true number is probably close to this, but it could be different."),
    "low": N_("The true number may be quite different from this."),
    "very_low": N_("We are very unsure. The true number is likely to be different from this."),
}
OWN_COMPARISON: Final = N_(
    "“More of 100 people” is always more than in that option’s own comparison group. The groups "
    "and the studies differ: these are readings for the line-up, not one study’s result."
)
"""Said wherever standings of several options stand in one table (rule R9)."""
COUNT_WORDS: Final = ("no", "one", "two", "three", "four")


def option_name(option: str, snapshot: Snapshot) -> str:
    """An option inside a sentence: "Ketamine alone (B)"."""
    return f"{snapshot.pack.option(option).name} ({snapshot.letter(option)})"


def band_words(band: Band) -> str:
    """A band as a short statement: "Fits what you said well"."""
    return _(BAND_WORDS[band])


def certainty_words(certainty: Certainty) -> str:
    """How sure we are, in GRADE's words: "Moderate certainty"."""
    return _(CERTAINTY_WORDS[certainty])


def certainty_sentence(certainty: Certainty) -> str:
    """What that certainty means for a number, in one or two plain sentences."""
    return _(CERTAINTY_SENTENCES[certainty])


def importance_words(importance: Importance) -> str:
    """An importance as it was offered: "A lot", or "Not sure"."""
    return _("Not sure") if importance == NOT_SURE else IMPORTANCE_WORDS[int(importance)]


def per_100_sentences(figure: Figure, arm: Arm) -> tuple[str, str]:
    """Both frames of one group: to how many it happened, and to how many it did not (rule R4)."""
    happened, did_not = counts(arm)
    return f"{happened} {figure.event}", f"{did_not} {figure.no_event}"


def counts(arm: Arm) -> tuple[str, str]:
    """To how many of 100 it happened, and to how many not; nobody and everybody are never rounded.

    One person of 222 is "fewer than 1 of 100", not none.
    """
    happened = arm.per_100
    if happened == 0 and arm.share > 0:
        return _("fewer than 1 of 100"), _("more than 99 of 100")
    if happened == 100 and arm.share < 100:
        return _("more than 99 of 100"), _("fewer than 1 of 100")
    return _("{happened} of 100").format(happened=happened), _("{value} of 100").format(
        value=100 - happened
    )


def interval_words(arm: Arm) -> str:
    """The 95 % interval of a group in whole people: "40 to 52 of 100"; "" where there is none."""
    if arm.interval is None:
        return ""
    return _("{low} to {high} of 100").format(
        low=whole(arm.interval.low), high=whole(arm.interval.high)
    )


def standing_words(criterion: Criterion, option: str) -> str:
    """How one option stands on a criterion: "about 2 weeks", a level's name, or not known."""
    standing = criterion.standing(option)
    if standing.level is not None:
        return find(criterion.levels, standing.level).name
    at = standing.central
    return _("nobody knows") if at is None else natural_words(criterion, at)


def criterion_span(criterion: Criterion, options: Sequence[str]) -> tuple[str, str]:
    """The worst and the best place of these options, in words; ("", "") where nothing is known.

    Args:
        criterion: The criterion.
        options: Ids of the options to look at.
    """
    standings = [criterion.standing(option) for option in options]
    if criterion.levels:
        held = {standing.level for standing in standings}
        steps = [step.name for step in criterion.levels if step.id in held]
        return (steps[0], steps[-1]) if steps else ("", "")
    places = [at for standing in standings if (at := standing.central) is not None]
    if criterion.scale is None or not places:
        return "", ""
    ends = sorted(places, reverse=criterion.scale.worst > criterion.scale.best)
    return natural_words(criterion, ends[0]), natural_words(criterion, ends[-1])


def not_weighed_reason(option: str, snapshot: Snapshot) -> str:
    """Why an option is not in the line-up, all of it; "" when it is."""
    gates = snapshot.gated.get(option, ())
    out = ruled_out_reason(option, snapshot)
    if not gates:
        return out
    titles = "; ".join(one.rule.title + ("" if one.sure else " (not sure)") for one in gates)
    check = _("{titles}. A prescriber has to check this first.").format(titles=titles)
    return _("{check} It is also {out}").format(check=check, out=out) if out else check


def ruled_out_reason(option: str, snapshot: Snapshot) -> str:
    """What the person said that rules an option out; "" when nothing does."""
    texts = ", ".join(f"“{one.text}”" for one in snapshot.ruled_out.get(option, ()))
    return _("ruled out by {texts}.").format(texts=texts) if texts else ""


def read_as_words(pack: Pack, typed: str, route: Route | None = None) -> str:
    """What a line was read as: "sertraline (SSRI antidepressant)"; "" where nothing is known.

    A line that is the generic name itself is told by its classes alone.

    Args:
        pack: What is known.
        typed: The line.
        route: How it is taken, where that was said.
    """
    names = {one.id: one.name for one in pack.medicine_classes}
    line = Taking(name=typed, route=route)
    return "; ".join(
        _read_as(
            one.id, [names[kind] for kind in classes_by(one, route_of(pack, line, one))], typed
        )
        for one in known_medicines(pack, typed)
    )


def _read_as(generic: str, classes: Sequence[str], typed: str) -> str:
    if same_name(generic, typed):
        return ", ".join(classes)
    others = ", ".join(one for one in classes if not same_name(one, generic))
    return f"{generic} ({others})" if others else generic


def same_name(one: str, other: str) -> bool:
    """Whether two names differ in letter case and blanks at their ends at most."""
    return one.strip().casefold() == other.strip().casefold()


NO_FULL_CHECK: Final = N_(
    "This looks at the options here and at some dangerous pairs. It is not a full check of your "
    "medicines: a pharmacist can do that."
)
"""Said beside findings, so that silence is not taken for safety."""


def not_checked_sentence(snapshot: Snapshot) -> str:
    """Which of the things taken now no safety rule could look at; "" when there is none."""
    names = not_checked_names(snapshot)
    if not names:
        return ""
    return _("Not checked for safety, because not in our list: {names}. Ask a pharmacist.").format(
        names=names
    )


def not_checked_names(snapshot: Snapshot) -> str:
    """The medicines and words the pack does not know, as typed; "" where it knows all of them."""
    return ", ".join(f"“{name}”" for name in snapshot.unknown_medicines)


def natural_words(criterion: Criterion, at: float) -> str:
    """A place on a natural scale in words: "2 weeks", "1 week"; "" for an ordered criterion.

    Short scales (weeks, hours) are told in halves.
    """
    scale = criterion.scale
    if scale is None:
        return ""
    told = f"{whole(at / scale.finest) * scale.finest:g}"
    phrase = _one_of(scale.phrase) if told == "1" else scale.phrase
    return phrase.replace("{n}", told)


def _one_of(phrase: str) -> str:
    """The phrase for exactly one: "{n} hour a week" for "{n} hours a week"."""
    return re.sub(r"(\{n\} \w+[^\Ws])s\b", r"\1", phrase)
