"""From a snapshot to the document that is printed, shown and written as text."""

from collections.abc import Collection
from datetime import date

from decision_aid.report.citations import Citations
from decision_aid.report.document import USUAL_PARTS, Document, Part, PartId
from decision_aid.report.ipdas_part import ipdas_part
from decision_aid.report.options_part import options_part
from decision_aid.report.person_page import person_page
from decision_aid.report.provider_record import provider_record
from decision_aid.report.sources_part import sources_part
from decision_aid.workspace.snapshot import Snapshot


def compose(snapshot: Snapshot, *, on: date, parts: Collection[PartId] = USUAL_PARTS) -> Document:
    """The document of this moment.

    Args:
        snapshot: What was said and what follows.
        on: The day to print.
        parts: Which parts; they are printed in their own order. The sources are those of the
            parts before them that are printed, or of the person's page and the record where none
            is.
    """
    citations = Citations(snapshot.pack)
    alone = {"person", "options", "record"}.isdisjoint(parts)
    made: list[Part] = []
    if "person" in parts or alone:
        made.append(person_page(snapshot, citations))
    if "options" in parts:
        made.append(options_part(snapshot, citations))
    if "record" in parts or alone:
        made.append(provider_record(snapshot, citations))
    if "sources" in parts:
        made.append(sources_part(snapshot, citations, on=on))
    if "ipdas" in parts:
        made.append(ipdas_part(snapshot))
    pack = snapshot.pack
    return Document(
        title=pack.title,
        parts=tuple(part for part in made if part.id in parts),
        on=on,
        pack=pack.id,
        version=pack.version,
        language=pack.language,
        label=snapshot.session.label,
        not_advice=pack.not_advice,
    )
