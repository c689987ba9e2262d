"""The safety findings of the pack that ships, on every row of the table."""

import re

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.safety import findings, gated

from tests.content.safety_rows import Row, row
from tests.content.safety_table_said import CONDITIONS, FORMS, STOPPED
from tests.content.safety_table_taken import KETAMINE_AND_ONE, PAIRS, ROUTES

TABLE = (*KETAMINE_AND_ONE, *PAIRS, *ROUTES, *STOPPED, *FORMS, *CONDITIONS)
RECORD = re.compile(r"KET-(INT|WARN|ABU|DOSE)-\d\d")
PAIR = {"stay_with_current_care", "ketamine_with_antidepressant", "ketamine_alone"}


def found(pack: Pack, said: Row) -> dict[str, str]:
    return {
        one.rule.id: one.rule.severity + "?" * (not one.sure)
        for one in findings(pack, said.session)
    }


def test_the_table_is_long_and_no_row_stands_there_twice() -> None:
    assert len(TABLE) >= 100
    assert len({repr(one.about) for one in TABLE}) == len(TABLE)


@pytest.mark.parametrize("said", TABLE, ids=str)
def test_what_is_found_is_exactly_what_the_sources_say(pack: Pack, said: Row) -> None:
    assert found(pack, said) == said.found


def test_every_row_names_a_record_or_a_source_that_its_findings_rest_on(pack: Pack) -> None:
    known = {one.id for one in pack.sources}
    for said in TABLE:
        named = {one for one in said.sources if not RECORD.fullmatch(one)}
        assert said.sources
        assert named <= known, said
        rested_on = {
            source for one in findings(pack, said.session) for source in one.rule.sources
        } | {source for one in pack.washouts for source in one.sources}
        assert named <= rested_on, said


def test_every_gate_of_the_pack_stands_in_the_table(pack: Pack) -> None:
    gates = {rule.id for rule in pack.rules if rule.severity == "gate"}
    told = {rule for said in TABLE for rule in said.found}
    assert gates - told == set()


def test_a_gate_shuts_its_options_whether_it_is_sure_or_not(pack: Pack) -> None:
    for said in TABLE:
        shut = gated(pack, findings(pack, said.session))
        assert bool(shut) == any(one.startswith("gate") for one in said.found.values()), said


@pytest.mark.parametrize("form", [None, "spray", "drip", "by_mouth"])
def test_an_maoi_with_sertraline_is_red_on_the_pair_itself_whatever_is_looked_at(
    pack: Pack, form: str | None
) -> None:
    said = row("Nardil", "sertraline", ketamine_form=form, source="KET-INT-03")
    red = next(
        one for one in findings(pack, said.session) if one.rule.id == "maoi_with_antidepressant"
    )
    assert red.rule.severity == "gate"
    assert red.because == ("Nardil", "sertraline")
    assert set(gated(pack, findings(pack, said.session))) == PAIR
    assert "whatever you choose" in red.rule.why


@pytest.mark.parametrize("form", [None, "spray", "drip", "by_mouth"])
def test_an_ssri_with_ketamine_is_not_red_and_says_what_evidence_there_is(
    pack: Pack, form: str | None
) -> None:
    said = row("sertraline", ketamine_form=form, source="KET-INT-01")
    assert gated(pack, findings(pack, said.session)) == {}
    told = next(one for one in findings(pack, said.session) if one.rule.id == "ssri_snri")
    assert told.rule.severity == "tell"
    assert "on purpose" in told.rule.why
    assert "single cases" in told.rule.why


def test_a_pair_is_told_whichever_of_the_two_was_said_first(pack: Pack) -> None:
    for said in PAIRS:
        lines = tuple(reversed(said.about.taking))
        assert found(pack, row(*lines, source="KET-INT-03")) == said.found
