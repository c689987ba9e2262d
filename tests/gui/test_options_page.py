from dataclasses import replace
from typing import Any, Literal

import pytest
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.options import Cell, Question
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Arm, Frequency, Interval, Reading
from decision_aid.gui.pages.options import NOTHING_RATED, PAIRS, OptionsPage
from decision_aid.gui.pages.options_view import HOW
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import a_figure, a_pack, a_session, a_study
from tests.gui.one_page import OnePage

pytestmark = pytest.mark.usefixtures("undressed")

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
        "One large trial, nobody could be blinded.",
        "Only once done",
        "Author A. A book. A press, 2020.",
        "Most people in the study did not get much better.",
    ):
        assert driver.reads(text), text


def test_the_other_frame_is_told_first_and_filled(qtbot: QtBot) -> None:
    driver = open_options(qtbot, with_figure())
    driver.open(HOW)
    driver.choose("People", "Not helped")
    driver.press(talk_soon(driver))
    assert driver.pictures()[0] == (
        "One group (talking added to usual care): 54 of 100 did not, 46 of 100 felt much better."
    )


def test_pictures_show_both_groups_in_the_cell(qtbot: QtBot) -> None:
    driver = open_options(qtbot, with_figure())
    assert not driver.pictures()
    driver.open(HOW)
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


Kind = Literal["description", "benefit", "harm", "body", "mind", "social", "practical"]
HEADINGS = (
    "What it is",
    "What to expect",
    "What could go wrong",
    "What it is like",
    "Practical things",
)
IN_WORDS = "About the numbers in these words"


def with_words(*more: Any, text: str = "About 4 of 100 got worse", **cell: Any) -> Pack:
    """The small pack, with numbers of studies in the words of "How soon?" of talk."""
    studies = (a_study(), *more)
    names = tuple(one.id for one in studies)
    pack = with_figure()
    talk = pack.option("talk")
    soon = Cell(id="soon", **{"text": text, "studies": names, **cell})
    shown = replace(talk, cells=(talk.cell("what"), soon))
    others = tuple(one for one in pack.options if one.id != "talk")
    return replace(pack, studies=studies, options=(*others, shown))


def press_soon(driver: OnePage) -> None:
    letter = driver.workspace.snapshot.letter("talk")
    text = driver.workspace.snapshot.pack.option("talk").cell("soon").text
    driver.press(f"How soon? {letter}, Talk: {text}")


def test_a_number_in_words_opens_to_all_that_must_be_known_to_read_it(qtbot: QtBot) -> None:
    other = a_study("other", certainty="very_low", people="people in a survey", caution="Once only")
    driver = open_options(qtbot, with_words(other))
    assert driver.reads("Moderate certainty · Very low certainty")
    press_soon(driver)
    letter = driver.workspace.snapshot.letter("talk")
    assert not driver.reads("People in a survey")
    driver.open(f"{IN_WORDS}: How soon? Talk ({letter})")
    for text in (
        "Talking added to usual care",
        "Adults who were still depressed",
        "People in a survey",
        "Usual care alone",
        "After 6 months",
        "One large trial, nobody could be blinded.",
        "Once only",
        "Author A. A book. A press, 2020.",
        "Not stated in what we read.",
    ):
        assert driver.reads(text), text


def test_a_study_that_a_picture_shows_is_not_told_twice(qtbot: QtBot) -> None:
    driver = open_options(qtbot, with_words(figures=("better",)))
    press_soon(driver)
    assert driver.pictures()
    assert not any(one.accessibleName().startswith(IN_WORDS) for one in driver.controls())


def test_a_figure_says_how_it_was_measured_and_who_paid(qtbot: QtBot) -> None:
    pack = with_figure()
    maker = replace(pack.sources[0], funding="The maker of the spray")
    figure = a_figure(outcome="remission", scale="MADRS", at_most=12)
    driver = open_options(qtbot, replace(pack, sources=(maker,), figures=(figure,)))
    driver.press(talk_soon(driver))
    assert driver.reads("Well: MADRS score of 12 or less.")
    assert driver.reads("The maker of the spray")


def test_figures_of_one_answer_by_different_marks_are_not_to_be_compared(qtbot: QtBot) -> None:
    two = (a_figure(scale="MADRS"), a_figure("well", outcome="remission"))
    pack = replace(with_words(figures=("better", "well")), figures=two)
    driver = open_options(qtbot, pack)
    press_soon(driver)
    assert driver.reads("Do not compare them with each other.")


