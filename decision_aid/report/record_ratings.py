"""What matters, in the record: the person's ratings and the provider's, side by side."""

from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.report.document import Block, Bullets, Column, Heading, Paragraph, Table
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import importance_words

APART = 2
"""Steps of importance from which two ratings are marked as different."""


def rating_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """Ratings, own concerns and dealbreakers."""
    session = snapshot.session
    rated = bool(session.ratings or session.provider_ratings)
    table = _table(snapshot) if rated else Paragraph("Nothing was rated.", "quiet")
    held = tuple(one.text for one in snapshot.pack.dealbreakers if one.id in session.dealbreakers)
    return (
        Heading("What matters"),
        table,
        *_order(snapshot),
        *_list("Own concerns", tuple(one.text for one in session.concerns)),
        *_list("Ruled out by the person", held),
    )


def _list(title: str, items: tuple[str, ...]) -> tuple[Block, ...]:
    return (Heading(title, 2), Bullets(items)) if items else ()


def _table(snapshot: Snapshot) -> Table:
    theirs = {one.criterion: one for one in snapshot.session.provider_ratings}
    both = bool(theirs)
    columns = [Column("What", 2.4), Column("The person")]
    if both:
        columns += [Column("The provider"), Column("Apart")]
    rows = []
    for criterion in snapshot.criteria:
        mine, other = snapshot.session.rating(criterion.id), theirs.get(criterion.id)
        compared = (_said(other), _apart(mine, other)) if both else ()
        rows.append((criterion.name, _said(mine), *compared))
    return Table(columns=tuple(columns), rows=tuple(rows))


def _said(rating: Rating | None) -> str:
    return "Skipped" if rating is None else importance_words(rating.importance)


def _apart(mine: Rating | None, other: Rating | None) -> str:
    if mine is None or other is None or NOT_SURE in (mine.importance, other.importance):
        return ""
    steps = abs(int(mine.importance) - int(other.importance))
    return f"{steps} steps" if steps >= APART else ""


def _order(snapshot: Snapshot) -> tuple[Block, ...]:
    order = snapshot.session.order
    if not order:
        return ()
    names = "; ".join(
        f"{place}. {snapshot.pack.criterion(one).name}" for place, one in enumerate(order, start=1)
    )
    kept = (
        ""
        if snapshot.appraisal.order_kept
        else (" This order contradicts the ratings, so the line-up did not use it.")
    )
    return (Paragraph(f"Put in order by the person: {names}.{kept}"),)
