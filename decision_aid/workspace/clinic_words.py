"""A clinic's own notes in words, alike on screen and on paper: named, dated, never evidence."""

from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words
from decision_aid.domain.clinic import Clinic, ContentReview
from decision_aid.workspace.snapshot import Snapshot

MARK: Final = N_("Clinic note inside")
"""Said in a cell of the table of options beside which the clinic has something to say."""

PHONES: Final = N_("Your clinic’s own numbers")
"""Heading of the clinic's telephone numbers."""

_LABELS: Final = {"offered_by": N_("Who offers it"), "wait": N_("Wait"), "cost": N_("Cost")}

_BESIDE: Final = {"cost": ("cost",), "who_provides": ("offered_by", "wait")}
"""Questions of a pack, by id, and the notes that belong beside their answers.

Where a pack asks neither, the notes stand with the option itself all the same.
"""


def as_of_sentence(snapshot: Snapshot) -> str:
    """Whose notes these are and from which day; "" where no clinic adds any."""
    clinic = snapshot.clinic
    told = _("From {clinic_and_day}; not part of the evidence.")
    return told.format(clinic_and_day=_named(clinic)) if clinic else ""


def option_notes(snapshot: Snapshot, option: str) -> tuple[tuple[str, str], ...]:
    """What the clinic says of an option: (label, text); empty where it says nothing.

    Args:
        snapshot: This moment.
        option: The option's id.
    """
    said = snapshot.clinic.option(option) if snapshot.clinic else None
    if said is None:
        return ()
    return tuple((_(label), text) for key, label in _LABELS.items() if (text := getattr(said, key)))


def notes_beside(snapshot: Snapshot, option: str, question: str) -> tuple[tuple[str, str], ...]:
    """Those of an option's notes that belong beside its answer to a question: (label, text).

    Args:
        snapshot: This moment.
        option: The option's id.
        question: The question's id.
    """
    labels = [_(_LABELS[key]) for key in _BESIDE.get(question, ())]
    return tuple(note for note in option_notes(snapshot, option) if note[0] in labels)


def phone_rows(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """The clinic's telephone numbers, most useful first: (number, who answers and when)."""
    phones = snapshot.clinic.phones if snapshot.clinic else ()
    return tuple((one.number, one.text) for one in phones)


def phones_sentence(snapshot: Snapshot) -> str:
    """Whose the telephone numbers are, and that nobody may be there; "" where there are none."""
    if snapshot.clinic is None or not snapshot.clinic.phones:
        return ""
    told = _("From {clinic_and_day}. Outside its hours nobody may answer.")
    return told.format(clinic_and_day=_named(snapshot.clinic))


def call_line(snapshot: Snapshot) -> str:
    """The number to call the clinic at, in one line; "" where it gives none."""
    clinic = snapshot.clinic
    if clinic is None or not clinic.phones:
        return ""
    first = clinic.phones[0]
    told = _("To call the clinic: {number} ({who_answers}). From {clinic_and_day}.")
    return told.format(number=first.number, who_answers=first.text, clinic_and_day=_named(clinic))


def review_sentence(snapshot: Snapshot) -> str:
    """Who reviewed the content: what the pack says, and before it the clinic's own review.

    Only a review of this very version counts.
    """
    clinic, note = snapshot.clinic, snapshot.pack.provenance.review_note
    review = clinic.review_of(snapshot.pack) if clinic else None
    if clinic is None or review is None:
        return note
    return _(
        "Reviewed at {clinic} by {reviewer} on {day}, as the clinic states. The project "
        "that made this content says: “{note}”"
    ).format(clinic=clinic.name, reviewer=review.by, day=day_words(review.on), note=note)


def clinic_rows(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """Everything the clinic adds: (label, text); empty where it adds nothing."""
    clinic = snapshot.clinic
    return tuple(_rows(snapshot, clinic)) if clinic else ()


def _rows(snapshot: Snapshot, clinic: Clinic) -> Iterator[tuple[str, str]]:
    yield (
        _("Clinic"),
        _("{clinic_and_day}. Its own words, not part of the evidence.").format(
            clinic_and_day=_named(clinic)
        ),
    )
    for one in clinic.reviews:
        yield _("Review of version {version}").format(version=one.version), _review(one, snapshot)
    for phone in clinic.phones:
        yield _("Telephone"), f"{phone.number}: {phone.text}"
    for named in snapshot.pack.options:
        if notes := option_notes(snapshot, named.id):
            yield named.name, " · ".join(f"{label}: {text}" for label, text in notes)


def _review(review: ContentReview, snapshot: Snapshot) -> str:
    told = _("By {reviewer} on {day}, as the clinic states.")
    told = told.format(reviewer=review.by, day=day_words(review.on))
    version = snapshot.pack.version
    if review.version == version:
        return told
    other = _("It is not about version {version}, shown here.").format(version=version)
    return f"{told} {other}"


def _named(clinic: Clinic) -> str:
    return _("{clinic}, as of {day}").format(clinic=clinic.name, day=day_words(clinic.as_of))
