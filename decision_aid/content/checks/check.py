"""What a check is: a small named rule on a pack that has loaded."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from decision_aid.base.errors import Problem
from decision_aid.content.checks.graded import PackGrades, graded
from decision_aid.content.nodes import Place, place_of, text_place
from decision_aid.content.pack_reading import ReadPack
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Figure, Study

Severity = Literal["error", "warning"]
"""An error fails the check; a warning is looked at and may be defended."""

Found = tuple[Place, str]
"""Where something is, and a sentence or two: what is wrong, what to do."""


@dataclass(frozen=True)
class Checked:
    """What the checks look at.

    Attributes:
        read: The pack in one language, and the place of everything in it.
        today: The day to measure ages from.
    """

    read: ReadPack
    today: date

    @property
    def pack(self) -> Pack:
        """The pack in one language."""
        return self.read.pack

    @cached_property
    def grades(self) -> PackGrades:
        """How hard its texts are to read; measured once for all who ask."""
        return graded(self.read)

    @cached_property
    def studies(self) -> Mapping[str, Study]:
        """The pack's studies by their ids."""
        return {one.id: one for one in self.pack.studies}

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """The pack's figures by their ids."""
        return {one.id: one for one in self.pack.figures}

    def place(self, *path: str | int) -> Place:
        """The place of what a path of field names and numbers of entries leads to."""
        return place_of(self.read.tree, path)

    def text_place(self, *path: str | int) -> Place:
        """The place in the text file nearest to what a path leads to, also where it is missing."""
        return text_place(self.read.tree, self.read.texts, path)


@dataclass(frozen=True)
class Check:
    """One rule.

    Attributes:
        code: Its name, such as "review_overdue".
        severity: What its findings are.
        run: Finds what does not follow the rule.
    """

    code: str
    severity: Severity
    run: Callable[[Checked], Iterator[Found]]


@dataclass(frozen=True)
class CheckFinding:
    """One thing a check found.

    Attributes:
        code: The check's name.
        severity: An error fails the check; a warning does not.
        problem: Where it is, what it is and what to do.
    """

    code: str
    severity: Severity
    problem: Problem

    def __str__(self) -> str:
        place = f"{self.problem.file}:{self.problem.line}"
        return f"{place}: {self.severity} {self.code}: {self.problem.text}"
