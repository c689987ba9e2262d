"""Documents printed, and their pages read back."""

from functools import cache
from pathlib import Path

from decision_aid.base.resources import resources_dir
from decision_aid.content.packs import load_pack
from decision_aid.content.sessions import load_session
from decision_aid.report import pdf
from decision_aid.report.compose import compose
from decision_aid.report.document import Document
from decision_aid.report.pdf_pages import FOOT, TOP, Paper
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace
from pypdfium2 import PdfDocument

CLINIC = resources_dir() / "examples" / "clinic.yaml"
EXAMPLES = sorted({*CLINIC.parent.glob("*.yaml")} - {CLINIC})
PAPERS: tuple[Paper, ...] = ("letter", "a4")


@cache
def example(file: Path) -> Snapshot:
    pack = load_pack("depression")
    return Workspace(pack, load_session(file, pack)).snapshot


@cache
def composed(file: Path) -> Document:
    snapshot = example(file)
    return compose(snapshot, on=snapshot.session.started_on)


@cache
def printed(file: Path, paper: Paper) -> bytes:
    return pdf.render(composed(file), paper=paper)


def pages(data: bytes) -> list[str]:
    """The whole text of each page."""
    with PdfDocument(data) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def columns(data: bytes) -> list[str]:
    """The text of each page without its running head and foot."""
    with PdfDocument(data) as document:
        return [
            page.get_textpage().get_text_bounded(
                bottom=2 * FOOT + 18, top=page.get_height() - TOP - 4
            )
            for page in document
        ]
