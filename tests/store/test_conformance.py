"""What every store of sessions does, whatever it is made of."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from decision_aid.domain.session import Clearance, Session
from decision_aid.store.api import KEEP_DAYS, Event, SessionId, SessionStore
from decision_aid.store.errors import (
    ChangedMeanwhileError,
    GoneError,
    StoreError,
    TooLargeError,
)
from decision_aid.store.session_bytes import packed
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.builders import TODAY, a_session
from tests.store.places import NAME, PLACES, Place

LABELS = st.text(st.characters(codec="utf-8"), max_size=12)
NO_ID = SessionId(bytes(16))


@contextmanager
def made(place: Place) -> Iterator[SessionStore]:
    with closing(place.make()) as store:
        yield store


def events(store: SessionStore) -> list[Event]:
    return [entry.event for entry in store.audit()][1:]


def a_clearance(rule: str = "maoi") -> Clearance:
    return Clearance(
        rule=rule, role="prescriber", initials="AM", reason="Waited", on=TODAY, covers=("pill",)
    )


def test_a_new_store_keeps_nothing_and_knows_who_made_it(place: Place) -> None:
    with made(place) as store:
        assert store.listed() == ()
        assert store.provider.name == NAME
        assert store.providers() == (store.provider,)
        assert store.at_work() is None
        assert [(one.event, one.by) for one in store.audit()] == [
            ("store_made", store.provider.slot)
        ]
        assert store.verify().is_whole


def test_a_session_is_read_as_it_was_kept_after_the_store_was_closed(place: Place) -> None:
    session = a_session(help=3, label="mornings", review="in two weeks")
    with made(place) as store:
        kept = store.keep(session)
    with closing(place.open()) as store:
        assert store.load(kept.id) == replace(kept, revision=1, session=session)


def test_each_save_is_one_revision_more_and_is_what_is_read(place: Place) -> None:
    with made(place) as store:
        kept = store.keep(a_session())
        for expected in range(1, 6):
            session = a_session(label=f"visit {expected}")
            assert store.save(kept.id, expected, session) == expected + 1
            assert store.load(kept.id).session == session


def test_a_save_over_another_revision_is_refused_and_changes_nothing(place: Place) -> None:
    with made(place) as store:
        kept = store.keep(a_session())
        store.save(kept.id, 1, a_session(label="theirs"))
        for expected in (0, 1, 3):
            with pytest.raises(ChangedMeanwhileError):
                store.save(kept.id, expected, a_session(label="ours"))
        assert store.load(kept.id).session.label == "theirs"
        assert store.verify().is_whole


def test_a_session_that_is_not_there_is_said_to_be_gone(place: Place) -> None:
    with made(place) as store:
        kept = store.keep(a_session())
        store.delete(kept.id)
        for which in (kept.id, NO_ID):
            with pytest.raises(GoneError):
                store.load(which)
            with pytest.raises(GoneError):
                store.save(which, 1, a_session())
            assert store.revision_of(which) is None


def test_what_is_on_the_disk_can_be_compared_with_what_was_to_be_saved(place: Place) -> None:
    with made(place) as store:
        kept = store.keep(a_session())
        session = a_session(label="now")
        store.save(kept.id, 1, session)
        assert store.revision_of(kept.id) == (2, sha256(packed(session)).digest())


def test_a_session_that_is_too_large_is_refused_and_the_last_one_stays(place: Place) -> None:
    large = a_session(open_questions=("x" * 4000,) * 600)
    with made(place) as store:
        kept = store.keep(a_session())
        with pytest.raises(TooLargeError):
            store.save(kept.id, 1, large)
        with pytest.raises(TooLargeError):
            store.keep(large)
        assert store.load(kept.id).revision == 1
        assert len(store.listed()) == 1


def test_the_list_says_what_it_is_to_say(place: Place) -> None:
    session = a_session(label="mornings", review="in two weeks")
    with made(place) as store:
        kept = store.keep(session)
        (line,) = store.listed()
    assert (line.id, line.revision, line.label) == (kept.id, 1, "mornings")
    assert (line.last_visit, line.review, line.pack) == (TODAY, "in two weeks", "small")


def test_the_list_begins_with_the_newest_visit_and_then_with_the_last_save(place: Place) -> None:
    with made(place) as store:
        old, first, second = (
            store.keep(a_session(started_on=day)).id
            for day in (TODAY - timedelta(days=1), TODAY, TODAY)
        )
        assert [one.id for one in store.listed()] == [second, first, old]
        store.save(first, 1, a_session(label="later"))
        assert [one.id for one in store.listed()] == [first, second, old]


def test_deleting_takes_away_those_named_and_no_other(place: Place) -> None:
    with made(place) as store:
        ids = [store.keep(a_session(label=str(n))).id for n in range(6)]
        store.delete(*ids[::2], NO_ID)
    with closing(place.open()) as store:
        assert {one.id for one in store.listed()} == set(ids[1::2])
        assert store.verify() == replace(store.verify(), sessions=3, damaged=())
        assert store.verify().is_whole


@pytest.mark.parametrize("days", KEEP_DAYS)
def test_how_long_sessions_are_kept_lasts_and_deletes_nothing(
    place: Place, days: int | None
) -> None:
    with made(place) as store:
        ages = (0, 1, 29, 30, 31, 365, 366, 4000)
        ids = {
            age: store.keep(a_session(started_on=TODAY - timedelta(days=age))).id for age in ages
        }
        store.set_keep_days(days)
    with closing(place.open()) as store:
        assert store.keep_days == days
        due = {one.id for one in store.due(TODAY)}
        assert due == {ids[age] for age in ages if days is not None and age > days}
        assert len(store.listed()) == len(ages)


def test_a_number_of_days_that_is_not_offered_is_refused(place: Place) -> None:
    with made(place) as store, pytest.raises(ValueError, match="KEEP_DAYS"):
        store.set_keep_days(7)


def test_a_visit_in_the_future_is_not_due(place: Place) -> None:
    with made(place) as store:
        store.keep(a_session())
        store.set_keep_days(0)
        assert store.due(date(2020, 1, 1)) == ()


def test_the_session_at_work_is_known_after_the_store_was_left(place: Place) -> None:
    with made(place) as store:
        kept = store.keep(a_session())
        store.set_at_work(kept.id)
    with closing(place.open()) as store:
        assert store.at_work() == kept.id
        store.set_at_work(None)
    with closing(place.open()) as store:
        assert store.at_work() is None


def test_a_deleted_session_is_at_work_no_more(place: Place) -> None:
    with made(place) as store:
        kept, other = store.keep(a_session()), store.keep(a_session())
        store.set_at_work(kept.id)
        store.delete(other.id)
        assert store.at_work() == kept.id
        store.delete(kept.id)
        assert store.at_work() is None


def test_the_audit_says_who_did_what_to_which_session(place: Place) -> None:
    with made(place) as store:
        kept = store.keep(a_session())
        store.record("viewed_list")
        store.load(kept.id)
        store.record("printed", kept.id)
        store.set_keep_days(30)
        store.delete(kept.id)
        entries = store.audit()
    assert [one.number for one in entries] == list(range(1, 8))
    assert {one.by for one in entries} == {store.provider.slot}
    assert [(one.event, one.session) for one in entries[1:]] == [
        ("kept", kept.id),
        ("viewed_list", b""),
        ("opened", kept.id),
        ("printed", kept.id),
        ("retention_changed", b""),
        ("deleted", kept.id),
    ]


def test_a_change_is_written_down_once_for_each_opening(place: Place) -> None:
    with made(place) as store:
        kept = store.keep(a_session())
        for expected in (1, 2, 3):
            store.save(kept.id, expected, a_session(label=str(expected)))
        store.load(kept.id)
        for expected in (4, 5):
            store.save(kept.id, expected, a_session(label=str(expected)))
        assert events(store) == ["kept", "changed", "opened", "changed"]


def test_gates_cleared_and_taken_back_are_written_down(place: Place) -> None:
    one, other = a_clearance("maoi"), a_clearance("pregnancy")
    with made(place) as store:
        kept = store.keep(a_session(clearances=(one,)))
        store.save(kept.id, 1, a_session(clearances=(one, other)))
        store.save(kept.id, 2, a_session(clearances=(other,)))
        store.save(kept.id, 3, a_session(clearances=(other,), label="same"))
        store.save(kept.id, 4, a_session(clearances=(replace(other, reason="Asked"),)))
        assert events(store) == [
            *("kept", "changed", "gate_cleared", "clearance_taken_back"),
            *("gate_cleared", "clearance_taken_back"),
        ]


def test_a_gate_cleared_in_a_session_not_opened_here_is_written_down(place: Place) -> None:
    with made(place) as store:
        kept = store.keep(a_session(clearances=(a_clearance(),)))
    with closing(place.open()) as store:
        store.save(kept.id, 1, a_session())
        assert events(store) == ["kept", "changed", "clearance_taken_back"]


def test_a_save_that_is_refused_writes_nothing_down(place: Place) -> None:
    with made(place) as store:
        kept = store.keep(a_session())
        with pytest.raises(ChangedMeanwhileError):
            store.save(kept.id, 7, a_session(clearances=(a_clearance(),)))
        with pytest.raises(GoneError):
            store.load(NO_ID)
        assert events(store) == ["kept"]
        store.save(kept.id, 1, a_session(clearances=(a_clearance(),)))
        assert events(store) == ["kept", "changed", "gate_cleared"]


def test_a_closed_store_tells_nothing_and_can_be_closed_again(place: Place) -> None:
    store = place.make()
    kept = store.keep(a_session())
    store.close()
    store.close()
    for use in (store.listed, store.verify, lambda: store.load(kept.id)):
        with pytest.raises(StoreError):
            use()


class AnyOrder(RuleBasedStateMachine):
    """Keeping, saving, reading, deleting and opening again in any order, beside a plain dict."""

    sessions = Bundle("sessions")
    kinds = PLACES[:1]

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.place = self.kinds[0](Path(self.folder.name))
        self.known: dict[SessionId, tuple[int, Session]] = {}

    @initialize()
    def make(self) -> None:
        self.store = self.place.make()

    @rule(target=sessions, label=LABELS, days=st.integers(0, 3))
    def keep(self, label: str, days: int) -> SessionId:
        session = a_session(label=label, started_on=TODAY - timedelta(days=days))
        kept = self.store.keep(session)
        self.known[kept.id] = (1, session)
        return kept.id

    @rule(which=sessions, label=LABELS, behind=st.integers(0, 1))
    def save(self, which: SessionId, label: str, behind: int) -> None:
        revision, session = self.known[which]
        following = replace(session, label=label)
        if behind:
            with pytest.raises(ChangedMeanwhileError):
                self.store.save(which, revision - behind, following)
        else:
            self.known[which] = (self.store.save(which, revision, following), following)

    @rule(which=sessions)
    def load(self, which: SessionId) -> None:
        kept = self.store.load(which)
        assert (kept.revision, kept.session) == self.known[which]

    @rule(which=consumes(sessions))
    def delete(self, which: SessionId) -> None:
        self.store.delete(which)
        del self.known[which]

    @rule()
    def open_again(self) -> None:
        self.store.close()
        self.store = self.place.open()

    @invariant()
    def lists_what_is_known(self) -> None:
        found = {one.id: (one.revision, one.label) for one in self.store.listed()}
        assert found == {
            which: (revision, session.label) for which, (revision, session) in self.known.items()
        }

    def teardown(self) -> None:
        verdict = self.store.verify()
        assert verdict.is_whole
        assert verdict.sessions == len(self.known)
        self.store.close()
        self.folder.cleanup()


@pytest.mark.parametrize("kind", PLACES, ids=lambda kind: kind.__name__)
def test_in_any_order_a_store_keeps_what_a_dict_keeps(kind: Callable[[Path], Place]) -> None:
    machine = type("AnyOrderThere", (AnyOrder,), {"kinds": (kind,)})
    few = settings(max_examples=8, stateful_step_count=15, deadline=None)
    run_state_machine_as_test(machine, settings=few)
