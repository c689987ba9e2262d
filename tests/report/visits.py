"""Visits to print: a rich one, an empty one, with a line-up that is set by hand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from decision_aid.domain.about_you import AboutYou, ConditionAnswer, Taking, Tried
from decision_aid.domain.answers import Rating
from decision_aid.domain.instruments import ExtraItem, Instrument, Item, Phq9
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import (
    Clearance,
    Concern,
    Decision,
    NextStep,
    SafetyTalk,
    Session,
)
from decision_aid.report.compose import compose
from decision_aid.report.document import Document
from decision_aid.weighing.appraisal import (
    Appraisal,
    Band,
    CloseReason,
    Contribution,
    OptionFit,
    Tipping,
    Widened,
)
from decision_aid.workspace.snapshot import Snapshot, take

from tests.builders import TODAY, a_pack, a_session


def an_instrument(name: str, items: int, **given: Any) -> Instrument:
    first = {"name": name.upper(), "stem": "How often?", "notice": f"{name.upper()} notice."}
    return Instrument(
        id=name,
        items=tuple(Item(id=str(n), text=f"{name} question {n}") for n in range(1, items + 1)),
        answers=("no", "yes"),
        **{**first, **given},
    )


def a_full_pack(**given: Any) -> Pack:
    extra = ExtraItem(text="How difficult?", answers=("not", "somewhat", "very", "extremely"))
    instruments = (an_instrument("phq9", 9, extra=extra), an_instrument("sure", 4))
    return a_pack(**{"instruments": instruments, **given})


def a_full_session(**given: Any) -> Session:
    """Much was said; the option decided on is not the first of `a_line_up`."""
    first: dict[str, Any] = {
        "label": "Room 3",
        "people": ("prescriber", "companion"),
        "minutes": 30,
        "involvement": "together",
        "about": AboutYou(
            age="25_to_64",
            antidepressants_tried="two_or_more",
            tried=(Tried(name="fluoxetine", outcome="a_little"),),
            taking=(Taking(name="Zoloft", dose="100 mg"), Taking(name="grandma's tea")),
            conditions=(ConditionAnswer(id="aneurysm", answer="no"),),
            phq9=Phq9(answers=(2, 2, 1, 2, 1, 1, 1, 0, 1), difficulty=1),
        ),
        "safety_talk": SafetyTalk(action="assessed_now", initials="AB", on=a_session().started_on),
        "help": 4,
        "driving": 3,
        "order": ("driving", "help"),
        "concerns": (Concern(id="own_1", text="I care for my mother"),),
        "provider_ratings": (Rating("help", 2), Rating("driving", 3)),
        "feels_right": "not_quite",
        "feels_missing": "my sleep",
        "leaning": Decision(kind="option", option="pill"),
        "provider_leaning": Decision(kind="option", option="talk"),
        "decision": Decision(kind="option", option="pill", words="Try it, and keep my job."),
        "sure": ("yes", "no", "yes", None),
        "next_steps": (
            NextStep(what="Call the clinic", who="Me", by="Friday"),
            NextStep(what="Send the papers", who="Provider"),
        ),
        "open_questions": ("What does it cost?",),
        "review": "in 6 weeks",
    }
    return a_session(**{**first, **given})


WEIGHTS = {"help": 4 / 7, "driving": 3 / 7}
ENDS = {"help": 30, "driving": 2}
"""The best end of each criterion; the worst is 0."""
PLACES = {
    1: ((1.0,),),
    2: ((0.6, 0.4), (0.4, 0.6)),
    3: ((0.6, 0.3, 0.1), (0.3, 0.4, 0.3), (0.1, 0.3, 0.6)),
}
"""Shares of the places, by how many options there are, best option first."""


def a_fit(place: int, best_first: Mapping[str, tuple[float, ...]]) -> OptionFit:
    option, values = list(best_first.items())[place]
    contributions = tuple(
        Contribution(
            criterion=name,
            weight=weight,
            standing=ENDS[name] * value,
            value=value,
            product=weight * value,
        )
        for (name, weight), value in zip(WEIGHTS.items(), values, strict=True)
    )
    score = sum(one.product for one in contributions)
    band: Band = "well" if score >= 0.6 else "fairly" if score >= 0.4 else "less"
    return OptionFit(
        option=option,
        score=score,
        band=band,
        interval=(max(0.0, score - 0.1), min(1.0, score + 0.15)),
        contributions=contributions,
        rank_shares=PLACES[len(best_first)][place],
        wins_over=tuple(
            (other, 0.7 if place < other_place else 0.3)
            for other_place, other in enumerate(best_first)
            if other != option
        ),
        central_weights=(("help", 0.5), ("driving", 0.5)),
    )


def a_line_up(snapshot: Snapshot) -> Appraisal:
    """What a weighing could say of help and driving; options not weighed are left out."""
    about = Appraisal(
        pack=snapshot.pack.id,
        version=snapshot.pack.version,
        seed=snapshot.session.seed,
        draws=2000,
        left_out=("lasting",),
    )
    if not snapshot.session.ratings:
        return replace(about, missing="no_ratings")
    best_first = {"talk": (0.7, 1.0), "stay": (0.0, 1.0), "pill": (0.5, 0.0)}
    left = {one: at for one, at in best_first.items() if one in snapshot.weighed_options}
    fits = [a_fit(place, left) for place in range(len(left))]
    return replace(
        about,
        fits=tuple(fits),
        criteria=tuple(WEIGHTS),
        widened=(Widened(option="pill", criterion="help", factor=1.25),),
        close_reasons=(
            CloseReason(kind="one_step", option="stay", criterion="help", step=-1),
            CloseReason(kind="shares", option="stay"),
        ),
        tipping=(
            Tipping(criterion="help", said=4, step=-1, option="stay"),
            Tipping(criterion="driving", said=3, step=None),
        ),
    )


def a_visit(pack: Pack | None = None, session: Session | None = None) -> Snapshot:
    return take(pack or a_full_pack(), session or a_full_session(), a_line_up)


MAOI = AboutYou(taking=(Taking(name="Nardil", dose="45 mg"),))
CLEARED = Clearance(
    rule="maoi",
    role="prescriber",
    initials="QZ",
    reason="Watched in hospital",
    on=date(2026, 11, 20),
    covers=("Nardil",),
)
GATED = a_full_session(about=MAOI, decision=None)
VISITS = {
    "full": a_full_session(),
    "gated": replace(GATED, dealbreakers=("no_driving",), sure=(), provider_ratings=()),
    "empty": a_session(),
    "handed_over": replace(GATED, people=("counselor",), safety_talk=None, clearances=()),
}


def document(session: Session) -> Document:
    return compose(a_visit(session=session), on=TODAY)
