"""One of a few choices, side by side, none of them chosen at first."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QPushButton, QSizePolicy, QWidget

from decision_aid.base.language import _
from decision_aid.gui import safe
from decision_aid.gui.theme import dress_anew
from decision_aid.gui.widgets.arrow_keys import (
    is_arrow,
    is_bare,
    keep_one_stop,
    move_focus,
    take_stop,
)
from decision_aid.gui.widgets.exclusive import make_exclusive, show_chosen
from decision_aid.gui.widgets.row_or_column import RowOrColumn

_TAKE_BACK: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class FoldingButton(QPushButton):
    """A button that is never cut: in large print a long text goes on in a second line.

    It is as wide as its text in bold, so that choosing it moves nothing.

    Args:
        parent: Its parent.

    Attributes:
        around: Width and height of what the style sheet puts around its text, in pixels. The style
            itself would say so, too, but Python takes 4 ms of the start to get to know it.
    """

    around = (34, 18)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = ""
        self._sizes: dict[str, QSize] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Say something else."""
        self._line = text
        if self.isVisible():
            self._write()
        else:  # how much room it has is known once it is shown
            super().setText(text)

    def sizeHint(self) -> QSize:
        """Room for the text in one line, and as high as it is written now."""
        return QSize(self._size(self._line).width(), self._size(self.text()).height())

    def minimumSizeHint(self) -> QSize:
        """Room for the wider of two lines."""
        return QSize(self._size(self._folded()).width(), self._size(self._line).height())

    def heightForWidth(self, width: int) -> int:
        """Its height at a width."""
        return self._size(self._line if self._fits(width) else self._folded()).height()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font or style."""
        self._sizes.clear()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line or two."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        text = self._line if self._fits(self.width()) else self._folded()
        if text != self.text():
            super().setText(text)

    def _fits(self, width: int) -> bool:
        return width >= self.sizeHint().width()

    def _folded(self) -> str:
        """The text in two lines as narrow as may be; in one where there is only one word."""
        words = self._line.split(" ")
        cuts = range(1, len(words))
        ways = ["\n".join((" ".join(words[:cut]), " ".join(words[cut:]))) for cut in cuts]
        return min(ways, key=lambda way: max(map(len, way.split("\n"))), default=self._line)

    def _size(self, text: str) -> QSize:
        self.ensurePolished()
        if text not in self._sizes:  # layouts ask for it again and again
            self._sizes[text] = self._measured(text)
        return self._sizes[text]

    def _measured(self, text: str) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        words = QFontMetrics(bold).size(Qt.TextFlag.TextShowMnemonic, text)
        beside, above = self.around
        return QSize(words.width() + beside, max(words.height() + above, self.minimumHeight()))


def folding_button(text: str) -> FoldingButton:
    """A button like any other whose text is long."""
    made = FoldingButton()
    made.setProperty("role", "secondary")
    made.setAutoDefault(False)
    safe.write(made, text)
    return made


class _Segment(FoldingButton):
    """One of the choices."""

    around = (28, 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrows to the group."""
        if is_arrow(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class SegmentedChoice(QGroupBox):
    """Exclusive choices. Where the row does not fit, they stand one below the other.

    It is one stop of Tab, as radio buttons are. Arrows choose the next one; in a choice that is
    not made yet the first arrow chooses the one that has the keyboard. Where the values are
    numbers, a digit chooses at once. Delete and Backspace take the choice back.

    Args:
        name: What is chosen; each button's accessible name is "<name>: <choice>".
        choices: (value, text) of each choice, in order.
        can_unchoose: Whether the choice can be taken back, also by pressing the chosen one again.
        arrows_choose: False where a choice does something at once: arrows only move then.
        parent: Its parent.

    Attributes:
        chosen: Emitted with the value, or None, when the person chooses. Never by `choose`.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[object, str]],
        *,
        can_unchoose: bool = True,
        arrows_choose: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._can_unchoose, self._arrows_choose = can_unchoose, arrows_choose
        self._value: object = None
        self._row = RowOrColumn(self, gap=0)
        self._values = tuple(value for value, _text in choices)
        self._digits = {str(value): at for at, value in enumerate(self._values) if _is_digit(value)}
        self._buttons = tuple(self._segment(name, text) for _value, text in choices)
        keep_one_stop(self._buttons, 0)
        self.setProperty("role", "clear")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._keys())
        self._place(in_row=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, digits and Delete, as the class says."""
        if not (is_bare(event) and self._answer(event)):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A stacked segment has corners of its own."""
        super().resizeEvent(event)
        self._place(in_row=self._row.is_row(event.size().width()))

    def choose(self, value: object) -> None:
        """Show a value as chosen; None shows none. Emits nothing."""
        if value != self._value:
            self._show(value)

    def take_focus(self) -> None:
        """Put the keyboard on the chosen one, on the first where none is."""
        take_stop(self._buttons, self._chosen_place or 0)

    @property
    def value(self) -> object:
        """The value shown as chosen, None where none is."""
        return self._value

    @property
    def _chosen_place(self) -> int | None:
        return None if self._value is None else self._values.index(self._value)

    def _segment(self, question: str, text: str) -> QPushButton:
        button = _Segment()
        name = _("{question}: {answer}").format(question=question, answer=text)
        button.setProperty("role", "segment")
        make_exclusive(button)
        button.setAutoDefault(False)
        safe.write(button, text, name=name)
        button.clicked.connect(lambda: self._pressed(button))
        self._row.addWidget(button)
        return button

    def _keys(self) -> str:
        """What the keys do, for the screen reader."""
        digits, texts = tuple(self._digits), [one.text() for one in self._buttons]
        if _is_run(digits):
            # Translators: {first} and {last} are digits on the keyboard.
            keys = _("Keys {first} to {last} choose.")
            choose = [keys.format(first=digits[0], last=digits[-1])]
        else:
            # Translators: {key} is a digit on the keyboard.
            one = _("Key {key} chooses “{answer}”.")
            choose = [one.format(key=key, answer=texts[at]) for key, at in self._digits.items()]
        take_back = [_("Delete takes the answer back.")] if self._can_unchoose else []
        return " ".join((*choose, *take_back))

    def _answer(self, event: QKeyEvent) -> bool:
        """Do what a key says; whether it says anything."""
        if event.key() in _TAKE_BACK and self._can_unchoose:
            if self._value is not None:
                self._take(None)
            return True
        if event.text() in self._digits:
            self._go_to(self._digits[event.text()])
            return True
        first = self._arrows_choose and self._value is None and is_arrow(event)
        if not first and not move_focus(self._buttons, event):
            return False
        if self._arrows_choose:
            self._go_to(next(at for at, one in enumerate(self._buttons) if one.hasFocus()))
        return True

    def _go_to(self, place: int) -> None:
        """Choose by a key: the keyboard goes along."""
        take_stop(self._buttons, place)
        if self._values[place] != self._value:
            self._take(self._values[place])

    def _pressed(self, button: QPushButton) -> None:
        value = self._values[self._buttons.index(button)]
        self._take(None if value == self._value and self._can_unchoose else value)

    def _take(self, value: object) -> None:
        self._show(value)
        self.chosen.emit(value)

    def _show(self, value: object) -> None:
        self._value = value if value in self._values else None
        place = self._chosen_place
        show_chosen(self._buttons, place)
        if not any(one.hasFocus() for one in self._buttons):
            keep_one_stop(self._buttons, place or 0)

    def _place(self, *, in_row: bool) -> None:
        last = len(self._buttons) - 1
        for index, button in enumerate(self._buttons):
            place = {0: "first", last: "last"}.get(index, "middle") if last else "only"
            place = place if in_row else "stacked"
            if button.property("place") != place:
                button.setProperty("place", place)
                dress_anew(button)


def _is_run(digits: Sequence[str]) -> bool:
    """Whether they are two or more that follow one another."""
    return len(digits) > 1 and all(int(after) - int(one) == 1 for one, after in pairwise(digits))


def _is_digit(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 9
