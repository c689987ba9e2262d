"""Sentences said alike on screen, on paper and by the command line. Plain text, no toolkit."""

from collections.abc import Sequence
from typing import Final, Literal

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words, number_words, plural_category
from decision_aid.domain.about_you import Taking
from decision_aid.domain.answers import IMPORTANCE_WORDS, NOT_SURE
from decision_aid.domain.criteria import Criterion, Scale
from decision_aid.domain.medicines import known_medicines
from decision_aid.domain.named import find
from decision_aid.domain.pack import Pack
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.domain.risk import Arm, Certainty, Figure, whole
from decision_aid.domain.rules import Route
from decision_aid.domain.safety import Finding, classes_by, route_of
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
_MOST_PLACES: Final = 3
"""Decimals beyond these say nothing in a number that was worked out."""


def option_name(option: str, snapshot: Snapshot) -> str:
    """An option inside a sentence: "Ketamine alone (B)"."""
    return _("{option} ({letter})").format(
        option=snapshot.pack.option(option).name, letter=snapshot.letter(option)
    )


def quoted(words: str) -> str:
    """A name, or words as they were said, inside a sentence: “Cost”."""
    return _("“{words}”").format(words=words)


def finding_title(finding: Finding) -> str:
    """What was found, and whether that is not sure: "You take an MAOI (not sure)"."""
    title = finding.rule.title
    return title if finding.sure else _("{finding} (not sure)").format(finding=title)


def plain_number(number: float) -> str:
    """A number as it is used, without digits that say nothing: "2", "2.5"."""
    places = len(f"{abs(round(number, _MOST_PLACES)) % 1:g}".partition(".")[2])
    return number_words(number, places)


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
    return _("Not sure") if importance == NOT_SURE else _(IMPORTANCE_WORDS[int(importance)])


def per_100_sentences(figure: Figure, arm: Arm) -> tuple[str, str]:
    """Both frames of one group: to how many it happened, and to how many it did not (rule R4)."""
    happened, did_not = counts(arm)
    # Translators: to how many people it happened, and what: "46 of 100 felt much better".
    told = _("{people} {event}")
    return (
        told.format(people=happened, event=figure.event),
        told.format(people=did_not, event=figure.no_event),
    )


def counts(arm: Arm) -> tuple[str, str]:
    """To how many of 100 it happened, and to how many not; nobody and everybody are never rounded.

    One person of 222 is "fewer than 1 of 100", not none.
    """
    happened = arm.per_100
    if happened == 0 and arm.share > 0:
        return _("fewer than 1 of 100"), _("more than 99 of 100")
    if happened == 100 and arm.share < 100:
        return _("more than 99 of 100"), _("fewer than 1 of 100")
    # Translators: so many people of 100 people.
    of_100 = _("{people} of 100")
    return (
        of_100.format(people=number_words(happened)),
        of_100.format(people=number_words(100 - happened)),
    )


def interval_words(arm: Arm) -> str:
    """The 95 % interval of a group in whole people: "40 to 52 of 100"; "" where there is none."""
    if arm.interval is None:
        return ""
    return _("{low} to {high} of 100").format(
        low=number_words(whole(arm.interval.low)), high=number_words(whole(arm.interval.high))
    )


def standing_words(criterion: Criterion, option: str, language: str) -> str:
    """How one option stands on a criterion: "about 2 weeks", a level's name, or not known.

    Args:
        criterion: The criterion.
        option: The option's id.
        language: Of the pack's texts, as in BCP 47.
    """
    standing = criterion.standing(option)
    if standing.level is not None:
        return find(criterion.levels, standing.level).name
    at = standing.central
    return _("nobody knows") if at is None else natural_words(criterion, at, language)


def criterion_span(criterion: Criterion, options: Sequence[str], language: str) -> tuple[str, str]:
    """The worst and the best place of these options, in words; ("", "") where nothing is known.

    Args:
        criterion: The criterion.
        options: Ids of the options to look at.
        language: Of the pack's texts, as in BCP 47.
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
    worst, best = (natural_words(criterion, at, language) for at in (ends[0], ends[-1]))
    return worst, best


def not_weighed_reason(option: str, snapshot: Snapshot) -> str:
    """Why an option is not in the line-up, all of it, after a colon; "" when it is."""
    gates = snapshot.gated.get(option, ())
    if not gates:
        return ruled_out_reason(option, snapshot)
    titles = "; ".join(map(finding_title, gates))
    check = _("{findings}. A prescriber has to check this first.").format(findings=titles)
    return " ".join(filter(None, (check, also_ruled_out(option, snapshot))))


def ruled_out_reason(option: str, snapshot: Snapshot) -> str:
    """What the person said that rules an option out, after a colon; "" when nothing does."""
    texts = _dealbreakers(option, snapshot)
    return _("ruled out by {dealbreakers}.").format(dealbreakers=texts) if texts else ""


def ruled_out_sentence(option: str, snapshot: Snapshot) -> str:
    """The same as a sentence of its own."""
    texts = _dealbreakers(option, snapshot)
    return _("Ruled out by {dealbreakers}.").format(dealbreakers=texts) if texts else ""


def also_ruled_out(option: str, snapshot: Snapshot) -> str:
    """The same of an option that has to be checked as well, as a second sentence."""
    texts = _dealbreakers(option, snapshot)
    return _("It is also ruled out by {dealbreakers}.").format(dealbreakers=texts) if texts else ""


def _dealbreakers(option: str, snapshot: Snapshot) -> str:
    return and_words(quoted(one.text) for one in snapshot.ruled_out.get(option, ()))


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
        return and_words(classes)
    others = and_words(one for one in classes if not same_name(one, generic))
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
    return and_words(map(quoted, snapshot.unknown_medicines))


def natural_words(criterion: Criterion, at: float, language: str) -> str:
    """A place on a natural scale in words: "2 weeks", "1 week"; "" for an ordered criterion.

    Short scales (weeks, hours) are told in halves.

    Args:
        criterion: The criterion.
        at: The place, on its scale.
        language: Of the pack's texts, as in BCP 47.
    """
    scale = criterion.scale
    return "" if scale is None else _with_number(scale.phrase, at, scale, language)


def difference_words(criterion: Criterion, amount: float, language: str) -> str:
    """So much between two places on a natural scale: "2 weeks"; "" for an ordered criterion.

    Args:
        criterion: The criterion.
        amount: How far they are apart, on its scale; not negative.
        language: Of the pack's texts, as in BCP 47.
    """
    scale = criterion.scale
    if scale is None:
        return ""
    return _with_number(scale.difference or scale.phrase, amount, scale, language)


def _with_number(forms: PluralForms, number: float, scale: Scale, language: str) -> str:
    told = whole(number / scale.finest) * scale.finest
    return forms.with_number(plural_category(told, language), plain_number(told))
