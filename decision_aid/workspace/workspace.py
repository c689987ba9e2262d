"""The one mutable object: it holds what was said and lets it change along one road."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from decision_aid.domain.own_concerns import is_weighed, with_own_criteria
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Clearance, Concern, Session
from decision_aid.workspace.snapshot import Snapshot, take

if TYPE_CHECKING:
    from decision_aid.domain.clinic import Clinic
    from decision_aid.weighing.appraisal import Appraisal, TradeOffPair
    from decision_aid.weighing.engine import Weigher


class Change(Protocol):
    """One thing a person does. Pure: it makes a new session and touches nothing else."""

    @property
    def gesture(self) -> str:
        """Changes in a row with the same gesture are one step of undo; "" is never joined."""

    def apply_to(self, session: Session) -> Session:
        """The session after it."""


class Workspace:
    """What was said, its snapshot, undo and redo, and who wants to know of changes.

    Args:
        pack: What is known.
        session: What was said so far.
        draws: Number of draws of the weighing; None means the pack's own.
        clinic: What this clinic adds to the pack.
    """

    def __init__(
        self,
        pack: Pack,
        session: Session,
        *,
        draws: int | None = None,
        clinic: "Clinic | None" = None,
    ) -> None:
        self._pack = pack
        self._clinic = clinic
        self._session = session
        self._draws = draws
        self._snapshot: Snapshot | None = None
        self._weigher: Weigher | None = None
        self._undo: list[Session] = []
        self._redo: list[Session] = []
        self._gesture = ""
        self._own: tuple[tuple[Concern, ...], Pack] | None = None
        self._watchers: list[Callable[[], None]] = []

    @property
    def snapshot(self) -> Snapshot:
        """This moment; the same object until something changes."""
        if self._snapshot is None:
            self._snapshot = take(
                self._whole_pack(), self._session, self._weigh, self._clinic, ask=self._ask
            )
        return self._snapshot

    @property
    def pack(self) -> Pack:
        """The pack in the language it is told in now, without the person's own criteria."""
        return self._pack

    def _whole_pack(self) -> Pack:
        """The pack with the person's own criteria; the same object while they are the same."""
        concerns = tuple(filter(is_weighed, self._session.concerns))
        if self._own is None or self._own[0] != concerns:
            self._own = (concerns, with_own_criteria(self._pack, concerns))
        return self._own[1]

    def apply(self, change: Change) -> None:
        """Make a change, unless it changes nothing.

        Opening a step, or recording what was done for safety, is no step of undo.
        """
        session = change.apply_to(self._session)
        if session == self._session:
            return
        if _said(session) == _said(self._session):
            self._become(session)
            return
        if not change.gesture or change.gesture != self._gesture:
            self._undo.append(self._session)
        self._gesture = change.gesture
        if _said(self._undo[-1]) == _said(session):  # it took itself back: no step is left of it
            self._undo.pop()
            self._gesture = ""
        self._redo.clear()
        self._forget(session)
        self._become(session)

    def undo(self) -> None:
        """Take back the last gesture; nothing happens when there is none."""
        self._step(self._undo, self._redo)

    def redo(self) -> None:
        """Make the last gesture taken back again."""
        self._step(self._redo, self._undo)

    @property
    def can_undo(self) -> bool:
        """Whether there is a gesture to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a gesture to make again."""
        return bool(self._redo)

    def begin(self, session: Session) -> None:
        """Put another session in place of this one; nothing of the old one is kept."""
        self._undo.clear()
        self._redo.clear()
        self._gesture = ""
        self._own = self._weigher = None
        self._become(session)

    def take_clinic(self, clinic: "Clinic") -> None:
        """Put what this clinic adds beside the pack. It is no part of what was said: no undo."""
        self._clinic = clinic
        self._renew()

    def take_pack(self, pack: Pack) -> None:
        """Put the same pack in another language in place of this one: no undo.

        Raises:
            ValueError: It is another pack, or another version of it.
        """
        if (pack.id, pack.version) != (self._pack.id, self._pack.version):
            raise ValueError("a session stays with its pack")
        self._pack = pack
        self._own = self._weigher = None
        self._renew()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` after every change."""
        self._watchers.append(watcher)

    def _step(self, source: list[Session], target: list[Session]) -> None:
        self._gesture = ""
        if not source:
            return
        target.append(self._session)
        session = self._stepped(source.pop())
        self._forget(session)
        if session != self._session:
            self._become(session)

    def _forget(self, after: Session) -> None:
        """Take clearances that are gone after this step out of every moment of undo and redo."""
        # Only a prescriber's own hand clears a gate: no step brings back what was taken back.
        kept = _given(after)
        gone = _given(self._session) - kept
        if gone:
            for moments in (self._undo, self._redo):
                moments[:] = [_without(gone, one, kept) for one in moments]

    def _stepped(self, after: Session) -> Session:
        """Another moment of the session, with what no step may take back or bring in."""
        # Where one has been is not taken back, and neither is what was done for safety: but a
        # talk held about one answer to item 9 does not stand for another that asks for one. Each
        # visit has its own talk, and its own steps.
        before = self._session
        was, phq9 = before.about.phq9, after.about.phq9
        stands = was.item_9 == phq9.item_9 or not phq9.item_9_asks_for_talk
        talk = before.safety_talk if stands else None
        if before.started_on != after.started_on:
            return after
        return replace(after, visited=before.visited, safety_talk=talk)

    def _become(self, session: Session) -> None:
        self._session = session
        self._renew()

    def _renew(self) -> None:
        self._snapshot = None
        for watcher in self._watchers:
            watcher()

    def _weigh(self, snapshot: Snapshot) -> "Appraisal":
        return self._weigher_of(snapshot).appraise(
            options=snapshot.weighed_options,
            criteria=tuple(criterion.id for criterion in snapshot.criteria),
            ratings=snapshot.session.ratings,
            order=snapshot.session.order,
        )

    def _ask(self, snapshot: Snapshot) -> "tuple[TradeOffPair, ...]":
        return self._weigher_of(snapshot).trade_offs(
            options=snapshot.weighed_options,
            criteria=tuple(criterion.id for criterion in snapshot.criteria),
            ratings=snapshot.session.ratings,
            order=snapshot.session.order,
            answers=snapshot.session.trade_offs,
        )

    def _weigher_of(self, snapshot: Snapshot) -> "Weigher":
        """The weigher of this pack and seed, with the draws it keeps."""
        from decision_aid.weighing.engine import Weigher  # noqa: PLC0415 - NumPy, when first needed

        seed = snapshot.session.seed
        if self._weigher is None or not self._weigher.is_for(snapshot.pack, seed):
            self._weigher = Weigher(snapshot.pack, seed=seed, draws=self._draws)
        return self._weigher


def _given(session: Session) -> Counter[Clearance]:
    """How often each clearance stands there; what one covers changes, and it stays the same."""
    return Counter(replace(one, covers=()) for one in session.clearances)


def _without(gone: Counter[Clearance], session: Session, kept: Counter[Clearance]) -> Session:
    """A session without the clearances that are gone; of equal ones, as many stay as are kept."""
    left: list[Clearance] = []
    seen = Counter[Clearance]()
    for one in session.clearances:
        bare = replace(one, covers=())
        seen[bare] += 1
        if bare not in gone or seen[bare] <= kept[bare]:
            left.append(one)
    return replace(session, clearances=tuple(left))


def _said(session: Session) -> Session:
    """The part of a session that undo and redo are about."""
    return replace(session, visited=(), safety_talk=None)
