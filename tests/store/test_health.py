"""A damaged store is made whole again, and what was damaged is kept.

`DECISION_AID_FUZZ=200 pytest tests/store/test_health.py -s` is the long form; it tells what came
of each kind of damage.
"""

import os
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from decision_aid.domain.session import Session
from decision_aid.store.api import SessionId
from decision_aid.store.carving import PAGE, carved_rows
from decision_aid.store.errors import DamagedError, ForeignFileError, OlderStoreError, StoreError
from decision_aid.store.health import set_aside

from tests.store.places import PASSPHRASE, SECOND_NAME, founding
from tests.store.stores import Stored, loaded
from tests.store.torture.subject import said

FUZZ = int(os.environ.get("DECISION_AID_FUZZ", "0")) or 6


@pytest.fixture
def stored(tmp_path: Path) -> Stored:
    return Stored(tmp_path)


def aside(stored: Stored) -> list[Path]:
    return sorted(stored.folder.glob("sessions.ddx.set-aside-*"))


def altered(path: Path, column: str, which: SessionId) -> None:
    """Flip one byte of what is sealed in a row."""
    with sqlite3.connect(path, isolation_level=None) as opened:
        sealed = bytearray(
            opened.execute(f"SELECT {column} FROM session WHERE id = ?", (which,)).fetchone()[0]  # noqa: S608 - a column's name
        )
        sealed[20] ^= 1
        opened.execute(f"UPDATE session SET {column} = ? WHERE id = ?", (bytes(sealed), which))  # noqa: S608 - a column's name
    opened.close()


def with_back_up(stored: Stored, *sessions: Session) -> list[SessionId]:
    """A store with a back-up that has these sessions."""
    kept = stored.keep(*sessions)
    next((stored.folder / "back-ups").iterdir()).unlink()
    stored.open().store.close()
    return kept


@pytest.mark.parametrize("column", ["key", "listing", "body"])
def test_a_damaged_session_is_restored_from_the_back_up_and_told(
    stored: Stored, column: str
) -> None:
    kept = with_back_up(stored, said(1, 1), said(2, 1))
    altered(stored.path, column, kept[0])
    damaged = stored.path.read_bytes()
    opened = stored.open()
    assert [(one.kind, one.sessions) for one in opened.news] == [
        ("restored", (kept[0],)),
        ("set_aside", ()),
    ]
    assert opened.store.load(kept[0]).session == said(1, 1)
    assert opened.store.load(kept[1]).session == said(2, 1)
    restored = [one.session for one in opened.store.audit() if one.event == "restored"]
    assert restored == [kept[0]]
    opened.store.close()
    assert [one.read_bytes() for one in aside(stored)] == [damaged]
    assert stored.news() == []


def test_what_no_back_up_has_is_told_and_kept_as_bytes(stored: Stored) -> None:
    kept = stored.keep(said(1, 1), said(2, 1))
    altered(stored.path, "body", kept[0])
    damaged = stored.path.read_bytes()
    opened = stored.open()
    assert [(one.kind, one.sessions) for one in opened.news] == [
        ("not_restored", (kept[0],)),
        ("set_aside", ()),
    ]
    assert [one.id for one in opened.store.listed()] == [kept[1]]
    opened.store.close()
    assert [one.read_bytes() for one in aside(stored)] == [damaged]


def test_the_newest_back_up_that_has_it_whole_is_asked(stored: Stored) -> None:
    kept = with_back_up(stored, said(1, 1))
    older = next((stored.folder / "back-ups").iterdir())
    opened = stored.open()
    opened.store.save(kept[0], 1, said(1, 2))
    opened.store.close()
    newer = older.with_name("sessions-00000009.ddx")
    newer.write_bytes(stored.path.read_bytes())
    newest = older.with_name("sessions-00000010.ddx")
    newest.write_bytes(stored.path.read_bytes())
    altered(newest, "body", kept[0])
    altered(stored.path, "body", kept[0])
    assert stored.news() == ["restored", "set_aside"]
    assert stored.read() == {kept[0]: said(1, 2)}


