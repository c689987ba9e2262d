"""The checklist of conditions: nothing preset, "not sure" is a reason to find out first."""

import pytest
from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking
from decision_aid.domain.rules import Condition
from decision_aid.domain.session import Session
from decision_aid.gui.pages.about import AboutPage
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.gui.one_page import OnePage
from tests.gui.sessions import DAY, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

TITLE = "Brain and nerves"


def about(qtbot: QtBot, *conditions: ConditionAnswer, taking: tuple[Taking, ...] = ()) -> OnePage:
    pack = real_pack()
    said = AboutYou(conditions=conditions, taking=taking)
    session = Session(pack=pack.id, seed=7, started_on=DAY, about=said)
    return OnePage(qtbot, AboutPage, pack, session)


def asked() -> tuple[Condition, ...]:
    return tuple(one for one in real_pack().conditions if one.group == "brain")


def answers(page: OnePage) -> dict[str, str]:
    return {one.id: one.answer for one in page.session.about.conditions}


def test_a_condition_answered_not_sure_asks_to_find_out_first(qtbot: QtBot) -> None:
    page = about(qtbot)
    (bleed,) = (one for one in asked() if one.id == "brain_bleed")
    page.open(f"{TITLE}: 0 of {len(asked())} answered")
    page.choose(bleed.text, "Not sure")
    assert page.reads("Find out first")
    assert page.has(f"{TITLE}: 1 of {len(asked())} answered")
    page.choose(bleed.text, "No")
    assert not page.reads("Find out first")
    page.choose(bleed.text, "No")
    assert answers(page) == {}


def test_every_condition_is_asked_in_plain_words_with_its_term_and_nothing_is_preset(
    qtbot: QtBot,
) -> None:
    page = about(qtbot)
    page.open(f"{TITLE}: 0 of {len(asked())} answered")
    for one in asked():
        assert page.reads(one.text)
        assert page.reads(one.term)
        assert not any(page.is_chosen(one.text, answer) for answer in ("Yes", "No", "Not sure"))


def test_no_to_the_ones_left_keeps_what_was_answered_and_is_one_step_of_undo(qtbot: QtBot) -> None:
    page = about(qtbot, ConditionAnswer(id="seizures", answer="unsure"))
    left = len(asked()) - 1
    page.open(f"{TITLE}: 1 of {len(asked())} answered")
    page.press(f"{TITLE}: no to the {left} not answered")
    assert answers(page) == {one.id: "no" for one in asked()} | {"seizures": "unsure"}
    assert page.reads("Find out first")
    page.workspace.undo()
    page.settle()
    assert answers(page) == {"seizures": "unsure"}


def test_no_to_the_ones_left_goes_when_none_is_left_and_the_keyboard_stays_in_the_group(
    qtbot: QtBot,
) -> None:
    page = about(qtbot)
    header = f"{TITLE}: {len(asked())} of {len(asked())} answered"
    page.open(f"{TITLE}: 0 of {len(asked())} answered")
    page.focus(f"{TITLE}: no to the {len(asked())} not answered")
    page.key(Qt.Key.Key_Space)
    focused = QApplication.focusWidget()
    assert focused is page.find(header, QAbstractButton)
    assert not page.has(f"{TITLE}: no to the 0 not answered")


def test_what_was_given_in_bulk_can_be_changed_one_by_one(qtbot: QtBot) -> None:
    page = about(qtbot)
    page.open(f"{TITLE}: 0 of {len(asked())} answered")
    page.press(f"{TITLE}: no to the {len(asked())} not answered")
    page.choose(asked()[0].text, "Yes")
    assert answers(page)[asked()[0].id] == "yes"
    page.choose(asked()[1].text, "No")
    assert asked()[1].id not in answers(page)
    assert page.has(f"{TITLE}: no to the 1 not answered")


def test_what_the_list_of_medicines_says_already_is_shown_and_not_denied_in_passing(
    qtbot: QtBot,
) -> None:
    page = about(qtbot, taking=(Taking(name="Nardil", stopped=True),))
    mind = [one.id for one in real_pack().conditions if one.group == "mind"]
    page.open(f"Mind and substances: 0 of {len(mind)} answered")
    assert page.reads("From your list of medicines: Nardil.")
    page.press(f"Mind and substances: no to the {len(mind) - 1} not answered")
    assert answers(page) == dict.fromkeys([one for one in mind if one != "recent_maoi"], "no")
    page.choose("Nardil", "Taking it now")
    assert not page.reads("From your list of medicines")
    assert page.has("Mind and substances: no to the 1 not answered")
