"""Pairs of medicines that the safety rules of the pack that ships look at, on invented people."""

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.safety import findings, gated

from tests.content.people import DANGEROUS_PAIRS, KETAMINE, a_person, fired

MAOI_CAUTIONS = {"maoi_check", "maoi_like_check"}


@pytest.mark.parametrize("name", ["Nardil", "parnate", "isocarboxazid", "Emsam"])
def test_an_maoi_shuts_ketamine_and_the_pair_with_an_ssri_is_urgent(pack: Pack, name: str) -> None:
    alone = a_person(name)
    assert fired(pack, alone)["maoi"] == "gate"
    assert not DANGEROUS_PAIRS & set(fired(pack, alone))
    assert set(gated(pack, findings(pack, alone))) == KETAMINE
    pair = a_person(name, "Zoloft")
    assert fired(pack, pair)["maoi_with_antidepressant"] == "gate"
    assert set(gated(pack, findings(pack, pair))) == {*KETAMINE, "stay_with_current_care"}


def test_an_maoi_that_is_not_named_is_an_maoi_and_not_a_second_one(pack: Pack) -> None:
    assert fired(pack, a_person("MAOI"))["maoi"] == "gate"
    assert fired(pack, a_person("an MAO inhibitor", "Zoloft"))["maoi_with_antidepressant"] == "gate"
    assert fired(pack, a_person("MAOI", "Imitrex"))["maoi_other"] == "gate"
    assert "two_maois" not in fired(pack, a_person("Nardil (MAOI)"))
    assert "two_maois" in fired(pack, a_person("MAOI", "Zyvox"))


@pytest.mark.parametrize(
    ("taking", "expected"),
    [
        (("Nardil", "Parnate"), {"two_maois": "gate"}),
        (("Nardil", "Zyvox"), {"two_maois": "gate"}),
        (("Zyvox", "Azilect"), {"two_maois": "gate"}),
        (("Zyvox", "Lexapro"), {"maoi_with_antidepressant": "gate"}),
        (("methylene blue", "Effexor"), {"maoi_with_antidepressant": "gate"}),
        (("Nardil", "Imitrex"), {"maoi_other": "gate"}),
        (("Nardil", "Ritalin"), {"maoi_other": "gate"}),
        (("Nardil", "Sudafed"), {"maoi_other": "gate"}),
        (("Nardil", "Wellbutrin"), {"maoi_other": "gate"}),
        (("Nardil", "Strattera"), {"maoi_other": "gate"}),
        (("Nardil", "morphine"), {"maoi_check": "caution"}),
        (("Nardil", "Provigil"), {"maoi_check": "caution"}),
        (("Nardil", "red wine"), {"maoi_check": "caution"}),
        (("Parnate", "Sinemet"), {"maoi_check": "caution"}),
        (("Parnate", "butalbital"), {"maoi_check": "caution"}),
        (("Parnate", "Tegretol"), {"maoi_other": "gate"}),
        (("Parnate", "Benadryl"), {"maoi_other": "gate"}),
        (("Parnate", "methyldopa"), {"maoi_other": "gate"}),
        (("Parnate", "Austedo"), {"maoi_other": "gate"}),
        (("Parnate", "Afrin"), {"maoi_other": "gate"}),
        (("Nardil", "St John's wort"), {"maoi_other": "gate"}),
        (("Nardil", "tramadol"), {"maoi_other": "gate"}),
        (("Nardil", "cocaine"), {"maoi_other": "gate"}),
        (("Azilect", "Delsym"), {"maoi_like_other": "gate"}),
        (("Azilect", "tramadol"), {"maoi_like_other": "gate"}),
        (("Azilect", "Demerol"), {"maoi_like_other": "gate"}),
        (("Azilect", "methadone"), {"maoi_like_other": "gate"}),
        (("Azilect", "Flexeril"), {"maoi_like_other": "gate"}),
        (("Azilect", "SJW"), {"maoi_like_other": "gate"}),
        (("Zyvox", "Trintellix"), {"maoi_like_other": "gate"}),
        (("Zyvox", "Viibryd"), {"maoi_like_other": "gate"}),
        (("Uribel", "Wellbutrin"), {"maoi_like_other": "gate"}),
        (("Xadago", "Adderall"), {"maoi_like_other": "gate"}),
        (("Azilect", "Sudafed"), {"maoi_like_other": "gate"}),
        (("Azilect", "Afrin"), {"maoi_like_check": "caution"}),
        (("Azilect", "Imitrex"), {"maoi_like_check": "caution"}),
        (("Azilect", "morphine"), {"maoi_like_check": "caution"}),
        (("oxycodone", "Xanax"), {"opioid_with_sedative": "caution"}),
        (("methadone", "Ambien"), {"opioid_with_sedative": "caution"}),
        (("codeine", "beer"), {"opioid_with_sedative": "caution"}),
        (("Norco", "gabapentin"), {"opioid_with_sedative": "caution"}),
        (("tramadol", "LDN"), {"opioid_with_naltrexone": "caution"}),
        (("Suboxone", "Lybalvi"), {"opioid_with_naltrexone": "caution"}),
        (("Remeron", "Zoloft"), {"serotonin_pairs": "caution"}),
        (("Zoloft", "Lexapro"), {"two_of_one_kind": "tell"}),
        (("Zoloft", "Effexor"), {"two_antidepressants": "caution"}),
        (("Zoloft", "Elavil"), {"two_antidepressants": "caution"}),
        (("Cymbalta", "Pamelor"), {"two_antidepressants": "caution"}),
        (("tramadol", "trazodone"), {"serotonin_pairs": "caution"}),
        (("Imitrex", "Zoloft"), {"triptans": "tell"}),
        (("Imitrex", "tramadol"), {"triptans": "tell"}),
        (("lithium", "Zoloft"), {"lithium_with_antidepressant": "tell"}),
        (("Eliquis", "Zoloft"), {"anti_inflammatory": "tell"}),
        (("Aleve", "duloxetine"), {"anti_inflammatory": "tell"}),
        (("St John's wort", "Imitrex"), {"st_johns_wort_antidepressant": "caution"}),
        (("St John's wort", "Remeron"), {"st_johns_wort_antidepressant": "caution"}),
    ],
)
def test_a_pair_of_medicines_is_told_whatever_is_chosen(
    pack: Pack, taking: tuple[str, str], expected: dict[str, str]
) -> None:
    together = fired(pack, a_person(*taking))
    apart = {name for one in taking for name in fired(pack, a_person(one))}
    assert expected.items() <= together.items()
    assert not set(expected) & apart
    for rule in pack.rules:
        if rule.id in expected and rule.severity != "gate":
            assert rule.options == ()