def test_a_session_taken_out_behind_the_stores_back_comes_back(stored: Stored) -> None:
    kept = with_back_up(stored, said(1, 1), said(2, 1))
    with sqlite3.connect(stored.path, isolation_level=None) as opened:
        opened.execute("DELETE FROM session WHERE id = ?", (kept[0],))
    opened.close()
    assert stored.news() == ["restored", "set_aside"]
    assert stored.read() == {kept[0]: said(1, 1), kept[1]: said(2, 1)}


def test_a_session_put_back_to_what_it_was_behind_the_stores_back_is_found(stored: Stored) -> None:
    kept = with_back_up(stored, said(1, 1))
    earlier = sqlite3.connect(stored.path)
    row = earlier.execute("SELECT revision, key, listing, body FROM session").fetchone()
    earlier.close()
    opened = stored.open()
    opened.store.save(kept[0], 1, said(1, 2))
    opened.store.close()
    newest = stored.folder / "back-ups" / "sessions-00000009.ddx"
    newest.write_bytes(stored.path.read_bytes())
    with sqlite3.connect(stored.path, isolation_level=None) as attacked:
        attacked.execute("UPDATE session SET revision = ?, key = ?, listing = ?, body = ?", row)
    attacked.close()
    assert stored.news() == ["restored", "set_aside"]
    assert stored.read() == {kept[0]: said(1, 2)}


def test_what_was_deleted_stays_deleted(stored: Stored) -> None:
    kept = with_back_up(stored, said(1, 1), said(2, 1))
    opened = stored.open()
    opened.store.delete(kept[0])
    opened.store.close()
    altered(stored.path, "body", kept[1])
    assert stored.news() == ["restored", "set_aside"]
    assert stored.read() == {kept[1]: said(2, 1)}


def test_a_damaged_way_in_is_restored_when_another_opens_the_store(stored: Stored) -> None:
    with_back_up(stored, said(1, 1))
    with sqlite3.connect(stored.path, isolation_level=None) as opened:
        recovery = founding()[0].recovery
        bad = bytearray(recovery.to_bytes())
        bad[-1] ^= 1
        opened.execute("UPDATE slot SET value = ? WHERE id = ?", (bytes(bad), recovery.id))
    opened.close()
    assert stored.news() == ["set_aside"]
    opened_by_code = stored.unlock(founding()[1])
    assert opened_by_code.news == ()
    opened_by_code.store.close()


def test_who_cannot_be_let_in_any_more_is_told(stored: Stored) -> None:
    store = stored.make()
    store.add_provider(SECOND_NAME, "seven stones under the bridge")
    store.close()
    with sqlite3.connect(stored.path, isolation_level=None) as opened:
        opened.execute("UPDATE slot SET value = zeroblob(length(value)) WHERE rowid = 3")
    opened.close()
    reopened = stored.open()
    assert [one.kind for one in reopened.news] == ["set_aside"]
    assert "add those who are missing again" in reopened.news[0].text
    assert SECOND_NAME not in reopened.news[0].text
    assert [one.name for one in reopened.store.providers()] == ["Anna Mill"]
    reopened.store.close()


def test_the_slot_of_an_earlier_passphrase_put_back_opens_nothing(stored: Stored) -> None:
    store = stored.make()
    earlier = founding()[0].slot
    store.change_passphrase(PASSPHRASE, "another horse by another window")
    store.close()
    with sqlite3.connect(stored.path, isolation_level=None) as opened:
        opened.execute("UPDATE slot SET value = ? WHERE id = ?", (earlier.to_bytes(), earlier.id))
    opened.close()
    before = stored.path.read_bytes()
    with pytest.raises(DamagedError, match="recovery code"):
        stored.unlock(PASSPHRASE)
    assert stored.path.read_bytes() == before
    opened_by_code = stored.unlock(founding()[1])
    assert [one.kind for one in opened_by_code.news] == ["set_aside"]
    opened_by_code.store.close()


def test_lost_entries_of_the_audit_do_not_hide_that_they_are_lost(stored: Stored) -> None:
    stored.keep(said(1, 1), said(2, 1))
    with sqlite3.connect(stored.path, isolation_level=None) as opened:
        opened.execute("DELETE FROM audit WHERE number = 4")
    opened.close()
    opened_again = stored.open()
    assert [one.kind for one in opened_again.news] == ["set_aside"]
    numbers = [one.number for one in opened_again.store.audit()]
    assert numbers == list(range(1, len(numbers) + 1))
    opened_again.store.close()
    assert stored.news() == []


