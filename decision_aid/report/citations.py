"""Which sources and figures a document uses, numbered in the order of their first use."""

from collections.abc import Iterable

from decision_aid.base.language import ngettext
from decision_aid.domain.pack import Pack
from decision_aid.domain.risk import Figure, Source, Study


class Citations:
    """Collects what is cited while a document is composed.

    Args:
        pack: Where the sources are from.
    """

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._numbers: dict[str, int] = {}
        self._figures: dict[str, Figure] = {}
        self._told: dict[str, Study] = {}

    def mark(self, sources: Iterable[str]) -> str:
        """The sources by number: "source 2", "sources 1, 3"; "" for none."""
        numbers = sorted({self._number(source) for source in sources})
        if not numbers:
            return ""
        told = ngettext("source {numbers}", "sources {numbers}", len(numbers))
        return told.format(numbers=", ".join(map(str, numbers)))

    def show(self, figure: Figure) -> None:
        """Note that a figure is printed."""
        self._figures.setdefault(figure.id, figure)

    def tell(self, studies: Iterable[str]) -> None:
        """Note that numbers of these studies are printed in words."""
        self._told.update((one, self._pack.study(one)) for one in studies)

    @property
    def told(self) -> tuple[Study, ...]:
        """The studies whose numbers are printed in words only, in the order of first use."""
        drawn = {figure.study for figure in self._figures.values()}
        return tuple(study for study in self._told.values() if study.id not in drawn)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures printed, in the order of first use."""
        return tuple(self._figures.values())

    @property
    def sources(self) -> tuple[tuple[int, Source], ...]:
        """The sources cited with their numbers, in order."""
        return tuple((number, self._pack.source(one)) for one, number in self._numbers.items())

    def _number(self, source: str) -> int:
        return self._numbers.setdefault(source, len(self._numbers) + 1)
