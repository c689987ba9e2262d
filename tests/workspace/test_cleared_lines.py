"""What a prescriber cleared for a line of medicines is cleared for that line as it was."""

from dataclasses import replace
from datetime import timedelta

import pytest
from decision_aid.base.errors import NotAllowedError
from decision_aid.content.packs import load_pack
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.workspace.changes.about import SetTaking
from decision_aid.workspace.changes.safety import ClearGate
from decision_aid.workspace.workspace import Workspace

from tests.builders import TODAY
from tests.workspace.examples import A_CLEARANCE

THIRTEEN_DAYS_AGO, YESTERDAY = (TODAY - timedelta(days=ago) for ago in (13, 1))
OLD_PILL = Taking(name="old pill", dose="selegiline 5 mg", route="mouth")
VITAMIN = Taking(name="vitamin D", dose="with phenelzine 15 mg")
STOPPED = replace(VITAMIN, stopped=True, stopped_on=THIRTEEN_DAYS_AGO)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("depression")


def all_cleared(pack: Pack, *taking: Taking) -> Workspace:
    about = AboutYou(taking=taking)
    session = Session(
        pack="depression", seed=7, started_on=TODAY, people=("prescriber",), about=about
    )
    workspace = Workspace(pack, session, draws=5)
    for one in workspace.snapshot.findings:
        if one.shuts:
            clearance = replace(A_CLEARANCE, rule=one.rule.id, covers=one.because)
            workspace.apply(ClearGate(clearance))
    assert workspace.snapshot.session.clearances
    assert workspace.snapshot.gated == {}
    return workspace


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (OLD_PILL, replace(OLD_PILL, route="patch")),
        (OLD_PILL, replace(OLD_PILL, route=None)),
        (OLD_PILL, replace(OLD_PILL, name="new pill")),
        (VITAMIN, replace(VITAMIN, dose="with phenelzine 90 mg")),
        (VITAMIN, STOPPED),
        (STOPPED, replace(STOPPED, stopped_on=YESTERDAY)),
        (STOPPED, VITAMIN),
    ],
)
def test_a_medicine_read_in_a_dose_is_checked_again_once_its_line_is_another(
    pack: Pack, was: Taking, now: Taking
) -> None:
    workspace = all_cleared(pack, was)
    workspace.apply(SetTaking((now,)))
    assert workspace.snapshot.gated
    workspace.apply(SetTaking((was,)))
    assert workspace.snapshot.gated


@pytest.mark.parametrize("cleared", ["phenelzine", "Zoloft: phenelzine"])
def test_what_is_cleared_for_one_line_is_not_cleared_for_the_dose_of_another(
    pack: Pack, cleared: str
) -> None:
    line = Taking(name=cleared)
    workspace = all_cleared(pack, line)
    workspace.apply(SetTaking((line, Taking(name="Zoloft", dose="+ phenelzine 90"))))
    (maoi,) = (one for one in workspace.snapshot.findings if one.rule.id == "maoi")
    assert maoi.shuts
    assert "Zoloft: phenelzine" in maoi.because


def test_a_line_typed_like_a_dose_is_never_cleared_with_that_dose(pack: Pack) -> None:
    typed = Taking(name="Zoloft: phenelzine")
    in_dose = Taking(name="Zoloft", dose="+ phenelzine 90")
    for was, now in ((typed, in_dose), (in_dose, typed)):
        workspace = all_cleared(pack, was)
        session = replace(workspace.snapshot.session, about=AboutYou(taking=(now,)))
        found = Workspace(pack, session).snapshot.findings
        assert [one.shuts for one in found if one.rule.id == "maoi"] == [True]


def test_nothing_is_cleared_for_a_visit_on_an_earlier_day(pack: Pack) -> None:
    workspace = all_cleared(pack, VITAMIN)
    late = replace(A_CLEARANCE, on=TODAY + timedelta(days=1))
    with pytest.raises(NotAllowedError, match="Begin a new visit on Welcome"):
        workspace.apply(ClearGate(late))