def test_a_file_without_its_first_page_opens_with_the_passphrase(stored: Stored) -> None:
    kept = stored.keep(said(1, 1), said(2, 1))
    data = stored.path.read_bytes()
    stored.path.write_bytes(os.urandom(PAGE) + data[PAGE:])
    opened = stored.unlock(PASSPHRASE)
    assert [one.kind for one in opened.news] == ["set_aside"]
    assert opened.store.load(kept[0]).session == said(1, 1)
    opened.store.close()


def test_with_nothing_left_in_the_file_all_comes_from_the_back_up(stored: Stored) -> None:
    kept = with_back_up(stored, said(1, 1), said(2, 1))
    stored.path.write_bytes(b"")
    opened = stored.unlock(PASSPHRASE)
    assert [one.kind for one in opened.news] == ["restored", "set_aside"]
    assert opened.store.load(kept[1]).session == said(2, 1)
    opened.store.close()


def test_a_program_ended_while_it_mends_leaves_the_damaged_file_to_be_mended(
    stored: Stored,
) -> None:
    kept = with_back_up(stored, said(1, 1))
    altered(stored.path, "body", kept[0])
    damaged = stored.path.read_bytes()
    set_aside(stored.path)
    stored.path.with_name("sessions.ddx.mending").write_bytes(b"half")
    assert stored.news() == ["restored", "set_aside"]
    assert stored.read() == {kept[0]: said(1, 1)}
    assert [one.read_bytes() for one in aside(stored)] == [damaged, damaged]
    assert not list(stored.folder.glob("*mending*"))


def test_with_nothing_left_at_all_the_file_stays_as_it_is(stored: Stored) -> None:
    stored.keep(said(1, 1))
    next((stored.folder / "back-ups").iterdir()).unlink()
    stored.path.write_bytes(bytes(9000))
    with pytest.raises(StoreError, match="no back-up"):
        stored.unlock(PASSPHRASE)
    assert stored.path.read_bytes() == bytes(9000)
    assert aside(stored) == []


def test_somebody_elses_file_is_not_mended(stored: Stored) -> None:
    with_back_up(stored, said(1, 1))
    stored.path.unlink()
    other = sqlite3.connect(stored.path)
    other.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT, more BLOB)")
    other.executemany("INSERT INTO notes (text, more) VALUES (?, ?)", [("a", b"b" * 257)] * 99)
    other.commit()
    other.close()
    before = stored.path.read_bytes()
    with pytest.raises(ForeignFileError):
        stored.open()
    assert stored.path.read_bytes() == before


def test_every_row_is_read_without_sqlite(tmp_path: Path) -> None:
    lengths = (0, 1, 40, 4050, 4061, 4085, 8150, 20_000, 70_000)
    rows = {(at, 2**at, f"text {at}", bytes([at]) * length) for at, length in enumerate(lengths)}
    path = tmp_path / "any.db"
    opened = sqlite3.connect(path, isolation_level=None)
    opened.execute("PRAGMA journal_mode = WAL")
    opened.execute("CREATE TABLE one (a INTEGER PRIMARY KEY, b BIGINT, c TEXT, d BLOB)")
    for row in rows:
        opened.execute("INSERT INTO one VALUES (?, ?, ?, ?)", row)
    log = path.with_name("any.db-wal").read_bytes()
    found = {row for row in carved_rows(path.read_bytes(), log) if len(row) == 4}
    assert found == rows
    opened.close()
    data = path.read_bytes()
    assert rows <= set(carved_rows(bytes(100) + data[100:]))


