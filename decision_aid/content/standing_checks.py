"""How options stand on criteria: complete, sourced and on the scale."""

from collections.abc import Iterator

from decision_aid.base.language import _
from decision_aid.content.references import Fault, ids_of
from decision_aid.content.wording import near, quote
from decision_aid.domain.criteria import Criterion, Scale, Standing
from decision_aid.domain.pack import Pack


def missing_standings(pack: Pack) -> Iterator[Fault]:
    """Options that a criterion leaves out."""
    options = ids_of(pack, "options")
    for place, criterion in enumerate(pack.criteria):
        rated = {standing.id for standing in criterion.standings}
        for option in options:
            if option not in rated:
                without = _("{id} has no standing for the option {option}.").format(
                    id=quote(criterion.id), option=quote(option)
                )
                yield ("criteria", place, "standings"), without


def standing_levels(pack: Pack) -> Iterator[Fault]:
    """Levels of standings that their criterion does not have."""
    for place, criterion in enumerate(pack.criteria):
        levels = {step.id for step in criterion.levels}
        for number, standing in enumerate(criterion.standings):
            if standing.level is not None and standing.level not in levels:
                path = ("criteria", place, "standings", number, "level")
                yield path, _no_level(criterion, standing.level)


def dealbreaker_levels(pack: Pack) -> Iterator[Fault]:
    """Levels of dealbreakers that their criterion does not have."""
    criteria = {criterion.id: criterion for criterion in pack.criteria}
    for place, dealbreaker in enumerate(pack.dealbreakers):
        criterion = criteria.get(dealbreaker.criterion)
        if criterion and dealbreaker.level not in {step.id for step in criterion.levels}:
            yield ("dealbreakers", place, "level"), _no_level(criterion, dealbreaker.level)


def standing_sources(pack: Pack) -> Iterator[Fault]:
    """Standings that say something without saying where it comes from."""
    for path, _criterion, standing in _each_standing(pack):
        if standing.unknown is None and not standing.sources:
            yield (
                path,
                _("The standing of {id} has no source; only unknown may.").format(
                    id=quote(standing.id)
                ),
            )


def anchors(pack: Pack) -> Iterator[Fault]:
    """Standings with numbers that their scale does not hold."""
    for path, criterion, standing in _each_standing(pack):
        if criterion.scale is None:
            if standing.unknown is not None and standing.unknown.low is not None:
                without = _("On levels, unknown has no low and high: write {written}.").format(
                    written="unknown: {}"
                )
                yield (*path, "unknown"), without
            continue
        low, high = sorted((criterion.scale.worst, criterion.scale.best))
        if any(not low <= end <= high for end in _ends(standing)):
            yield (*path, _form(standing)), _outside(standing, criterion.scale)


def _outside(standing: Standing, scale: Scale) -> str:
    return _("The standing of {id} leaves the scale, which runs from {worst} to {best}.").format(
        id=quote(standing.id), worst=f"{scale.worst:g}", best=f"{scale.best:g}"
    )


def _form(standing: Standing) -> str:
    forms = ("range", "estimate", "events", "unknown", "level")
    return next(form for form in forms if getattr(standing, form) is not None)


def _ends(standing: Standing) -> Iterator[float]:
    """The numbers of a standing that must lie on its scale, in natural units."""
    if standing.range is not None:
        yield from (standing.range.low, standing.range.high)
    if standing.estimate is not None:
        yield standing.estimate.mean
    if standing.unknown is not None and standing.unknown.low is not None:
        yield standing.unknown.low
        yield standing.unknown.low if standing.unknown.high is None else standing.unknown.high
    if standing.events is not None:
        against = standing.events.against
        share = 100 * standing.events.count / standing.events.of
        yield share - (100 * against.count / against.of if against else 0)


def _each_standing(pack: Pack) -> Iterator[tuple[tuple[str | int, ...], Criterion, Standing]]:
    for place, criterion in enumerate(pack.criteria):
        for number, standing in enumerate(criterion.standings):
            yield ("criteria", place, "standings", number), criterion, standing


def _no_level(criterion: Criterion, level: str) -> str:
    levels = [step.id for step in criterion.levels]
    sentence = _("The criterion {id} has no level {level}.").format(
        id=quote(criterion.id), level=quote(level)
    )
    return near(sentence, level, levels)
