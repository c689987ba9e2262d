"""Small packs and sessions, complete and valid, with the parts a test cares about set by it."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from decision_aid.domain.answers import Rating
from decision_aid.domain.criteria import (
    Criterion,
    Dealbreaker,
    Range,
    Scale,
    Standing,
    Step,
    Unknown,
)
from decision_aid.domain.guidance import (
    CallReason,
    Card,
    Choice,
    Crisis,
    CrisisContact,
    Suggestion,
    TeachBack,
)
from decision_aid.domain.options import Cell, Option, Question
from decision_aid.domain.pack import Pack, Provenance, WeighingSettings, Widening
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.domain.risk import Arm, Figure, Frequency, Reading, Source, Study
from decision_aid.domain.rules import Condition, Medicine, MedicineClass, Rule
from decision_aid.domain.session import Role, Session

TODAY = date(2026, 11, 23)


def an_option(name: str, **given: Any) -> Option:
    cells = (Cell(id="what", text=f"What {name} is"), Cell(id="soon", text=f"How soon {name} is"))
    first = {"name": name.capitalize(), "short": name.capitalize(), "summary": f"{name} summary"}
    return Option(id=name, cells=cells, **{**first, **given})


def a_range_standing(option: str, low: float, likely: float, high: float) -> Standing:
    return Standing(
        id=option,
        range=Range(low=low, likely=likely, high=high),
        certainty="high",
        sources=("book",),
        derived_by="read from the book by us [rec-1]",
    )


def a_level_standing(option: str, level: str) -> Standing:
    return Standing(
        id=option,
        level=level,
        certainty="moderate",
        sources=("book",),
        derived_by="judged by us from the book",
    )


def an_unknown_standing(option: str, **part: float) -> Standing:
    return Standing(
        id=option,
        unknown=Unknown(**part),
        certainty="very_low",
        derived_by="nobody has looked at it yet",
    )


def a_scale_criterion(name: str, *standings: Standing, **given: Any) -> Criterion:
    first: dict[str, Any] = {
        "group": "benefit",
        "scale": Scale(worst=0, best=30, phrase=PluralForms(other="{n} more of 100")),
        "name": name.capitalize(),
        "short": name.capitalize(),
        "explanation": f"{name} explained",
    }
    return Criterion(id=name, standings=standings, **{**first, **given})


def a_level_criterion(name: str, *standings: Standing, **given: Any) -> Criterion:
    steps = (
        Step(id="bad", name="bad"),
        Step(id="middling", name="so so"),
        Step(id="good", name="good"),
    )
    return a_scale_criterion(name, *standings, **{"scale": None, "levels": steps, **given})


def a_figure(name: str = "better", **given: Any) -> Figure:
    reading = Reading(
        id="all",
        intervention=Arm(counted=Frequency(46, 100)),
        comparison=Arm(counted=Frequency(22, 100)),
    )
    first: dict[str, Any] = {
        "study": "trial",
        "sense": "benefit",
        "outcome": "response",
        "readings": (reading,),
        "question": "How many felt much better?",
        "event": "felt much better",
        "no_event": "did not",
        "meaning": "Most people in the study did not get much better.",
    }
    return Figure(id=name, **{**first, **given})


def a_study(name: str = "trial", **given: Any) -> Study:
    first: dict[str, Any] = {
        "record": "rec-1",
        "design": "randomized",
        "weeks": 26,
        "certainty": "moderate",
        "rated_by": "us",
        "confirmed": "yes",
        "sources": ("book",),
        "people": "adults who were still depressed",
        "intervention": "talking added to usual care",
        "comparison": "usual care alone",
        "when": "after 6 months",
        "certainty_reason": "One large trial, nobody could be blinded.",
    }
    return Study(id=name, **{**first, **given})


def a_pack(**given: Any) -> Pack:
    """Three options (stay, pill, talk), three criteria, one gate on pill (class maoi)."""
    return replace(_small_pack(), **given)


@cache
def _small_pack() -> Pack:
    first: dict[str, Any] = {
        "id": "small",
        "version": "1",
        "language": "en",
        "provenance": Provenance(
            published=date(2026, 11, 1),
            next_review=date(2027, 5, 1),
            licence="CC BY 4.0",
            authors="the authors",
            credentials="none",
            reading_grade=2,
            funding="none",
            conflicts="none",
            update_policy="twice a year",
            search_method="by hand",
            review_note="No clinician has reviewed this yet.",
        ),
        "weighing": WeighingSettings(
            draws=2000,
            widening=Widening(high=1, moderate=1.25, low=1.75, very_low=2.5),
            fits_well=0.6,
            fits_fairly=0.4,
            close_points=15,
        ),
        "options": (
            an_option("stay", status_quo=True, no_numbers="We do not have good numbers."),
            an_option("pill", headline_figures=("better",)),
            an_option("talk", headline_figures=("better",)),
        ),
        "questions": (
            Question(id="what", kind="description", text="What is it?", short="What"),
            Question(
                id="soon", kind="benefit", text="How soon?", short="How soon", criteria=("help",)
            ),
        ),
        "criteria": (
            a_scale_criterion(
                "help",
                a_range_standing("stay", 0, 0, 3),
                a_range_standing("pill", 5, 15, 25),
                a_range_standing("talk", 10, 21, 30),
            ),
            a_level_criterion(
                "driving",
                a_level_standing("stay", "good"),
                a_level_standing("pill", "bad"),
                a_level_standing("talk", "good"),
                group="practical",
            ),
            a_scale_criterion(
                "lasting",
                an_unknown_standing("stay"),
                a_range_standing("pill", 2, 5, 9),
                a_range_standing("talk", 8, 12, 16),
            ),
        ),
        "dealbreakers": (
            Dealbreaker(id="no_driving", criterion="driving", level="bad", text="No driving after"),
        ),
        "studies": (a_study(),),
        "figures": (a_figure(),),
        "sources": (
            Source(
                id="book",
                authors="Author A",
                year=2020,
                title="A book",
                where="A press",
                doi="10.1000/182",
            ),
        ),
        "medicine_classes": (
            MedicineClass(id="maoi", antidepressant=True, name="MAOI antidepressant"),
            MedicineClass(id="ssri", antidepressant=True, name="SSRI antidepressant"),
        ),
        "medicines": (
            Medicine(id="phenelzine", brands=("Nardil",), classes=("maoi",)),
            Medicine(id="sertraline", brands=("Zoloft",), classes=("ssri",)),
        ),
        "conditions": (
            Condition(id="aneurysm", group="heart", text="A weak vessel", term="aneurysm"),
        ),
        "rules": (
            Rule(
                id="maoi",
                severity="gate",
                options=("pill",),
                when=(("class:maoi",),),
                sources=("book",),
                title="You take an MAOI",
                why="Blood pressure can rise.",
                usually="A prescriber looks at it first.",
            ),
            Rule(
                id="vessel",
                severity="tell",
                when=(("condition:aneurysm",),),
                sources=("book",),
                title="You have a weak vessel",
                why="Your team plans with it.",
                usually="They watch your blood pressure.",
            ),
        ),
        "cards": (
            Card(
                id="card",
                group="care",
                sources=("book",),
                title="Care",
                paragraphs=("About care.",),
            ),
        ),
        "teach_backs": (
            TeachBack(
                id="check",
                card="card",
                choices=(Choice(id="yes", right=True, text="Yes"), Choice(id="no", text="No")),
                question="Is it so?",
                explanation="It is so.",
            ),
        ),
        "suggestions": (
            Suggestion(id="ask", topic="safety", ask="anyone", text="What would you do next?"),
        ),
        "call_reasons": (
            CallReason(id="danger", urgency="emergency", text="You are in danger"),
            CallReason(id="worse", urgency="clinic", text="You feel worse"),
        ),
        "crisis": Crisis(
            country="US",
            checked_on=date(2026, 11, 23),
            contacts=(
                CrisisContact(id="988", number="988", text="Call or text"),
                CrisisContact(id="911", number="911", text="In danger"),
            ),
            line="In a crisis (US): call or text 988, or call 911.",
            text="You are not alone.",
        ),
        "decision": "What should we do next?",
        "title": "Choosing together",
        "condition": "Depression.",
        "natural_course": "It may stay.",
        "what_it_is": "An aid to talk.",
        "what_it_is_not": ("It is not advice.",),
        "not_compared": ("Pill and talk were never compared.",),
        "keep_taking": "Change nothing alone.",
        "not_advice": "This records a conversation. It is not medical advice.",
    }
    return Pack(**first)


def a_session(**given: Any) -> Session:
    """A session on `a_pack()` with a prescriber there; ratings as in `help=3, driving=2`."""
    pack = a_pack()
    names = {criterion.id for criterion in pack.criteria}
    ratings = tuple(Rating(name, given.pop(name)) for name in tuple(given) if name in names)
    here: tuple[Role, ...] = ("prescriber",)
    session = Session(pack=pack.id, seed=7, started_on=TODAY, people=here, ratings=ratings)
    return replace(session, **given)
