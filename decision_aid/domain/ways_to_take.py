"""What words beside a medicine's name say about the way it is taken."""

import re
from typing import Final

from decision_aid.domain.medicines import named_medicines, words_of
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Medicine, Route

_FORMS: Final[dict[str, Route]] = {
    **dict.fromkeys(("tablet", "tablets", "tab", "tabs", "pill", "pills", "capsule"), "mouth"),
    **dict.fromkeys(("capsules", "caps", "caplet", "caplets", "oral", "orally"), "mouth"),
    **dict.fromkeys(("mouth", "swallow", "swallowed", "syrup", "troche", "troches"), "mouth"),
    **dict.fromkeys(("nose", "nasal", "nasally", "nostril", "nostrils"), "nose"),
    **dict.fromkeys(("cream", "ointment", "shampoo", "lotion"), "skin"),
    **dict.fromkeys(("patch", "patches"), "patch"),
    **dict.fromkeys(("injection", "injections", "injected", "shot", "shots"), "injection"),
}
"""Words for a form that say how it is taken."""
_IN_BRACKETS: Final = r"[(\[][^()\[\]]*[)\]]"


def ways_written(typed: str) -> frozenset[Route]:
    """The ways to take it that words for a form say: "tablets", "nasal"."""
    return frozenset(_FORMS[word] for word in words_of(typed) if word in _FORMS)


def is_one_product(pack: Pack, typed: str, medicine: Medicine, names: frozenset[str]) -> bool:
    """Whether a brand of one way and other names of its medicine are the same: one in brackets."""
    brands = {brand for one in medicine.by_route for brand in one.brands}
    open_line = named_medicines(pack, re.sub(_IN_BRACKETS, " , ", typed))
    apart = next((names for one, names in open_line if one.id == medicine.id), frozenset[str]())
    return not (names - brands and apart - brands and apart & brands)
