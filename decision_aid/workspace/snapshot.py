"""What every page, the paper and the command line are given: one moment of the workspace."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from decision_aid.base.frozen import dataclass, field
from decision_aid.domain.criteria import Criterion, Dealbreaker
from decision_aid.domain.journey import Journey, LetteredOption, journey, lettered
from decision_aid.domain.medicines import known_medicines, unread_words
from decision_aid.domain.pack import Pack
from decision_aid.domain.safety import (
    Finding,
    findings,
    gated,
    offered_criteria,
    ruled_out,
)
from decision_aid.domain.session import Session

if TYPE_CHECKING:  # NumPy comes with it, and is not wanted before the first window is up
    from decision_aid.domain.clinic import Clinic
    from decision_aid.weighing.appraisal import Appraisal, Missing, TradeOffPair


def _ask_nothing(_snapshot: "Snapshot") -> "tuple[TradeOffPair, ...]":
    return ()


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Pack, session and what follows from them, all of the same moment.

    Attributes:
        pack: What is known.
        session: What was said.
        findings: Safety rules that fire, gates first.
        gated: Options shut by gates, with the findings that shut them.
        ruled_out: Options the person ruled out, with the dealbreakers that did it.
        criteria: The criteria offered to this person.
        options: The options in this session's order, with their letters.
        journey: Where the walk stands.
        clinic: What this clinic adds to the pack; None where it adds nothing.
    """

    pack: Pack
    session: Session
    findings: tuple[Finding, ...]
    gated: Mapping[str, tuple[Finding, ...]]
    ruled_out: Mapping[str, tuple[Dealbreaker, ...]]
    criteria: tuple[Criterion, ...]
    options: tuple[LetteredOption, ...]
    journey: Journey
    clinic: "Clinic | None" = None
    weigh: Callable[["Snapshot"], "Appraisal"] = field(repr=False, compare=False)
    ask: Callable[["Snapshot"], "tuple[TradeOffPair, ...]"] = field(
        default=_ask_nothing, repr=False, compare=False
    )

    @cached_property
    def appraisal(self) -> "Appraisal":
        """How the options line up; worked out when first asked for, once.

        Without a provider nothing is weighed, nor while a talk comes first: there is nothing that
        any screen or paper could tell.
        """
        if self.journey.paused:
            return _not_weighed(self, "paused")
        return self.weigh(self) if self.journey.accompanied else _not_weighed(self)

    @cached_property
    def trade_offs(self) -> "tuple[TradeOffPair, ...]":
        """The trade-off questions worth asking, most telling first; worked out when asked for.

        None while a talk comes first.
        """
        return () if self.journey.paused else self.ask(self)

    @property
    def weighed_options(self) -> tuple[str, ...]:
        """Ids of the options that are neither gated nor ruled out, in this session's order."""
        shut = {*self.gated, *self.ruled_out}
        return tuple(one.option.id for one in self.options if one.option.id not in shut)

    @property
    def unknown_medicines(self) -> tuple[str, ...]:
        """What is taken now, as typed, that no safety rule can look at.

        The whole line where nothing in it is known, otherwise the words of it that are not; and
        what may be one more medicine where the dose goes.
        """
        from decision_aid.domain.dose_words import unread_in_dose  # noqa: PLC0415 - not at start-up

        unread = [
            part
            for one in self.session.about.taking
            for part in (
                *(unread_words(self.pack, one.name) if self._knows(one.name) else (one.name,)),
                *unread_in_dose(self.pack, one.dose),
            )
        ]
        return tuple(dict.fromkeys(unread))

    def _knows(self, name: str) -> bool:
        return bool(known_medicines(self.pack, name))

    def letter(self, option: str) -> str:
        """The letter an option goes by in this session."""
        return next(one.letter for one in self.options if one.option.id == option)


def _not_weighed(snapshot: Snapshot, missing: "Missing" = "not_accompanied") -> "Appraisal":
    from decision_aid.weighing.appraisal import Appraisal  # noqa: PLC0415 - see above

    return Appraisal(
        pack=snapshot.pack.id,
        version=snapshot.pack.version,
        seed=snapshot.session.seed,
        draws=0,
        missing=missing,
    )


def take(
    pack: Pack,
    session: Session,
    weigh: Callable[[Snapshot], "Appraisal"],
    clinic: "Clinic | None" = None,
    *,
    ask: Callable[[Snapshot], "tuple[TradeOffPair, ...]"] = _ask_nothing,
) -> Snapshot:
    """The snapshot of this pack, session and clinic."""
    found = findings(pack, session)
    return Snapshot(
        pack=pack,
        session=session,
        findings=found,
        gated=gated(pack, found),
        ruled_out=ruled_out(pack, session),
        criteria=offered_criteria(pack, session),
        options=lettered(pack, session.seed),
        journey=journey(session),
        clinic=clinic,
        weigh=weigh,
        ask=ask,
    )
