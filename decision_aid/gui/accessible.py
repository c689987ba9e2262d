"""What assistive technology is told of our widgets, where Qt's own account of them falls short.

A widget says by a class attribute `heard_as` what it is heard as, where that does not follow from
what it is: a key of `ROLES`, "opener" (a button that opens something in place) or "nothing" (drawn
beside words that say the same). Labels that look like headings are headings, whatever else holds
something and has a name is a group, and a button is pressed as by a hand: Qt's own account of one
that can be checked would change how it looks, and what a person chose would not be recorded.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Final, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget

from decision_aid.gui.widgets.reading_order import children_in_order

_Role = QAccessible.Role
_Text = QAccessible.Text

_HEADINGS: Final = ("title", "heading", "subheading")
"""The looks of labels that are headings; see `safe.label`."""
_UNDERLINED: Final = re.compile("&(.)")

ROLES: Final = {
    "card": _Role.Dialog,
    "chart": _Role.Chart,
    "line": _Role.ListItem,
    "picture": _Role.Graphic,
    "section": _Role.Grouping,
    "text": _Role.StaticText,
}
"""Roles by `heard_as`; a section goes by its heading."""


def tell_parts() -> None:
    """From now on, tell of our widgets as they are to be heard.

    What was asked for before keeps Qt's account.
    """
    # To the very end: PySide keeps them, too, but lets go of them before Qt ends. Python would then
    # delete what Qt is about to delete, and the program would end in a crash.
    kept: list[QAccessibleInterface] = []

    def account(key: str, thing: QObject) -> QAccessibleInterface | None:
        made = _account(key, thing)
        if made is not None:
            kept.append(made)
        return made

    QAccessible.installFactory(account)


class _Said(QAccessibleWidget):
    """A widget with a role and a name of its own.

    PySide keeps every one for good: so it holds nothing, and asks Qt for its widget each time. What
    was said in a window would else be alive after the window.
    """

    @property
    def _widget(self) -> QWidget:
        return cast("QWidget", self.object())

    def text(self, kind: QAccessible.Text) -> str:
        if kind == _Text.Name:
            return self._widget.accessibleName() or self._shown()
        return super().text(kind)

    def _shown(self) -> str:
        """What is to be seen on it: its name, where it has no other."""
        return ""


class _Label(_Said):
    """A text; a heading, where it looks like one: people jump from one to the next."""

    def role(self) -> QAccessible.Role:
        label = cast("QLabel", self._widget)
        if not label.pixmap().isNull():
            return _Role.Graphic
        return _Role.Heading if label.property("role") in _HEADINGS else _Role.StaticText

    def _shown(self) -> str:
        return cast("QLabel", self._widget).text()


class _Holder(_Said):
    """A group where it has a name; where not, the layout's own business.

    What is on it comes in the order it stands there, not in the order it was put in.
    """

    def role(self) -> QAccessible.Role:
        role = _Role.Window if self._widget.isWindow() else super().role()
        if role not in (_Role.Client, _Role.Grouping):
            return role
        return _Role.Grouping if self.text(_Text.Name) else _Role.Client

    def _shown(self) -> str:
        heading = getattr(self._widget, "heading", None) if self._is_section else None
        return heading.text() if isinstance(heading, QLabel) else self._widget.windowTitle()

    @property
    def _is_section(self) -> bool:
        return _heard_as(self._widget) == "section"

    def childCount(self) -> int:
        return len(self._inside())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # as Qt's
        inside = self._inside()
        return QAccessible.queryAccessibleInterface(inside[index]) if index < len(inside) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        things: list[QObject] = [*self._inside()]
        return things.index(child.object()) if child.object() in things else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override] # as Qt's
        seen = (one for one in self._inside() if one.isVisible())
        asked = map(QAccessible.queryAccessibleInterface, seen)
        return next((one for one in asked if one.rect().contains(x, y)), None)

    def _inside(self) -> list[QWidget]:
        beside = children_in_order(self._widget)
        return [one for one in beside if not one.isWindow() and _heard_as(one) != "nothing"]


class _Whole(_Holder):
    """One element with a sentence: the words on it are in that, and not read again."""

    def _inside(self) -> list[QWidget]:
        return [one for one in super()._inside() if isinstance(one, QAbstractButton)]


class _Button(_Whole):
    """A button that is chosen, ticked, held down or opens something; pressed as by a hand."""

    def role(self) -> QAccessible.Role:
        return _button_role(self._button)

    @property
    def _button(self) -> QAbstractButton:
        return cast("QAbstractButton", self._widget)

    def state(self) -> QAccessible.State:
        state = super().state()
        button, is_on = self._button, self._button.isChecked()
        if _heard_as(button) == "opener":
            state.expandable, state.expanded, state.collapsed = True, is_on, not is_on
        elif button.isCheckable():
            state.checkable, state.checked = True, is_on
        state.pressed = button.isDown()
        return state

    def actionNames(self) -> list[str]:
        ways = [QAccessibleActionInterface.pressAction()] if self._button.isEnabled() else []
        return [*ways, *super().actionNames()]

    def doAction(self, actionName: str) -> None:  # noqa: N803 - Qt's signature
        if actionName == QAccessibleActionInterface.pressAction():
            self._button.click()
        else:
            super().doAction(actionName)

    def _shown(self) -> str:
        return _UNDERLINED.sub(r"\1", self._button.text())

    def _inside(self) -> list[QWidget]:
        return []


def _account(key: str, thing: QObject) -> QAccessibleInterface | None:
    """Qt asks for each class of a widget in turn, its own first; None leaves it to Qt.

    It may ask while the widget is being made: what it is, is seen each time it is wanted.
    """
    make = _ACCOUNTS.get(key)
    return make(thing) if make is not None else None


def _of_label(thing: QObject) -> QAccessibleInterface | None:
    return _Label(thing, _Role.StaticText) if isinstance(thing, QLabel) else None


def _of_button(thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QAbstractButton):
        return None
    if _heard_as(thing) == "opener":
        thing.toggled.connect(partial(_tell_opened, thing))
    return _Button(thing, _Role.Button)


def _of_holder(thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    role = ROLES.get(_heard_as(thing), _Role.Client)
    return _Whole(thing, role) if role in _WHOLE else _Holder(thing, role)


_WHOLE: Final = (_Role.Graphic, _Role.Chart, _Role.ListItem, _Role.StaticText)
_ACCOUNTS: Final[dict[str, Callable[[QObject], QAccessibleInterface | None]]] = {
    "QLabel": _of_label,
    "QPushButton": _of_button,
    "QCheckBox": _of_button,
    "QRadioButton": _of_button,
    "QAbstractButton": _of_button,
    "QFrame": _of_holder,
    "QWidget": _of_holder,
}


def _heard_as(widget: QWidget) -> str:
    said = getattr(type(widget), "heard_as", "")
    return said if isinstance(said, str) else ""


def _button_role(button: QAbstractButton) -> QAccessible.Role:
    """Whatever is on or off is a check box, whatever it looks like: so its state is told."""
    if not button.isCheckable() or _heard_as(button) == "opener":
        return _Role.Button
    return _Role.RadioButton if button.autoExclusive() else _Role.CheckBox


def _tell_opened(button: QAbstractButton, _is_open: bool) -> None:  # noqa: FBT001 - a toggle's own
    if QAccessible.isActive():
        changed = QAccessible.State()
        changed.expanded = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))
