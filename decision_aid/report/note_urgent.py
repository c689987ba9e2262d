"""What cannot wait for a visit: first in the note, and whole."""

import re
from collections.abc import Iterator
from typing import Final

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import and_words, number_words
from decision_aid.domain.safety import Finding, usually
from decision_aid.report.note_checks import medicines_first, title_of_open
from decision_aid.report.note_sections import Entry, Section, Stay
from decision_aid.report.note_text import cut, plain
from decision_aid.report.urgent_box import urgent_findings
from decision_aid.workspace.snapshot import Snapshot

URGENT: Final = N_("URGENT, TODAY")
_NAME: Final = 40
"""Characters of one medicine as typed."""
_NAMES: Final = (30, 160)
"""Characters of the names of one pair, at least and at most."""
_ALL_NAMES: Final = 300
"""Characters of the names of all pairs together, where each has that many."""
_STOP: Final = re.compile(r"(?<=[.!?]) ")


def urgent_section(snapshot: Snapshot) -> Section:
    """The medicines of each open urgent check, then what to do before the next dose."""
    found = urgent_findings(snapshot)
    least, most = _NAMES
    room = max(least, min(most, _ALL_NAMES // max(len(found), 1)))
    pairs = tuple(Entry(_pair(one, snapshot, room)) for one in found)
    return Section(_(URGENT), (*pairs, *map(Entry, _to_do(found, snapshot))), Stay.ALWAYS)


def _to_do(found: tuple[Finding, ...], snapshot: Snapshot) -> tuple[str, ...]:
    """What a provider usually does, in sentences; each is told once, what to keep to last."""
    told = [
        sentence
        for one in found
        for sentence in _sentences(usually(snapshot.pack, one.rule, sure=one.sure))
    ]
    once = tuple(dict.fromkeys(told))
    last = snapshot.pack.keep_taking
    return (*(one for one in once if one != last), *((last,) if last in once else ()))


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text: behind a stop, what begins with a capital letter."""
    begins = 0
    for stop in _STOP.finditer(text):
        if text[stop.end() :][:1].isupper():
            yield text[begins : stop.start()]
            begins = stop.end()
    yield text[begins:]


def _pair(finding: Finding, snapshot: Snapshot, room: int) -> str:
    """The medicines as the person named them, and what they are together."""
    return f"{_names(finding, snapshot, room)}: {title_of_open(finding, snapshot)}."


def _names(finding: Finding, snapshot: Snapshot, room: int) -> str:
    """As many as there is room for, two at least; the others are counted."""
    words = medicines_first(finding, snapshot)
    names = [cut(plain(one), _NAME) for one in words]
    fits = len(names)
    while fits > 2 and len(", ".join(names[:fits])) > room:
        fits -= 1
    more = len(names) - fits
    return and_words((*names[:fits], *((_more(more),) if more else ())))


def _more(count: int) -> str:
    # Translators: at the end of a list of medicines: "a, b, and 3 more".
    return ngettext("{count} more", "{count} more", count).format(count=number_words(count))
