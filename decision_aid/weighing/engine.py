"""Lining up options with what a person said: multi-criteria weighing over many draws."""

from dataclasses import replace
from typing import Final

from decision_aid.base.errors import InputError
from decision_aid.base.language import _
from decision_aid.base.locale_words import number_words
from decision_aid.domain.answers import Rating
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import TradeOff
from decision_aid.weighing.appraisal import Appraisal, TradeOffPair, Widened
from decision_aid.weighing.central import alike, all_alike, centre
from decision_aid.weighing.equivalents import equivalents
from decision_aid.weighing.fits import option_fits
from decision_aid.weighing.kept_draws import KeptDraws
from decision_aid.weighing.question import Question, question
from decision_aid.weighing.sensitivity import after_steps, close_reasons, tipping
from decision_aid.weighing.standings import widened_by
from decision_aid.weighing.trade_offs import trade_offs

MOST_DRAWS: Final = 100_000

_ENOUGH_TO_ASK: Final = 1_000
"""Draws from which trade-off questions are chosen: a share is right to 1.6 points (one s.e.)."""


class Weigher:
    """Lines up the options of one pack, with one seed.

    The draws of standings are kept between appraisals; a change of importance only works out the
    weights and scores anew.

    Args:
        pack: What is known.
        seed: The session's seed.
        draws: How often to draw, 1 to 100000; None means as often as the pack says.

    Raises:
        InputError: The number of draws is out of bounds.

    Sources: Marsh 2016 and Thokala 2016 (good practice of multi-criteria decision analysis, parts
        1 and 2); Lahdelma 1998 (acceptability analysis); Tervonen 2011 (doi 10.1002/sim.4194).
    """

    def __init__(self, pack: Pack, *, seed: int, draws: int | None) -> None:
        self.seed = seed
        self.draws = pack.weighing.draws if draws is None else draws
        if not 1 <= self.draws <= MOST_DRAWS:
            raise InputError(
                _("The number of draws must lie between 1 and {most}.").format(
                    most=number_words(MOST_DRAWS)
                )
            )
        self._pack = pack
        self._kept = KeptDraws(pack, seed, self.draws)
        self._last: tuple[object, Appraisal] | None = None

    def is_for(self, pack: Pack, seed: int) -> bool:
        """Whether it lines up this very pack, drawn with this seed."""
        return self._pack is pack and self.seed == seed

    def appraise(
        self,
        *,
        options: tuple[str, ...],
        criteria: tuple[str, ...],
        ratings: tuple[Rating, ...],
        order: tuple[str, ...],
    ) -> Appraisal:
        """How options line up with what the person said.

        Args:
            options: Ids of the options neither gated nor ruled out, in any order.
            criteria: Ids of the criteria offered, in any order.
            ratings: The person's ratings; those of criteria not offered are passed over.
            order: Criteria put in order by the person, most important first.

        Returns:
            The appraisal; the same one, to the last bit, for the same answers in any order.
        """
        asked = (options, criteria, ratings, order)
        if self._last is None or self._last[0] != asked:
            self._last = (asked, self._appraise(*asked))
        return self._last[1]

    def trade_offs(
        self,
        *,
        options: tuple[str, ...],
        criteria: tuple[str, ...],
        ratings: tuple[Rating, ...],
        order: tuple[str, ...],
        answers: tuple[TradeOff, ...] = (),
    ) -> tuple[TradeOffPair, ...]:
        """The trade-off questions worth asking; see `weighing.trade_offs`.

        Args:
            options: As in `appraise`.
            criteria: As in `appraise`.
            ratings: As in `appraise`.
            order: As in `appraise`.
            answers: What was answered already. Those questions stay, with first and second as they
                were asked.

        Returns:
            At most three pairs, the most telling first; none where there is no line-up.
        """
        asked = question(options, criteria, ratings, order)
        if asked.missing:
            return ()
        central = centre(self._pack, asked.options, asked.ratings)
        if all_alike(self._pack, central):
            return ()
        few = min(self.draws, _ENOUGH_TO_ASK)
        return trade_offs(
            asked.ratings,
            self._kept.weights(asked.ratings, asked.order)[:, :few],
            self._kept.worth(asked.options, tuple(asked.ratings))[:, :, :few],
            alike=alike(self._pack, central),
            answered=tuple((one.first, one.second) for one in answers),
        )

    def _appraise(
        self,
        options: tuple[str, ...],
        criteria: tuple[str, ...],
        ratings: tuple[Rating, ...],
        order: tuple[str, ...],
    ) -> Appraisal:
        asked = question(options, criteria, ratings, order)
        in_pack_order = [one.id for one in self._pack.criteria if one.id in criteria]
        shared = Appraisal(
            pack=self._pack.id,
            version=self._pack.version,
            seed=self.seed,
            draws=self.draws,
            missing=asked.missing,
            criteria=tuple(one for one in in_pack_order if one in asked.ratings),
            left_out=tuple(one for one in in_pack_order if one not in asked.ratings),
            order_kept=asked.order_kept,
        )
        return shared if asked.missing else self._lined_up(asked, shared)

    def _lined_up(self, asked: Question, shared: Appraisal) -> Appraisal:
        """The appraisal with everything that takes options, ratings and draws."""
        central = centre(self._pack, asked.options, asked.ratings)
        weights = self._kept.weights(asked.ratings, asked.order)
        scores = self._kept.scores(central.options, central.criteria, weights)
        fits = option_fits(self._pack.weighing, central, shared.criteria, weights, scores)
        steps = after_steps(central)
        first_shares = {fit.option: fit.first_share for fit in fits}
        return replace(
            shared,
            fits=fits,
            unknown=self._unknown(asked.options, shared.criteria),
            widened=self._widened(asked.options, shared.criteria),
            all_equal=all_alike(self._pack, central),
            close_reasons=close_reasons(self._pack, central, steps, first_shares),
            tipping=tuple(tipping(central, steps, one) for one in shared.criteria),
            equivalents=equivalents(self._pack, central, asked.ratings),
        )

    def _unknown(
        self, options: tuple[str, ...], criteria: tuple[str, ...]
    ) -> tuple[tuple[str, str], ...]:
        return tuple(
            (option, criterion.id)
            for criterion in map(self._pack.criterion, criteria)
            for option in options
            if criterion.standing(option).unknown is not None
        )

    def _widened(self, options: tuple[str, ...], criteria: tuple[str, ...]) -> tuple[Widened, ...]:
        widening = self._pack.weighing.widening
        return tuple(
            Widened(option=option, criterion=criterion.id, factor=factor)
            for criterion in map(self._pack.criterion, criteria)
            for option in options
            if (factor := widened_by(criterion.standing(option), widening)) != 1
        )
