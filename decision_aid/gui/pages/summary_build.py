"""What the PDF is made from, and how."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from decision_aid.base.language import N_
from decision_aid.workspace.snapshot import Snapshot

if TYPE_CHECKING:
    from decision_aid.report.document import PartId
    from decision_aid.report.pdf_pages import Paper
    from decision_aid.report.pdf_style import PrintSize

FAILED: Final = N_("The PDF could not be made. Nothing you said was lost. Please try again.")


@dataclass(frozen=True)
class Wish:
    """What is to be made.

    Attributes:
        snapshot: What was said and what follows.
        parts: Which parts, in the order of print.
        paper: The paper.
        on: The day to print.
        size: How large the print is.
    """

    snapshot: Snapshot
    parts: "tuple[PartId, ...]"
    paper: "Paper"
    on: date
    size: "PrintSize" = "normal"


def make_pdf(wish: Wish) -> bytes:
    """The PDF of a wish. Made beside the window: the snapshot has to be weighed already."""
    from decision_aid.report.compose import compose  # noqa: PLC0415 - heavy, and only here
    from decision_aid.report.pdf import render  # noqa: PLC0415 - as above

    document = compose(wish.snapshot, on=wish.on, parts=wish.parts)
    return render(document, paper=wish.paper, size=wish.size)
