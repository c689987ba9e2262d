"""What matters, in the record: ratings, own concerns with their places, answers that check."""

from decision_aid.domain.trade_offs import disagrees
from decision_aid.report.document import (
    Block,
    Bullets,
    Column,
    Heading,
    KeyValues,
    Paragraph,
    Table,
)
from decision_aid.workspace.matters_words import (
    answer_sentence,
    concern_line,
    told_trade_offs,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.voices import APART, SKIPPED, far_sentences, two_ratings
from decision_aid.workspace.words import decision_line

CHECKED = "If only one of two could be at its best"
OTHERWISE = "The ratings say otherwise; both stay as the person said them."
NOT_WEIGHED = "These answers check the ratings and are not weighed."


def rating_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """Ratings, own concerns, answers to trade-off questions and dealbreakers."""
    session = snapshot.session
    rated = bool(session.ratings or session.provider_ratings)
    table = _table(snapshot) if rated else Paragraph("Nothing was rated.", "quiet")
    held = tuple(one.text for one in snapshot.pack.dealbreakers if one.id in session.dealbreakers)
    return (
        Heading("What matters"),
        table,
        *_order(snapshot),
        *_voices(snapshot),
        *_list("Own concerns", tuple(concern_line(one, snapshot) for one in session.concerns)),
        *_trade_offs(snapshot),
        *_list("Ruled out by the person", held),
    )


def _list(title: str, items: tuple[str, ...]) -> tuple[Block, ...]:
    return (Heading(title, 2), Bullets(items)) if items else ()


def _table(snapshot: Snapshot) -> Table:
    both = bool(snapshot.session.provider_ratings)
    columns = [Column("What", 2.4), Column("The person")]
    if both:
        columns += [Column("The provider"), Column("Apart")]
    told = {one.criterion: one for one in two_ratings(snapshot)}
    rows = []
    for criterion in snapshot.criteria:
        one = told.get(criterion.id)
        person, provider = (one.person, one.provider) if one else (SKIPPED, SKIPPED)
        apart = f"{one.steps} steps" if one and one.far else ""
        rows.append((criterion.name, person, *((provider, apart) if both else ())))
    return Table(columns=tuple(columns), rows=tuple(rows))


def _voices(snapshot: Snapshot) -> tuple[Block, ...]:
    """Both leanings, and where the ratings lie far apart; nothing while the provider is silent."""
    session = snapshot.session
    if not (session.provider_ratings or session.provider_leaning):
        return ()
    leanings = (
        ("The person leans towards", decision_line(session.leaning, snapshot)),
        ("The provider leans towards", decision_line(session.provider_leaning, snapshot)),
    )
    far = far_sentences(snapshot, "they")
    apart = (Bullets(far),) if far else ()
    return Heading("Two voices", 2), KeyValues(leanings), *apart, Paragraph(APART, "quiet")


def _trade_offs(snapshot: Snapshot) -> tuple[Block, ...]:
    lines = tuple(
        answer_sentence(one, snapshot)
        + (f" {OTHERWISE}" if disagrees(snapshot.session, one) else "")
        for one in told_trade_offs(snapshot)
    )
    return (*_list(CHECKED, lines), Paragraph(NOT_WEIGHED, "quiet")) if lines else ()


def _order(snapshot: Snapshot) -> tuple[Block, ...]:
    offered = {criterion.id for criterion in snapshot.criteria}
    order = tuple(one for one in snapshot.session.order if one in offered)
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
