"""A store is the same in every language: what is sealed is spoken by nobody, what is told is."""

import ast
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest
from decision_aid.store import audit_log, news
from decision_aid.store import opening as store_opening
from decision_aid.store.api import NAME_LOST, RECOVERY, SessionStore
from decision_aid.store.errors import StoreError
from decision_aid.store.key_cost import FLOOR
from decision_aid.store.older_store import day_of
from decision_aid.store.passphrases import weakness
from decision_aid.store.portable import check_portable, exported, imported
from decision_aid.store.provider_slots import check_name
from decision_aid.store.recovery_codes import typing_error
from decision_aid.store.sealed_head import read_head
from decision_aid.store.sealed_store import SealedStore
from decision_aid.store.session_rows import body_of, line_of, rows_in

from tests.builders import a_pack
from tests.pseudo import pseudo, speaking_pseudo, untranslated
from tests.store.mended_store import MENDED
from tests.store.places import NAME, PASSPHRASE, SECOND_NAME, founding
from tests.store.stores import Stored, loaded
from tests.store.test_wrong_things import (
    damaged_file,
    foreign_file,
    in_use,
    newer_version,
    no_room,
    older_store,
    wrong_passphrase,
)
from tests.store.torture.subject import said

Language = Callable[[], AbstractContextManager[None]]
TWO_WAYS = ((nullcontext, speaking_pseudo), (speaking_pseudo, nullcontext))
PROGRAM = Path(store_opening.__file__).parent


@pytest.fixture
def stored(tmp_path: Path) -> Stored:
    return Stored(tmp_path)


def written(stored: Stored) -> None:
    """A store in which everything was done that leaves something in it."""
    store = stored.make()
    first, second = store.keep(said(1, 1)), store.keep(said(2, 1))
    store.save(first.id, 1, said(1, 2))
    store.load(first.id)
    store.delete(second.id)
    store.set_keep_days(30)
    store.record("exported", first.id)
    other = store.add_provider(SECOND_NAME, "seven stones under the bridge")
    store.remove_provider(other.slot)
    store.set_at_work(first.id)
    store.close()


def told(store: SessionStore) -> list[object]:
    """All that can be read in a store, but for when and by which ids, which are new each time."""
    audit = [(one.number, one.event, one.times) for one in store.audit()]
    named = [one.name for one in store.named_in_audit()]
    sessions = loaded(store, (one.id for one in store.listed())).values()
    return [*audit, *named, *sessions, store.keep_days, store.verify().is_whole]


@pytest.mark.parametrize(("one", "other"), TWO_WAYS)
def test_a_store_written_in_one_language_opens_in_any_other(
    stored: Stored, one: Language, other: Language
) -> None:
    with one():
        written(stored)
        sealed = exported(said(3, 1), PASSPHRASE, FLOOR)
    with other():
        opened = stored.unlock(PASSPHRASE)
        assert [kind.kind for kind in opened.news] == []
        found = told(opened.store)
        opened.store.save(opened.store.listed()[0].id, 2, imported(sealed, PASSPHRASE))
        opened.store.close()
    with one():
        again = stored.unlock(PASSPHRASE)
        assert again.news == ()
        assert said(1, 2) in found
        assert {NAME, SECOND_NAME, RECOVERY} <= set(map(str, found))
        assert [each.label for each in again.store.listed()] == [said(3, 1).label]
        again.store.close()


def test_the_same_is_written_in_every_language(tmp_path: Path) -> None:
    found = []
    for name, language in (("first", nullcontext), ("second", speaking_pseudo)):
        stored = Stored(tmp_path / name)
        with language():
            written(stored)
        opened = stored.unlock(PASSPHRASE)
        found.append(told(opened.store))
        opened.store.close()
    assert found[0] == found[1]


def unsealed(stored: Stored) -> Iterator[bytes]:
    """Everything sealed in a store, as it was before it was sealed."""
    store = stored.unlock(PASSPHRASE).store
    assert isinstance(store, SealedStore)
    with store._access.reading() as unit:
        connection, keys = unit.connection, unit.keys
        for number, sealed in audit_log.sealed_entries(connection):
            yield audit_log.plain_entry(keys, number, sealed)
        for row in rows_in(connection):
            yield line_of(keys, row)[8:]  # after a number in eight bytes
            yield body_of(keys, row)
        yield repr(read_head(connection, keys)).encode()
    store.close()


def test_no_spoken_word_is_sealed(stored: Stored) -> None:
    with speaking_pseudo():
        written(stored)
        found = list(unsealed(stored))
    assert len(found) > 12
    assert [one for one in found if not one.isascii()] == []


