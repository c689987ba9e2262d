"""A column of widgets, one for each key, that keeps those whose key stays."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

KeyT = TypeVar("KeyT", bound=Hashable)
WidgetT = TypeVar("WidgetT", bound=QWidget)


class KeyedList(QWidget, Generic[KeyT, WidgetT]):
    """Keeping a widget keeps what is open, half typed or focused in it.

    Args:
        make: Makes the widget of a key.
        gap: Distance between widgets, in pixels.
    """

    def __init__(self, make: Callable[[KeyT], WidgetT], gap: int = 8) -> None:
        super().__init__()
        self._make = make
        self._widgets: dict[KeyT, WidgetT] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def show_keys(self, keys: Sequence[KeyT]) -> tuple[WidgetT, ...]:
        """Show a widget for each key, in this order.

        Returns:
            The widgets, for their owner to fill.
        """
        if tuple(keys) != tuple(self._widgets):
            self._arrange(tuple(dict.fromkeys(keys)))
        return tuple(self._widgets.values())

    def rename(self, old: KeyT, new: KeyT) -> WidgetT:
        """Keep a widget under another key, for its owner to fill anew."""
        self._widgets = {new if key == old else key: one for key, one in self._widgets.items()}
        return self._widgets[new]

    def _arrange(self, keys: tuple[KeyT, ...]) -> None:
        for key in self._widgets.keys() - set(keys):
            gone = self._widgets.pop(key)
            gone.hide()
            gone.deleteLater()
        self._widgets = {key: self._widgets.get(key) or self._make(key) for key in keys}
        for place, widget in enumerate(self._widgets.values()):
            self._column.insertWidget(place, widget)
