"""The real program on a screen of its own, read and pressed through AT-SPI as a reader does."""

from collections.abc import Iterator

import pytest
from decision_aid.gui.pages import PAGES

from tests.journeys.desktop import Desktop, desktop

TITLES = tuple(title for _, title, _ in PAGES)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    with desktop(tmp_path_factory.mktemp("reader")) as made:
        yield made


def test_next_leads_by_its_accessible_action_through_all_steps_and_each_is_told(
    reader: Desktop,
) -> None:
    unnamed = []
    for title, after in zip(TITLES, (*TITLES[1:], ""), strict=True):
        reader.comes_to(title)
        roles = {one.role for one in reader.tree()}
        assert {"frame", "heading", "panel", "push button"} <= roles
        unnamed += [f"{title}: {one}" for one in reader.tree("focusable") if not one.name]
        if after:
            reader.press(f"Next: {after}")
            reader.hear(after)
    assert not unnamed, "\n".join(unnamed)


def test_what_is_chosen_and_opened_through_a_reader_is_recorded_and_told_back(
    reader: Desktop,
) -> None:
    reader.press("Step 1: Welcome")
    reader.comes_to("Welcome")
    for name in ("Who is here: A prescriber", "How long we have: 10 minutes"):
        reader.press(name)
        reader.one(name, "checked")
    made = reader.one("Who made it, and when", "expandable")
    assert made not in reader.tree("expanded")
    reader.press("Who made it, and when")
    assert reader.one("Who made it, and when", "expandable", "expanded") == made


def test_a_finding_is_announced_when_a_medicine_brings_it(reader: Desktop) -> None:
    reader.press("Step 2: About you")
    reader.comes_to("About you")
    reader.write("Nardil", within="Add a medicine")
    reader.press("Add this medicine")
    reader.hear("MAOI")
