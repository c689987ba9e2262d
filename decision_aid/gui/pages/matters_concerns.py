"""What else matters to the person, in free words, and how each option does on it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import number_words
from decision_aid.domain.answers import Rating
from decision_aid.domain.session import Concern
from decision_aid.gui import safe
from decision_aid.gui.pages.matters_places import OwnPlaces
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.growing_edit import GrowingEdit
from decision_aid.gui.widgets.keyed_list import KeyedList
from decision_aid.gui.widgets.row_or_column import beside
from decision_aid.workspace.changes.matters import SetConcerns, concerns_of
from decision_aid.workspace.matters_words import places_words
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import importance_words
from decision_aid.workspace.workspace import Workspace

HOW: Final = N_(
    "Your words are printed as they are. If you say how each option does on them, you can rate "
    "them, and they are weighed, too."
)
WORDS_ALONE: Final = N_("Words alone: printed, not weighed.")
RATE_IT: Final = N_("Rate it above, under “Your own”, if it should count in the line-up.")


class OwnConcerns(QWidget):
    """The concerns, and an empty line to add one.

    Args:
        workspace: Where they go.
        arranged: Called after lines came or went, so that Tab can be put in order.

    Attributes:
        to_rate: Emitted with the id of a concern the person would like to rate now.
    """

    to_rate = Signal(str)

    def __init__(self, workspace: Workspace, arranged: Callable[[], None]) -> None:
        super().__init__()
        self._workspace, self._arranged = workspace, arranged
        self._ids: tuple[str, ...] = ()
        self._list = KeyedList[str, ConcernLine](self._line, gap=12)
        self._new = GrowingEdit(_("New concern"), _("In your own words"))
        add = safe.button(_("Add"), name=_("Add concern"))
        # Also when the line is left: what was typed there would be missing on paper.
        self._new.finished.connect(self._add)
        add.clicked.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(safe.label(_(HOW), "small"))
        column.addWidget(self._list)
        column.addLayout(beside(self._new, add))

    def present(self, snapshot: Snapshot) -> None:
        """Show the concerns; one half typed stays as it is."""
        concerns = snapshot.session.concerns
        ids = tuple(one.id for one in concerns)
        lines = self._list.show_keys(ids)
        for line, concern in zip(lines, concerns, strict=True):
            line.present(concern, snapshot)
        self._list.setVisible(bool(ids))
        if ids != self._ids:
            self._ids = ids
            self._arranged()

    def _line(self, concern: str) -> "ConcernLine":
        made = ConcernLine(concern, self._workspace, self._arranged)
        made.to_rate.connect(lambda: self.to_rate.emit(concern))
        return made

    def _add(self) -> None:
        text = self._new.text().strip()
        if text:
            self._new.clear()
            session = self._workspace.snapshot.session
            texts = (*(one.text for one in session.concerns), text)
            self._workspace.apply(SetConcerns(concerns_of(session, texts)))


class ConcernLine(QWidget):
    """One concern: its words, how the options do on it, and whether it is weighed.

    Args:
        concern: Its id.
        workspace: Where it goes.
        arranged: Called after controls came or went.

    Attributes:
        to_rate: Emitted when the person would like to rate it now.
    """

    to_rate = Signal()

    def __init__(self, concern: str, workspace: Workspace, arranged: Callable[[], None]) -> None:
        super().__init__()
        self._concern, self._workspace, self._arranged = concern, workspace, arranged
        number = number_words(int(concern.removeprefix("own_")))
        self._name = _("Concern {number}").format(number=number)
        self._edit = GrowingEdit(self._name)
        remove = safe.button(_("Remove"), name=_("Remove concern {number}").format(number=number))
        self._state = safe.label("", "small")
        self._rate = safe.button(
            _("Rate it now"), "quiet", name=_("Rate concern {number} now").format(number=number)
        )
        self._more = Disclosure(
            _("How does each option do on this?"),
            name=_("Concern {number}: how does each option do on this?").format(number=number),
        )
        self._places: OwnPlaces | None = None
        self._edit.finished.connect(self._keep)
        remove.clicked.connect(self._remove)
        self._rate.clicked.connect(self.to_rate)
        self._more.toggled.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(beside(self._edit, remove))
        column.addLayout(beside(self._state, self._rate))
        column.addWidget(self._more)

    def present(self, concern: Concern, snapshot: Snapshot) -> None:
        """Show it, unless it is being typed in."""
        if not (self._edit.hasFocus() and self._edit.document().isModified()):
            self._edit.fill(concern.text)
        rating = snapshot.session.rating(concern.id)
        places = places_words(concern, snapshot)
        self._rate.setVisible(bool(places) and rating is None)
        self._state.setText(_state(places, rating))
        if self._places is not None:
            self._places.present(concern)

    def _open(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's signal
        if not is_open or self._places is not None:
            return
        snapshot = self._workspace.snapshot
        self._places = OwnPlaces(self._name, self._concern, snapshot, self._workspace.apply)
        self._more.body.addWidget(self._places)
        concern = self._mine()
        if concern is not None:
            self._places.present(concern)
        self._arranged()

    def _mine(self) -> Concern | None:
        concerns = self._workspace.snapshot.session.concerns
        return next((one for one in concerns if one.id == self._concern), None)

    def _keep(self) -> None:
        """Keep the new words; a line left empty shows the old ones again: "Remove" removes."""
        concern, text = self._mine(), self._edit.text().strip()
        self._edit.document().setModified(False)
        if concern is None:
            return
        if not text:
            self._edit.fill(concern.text)
            return
        session = self._workspace.snapshot.session
        texts = tuple(text if one is concern else one.text for one in session.concerns)
        self._workspace.apply(SetConcerns(concerns_of(session, texts)))

    def _remove(self) -> None:
        concerns = self._workspace.snapshot.session.concerns
        left = tuple(one for one in concerns if one.id != self._concern)
        self._workspace.apply(SetConcerns(left))


def _state(places: str, rating: Rating | None) -> str:
    """How the options do on a concern, and whether it is rated."""
    if not places:
        return _(WORDS_ALONE)
    said = _("You said: {places}.").format(places=places)
    if rating is None:
        return f"{said} {_(RATE_IT)}"
    rated = _("Rated: {importance}.").format(importance=importance_words(rating.importance))
    return f"{said} {rated}"
