"""Whole journeys of sessions that are kept, or are not, each program in a process of its own."""

from pathlib import Path

from tests.journeys.running import WORK, everything, finish, made_folders, start


def test_a_visit_that_is_not_kept_leaves_nothing_but_the_pdf_that_was_asked_for(
    tmp_path: Path,
) -> None:
    made_folders(tmp_path)
    (tmp_path / WORK / "chosen").mkdir()
    before = everything(tmp_path)
    assert finish(start(tmp_path, "a_visit_kept_nowhere")) == ""
    after = everything(tmp_path)
    chosen = f"{WORK}/chosen/summary.pdf"
    assert {one for one in after if after[one] != before.get(one)} == {chosen}
    assert before.keys() - after.keys() == set()
