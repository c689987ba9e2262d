"""The visits the gallery shows: nothing said, some of it, all of it, gated, and a close call."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from decision_aid.base.resources import resources_dir
from decision_aid.content.sessions import load_session
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session

DAY = date(2026, 11, 23)
EXAMPLES = {
    "full": "two-visits",
    "gated": "on-an-maoi",
    "close": "after-three-antidepressants",
    "counselor": "with-a-counselor",
}
"""State by state, the example session that is in it."""


def states(pack: Pack) -> Mapping[str, Session]:
    """Every state by its name.

    Args:
        pack: The pack the examples were made with.
    """
    half = Session(
        pack=pack.id,
        seed=7,
        started_on=DAY,
        people=("prescriber",),
        minutes=10,
        ratings=load_session(_example("no-medicines"), pack).ratings[:2],
        visited=("welcome", "about", "matters"),
    )
    read = {name: load_session(_example(file), pack) for name, file in EXAMPLES.items()}
    return {"empty": Session(pack=pack.id, seed=7, started_on=DAY), "half": half, **read}


def _example(name: str) -> Path:
    return resources_dir() / "examples" / f"{name}.yaml"
