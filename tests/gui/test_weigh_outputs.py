"""Everything the weighing gives out is on the page, once the sums are open."""

from collections.abc import Iterator

import pytest
from decision_aid.gui.pages.weigh import WeighPage
from decision_aid.weighing.appraisal import Appraisal, OptionFit
from decision_aid.workspace.line_up_words import BAND_SHORT, change_sentences, close_sentences
from decision_aid.workspace.shares import places_in_draws, times_in_ten
from decision_aid.workspace.snapshot import Snapshot
from decision_aid.workspace.sums import decimals
from pytestqt.qtbot import QtBot

from tests.gui.one_page import OnePage
from tests.gui.sessions import full_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")


@pytest.fixture
def page(qtbot: QtBot) -> OnePage:
    driver = OnePage(qtbot, WeighPage, real_pack(), full_session())
    driver.open("Show the sums")
    for name in [one.accessibleName() for one in driver.controls()]:
        if name.startswith("The sums of "):
            driver.open(name)
    return driver


def outputs_of(fit: OptionFit, draws: int) -> Iterator[str]:
    yield f"Fits {BAND_SHORT[fit.band]}"
    yield f"Between {decimals(fit.interval[0])} and {decimals(fit.interval[1])} in nine of ten"
    for count in places_in_draws(fit.rank_shares, draws):
        yield f"{count:,}"
    for one in fit.contributions:
        yield decimals(one.weight)
        yield f"= {decimals(one.value)}"
    for _, weight in fit.central_weights:
        yield decimals(weight)


def outputs_of_all(appraisal: Appraisal, snapshot: Snapshot) -> Iterator[str]:
    yield from close_sentences(snapshot)
    yield from change_sentences(snapshot)
    for criterion in appraisal.left_out:
        yield f"“{snapshot.pack.criterion(criterion).name}”"
    for _, criterion in appraisal.unknown:
        yield f"“{snapshot.pack.criterion(criterion).name}” ("
    for one in appraisal.widened:
        yield f"{one.factor:g} times as wide for “"
    yield f"Worked out {appraisal.draws:,} times, with seed {appraisal.seed}"
    yield f"“{appraisal.pack}”, version {appraisal.version}"


def test_every_output_of_every_option_is_on_the_page(page: OnePage) -> None:
    appraisal = page.workspace.snapshot.appraisal
    assert len(appraisal.fits) > 1
    for fit in appraisal.fits:
        assert not [one for one in outputs_of(fit, appraisal.draws) if not page.reads(one)]


def test_what_holds_for_all_of_the_line_up_is_on_the_page(page: OnePage) -> None:
    snapshot = page.workspace.snapshot
    told = list(outputs_of_all(snapshot.appraisal, snapshot))
    assert len(told) > 8
    assert not [one for one in told if not page.reads(one)]


def test_how_often_each_came_first_is_told_in_tenths_and_never_in_percent(page: OnePage) -> None:
    snapshot = page.workspace.snapshot
    fits = sorted(snapshot.appraisal.fits, key=lambda fit: -fit.first_share)
    for fit, words in zip(fits, times_in_ten([one.first_share for one in fits]), strict=True):
        assert page.reads(f"{snapshot.letter(fit.option)} {words}")
    assert not page.reads("%")
    assert not page.reads("percent")


def test_nothing_scrolls_sideways_with_all_sums_open(page: OnePage) -> None:
    assert page.page.content_width <= page.page.seen_width