def without_head(stored: Stored) -> None:
    """Damage the head, and leave no back-up that has it."""
    for one in (stored.folder / "back-ups").iterdir():
        one.unlink()
    with sqlite3.connect(stored.path) as opened:
        opened.execute("UPDATE meta SET value = zeroblob(40) WHERE name = 'head'")
    opened.close()


def test_a_lost_name_is_sealed_in_no_language_and_shown_in_the_one_spoken(stored: Stored) -> None:
    with speaking_pseudo():
        stored.keep(said(1, 1))
        without_head(stored)
        opened = stored.open(accept_older=True)
        (provider,) = opened.store.providers()
        assert provider.shown_name == pseudo(NAME_LOST)
        opened.store.close()
    again = stored.open()
    assert [one.name for one in again.store.providers()] == [NAME_LOST]
    assert again.store.provider.shown_name == NAME_LOST
    again.store.close()


def test_who_unlocked_with_the_code_is_shown_in_the_language_spoken(stored: Stored) -> None:
    stored.make().close()
    opened = stored.unlock(founding()[1])
    assert (opened.store.provider.name, opened.store.provider.shown_name) == (RECOVERY, RECOVERY)
    with speaking_pseudo():
        assert opened.store.provider.shown_name == pseudo(RECOVERY)
        assert opened.store.provider.name == RECOVERY
    opened.store.close()


def test_nobody_is_called_what_stands_for_a_name_in_english_or_the_language_spoken() -> None:
    with speaking_pseudo():
        for name in (RECOVERY, NAME_LOST, pseudo(RECOVERY), pseudo(NAME_LOST).upper()):
            with pytest.raises(StoreError):
                check_name(name)
        assert check_name(SECOND_NAME) == SECOND_NAME


def test_an_older_store_is_told_from_one_that_is_not_remembered(stored: Stored) -> None:
    """In any language: it was told by the sentence once."""
    with speaking_pseudo():
        stored.make().close()
        copy = stored.path.read_bytes()
        stored.open().store.close()
        stored.path.write_bytes(copy)
        older = stored.open(accept_older=True)
        older.store.close()
        for one in stored.state.glob("*.epoch"):
            one.unlink()
        not_remembered = stored.open(accept_older=True)
        not_remembered.store.close()
    assert [one.kind for one in older.news] == ["older_accepted"]
    assert [one.kind for one in not_remembered.news] == ["no_anchor"]


def removing_oneself(stored: Stored) -> None:
    store = stored.make()
    try:
        store.remove_provider(store.provider.slot)
    finally:
        store.close()


@pytest.mark.parametrize(
    "wrong",
    [
        *(wrong_passphrase, foreign_file, newer_version, damaged_file, older_store, in_use),
        *(no_room, removing_oneself),
        lambda _: check_name("x" * 81),
        lambda _: check_portable(b"no such file"),
    ],
)
def test_what_is_wrong_is_told_in_the_language_spoken(
    stored: Stored, wrong: Callable[[Stored], object]
) -> None:
    with speaking_pseudo(), pytest.raises(StoreError) as raised:
        wrong(stored)
    assert untranslated(str(raised.value), a_pack()) == []
    assert not str(raised.value).isascii()


def test_what_is_told_of_an_opening_is_told_in_the_language_spoken() -> None:
    with speaking_pseudo():
        found = [
            *news.of_mending(MENDED),
            *(news.of_failed_tries(1), news.of_failed_tries(1_200), news.of_older()),
            *(news.of_older_by_another(), news.of_no_anchor(), news.of_no_back_up()),
            *(news.of_nearly_full(nothing_left=one) for one in (True, False)),
            news.of_unread_code(),
        ]
        texts = [one.text for one in found]
        texts += [typing_error(one) or "" for one in ("?", "ABCD", "0" * 36)]
        texts += [
            weakness(one) or "" for one in ("short", "x" * 99, "x" * 9_999, "qwertyuiopasdfg")
        ]
        texts += [weakness("opensesame1234") or "", weakness("annamill1234", name=NAME) or ""]
        texts += [day_of(None), day_of(datetime(2026, 11, 23, tzinfo=UTC))]
        assert all(texts)
        assert [one for one in texts if untranslated(one, a_pack())] == []


def spoken_plainly() -> Iterator[str]:
    """Where an error of the store is raised with a text that did not come through gettext."""
    for file in sorted(PROGRAM.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Raise) and _is_plain(node.exc):
                yield f"{file.name}:{node.lineno}"


def _is_plain(raised: ast.expr | None) -> bool:
    match raised:
        case ast.Call(func=ast.Name(id="ValueError")):
            return False  # for programmers
        case ast.Call(args=[ast.Constant() | ast.JoinedStr()]):
            return True
        case ast.Call(args=[ast.Name(id=name)]):
            return name.isupper()  # marked only
    return False


def test_every_error_of_the_store_comes_through_gettext() -> None:
    assert list(spoken_plainly()) == []
