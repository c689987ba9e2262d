"""Step 1: what this is and is not, who is here, how long there is."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words
from decision_aid.domain.journey import SHORTEST_VISIT, Journey
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Involvement, Role
from decision_aid.gui import safe
from decision_aid.gui.clock import today
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.requests import OpenKept, StartFresh
from decision_aid.gui.widgets.banner import Banner
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.card import Card
from decision_aid.gui.widgets.choice_list import ChoiceList, RowChoice, TickList, spoken_choices
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.gui.widgets.field import Field
from decision_aid.gui.widgets.row_or_column import RowOrColumn
from decision_aid.gui.widgets.segmented import SegmentedChoice
from decision_aid.workspace.changes.walk import SetText
from decision_aid.workspace.changes.welcome import SetInvolvement, SetMinutes, SetPeople
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

if TYPE_CHECKING:
    from decision_aid.gui.pages.then_and_now import Visits

ROLE_HINTS: Final[dict[Role, str]] = {
    "prescriber": N_("Can decide about what a safety check holds back"),
    "counselor": N_("Can hand over to a prescriber"),
    "helper": N_("A nurse, care worker or peer"),
    "companion": N_("A friend or relative, here for you; the pages stay as they are"),
}
"""What each role is or can do here."""

_ROLE_NAMES: Final[dict[Role, str]] = {
    "prescriber": N_("A prescriber"),
    "counselor": N_("A counselor or therapist"),
    "helper": N_("Another helper"),
    "companion": N_("Someone who came with me"),
}
_ROLES: Final = tuple(RowChoice(role, name) for role, name in _ROLE_NAMES.items())
_ALONE: Final = N_("On your own? That is fine: tick nobody.")
_WITH_A_PROVIDER: Final = N_(
    "With a prescriber, counselor or helper here, the options are lined up with what you say."
)
_BEFORE_A_VISIT: Final = N_(
    "On your own, before a visit: read, say what matters to you, and note your questions."
)
_MINUTES: Final = ((3, N_("3 minutes")), (10, N_("10 minutes")), (30, N_("30 minutes")))
_THREE: Final = N_(
    "“Next” leads through one thing that matters most, the options on it, and where you lean, to "
    "the summary. Medicines and health come later, so nothing is checked for safety until then."
)
_TEN: Final = N_("“Next” goes past “Understand”. Medicines and health are asked about for safety.")
_STAYS_OPEN: Final = N_(
    "A line at the left marks the steps on this way. All the others stay open at any time."
)
_INVOLVEMENT: Final = (
    RowChoice("me", N_("I decide myself")),
    RowChoice("mostly_me", N_("I decide, after hearing my provider’s view")),
    RowChoice("together", N_("We decide together")),
    RowChoice("mostly_provider", N_("My provider decides, after hearing my view")),
    RowChoice("provider", N_("I leave it to my provider")),
)
_NO_NAME: Final = N_(
    "Only if you want to tell sessions apart. Better not a name: “Tuesday” will do."
)
CLEARS: Final = N_("Starting fresh clears what was said here.")
STAYS: Final = N_("This session stays kept; a new one begins.")


class WelcomePage(StepPage):
    """What this is, and who sits in front of it."""

    def __init__(self, workspace: Workspace) -> None:
        pack = workspace.snapshot.pack
        super().__init__(workspace, title=pack.decision, lead=pack.what_it_is)
        self._people = TickList(_("Who is here"), spoken_choices(_ROLES))
        self._minutes = _minutes_choice()
        self._involvement = ChoiceList(
            _("How much to decide myself"), spoken_choices(_INVOLVEMENT), can_unchoose=False
        )
        self._label = safe.line_edit(_("Label for this session"), _("For example: Tuesday"))
        self._way = safe.label(role="small")
        columns = RowOrColumn(shares=(1, 1), row_from=680)
        columns.addWidget(self._today_card())
        columns.addWidget(_about_card(pack))
        self._reviewed = Banner(pack.provenance.review_note, "caution")
        self.body.addLayout(self._beside_reviewed())
        self._tell_overdue(pack)
        self._visits: Visits | None = None
        self._above = QVBoxLayout()
        self.body.addLayout(self._above)
        # Before what stands below is put in: Tab goes in that order.
        self._present_visits(workspace.snapshot)
        self.body.addLayout(columns)
        self._keeping: QWidget | None = None
        self._what_becomes = safe.label(_(CLEARS), "small")
        self._session = self._session_card()
        self.body.addWidget(self._session)
        self.body.addStretch(1)
        self._people.ticked.connect(self._set_people)
        self._minutes.chosen.connect(self._set_minutes)
        self._involvement.chosen.connect(self._set_involvement)
        self._label.textEdited.connect(lambda text: workspace.apply(SetText("label", text)))

    def present(self, snapshot: Snapshot) -> None:
        """Show who is here and how long there is."""
        session = snapshot.session
        if snapshot.clinic is not None:
            # Here, not above: the first window comes up without it.
            from decision_aid.workspace.clinic_words import review_sentence  # noqa: PLC0415

            self._reviewed.say(review_sentence(snapshot))
        self._present_visits(snapshot)
        self._people.tick(session.people)
        self._minutes.choose(session.minutes)
        self._involvement.choose(session.involvement)
        self._show_way(snapshot.journey, session.minutes)
        safe.fill(self._label, session.label)

    def show_keeping(self, make: Callable[[], QWidget]) -> None:
        """Put in, once, what says whether this session is kept; it comes after the first drawing.

        Args:
            make: Makes it.
        """
        if self._keeping is None:
            self._keeping = make()
            self._session.add(safe.rule(), self._keeping)

    def say_kept(self, *, kept: bool) -> None:
        """Say what becomes of this session when another one begins.

        Args:
            kept: Whether this one is kept.
        """
        self._what_becomes.setText(_(STAYS) if kept else _(CLEARS))

    def _present_visits(self, snapshot: Snapshot) -> None:
        session = snapshot.session
        if self._visits is None and (session.earlier or session.started_on < today()):
            # Here, not above: the first window comes up without it.
            from decision_aid.gui.pages.then_and_now import Visits  # noqa: PLC0415

            self._visits = Visits(self.workspace)
            self._above.addWidget(self._visits)
        if self._visits is not None:
            self._visits.present(snapshot)

    def _tell_overdue(self, pack: Pack) -> None:
        day = today()
        if pack.provenance.next_review < day:
            # Here, not above: a window on fresh content comes up without it.
            from decision_aid.workspace.freshness import overdue_sentence  # noqa: PLC0415

            self.body.addWidget(Banner(overdue_sentence(pack.provenance, day), "caution"))

    def _today_card(self) -> Card:
        changes = Disclosure(_("What changes with who is here"), holds=_what_changes)
        card = Card(_("Today"))
        card.add(
            Field(_("Who is here besides you?"), self._people, _(_ALONE)),
            Field(_("How long do we have?"), self._minutes),
            self._way,
            Field(_("How much do you want to decide yourself?"), self._involvement),
            changes,
        )
        return card

    def _show_way(self, journey: Journey, minutes: int | None) -> None:
        """Say where “Next” leads, where that is not through all of the walk."""
        self._way.setVisible(journey.is_short)
        way = _(_THREE) if minutes == SHORTEST_VISIT else _(_TEN)
        self._way.setText(f"{way} {_(_STAYS_OPEN)}")

    def _beside_reviewed(self) -> RowOrColumn:
        """Who reviewed the content, and the way to what was saved, before anything is asked."""
        earlier = safe.button(_("Open an earlier session"))
        earlier.clicked.connect(lambda: self.asks.emit(OpenKept()))
        made = RowOrColumn(grow_first=True, row_from=560)
        made.addWidget(self._reviewed)
        made.addWidget(earlier)
        made.setAlignment(earlier, Qt.AlignmentFlag.AlignLeft)
        return made

    def _session_card(self) -> Card:
        fresh = safe.button(_("Start fresh"))
        fresh.clicked.connect(lambda: self.asks.emit(StartFresh()))
        anew = QWidget()
        column = QVBoxLayout(anew)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._what_becomes)
        column.addWidget(fresh, alignment=Qt.AlignmentFlag.AlignLeft)
        sides = RowOrColumn(gap=32, shares=(1, 1), row_from=680)
        sides.addWidget(Field(_("A label for this session (optional)"), self._label, _(_NO_NAME)))
        sides.addWidget(Field(_("Start over"), anew))
        card = Card()
        card.add(sides)
        return card

    def _set_people(self, people: tuple[Role, ...]) -> None:
        self.workspace.apply(SetPeople(people))

    def _set_minutes(self, minutes: int) -> None:
        self.workspace.apply(SetMinutes(minutes))

    def _set_involvement(self, involvement: Involvement) -> None:
        self.workspace.apply(SetInvolvement(involvement))


def _minutes_choice() -> SegmentedChoice:
    minutes = [(one, _(words)) for one, words in _MINUTES]
    return SegmentedChoice(_("How long we have"), minutes)


def _what_changes() -> Bullets:
    hints = (
        _("{who}: {hint}").format(who=_(name), hint=_(ROLE_HINTS[role]))
        for role, name in _ROLE_NAMES.items()
    )
    return Bullets((_(_WITH_A_PROVIDER), _(_BEFORE_A_VISIT), *hints), "small")


def _about_card(pack: Pack) -> Card:
    card = Card(_("What this is, and is not"))
    fresh = Disclosure(_("Who made it, and when"), holds=lambda: _freshness(pack))
    condition = safe.measured(safe.label(pack.condition, "read"))
    card.add(condition, Bullets(pack.what_it_is_not), fresh)
    return card


def _freshness(pack: Pack) -> Bullets:
    about, day = pack.provenance, day_words(pack.provenance.next_review)
    return Bullets(
        (
            _("Version {version}, published {published}.").format(
                version=pack.version, published=day_words(about.published)
            ),
            " ".join((_("To be reviewed by {day}.").format(day=day), about.update_policy)),
            _("Authors: {authors}").format(authors=about.authors),
            _("Funding: {funding}").format(funding=about.funding),
            _("Conflicts of interest: {conflicts}").format(conflicts=about.conflicts),
            _("How the evidence was found: {method}").format(method=about.search_method),
        ),
        "small",
    )
