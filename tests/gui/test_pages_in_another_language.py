"""Every page in a language nobody speaks: whatever is said and opened, no English word is left."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from decision_aid.domain.about_you import AboutYou, Taking, Tried
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.session import Session
from decision_aid.gui.pages import PAGES
from decision_aid.gui.pages.about_medicine_line import offer_words, offered
from decision_aid.gui.pages.about_phq9 import ONE, Phq9Card
from decision_aid.gui.pages.options_cell import AnswerCell, OptionHead
from decision_aid.gui.pages.options_panel import Panel
from decision_aid.gui.pages.step_page import StepPage
from decision_aid.gui.theme import load_theme
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.workspace.workspace import Workspace
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.full_form import cases
from tests.gallery.drawing import ROUNDS
from tests.gallery.states import states
from tests.gui.driver import WidgetT, wear_theme
from tests.gui.fitting import cut
from tests.gui.shown_words import shown_words
from tests.pseudo import pseudo, pseudo_pack, speaking_pseudo, typed_in, untranslated

pytestmark = pytest.mark.usefixtures("undressed")

STATES = ("empty", "half", "full", "gated", "close", "counselor")
SHOWN = cases("empty", "gated", "counselor", further=("half", "full", "close"))
ROOM = 636
"""Width of a page in a window of 1024 pixels at twice the size, in pixels."""
MAKERS = {str(step): make for step, _title, make in PAGES}


@pytest.fixture(autouse=True)
def _spoken() -> Iterator[None]:
    with speaking_pseudo():
        yield


def a_page(qtbot: QtBot, step: str, session: Session, percent: int = 100) -> StepPage:
    """A page that follows its workspace; it is not shown, for nobody looks."""
    wear_theme(load_theme("light", percent))
    workspace = Workspace(pseudo_pack(), session, draws=50)
    page = MAKERS[step](workspace)
    qtbot.addWidget(page)
    workspace.watch(lambda: page.present(workspace.snapshot))
    page.present(workspace.snapshot)
    return page


@cache
def visits() -> Mapping[str, Session]:
    """The visits of the gallery, by their state."""
    made = states(pseudo_pack())
    return {state: made[state] for state in STATES}


def english(root: QWidget) -> list[str]:
    """The texts in a window or a part of it that have English words in them."""
    return [one for one in dict.fromkeys(shown_words(root)) if is_english(one)]


@cache
def is_english(text: str) -> bool:
    """Whether a text has English words in it that nobody typed; most texts stand there often."""
    return bool(untranslated(text.replace("\u200b", ""), pseudo_pack(), typed=typed()))


@cache
def typed() -> frozenset[str]:
    sessions = (*visits().values(), an_odd_session())
    return frozenset(word for one in sessions for word in typed_in(one))


def open_all(root: QWidget) -> None:
    """Open whatever folds open, and what then comes to light."""
    while shut := [one for one in root.findChildren(Disclosure) if not one.is_open]:
        for one in shut:
            one.open()


@pytest.mark.parametrize("step", MAKERS)
def test_no_english_word_is_left_on_a_page_in_any_state(qtbot: QtBot, step: str) -> None:
    page = a_page(qtbot, step, visits()["empty"])
    left = {}
    for state in SHOWN:
        page.workspace.begin(visits()[state])
        open_all(page)
        left[state] = english(page)
    assert left == {state: [] for state in SHOWN}


@cache
def an_odd_session() -> Session:
    """What the examples leave out: names nobody knows, halves of answers, changes of mind."""
    taking = (
        Taking(name="Sertralin"),
        Taking(name="Grandma's Drops", dose="Prozak"),
        Taking(name="No Zoloft", dose="50 mg"),
        Taking(name="Phenelzine", stopped=True),
        Taking(name="Fluoxetine", stopped=True, stopped_on=date(2026, 11, 9)),
        Taking(name="Selegiline"),
    )
    tried = (
        Tried(name="Cure 1", outcome="helped", kind="medicine", enough="yes"),
        Tried(name="Cure 2", outcome="a_little", kind="therapy", enough="no"),
        Tried(name="Cure 3", outcome="no", kind="other"),
        Tried(name="Cure 4", outcome="had_to_stop", enough="unsure"),
    )
    phq9 = Phq9(answers=(1, 2, None, None, None, None, None, None, None))
    about = AboutYou(taking=taking, tried=tried, dissociatives_before="yes", phq9=phq9)
    return replace(visits()["full"], about=about, minutes=3, feels_right="not_quite")


@pytest.mark.parametrize("step", ["about", "matters", "weigh"])
def test_none_is_left_where_hardly_anything_is_as_it_should_be(qtbot: QtBot, step: str) -> None:
    page = a_page(qtbot, step, an_odd_session())
    open_all(page)
    assert english(page) == []


def test_none_is_left_where_the_phq_9_comes_one_question_at_a_time(qtbot: QtBot) -> None:
    page = a_page(qtbot, "about", an_odd_session())
    (card,) = seen(page, Phq9Card)
    open_all(card)
    press(page, ONE)
    left = []
    while pseudo("Next question") in (one.text() for one in seen(page, QAbstractButton)):
        press(page, "Next question")
        left += english(card)
    press(page, "Finish")
    assert left + english(card) == []


def test_none_is_left_in_what_opens_below_an_option_or_an_answer(qtbot: QtBot) -> None:
    page = a_page(qtbot, "options", visits()["gated"])
    open_all(page)
    for way in ("Pictures", "Not helped", "Only what matters to me"):
        press(page, way)
    left = english(page)
    for pressed in (*seen(page, OptionHead), *seen(page, AnswerCell)[::3]):
        pressed.click()
        (panel,) = seen(page, Panel)
        open_all(panel)
        left += english(panel)
    assert left == []


def test_none_is_left_in_what_is_said_of_a_list_of_names() -> None:
    pack = pseudo_pack()
    told = [offer_words(offered(pack, typed)) for typed in ("se", "zol", "Prozak")]
    assert all(told)
    assert [one for text in told for one in untranslated(text, pack)] == []


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("step", "state"),
    cases(
        ("about", "close"),
        ("decide", "full"),
        further=tuple((step, state) for step in MAKERS for state in STATES),
    ),
)
def test_a_page_is_no_wider_than_a_small_window_at_twice_the_size(
    qtbot: QtBot, step: str, state: str
) -> None:
    page = a_page(qtbot, step, visits()[state], 200)
    page.resize(ROOM, 700)
    page.show()
    for _round in range(ROUNDS):
        QApplication.processEvents()
    assert page.content_width <= page.seen_width
    assert list(cut(page)) == []


def press(page: StepPage, text: str) -> None:
    """Press what says this, in the language nobody speaks."""
    next(one for one in seen(page, QAbstractButton) if one.text() == pseudo(text)).click()


def seen(page: StepPage, kind: type[WidgetT]) -> list[WidgetT]:
    return [one for one in page.findChildren(kind) if one.isVisibleTo(page)]
