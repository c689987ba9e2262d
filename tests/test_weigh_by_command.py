"""`decision-aid weigh`: the same bytes each time, the same shares whatever the pack's order."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from decision_aid.cli import main
from decision_aid.content.packs import load_pack
from decision_aid.domain.pack import Pack

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "resources" / "examples"
PACK = ROOT / "resources" / "packs" / "depression"
SAME = ("score", "interval", "band", "rank_shares", "first_share", "first_in_ten", "wins_over")


def weigh(capsys: pytest.CaptureFixture[str], *words: str | Path) -> dict[str, Any]:
    assert main(["weigh", *map(str, words), "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def turned_round(into: Path) -> Path:
    """A copy of the shipped pack with its options and its criteria in the opposite order."""
    shutil.copytree(PACK, into)
    file = into / "pack.yaml"
    text = file.read_text("utf-8")
    for section in ("options", "criteria"):
        text = re.sub(rf"(?ms)^{section}:\n(.*?)(?=^[a-z])", _reversed, text)
    file.write_text(text, "utf-8")
    return into


def _reversed(found: re.Match[str]) -> str:
    head, body = found[0].split("\n", 1)
    entries = re.split(r"(?m)^(?=  - id: )", body)
    return "\n".join((head, "".join([entries[0], *reversed(entries[1:])])))


@pytest.mark.parametrize("name", ["after-three-antidepressants", "no-medicines"])
def test_another_order_of_options_and_criteria_in_the_pack_gives_the_same_shares(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example, other = EXAMPLES / f"{name}.yaml", turned_round(tmp_path / "depression")
    told, turned = weigh(capsys, example), weigh(capsys, example, "--pack", other)
    assert _ids(load_pack(str(other))) == tuple(map(_turned, _ids(load_pack("depression"))))
    here, there = ({one["id"]: one for one in each["options"]} for each in (told, turned))
    assert here.keys() == there.keys()
    assert len(here) > 1
    for option, one in here.items():
        assert {key: there[option][key] for key in SAME} == {key: one[key] for key in SAME}
    assert turned["state"]["kind"] == told["state"]["kind"]
    assert _alike(turned["tipping"]) == _alike(told["tipping"])


def _turned(ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(reversed(ids))


def _ids(pack: Pack) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(one.id for one in pack.options), tuple(one.id for one in pack.criteria)


def _alike(listed: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps(one, sort_keys=True) for one in listed)


def test_two_runs_of_the_program_write_the_same_bytes() -> None:
    example = EXAMPLES / "after-three-antidepressants.yaml"
    command = [sys.executable, "-m", "decision_aid", "weigh", str(example), "--json"]
    outs = [
        subprocess.run(
            command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    ]
    assert outs[0] == outs[1]
    assert json.loads(outs[0])["options"]


def test_in_ten_never_adds_up_to_more_than_ten_and_places_follow_the_scores(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for example in ("after-three-antidepressants", "on-an-maoi", "no-medicines"):
        options = weigh(capsys, EXAMPLES / f"{example}.yaml")["options"]
        assert sum(one["first_in_ten"] for one in options) <= 10
        assert [one["place"] for one in options] == sorted(one["place"] for one in options)
        scores = [one["score"] for one in options]
        assert scores == sorted(scores, reverse=True)