@pytest.mark.parametrize("name", ["Flexeril", "5-HTP", "trazodone", "Demerol", "Delsym", "SAM-e"])
def test_what_raises_serotonin_is_a_gate_with_an_maoi_and_a_caution_with_an_ssri(
    pack: Pack, name: str
) -> None:
    assert fired(pack, a_person("Nardil", name))["maoi_other"] == "gate"
    assert fired(pack, a_person("sertraline", name))["serotonin_pairs"] == "caution"
    assert "serotonin_pairs" not in fired(pack, a_person(name))


def test_melatonin_is_not_said_to_stop_breathing(pack: Pack) -> None:
    assert "opioid_with_sedative" not in fired(pack, a_person("melatonin", "oxycodone"))
    assert fired(pack, a_person("melatonin")) == {"sedating": "caution"}


def test_no_pair_with_an_maoi_is_told_with_two_urgencies(pack: Pack) -> None:
    kinds = {one.classes: one.id for one in pack.medicines}
    maois = [kinds[one] for one in kinds if {"maoi", "unnamed_maoi", "maoi_like"} & set(one)]
    assert len(maois) >= 3
    for maoi in maois:
        for other in kinds.values():
            told = fired(pack, a_person(maoi, other))
            twice = told.keys() & (DANGEROUS_PAIRS | MAOI_CAUTIONS)
            assert len(twice) < 2, (maoi, other)
            if twice:
                assert "st_johns_wort_antidepressant" not in told, (maoi, other)


@pytest.mark.parametrize("name", ["zuranolone", "Zulresso"])
def test_the_antidepressants_for_after_birth_set_off_no_alarm(pack: Pack, name: str) -> None:
    for other in ("Nardil", "Zyvox", "St John's wort", "Zoloft", "Prozac"):
        told = fired(pack, a_person(name, other)).keys() - fired(pack, a_person(other)).keys()
        assert told == {"other_antidepressants", "sedating"}


def test_an_maoi_or_fluoxetine_that_was_stopped_not_long_ago_still_counts(pack: Pack) -> None:
    maoi, fluoxetine = {"recent_maoi": "yes"}, {"recent_fluoxetine": "yes"}
    assert fired(pack, a_person(conditions=maoi)) == {"recent_maoi": "gate"}
    assert fired(pack, a_person(conditions=fluoxetine)) == {}
    for name in ("Zoloft", "Effexor", "Elavil", "Wellbutrin", "Flexeril", "Sudafed", "Parnate"):
        assert fired(pack, a_person(name, conditions=maoi))["after_maoi"] == "gate", name
    for name in ("Nardil", "MAOI", "Azilect"):
        assert fired(pack, a_person(name, conditions=fluoxetine))["after_antidepressant"] == "gate"
    other = {"recent_antidepressant": "yes"}
    assert fired(pack, a_person(conditions=other)) == {}
    assert fired(pack, a_person("Zyvox", conditions=other))["after_antidepressant"] == "gate"
    from_one_to_another = a_person("Zoloft", conditions=fluoxetine)
    assert fired(pack, from_one_to_another) == fired(pack, a_person("Zoloft"))


def test_an_maoi_with_ketamine_tells_of_an_antidepressant_on_top(pack: Pack) -> None:
    why = next(one.why for one in pack.rules if one.id == "maoi")
    assert "SSRI, SNRI or tricyclic" in why
    assert "life-threatening" in why
    assert "gap of weeks" in why
