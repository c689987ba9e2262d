"""The card behind "Help and about": how a step is used, what the aid is, how far to rely on it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.session import StepId
from decision_aid.gui import about_facts, safe
from decision_aid.gui.about_ipdas import AboutIpdas
from decision_aid.gui.clinic_file import clinic_file
from decision_aid.gui.clock import today
from decision_aid.gui.help_words import KEYS, STEP_HELP
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.pages import PAGES
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.fact_rows import FactRows
from decision_aid.workspace.clinic_words import clinic_rows, review_sentence
from decision_aid.workspace.freshness import overdue_sentence
from decision_aid.workspace.snapshot import Snapshot

TITLE = N_("Help and about")
NO_CLINIC = N_("No clinic has added anything of its own.")


class AboutAid(Overlay):
    """Everything about the aid itself, over the window; Escape or "Close" closes it.

    It is made anew whenever it is opened, and gone when it is shut.

    Args:
        window: What it covers.
        snapshot: This moment.
        step: The step one is at.
    """

    def __init__(self, window: QWidget, snapshot: Snapshot, step: StepId) -> None:
        super().__init__(window, _(TITLE), much=True)
        for title, content in _sections(snapshot, step):
            if title:
                self.card.body.addSpacing(12)
                self.card.add(safe.rule(), safe.label(title, "heading"))
            self.card.add(*content)
        self.add_foot(self._foot())

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def _foot(self) -> QWidget:
        made = QFrame()
        made.setProperty("role", "bottom_bar")
        close = safe.button(_("Close"), "primary", name=_("Close help and about"))
        close.clicked.connect(self.shut)
        row = QHBoxLayout(made)
        row.setContentsMargins(20, 12, 20, 12)
        row.addStretch(1)
        row.addWidget(close)
        return made


Content = tuple[QWidget | QLayout, ...]


def _sections(snapshot: Snapshot, step: StepId) -> Iterator[tuple[str, Content]]:
    """What stands on the card: a heading, "" for none, and what is under it."""
    pack = snapshot.pack
    yield "", _first(snapshot)
    title = next(title for one, title, _make in PAGES if one == step)
    help_words = tuple(_(one) for one in STEP_HELP[step])
    yield _("On this step: {step}").format(step=_(title)), (Bullets(help_words),)
    # Translators: of the keyboard.
    yield _("Keys"), (FactRows([(_(keys), _(does)) for keys, does in KEYS]),)
    what = (safe.label(pack.what_it_is), Bullets(about_facts.labels(snapshot)))
    yield _("What it is, and is not"), what
    yield _("Versions and dates"), (FactRows(about_facts.versions(snapshot)),)
    yield _("Who made it"), (FactRows(about_facts.makers(snapshot)),)
    yield _("The evidence"), (FactRows(about_facts.evidence(snapshot)),)
    yield _("How it measures up"), (AboutIpdas(pack),)
    yield _("Your clinic"), _clinic(snapshot)
    if pack.instruments:
        yield _("Questionnaires"), tuple(_instruments(snapshot))
    yield _("Licenses"), (FactRows(about_facts.licences(snapshot)),)


def _first(snapshot: Snapshot) -> Content:
    overdue = overdue_sentence(snapshot.pack.provenance, today())
    review = Banner(review_sentence(snapshot), "caution")
    return (review, Banner(overdue, "caution")) if overdue else (review,)


def _clinic(snapshot: Snapshot) -> Content:
    rows = clinic_rows(snapshot)
    told = FactRows(rows) if rows else safe.label(_(NO_CLINIC))
    where = safe.label(
        _("A clinic can add its own notes in this file: {file}").format(file=clinic_file()), "small"
    )
    where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    where.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return told, where


def _instruments(snapshot: Snapshot) -> Iterator[QWidget]:
    for one in snapshot.pack.instruments:
        yield safe.label(one.name, "subheading")
        yield safe.label(one.notice, "cell")
        if text := about_facts.terms(one):
            name = _("Terms of use: {questionnaire}").format(questionnaire=one.name)
            made = Disclosure(_("Terms of use"), name=name)
            made.body.addWidget(safe.label(text, "small"))
            yield made
