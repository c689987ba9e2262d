"""What is said to be good and hard about each option can be read one way only."""

from dataclasses import replace
from pathlib import Path

import pytest
from decision_aid.base.resources import resources_dir
from decision_aid.content.packs import load_pack
from decision_aid.domain.answers import Rating
from decision_aid.report.document import Table
from decision_aid.report.options_table import options_looked_at
from decision_aid.workspace.workspace import Workspace

from tests.builders import a_session


def the_table(criterion: str) -> Table:
    """The table of the real pack for someone to whom one thing matters most."""
    pack = load_pack(Path(resources_dir() / "packs" / "depression"))
    session = replace(a_session(), pack=pack.id, ratings=(Rating(criterion, 4),))
    blocks = options_looked_at(Workspace(pack, session, draws=50).snapshot)
    return next(block for block in blocks if isinstance(block, Table))


@pytest.mark.parametrize(
    ("criterion", "harm"),
    [("feeling_unreal", "Feeling unreal"), ("sick_or_sleepy", "Sick or sleepy")],
)
def test_no_harm_is_named_as_the_good_of_an_option(criterion: str, harm: str) -> None:
    goods = {good for _, _, good, _ in the_table(criterion).rows}
    assert any(good.startswith("Avoiding") for good in goods)
    assert harm not in goods


def test_where_an_option_falls_short_of_what_is_wanted_that_is_said() -> None:
    hards = {hard for *_, hard in the_table("feel_better").rows}
    assert "Less well: A better chance to feel much better" in hards
