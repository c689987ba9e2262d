"""Every state of the line-up as a pack folder and a session file, with the sentence it has."""

from dataclasses import dataclass
from pathlib import Path

from tests.content.small_pack import a_copy, edit

Edit = tuple[str, str, str]

NARDIL = "about: {taking: [{name: Nardil}]}"
HELP = "ratings: [{criterion: help, importance: 3}]"
DRIVING = "ratings: [{criterion: driving, importance: 3}]"
RULED_OUT = "dealbreakers: [no_driving]"
OWN = """\
concerns:
  - id: own_1
    text: my garden
    places: [{option: pill, level: well}]
ratings: [{criterion: own_1, importance: 3}]"""

GATE_ALL: Edit = ("rules.yaml", "  - pill\n", "  - pill\n  - stay\n  - talk\n")
GATE_TWO: Edit = ("rules.yaml", "  - pill\n", "  - pill\n  - stay\n")
RULE_OUT_ALL: Edit = ("evidence.yaml", "driving\n  level: bad", "driving\n  level: good")
DRIVE_ALIKE: Edit = ("evidence.yaml", "pill\n    level: bad", "pill\n    level: good")
ALWAYS_CLOSE: Edit = ("evidence.yaml", "close_points: 15", "close_points: 100")
NEVER_CLOSE: Edit = ("evidence.yaml", "close_points: 15", "close_points: 0")


@dataclass(frozen=True)
class State:
    """One state.

    Attributes:
        kind: What `line_up_state` calls it.
        session: What was said, as lines of a session file.
        sentence: Part of what is told.
        edits: What is changed in the small pack.
        has_bars: Whether there is a line-up.
        people: Who is here.
    """

    kind: str
    session: str
    sentence: str
    edits: tuple[Edit, ...] = ()
    has_bars: bool = False
    people: str = "[prescriber]"


STATES = {
    "nobody here": State(
        "not_accompanied",
        HELP,
        "Without a provider here, the options are not lined up",
        people="[]",
    ),
    "nothing rated": State("nothing_rated", "", "Nothing was rated yet"),
    "everything skipped": State(
        "all_skipped", "visited: [matters]", "Everything in What matters was skipped so far"
    ),
    "nothing matters": State(
        "nothing_matters",
        "ratings: [{criterion: help, importance: 0}]",
        "Everything rated so far was marked “Not at all”",
    ),
    "all gated": State(
        "all_gated",
        f"{NARDIL}\n{HELP}",
        "Every option waits for a check, so none can be lined up: “You take an MAOI” (A, B, C).",
        (GATE_ALL,),
    ),
    "all ruled out": State(
        "all_ruled_out",
        f"{RULED_OUT}\n{HELP}",
        "Every option was ruled out, so none can be lined up: “No driving after” (A, B, C).",
        (RULE_OUT_ALL,),
    ),
    "gated or ruled out": State(
        "all_shut",
        f"{NARDIL}\n{RULED_OUT}\n{HELP}",
        "To be checked: “You take an MAOI” (B). Ruled out: “No driving after” (A, B, C).",
        (RULE_OUT_ALL,),
    ),
    "one left": State("one_option", f"{NARDIL}\n{HELP}", "Only Talk (A) is left", (GATE_TWO,)),
    "all equal": State(
        "all_equal",
        DRIVING,
        "On what was rated (“Driving”), all options stand at the same place.",
        (DRIVE_ALIKE,),
    ),
    "nobody knows": State(
        "nobody_knows",
        f"{NARDIL}\n{OWN}",
        "On what was rated (“my garden”), nobody knows how the options do.",
    ),
    "close": State(
        "close",
        "ratings: [{criterion: help, importance: 2}, {criterion: driving, importance: 1}]",
        "It is too close to call which option fits best what was said.",
        (ALWAYS_CLOSE,),
        has_bars=True,
    ),
    "clear, on one thing": State(
        "clear",
        HELP,
        "Talk (A) lines up best with what was said, and by the rules of this aid that is not too",
        (NEVER_CLOSE,),
        has_bars=True,
    ),
}


def write(state: State, folder: Path) -> tuple[Path, Path]:
    """The pack's folder and the session's file, both below `folder`."""
    pack = a_copy(folder)
    for name, old, new in state.edits:
        edit(pack, name, old, new)
    session = folder / "session.yaml"
    start = f"pack: small\nseed: 7\nstarted_on: 2026-11-23\npeople: {state.people}\n"
    said = f"{start}{state.session}\n"
    session.write_text(said, encoding="utf-8")
    return pack, session
