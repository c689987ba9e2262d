"""What the person would rule out, and which options that rules out."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.base.locale_words import and_words
from decision_aid.domain.criteria import Dealbreaker
from decision_aid.domain.safety import dealbreaker_hits
from decision_aid.gui import safe
from decision_aid.gui.widgets.choice_list import RowChoice, TickList
from decision_aid.workspace import wording
from decision_aid.workspace.changes.matters import HoldDealbreaker
from decision_aid.workspace.snapshot import Snapshot


class Dealbreakers(QWidget):
    """Rows to tick; each says what it rules out.

    Args:
        apply: Where a tick goes.
    """

    def __init__(self, apply: Callable[[HoldDealbreaker], None]) -> None:
        super().__init__()
        self._apply = apply
        self._made_for: object = None
        self._held: tuple[object, ...] = ()
        self._list: TickList | None = None
        self._now = safe.label("", "strong")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(
            safe.label(
                _(
                    "Tick only what you would not accept at any price. What it rules out is left "
                    "out of the line-up and stays to be read. Untick it to take that back."
                ),
                "small",
            )
        )

    def present(self, snapshot: Snapshot) -> None:
        """Show what is held to."""
        key = (snapshot.pack.id, snapshot.pack.version, snapshot.session.seed)
        if key != self._made_for:
            self._made_for = key
            self._build(snapshot)
        self._held = snapshot.session.dealbreakers
        if self._list is not None:
            self._list.tick(self._held)
        self._now.setText(ruled_out_now(snapshot))
        self._now.setVisible(bool(self._held))

    def _build(self, snapshot: Snapshot) -> None:
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
        rows = [
            RowChoice(one.id, one.text, _rules_out(snapshot, one))
            for one in snapshot.pack.dealbreakers
        ]
        self._list = TickList(_("I would rule out"), rows)
        self._list.ticked.connect(self._ticked)
        self._column.addWidget(self._list)
        self._column.addWidget(self._now)

    def _ticked(self, values: tuple[object, ...]) -> None:
        for changed in set(values) ^ set(self._held):
            self._apply(HoldDealbreaker(str(changed), held=changed in values))


def ruled_out_now(snapshot: Snapshot) -> str:
    """Which options are ruled out at this moment, with their letters."""
    out = [
        wording.option_name(one.option.id, snapshot)
        for one in snapshot.options
        if one.option.id in snapshot.ruled_out
    ]
    if not out:
        return _("Nothing is ruled out by this.")
    if len(out) == len(snapshot.options):
        return _(
            "Every option is ruled out now, so none can be lined up. Untick one to take it back."
        )
    return _("Ruled out now: {options}.").format(options=and_words(out))


def _rules_out(snapshot: Snapshot, dealbreaker: Dealbreaker) -> str:
    hit = [
        wording.option_name(one.option.id, snapshot)
        for one in snapshot.options
        if dealbreaker_hits(snapshot.pack, dealbreaker, one.option)
    ]
    return (
        _("This would rule out: {options}.").format(options=and_words(hit))
        if hit
        else _("This rules out no option.")
    )
