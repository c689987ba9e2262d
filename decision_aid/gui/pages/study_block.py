"""How sure a number is and what must be known to read it, beside a picture or below words."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import _
from decision_aid.base.locale_words import number_words
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Certainty, Figure, Study
from decision_aid.gui import safe
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.chip import Chip
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.workspace import wording
from decision_aid.workspace.study_words import HAD, study_facts
from decision_aid.workspace.words import citation

_STEPS: dict[Certainty, int] = {"high": 4, "moderate": 3, "low": 2, "very_low": 1}


class StudiesBlock(QWidget):
    """The studies whose numbers stand in words, behind one line that says how sure they are.

    Args:
        pack: Where the studies are.
        studies: The studies, at least one.
        title: What opens them: "About the numbers in these words".
        name: The same with whose words they are, for screen readers.
    """

    def __init__(self, pack: Pack, studies: Sequence[Study], title: str, name: str) -> None:
        super().__init__()
        self._pack, self._studies = pack, tuple(studies)
        self._more = Disclosure(title, name=name)
        self._more.toggled.connect(lambda _opened: self._fill())
        sure = dict.fromkeys(wording.certainty_words(one.certainty) for one in studies)
        line = safe.label(" · ".join(sure), "small")
        line.setContentsMargins(20, 0, 0, 0)
        self._more.toggled.connect(line.setHidden)
        self._more.body.setContentsMargins(20, 4, 0, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._more)
        column.addWidget(line)

    def _fill(self) -> None:
        """Make what is behind it, when it is first opened."""
        if self._more.body.count():
            return
        for first in range(0, len(self._studies), 2):
            row = RowOrColumn(gap=24, shares=(50, 50), row_from=600)
            pair = [_study(self._pack, one) for one in self._studies[first : first + 2]]
            for widget in (*pair, QWidget())[:2]:  # one alone keeps to half the width
                row.addWidget(widget)
            self._more.body.addLayout(row)


def sure_card(pack: Pack, study: Study, figure: Figure) -> Card:
    """How sure we are of a figure, who was studied, when, by what score, and where it is from."""
    card = Card(_("How sure are we?"))
    facts = study_facts(pack, study, figure)
    del facts[HAD]  # it stands over the picture
    for widget in _told(pack, study, facts, "cell"):
        card.add(widget)
    card.body.addStretch()
    return card


def certainty_chip(certainty: Certainty) -> Chip:
    """Four steps, so many of them filled, with the word beside them."""
    words, steps = wording.certainty_words(certainty), _STEPS[certainty]
    made = Chip(f"{'●' * steps}{'○' * (4 - steps)}  {words}")
    made.setAccessibleName(
        _("{certainty}, {steps} of 4 steps").format(certainty=words, steps=number_words(steps))
    )
    return made


def _study(pack: Pack, study: Study) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 4, 0, 8)
    facts = study_facts(pack, study)
    had = safe.label(facts.pop(HAD), "small_strong")
    for widget in (had, *_told(pack, study, facts, "small")):
        column.addWidget(widget)
    column.addStretch()
    return made


def _told(pack: Pack, study: Study, facts: dict[str, str], role: str) -> Iterable[QWidget]:
    yield certainty_chip(study.certainty)
    yield safe.label(wording.certainty_sentence(study.certainty), role)
    ours = "" if study.rated_by == "source" else _("This rating is our own.")
    where = "\n".join(citation(pack.source(one)) for one in study.sources)
    yield _fact(_("Why"), f"{study.certainty_reason} {ours}".rstrip(), role)
    for title, text in facts.items():
        yield _fact(_(title), text, role)
    yield _fact(_("Where this comes from"), where, role)


def _fact(title: str, text: str, role: str) -> QWidget:
    made = QWidget()
    pair = QVBoxLayout(made)
    pair.setContentsMargins(0, 0, 0, 0)
    pair.setSpacing(0)
    pair.addWidget(safe.label(title, "small_strong"))
    pair.addWidget(safe.label(text, role))
    return made
