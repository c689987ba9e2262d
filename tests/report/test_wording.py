"""Sentences said alike on screen, on paper and by the command line."""

from dataclasses import replace

import pytest
from decision_aid.domain.criteria import Criterion, Scale
from decision_aid.domain.plural_forms import PluralForms
from decision_aid.domain.risk import Arm, Frequency, Interval
from decision_aid.weighing.appraisal import CloseReason, Tipping
from decision_aid.workspace.line_up_words import close_sentences, span_words, tipping_sentence
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.wording import (
    counts,
    criterion_span,
    importance_words,
    interval_words,
    not_weighed_reason,
    per_100_sentences,
    standing_words,
)
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import (
    a_figure,
    a_level_criterion,
    a_level_standing,
    a_range_standing,
    a_scale_criterion,
    an_unknown_standing,
)
from tests.report.visits import GATED, a_full_session, a_visit

frequencies = st.integers(1, 5000).flatmap(
    lambda of: st.builds(Frequency, st.integers(0, of), st.just(of))
)


@pytest.mark.parametrize(
    ("count", "of", "words"),
    [
        (0, 222, ("0 of 100", "100 of 100")),
        (1, 222, ("fewer than 1 of 100", "more than 99 of 100")),
        (1, 200, ("1 of 100", "99 of 100")),
        (221, 222, ("more than 99 of 100", "fewer than 1 of 100")),
        (222, 222, ("100 of 100", "0 of 100")),
        (1, 8, ("13 of 100", "87 of 100")),
    ],
)
def test_people_out_of_100_are_whole_and_somebody_is_never_nobody(
    count: int, of: int, words: tuple[str, str]
) -> None:
    assert counts(Arm(counted=Frequency(count, of))) == words


@given(frequencies)
def test_both_frames_add_up_to_100_or_both_are_told_as_a_bound(counted: Frequency) -> None:
    happened, did_not = counts(Arm(counted=counted))
    assert (happened == "0 of 100") == (counted.count == 0)
    assert (did_not == "0 of 100") == (counted.count == counted.of)
    if "than" in happened:
        assert "than" in did_not
    else:
        assert int(happened.split()[0]) + int(did_not.split()[0]) == 100


def test_both_frames_of_a_figure_are_sentences_alike() -> None:
    arm = Arm(percent=46.5)
    assert per_100_sentences(a_figure(), arm) == ("47 of 100 felt much better", "53 of 100 did not")


def test_an_interval_is_told_in_whole_people_and_only_where_there_is_one() -> None:
    assert interval_words(Arm(percent=46)) == ""
    arm = Arm(percent=46, interval=Interval(low=39.5, high=52.4))
    assert interval_words(arm) == "40 to 52 of 100"


@pytest.mark.parametrize(
    ("importance", "words"), [(0, "Not at all"), (4, "Most"), ("not_sure", "Not sure")]
)
def test_an_importance_is_told_as_it_was_offered(importance: int, words: str) -> None:
    assert importance_words(importance) == words


# Places on a scale


def on_a_scale(worst: float, best: float, *likely: float) -> Criterion:
    standings = [a_range_standing(f"o{n}", one, one, one) for n, one in enumerate(likely)]
    scale = Scale(worst=worst, best=best, phrase=PluralForms(other="{n} weeks"))
    return a_scale_criterion("soon", *standings, scale=scale)


@pytest.mark.parametrize(
    ("worst", "best", "span"),
    [(12, 0, ("8 weeks", "1.5 weeks")), (0, 12, ("1.5 weeks", "8 weeks"))],
)
def test_a_span_runs_from_the_worst_to_the_best_whichever_end_is_larger(
    worst: float, best: float, span: tuple[str, str]
) -> None:
    criterion = on_a_scale(worst, best, 1.5, 8, 2)
    assert criterion_span(criterion, ["o0", "o1", "o2"], "en") == span


def test_a_span_is_of_the_options_asked_about_only() -> None:
    assert criterion_span(on_a_scale(12, 0, 1.5, 8, 2), ["o0", "o2"], "en") == (
        "2 weeks",
        "1.5 weeks",
    )


def test_a_span_of_what_nobody_knows_is_empty() -> None:
    criterion = a_scale_criterion("soon", an_unknown_standing("a"), an_unknown_standing("b"))
    assert criterion_span(criterion, ["a", "b"], "en") == ("", "")
    levels = a_level_criterion("car", an_unknown_standing("a"))
    assert criterion_span(levels, ["a"], "en") == ("", "")


def test_a_span_of_levels_runs_in_the_order_of_the_levels() -> None:
    standings = (a_level_standing("a", "good"), a_level_standing("b", "bad"))
    criterion = a_level_criterion("car", *standings, an_unknown_standing("c"))
    assert criterion_span(criterion, ["a", "b", "c"], "en") == ("bad", "good")


@given(st.floats(0, 20), st.floats(0, 20), st.sampled_from([(0.0, 20.0), (20.0, 0.0)]))
def test_the_ends_of_a_span_are_told_as_the_options_are(
    one: float, other: float, ends: tuple[float, float]
) -> None:
    criterion = on_a_scale(*ends, one, other)
    told = {standing_words(criterion, option, "en") for option in ("o0", "o1")}
    assert set(criterion_span(criterion, ["o0", "o1"], "en")) == told


