"""Safety findings and figures as plain data, for `decision-aid weigh --json`."""

from dataclasses import asdict
from typing import Any

from decision_aid.domain.risk import Figure, Study
from decision_aid.domain.safety import Finding
from decision_aid.report.document import FigureArm
from decision_aid.report.figure_card import arms
from decision_aid.workspace.finding_words import kind_of
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.words import because_words


def findings(snapshot: Snapshot) -> list[dict[str, Any]]:
    """Every safety finding, gates first, with what set it off and whether it was cleared."""
    return [_finding(one, snapshot) for one in snapshot.findings]


def _finding(finding: Finding, snapshot: Snapshot) -> dict[str, Any]:
    return {
        "rule": finding.rule.id,
        "severity": finding.rule.severity,
        "kind": kind_of(finding),
        "title": finding.rule.title,
        "because": [because_words(snapshot.pack, one) for one in finding.because],
        "sure": finding.sure,
        "cleared": finding.clearance is not None,
    }


def figures(snapshot: Snapshot) -> list[dict[str, Any]]:
    """The figure each option is told with, in its first way of counting, in the session's order.

    Returns:
        For each option that has one: both groups in people out of 100, how sure, the sources' ids.
    """
    pack = snapshot.pack
    told = ((one.option.id, one.option.headline_figures) for one in snapshot.options)
    drawn = [(option, pack.figure(first)) for option, (first, *_) in filter(_has_one, told)]
    return [{"option": id_, **_figure(one, pack.study(one.study))} for id_, one in drawn]


def _has_one(told: tuple[str, tuple[str, ...]]) -> bool:
    return bool(told[1])


def _arm(arm: FigureArm) -> dict[str, Any]:
    return {key: told for key, told in asdict(arm).items() if key != "counts"}


def _figure(figure: Figure, study: Study) -> dict[str, Any]:
    return {
        "id": figure.id,
        "question": figure.question,
        "arms": [_arm(arm) for arm in arms(figure, study)],
        "certainty": study.certainty,
        "sources": list(study.sources),
    }
