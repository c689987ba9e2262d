"""Mending a store whose log was not merged yet, while any one step fails or is the last one."""

import errno
import shutil
from contextlib import closing, suppress
from pathlib import Path

import pytest
from decision_aid.domain.session import Session
from decision_aid.store.api import SessionId
from decision_aid.store.errors import StoreError

from tests.store.stores import Stored, loaded
from tests.store.torture.subject import said
from tests.store.torture.system_faults import REFUSAL, Killed, Refusal


@pytest.fixture
def damaged(quick_path: Path) -> tuple[Stored, dict[SessionId, Session]]:
    """A store without its header, and with an acknowledged save that is in its log only."""
    stored = Stored(quick_path / "damaged")
    first, second = stored.keep(said(1, 1), said(2, 1))
    left = Stored(quick_path / "left")
    with closing(stored.open().store) as store:
        store.save(first, 1, said(1, 2))
        shutil.copytree(stored.root, left.root)
    data = left.path.read_bytes()
    left.path.write_bytes(bytes(100) + data[100:])
    assert left.path.with_name("sessions.ddx-wal").stat().st_size > 0
    return left, {first: said(1, 2), second: said(2, 1)}


def disturbed(stored: Stored, refusal: Refusal) -> bool:
    """Open it while something about its file is refused; whether anything was."""
    vars(REFUSAL).update(vars(refusal))
    try:
        with suppress(StoreError, Killed):
            stored.open().store.close()
    finally:
        REFUSAL.root = ""
    return REFUSAL.hits > 0


def read(stored: Stored) -> dict[SessionId, Session]:
    with closing(stored.open().store) as store:
        assert store.verify().is_whole
        return loaded(store, (one.id for one in store.listed()))


@pytest.mark.parametrize("kills", [False, True], ids=["fails", "ends"])
def test_whatever_fails_or_ends_while_it_is_mended_nothing_acknowledged_is_lost(
    damaged: tuple[Stored, dict[SessionId, Session]],
    kills: bool,  # noqa: FBT001 - a table
) -> None:
    base, kept = damaged
    at, hits = 0, [True]
    while any(hits):
        at += 1
        stored = Stored(base.root.with_name(f"tried {at}"))
        shutil.copytree(base.root, stored.root)
        refusal = Refusal(str(stored.path), at, errno.EACCES, lasting=kills, kills=kills)
        hits = [disturbed(stored, refusal) for _ in range(2)]
        assert read(stored) == kept
        assert not list(stored.folder.glob("*.mend*"))
        assert not stored.path.with_name("sessions.ddx-wal").exists()
        shutil.rmtree(stored.root)
    assert at > 10


def test_what_somebody_puts_in_the_place_meanwhile_is_kept_aside(
    damaged: tuple[Stored, dict[SessionId, Session]],
) -> None:
    stored, kept = damaged
    for at in range(1, 40):
        disturbed(stored, Refusal(str(stored.path), at, errno.EACCES, lasting=True, kills=True))
        if (stored.folder / "sessions.ddx.mended").exists():
            break
    stored.path.unlink()
    stored.path.write_bytes(b"put there by hand")
    assert read(stored) == kept
    aside = stored.folder.glob("sessions.ddx.set-aside-*")
    assert b"put there by hand" in [one.read_bytes() for one in aside]
