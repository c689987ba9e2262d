"""Random small packs and answers for the properties of the weighing."""

from dataclasses import dataclass, replace
from typing import Any, Literal

from decision_aid.domain.answers import NOT_SURE, Rating
from decision_aid.domain.criteria import (
    Criterion,
    Estimate,
    Events,
    Point,
    Range,
    Scale,
    Standing,
)
from decision_aid.domain.options import Option
from decision_aid.domain.own_concerns import own_criterion
from decision_aid.domain.pack import Pack
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.domain.risk import Certainty, Frequency
from decision_aid.domain.session import Concern, OwnPlace, TradeOff
from decision_aid.weighing.appraisal import Appraisal, TradeOffPair
from decision_aid.weighing.engine import Weigher
from hypothesis import strategies as st

from tests.builders import (
    a_level_criterion,
    a_level_standing,
    a_pack,
    a_range_standing,
    a_scale_criterion,
    an_option,
    an_unknown_standing,
)

DRAWS = 300
OPTIONS = ("ant", "bee", "cat", "dog")
CRITERIA = ("one", "two", "three", "four")
OWN = "own_1"
UP = Scale(worst=0, best=30, phrase=PluralForms(other="{n}"))
DOWN = Scale(worst=16, best=0, phrase=PluralForms(other="{n}"))
BENT = Scale(
    worst=16,
    best=0,
    points=(Point(at=16, worth=0), Point(at=8, worth=0.3), Point(at=0, worth=1)),
    phrase=PluralForms(other="{n}"),
)


@dataclass(frozen=True, kw_only=True)
class Question:
    """A pack and what a person said about it."""

    pack: Pack
    ratings: tuple[Rating, ...]
    order: tuple[str, ...] = ()
    seed: int = 7

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.pack.options)

    @property
    def criteria(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.pack.criteria)

    @property
    def asked(self) -> dict[str, Any]:
        return {
            "options": self.options,
            "criteria": self.criteria,
            "ratings": self.ratings,
            "order": self.order,
        }

    def appraise(self, *, draws: int = DRAWS, **given: Any) -> Appraisal:
        weigher = Weigher(self.pack, seed=self.seed, draws=draws)
        return weigher.appraise(**{**self.asked, **given})

    def trade_offs(
        self, *answers: TradeOff, draws: int = DRAWS, **given: Any
    ) -> tuple[TradeOffPair, ...]:
        weigher = Weigher(self.pack, seed=self.seed, draws=draws)
        return weigher.trade_offs(**{**self.asked, **given}, answers=answers)

    def rating(self, criterion: str) -> Rating:
        return next(one for one in self.ratings if one.criterion == criterion)

    def with_importance(self, criterion: str, importance: int) -> "Question":
        ratings = (
            Rating(one.criterion, importance) if one.criterion == criterion else one
            for one in self.ratings
        )
        return replace(self, ratings=tuple(ratings))

    def with_standing(self, criterion: str, standing: Standing) -> "Question":
        asked = self.pack.criterion(criterion)
        standings = (standing if one.id == standing.id else one for one in asked.standings)
        return self.with_criterion(replace(asked, standings=tuple(standings)))

    def with_criterion(self, criterion: Criterion) -> "Question":
        criteria = (criterion if one.id == criterion.id else one for one in self.pack.criteria)
        return replace(self, pack=replace(self.pack, criteria=tuple(criteria)))

    def scores(self) -> dict[str, float]:
        return {fit.option: fit.score for fit in self.appraise(draws=1).fits}


def a_question(pack: Pack | None = None, *, order: tuple[str, ...] = (), **said: Any) -> Question:
    ratings = tuple(Rating(criterion, importance) for criterion, importance in said.items())
    return Question(pack=pack or a_pack(), ratings=ratings, order=order)


def a_point_pack(**values: tuple[float, ...]) -> Pack:
    """Criteria with certain standings on a scale of 0 to 1, one for each option in turn."""
    count = len(next(iter(values.values())))
    return a_pack(
        options=tuple(an_option(name) for name in OPTIONS[:count]),
        criteria=tuple(
            a_scale_criterion(
                criterion,
                *(a_range_standing(OPTIONS[i], x, x, x) for i, x in enumerate(places)),
                scale=Scale(worst=0, best=1, phrase=PluralForms(other="{n}")),
            )
            for criterion, places in values.items()
        ),
    )


