"""The real pack, and sessions on it: nothing said, some of it, all of it."""

from dataclasses import replace
from datetime import date
from functools import cache

from decision_aid.content.packs import load_pack
from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking, Tried
from decision_aid.domain.answers import Rating
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import (
    Clearance,
    Concern,
    Decision,
    NextStep,
    SafetyTalk,
    Session,
    TeachBackAnswer,
)

DAY = date(2026, 11, 23)


@cache
def real_pack() -> Pack:
    return load_pack("depression")


def empty_session() -> Session:
    return Session(pack=real_pack().id, seed=7, started_on=DAY)


def visit_session() -> Session:
    """Nothing said, with a prescriber there."""
    return replace(empty_session(), people=("prescriber",))


def half_session() -> Session:
    pack = real_pack()
    return Session(
        pack=pack.id,
        seed=7,
        started_on=DAY,
        people=("counselor",),
        minutes=10,
        about=AboutYou(
            taking=(Taking(name="phenelzine"), Taking(name="<b>grandma's</b> & drops")),
            conditions=(ConditionAnswer(id="seizures", answer="unsure"),),
            phq9=Phq9(answers=(1, 2, None, None, None, None, None, None, None)),
        ),
        ratings=(
            Rating(pack.criteria[0].id, 3),
            Rating(pack.criteria[1].id, "not_sure"),
        ),
        visited=("welcome", "about"),
    )


def full_session() -> Session:
    pack = real_pack()
    about = AboutYou(
        age="65_plus",
        antidepressants_tried="two_or_more",
        tried=(Tried(name="Zoloft", outcome="no"),),
        taking=(Taking(name="phenelzine", dose="45 mg"), Taking(name="Lexapro")),
        conditions=tuple(ConditionAnswer(id=one.id, answer="yes") for one in pack.conditions),
        phq9=Phq9(answers=(1, 2, 3, 0, 1, 2, 3, 0, 1), difficulty=2),
    )
    return Session(
        pack=pack.id,
        seed=7,
        started_on=DAY,
        label="Tuesday",
        people=("prescriber", "companion"),
        minutes=30,
        involvement="together",
        about=about,
        clearances=(
            Clearance(
                rule="maoi",
                role="prescriber",
                initials="AB",
                reason="seen together",
                on=DAY,
                covers=("phenelzine",),
            ),
        ),
        safety_talk=SafetyTalk(action="assessed_now", initials="AB", on=DAY),
        teach_backs=tuple(
            TeachBackAnswer(id=one.id, choice=one.choices[0].id) for one in pack.teach_backs
        ),
        ratings=tuple(Rating(one.id, place % 5) for place, one in enumerate(pack.criteria)),
        order=(pack.criteria[4].id,),
        concerns=(Concern(id="own_1", text="being alone & <i>afraid</i>"),),
        dealbreakers=(pack.dealbreakers[0].id,),
        provider_ratings=(Rating(pack.criteria[0].id, 2),),
        feels_right="something_missing",
        feels_missing="my sleep",
        leaning=Decision(kind="option", option=pack.options[0].id, words="for now"),
        provider_leaning=Decision(kind="not_yet"),
        decision=Decision(kind="something_else", words="a second opinion"),
        sure=("yes", "no", None, "yes"),
        next_steps=(NextStep(what="Call the clinic", who="me", by="Friday"),),
        open_questions=("What does it cost?",),
        review="in 4 weeks",
        visited=("welcome", "about", "understand"),
    )
