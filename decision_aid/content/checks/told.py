"""What the checks say of a pack, as data and as a few lines."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from decision_aid.base.language import _, ngettext
from decision_aid.base.locale_words import number_words
from decision_aid.content.checks.check import CheckFinding
from decision_aid.content.checks.graded import reading_report
from decision_aid.content.checks.run import Report
from decision_aid.workspace.pack_hash import content_words, pack_hash


def as_data(report: Report, *, today: date) -> dict[str, Any]:
    """A report ready for JSON, the same for the same pack and day.

    Args:
        report: The report.
        today: The day it was made.

    Returns:
        Pack, version and hash (None where the pack does not load), the day, how many errors and
        warnings there are, every finding, and how hard the texts are to read (None as for the
        pack).
    """
    read = report.read[0] if report.read else None
    return {
        "pack": read.pack.id if read else None,
        "version": read.pack.version if read else None,
        "hash": pack_hash(read.pack) if read else None,
        "checked_on": today.isoformat(),
        "errors": report.errors,
        "warnings": report.warnings,
        "findings": [_finding(one) for one in report.findings],
        "reading": reading_report(read) if read else None,
    }


def _finding(one: CheckFinding) -> dict[str, Any]:
    return {
        "code": one.code,
        "severity": one.severity,
        "file": one.problem.file,
        "line": one.problem.line,
        "text": one.problem.text,
    }


def summary(report: Report, name: str) -> str:
    """How hard the texts are to read, which content it is, and the counts, in a line each.

    Args:
        report: The report.
        name: How the person named the pack.
    """
    return "\n".join([*_reading(report), *_content(report), f"{name}: {_counted(report)}"])


def _content(report: Report) -> Iterator[str]:
    """Which content it is in each language, as the record of a visit names it."""
    for read in report.read:
        yield _("Content ({language}): {content}.").format(
            language=read.pack.language, content=content_words(read.pack)
        )


def _counted(report: Report) -> str:
    errors = ngettext("{count} error", "{count} errors", report.errors)
    warnings = ngettext("{count} warning", "{count} warnings", report.warnings)
    return ", ".join(
        (
            errors.format(count=number_words(report.errors)),
            warnings.format(count=number_words(report.warnings)),
        )
    )


def _reading(report: Report) -> Iterator[str]:
    grades: dict[str, Any] = reading_report(report.read[0]) if report.read else {}
    hardest = grades.get("hardest")
    if hardest is None:  # nothing is graded in another language, or before a pack loads
        return
    yield _(
        "Reading: the median of {count} texts is US grade {median}; with names "
        "counted as other words, {with_names}."
    ).format(
        count=number_words(grades["texts"]),
        median=number_words(grades["median"], 1),
        with_names=number_words(grades["median_with_names"], 1),
    )
    place = f"{hardest['file']}:{hardest['line']}"
    yield _("Hardest: {text} ({place}), US grade {grade}.").format(
        text=hardest["text"], place=place, grade=number_words(hardest["grade"], 1)
    )
