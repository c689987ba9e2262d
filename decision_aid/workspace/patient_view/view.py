"""What the patient screen shows at a step: a pure function of the moment."""

from collections.abc import Callable
from functools import partial
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.domain.session import StepId
from decision_aid.workspace.clinic_words import PHONES, phone_rows
from decision_aid.workspace.patient_view.blocks import Contacts, PatientView, Section
from decision_aid.workspace.patient_view.comparing import matters, options, weigh
from decision_aid.workspace.patient_view.deciding import decide, summary
from decision_aid.workspace.patient_view.opening import about, understand, welcome
from decision_aid.workspace.snapshot import Snapshot

NOT_ALONE: Final = N_("You are not alone with this.")
TALK_NOW: Final = N_("Let us talk now. Everything else can wait.")
CALL_TODAY: Final = N_(
    "Please call or text one of these today, or your own provider. Everything else can wait."
)


def patient_view(
    snapshot: Snapshot, step: StepId, *, findings_shown: bool, opened: tuple[str, ...] = ()
) -> PatientView:
    """What the patient screen shows.

    Nothing of the PHQ-9, of a clearance or of what a provider alone said is ever in it; while the
    walk is paused it does not say why.

    Args:
        snapshot: This moment.
        step: The step the provider's window is at.
        findings_shown: Whether the provider chose to show the safety findings.
        opened: Ids of the cards that are read at the step.
    """
    if snapshot.journey.paused:
        return _paused(snapshot)
    steps: dict[StepId, Callable[[Snapshot], PatientView]] = {
        "welcome": welcome,
        "about": partial(about, shown=findings_shown),
        "understand": partial(understand, opened=opened),
        "options": options,
        "matters": matters,
        "weigh": partial(weigh, shown=findings_shown),
        "decide": decide,
        "summary": summary,
    }
    return steps[step](snapshot)


def _paused(snapshot: Snapshot) -> PatientView:
    crisis = snapshot.pack.crisis
    rows = tuple((one.dialed, one.text) for one in crisis.contacts)
    sections = [Section("", (Contacts(rows),), wide=True)]
    if own := phone_rows(snapshot):
        sections.append(Section(_(PHONES), (Contacts(own),), wide=True))
    lead = _(TALK_NOW) if snapshot.journey.accompanied else _(CALL_TODAY)
    return PatientView(_(NOT_ALONE), lead, tuple(sections), columns=1)
