"""What a provider may ask and check at a step: for whoever is here, and never for the patient."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words
from decision_aid.domain.session import PROVIDERS, Role, StepId
from decision_aid.workspace.snapshot import Snapshot

# Translators: as they stand after "For": "For the prescriber and the counselor".
_NAMES: Final[dict[Role, str]] = {
    "prescriber": N_("the prescriber"),
    "counselor": N_("the counselor"),
    "helper": N_("the helper"),
}


@dataclass(frozen=True)
class PromptGroup:
    """Prompts for the same people.

    Attributes:
        roles: Who of those here they are for.
        texts: The prompts, in the pack's order.
    """

    roles: tuple[Role, ...]
    texts: tuple[str, ...]

    @property
    def title(self) -> str:
        """What stands above them: "For the prescriber"."""
        return for_whom(self.roles)


def prompt_groups(snapshot: Snapshot, step: StepId) -> tuple[PromptGroup, ...]:
    """The prompts of a step for the providers who are here; none where none is.

    What is for several of them is told once, and comes first.
    """
    here = [role for role in PROVIDERS if role in snapshot.session.people]
    groups: dict[tuple[Role, ...], list[str]] = {}
    for one in snapshot.pack.prompts:
        roles = tuple(role for role in here if role in one.roles)
        if one.step == step and roles:
            groups.setdefault(roles, []).append(one.text)
    ranked = sorted(groups, key=lambda roles: (-len(roles), [here.index(one) for one in roles]))
    return tuple(PromptGroup(roles, tuple(groups[roles])) for roles in ranked)


def for_whom(roles: Iterable[Role]) -> str:
    """Whom something is for: "For the prescriber and the counselor"."""
    here = set(roles)
    # Translators: "For the prescriber and the counselor": for whom the prompts below are.
    told = _("For {people}")
    return told.format(people=and_words(_(_NAMES[role]) for role in PROVIDERS if role in here))
