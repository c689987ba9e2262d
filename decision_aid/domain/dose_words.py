"""What is written where the dose goes and may be a medicine that nobody knows."""

import re
from typing import Final

from decision_aid.domain.medicine_search import Correction, corrections
from decision_aid.domain.medicines import is_everyday, unread_parts, words_of
from decision_aid.domain.pack import Pack

_ADDED: Final = re.compile(
    r"(?:[+&]|\b(?:and|plus|with)\b)(?:\s|\b(?:an?|my|some|the)\b)*$", re.IGNORECASE
)
"""What stands before something taken besides, to the end of what is before it."""
_ABOUT_A_DOSE: Final = """
    breakfast brunch lunch dinner supper snack water milk juice coffee tea applesauce yogurt
    pudding bread fluid fluids feel feeling felt bad worse better anxious anxiety nervous panic
    sad low sleep sleepy asleep wake waking awake work school home weekend weekends weekday
    weekdays holiday holidays monday mondays tuesday tuesdays wednesday wednesdays thursday
    thursdays friday fridays saturday saturdays sunday sundays mon tue tues wed thu thurs fri
    sat sun first second third last next pain headache headaches more less most least total
    split increase increasing increased decrease decreasing decreased taper tapering tapered
    reduce reducing reduced slowly depending working well without stomach empty full little lot
    five six seven eight nine ten light juices grapefruit soda benefit relief effect effects
    help inhaler pen nurse clinic
"""
"""Words about how much, when and why, which name nothing that is taken for its effect."""
_WORDS_ABOUT_A_DOSE: Final = frozenset(_ABOUT_A_DOSE.split())


def unread_in_dose(pack: Pack, dose: str) -> tuple[str, ...]:
    """Words where the dose goes that may be a medicine and belong to no known name, as typed.

    Much may stand there that is none: "when I feel low". So only words count that come near a known
    name, or that stand after "+", "and" or "with" and are none of those a dose is told with.
    """
    if not dose.strip():
        return ()
    near = {one.typed for one in dose_corrections(pack, dose)}
    return tuple(
        dose[part]
        for part in unread_parts(pack, dose)
        if not _is_about_a_dose(dose[part])
        and (_ADDED.search(dose[: part.start]) or any(one in dose[part] for one in near))
    )


def dose_corrections(pack: Pack, dose: str) -> tuple[Correction, ...]:
    """What may be meant by words where the dose goes; see `corrections`."""
    found = corrections(pack, dose)
    return tuple(one for one in found if not _is_about_a_dose(one.typed))


def _is_about_a_dose(words: str) -> bool:
    """Whether each of these words is one that a dose is told with, or a number."""
    return all(
        one in _WORDS_ABOUT_A_DOSE or is_everyday(one) or one.isdecimal() for one in words_of(words)
    )
