"""What a clinic adds, on paper: in its place, as it was written, beside the same figures."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from decision_aid.content.clinic import load_clinic
from decision_aid.content.packs import load_pack
from decision_aid.domain.clinic import Clinic, ClinicOption, ContentReview, Phone
from decision_aid.report import pdf, text
from decision_aid.report.compose import compose
from decision_aid.report.document import Document, FigurePair, LineUpBars, Numbered, Table
from decision_aid.report.pdf_pages import Paper
from decision_aid.workspace.snapshot import Snapshot
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from tests.builders import TODAY
from tests.report.hostile import NASTY
from tests.report.printing import CLINIC, EXAMPLES, PAPERS, example, pages
from tests.report.reading import all_text, holds, missing, of_kind, part, rows
from tests.report.visits import a_visit
from tests.workspace.test_clinic_words import CLINIC as SMALL


def made(snapshot: Snapshot) -> Document:
    return compose(snapshot, on=TODAY)


def with_clinic(clinic: Clinic) -> Document:
    return made(replace(a_visit(), clinic=clinic))


def test_the_persons_page_has_the_number_to_call() -> None:
    person = all_text(part(with_clinic(SMALL), "person"))
    said = "To call the clinic: 555-0100 (Nurse line). From Example Clinic, as of Nov 1, 2026."
    assert said in person
    assert "555-0101" not in person


def test_the_record_has_the_clinics_notes_on_what_was_decided_and_on_nothing_else() -> None:
    document = with_clinic(SMALL)
    record = part(document, "record")
    told = rows(record)
    assert (told["Who offers it"], told["Cost"]) == ("our nurse", "20 dollars")
    assert "From Example Clinic, as of Nov 1, 2026; not part of the evidence." in all_text(record)
    assert "Wait: six weeks" not in text.render(document)


def test_the_sources_tell_of_the_clinics_review_and_of_the_projects_own() -> None:
    review = rows(part(with_clinic(SMALL), "sources"))["Review"]
    assert "Reviewed at Example Clinic by A. N. Example on Nov 20, 2026" in review
    assert "No clinician has reviewed this yet." in review


def test_a_clinic_that_says_nothing_of_the_choice_adds_no_heading() -> None:
    silent = replace(SMALL, options=(), phones=(), reviews=())
    assert with_clinic(silent) == made(a_visit())


def test_with_a_clinic_every_figure_table_and_source_is_the_same() -> None:
    for one, other in zip(with_clinic(SMALL).parts, made(a_visit()).parts, strict=True):
        for kind in (FigurePair, LineUpBars, Table, Numbered):
            assert of_kind(one, kind) == of_kind(other, kind)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_example_clinic_pushes_when_to_call_to_no_other_page(paper: Paper) -> None:
    pack = load_pack("depression")
    clinic = load_clinic(CLINIC, pack, today=pack.provenance.published)
    without, beside = (
        pages(pdf.render(compose(one, on=TODAY, parts=["person"]), paper=paper))
        for one in (example(EXAMPLES[0]), replace(example(EXAMPLES[0]), clinic=clinic))
    )
    signs = "Call the clinic if"
    assert [holds(one, signs) for one in beside] == [holds(one, signs) for one in without]
    assert holds("".join(beside), "To call the clinic: 555-0100")


@pytest.mark.parametrize("first", range(0, len(NASTY), 6))
def test_what_a_clinic_writes_is_printed_and_never_run(first: int) -> None:
    name, cost, wait, by, line, number = (NASTY * 2)[first : first + 6]
    clinic = Clinic(
        name=name,
        as_of=date(2026, 11, 1),
        options=(ClinicOption(id="pill", cost=cost, wait=wait, offered_by=line),),
        phones=(Phone(text=line, number=number),),
        reviews=(ContentReview(by=by, on=date(2026, 11, 20), version="1"),),
    )
    document = with_clinic(clinic)
    assert not missing(document, text.render(document))
    with PdfDocument(pdf.render(document, paper="letter")) as printed:
        kinds = {one.type for page in printed for one in page.get_objects()}
    assert FPDF_PAGEOBJ_IMAGE not in kinds


def test_a_picture_of_a_local_file_stays_words(tmp_path: Path) -> None:
    picture = tmp_path / "x.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    words = f'<img src="{picture}" width="9" height="9"/>'
    option = ClinicOption(id="pill", cost=words)
    data = pdf.render(with_clinic(replace(SMALL, options=(option,))), paper="letter")
    assert holds("".join(pages(data)), words)
