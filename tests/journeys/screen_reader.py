"""A screen reader of few words, for the system's Python: what it is asked comes line by line.

Asked for the tree, it tells all that is showing; told to press or to write, it does so through the
accessible interfaces; and it keeps what was announced.
"""

import json
import sys
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # the system's Python has it
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # the system's has it

STATES = {
    pyatspi.STATE_FOCUSABLE: "focusable",
    pyatspi.STATE_ENABLED: "enabled",
    pyatspi.STATE_FOCUSED: "focused",
    pyatspi.STATE_CHECKED: "checked",
    pyatspi.STATE_EXPANDED: "expanded",
    pyatspi.STATE_EXPANDABLE: "expandable",
}
said: list[str] = []
has_keyboard = ["", ""]


def program() -> Any:
    """The program, once it is there with a window."""
    for one in pyatspi.Registry.getDesktop(0):
        if one is not None and one.name == "Decision aid" and one.childCount:
            # What it was told a moment ago may not hold any more.
            one.set_cache_mask(Atspi.Cache.NONE)
            return one
    return None


def showing(node: Any, depth: int = 0) -> list[dict[str, Any]]:
    """A node and all below it that is to be seen, in the order it is read."""
    states = node.getState()
    if depth and not states.contains(pyatspi.STATE_SHOWING):
        return []
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS) if depth else (0, 0, 0, 0)
    told = {
        "node": node,
        "role": node.getRoleName(),
        "name": node.name,
        "description": node.description,
        "box": list(box),
        "states": [word for state, word in STATES.items() if states.contains(state)],
    }
    below = (showing(child, depth + 1) for child in node if child is not None)
    return [told, *(one for part in below for one in part)]


def place() -> list[str]:
    """Role and name of what has the keyboard, and the name of the current step."""
    (window,) = program()
    (steps,) = (one for one in window if one.name == "Steps")
    current = [one.name for one in steps if one.description.startswith("current step")]
    return [*has_keyboard, *current]


def follow(event: Any) -> None:
    if event.detail1:
        has_keyboard[:] = event.source.getRoleName(), event.source.name


def named(name: str) -> Any:
    return next(one["node"] for one in showing(program()) if one["name"] == name)


def press(name: str) -> bool:
    acts = named(name).queryAction()
    ways = [acts.getName(place) for place in range(acts.nActions)]
    return bool(acts.doAction(ways.index("Press")))


def write(name: str, text: str) -> bool:
    return bool(named(name).queryEditableText().setTextContents(text))


def answer(asked: dict[str, str]) -> Any:
    if program() is None:
        return None
    match asked:
        case {"press": name}:
            return press(name)
        case {"write": text, "in": name}:
            return write(name, text)
        case {"said": _}:
            return said
        case {"place": _}:
            return place()
    told = showing(program())
    return [{key: value for key, value in one.items() if key != "node"} for one in told]


def hear(*_: object) -> bool:
    line = sys.stdin.readline()
    if not line:
        pyatspi.Registry.stop()
        return False
    try:
        found = answer(json.loads(line))
    except (LookupError, StopIteration, ValueError, GLib.Error, NotImplementedError):
        found = None  # it went while it was read
    print(json.dumps(found), flush=True)  # noqa: T201 - its answer
    return True


pyatspi.Registry.registerEventListener(
    lambda event: said.append(event.any_data), "object:announcement"
)
pyatspi.Registry.registerEventListener(follow, "object:state-changed:focused")
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, hear)
pyatspi.Registry.start()
