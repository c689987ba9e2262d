"""The visits the gallery shows: nothing said, some, all, gated, a close call, and very long."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from decision_aid.base.resources import resources_dir
from decision_aid.content.sessions import load_session
from decision_aid.domain.about_you import Taking
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session

WORD = "Donaudampfschifffahrtsgesellschaftskapitän"
LINE = "Somebody who is asked to look after others in the evening writes a line as long as this one"
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
    empty = Session(pack=pack.id, seed=7, started_on=DAY)
    return {"empty": empty, "half": half, **read, "long": _long(read["full"])}


def _long(session: Session) -> Session:
    """As much of everything as people may write, in words without an end."""
    taking = (*session.about.taking, *(Taking(name=f"{WORD} {n}", dose=LINE) for n in range(6)))
    concerns = tuple(replace(one, text=f"{LINE} {WORD}") for one in session.concerns)
    said = None if session.decision is None else replace(session.decision, words=f"{LINE} " * 6)
    steps = tuple(replace(session.next_steps[0], what=LINE, who=WORD, by=LINE) for _ in range(6))
    return replace(
        session,
        label=f"{WORD} {LINE}",
        about=replace(session.about, taking=taking, helped_before=f"{LINE} " * 6),
        concerns=concerns,
        decision=said,
        next_steps=steps,
        open_questions=tuple(f"{n}. {LINE} {WORD}?" for n in range(9)),
        review=LINE,
    )


def _example(name: str) -> Path:
    return resources_dir() / "examples" / f"{name}.yaml"
