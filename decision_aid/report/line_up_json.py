"""The line-up as plain data, for `decision-aid weigh --json` and whoever works it out again."""

from dataclasses import asdict
from typing import Any

from decision_aid.weighing.appraisal import OptionFit
from decision_aid.workspace.snapshot import Snapshot


def line_up(snapshot: Snapshot) -> dict[str, Any]:
    """The weighing of a snapshot as JSON-ready data.

    Args:
        snapshot: Pack, session and what follows from them.

    Returns:
        Scores, shares and weights as fractions of 1, options best score first. `missing` says why
        there is no line-up, or is None.
    """
    appraisal = snapshot.appraisal
    return {
        "pack": {"id": appraisal.pack, "version": appraisal.version},
        "seed": appraisal.seed,
        "draws": appraisal.draws,
        "missing": appraisal.missing,
        "all_equal": appraisal.all_equal,
        "one_criterion": appraisal.one_criterion,
        "options": [_option(fit) for fit in appraisal.fits],
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
        "close_call": appraisal.close_call,
        "close_reasons": [asdict(one) for one in appraisal.close_reasons],
        "tipping": [asdict(one) for one in appraisal.tipping],
        "equivalents": [asdict(one) for one in appraisal.equivalents],
        "trade_offs": [asdict(one) for one in snapshot.trade_offs],
    }


def _option(fit: OptionFit) -> dict[str, Any]:
    return {
        "id": fit.option,
        "score": fit.score,
        "interval": list(fit.interval),
        "contributions": [asdict(one) for one in fit.contributions],
        "first_share": fit.first_share,
        "rank_shares": list(fit.rank_shares),
        "central_weights": dict(fit.central_weights),
        "band": fit.band,
    }
