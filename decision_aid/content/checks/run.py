"""Running every check on a pack, in every language it has."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final

from decision_aid.base.errors import Problem, ProblemsError
from decision_aid.content.checks import (
    balance,
    dates,
    evidence,
    labels,
    loaded,
    medicines,
    misleading,
    numbers,
    prompts,
    readability,
    rules,
    safety,
    sources,
    standings,
    structure,
    unread,
)
from decision_aid.content.checks.as_built import built_findings
from decision_aid.content.checks.check import Checked, CheckFinding
from decision_aid.content.languages import languages
from decision_aid.content.pack_reading import ReadPack, read_pack
from decision_aid.content.packs import pack_folder, shipped_packs
from decision_aid.content.wording import MOST_TOLD

CHECKS: Final = (
    *structure.CHECKS,
    *unread.CHECKS,
    *sources.CHECKS,
    *numbers.CHECKS,
    *misleading.CHECKS,
    *evidence.CHECKS,
    *standings.CHECKS,
    *labels.CHECKS,
    *balance.CHECKS,
    *loaded.CHECKS,
    *readability.CHECKS,
    *medicines.CHECKS,
    *rules.CHECKS,
    *dates.CHECKS,
    *safety.CHECKS,
    *prompts.CHECKS,
)
"""Every check on a pack that loads."""

MOST_REFUSED: Final = 2
"""Languages that do not load before the others wait; each may take its time."""


@dataclass(frozen=True)
class Report:
    """What the checks say of a pack.

    Attributes:
        findings: Everything to tell its author, in the order of files and lines.
        read: The pack in each language that loads, English first.
    """

    findings: tuple[CheckFinding, ...]
    read: tuple[ReadPack, ...]

    @property
    def errors(self) -> int:
        """How many findings fail the check."""
        return sum(one.severity == "error" for one in self.findings)

    @property
    def warnings(self) -> int:
        """How many findings are only looked at."""
        return len(self.findings) - self.errors


def check_pack(where: str | Path, *, today: date) -> tuple[CheckFinding, ...]:
    """Everything to tell the author of a pack, in the order of files and lines.

    Args:
        where: The id of a pack that comes with the program, or the folder of another one.
        today: The day to measure ages from.

    Raises:
        InputError: There is no such pack.
    """
    return report(where, today=today).findings


def report(where: str | Path, *, today: date) -> Report:
    """What the checks say of a pack, and the pack.

    What is equal in several languages is told once, and no check tells more than 100 things.
    After two languages that do not load, the others wait until these do.

    Args:
        where: The id of a pack that comes with the program, or the folder of another one.
        today: The day to measure ages from.

    Raises:
        InputError: There is no such pack.
    """
    read: list[ReadPack] = []
    found: list[CheckFinding] = []
    refused = 0
    for language in languages(pack_folder(where)[0]):
        try:
            read.append(read_pack(where, language))
        except ProblemsError as error:
            found.extend(_load_finding(problem) for problem in error.problems)
            refused += 1
            if refused == MOST_REFUSED:
                break
        else:
            found.extend(_findings(Checked(read[-1], today)))
            if where in shipped_packs():  # of no other pack is anything built that is used
                found.extend(built_findings(read[-1]))
    return Report(_in_order(found), tuple(read))


def _load_finding(problem: Problem) -> CheckFinding:
    return CheckFinding(problem.code, "error", problem)


def _findings(checked: Checked) -> Iterator[CheckFinding]:
    for check in CHECKS:
        for place, sentence in islice(check.run(checked), MOST_TOLD):
            yield CheckFinding(check.code, check.severity, place.problem(sentence))


def _in_order(found: Iterable[CheckFinding]) -> tuple[CheckFinding, ...]:
    def place(one: CheckFinding) -> tuple[str, int, str, str]:
        return one.problem.file, one.problem.line, one.code, one.problem.text

    return tuple(sorted(set(found), key=place))
