"""Back-ups: made, looked through, thinned, counted and deleted."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from decision_aid.store.back_ups import (
    MOST,
    BackUp,
    back_ups,
    is_due,
    make_back_up,
    purge_back_ups,
    surplus,
)
from decision_aid.store.database import Database
from decision_aid.store.errors import DamagedError, StoreError
from hypothesis import given
from hypothesis import strategies as st

from tests.store.places import PASSPHRASE
from tests.store.stores import Stored
from tests.store.torture.subject import said

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def stored(tmp_path: Path) -> Stored:
    return Stored(tmp_path)


def made(*days_ago: float) -> tuple[BackUp, ...]:
    """Back-ups made so many days ago, the newest first."""
    return tuple(
        BackUp(path=Path(str(number)), number=number, made_at=NOW - timedelta(days=days))
        for number, days in sorted(enumerate(reversed(days_ago)), reverse=True)
    )


def left(one: tuple[BackUp, ...]) -> tuple[BackUp, ...]:
    """What stays, once as many as may go are gone."""
    while going := surplus(one):
        one = tuple(kept for kept in one if kept not in going)
    return one


def test_a_store_has_a_back_up_from_the_beginning(stored: Stored) -> None:
    stored.make().close()
    assert [one.count() for one in back_ups(stored.folder)] == [0]
    assert "back_up_made" in stored.events()


def test_one_is_made_at_an_opening_and_not_again_within_half_an_hour(stored: Stored) -> None:
    stored.keep(said(1, 1), said(2, 1))
    first = back_ups(stored.folder)[0]
    stored.clock.now = first.made_at + timedelta(minutes=29)
    stored.open().store.close()
    assert [one.count() for one in back_ups(stored.folder)] == [0]
    stored.clock.now = first.made_at + timedelta(minutes=31)
    stored.open().store.close()
    assert [one.count() for one in back_ups(stored.folder)] == [2, 0]


def test_a_clock_set_back_means_a_back_up_more_and_not_one_less(stored: Stored) -> None:
    stored.make().close()
    newest = back_ups(stored.folder)[0]
    assert not is_due(stored.folder, newest.made_at)
    assert is_due(stored.folder, newest.made_at - timedelta(days=3653))
    stored.clock.now = newest.made_at - timedelta(days=3653)
    stored.open().store.close()
    assert [one.number for one in back_ups(stored.folder)] == [2, 1]


def test_a_back_up_opens_as_a_store_in_the_place_of_one(stored: Stored) -> None:
    kept = stored.keep(said(1, 1))
    stored.clock.now += timedelta(days=400)
    stored.open().store.close()
    newest = back_ups(stored.folder)[0]
    newest.path.replace(stored.path)
    opened = stored.unlock(PASSPHRASE, accept_older=True)
    assert opened.store.load(kept[0]).session == said(1, 1)
    opened.store.close()


def test_a_copy_that_is_not_whole_is_never_called_a_back_up(stored: Stored) -> None:
    stored.make().close()
    before = [one.name for one in (stored.folder / "back-ups").iterdir()]
    with Database(stored.path) as database, pytest.raises(DamagedError):
        make_back_up(stored.folder, database, lambda _: False, NOW)
    assert [one.path.name for one in back_ups(stored.folder)] == before
    assert [one.name for one in (stored.folder / "back-ups").iterdir()] == before


def test_a_back_up_that_fails_is_told_and_stops_nothing(stored: Stored) -> None:
    kept = stored.keep(said(1, 1))
    purge_back_ups(stored.folder)
    (stored.folder / "back-ups").rmdir()
    (stored.folder / "back-ups").write_text("in the way", "utf-8")
    opened = stored.open()
    assert [one.kind for one in opened.news] == ["no_back_up"]
    assert opened.store.save(kept[0], 1, said(1, 2)) == 2
    opened.store.close()


def test_what_a_killed_program_left_of_a_back_up_is_in_nobodys_way(stored: Stored) -> None:
    stored.make().close()
    (stored.folder / "back-ups" / "sessions-00000002.ddx.part").write_bytes(b"half")
    stored.clock.now += timedelta(days=400)
    stored.open().store.close()
    names = sorted(one.name for one in (stored.folder / "back-ups").iterdir())
    assert names == ["sessions-00000001.ddx", "sessions-00000002.ddx"]


def test_nothing_but_back_ups_is_taken_for_one(stored: Stored) -> None:
    stored.make().close()
    for name in ("notes.txt", "sessions-.ddx", "sessions-x.ddx", "sessions-²2.ddx", "sessions-3"):
        (stored.folder / "back-ups" / name).write_bytes(b"")
    assert [one.number for one in back_ups(stored.folder)] == [1]
    assert purge_back_ups(stored.folder) == 1
    assert len(list((stored.folder / "back-ups").iterdir())) == 5


def test_after_all_are_deleted_the_next_opening_makes_one(stored: Stored) -> None:
    stored.keep(said(1, 1))
    assert purge_back_ups(stored.folder) == 1
    assert back_ups(stored.folder) == ()
    assert stored.news() == []
    assert [one.count() for one in back_ups(stored.folder)] == [1]


def test_a_damaged_back_up_counts_no_sessions_and_is_passed_over(stored: Stored) -> None:
    stored.keep(said(1, 1))
    back_ups(stored.folder)[0].path.write_bytes(b"no store at all")
    assert [one.count() for one in back_ups(stored.folder)] == [0]
    assert stored.news() == []


def test_back_ups_of_a_folder_that_is_gone_are_none(tmp_path: Path) -> None:
    assert back_ups(tmp_path / "gone") == ()
    assert purge_back_ups(tmp_path / "gone") == 0


def test_a_back_up_from_before_someone_was_removed_is_not_restored_from(stored: Stored) -> None:
    store = stored.make()
    gone = store.add_provider("Bela Ortiz", "seven stones under the bridge")
    kept = store.keep(said(1, 1))
    store.close()
    stored.clock.now += timedelta(days=400)
    opened = stored.unlock(PASSPHRASE)
    opened.store.remove_provider(gone.slot)
    opened.store.close()
    data = stored.path.read_bytes()
    stored.path.write_bytes(bytes(100) + data[100:])
    opened = stored.unlock(PASSPHRASE)
    assert [one.kind for one in opened.news] == ["set_aside"]
    assert opened.store.load(kept.id).session == said(1, 1)
    assert [one.name for one in opened.store.providers()] == ["Anna Mill"]
    opened.store.close()
    with pytest.raises(StoreError):
        stored.unlock("seven stones under the bridge")


def test_a_year_of_work_leaves_days_weeks_and_months() -> None:
    rest: tuple[BackUp, ...] = ()
    for day in range(365, -1, -1):
        for hour in (0.1, 0.05):
            rest = left(
                (
                    BackUp(
                        path=Path(f"{day} {hour}"),
                        number=len(rest),
                        made_at=NOW - timedelta(days=day + hour),
                    ),
                    *rest,
                )
            )
    ages = [(NOW - one.made_at).days for one in rest]
    assert len(rest) == MOST == 31
    assert set(range(12)) <= set(ages)
    assert sum(age > 60 for age in ages) >= 6
    assert max(ages) > 200


@given(st.lists(st.floats(-4000, 4000), max_size=60))
def test_thinning_never_takes_the_newest_nor_one_of_few(days_ago: list[float]) -> None:
    there = made(*days_ago)
    going = surplus(there)
    assert len(there) - len(going) >= min(len(there), MOST)
    assert not set(going) & set(there[:1])


def test_back_ups_whose_times_were_lost_go_one_for_one() -> None:
    there = made(*[0.0] * MOST)
    assert surplus(there) == ()
    more = made(*[0.0] * (MOST + 1))
    assert [one.number for one in surplus(more)] == [0]


def test_one_is_made_on_leaving_when_a_session_was_changed_since(stored: Stored) -> None:
    store = stored.make()
    store.back_up()
    assert [one.count() for one in back_ups(stored.folder)] == [0]
    kept = store.keep(said(1, 1)).id
    before = store.is_backed_up
    store.back_up()
    store.back_up()
    assert [one.count() for one in back_ups(stored.folder)] == [1, 0]
    store.save(kept, 1, said(1, 2))
    store.back_up()
    assert (before, store.is_backed_up) == (False, True)
    store.close()
    assert len(back_ups(stored.folder)) == 3


def test_one_is_made_on_leaving_after_the_keys_were_changed(stored: Stored) -> None:
    store = stored.make()
    store.keep(said(1, 1))
    store.renew_recovery_code(PASSPHRASE)
    store.back_up()
    assert store.is_backed_up
    assert [one.count() for one in back_ups(stored.folder)] == [1, 0]
    store.close()
