"""Then and now on paper: in full in the record, in one line and without a score at home."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from decision_aid.base.locale_words import day_words
from decision_aid.domain.answers import Rating
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.session import Concern, Decision, EarlierVisit
from decision_aid.report import pdf
from decision_aid.report.document import Document, Heading, KeyValues

from tests.report.printing import columns
from tests.report.reading import all_text, holds, of_kind, part
from tests.report.visits import a_full_session, document

THEN = date(2026, 10, 20)
TYPED = "<b>winter</b> & <img src='x'/>"


def a_printed_visit(*earlier: EarlierVisit, **given: Any) -> Document:
    return document(replace(a_full_session(**given), earlier=earlier))


def a_visit_then(**given: Any) -> EarlierVisit:
    """Other answers than `a_full_session()` has."""
    return EarlierVisit(
        on=THEN,
        ratings=(Rating("help", 1), Rating("driving", 3)),
        concerns=(Concern(id="own_9", text=TYPED),),
        phq9=Phq9(answers=(3,) * 9),
        decision=Decision(kind="something_else", words=TYPED),
        **given,
    )


def the_same_again(printed: Document) -> EarlierVisit:
    session = a_full_session()
    assert printed.label == session.label
    return EarlierVisit(
        on=THEN,
        ratings=session.ratings,
        order=session.order,
        concerns=session.concerns,
        leaning=session.leaning,
        decision=session.decision,
    )


def test_without_earlier_visits_nothing_is_printed_of_them() -> None:
    printed = all_text(a_printed_visit().parts)
    assert "Then and now" not in printed
    assert "Compared with" not in printed


def test_the_record_tells_each_earlier_visit_in_full() -> None:
    record = part(a_printed_visit(a_visit_then()), "record")
    headings = [one.text for one in of_kind(record, Heading)]
    assert headings.index("Then and now") + 1 == headings.index("Compared with Oct 20, 2026")
    rows = [row for block in of_kind(record, KeyValues) for row in block.rows]
    assert ("What matters", "Help: from “A little” to “Most”") in rows
    assert ("PHQ-9 total", "27 of 27 then, 11 of 27 now: lower") in rows
    assert ("Own concerns", "New: “I care for my mother”") in rows
    assert ("", f"No longer there: “{TYPED}”") in rows
    assert ("Decision", f"Then: Something else: {TYPED}") in rows


def test_every_earlier_visit_is_printed_the_newest_first() -> None:
    days = [THEN - timedelta(days=n) for n in range(12)]
    record = part(a_printed_visit(*(EarlierVisit(on=day) for day in days[::-1])), "record")
    headings = [one.text for one in of_kind(record, Heading)]
    titles = [one for one in headings if one.startswith("Compared")]
    assert titles == [f"Compared with {day_words(day)}" for day in days]
    line_up = next(place for place, one in enumerate(headings) if one.startswith("How the options"))
    assert headings.index(titles[0]) < line_up < headings.index(titles[1])


def test_the_page_for_home_tells_the_last_visit_in_one_line_without_words_or_scores() -> None:
    older = EarlierVisit(on=THEN - timedelta(days=40))
    person = all_text(part(a_printed_visit(older, a_visit_then()), "person").blocks)
    line = "Compared with Oct 20, 2026, this changed: what matters, the order, own concerns, "
    assert f"{line}the leaning, and the decision." in person
    assert "2026-09-10" not in person
    for never in ("PHQ", "27", "winter", "lower", "higher"):
        assert never not in person, never


def test_that_nothing_changed_is_printed() -> None:
    first = a_printed_visit()
    printed = a_printed_visit(the_same_again(first))
    assert "Compared with Oct 20, 2026, nothing changed." in all_text(
        part(printed, "person").blocks
    )
    record = all_text(part(printed, "record").blocks)
    assert "Nothing changed in the other answers." in record


def test_what_was_typed_then_is_plain_text_in_the_pdf() -> None:
    data = pdf.render(a_printed_visit(a_visit_then()), paper="letter")
    assert holds("".join(columns(data)), TYPED)
