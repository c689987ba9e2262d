"""What the pages say is easy to read: the words of the pack and the program's own together."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from decision_aid.content.reading import FEWEST_WORDS, counted, word_count
from decision_aid.domain.journey import STEPS
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Role, Session
from decision_aid.gui.pages import PAGES
from decision_aid.gui.safety_card import SafetyCard
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.workspace.changes.phq9 import AnswerPhq9
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from tests.full_form import cases
from tests.gui.driver import Driver
from tests.gui.one_page import OnePage
from tests.gui.sessions import empty_session, full_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

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


def told(driver: Driver) -> list[str]:
    """The texts to be read with everything opened, less labels and the words of others."""
    for _ in range(2):
        for one in driver.root.findChildren(Disclosure):
            one.open()
        driver.settle()
    others = re.compile("|".join(re.escape(one) for one in not_ours(real_pack()) if one))
    pressed = [one.text() for one in driver.controls() if isinstance(one, QAbstractButton)]
    texts = (*driver.texts(), *pressed)
    return [one for one in texts if word_count(one) > LABEL and not others.search(one)]


def assert_easy(texts: list[str]) -> None:
    names = real_pack().names
    assert texts
    hardest = max(
        (one for one in texts if word_count(one) >= FEWEST_WORDS),
        key=lambda one: counted(one, names).grade,
        default="",
    )
    assert counted("\n".join(texts), names).grade <= HIGHEST, hardest


@pytest.mark.parametrize(
    ("step", "said"),
    cases(
        *((step, full_session) for step in STEPS),
        ("weigh", empty_session),
        further=tuple((step, empty_session) for step in STEPS if step != "weigh"),
    ),
)
def test_a_page_reads_at_eighth_grade_or_lower(
    step: str, said: Callable[[], Session], qtbot: QtBot
) -> None:
    make = next(make for one, _, make in PAGES if one == step)
    assert_easy(told(OnePage(qtbot, make, real_pack(), said())))


@pytest.mark.parametrize("people", [(), ("prescriber",)], ids=["alone", "together"])
def test_what_is_said_in_danger_reads_at_eighth_grade_or_lower(
    open_window: Callable[[Pack, Session], Driver], people: tuple[Role, ...]
) -> None:
    driver = open_window(real_pack(), replace(empty_session(), people=people))
    driver.window.workspace.apply(AnswerPhq9(9, 1))
    driver.settle()
    (card,) = driver.root.findChildren(SafetyCard)
    texts = [one.text() for one in card.findChildren(QLabel) if one.isVisibleTo(card)]
    assert any("You are not alone" in one for one in texts)
    assert_easy([one for one in texts if word_count(one) > LABEL])
