"""What the self-assessment says of the program itself is so, screen by screen and on paper."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from decision_aid.base.locale_words import day_words
from decision_aid.content.packs import load_pack
from decision_aid.domain.ipdas.assessment import assess
from decision_aid.domain.journey import STEPS
from decision_aid.domain.options import Option
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.pages import PAGES
from decision_aid.gui.pages.options import OptionsPage
from decision_aid.report.compose import compose
from decision_aid.report.document import PARTS, FigurePair, Part, PartId
from decision_aid.workspace.words import TOPICS
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.builders import TODAY, a_pack, a_session
from tests.domain.ipdas_packs import a_good_pack
from tests.gui.driver import Driver
from tests.gui.one_page import OnePage
from tests.report.reading import all_text, of_kind, part
from tests.report.visits import a_full_pack, a_full_session, a_visit

OpenWindow = Callable[[Pack, Session], Driver]


def proof(item: str, pack: Pack | None = None) -> str:
    return next(one.proof for one in assess(pack or a_good_pack()) if one.id == item)


def printed(which: PartId) -> Part:
    pack = a_full_pack(options=tuple(_deciding(a_full_pack())))
    return part(compose(a_visit(pack, a_full_session()), on=TODAY), which)


def _deciding(pack: Pack) -> list[Option]:
    return [replace(one, headline_figures=("better",)) for one in pack.options]


def test_the_first_screen_says_what_the_problem_is_and_what_is_to_be_decided(
    open_window: OpenWindow,
) -> None:
    for item in ("1.1.1", "1.1.2"):
        assert proof(item).startswith("The first screen")
    pack = a_good_pack()
    driver = open_window(pack, a_session())
    assert driver.reads(pack.condition)
    assert driver.reads(pack.decision)


def test_understand_tells_what_tends_to_happen(open_window: OpenWindow) -> None:
    assert "on the step “Understand”" in proof("Q01")
    driver = open_window(a_good_pack(), a_session())
    driver.go("Understand")
    assert driver.reads(a_good_pack().natural_course)


def test_the_date_of_publication_is_in_about_this_aid(open_window: OpenWindow) -> None:
    assert "“Help and about” and on paper" in proof("2.2.2")
    driver = open_window(a_good_pack(), a_session())
    driver.press("Help and about")
    assert day_words(a_good_pack().provenance.published) in driver.texts()


def test_the_options_stand_side_by_side_all_in_the_same_layout(qtbot: QtBot) -> None:
    assert "side by side" in proof("Q02")
    assert "in the same layout" in proof("2.1.1")
    driver = OnePage(qtbot, OptionsPage, a_pack(), a_session())
    answers = [one for one in driver.controls() if one.accessibleName().startswith("What is it?")]
    assert len(answers) == len(a_pack().options)
    assert len({(type(one), one.y(), one.width()) for one in answers}) == 1


def test_a_row_whose_numbers_differ_in_time_or_total_says_so_in_the_table(qtbot: QtBot) -> None:
    for item in ("Q06", "Q07"):
        assert "in the table" in proof(item) or "No row mixes" in proof(item)
    rows = tuple(replace(one, caution=f"Beware of {one.id}.") for one in a_pack().questions)
    driver = OnePage(qtbot, OptionsPage, a_pack(questions=rows), a_session())
    assert all(driver.reads(one.caution) for one in rows)


def test_each_figure_has_its_people_time_words_numbers_picture_and_certainty() -> None:
    assert "beside every figure" in proof("Q04")
    assert "its own time" in proof("Q06")
    assert "in words, in numbers and as a picture" in proof("Q08")
    pack = a_pack()
    (study,), (figure,) = pack.studies, pack.figures
    (card,) = of_kind(printed("person"), FigurePair)
    told = all_text(card)
    for text in (study.people, study.when, figure.question, figure.meaning):
        assert text in told
    for arm in card.arms:
        assert f"{arm.per_100} of 100 {figure.event}" == arm.event
        assert f"{100 - arm.per_100} of 100 {figure.no_event}" == arm.other
    assert "Moderate certainty (our rating)" in card.certainty_text
    assert study.certainty_reason in all_text(printed("sources"))


def test_what_matters_is_asked_with_nothing_filled_in_and_room_for_own_concerns(
    open_window: OpenWindow,
) -> None:
    assert "“What matters”" in proof("Q09")
    assert "nothing is filled in beforehand" in proof("Q09")
    driver = open_window(a_pack(), a_session())
    driver.go("What matters")
    buttons = [one for one in driver.controls() if isinstance(one, QAbstractButton)]
    page = [one for one in buttons if driver.window.page.isAncestorOf(one)]
    answers = [one for one in page if one.property("role") != "disclosure"]
    assert answers
    assert not any(one.isChecked() for one in answers)
    driver.type("New concern", "my cat", enter=True)
    assert [one.text for one in driver.session.concerns] == ["my cat"]


def test_the_steps_are_numbered_and_each_opens_at_any_time(open_window: OpenWindow) -> None:
    assert proof("Q10").startswith(f"{len(STEPS)} steps")
    driver = open_window(a_pack(), a_session())
    for step, title, _ in reversed(PAGES):
        driver.go(title)
        place = f"Step {STEPS.index(step) + 1}: {title}"
        assert driver.find(place).accessibleDescription() == "current step"


def test_questions_can_be_picked_and_go_home_on_paper(open_window: OpenWindow) -> None:
    assert "by topic, on the step “Decide”" in proof("Q11")
    assert "Those picked go home on paper, with a few more beside the options" in proof("Q11")
    driver = open_window(a_good_pack(), a_session())
    driver.go("Decide")
    driver.open("Questions people often ask")
    driver.open(TOPICS["safety"])
    taken, *others = (one.text for one in a_good_pack().suggestions)
    assert all(driver.has(f"Ask: {one}") for one in others)
    driver.choose("Ask", taken)
    driver.type("New question", "My own?", enter=True)
    assert driver.session.open_questions == (taken, "My own?")
    visit = a_visit(a_good_pack(), driver.session)
    made = compose(visit, on=TODAY, parts=PARTS)
    person, options = (all_text(part(made, one)) for one in ("person", "options"))
    assert taken in person
    assert "My own?" in person
    assert sum(one in options for one in others) > 1


def test_what_ketamine_it_is_about_stands_with_every_number_of_it() -> None:
    pack = load_pack("depression")
    asked = {study.id: study.intervention for study in pack.studies}
    for figure in pack.figures:
        asked[figure.study] += f" {figure.question}"
    about_ketamine = [told for told in asked.values() if "ketamine" in told]
    assert about_ketamine
    assert all("spray" in told or "drip" in told for told in about_ketamine)


@pytest.mark.parametrize(
    "fact", ["published", "next_review", "update_policy", "funding", "authors", "credentials"]
)
def test_the_facts_about_the_content_are_on_paper(fact: str) -> None:
    told = getattr(a_full_pack().provenance, fact)
    said = day_words(told) if isinstance(told, date) else told
    assert said in all_text(printed("sources"))
