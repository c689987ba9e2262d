"""What the pages say is easy to read: the words of the pack and the program's own together."""

import re
from collections.abc import Callable, Iterator

import pytest
from decision_aid.content.reading import FEWEST_WORDS, counted, word_count
from decision_aid.domain.journey import STEPS
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.pages import PAGES
from decision_aid.gui.widgets.disclosure import Disclosure
from pytestqt.qtbot import QtBot

from tests.gui.one_page import OnePage
from tests.gui.sessions import empty_session, full_session, real_pack

HIGHEST = 8
LABEL = 4
"""Words of a heading or a label that is no sentence."""


def not_ours(pack: Pack) -> Iterator[str]:
    """What stands word for word as others wrote it: titles of sources, questionnaires."""
    yield from (source.title for source in pack.sources)
    for one in pack.instruments:
        yield from (one.name, one.stem, one.notice, *one.answers)
        yield from (item.text for item in one.items)
        yield from (one.extra.text, *one.extra.answers) if one.extra else ()


def told(page: OnePage) -> list[str]:
    """The texts of a page with everything opened, less labels and the words of others."""
    for _ in range(2):
        for one in page.seen(Disclosure):
            one.open()
        page.settle()
    others = re.compile("|".join(re.escape(one) for one in not_ours(real_pack()) if one))
    return [one for one in page.texts() if word_count(one) > LABEL and not others.search(one)]


@pytest.mark.parametrize("said", [empty_session, full_session], ids=["empty", "full"])
@pytest.mark.parametrize("step", STEPS)
def test_a_page_reads_at_eighth_grade_or_lower(
    step: str, said: Callable[[], Session], qtbot: QtBot
) -> None:
    make = next(make for one, _, make in PAGES if one == step)
    pack = real_pack()
    page = OnePage(qtbot, make, pack, said())
    texts = told(page)
    assert texts
    hardest = max(
        (one for one in texts if word_count(one) >= FEWEST_WORDS),
        key=lambda one: counted(one, pack.names).grade,
        default="",
    )
    assert counted("\n".join(texts), pack.names).grade <= HIGHEST, hardest
