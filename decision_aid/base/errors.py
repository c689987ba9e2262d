"""Errors a person may meet. Each is a sentence or two: what happened, what is safe, what to do."""

from decision_aid.base.frozen import dataclass


class DecisionAidError(Exception):
    """An error whose text may be shown to a person as it stands."""

    exit_code = 1


class InputError(DecisionAidError):
    """What was given (a pack, a session, an argument) is wrong. Exit code 1."""


class MachineError(DecisionAidError):
    """The machine lacks something the program needs. Exit code 2."""

    exit_code = 2


class NotAllowedError(DecisionAidError):
    """A change the safety rules do not allow was asked for; nothing was changed."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a file that was read.

    Attributes:
        file: The file's name as the person gave it.
        line: Its line, counted from 1.
        text: One sentence: what is wrong and what would be right.
        code: The name of this kind of problem, such as "missing_key"; "" where it has none.
    """

    file: str
    line: int
    text: str
    code: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class ProblemsError(InputError):
    """A file was read to its end and these problems were found in it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