def a_mixed_pack() -> Pack:
    """Every form of standing, so placed that no option wins nearly every draw."""
    corners = ((16, 0.0), (8, 0.3), (4, 0.6), (0, 1.0))
    soon = Scale(
        worst=16,
        best=0,
        points=tuple(Point(at=x, worth=y) for x, y in corners),
        phrase=PluralForms(other="{n}"),
    )
    return a_pack(
        criteria=(
            a_scale_criterion(
                "help",
                an_unknown_standing("stay", low=0, high=15),
                a_form_standing("pill", range=Range(low=2, likely=11, high=22), certainty="low"),
                a_form_standing(
                    "talk", events=Events(count=95, of=206, against=Frequency(46, 213))
                ),
            ),
            a_scale_criterion(
                "soon",
                an_unknown_standing("stay", low=8, high=16),
                a_form_standing("pill", range=Range(low=0, likely=2, high=4)),
                a_form_standing("talk", estimate=Estimate(mean=8, se=2), certainty="moderate"),
                scale=soon,
            ),
            a_level_criterion(
                "driving",
                a_level_standing("stay", "good"),
                a_level_standing("pill", "bad"),
                a_level_standing("talk", "middling"),
            ),
            a_level_criterion(
                "effort",
                a_level_standing("stay", "good"),
                an_unknown_standing("pill"),
                a_level_standing("talk", "bad"),
            ),
        )
    )


def a_form_standing(option: str, **form: Any) -> Standing:
    first: dict[str, Any] = {"certainty": "high", "sources": ("book",), "derived_by": "read"}
    return Standing(id=option, **{**first, **form})


CERTAINTIES: st.SearchStrategy[Certainty] = st.sampled_from(("high", "moderate", "low", "very_low"))
IMPORTANCES: st.SearchStrategy[int | Literal["not_sure"]] = st.sampled_from(
    (0, 1, 2, 3, 4, NOT_SURE)
)
FORMS = ("range", "estimate", "events", "unknown", "plausible")


@st.composite
def standings(draw: st.DrawFn, option: str) -> Standing:
    places = sorted(draw(st.integers(0, 30)) for _ in range(3))
    certainty = draw(CERTAINTIES)
    match draw(st.sampled_from(FORMS)):
        case "range":
            return replace(a_range_standing(option, *places), certainty=certainty)
        case "estimate":
            estimate = Estimate(mean=places[1], se=places[0] / 4)
            return a_form_standing(option, estimate=estimate, certainty=certainty)
        case "events":
            against = draw(st.sampled_from((None, Frequency(3, 40))))
            events = Events(count=places[1], of=40, against=against)
            return a_form_standing(option, events=events)
        case "plausible":
            return an_unknown_standing(option, low=places[0], high=places[2] + 1)
        case _:
            return an_unknown_standing(option)


@st.composite
def criteria(draw: st.DrawFn, name: str, options: tuple[str, ...]) -> Criterion:
    if draw(st.booleans()):
        levels = st.sampled_from(("bad", "middling", "good", None))
        chosen = ((one, draw(levels)) for one in options)
        places = (
            a_level_standing(one, level) if level else an_unknown_standing(one)
            for one, level in chosen
        )
        return a_level_criterion(name, *places)
    scale = draw(st.sampled_from((UP, DOWN, BENT)))
    return a_scale_criterion(name, *(draw(standings(one)) for one in options), scale=scale)


@st.composite
def own_criteria(draw: st.DrawFn, options: tuple[Option, ...]) -> Criterion:
    """A concern of the person's own; some options badly, some well, some not asked about."""
    levels: st.SearchStrategy[Literal["badly", "so_so", "well", "unknown"] | None] = (
        st.sampled_from(("badly", "so_so", "well", "unknown", None))
    )
    drawn = ((option.id, draw(levels)) for option in options)
    places = tuple(OwnPlace(option=one, level=level) for one, level in drawn if level)
    return own_criterion(Concern(id=OWN, text="my garden", places=places), options)


@st.composite
def questions(draw: st.DrawFn, *, least_options: int = 2) -> Question:
    """A pack of 2 to 4 options, 1 to 4 criteria of its own and perhaps one of the person's.

    One rating at least counts.
    """
    options = tuple(
        an_option(name) for name in OPTIONS[: draw(st.integers(least_options, len(OPTIONS)))]
    )
    names = CRITERIA[: draw(st.integers(1, len(CRITERIA)))]
    drawn = tuple(draw(criteria(name, tuple(one.id for one in options))) for name in names)
    if draw(st.booleans()):
        names, drawn = (*names, OWN), (*drawn, draw(own_criteria(options)))
    pack = a_pack(options=options, criteria=drawn)
    first = Rating(names[0], draw(IMPORTANCES.filter(bool)))
    skipped = st.sampled_from((True, False, False, False))
    rest = (Rating(name, draw(IMPORTANCES)) for name in names[1:] if not draw(skipped))
    ratings = (first, *rest)
    order = draw(st.permutations([one.criterion for one in ratings]))
    kept = tuple(order[: draw(st.integers(0, len(order)))])
    return Question(pack=pack, ratings=ratings, order=kept, seed=draw(st.integers(0, 2**32 - 1)))
