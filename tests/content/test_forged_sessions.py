"""Session files that say what nobody could have said, or clear what nobody cleared."""

from pathlib import Path

import pytest
from decision_aid.content.sessions import load_session
from decision_aid.domain.safety import findings, gated
from decision_aid.workspace.workspace import Workspace

from tests.builders import a_pack
from tests.content.small_pack import problems_of

TAKES_NARDIL = """\
pack: small
seed: 7
started_on: 2026-11-23
people: [prescriber]
about:
  taking:
    - {name: Nardil, GIVEN}
"""
CLEARED = """\
clearances:
  - rule: maoi
    role: prescriber
    initials: AB
    reason: looked at together
    on: 2026-11-23
    covers: [Nardil]
"""


def a_file(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "session.yaml"
    path.write_text(content, "utf-8")
    return path


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("stopped_on: 2026-11-09", "a day on which it was stopped goes with stopped: true."),
        ("stopped: yes, stopped_on: 2026-02-30", "stopped_on should be a date such as"),
        ("stopped: yes, stopped_on: 2026-11-09 8:00", "stopped_on should be a date such as"),
        ("stopped: yes, stopped_on: two weeks ago", "stopped_on should be a date such as"),
        ("stopped: yes, stopped_on: 0202-11-09", "in a year from 1900 to 2200."),
        ("stopped: yes, stopped_on: 9999-12-31", "in a year from 1900 to 2200."),
        ("stopped: perhaps", "stopped should be yes or no."),
        ("route: by my neighbor", 'route should be "mouth", "nose", "skin"'),
    ],
)
def test_a_medicine_that_cannot_be_so_is_told_in_one_sentence_with_its_line(
    tmp_path: Path, given: str, words: str
) -> None:
    path = a_file(tmp_path, TAKES_NARDIL.replace("GIVEN", given))
    (found,) = problems_of(lambda: load_session(path, a_pack()))
    assert words in found.text
    assert found.line == TAKES_NARDIL.splitlines().index("    - {name: Nardil, GIVEN}") + 1
    assert "neighbor" not in found.text
    assert "Nardil" not in found.text


@pytest.mark.parametrize("initials", ["'  '", '"\\u00a0"', "'-'"])
def test_a_talk_that_nobody_signed_is_refused(tmp_path: Path, initials: str) -> None:
    talk = f"safety_talk: {{action: assessed_now, initials: {initials}, on: 2026-11-23}}\n"
    path = a_file(tmp_path, TAKES_NARDIL.replace("GIVEN", "dose: 15 mg") + talk)
    (found,) = problems_of(lambda: load_session(path, a_pack()))
    assert found.text == "A talk that was held has the provider's initials."


@pytest.mark.parametrize(
    ("was", "forged"),
    [
        ("role: prescriber", "role: counselor"),
        ("role: prescriber", "role: helper"),
        ("role: prescriber", "role: companion"),
        ("initials: AB", "initials: ''"),
        ("initials: AB", "initials: '  '"),
        ("initials: AB", 'initials: "\\u00a0"'),
        ("initials: AB", "initials: '.'"),
        ("reason: looked at together", "reason: ''"),
        ("reason: looked at together", "reason: ' - '"),
        ("covers: [Nardil]", "covers: []"),
        ("covers: [Nardil]", "covers: [nardil]"),
        ("covers: [Nardil]", "covers: ['*']"),
    ],
)
def test_a_forged_clearance_clears_nothing(tmp_path: Path, was: str, forged: str) -> None:
    whole = TAKES_NARDIL.replace("GIVEN", "dose: 15 mg") + CLEARED
    cleared = load_session(a_file(tmp_path, whole), a_pack())
    assert gated(a_pack(), findings(a_pack(), cleared)) == {}
    session = load_session(a_file(tmp_path, whole.replace(was, forged)), a_pack())
    assert set(gated(a_pack(), findings(a_pack(), session))) == {"pill"}
    opened = Workspace(a_pack(), session, draws=5).snapshot
    assert "pill" not in opened.weighed_options
    assert "pill" not in {fit.option for fit in opened.appraisal.fits}
