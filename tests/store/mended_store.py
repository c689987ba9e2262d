"""A store that was mended, of which there is much to tell."""

from decision_aid.store.health import Mended

MENDED = Mended(
    restored=(),
    lost=(),
    missing=2,
    shut_out=("Ann",),
    lost_entries=3,
    is_newest=False,
    is_accepted=True,
    as_of="",
)