@pytest.mark.parametrize(
    ("best", "at", "words"),
    [
        (12, 2.24, "2 weeks"),
        (12, 2.25, "2.5 weeks"),
        (12, 1.5, "1.5 weeks"),
        (20, 0.2, "0 weeks"),
        (30, 1.5, "2 weeks"),
        (30, 2.49, "2 weeks"),
    ],
)
def test_short_scales_are_told_in_halves_and_long_ones_in_whole_numbers(
    best: float, at: float, words: str
) -> None:
    assert standing_words(on_a_scale(0, best, at), "o0", "en") == words


def test_a_level_is_told_by_its_name_and_the_unknown_as_unknown() -> None:
    criterion = a_level_criterion(
        "car", a_level_standing("a", "middling"), an_unknown_standing("b")
    )
    assert standing_words(criterion, "a", "en") == "so so"
    assert standing_words(criterion, "b", "en") == "nobody knows"


# Closeness


def with_reasons(*reasons: CloseReason) -> Snapshot:
    snapshot = a_visit()
    close = replace(snapshot.appraisal, close_reasons=reasons)
    return replace(snapshot, weigh=lambda _: close)


def a_step(option: str, criterion: str, step: int = 1) -> CloseReason:
    return CloseReason(kind="one_step", option=option, criterion=criterion, step=step)


def test_a_line_up_that_is_not_close_has_no_reasons() -> None:
    assert close_sentences(with_reasons()) == ()


@pytest.mark.parametrize(
    ("talk", "stay", "said"),
    [
        (0.41, 0.40, "Talk (A) and Stay (C) came first about equally often."),
        (
            0.50,
            0.37,
            "Talk (A) came first more often than Stay (C), but not by enough to tell them apart.",
        ),
        (
            0.37,
            0.50,
            "Stay (C) came first more often than Talk (A), but not by enough to tell them apart.",
        ),
        (0.2, 0.7, "Talk (A) has the best score, but Stay (C) came first more often."),
    ],
)
def test_how_often_two_came_first_is_told_by_the_numbers(
    talk: float, stay: float, said: str
) -> None:
    snapshot = with_reasons(CloseReason(kind="shares", option="stay"))
    shares = {"talk": talk, "stay": stay, "pill": 1 - talk - stay}
    fits = tuple(
        replace(fit, rank_shares=(shares[fit.option], 1 - shares[fit.option], 0.0))
        for fit in snapshot.appraisal.fits
    )
    close = replace(snapshot.appraisal, fits=fits)
    assert close_sentences(replace(snapshot, weigh=lambda _: close)) == (said,)


def test_how_unsure_a_fit_is_reads_as_from_one_band_to_another() -> None:
    snapshot = a_visit()
    fit = replace(snapshot.appraisal.fits[0], interval=(0.1, 0.95))
    assert span_words(fit, snapshot) == "Anywhere from “less well” to “well”"
    assert span_words(replace(fit, interval=(0.9, 0.95)), snapshot) == ""


def test_a_single_step_is_told_with_its_criterion_and_direction() -> None:
    assert close_sentences(with_reasons(a_step("pill", "help", -1))) == (
        "If “Help” mattered one step less, Pill (B) would come first.",
    )
    assert close_sentences(with_reasons(a_step("pill", "help"))) == (
        "If “Help” mattered one step more, Pill (B) would come first.",
    )


def test_several_single_steps_to_one_option_are_told_as_one_sentence_after_the_others() -> None:
    reasons = (
        a_step("pill", "help"),
        a_step("stay", "help", -1),
        a_step("pill", "driving", -1),
        CloseReason(kind="tie", option="stay"),
    )
    assert close_sentences(with_reasons(*reasons)) == (
        "Talk (A) and Stay (C) stand level.",
        "One step more or less on any one of 2 answers would put Pill (B) first.",
        "If “Help” mattered one step less, Stay (C) would come first.",
    )


def test_each_kind_of_reason_has_its_own_sentence() -> None:
    reasons = (
        CloseReason(kind="shares", option="stay"),
        CloseReason(kind="tie", option="stay"),
        CloseReason(kind="geometric", option="stay"),
        CloseReason(kind="unknown", option="stay", criterion="lasting"),
        a_step("stay", "help"),
    )
    told = close_sentences(with_reasons(*reasons))
    assert len(set(told)) == 5
    assert all("Stay (C)" in sentence and sentence.endswith(".") for sentence in told)


@pytest.mark.parametrize(
    ("said", "step", "words"),
    [
        (4, -1, "If “Help” mattered one step less (“A lot”), Stay (C) would come first."),
        (1, 3, "If “Help” mattered three steps more (“Most”), Stay (C) would come first."),
        (4, -4, "If “Help” mattered four steps less (“Not at all”), Stay (C) would come first."),
        (2, None, "However much or little “Help” mattered, the first place would stay."),
    ],
)
def test_a_tipping_point_is_told_in_steps_with_the_answer_it_leads_to(
    said: int, step: int | None, words: str
) -> None:
    tipping = Tipping(criterion="help", said=said, step=step, option="stay" if step else "")
    assert tipping_sentence(tipping, a_visit()) == words


def test_why_an_option_is_not_weighed_is_told_for_shut_ones_only() -> None:
    assert not_weighed_reason("talk", a_visit(session=GATED)) == ""
    gated = not_weighed_reason("pill", a_visit(session=GATED))
    assert gated == "You take an MAOI. A prescriber has to check this first."
    ruled_out = a_visit(session=a_full_session(dealbreakers=("no_driving",)))
    assert not_weighed_reason("pill", ruled_out) == "ruled out by “No driving after”."
