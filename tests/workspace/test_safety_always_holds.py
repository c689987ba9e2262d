"""Whatever is said, undone and made again, in whatever order: the two promises of safety."""

from datetime import date

from decision_aid.base.errors import NotAllowedError
from decision_aid.domain.about_you import Taking
from decision_aid.domain.instruments import Phq9
from decision_aid.domain.session import PROVIDERS, Role, SafetyTalk
from decision_aid.workspace.changes.about import SetTaking
from decision_aid.workspace.changes.matters import HoldDealbreaker, SetImportance, SetOrder
from decision_aid.workspace.changes.phq9 import AnswerPhq9, RatherTalk
from decision_aid.workspace.changes.safety import ClearGate, RecordSafetyTalk
from decision_aid.workspace.changes.welcome import SetPeople
from decision_aid.workspace.workspace import Change, Workspace
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.builders import TODAY, a_pack, a_session
from tests.workspace.examples import A_CLEARANCE, A_TALK, EXAMPLES

MAOI_NAMES = ("Nardil", "phenelzine")
HERE: tuple[tuple[Role, ...], ...] = ((), ("companion",), ("helper", "companion"), ("prescriber",))


class AVisit(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.workspace = Workspace(a_pack(), a_session(help=3, driving=2), draws=5)
        self.talked_since = False  # a talk was recorded, and item 9 is as it was then
        self.item_9 = self.phq9.item_9
        self.day = self.workspace.snapshot.session.started_on
        self.visits: dict[date, tuple[tuple[int | None, bool], bool]] = {}

    @property
    def phq9(self) -> Phq9:
        return self.workspace.snapshot.session.about.phq9

    def apply(self, change: Change) -> bool:
        here = set(self.workspace.snapshot.session.people)
        try:
            self.workspace.apply(change)
        except NotAllowedError:
            return False
        self.look_at_item_9()
        if isinstance(change, RecordSafetyTalk):
            assert not here.isdisjoint(PROVIDERS)
            self.talked_since = True
        return True

    def look_at_item_9(self) -> None:
        """A visit that is gone back to has its own answer, and the talk that was held about it."""
        day = self.workspace.snapshot.session.started_on
        if day != self.day:
            self.visits[self.day] = self.item_9, self.talked_since
            self.item_9, self.talked_since = self.visits.get(day, (self.phq9.item_9, False))
            self.day = day
        if self.phq9.item_9 != self.item_9:
            self.talked_since = False
        self.item_9 = self.phq9.item_9

    @rule(change=st.sampled_from(EXAMPLES))
    def do_anything(self, change: Change) -> None:
        self.apply(change)

    @rule(names=st.lists(st.sampled_from((*MAOI_NAMES, "Zoloft")), unique=True))
    def take(self, names: list[str]) -> None:
        self.apply(SetTaking(tuple(Taking(name=name) for name in names)))

    @rule(answer=st.sampled_from((None, 0, 1, 3)))
    def answer_item_9(self, answer: int | None) -> None:
        self.apply(AnswerPhq9(9, answer))

    @rule()
    def rather_talk(self) -> None:
        self.apply(RatherTalk())

    @rule(here=st.sampled_from(HERE), initials=st.sampled_from(("AB", " ", "\N{SOFT HYPHEN}")))
    def try_to_record_a_talk(self, here: tuple[Role, ...], initials: str) -> None:
        self.apply(SetPeople(here))
        talk = SafetyTalk(action="handed_over", initials=initials, on=TODAY)
        may = initials == "AB" and not set(here).isdisjoint(PROVIDERS)
        assert self.apply(RecordSafetyTalk(talk)) == may

    @rule(one=st.sampled_from(("help", "driving", "lasting")), much=st.sampled_from((0, 4, None)))
    def say_what_matters(self, one: str, much: int | None) -> None:
        self.apply(SetImportance(one, much))
        rated = [rating.criterion for rating in self.workspace.snapshot.session.ratings]
        self.apply(SetOrder(tuple(reversed(rated))))

    @rule(held=st.sampled_from((True, False)))
    def rule_out(self, *, held: bool) -> None:
        self.apply(HoldDealbreaker("no_driving", held=held))

    @rule(answer=st.sampled_from((0, 1, 3)))
    def answer_item_9_and_talk_about_it(self, answer: int) -> None:
        self.apply(AnswerPhq9(9, answer))
        self.apply(RecordSafetyTalk(A_TALK))

    @rule(role=st.sampled_from(("prescriber", "counselor")))
    def clear(self, role: Role) -> None:
        self.apply(SetPeople((role,)))
        assert self.apply(ClearGate(A_CLEARANCE)) == (role == "prescriber")

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.workspace.undo()
            self.look_at_item_9()

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.workspace.redo()
            self.look_at_item_9()

    @invariant()
    def a_gated_option_is_never_weighed(self) -> None:
        snapshot = self.workspace.snapshot
        weighed = {fit.option for fit in snapshot.appraisal.fits}
        assert weighed <= set(snapshot.weighed_options)
        assert not set(snapshot.weighed_options) & set(snapshot.gated)
        taken = {taking.name for taking in snapshot.session.about.taking} & set(MAOI_NAMES)
        cleared = any(taken <= set(one.covers) for one in snapshot.session.clearances)
        assert not (taken and not cleared and "pill" in weighed)

    @invariant()
    def the_walk_pauses_until_a_talk_about_this_answer_is_recorded(self) -> None:
        asks = self.phq9.item_9_asks_for_talk
        assert self.workspace.snapshot.journey.paused == (asks and not self.talked_since)


AVisit.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestSafetyAlwaysHolds = AVisit.TestCase
