"""Everything the workspace tells of a moment, as one stream of texts."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from decision_aid.base.language import _
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.instruments import PHQ9_MOST, phq9_band
from decision_aid.domain.journey import STEPS
from decision_aid.domain.pack import Pack
from decision_aid.workspace import (
    clinic_words,
    draw_tables,
    finding_words,
    freshness,
    line_up_bars,
    line_up_words,
    matters_words,
    medicine_words,
    not_opened,
    phq9_trend,
    prompts,
    ratings_words,
    shares,
    side_by_side,
    study_words,
    sums,
    then_and_now,
    typed_day,
    voices,
    wording,
    words,
)
from decision_aid.workspace.line_up_state import line_up_state
from decision_aid.workspace.look_again import look_again
from decision_aid.workspace.patient_view.view import patient_view
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.workspace import Workspace

from tests.builders import a_session
from tests.workspace.examples import A_CLEARANCE, A_TALK

DAY = date(2026, 11, 23)
NO_WORDS = {"about", "fit", "arm", "order", "letter"}
"""Parts of what the patient screen shows that hold ids and letters."""


def everything(snapshot: Snapshot) -> Iterator[str]:
    yield from of_the_line_up(snapshot)
    yield from of_the_patient_screen(snapshot)
    yield from of_findings(snapshot)
    yield from of_medicines(snapshot)
    yield from of_what_matters(snapshot)
    yield from of_the_visit(snapshot)
    yield from of_numbers(snapshot.pack)


def of_the_line_up(snapshot: Snapshot) -> Iterator[str]:
    state = line_up_state(snapshot)
    yield from (state.sentence, state.to_do, *state.cautions)
    for one in snapshot.options:
        yield wording.not_weighed_reason(one.option.id, snapshot)
        yield wording.ruled_out_reason(one.option.id, snapshot)
    if not state.has_bars:
        return
    yield from line_up_words.close_sentences(snapshot)
    for reason in snapshot.appraisal.close_reasons:
        yield line_up_words.close_sentence(reason, snapshot)
    yield from line_up_words.change_sentences(snapshot)
    yield from line_up_words.basis_sentences(snapshot)
    yield line_up_words.again_sentence(snapshot)
    yield line_up_words.thresholds_sentence(snapshot)
    for voice in ("you", "they"):
        yield from ratings_words.typical_sentences(snapshot, voice)
        yield from ratings_words.equivalent_sentences(snapshot, voice)
    again = look_again(snapshot)
    yield again.why if again else ""
    yield from of_the_sums(snapshot)


def of_the_sums(snapshot: Snapshot) -> Iterator[str]:
    fits = snapshot.appraisal.fits
    yield from shares.times_in_ten([one.first_share for one in fits])
    for fit in fits:
        yield line_up_bars.fit_words(fit, snapshot)
        yield line_up_bars.bar_sentence(fit, snapshot)
        yield sums.score_words(fit)
        for line in sums.sum_lines(fit, snapshot):
            yield from (line.standing, line.working, line.sure, line.value, line.product)
    for weight in sums.sum_weights(snapshot):
        yield from (weight.name, weight.said, weight.working, weight.weight, weight.scale)
    for table in draw_tables.draw_tables(snapshot):
        yield from (*table.heads, *(one for row in table.rows for one in row))


def of_the_patient_screen(snapshot: Snapshot) -> Iterator[str]:
    cards = tuple(one.id for one in snapshot.pack.cards[:1])
    for step in STEPS:
        yield from strings(patient_view(snapshot, step, findings_shown=True, opened=cards))
        yield from strings(patient_view(snapshot, step, findings_shown=False))


def of_findings(snapshot: Snapshot) -> Iterator[str]:
    yield from (one.name for one in finding_words.option_standings(snapshot))
    yield from (one.heading for one in finding_words.finding_groups(snapshot))
    yield from map(finding_words.shown_words, snapshot.findings)
    for one in snapshot.findings:
        yield from (words.because_words(snapshot.pack, why) for why in one.because)
        yield wording.finding_title(replace(one, sure=False))
    yield finding_words.below_words(snapshot.findings)
    yield finding_words.gate_news((), snapshot.findings)
    yield finding_words.gate_news(snapshot.findings, ())
    yield from (wording.not_checked_sentence(snapshot), not_opened.safety_gap(snapshot))
    yield not_opened.not_talked_about_sentence(snapshot)


def of_medicines(snapshot: Snapshot) -> Iterator[str]:
    pack, taking = snapshot.pack, (*snapshot.session.about.taking, *stopped())
    for one in taking:
        yield medicine_words.stopped_words(pack, one, DAY)
        yield medicine_words.washout_sources(pack, one)
        yield wording.read_as_words(pack, one.name, one.route)
    both = replace(snapshot.session, about=AboutYou(taking=taking))
    yield from medicine_words.listed_words(Workspace(pack, both).snapshot).values()


def stopped() -> tuple[Taking, ...]:
    days = (None, DAY - timedelta(400), DAY - timedelta(2), DAY, DAY + timedelta(2))
    return (
        *(Taking(name="Nardil", stopped=True, stopped_on=one) for one in days),
        Taking(name="жж", stopped=True),
        Taking(name="esketamine", stopped=True),
    )


def of_what_matters(snapshot: Snapshot) -> Iterator[str]:
    for criterion in snapshot.criteria:
        yield matters_words.span_words(criterion, snapshot)
        yield matters_words.range_line(criterion, snapshot)
        yield matters_words.own_places(criterion, snapshot)
    yield from (matters_words.concern_line(one, snapshot) for one in snapshot.session.concerns)
    for answer in matters_words.told_trade_offs(snapshot):
        yield matters_words.answer_sentence(answer, snapshot)
        yield matters_words.disagreement_sentence(answer, snapshot)
    for voice in ("you", "they"):
        yield from voices.far_sentences(snapshot, voice)
    for two in voices.two_ratings(snapshot):
        yield from (two.name, two.person, two.provider)


def of_the_visit(snapshot: Snapshot) -> Iterator[str]:
    session = snapshot.session
    for step in STEPS:
        for group in prompts.prompt_groups(snapshot, step):
            yield from (group.title, *group.texts)
    for compared in then_and_now.comparisons(snapshot):
        yield from (said for one in compared.differences for said in (one.kind, one.kind_inside))
        yield from (compared.title, compared.closing)
        yield from strings(compared.differences)
    points = phq9_trend.phq9_trend(session)
    yield from (phq9_trend.trend_sentence(points), *(one.band for one in points))
    yield phq9_trend.left_out_sentence(session)
    yield words.decision_line(session.decision, snapshot)
    yield from (*strings(clinic_words.clinic_rows(snapshot)), clinic_words.call_line(snapshot))
    yield from (clinic_words.phones_sentence(snapshot), clinic_words.review_sentence(snapshot))
    yield clinic_words.as_of_sentence(snapshot)
    yield from strings(clinic_words.option_notes(snapshot, snapshot.options[0].option.id))


@cache
def of_numbers(pack: Pack) -> tuple[str, ...]:
    """The same in every session."""
    return tuple(_of_numbers(pack))


def _of_numbers(pack: Pack) -> Iterator[str]:
    for figure in pack.figures:
        study = pack.study(figure.study)
        for happened in (True, False):
            yield from side_by_side.number_lines(figure, study, happened=happened)
            yield from side_by_side.below_words(figure, study, "", happened=happened)
        facts = study_words.study_facts(pack, study, figure)
        facts.pop("Who paid")
        yield from (*map(_, facts), *facts.values())
        yield wording.interval_words(figure.readings[0].intervention)
        yield study_words.measured(replace(figure, at_most=None, scale=""))
    yield from (title for title, _asked in side_by_side.grouped(pack.questions))
    yield study_words.other_marks(pack.figures)
    yield freshness.old_contacts_sentence(pack.crisis, DAY + timedelta(999))
    yield freshness.contacts_sentence(pack.crisis)
    yield freshness.overdue_sentence(pack.provenance, DAY + timedelta(9999))


def fixed() -> Iterator[str]:
    yield from shares.times_in_ten((0.001, 0.999))
    yield from shares.times_in_ten((0.0, 1.0))
    yield from shares.times_in_ten((0.1, 0.9))
    yield finding_words.must_look_sentences()
    yield finding_words.cleared_sentence(replace(A_CLEARANCE, initials="3", reason="4"))
    yield finding_words.earlier_sentence(DAY - timedelta(1), DAY)
    talk = replace(A_TALK, initials="3")
    yield finding_words.talk_sentence(a_session(safety_talk=talk))
    yield from map(_, (sums.HOW, wording.OWN_COMPARISON, wording.NO_FULL_CHECK, voices.APART))
    yield from map(_, (then_and_now.NORMAL, clinic_words.MARK, clinic_words.PHONES))
    yield from map(typed_day.day_trouble, ("3", "3/4/2026"))
    yield from map(wording.certainty_sentence, wording.CERTAINTY_WORDS)
    named = (words.SEVERITIES, words.ROLES, words.INVOLVEMENT, words.AGES, words.ROUTES)
    asked = (words.TRIED, words.TRIED_KINDS, words.OUTCOMES, words.ANSWERS, words.TALKS)
    answers = (words.FEELS, words.YES_NO_RATHER_NOT, words.TOPICS, words.ASK, words.CARD_GROUPS)
    for table in (*named, *asked, *answers):
        yield from map(_, table.values())
    yield from map(phq9_band, range(PHQ9_MOST + 1))


def strings(tree: Any) -> Iterator[str]:
    """What is said somewhere in a record."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, tuple):
        for one in tree:
            yield from strings(one)
    elif is_dataclass(tree):
        for field in fields(tree):
            if field.name not in NO_WORDS:
                yield from strings(getattr(tree, field.name))
