"""The self-assessment says only what the pack shows, and what people must do is never claimed."""

from collections.abc import Callable

import pytest
from decision_aid.domain.ipdas.assessment import (
    ITEMS,
    NOT_APPLICABLE,
    Tally,
    assess,
    tallies,
)
from decision_aid.domain.ipdas.item import Judged
from decision_aid.domain.pack import Pack

from tests.builders import a_pack
from tests.domain.ipdas_packs import (
    FAILING,
    GOOD,
    LACKING,
    OPTIONS,
    a_full_option,
    a_good_pack,
    told,
    with_cells,
    with_thousands,
)

TAKES_PEOPLE = ("Q12", "Q13", "Q14", "Q15", "Q16", "Q17", "Q22", "Q23")
SOFTWARE_DECIDES = [item.id for item in ITEMS if item.id not in TAKES_PEOPLE]


def judged(item: str, pack: Pack) -> Judged:
    return next(one for one in assess(pack) if one.id == item)


def test_the_items_are_those_of_the_standard_that_apply() -> None:
    groups = [item.group for item in ITEMS]
    counts = [groups.count(one) for one in ("qualifying", "certifying", "quality")]
    assert counts == [6, 6, 23]
    ids = [item.id for item in ITEMS]
    assert ids[12:] == [f"Q{n:02}" for n in range(1, 24)]
    assert len({*ids, *NOT_APPLICABLE}) == 44, "the standard has 44 items"


@pytest.mark.parametrize("item", SOFTWARE_DECIDES)
def test_a_pack_that_has_it_all_meets_the_item(item: str) -> None:
    found = judged(item, a_good_pack())
    assert found.verdict == "met", found.proof


def test_every_item_that_software_decides_can_fail() -> None:
    program_or_reading = {"2.2.2", "Q10"}
    assert {*FAILING, *program_or_reading} == set(SOFTWARE_DECIDES)
    assert program_or_reading <= set(LACKING)


@pytest.mark.parametrize("item", FAILING)
def test_a_pack_that_lacks_it_does_not_meet_the_item(item: str) -> None:
    found = judged(item, FAILING[item]())
    assert found.verdict == "not_met", found.proof


@pytest.mark.parametrize(
    ("item", "make"), [(item, make) for item, packs in LACKING.items() for make in packs]
)
def test_a_pack_that_has_a_part_of_it_meets_the_item_in_part(
    item: str, make: Callable[[], Pack]
) -> None:
    found = judged(item, make())
    assert found.verdict == "partly", found.proof


@pytest.mark.parametrize("item", TAKES_PEOPLE)
def test_what_takes_people_is_never_met_by_words(item: str) -> None:
    found = judged(item, told(review_note="A hundred clinicians reviewed and tested it."))
    assert found.verdict == "not_met"
    assert "Needed: " in found.proof


def test_saying_that_there_are_no_good_numbers_is_an_answer_but_silence_is_not() -> None:
    honest = with_cells(harm={"figures": (), "no_good_numbers": True})
    assert judged("Q03", honest).verdict == "met"
    assert "1 of them say" in judged("Q02", honest).proof
    in_words = with_cells(harm={"figures": (), "studies": ("trial",)})
    assert judged("Q03", in_words).verdict == "met"


def test_rarer_things_of_more_people_are_fine_where_the_row_says_so() -> None:
    assert judged("Q07", with_thousands(caution="Some are of 1,000.")).verdict == "met"


def test_a_single_option_can_show_several_times_without_any_being_compared() -> None:
    others = tuple(a_full_option(name, harm=GOOD["harm"]) for name in ("pill", "talk"))
    pack = a_good_pack(options=(OPTIONS[0], *others))
    assert judged("Q06", pack).verdict == "met"


def test_a_proof_counts_what_is_in_the_pack() -> None:
    pack = a_good_pack()
    assert "3 options" in judged("1.1.3", pack).proof
    assert "18 of 18 cells" in judged("Q02", pack).proof
    assert "2 figures, out of 100" in judged("Q05", pack).proof
    assert pack.provenance.funding in judged("2.3.1", pack).proof
    assert "45 words" in judged("1.1.1", pack).proof


def test_a_pack_with_next_to_nothing_is_judged_without_a_stumble() -> None:
    bare = a_pack(
        **dict.fromkeys(
            (
                "options", "questions", "criteria", "dealbreakers", "studies", "figures",
                "sources", "rules", "cards", "teach_backs", "suggestions",
            ),
            (),
        )
    )  # fmt: skip
    for one in assess(bare):
        assert one.proof.strip()
    first, *_ = tallies(assess(bare))
    assert str(first) == "Qualifying: 1 of 6 met, 1 partly met, 4 not met"


def test_the_counts_add_up_to_the_items() -> None:
    found = assess(a_good_pack())
    assert tallies(found) == (
        Tally("qualifying", 6, 0, 0),
        Tally("certifying", 6, 0, 0),
        Tally("quality", 15, 0, 8),
    )
    assert str(tallies(found)[2]) == "Quality: 15 of 23 met, 8 not met"
