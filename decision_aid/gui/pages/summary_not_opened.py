"""What a visit had no time for: said once, calmly, with the way to each of those steps."""

from typing import Final

from PySide6.QtCore import Signal

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import and_words
from decision_aid.domain.session import StepId
from decision_aid.gui import safe
from decision_aid.gui.pages import PAGES
from decision_aid.gui.requests import GoTo
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.flow import Flow
from decision_aid.workspace.not_opened import TOPICS, not_opened, safety_gap
from decision_aid.workspace.snapshot import Snapshot

NOT_OPENED: Final = N_("Not opened today: {titles}. The pages say so.")


class NotOpenedCard(Card):
    """The steps not opened and what was not checked. Hidden where all was looked at.

    Attributes:
        asks: Emitted with a `decision_aid.gui.requests.GoTo`.
    """

    asks = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("What was not looked at"))
        self._told, self._gap = safe.label(), safe.label("", "strong")
        ways = Flow(gap=8)
        self._titles = {step: _(title) for step, title, _page in PAGES if step in TOPICS}
        self._ways = {}
        for step, title in self._titles.items():
            way = self._ways[step] = safe.button(_("Open {step}").format(step=title), "small")
            way.clicked.connect(lambda _checked=False, step=step: self.asks.emit(GoTo(step)))
            ways.addWidget(way)
        self.add(self._gap, self._told, ways)

    def present(self, snapshot: Snapshot) -> None:
        """Show what was not opened."""
        left, gap = not_opened(snapshot), safety_gap(snapshot)
        titles = and_words(self._titles[one] for one in left)
        self._told.setText(_(NOT_OPENED).format(titles=titles) if left else "")
        self._told.setVisible(bool(left))
        self._gap.setText(gap)
        self._gap.setVisible(bool(gap))
        offered: tuple[StepId, ...] = (*left, *(("about",) if gap else ()))
        for step, way in self._ways.items():
            way.setVisible(step in offered)
        self.setVisible(bool(offered))
