"""Whatever is said, cleared, undone and made again: only a prescriber's own hand opens a gate."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from decision_aid.base.errors import NotAllowedError
from decision_aid.domain.about_you import ConditionAnswer, Taking
from decision_aid.domain.answers import YesNoUnsure
from decision_aid.domain.pack import Pack
from decision_aid.domain.rules import Washout
from decision_aid.domain.session import Clearance, Role, Session
from decision_aid.workspace.changes.about import AnswerCondition, SetTaking
from decision_aid.workspace.changes.safety import ClearGate, TakeBackClearance
from decision_aid.workspace.changes.walk import BeginVisit
from decision_aid.workspace.changes.welcome import SetPeople
from decision_aid.workspace.workspace import Change, Workspace
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.builders import TODAY, a_pack, a_session
from tests.workspace.examples import A_CLEARANCE

DAYS = 14
STOPS = tuple(TODAY - timedelta(days=ago) for ago in (-9, 0, 1, DAYS - 1, DAYS))
LINES = (
    Taking(name="Nardil"),
    Taking(name="Nardil", dose="60 mg"),
    Taking(name="Nardil", route="mouth"),
    Taking(name="Nardil", stopped=True),
    *(Taking(name="Nardil", stopped=True, stopped_on=on) for on in STOPS),
    Taking(name="phenelzine"),
    Taking(name="Zoloft", dose="50 mg"),
    Taking(name="Zoloft", dose="+ phenelzine 15"),
    Taking(name="Zoloft", dose="+ phenelzine 90"),
    Taking(name="Zoloft", dose="+ phenelzine 15", route="mouth"),
    *(Taking(name="Zoloft", dose="phenelzine", stopped=True, stopped_on=on) for on in STOPS),
    Taking(name="Zoloft: phenelzine"),
)
IN_THE_DOSE = "Zoloft: phenelzine"
REASONS = ("Nardil", "phenelzine", IN_THE_DOSE, f"{IN_THE_DOSE}: phenelzine", "aneurysm")
COVERS = st.lists(st.sampled_from(REASONS), unique=True).map(tuple)
TIMES = st.integers(1, 3)

Said = Taking | ConditionAnswer | None
"""What was said about one thing."""


def two_gates() -> Pack:
    """A gate on the pill for an MAOI, and one on talking for a vessel, or for an MAOI stopped."""
    maoi, vessel = a_pack().rules
    washout = Washout(
        id="maoi", condition="aneurysm", classes=("maoi",), days=DAYS, sources=("book",)
    )
    shut = replace(vessel, severity="gate", options=("talk",))
    return a_pack(rules=(maoi, shut), washouts=(washout,))


def reason(line: Taking) -> str:
    """What an MAOI on this line sets off is known by; "" where it names none."""
    if line.name == IN_THE_DOSE:  # typed just so: another line than that of a dose
        return f"{IN_THE_DOSE}: phenelzine"
    if line.name != "Zoloft":
        return line.name
    return IN_THE_DOSE if "phenelzine" in line.dose else ""


def bare(session: Session) -> Counter[Clearance]:
    return Counter(replace(one, covers=()) for one in session.clearances)


class Gates(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.workspace = Workspace(two_gates(), a_session(), draws=5)
        self.given = Counter[Clearance]()  # by a prescriber, and not gone since
        self.looked_at = set[tuple[Clearance, str, Said]]()  # what was so when it was given

    @property
    def session(self) -> Session:
        return self.workspace.snapshot.session

    def apply(self, change: Change) -> None:
        self.workspace.apply(change)
        self.given &= bare(self.session)

    def said(self, name: str) -> Said:
        about = self.session.about
        lines = (one for one in about.taking if reason(one) == name)
        return next(lines, next((one for one in about.conditions if one.id == name), None))

    def clear_with(self, clearance: Clearance) -> None:
        self.workspace.apply(ClearGate(clearance))
        one = replace(clearance, covers=())
        self.given[one] += 1
        self.looked_at |= {(one, name, self.said(name)) for name in clearance.covers}

    @rule(lines=st.lists(st.sampled_from(LINES), max_size=2, unique_by=lambda one: one.name))
    def take(self, lines: list[Taking]) -> None:
        self.apply(SetTaking(tuple(lines)))

    @rule(line=st.sampled_from(LINES))
    def change_one_line(self, line: Taking) -> None:
        others = (one for one in self.session.about.taking if one.name != line.name)
        self.apply(SetTaking((*others, line)))

    @rule()
    def clear_all_there_is(self) -> None:
        self.apply(SetPeople(("prescriber",)))
        for one in self.workspace.snapshot.findings:
            self.clear_with(replace(A_CLEARANCE, rule=one.rule.id, covers=one.because))

    @rule(answer=st.sampled_from((None, "yes", "unsure", "no")))
    def answer(self, answer: YesNoUnsure | None) -> None:
        self.apply(AnswerCondition("aneurysm", answer))

    @rule(gate=st.sampled_from(("maoi", "vessel")), covers=COVERS)
    def clear(self, gate: str, covers: tuple[str, ...]) -> None:
        self.apply(SetPeople(("prescriber",)))
        self.clear_with(replace(A_CLEARANCE, rule=gate, covers=covers))

    @rule(
        here=st.sampled_from(((), ("counselor",), ("helper", "companion"), ("prescriber",))),
        role=st.sampled_from(("prescriber", "counselor", "helper", "companion")),
        initials=st.sampled_from(("AB", " ", "\N{ZERO WIDTH SPACE}")),
        reason=st.sampled_from(("I know them", "", "\N{NO-BREAK SPACE}")),
    )
    def forge(self, here: tuple[Role, ...], role: Role, initials: str, reason: str) -> None:
        self.apply(SetPeople(here))
        forged = replace(
            A_CLEARANCE, role=role, initials=initials, reason=reason, covers=("Nardil",)
        )
        before = self.session
        try:
            self.clear_with(forged)
        except NotAllowedError:
            assert self.session == before
        else:
            assert (here, role, initials, reason) == (
                ("prescriber",),
                "prescriber",
                "AB",
                "I know them",
            )

    @rule(gate=st.sampled_from(("maoi", "vessel")))
    def take_back(self, gate: str) -> None:
        self.apply(TakeBackClearance(gate))
        assert gate not in {one.rule for one in self.session.clearances}

    @rule(times=TIMES)
    def undo(self, times: int) -> None:
        for _ in range(times):
            self.workspace.undo()
            self.given &= bare(self.session)

    @rule(times=TIMES)
    def redo(self, times: int) -> None:
        for _ in range(times):
            self.workspace.redo()
            self.given &= bare(self.session)

    @rule(days=st.sampled_from((1, DAYS)))
    def come_again(self, days: int) -> None:
        self.apply(BeginVisit(self.session.started_on + timedelta(days=days)))

    @rule()
    def line_up(self) -> None:
        fits = {fit.option for fit in self.workspace.snapshot.appraisal.fits}
        assert fits <= set(self.workspace.snapshot.weighed_options)

    @invariant()
    def every_clearance_was_given_by_a_prescriber_and_has_not_been_gone_since(self) -> None:
        assert bare(self.session) == self.given

    @invariant()
    def what_shuts_an_option_was_looked_at_as_it_is_now_or_it_is_not_weighed(self) -> None:
        snapshot = self.workspace.snapshot
        assert set(snapshot.weighed_options).isdisjoint(snapshot.gated)
        for gate, option, reasons in (
            ("maoi", "pill", self.taken()),
            ("vessel", "talk", self.left()),
        ):
            if reasons and not self.is_cleared(gate, reasons):
                assert option not in snapshot.weighed_options

    def is_cleared(self, gate: str, reasons: set[str]) -> bool:
        return any(
            all((one, name, self.said(name)) in self.looked_at for name in reasons)
            for one in self.given
            if one.rule == gate
        )

    def days_since(self, line: Taking) -> int | None:
        """Days since the last of it; 0 or less while it is taken, None where nobody knows."""
        if not line.stopped:
            return 0
        return (self.session.started_on - line.stopped_on).days if line.stopped_on else None

    def taken(self) -> set[str]:
        since = {reason(one): self.days_since(one) for one in self.session.about.taking}
        return {one for one, days in since.items() if one and days is not None and days <= 0}

    def left(self) -> set[str]:
        answered = {one.id for one in self.session.about.conditions if one.answer != "no"}
        since = {reason(one): self.days_since(one) for one in self.session.about.taking}
        left = {one for one, days in since.items() if one and (days is None or 0 < days < DAYS)}
        return answered | left


Gates.TestCase.settings = settings(max_examples=80, stateful_step_count=20, deadline=None)
TestGatesAlwaysHold = Gates.TestCase
