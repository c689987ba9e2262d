"""What matters, in the record: ratings, own concerns with their places, answers that check."""

from decision_aid.base.language import N_, _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.domain.trade_offs import disagrees
from decision_aid.report.document import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Table,
)
from decision_aid.workspace.matters_words import (
    answer_sentence,
    concern_line,
    told_trade_offs,
)
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.voices import APART, TwoRatings, far_sentences, two_ratings

CHECKED = N_("If only one of two could be at its best")
OTHERWISE = N_("The ratings say otherwise; both stay as the person said them.")
NOT_WEIGHED = N_("These answers check the ratings and are not weighed.")
NOT_KEPT = N_("This order contradicts the ratings, so the line-up did not use it.")


def rating_blocks(snapshot: Snapshot) -> tuple[Block, ...]:
    """Ratings, own concerns, answers to trade-off questions and dealbreakers."""
    session = snapshot.session
    rated = bool(session.ratings or session.provider_ratings)
    table = _table(snapshot) if rated else Paragraph(_("Nothing was rated."), "quiet")
    held = tuple(one.text for one in snapshot.pack.dealbreakers if one.id in session.dealbreakers)
    return (
        Heading(_("What matters")),
        table,
        *_skipped(snapshot),
        *_order(snapshot),
        *_voices(snapshot),
        *_list(_("Own concerns"), tuple(concern_line(one, snapshot) for one in session.concerns)),
        *_trade_offs(snapshot),
        *_list(_("Ruled out by the person"), held),
    )


def _list(title: str, items: tuple[str, ...]) -> tuple[Block, ...]:
    return (Heading(title, 2), Bullets(items)) if items else ()


def _table(snapshot: Snapshot) -> Table:
    both = bool(snapshot.session.provider_ratings)
    columns = [Column(_("What"), 2.4), Column(_("The person"))]
    if both:
        columns += [Column(_("The provider")), Column(_("Apart"))]
    rows = tuple(
        (one.name, one.person, *((one.provider, _apart(one)) if both else ()))
        for one in two_ratings(snapshot)
    )
    return Table(columns=tuple(columns), rows=rows, close=True)


def _apart(one: TwoRatings) -> str:
    told = ngettext("{count} step", "{count} steps", one.steps)
    return told.format(count=number_words(one.steps)) if one.far else ""


def _skipped(snapshot: Snapshot) -> tuple[Block, ...]:
    """What nobody rated, in a line."""
    told = {one.criterion for one in two_ratings(snapshot)}
    names = "; ".join(one.name for one in snapshot.criteria if one.id not in told)
    said = _("Skipped: {criteria}.").format(criteria=names)
    return (Paragraph(said, "quiet"),) if told and names else ()


def _voices(snapshot: Snapshot) -> tuple[Block, ...]:
    """Where the ratings lie far apart; nothing while the provider rated nothing."""
    if not snapshot.session.provider_ratings:
        return ()
    far = far_sentences(snapshot, "they")
    apart = (Bullets(far, small=True),) if far else ()
    return Heading(_("Two voices"), 2), *apart, Paragraph(_(APART), "quiet")


def _trade_offs(snapshot: Snapshot) -> tuple[Block, ...]:
    lines = tuple(
        f"{answer_sentence(one, snapshot)} {_(OTHERWISE)}"
        if disagrees(snapshot.session, one)
        else answer_sentence(one, snapshot)
        for one in told_trade_offs(snapshot)
    )
    return (*_list(_(CHECKED), lines), Paragraph(_(NOT_WEIGHED), "quiet")) if lines else ()


def _order(snapshot: Snapshot) -> tuple[Block, ...]:
    offered = {criterion.id for criterion in snapshot.criteria}
    order = tuple(one for one in snapshot.session.order if one in offered)
    if not order:
        return ()
    names = "; ".join(
        f"{place}. {snapshot.pack.criterion(one).name}" for place, one in enumerate(order, start=1)
    )
    said = _("Put in order by the person: {criteria}.").format(criteria=names)
    if not snapshot.appraisal.order_kept:
        said = f"{said} {_(NOT_KEPT)}"
    return (Paragraph(said),)
