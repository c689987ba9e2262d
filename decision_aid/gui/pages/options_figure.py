"""A figure in full: both groups of one study side by side, and how sure we are."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Arm, Figure, Reading
from decision_aid.gui import safe
from decision_aid.gui.pages.options_cell import Frame, arm_sentence, framed
from decision_aid.gui.pages.study_block import sure_card
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.icon_array import IconArray
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace import wording
from decision_aid.workspace.side_by_side import number_lines

SAME_STUDY = N_(
    "Both pictures come from the same study, over the same time. Studies of different options had "
    "different people in them: compare inside a pair, not between options."
)
ONE_GROUP = N_(
    "This study had one group only. Nobody can say how many would have got there without the "
    "option."
)


class FigureView(QWidget):
    """A figure. Where it can be counted in several ways, the person chooses which.

    Args:
        pack: Where its study and sources are.
        figure: The figure.
        frame: Which people are filled and told first.
    """

    def __init__(self, pack: Pack, figure: Figure, frame: Frame) -> None:
        super().__init__()
        self._figure, self._frame = figure, frame
        study = pack.study(figure.study)
        compared = figure.readings[0].comparison is not None
        name = _("One group") if compared else _("The only group")
        self._with = ArmCard(name, study.intervention, alone=not compared)
        self._without = (
            ArmCard(_("The other group"), study.comparison) if compared else _no_comparison()
        )
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(safe.label(figure.question, "heading"))
        inside.addWidget(safe.label(_(SAME_STUDY) if compared else _(ONE_GROUP), "small"))
        self._add_readings(inside)
        row = RowOrColumn(gap=16, shares=(26, 26, 48), row_from=660)
        for card in (self._with, self._without, sure_card(pack, study, figure)):
            row.addWidget(card)
        inside.addLayout(row)
        self._show(figure.readings[0])

    def _add_readings(self, inside: QVBoxLayout) -> None:
        readings = self._figure.readings
        if len(readings) < 2:
            return
        ways = SegmentedChoice(
            _("Way of counting"), [(one, one.name) for one in readings], can_unchoose=False
        )
        ways.choose(readings[0])
        ways.chosen.connect(self._show)
        inside.addWidget(ways)

    def _show(self, reading: Reading) -> None:
        self._with.show_arm(self._figure, reading.intervention, self._frame)
        if isinstance(self._without, ArmCard) and reading.comparison is not None:
            self._without.show_arm(self._figure, reading.comparison, self._frame)


class FurtherFigure(QWidget):
    """A figure told in one line, drawn when it is opened.

    Args:
        pack: Where its study and sources are.
        figure: The figure.
        frame: Which people are filled and told first.
    """

    def __init__(self, pack: Pack, figure: Figure, frame: Frame) -> None:
        super().__init__()
        self._view: FigureView | None = None
        self._pack, self._figure, self._frame = pack, figure, frame
        self._picture = Disclosure(figure.question)
        self._picture.toggled.connect(lambda _opened: self._fill())
        first, against, sure = number_lines(
            figure, pack.study(figure.study), happened=frame == "helped"
        )
        told = _("{count}; {against}").format(count=first, against=against)
        line = safe.label(f"{told} · {sure}", "small")
        line.setContentsMargins(20, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._picture)
        column.addWidget(line)

    def _fill(self) -> None:
        if self._view is None:
            self._view = FigureView(self._pack, self._figure, self._frame)
            self._picture.body.addWidget(self._view)


class ArmCard(Card):
    """One group: its picture and both its sentences, of the same weight.

    Args:
        title: Which group.
        had: What the group had.
        alone: The study had no other group.
    """

    def __init__(self, title: str, had: str, *, alone: bool = False) -> None:
        super().__init__(title)
        self._group = _("{group} ({treatment})").format(group=title, treatment=had)
        self._alone = alone
        self._array = IconArray()
        self._first, self._second = safe.label("", "strong"), safe.label("", "strong")
        self._interval = safe.label("", "small")
        self.add(safe.label(had, "small"), self._array, self._first, self._second, self._interval)
        self.body.addStretch()

    def show_arm(self, figure: Figure, arm: Arm, frame: Frame) -> None:
        """Show this group."""
        first, second = framed(wording.per_100_sentences(figure, arm), frame)
        self._first.setText(first)
        self._second.setText(second)
        self._array.show_arm(
            arm,
            arm_sentence(self._group, (first, second)),
            event=frame == "helped",
            alone=self._alone,
        )
        could_be = wording.interval_words(arm)
        self._interval.setText(
            # Translators: such as "It could be 40 to 52 of 100 got much better."
            _("It could be {count} {event}. Pale and dotted circles show that range.").format(
                count=could_be, event=figure.event
            )
            if could_be
            else ""
        )
        self._interval.setVisible(bool(could_be))


def _no_comparison() -> Card:
    card = Card(_("No comparison group"))
    card.add(
        safe.label(_("There is no second picture, because there was no second group."), "small")
    )
    card.body.addStretch()
    return card
