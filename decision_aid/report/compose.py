"""From a snapshot to the document that is printed, shown and written as text."""

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Final

from decision_aid.base.language import spoken
from decision_aid.domain.pack import Pack
from decision_aid.report.bounds import bounded, is_modest, texts_in
from decision_aid.report.citations import Citations
from decision_aid.report.document import Document, Part, PartId, usual_parts
from decision_aid.report.handover_part import handover_part, waiting_sentence
from decision_aid.report.ipdas_part import ipdas_part
from decision_aid.report.options_part import options_part
from decision_aid.report.pack_texts import PackTexts
from decision_aid.report.person_page import person_page
from decision_aid.report.provider_record import provider_record
from decision_aid.report.sources_part import sources_part
from decision_aid.report.sums_part import sums_part
from decision_aid.workspace.snapshot import Snapshot

_ID: Final = re.compile(r"[a-z0-9_.:/-]*")
"""What names a thing of a pack, and is read by nobody."""


def compose(snapshot: Snapshot, *, on: date, parts: Collection[PartId] | None = None) -> Document:
    """The document of this moment.

    Args:
        snapshot: What was said and what follows.
        on: The day to print.
        parts: Which parts; they are printed in their own order; the usual ones where none are
            given. The sources are those of the parts before them that are printed, or of the
            person's page and the record where none is.
    """
    if parts is None:
        parts = usual_parts(snapshot)
    citations = Citations(snapshot.pack)
    alone = {"person", "options", "handover", "record", "sums"}.isdisjoint(parts)
    made: list[Part] = []
    if "person" in parts or alone:
        made.append(person_page(snapshot, citations))
    if "options" in parts:
        made.append(options_part(snapshot, citations))
    if "handover" in parts:
        made.append(handover_part(snapshot, citations))
    if "record" in parts or alone:
        made.append(provider_record(snapshot, citations))
    if "sums" in parts:
        made.append(sums_part(snapshot, citations))
    if "sources" in parts:
        made.append(sources_part(snapshot, citations, on=on))
    if "ipdas" in parts:
        made.append(ipdas_part(snapshot))
    pack = snapshot.pack
    document = Document(
        title=pack.title,
        parts=tuple(part for part in made if part.id in parts),
        on=on,
        pack=pack.id,
        version=pack.version,
        language=spoken(),
        quoted=_in_another_language(pack),
        label=snapshot.session.label,
        not_advice=pack.not_advice,
        waiting=waiting_sentence(snapshot),
    )
    return document if is_modest(snapshot.session) else bounded(document)


def _in_another_language(pack: Pack) -> PackTexts | None:
    """What the pack says, where that is not the language spoken; names of medicines are alike."""
    if pack.language.partition("-")[0] == spoken().partition("-")[0]:
        return None
    said = texts_in(replace(pack, medicines=()))
    return PackTexts(pack.language, (one for one in said if not _ID.fullmatch(one)))
