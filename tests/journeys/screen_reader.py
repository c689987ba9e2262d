"""A screen reader of few words, for the system's Python: what it is asked comes line by line.

It speaks AT-SPI by itself, in messages on the bus: a page has a hundred elements, and each message
about each of them takes its time from the program. So it has the program look for what is in a
state, and asks those found for no more than is wanted. What was announced, it keeps.
"""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any, Final

from gi.repository import Gio, GLib  # type: ignore[import-not-found]  # the system's Python has it

Node = tuple[str, str]
"""An element: whose it is, and its path there."""
_ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
_EVENTS: Final = "org.a11y.atspi.Event.Object"
_REGISTRY: Final = "org.a11y.atspi.Registry"
_PROGRAMS: Final[Node] = (_REGISTRY, "/org/a11y/atspi/accessible/root")
_STATES: Final = {
    "checked": 4,
    "enabled": 8,
    "expandable": 9,
    "expanded": 10,
    "focusable": 11,
    "focused": 12,
    "showing": 25,
}
"""As AT-SPI numbers them."""
_ALL: Final = 1
"""All states are wanted; in the same enumerations: the order as it is read."""
_ANY_NUMBER: Final = 0
_NOT_THE_OTHERS: Final = False
_DEEP: Final = True
_ON_SCREEN: Final = 0
"""Places are counted from the corner of the screen."""
said: Final[list[str]] = []
has_keyboard: Final[list[Node]] = []


def the_bus() -> Any:
    """The bus that assistive technology has for itself."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    asked = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    (address,) = session.call_sync(*asked, None, None, 0, -1, None).unpack()
    how = Gio.DBusConnectionFlags
    flags = how.AUTHENTICATION_CLIENT | how.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


BUS: Final = the_bus()


def ask(node: Node, interface: str, method: str, kinds: str = "()", *words: Any) -> Any:
    """What an element answers; None where it says nothing."""
    told = BUS.call_sync(*node, interface, method, GLib.Variant(kinds, words), None, 0, -1, None)
    return next(iter(told.unpack()), None)


def about(node: Node, name: str) -> str:
    """What it says of itself: its "Name", its "Description"."""
    found: str = ask(node, "org.freedesktop.DBus.Properties", "Get", "(ss)", _ACCESSIBLE, name)
    return found


def children(node: Node) -> list[Node]:
    """What lies directly in an element, be it seen or not."""
    found: list[Node] = ask(node, _ACCESSIBLE, "GetChildren")
    return found


def windows() -> Iterator[Node]:
    """The windows of the program, the last one opened first; none before it is there."""
    for program in children(_PROGRAMS):
        yield from reversed(children(program))


def states_of(node: Node) -> int:
    """A bit for each state it is in."""
    low, high = ask(node, _ACCESSIBLE, "GetState")
    return int(low | high << 32)


def inside(node: Node, states: list[str], levels: int = 2) -> Iterator[Node]:
    """What is to be seen inside an element, and in all these states, in the order it is read.

    Pages that are hidden are near the top: the program need not look through them.
    """
    wanted = sum(1 << _STATES[one] for one in ("showing", *states))
    if not levels:
        yield from matches(node, wanted)
        return
    for child in children(node):
        is_in = states_of(child)
        if is_in & wanted == wanted:
            yield child
        if is_in >> _STATES["showing"] & 1:
            yield from inside(child, states, levels - 1)


def matches(node: Node, states: int) -> list[Node]:
    """What the program itself finds inside an element to be in all these states."""
    wanted: Any = ([states, 0], _ALL, {}, _ALL, [0] * 4, _ALL, [], _ALL, _NOT_THE_OTHERS)
    asked = (wanted, _ALL, _ANY_NUMBER, _DEEP)
    found: list[Node] = ask(
        node, "org.a11y.atspi.Collection", "GetMatches", "((aiia{ss}iaiiasib)uib)", *asked
    )
    return found


def told(node: Node) -> list[str]:
    """Its role and its name."""
    return [ask(node, _ACCESSIBLE, "GetRoleName"), about(node, "Name")]


def tree(states: list[str]) -> list[list[str]]:
    """Role and name of each window, and of what is in it in these states."""
    return [told(one) for window in windows() for one in (window, *inside(window, states))]


def named(name: str, states: list[str]) -> Node:
    """The first element whose name starts like this."""
    every = (one for window in windows() for one in inside(window, states))
    return next(one for one in every if about(one, "Name").startswith(name))


def place() -> list[str]:
    """Role and name of what got the keyboard last, and the name of the current step."""
    parts = (one for window in windows() for one in children(window))
    steps = next(one for one in parts if about(one, "Name") == "Steps")
    now = (one for one in children(steps) if about(one, "Description").startswith("current step"))
    return [*told(has_keyboard[-1]), *(about(one, "Name") for one in now)]


def press(name: str) -> bool:
    node, actions = named(name, ["focusable"]), "org.a11y.atspi.Action"
    ways = [way for way, *_ in ask(node, actions, "GetActions")]
    return bool(ask(node, actions, "DoAction", "(i)", ways.index("Press")))


def write(text: str, name: str) -> bool:
    line = named(name, ["focusable"])
    return bool(ask(line, "org.a11y.atspi.EditableText", "SetTextContents", "(s)", text))


def box(name: str) -> list[int]:
    """Left, top, width and height on the screen, in pixels."""
    node = named(name, ["focusable"])
    return [*ask(node, "org.a11y.atspi.Component", "GetExtents", "(u)", _ON_SCREEN)]


def listen() -> bool:
    """Have the program tell what happens; fails while the registry is still being started."""
    for event in ("object:announcement", "object:state-changed:focused"):
        ask((_REGISTRY, "/org/a11y/atspi/registry"), _REGISTRY, "RegisterEvent", "(s)", event)
    return True


ANSWERS: Final[dict[str, Callable[..., Any]]] = {
    "listen": listen,
    "tree": tree,
    "find": lambda name, states: told(named(name, states)),
    "place": place,
    "said": lambda: said,
    "press": press,
    "write": write,
    "box": box,
}


def hear(*_: object) -> bool:
    line = sys.stdin.readline()
    if not line:
        LOOP.quit()
        return False
    asked, *words = json.loads(line)
    try:
        found = ANSWERS[asked](*words)
    except (LookupError, StopIteration, ValueError, GLib.Error):
        found = None  # it is not there, or it went while it was read
    print(json.dumps(found), flush=True)  # noqa: T201 - its answer
    return True


def keep(_bus: Any, whose: str, path: str, _kind: str, name: str, event: Any) -> None:
    """Keep what is announced, and what gets the keyboard."""
    state, is_so, _, sentence, *_ = event.unpack()
    if name == "Announcement":
        said.append(sentence)
    elif state == "focused" and is_so:
        has_keyboard.append((whose, path))


LOOP: Final = GLib.MainLoop()
BUS.signal_subscribe(None, _EVENTS, None, None, None, 0, keep)
GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, hear)
LOOP.run()
