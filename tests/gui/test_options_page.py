from dataclasses import replace
from typing import Any

import pytest
from decision_aid.domain.options import Cell
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Arm, Frequency, Interval, Reading
from decision_aid.domain.session import AboutYou, Taking
from decision_aid.gui.pages.options import NOTHING_RATED, OptionsPage
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.builders import a_figure, a_pack, a_session, a_study
from tests.gui.one_page import OnePage

ON_MAOI = AboutYou(taking=(Taking(name="Nardil"),))


def with_figure(**study: Any) -> Pack:
    """The small pack, with a figure behind "How soon?" of talk."""
    pack = a_pack(studies=(a_study(**study),))
    talk = pack.option("talk")
    soon = Cell(id="soon", text="In weeks", more="It takes practice.", figures=("better",))
    shown = replace(talk, cells=(talk.cell("what"), replace(soon, sources=("book",))))
    others = tuple(one for one in pack.options if one.id != "talk")
    return replace(pack, options=(*others, shown))


def talk_soon(driver: OnePage) -> str:
    letter = driver.workspace.snapshot.letter("talk")
    return f"How soon? {letter}, Talk: In weeks"


def open_options(qtbot: QtBot, pack: Pack | None = None, **said: Any) -> OnePage:
    return OnePage(qtbot, OptionsPage, pack or a_pack(), a_session(**said))


def test_every_option_answers_every_question_in_the_order_of_the_session(qtbot: QtBot) -> None:
    driver = open_options(qtbot)
    names = [one.accessibleName() for one in driver.controls()]
    for question in driver.workspace.snapshot.pack.questions:
        asked = [name for name in names if name.startswith(f"{question.text} ")]
        said = [name.removeprefix(f"{question.text} ")[0] for name in asked]
        assert said == ["A", "B", "C"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, None], ids=["by keyboard", "by pointer"])
def test_a_cell_opens_to_both_groups_and_all_that_is_known(
    qtbot: QtBot, key: Qt.Key | None
) -> None:
    driver = open_options(qtbot, with_figure(caution="Only once done"))
    if key is None:
        driver.press(talk_soon(driver))
    else:
        driver.find(talk_soon(driver)).setFocus()
        driver.key(key)
    assert driver.pictures() == [
        "One group (talking added to usual care): 46 of 100 felt much better, 54 of 100 did not.",
        "The other group (usual care alone): 22 of 100 felt much better, 78 of 100 did not.",
    ]
    for text in (
        "It takes practice.",
        "Adults who were still depressed",
        "Usual care alone",
        "After 6 months",
        "Moderate certainty",
        "One large trial, nobody could be blinded",
        "Only once done",
        "Author A. A book. A press, 2020.",
        "Most people in the study did not get much better.",
    ):
        assert driver.reads(text), text


def test_the_other_frame_is_told_first_and_filled(qtbot: QtBot) -> None:
    driver = open_options(qtbot, with_figure())
    driver.choose("People", "Not helped")
    driver.press(talk_soon(driver))
    assert driver.pictures()[0] == (
        "One group (talking added to usual care): 54 of 100 did not, 46 of 100 felt much better."
    )


def test_pictures_show_both_groups_in_the_cell(qtbot: QtBot) -> None:
    driver = open_options(qtbot, with_figure())
    assert not driver.pictures()
    driver.choose("Shown as", "Pictures")
    treated, untreated = driver.pictures()
    study = driver.workspace.snapshot.pack.studies[0]
    assert treated.startswith(f"{study.intervention}: ")
    assert untreated.startswith(f"{study.comparison}: ")


def test_a_study_of_one_group_says_that_nothing_was_compared(qtbot: QtBot) -> None:
    alone = Reading(id="all", intervention=Arm(counted=Frequency(46, 100)))
    pack = with_figure(design="one_group", comparison="none")
    driver = open_options(qtbot, replace(pack, figures=(a_figure(readings=(alone,)),)))
    driver.press(talk_soon(driver))
    assert len(driver.pictures()) == 1
    assert driver.reads("No comparison group")


def test_another_way_of_counting_is_one_press_away(qtbot: QtBot) -> None:
    everyone, finished = (
        Reading(
            id=name,
            name=name,
            intervention=Arm(percent=share, interval=Interval(low=share - 6, high=share + 6)),
            comparison=Arm(percent=20.0),
        )
        for name, share in (("Everyone counted", 40.0), ("Only those who finished", 55.0))
    )
    pack = replace(with_figure(), figures=(a_figure(readings=(everyone, finished)),))
    driver = open_options(qtbot, pack)
    driver.press(talk_soon(driver))
    driver.choose("Way of counting", "Only those who finished")
    assert driver.reads("55 of 100 felt much better")
    assert driver.reads("49 to 61 of 100")


def test_a_cell_opened_again_shuts(qtbot: QtBot) -> None:
    driver = open_options(qtbot, with_figure())
    driver.press(talk_soon(driver))
    driver.press(talk_soon(driver))
    assert not driver.pictures()


def test_an_option_that_waits_for_a_check_says_so_and_stays_to_be_read(qtbot: QtBot) -> None:
    driver = open_options(qtbot, about=ON_MAOI, dealbreakers=("no_driving",))
    assert driver.reads("Check first")
    assert driver.reads("You ruled this out")
    assert driver.reads("What pill is")
    letter = driver.workspace.snapshot.letter("pill")
    driver.press(f"{letter}, Pill: read more")
    assert driver.reads("Blood pressure can rise.")
    assert driver.reads("You ruled this out: ruled out by “No driving after”.")


def test_only_what_matters_leaves_out_other_questions(qtbot: QtBot) -> None:
    driver = open_options(qtbot, help=3)
    driver.choose("Questions", "Only what matters to me")
    assert driver.reads("How soon?")
    assert not driver.reads("What is it?")


def test_before_anything_is_rated_all_questions_stay(qtbot: QtBot) -> None:
    driver = open_options(qtbot, help=0)
    driver.choose("Questions", "Only what matters to me")
    assert driver.reads("What is it?")
    assert driver.reads(NOTHING_RATED)
