"""The line-up as plain data, for `decision-aid weigh --json` and whoever works it out again."""

from dataclasses import asdict
from typing import Any

from decision_aid.report.safety_json import figures, findings
from decision_aid.weighing.appraisal import OptionFit
from decision_aid.workspace.line_up_state import in_places, line_up_state
from decision_aid.workspace.line_up_words import (
    again_sentence,
    basis_sentences,
    change_sentences,
    close_sentences,
)
from decision_aid.workspace.ratings_words import equivalent_sentences, typical_sentences
from decision_aid.workspace.shares import in_ten
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.voices import two_ratings


def line_up(snapshot: Snapshot) -> dict[str, Any]:
    """The weighing of a snapshot as JSON-ready data.

    Args:
        snapshot: Pack, session and what follows from them.

    Returns:
        Scores, shares and weights as fractions of 1, options best score first. `state` says in
        words what the line-up can say, as on screen and on paper; where there is none, no option
        has a place. Without a provider nothing is weighed and nothing that rests on it is told.
    """
    appraisal, state = snapshot.appraisal, line_up_state(snapshot)
    return {
        "pack": {"id": appraisal.pack, "version": appraisal.version},
        "seed": appraisal.seed,
        "draws": appraisal.draws,
        "state": asdict(state),
        "missing": appraisal.missing,
        "all_equal": appraisal.all_equal,
        "one_criterion": appraisal.one_criterion,
        "options": _options(snapshot),
        "gated": [
            {"id": option, "rules": [finding.rule.id for finding in why]}
            for option, why in snapshot.gated.items()
        ],
        "ruled_out": [
            {"id": option, "dealbreakers": [one.id for one in why]}
            for option, why in snapshot.ruled_out.items()
        ],
        "left_out": list(appraisal.left_out),
        "unknown": [
            {"option": option, "criterion": criterion} for option, criterion in appraisal.unknown
        ],
        "widened": [asdict(one) for one in appraisal.widened],
        "order_kept": appraisal.order_kept,
        "close_call": state.kind == "close",
        "close_reasons": [asdict(one) for one in appraisal.close_reasons],
        "tipping": [asdict(one) for one in appraisal.tipping],
        "equivalents": [asdict(one) for one in appraisal.equivalents],
        "trade_offs": _trade_offs(snapshot),
        "sentences": _sentences(snapshot) if state.has_bars else {},
        "voices": _voices(snapshot),
        "findings": findings(snapshot),
        "figures": figures(snapshot),
    }


def _trade_offs(snapshot: Snapshot) -> list[dict[str, Any]]:
    """The questions with how much they tell, which is a share of the draws of the line-up."""
    asked = snapshot.trade_offs if snapshot.journey.accompanied else ()
    return [asdict(one) for one in asked]


def _sentences(snapshot: Snapshot) -> dict[str, list[str]]:
    """What is told of the line-up on paper, word for word."""
    told = {
        "close": close_sentences(snapshot),
        "change": change_sentences(snapshot),
        "worth": equivalent_sentences(snapshot, "they"),
        "typical": typical_sentences(snapshot, "they"),
        "basis": (*basis_sentences(snapshot), again_sentence(snapshot)),
    }
    return {about: list(sentences) for about, sentences in told.items()}


def _voices(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Both ratings side by side; none while the provider has rated nothing."""
    if not snapshot.session.provider_ratings:
        return []
    return [asdict(one) for one in two_ratings(snapshot)]


def _options(snapshot: Snapshot) -> list[dict[str, Any]]:
    """With a place each; where there is no line-up to show, nothing is put in places."""
    ranked = in_places(snapshot)
    if not line_up_state(snapshot).has_bars:
        return []
    tenths = in_ten([fit.first_share for _, fit in ranked])
    return [
        {"place": place, **_option(fit), "first_in_ten": count}
        for (place, fit), count in zip(ranked, tenths, strict=True)
    ]


def _option(fit: OptionFit) -> dict[str, Any]:
    return {
        "id": fit.option,
        "score": fit.score,
        "interval": list(fit.interval),
        "contributions": [asdict(one) for one in fit.contributions],
        "first_share": fit.first_share,
        "rank_shares": list(fit.rank_shares),
        "wins_over": dict(fit.wins_over),
        "central_weights": dict(fit.central_weights),
        "band": fit.band,
    }
