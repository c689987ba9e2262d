"""A pack made to do harm is refused with a sentence: soon, in little room, and nothing else opened.

What `check` costs is measured in children of another process, each ended by the machine when it
takes more than a second of computing or 200 MB.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.content.hostile_packs import HOSTILE, Hostile
from tests.content.hostile_probe import CONTROLS, MOST_BYTES, MOST_SECONDS
from tests.content.small_pack import SMALL, a_copy
from tests.full_form import cases

ROOT = Path(__file__).parents[2]
GUARD_SECONDS = 60
"""Ends a test that would wait for ever; nothing is measured with it."""


def probed(*given: object) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.content.hostile_probe", *map(str, given)],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=GUARD_SECONDS,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def written(tmp_path: Path, hostile: Hostile) -> Path:
    inside = tmp_path / hostile.name.replace("/", " ")
    inside.mkdir()
    folder = a_copy(inside)
    hostile.attack(folder)
    return folder


def is_within_bounds(cost: dict[str, Any]) -> bool:
    in_time = cost["ended"] == 0 and cost["seconds"] < MOST_SECONDS
    return in_time and cost["bytes"] < MOST_BYTES and not cost["strayed"]


def faults(hostile: Hostile, cost: dict[str, Any]) -> list[str]:
    told = [text for _, _, _, text in cost["told"]]
    lines = [line for _, _, line, _ in cost["told"]]
    found = {
        "out of bounds": not is_within_bounds(cost),
        "not refused": bool(hostile.words) and not any(hostile.words in text for text in told),
        "refused": not hostile.words and bool(told),
        "no sentence": not all(text.endswith((".", "?")) for text in told),
        "no line": not all(line >= 1 for line in lines),
    }
    return [name for name, is_so in found.items() if is_so]


def test_every_attack_is_refused_soon_in_little_room_and_opens_nothing_else(tmp_path: Path) -> None:
    assert len(HOSTILE) >= 65
    folders = [written(tmp_path, one) for one in HOSTILE]
    costs = probed(*folders)
    wrong = [
        (hostile.name, found, cost)
        for hostile, cost in zip(HOSTILE, costs, strict=True)
        if (found := faults(hostile, cost))
    ]
    assert wrong == []


def test_what_hangs_takes_too_much_room_or_strays_would_be_seen() -> None:
    tried = cases("eat", "stray", further=("hang",))
    assert {*CONTROLS} == {*tried, "hang"}
    costs = dict(zip(("small", *tried), probed(SMALL, *tried), strict=True))
    assert is_within_bounds(costs.pop("small"))
    assert all(costs[name]["ended"] != 0 for name in tried if name != "stray")
    assert costs["stray"]["strayed"]
    assert not any(is_within_bounds(cost) for cost in costs.values())


@pytest.mark.parametrize("name", ["alias bomb", "100 MB", "link out", "pipe"])
def test_the_command_line_tells_of_an_attack_with_file_and_line(tmp_path: Path, name: str) -> None:
    hostile = next(one for one in HOSTILE if one.name == name)
    folder = written(tmp_path, hostile)
    done = subprocess.run(
        [sys.executable, "-m", "decision_aid", "check", folder],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=GUARD_SECONDS,
        text=True,
    )
    assert done.returncode == 1
    (line, *_) = done.stderr.splitlines()
    assert line.startswith(f"{folder}/")
    assert hostile.words in line
    assert "Traceback" not in done.stderr
