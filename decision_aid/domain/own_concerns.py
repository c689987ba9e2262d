"""Concerns of the person's own as criteria, so that they are weighed like any other."""

from dataclasses import replace
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.criteria import Criterion, Standing, Step, Unknown
from decision_aid.domain.options import Option
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Concern

# Translators: how an option does on something that matters to the person.
OWN_LEVELS: Final = (("badly", N_("badly")), ("so_so", N_("so-so")), ("well", N_("well")))
"""The steps an option can stand at on an own concern, worst first: id and words."""

YOU_SAID: Final = N_("You said so.")
LEFT_OPEN: Final = N_("You said that nobody knows, or left it open.")


def is_weighed(concern: Concern) -> bool:
    """Whether at least one option was placed on it; words alone are printed and not weighed."""
    return bool(concern.text.strip()) and any(one.level != "unknown" for one in concern.places)


def with_own_criteria(pack: Pack, concerns: tuple[Concern, ...]) -> Pack:
    """The pack, with a criterion more for every concern that is weighed; itself when none is."""
    own = tuple(own_criterion(one, pack.options) for one in concerns if is_weighed(one))
    return replace(pack, criteria=(*pack.criteria, *own)) if own else pack


def own_criterion(concern: Concern, options: tuple[Option, ...]) -> Criterion:
    """A concern as an ordered criterion; an option nobody placed is unknown.

    Args:
        concern: The concern.
        options: The pack's options.
    """
    placed = {one.option: one.level for one in concern.places}
    return Criterion(
        id=concern.id,
        group="own",
        levels=tuple(Step(id=name, name=_(words)) for name, words in OWN_LEVELS),
        standings=tuple(_standing(one.id, placed.get(one.id, "unknown")) for one in options),
        name=concern.text,
        short=concern.text,
        explanation="",
    )


def _standing(option: str, level: str) -> Standing:
    if level == "unknown":
        return Standing(id=option, unknown=Unknown(), certainty="high", derived_by=_(LEFT_OPEN))
    # What the person said is taken as they said it: there is nothing to widen.
    return Standing(id=option, level=level, certainty="high", derived_by=_(YOU_SAID))
