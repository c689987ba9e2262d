"""The list of medicines as it is edited: each edit one change of the workspace."""

from collections.abc import Callable
from dataclasses import replace

from decision_aid.domain.about_you import Taking
from decision_aid.workspace.changes.about import SetTaking
from decision_aid.workspace.workspace import Workspace


class TakingList:
    """What is taken, as it stands in the workspace.

    Args:
        workspace: Where changes go.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def lines(self) -> tuple[Taking, ...]:
        """What is on the list now."""
        return self._workspace.snapshot.session.about.taking

    def holds(self, name: str) -> bool:
        """Whether a name is on the list, letter case aside."""
        return any(one.name.casefold() == name.casefold() for one in self.lines)

    def add(self, name: str) -> None:
        """Put a name at the end of the list."""
        self._workspace.apply(SetTaking((*self.lines, Taking(name=name))))

    def edit(self, name: str, change: Callable[[Taking], Taking], gesture: str = "") -> None:
        """Change one line; changes in a row with the same gesture are one step of undo."""
        lines = tuple(change(one) if one.name == name else one for one in self.lines)
        self._workspace.apply(SetTaking(lines, gesture))

    def remove(self, name: str) -> None:
        """Take a line off the list."""
        self._workspace.apply(SetTaking(tuple(one for one in self.lines if one.name != name)))

    def rename(self, name: str, line: str) -> None:
        """Put a line in place of a name."""
        self._workspace.apply(SetTaking(renamed(self.lines, name, line)))


def renamed(taking: tuple[Taking, ...], name: str, line: str) -> tuple[Taking, ...]:
    """The list with a line in place of a name; a line that stands there already stands once.

    Args:
        taking: What is taken.
        name: The name that goes.
        line: What comes in its place, with all that was said of it.
    """
    twin = next((one for one in taking if one.name.casefold() == line.casefold()), None)
    mine = next(one for one in taking if one.name == name)
    if twin is None or twin is mine:
        return tuple(replace(one, name=line) if one is mine else one for one in taking)
    kept = _one_of(twin, mine)
    return tuple(kept if one is twin else one for one in taking if one is not mine)


def _one_of(twin: Taking, mine: Taking) -> Taking:
    """Two lines as one. It counts as stopped only where both were, and then on the later day."""
    stopped = twin.stopped and mine.stopped
    days = [one for one in (twin.stopped_on, mine.stopped_on) if one]
    return replace(
        twin,
        dose=twin.dose or mine.dose,
        route=twin.route or mine.route,
        stopped=stopped,
        stopped_on=max(days) if stopped and len(days) > 1 else None,
    )
