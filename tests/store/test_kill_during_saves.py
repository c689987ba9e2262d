"""A program that is killed while it saves loses nothing that was acknowledged as saved."""

import os
from pathlib import Path

import pytest

from tests.store.torture.kill_runs import killed

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")


@pytest.mark.parametrize("saver", ["store_saver", "copy_saver"])
def test_a_kill_loses_nothing_that_was_acknowledged(saver: str, quick_path: Path) -> None:
    found = killed(quick_path, saver, times=6, sessions=6)
    assert (found.lost, found.not_whole) == (0, 0)
    assert found.acknowledged > 0


def test_a_program_that_acknowledges_too_early_is_found_out(quick_path: Path) -> None:
    found = killed(quick_path, "hasty_saver", times=8, sessions=6)
    assert found.lost > 0
    assert found.not_whole == 0
