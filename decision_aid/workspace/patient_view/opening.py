"""The first three steps on the patient screen: what this is, what was written down, the cards."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words
from decision_aid.domain.about_you import Taking, Tried
from decision_aid.domain.pack import Pack
from decision_aid.domain.safety import Finding, is_stopped, usually
from decision_aid.workspace.clinic_words import review_sentence
from decision_aid.workspace.finding_words import DRUGS_BEFORE, finding_groups, shown_words
from decision_aid.workspace.patient_view.blocks import (
    PatientView,
    Points,
    Rows,
    Section,
    Text,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import NO_FULL_CHECK
from decision_aid.workspace.words import CARD_GROUPS, OUTCOMES, ROUTES

PRIVATE: Final = N_(
    "This screen shows the medicines and substances you list, what you tried and what helped. It "
    "does not show what you answer about your health, your mood, or drugs in the past."
)
LOOK_TOGETHER: Final = N_("Below is what to look at together before you choose.")
_ASK: Final = N_("Ask about anything here. Nothing is a test.")
NOTHING_WRITTEN: Final = N_("Nothing is written down yet.")


def welcome(snapshot: Snapshot) -> PatientView:
    """The decision, what this is and what it is not."""
    pack = snapshot.pack
    return PatientView(
        title=pack.decision,
        lead=pack.what_it_is,
        sections=(
            Section(
                _("What this is about"), (Text(pack.condition), Text(review_sentence(snapshot)))
            ),
            Section(_("What this is not"), (Points(pack.what_it_is_not),)),
        ),
    )


def about(snapshot: Snapshot, *, shown: bool) -> PatientView:
    """Medicines and treatments as they were written down; findings where they are shown."""
    said = snapshot.session.about
    taking = tuple(_taken(one, snapshot.session.started_on) for one in said.taking)
    tried = tuple(_tried(one) for one in said.tried)
    sections = [
        Section(_("Medicines and substances"), (_written(taking),)),
        Section(_("What was tried before"), (_written(tried),)),
    ]
    if said.helped_before.strip():
        sections.append(Section(_("What helped before"), (Text(said.helped_before),)))
    if shown:
        sections.extend(_found(snapshot))
    return PatientView(_("About you"), _(LOOK_TOGETHER) if shown else _(PRIVATE), tuple(sections))


def understand(snapshot: Snapshot, opened: tuple[str, ...]) -> PatientView:
    """What tends to happen if nothing changes, and what the cards are about.

    Args:
        snapshot: This moment.
        opened: Ids of the cards that are read on the other screen; these are then all there is.
    """
    pack = snapshot.pack
    read = [one for one in pack.cards if one.id in opened]
    if read:
        told = (Section(one.title, tuple(map(Text, one.paragraphs))) for one in read)
        return PatientView(_(CARD_GROUPS[read[0].group]), _(_ASK), tuple(told))
    cards = (
        Section(_(heading), (Points(titles),))
        for group, heading in CARD_GROUPS.items()
        if (titles := tuple(one.title for one in pack.cards if one.group == group))
    )
    first = Section(_("If nothing is changed"), (Text(pack.natural_course),), wide=True)
    return PatientView(_("Understand"), _(_ASK), (first, *cards), columns=3)


def _written(rows: tuple[tuple[str, str], ...]) -> Rows | Text:
    return Rows(rows) if rows else Text(_(NOTHING_WRITTEN))


def _taken(taking: Taking, day: date) -> tuple[str, str]:
    route = _(ROUTES[taking.route]) if taking.route else ""
    said = (taking.dose.strip(), route, _stopped(taking, day))
    return taking.name, ", ".join(filter(None, said))


def _stopped(taking: Taking, day: date) -> str:
    if not taking.stopped:
        return ""
    if taking.stopped_on is None:
        # Translators: of a medicine.
        return _("stopped") if is_stopped(taking, day) else _("to stop")
    told = _("stopped on {day}") if is_stopped(taking, day) else _("to stop on {day}")
    return told.format(day=day_words(taking.stopped_on))


def _tried(tried: Tried) -> tuple[str, str]:
    return tried.name, _(OUTCOMES[tried.outcome])


def _found(snapshot: Snapshot) -> Iterator[Section]:
    """What was found, by options: what, why and what is usual; never who cleared it, and how.

    To change nothing alone comes first. Silence is not safety, so it ends with what was not looked
    at. Drugs in the past are never on a screen that others see.
    """
    yield Section("", (Text(snapshot.pack.keep_taking, strong=True),), wide=True)
    for group in finding_groups(snapshot):
        shown = [one for one in group.findings if DRUGS_BEFORE.isdisjoint(one.because)]
        parts = tuple(text for one in shown for text in _told(one, snapshot.pack))
        if parts:
            yield Section(group.heading, parts, wide=True)
    nothing = () if snapshot.findings else (Text(_("Nothing found.")),)
    yield Section("", (*nothing, Text(_(NO_FULL_CHECK))), wide=True)


def _told(finding: Finding, pack: Pack) -> tuple[Text, Text, Text]:
    rule = finding.rule
    done = Text(usually(pack, rule, sure=finding.sure))
    first, then = (done, Text(rule.why)) if rule.urgent else (Text(rule.why), done)
    return Text(shown_words(finding), strong=True), first, then