def random_page(stored: Stored, chance: random.Random) -> None:
    data = bytearray(stored.path.read_bytes())
    at = PAGE * chance.randrange(len(data) // PAGE)
    data[at : at + PAGE] = chance.randbytes(PAGE)
    stored.path.write_bytes(data)


def truncated(stored: Stored, chance: random.Random) -> None:
    data = stored.path.read_bytes()
    stored.path.write_bytes(data[: chance.randrange(len(data))])


def zeroed_header(stored: Stored, chance: random.Random) -> None:
    data = stored.path.read_bytes()
    length = chance.choice((16, 100, PAGE))
    stored.path.write_bytes(bytes(length) + data[length:])


def test_a_deleted_log_costs_nothing_that_was_in_the_file_or_the_back_up(stored: Stored) -> None:
    kept = with_back_up(stored, said(1, 1), said(2, 1))
    opened = stored.open()
    opened.store.save(kept[0], 1, said(1, 2))
    log = stored.path.with_name("sessions.ddx-wal")
    assert log.stat().st_size
    left = Stored(stored.root / "left")
    shutil.copytree(stored.state, left.state)
    shutil.copytree(stored.folder, left.folder, ignore=shutil.ignore_patterns("*-wal"))
    opened.store.close()
    with pytest.raises(OlderStoreError):
        left.open()
    opened = left.open(accept_older=True)
    assert loaded(opened.store, kept) == {kept[0]: said(1, 1), kept[1]: said(2, 1)}
    opened.store.close()


def test_with_its_log_a_damaged_file_is_as_it_was_saved_last(stored: Stored) -> None:
    kept = with_back_up(stored, said(1, 1), said(2, 1))
    opened = stored.open()
    opened.store.save(kept[0], 1, said(1, 2))
    left = Stored(stored.root / "left")
    shutil.copytree(stored.state, left.state)
    shutil.copytree(stored.folder, left.folder)
    opened.store.close()
    zeroed_header(left, random.Random(0))  # noqa: S311 - the same damage each time
    assert left.news() == ["set_aside"]
    assert left.read() == {kept[0]: said(1, 2), kept[1]: said(2, 1)}


DAMAGES: tuple[Callable[[Stored, random.Random], None], ...] = (
    random_page,
    truncated,
    zeroed_header,
)


def undamaged(before: bytes, after: bytes, bodies: dict[SessionId, Session]) -> set[SessionId]:
    """The sessions of which every byte is still where it was, by the pages they are on."""
    same = {one[0] for one in set(carved_rows(before)) & set(carved_rows(after))}
    return {which for which in bodies if which in same}


def test_damage_of_any_kind_costs_nothing_that_is_whole_or_in_a_back_up(tmp_path: Path) -> None:
    plain = Stored(tmp_path / "plain")
    kept = plain.keep(*(said(number, 1, 2_000) for number in range(20)))
    without = {which: said(number, 1, 2_000) for number, which in enumerate(kept)}
    tally: Counter[str] = Counter()
    for number in range(FUZZ):
        chance = random.Random(number)  # noqa: S311 - the same damage each time
        damage = DAMAGES[number % len(DAMAGES)]
        for has_back_up in (False, True):
            found = tried(
                plain, tmp_path / f"{number}{has_back_up}", damage, chance, has_back_up=has_back_up
            )
            before, after, read, kept_bytes = found
            assert kept_bytes
            wanted = set(without) if has_back_up else undamaged(before, after, without)
            tally[f"{damage.__name__} sought"] += len(wanted)
            tally[f"{damage.__name__} found"] += len(wanted & read.keys())
            assert all(without[which] == session for which, session in read.items())
            assert wanted <= read.keys()
    if len(DAMAGES) < FUZZ // 4:
        print(dict(tally))  # noqa: T201 - the long form is asked for to tell


def tried(
    plain: Stored,
    root: Path,
    damage: Callable[[Stored, random.Random], None],
    chance: random.Random,
    *,
    has_back_up: bool,
) -> tuple[bytes, bytes, dict[SessionId, Session], bool]:
    """Damage a copy and open it; the file before and after, what is read, whether it is kept."""
    shutil.copytree(plain.root, root)
    stored = Stored(root)
    before = stored.path.read_bytes()
    if has_back_up:
        (stored.folder / "back-ups" / "sessions-00000002.ddx").write_bytes(before)
    damage(stored, chance)
    after = stored.path.read_bytes()
    read = stored.read()
    is_kept = before == after or any(one.read_bytes() == after for one in aside(stored))
    return before, after, read, is_kept
