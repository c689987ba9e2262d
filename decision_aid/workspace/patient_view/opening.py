"""The first three steps on the patient screen: what this is, what was written down, the cards."""

from collections.abc import Iterator
from typing import Final

from decision_aid.domain.about_you import Taking, Tried
from decision_aid.domain.safety import Finding
from decision_aid.workspace.clinic_words import review_sentence
from decision_aid.workspace.patient_view.blocks import (
    PatientView,
    Points,
    Rows,
    Section,
    Text,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import option_name
from decision_aid.workspace.words import CARD_GROUPS, OUTCOMES, ROUTES, SEVERITIES

PRIVATE: Final = (
    "What you answer about your health and your mood is private. It is not shown on this screen."
)
NOTHING_WRITTEN: Final = "Nothing is written down yet."
FOUND: Final = "What to look at together"
CLEARED: Final = "Checked and cleared"


def welcome(snapshot: Snapshot) -> PatientView:
    """The decision, what this is and what it is not."""
    pack = snapshot.pack
    return PatientView(
        title=pack.decision,
        lead=pack.what_it_is,
        sections=(
            Section("What this is about", (Text(pack.condition), Text(review_sentence(snapshot)))),
            Section("What this is not", (Points(pack.what_it_is_not),)),
        ),
    )


def about(snapshot: Snapshot, *, shown: bool) -> PatientView:
    """Medicines and treatments as they were written down; findings where they are shown."""
    said = snapshot.session.about
    taking = tuple(_taken(one) for one in said.taking)
    tried = tuple(_tried(one) for one in said.tried)
    sections = [
        Section("Medicines and substances", (_written(taking),)),
        Section("What was tried before", (_written(tried),)),
    ]
    if said.helped_before.strip():
        sections.append(Section("What helped before", (Text(said.helped_before),)))
    if shown:
        sections.append(Section(FOUND, tuple(_found(snapshot)), wide=True))
    return PatientView("About you", PRIVATE, tuple(sections))


def understand(snapshot: Snapshot) -> PatientView:
    """What tends to happen if nothing changes, and what the cards are about."""
    pack = snapshot.pack
    cards = (
        Section(heading, (Points(titles),))
        for group, heading in CARD_GROUPS.items()
        if (titles := tuple(one.title for one in pack.cards if one.group == group))
    )
    first = Section("If nothing is changed", (Text(pack.natural_course),), wide=True)
    lead = "Ask about anything here. Nothing is a test."
    return PatientView("Understand", lead, (first, *cards), columns=3)


def _written(rows: tuple[tuple[str, str], ...]) -> Rows | Text:
    return Rows(rows) if rows else Text(NOTHING_WRITTEN)


def _taken(taking: Taking) -> tuple[str, str]:
    route = ROUTES[taking.route] if taking.route else ""
    day = f" on {taking.stopped_on.isoformat()}" if taking.stopped_on else ""
    stopped = f"stopped{day}" if taking.stopped else ""
    return taking.name, ", ".join(filter(None, (taking.dose.strip(), route, stopped)))


def _tried(tried: Tried) -> tuple[str, str]:
    return tried.name, OUTCOMES[tried.outcome]


def _found(snapshot: Snapshot) -> Iterator[Text | Rows]:
    """Each finding: how grave, what it is and why; never who cleared it, or with what words."""
    for finding in snapshot.findings:
        names = ", ".join(option_name(one, snapshot) for one in finding.rule.options)
        about = f"It is about: {names}." if names else "Whatever you choose."
        yield Text(f"{_severity(finding)}: {finding.rule.title}", strong=True)
        yield Text(f"{finding.rule.why} {about}")
    if not snapshot.findings:
        yield Text("Nothing was found.")
    yield Text(snapshot.pack.keep_taking, strong=True)


def _severity(finding: Finding) -> str:
    if finding.rule.severity == "gate" and not finding.shuts:
        return CLEARED
    unsure = "" if finding.sure else " (find out first)"
    return SEVERITIES[finding.rule.severity] + unsure
