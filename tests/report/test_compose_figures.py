"""Every figure printed can be understood and traced to its source."""

import re
from dataclasses import replace
from typing import get_args

import pytest
from decision_aid.domain.guidance import Suggestion, Topic
from decision_aid.domain.risk import Arm, Frequency, Reading, Source
from decision_aid.domain.session import Decision
from decision_aid.report.compose import compose
from decision_aid.report.document import (
    PARTS,
    FigurePair,
    KeyValues,
    Numbered,
    Part,
    PartId,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import certainty_words

from tests.builders import TODAY, a_figure, a_session, a_study, an_option
from tests.report.reading import all_text, of_kind, part, rows
from tests.report.visits import MAOI, a_full_pack, a_full_session, a_visit, document

SURE = re.compile(r"\((?:the source's own|our) rating\) · sources? ([\d, ]+)$")


def visit_with(option: str, **given: object) -> Snapshot:
    """Decided on an option of a pack with a figure of one group and studies of two sources."""
    book = a_full_pack().sources[0]
    letter = Source(id="letter", authors="Letter L", year=2021, title="A letter", where="Post")
    alone = Reading(id="all", intervention=Arm(counted=Frequency(1, 222)), name="everyone")
    pack = a_full_pack(
        sources=(book, letter),
        studies=(
            a_study(),
            a_study("open", design="one_group", sources=("letter", "book"), rated_by="source"),
        ),
        figures=(a_figure(), a_figure("open", study="open", readings=(alone,))),
        options=(
            an_option("stay", status_quo=True, headline_figures=("open",)),
            *a_full_pack().options[1:],
        ),
    )
    decision = Decision(kind="option", option=option)
    return a_visit(pack, a_full_session(decision=decision, **given))


@pytest.mark.parametrize("option", ["stay", "pill", "talk"])
def test_a_figure_on_the_persons_page_has_groups_people_time_certainty_and_source(
    option: str,
) -> None:
    snapshot = visit_with(option)
    made = compose(snapshot, on=TODAY)
    (card,) = of_kind(part(made, "person"), FigurePair)
    figure = snapshot.pack.figure(snapshot.pack.option(option).headline_figures[0])
    study = snapshot.pack.study(figure.study)
    labels = [arm.label for arm in card.arms]
    if figure.readings[0].comparison is None:
        assert labels == ["The only group"]
    else:
        assert labels == ["One group", "The other group"]
        assert card.arms[1].had == study.comparison
    assert card.arms[0].had == study.intervention
    assert f"Who: {study.people}. When: {study.when}." in card.notes[0]
    assert card.certainty == study.certainty
    assert card.certainty_text.startswith(certainty_words(study.certainty))
    assert (study.rated_by == "us") == ("our rating" in card.certainty_text)
    listed = numbered(part(made, "sources"))
    cited = SURE.search(card.certainty_text)
    assert cited
    printed = sorted(listed[int(number)].split(".")[0] for number in cited.group(1).split(", "))
    assert printed == sorted(snapshot.pack.source(one).authors for one in study.sources)


def test_one_person_of_222_is_never_told_as_nobody() -> None:
    (card,) = of_kind(part(compose(visit_with("stay"), on=TODAY), "person"), FigurePair)
    (arm,) = card.arms
    assert arm.event == "fewer than 1 of 100 felt much better"
    assert arm.other == "more than 99 of 100 did not"
    assert (
        rows(part(compose(visit_with("stay"), on=TODAY), "sources"))["Who was counted"]
        == "everyone"
    )


def numbered(sources: Part) -> dict[int, str]:
    return {number: said for block in of_kind(sources, Numbered) for number, said in block.items}


def cited_in(of: Part) -> set[int]:
    marks = re.findall(r"sources? (\d+(?:, \d+)*)", all_text(of))
    marks += re.findall(r"\[(\d+(?:, \d+)*)\]", all_text(of))
    return {int(number) for mark in marks for number in mark.split(", ")}


def test_all_parts_share_one_numbering_without_gaps() -> None:
    made = compose(visit_with("stay", about=MAOI), on=TODAY)
    person, record, sources = made.parts
    listed = numbered(sources)
    assert list(listed) == [1, 2]
    assert cited_in(person) == {1, 2}
    assert cited_in(person) | cited_in(record) == set(listed)
    assert listed[1].startswith("Letter L")


def test_every_figure_printed_is_in_the_sources_part_with_both_its_groups() -> None:
    made = compose(visit_with("talk"), on=TODAY)
    (card,) = of_kind(part(made, "person"), FigurePair)
    told = all_text(part(made, "sources"))
    assert card.question in told
    for arm in card.arms:
        assert f"{arm.had}: {arm.event}, {arm.other}" in told


@pytest.mark.parametrize("chosen", [("person",), ("record",), ("record", "person"), ("sources",)])
def test_parts_can_be_printed_alone_and_in_their_own_order(chosen: tuple[PartId, ...]) -> None:
    made = compose(a_visit(), on=TODAY, parts=chosen)
    assert [one.id for one in made.parts] == [one for one in PARTS if one in chosen]


def test_the_sources_alone_are_those_of_the_whole_document() -> None:
    alone = compose(a_visit(), on=TODAY, parts=["sources"])
    assert alone.parts[0] == document(a_full_session()).parts[2]


def test_no_source_is_listed_that_the_parts_printed_do_not_cite() -> None:
    session = a_session(decision=Decision(kind="option", option="stay"), help=2, driving=1)
    with_sums = compose(a_visit(session=session), on=TODAY, parts=("person", "sums", "sources"))
    without = compose(a_visit(session=session), on=TODAY, parts=("person", "sources"))
    assert numbered(with_sums.parts[2])
    assert not numbered(without.parts[1])


def test_a_figure_on_paper_says_how_it_was_measured_and_the_sources_who_paid() -> None:
    maker = replace(a_full_pack().sources[0], funding="The maker of the pill")
    figure = a_figure(outcome="remission", scale="MADRS", at_most=12)
    pack = a_full_pack(sources=(maker,), figures=(figure,))
    made = compose(a_visit(pack), on=TODAY)
    (card,) = of_kind(part(made, "person"), FigurePair)
    told = rows(part(made, "sources"))
    assert card.notes[0].endswith("Well: MADRS score of 12 or less.")
    assert told["How it was measured"] == "Well: MADRS score of 12 or less."
    assert told["Who paid"] == "The maker of the pill"


def ruled(*studies: str) -> Snapshot:
    """A visit in which a rule fires that tells numbers of these studies."""
    pack = a_full_pack(studies=(a_study(), a_study("other", people="People in a survey")))
    rule = replace(pack.rules[0], why="17 of 100 against 2.", studies=studies)
    return a_visit(replace(pack, rules=(rule,)), a_full_session(about=MAOI))


def test_the_numbers_a_rule_tells_in_words_come_with_all_that_must_be_known() -> None:
    made = compose(ruled("other"), on=TODAY)
    told = rows(part(made, "sources"))
    assert told["Who was studied"] == "People in a survey"
    assert told["Compared with what"] == "Usual care alone"
    assert told["How sure and why"].startswith("Moderate certainty (our rating): One large trial")
    assert told["Who paid"] == "Not stated in what we read."
    assert told["From"] == "source 1"
    without = compose(ruled("other"), on=TODAY, parts=("person", "sources"))
    assert "People in a survey" not in all_text(without)


def test_a_study_whose_figure_is_printed_is_not_told_twice() -> None:
    said = all_text(part(compose(ruled("trial"), on=TODAY), "sources"))
    assert said.count("Adults who were still depressed") == 1


def suggestions(count: int) -> tuple[Suggestion, ...]:
    topics = get_args(Topic)
    return tuple(
        Suggestion(id=f"q{n}", topic=topics[n % len(topics)], ask="prescriber", text=f"Q{n}?")
        for n in range(count)
    )


def test_six_questions_that_nobody_ticked_stand_beside_the_options_with_whom_to_ask() -> None:
    pack = a_full_pack(suggestions=suggestions(9))
    taken = a_full_session(open_questions=("Q0?",))
    for session, first in ((a_session(), "Q0?"), (taken, "Q7?")):
        options = part(compose(a_visit(pack, session), on=TODAY, parts=["options"]), "options")
        asked = of_kind(options, KeyValues)[-1].rows
        assert len(asked) == 6
        assert asked[0] == ("About my depression", f"{first} (Ask your prescriber)")
        assert len({topic for topic, _ in asked}) == 6


def test_where_every_question_was_ticked_none_is_printed_again() -> None:
    pack = a_full_pack(suggestions=suggestions(2))
    session = a_full_session(open_questions=("Q0?", "Q1?"))
    made = compose(a_visit(pack, session), on=TODAY, parts=["person", "options"])
    assert "Questions you can ask" not in all_text(made)
