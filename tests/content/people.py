"""Invented people for the tests of the pack that ships."""

from datetime import date
from typing import Any

from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking
from decision_aid.domain.pack import Pack
from decision_aid.domain.safety import findings
from decision_aid.domain.session import Session

KETAMINE = {"ketamine_with_antidepressant", "ketamine_alone"}
DANGEROUS_PAIRS = {
    *("maoi_with_antidepressant", "two_maois", "maoi_other", "maoi_like_other"),
    *("after_maoi", "after_maoi_b", "after_antidepressant"),
}


def a_person(
    *taking: str,
    conditions: dict[str, Any] | None = None,
    age: Any = None,
    tried: Any = None,
    form: Any = None,
    drugs_before: str = "",
) -> Session:
    about = AboutYou(
        age=age,
        ketamine_form=form,
        antidepressants_tried=tried,
        dissociatives_before="yes" if drugs_before == "dissociatives" else None,
        other_drugs_before="yes" if drugs_before == "other" else None,
        taking=tuple(Taking(name=name) for name in taking),
        conditions=tuple(
            ConditionAnswer(id=name, answer=answer) for name, answer in (conditions or {}).items()
        ),
    )
    return Session(pack="depression", seed=7, started_on=date(2026, 11, 23), about=about)


def fired(pack: Pack, session: Session) -> dict[str, str]:
    """The severity of each rule that fires, by the rule's id."""
    return {found.rule.id: found.rule.severity for found in findings(pack, session)}
