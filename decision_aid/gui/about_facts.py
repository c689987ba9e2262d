"""What "Help and about" tells, as words: (label, text) under headings. No Qt in it."""

from typing import Final

from decision_aid import VERSION
from decision_aid.base.language import N_, _
from decision_aid.base.locale_words import day_words, number_words
from decision_aid.base.resources import resources_dir
from decision_aid.domain.instruments import Instrument
from decision_aid.workspace.snapshot import Snapshot

Rows = tuple[tuple[str, str], ...]

FORMS = N_("Ketamine comes in several forms. Each number says which form it is about.")
KEPT = N_(
    "What you say stays on this computer. Closing clears it, and so do five minutes without a "
    "touch, or as many as your clinic set, unless your provider keeps the session here: the line "
    "at the foot of the window says whether it is kept. What is kept is sealed, and opens with a "
    "provider’s passphrase. A PDF, a paper or a copied note can be read by whoever has it."
)

LICENCES: Final = (
    (N_("Program"), N_("Apache License 2.0. Copyright 2026 the Decision Aid maintainers.")),
    (
        N_("Font"),
        N_("IBM Plex Sans, under the SIL Open Font License 1.1. Copyright 2017 IBM Corp."),
    ),
)


def labels(snapshot: Snapshot) -> tuple[str, ...]:
    """What must be known before one relies on it."""
    pack = snapshot.pack
    return (*pack.what_it_is_not, pack.not_advice, _(FORMS), _(KEPT))


def versions(snapshot: Snapshot) -> Rows:
    """Which program and which content this is, and how fresh."""
    pack = snapshot.pack
    told = pack.provenance
    # Translators: {title} is what the aid is about, such as "Depression".
    content = _("{title}, version {version}").format(title=pack.title, version=pack.version)
    checked = _("Checked on {day} ({country})").format(
        day=day_words(pack.crisis.checked_on), country=pack.crisis.country
    )
    return (
        (_("Program"), _("Decision Aid {version}").format(version=VERSION)),
        # Translators: what the aid tells, as apart from the program.
        (_("Content"), content),
        (_("Published"), day_words(told.published)),
        (_("Next review"), day_words(told.next_review)),
        (_("Kept up to date"), told.update_policy),
        (_("Crisis numbers"), checked),
    )


def makers(snapshot: Snapshot) -> Rows:
    """Who wrote it and who paid."""
    told = snapshot.pack.provenance
    return (
        (_("Written by"), told.authors),
        (_("Credentials"), told.credentials),
        (_("Funding"), told.funding),
        (_("Conflicts of interest"), told.conflicts),
    )


def evidence(snapshot: Snapshot) -> Rows:
    """How the evidence was found, and how hard the texts are to read."""
    told = snapshot.pack.provenance
    grade = _("{grade}, the median of what a patient reads").format(
        grade=number_words(told.reading_grade, 1)
    )
    return (
        (_("How evidence was found"), told.search_method),
        (_("US school grade to read it"), grade),
    )


def licences(snapshot: Snapshot) -> Rows:
    """Under which terms the parts of it may be used."""
    ours = ((_(part), _(text)) for part, text in LICENCES)
    return (*ours, (_("Content"), snapshot.pack.provenance.licence))


def terms(instrument: Instrument) -> str:
    """The terms of a questionnaire, paragraph by paragraph, as they lie beside it; "" for none."""
    file = resources_dir() / "instruments" / instrument.id / "LICENSE.txt"
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return "\n\n".join(" ".join(one.split()) for one in text.split("\n\n")).strip()
