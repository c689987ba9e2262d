"""The window as assistive technology is told of it, element by element."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from decision_aid.gui.accessible import tell_parts
from PySide6.QtCore import QCoreApplication, QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QWidget

Role = QAccessible.Role
Text = QAccessible.Text

OPERATED = {
    Role.Button,
    Role.CheckBox,
    Role.ComboBox,
    Role.EditableText,
    Role.List,
    Role.ListItem,
    Role.RadioButton,
    Role.SpinBox,
    Role.Tree,
}
READ = {Role.Chart, Role.Graphic, Role.ListItem, Role.StaticText}
"""What can have the keyboard only to be read: pictures, lines and a code."""
LEAST, OUR_LEAST = 24, 44
"""Pixels each way: of any target, and of our own buttons."""
_TOLD = "decision_aid_told"


def listen() -> None:
    """Have our widgets told of, once in a process: what is put in cannot be taken out again."""
    application = QCoreApplication.instance()
    assert application is not None
    if not application.property(_TOLD):
        tell_parts()
        application.setProperty(_TOLD, True)  # noqa: FBT003 - a property's value


@dataclass(frozen=True)
class Heard:
    """One element.

    Attributes:
        role: What it is.
        name: What it is called.
        description: What else is said of it.
        box: Where it is.
        state: How it is.
        group: Which of the elements around it holds it; counts up.
        inside: The names of what it lies in, the outermost first.
        widget: What it is in the program; None for what is drawn within one.
    """

    role: QAccessible.Role
    name: str
    description: str
    box: QRect
    state: QAccessible.State
    group: int
    inside: tuple[str, ...]
    widget: QObject

    def __str__(self) -> str:
        return f"{self.role.name} {self.name!r} in {self.inside[-1:]}"


def heard(root: QWidget) -> list[Heard]:
    """All that is seen of a window, in the order it is read."""
    listen()
    top = QAccessible.queryAccessibleInterface(root)
    assert top is not None
    return list(_walk(top, 0, ()))


def _walk(element: QAccessibleInterface, group: int, inside: tuple[str, ...]) -> Iterator[Heard]:
    state = element.state()
    if state.invisible:
        return
    name = element.text(Text.Name)
    yield Heard(
        element.role(),
        name,
        element.text(Text.Description),
        element.rect(),
        state,
        group,
        inside,
        element.object(),
    )
    around = (*inside, name) if name else inside
    for place in range(element.childCount()):
        child = element.child(place)
        if child.isValid():
            yield from _walk(child, hash((group, inside, id(element.object()))), around)


def faults(elements: list[Heard]) -> list[str]:
    """What is wrong with what is told, a sentence each."""
    found = [fault for one in elements for fault in _faults(one)]
    focusable = [one for one in elements if one.state.focusable]
    by_group = sorted(focusable, key=lambda one: (one.group, one.name))
    for (_, name), alike in groupby(by_group, key=lambda one: (one.group, one.name)):
        count = len(list(alike))
        if count > 1:
            found.append(f"{count} controls of one group are called {name!r}")
    return found


def _faults(one: Heard) -> Iterator[str]:
    if one.role == Role.Grouping and not one.name:
        yield f"a group has no name: {one}"
    if one.description and one.description == one.name:
        yield f"the description says the name again: {one}"
    if one.role == Role.RadioButton and f"{one.inside[-1]}: " not in one.name:
        yield f"the group does not say what is chosen: {one}"
    if not one.state.focusable:
        return
    if not one.name.strip():
        yield f"no name: {one} {type(one.widget).__name__}"
    if one.role not in OPERATED | READ:
        yield f"no telling role: {one}"
    least = OUR_LEAST if isinstance(one.widget, QAbstractButton) else LEAST
    if min(one.box.width(), one.box.height()) < least:
        yield f"{one.box.width()} x {one.box.height()} is too small: {one}"
