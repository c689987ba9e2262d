"""Where something comes from, opened in place."""

from collections.abc import Iterable

from decision_aid.base.language import ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.pack import Pack
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.workspace.words import source_line


def sources_disclosure(pack: Pack, sources: Iterable[str], name: str) -> Disclosure:
    """The sources, shut at first.

    Args:
        pack: Where the sources are from.
        sources: Their ids.
        name: The header's accessible name: sources of what.
    """
    lines = tuple(source_line(pack.source(one)) for one in sources)
    title = ngettext("Source", "Sources ({count})", len(lines))
    made = Disclosure(title.format(count=number_words(len(lines))), name=name)
    made.body.addWidget(Bullets(lines, "small"))
    return made
