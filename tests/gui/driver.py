"""A person at the window: finds controls by their accessible name, as a screen reader would."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Final, TypeVar, overload

from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.app import Visit
from decision_aid.gui.theme import Theme, load_theme, wear, worn
from decision_aid.gui.window import Window
from decision_aid.workspace.snapshot import Snapshot
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

WidgetT = TypeVar("WidgetT", bound=QWidget)

UNDRESSED: Final = "undressed"
"""The property of the application while tests run that ask nothing about looks."""


def wear_theme(theme: Theme) -> None:
    """Put a theme on, unless it is worn: dressing everything anew takes its time.

    Its style sheet stays off while tests run that are `undressed`.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    # What earlier tests closed is deleted here; no event loop runs that would do it.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    undressed = bool(app.property(UNDRESSED))
    assert not undressed or theme == load_theme(), "a test of another theme has to be `dressed`"
    if bool(app.styleSheet()) == undressed or worn() != theme:
        wear(app, theme)
        if undressed:
            app.setStyleSheet("")


class Driver:
    """Presses, types and reads in one window. Controls that are covered or off are out of reach.

    Nothing is painted until `paint` or a picture asks for it: nobody looks, and it takes a sixth
    of the time.
    """

    visit: Visit

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self._qtbot = qtbot
        self.root = window
        window.setUpdatesEnabled(False)

    @classmethod
    def of(cls, qtbot: QtBot, pack: Pack, session: Session) -> "Driver":
        """Open the whole program on a pack and a session."""
        visit = Visit(pack, session)
        driver = cls(qtbot, visit.window)
        driver.visit = visit
        qtbot.addWidget(visit.window)
        visit.window.show()
        driver.settle()
        return driver

    def paint(self) -> None:
        """Have the window painted from now on, as it is for people."""
        self.root.setUpdatesEnabled(True)
        self.settle()

    @property
    def window(self) -> Window:
        return self.visit.window

    @property
    def snapshot(self) -> Snapshot:
        return self.window.workspace.snapshot

    @property
    def session(self) -> Session:
        return self.snapshot.session

    def controls(self) -> Iterator[QWidget]:
        """Everything visible that can have the keyboard or be pressed."""
        return filter(self._is_control, self.root.findChildren(QWidget))

    @overload
    def find(self, name: str) -> QWidget: ...
    @overload
    def find(self, name: str, kind: type[WidgetT]) -> WidgetT: ...
    def find(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """The one visible control of this accessible name."""
        found = self._called(name)
        kinds = [one for one in found if isinstance(one, kind)]
        assert len(kinds) == 1, self._wrong(name, len(kinds))
        return kinds[0]

    def has(self, name: str) -> bool:
        """Whether there is a visible control of this accessible name."""
        return bool(self._called(name))

    def _called(self, name: str) -> list[QWidget]:
        # Few have the name: asking for it first is sooner done.
        named = (one for one in self.root.findChildren(QWidget) if one.accessibleName() == name)
        return [*filter(self._is_control, named)]

    def _is_control(self, one: QWidget) -> bool:
        if not one.isVisibleTo(self.root):
            return False
        return isinstance(one, QAbstractButton) or one.focusPolicy() != Qt.FocusPolicy.NoFocus

    def press(self, name: str) -> None:
        """Press a button, a choice or a step."""
        button = self.find(name, QAbstractButton)
        self._reach(button)
        assert button.isEnabled(), f"{name!r} is off"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def choose(self, question: str, answer: str) -> None:
        """Choose one of the answers to a question."""
        self.press(f"{question}: {answer}")

    def is_chosen(self, question: str, answer: str) -> bool:
        """Whether an answer is shown as chosen."""
        return self.find(f"{question}: {answer}", QAbstractButton).isChecked()

    def type(self, name: str, text: str, *, enter: bool = False) -> None:
        """Type into a line or a field, after what is there."""
        field = self.find(name)
        assert isinstance(field, QLineEdit | QPlainTextEdit), f"{name!r} takes no typing"
        self._reach(field)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_End)
        for letter in text:  # a list that opens below the line has its turn at each
            QTest.keyClicks(field, letter)
            self.settle()
        if enter:
            QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def focus(self, name: str) -> None:
        """Put the keyboard on a control."""
        self.settle()
        self.find(name).setFocus(Qt.FocusReason.OtherFocusReason)
        self.settle()

    def key(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key, wherever the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.root, key, modifier)
        self.settle()

    def go(self, title: str) -> None:
        """Open a step by its title at the left."""
        steps = [one.accessibleName() for one in self.controls()]
        self.press(next(name for name in steps if name.endswith(f": {title}") and "Step" in name))

    def open(self, name: str) -> None:
        """Open a disclosure that is shut."""
        if not self.find(name, QAbstractButton).isChecked():
            self.press(name)

    def texts(self) -> list[str]:
        """Every text that can be read now, in no particular order."""
        labels = self.root.findChildren(QLabel)
        return [one.text() for one in labels if one.isVisibleTo(self.root) and one.text()]

    def reads(self, text: str) -> bool:
        """Whether some visible text holds this one."""
        return any(text in one for one in self.texts())

    def wait_for(self, fact: Callable[[], bool]) -> None:
        """Wait until something is so that comes from elsewhere, such as pages drawn aside."""
        self._qtbot.waitUntil(fact)

    def settle(self) -> None:
        """Let what was done arrive."""
        QApplication.processEvents()
        QApplication.processEvents()

    def _reach(self, widget: QWidget) -> None:
        """Scroll to a control, and make sure that nothing lies over it."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        self.settle()
        at = widget.mapTo(self.root, QPoint(widget.width() // 2, widget.height() // 2))
        hit = self.root.childAt(at)
        assert hit is not None, f"{widget.accessibleName()!r} is out of the window"
        assert hit is widget or widget.isAncestorOf(hit), f"{widget.accessibleName()!r} is covered"

    def _wrong(self, name: str, count: int) -> str:
        if count:
            return f"{count} controls are called {name!r}"
        names = sorted({one.accessibleName() for one in self.controls()})
        near = get_close_matches(name, names, n=4, cutoff=0.4) or names
        return f"no control is called {name!r}; there are {near}"