def test_a_row_whose_numbers_cannot_be_set_side_by_side_says_so_everywhere(qtbot: QtBot) -> None:
    apart = "From different studies and times: do not set side by side"
    what, soon = a_pack().questions
    driver = open_options(qtbot, a_pack(questions=(what, replace(soon, caution=apart))))
    assert driver.texts().count(apart) == 1
    names = [one for one in driver.controls() if one.accessibleName().startswith("How soon? ")]
    assert len(names) == 3
    assert all(one.accessibleDescription() == apart for one in names)
    driver.press(names[0].accessibleName())
    assert driver.texts().count(apart) == 2


def test_pictures_of_several_options_are_told_to_be_pairs_of_their_own(qtbot: QtBot) -> None:
    driver = open_options(qtbot, with_figure())
    assert not driver.reads(PAIRS)
    driver.open(HOW)
    driver.choose("Shown as", "Pictures")
    assert driver.reads(PAIRS)


@pytest.mark.usefixtures("dressed")
def test_questions_stand_under_the_heading_of_their_kind_in_the_order_of_the_pack(
    qtbot: QtBot,
) -> None:
    kinds: tuple[Kind, ...] = ("practical", "harm", "social", "benefit", "body", "description")
    questions = tuple(Question(id=kind, kind=kind, text=f"{kind}?", short=kind) for kind in kinds)
    cells = tuple(Cell(id=kind, text=kind) for kind in kinds)
    options = tuple(replace(one, cells=cells) for one in a_pack().options)
    driver = open_options(qtbot, a_pack(questions=questions, options=options))
    placed = sorted(driver.seen(QLabel), key=lambda one: one.mapTo(driver.root, QPoint(0, 0)).y())
    titles = [one.text() for one in placed if one.text() in HEADINGS or one.text().endswith("?")]
    assert titles == [
        "What it is",
        "description?",
        "What to expect",
        "benefit?",
        "What could go wrong",
        "harm?",
        "What it is like",
        "social?",
        "body?",
        "Practical things",
        "practical?",
    ]


@pytest.mark.usefixtures("dressed")
def test_a_jump_leads_to_the_first_row_shown_of_its_kind(qtbot: QtBot) -> None:
    first, soon = a_pack().questions
    late = replace(soon, id="late", text="Until when?", criteria=())
    options = tuple(
        replace(one, cells=(*one.cells, Cell(id="late", text="Late"))) for one in a_pack().options
    )
    pack = a_pack(questions=(first, late, soon), options=options)
    driver = open_options(qtbot, pack, help=3)
    driver.open(HOW)
    driver.press("Jump to: What to expect")
    assert focused(driver).startswith("Until when? A")
    driver.choose("Questions", "Only what matters to me")
    assert not driver.has("Jump to: What it is")
    driver.press("Jump to: What to expect")
    assert focused(driver).startswith("How soon? A")


def focused(driver: OnePage) -> str:
    held = driver.page.window().focusWidget()
    assert held is not None
    assert not held.visibleRegion().isEmpty()
    return held.accessibleName()


@pytest.mark.usefixtures("dressed")
def test_tab_goes_down_the_page(qtbot: QtBot) -> None:
    driver = open_options(qtbot, with_figure())
    driver.open(HOW)
    driver.focus("Shown as: Pictures")
    passed = []
    for _ in range(8):
        driver.key(Qt.Key.Key_Tab)
        passed.append(focused(driver))
    letters = driver.workspace.snapshot.options
    assert passed[:5] == [
        "Jump to: What it is",
        "Jump to: What to expect",
        *(f"{one.letter}, {one.option.name}: read more" for one in letters),
    ]
    assert passed[5].startswith("What is it? A")


@pytest.mark.usefixtures("dressed")
def test_tab_goes_into_what_was_opened(qtbot: QtBot) -> None:
    driver = open_options(qtbot, with_words())
    letter = driver.workspace.snapshot.letter("talk")
    cell = f"How soon? {letter}, Talk: About 4 of 100 got worse"
    driver.focus(cell)
    driver.key(Qt.Key.Key_Space)
    passed = []
    for _ in range(2):
        driver.key(Qt.Key.Key_Tab)
        passed.append(focused(driver))
    asked = f"How soon? Talk ({letter})"
    assert passed == [f"Close: {asked}", f"{IN_WORDS}: {asked}"]
    driver.key(Qt.Key.Key_Space)
    assert driver.reads("Adults who were still depressed")
