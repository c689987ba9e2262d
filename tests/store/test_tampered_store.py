"""A store of which any byte was altered is never read as something else than was written."""

from contextlib import closing
from pathlib import Path

from tests.builders import a_session
from tests.store.places import InAFile
from tests.store.torture.flips import every_flip, small_store, tried


def test_no_altered_byte_is_taken_for_what_was_written(quick_path: Path) -> None:
    subject = small_store(quick_path / "store")
    size = subject.path.stat().st_size
    found = tried(subject, quick_path / "flipped", every_flip(size, size * 3 // 150))
    assert not found["wrong"]
    assert not found["untyped"]
    assert found["refused"] > 100


def test_what_is_altered_on_the_disk_meanwhile_is_found_although_it_was_read_before(
    file: InAFile,
) -> None:
    with closing(file.make()) as store:
        kept = store.keep(a_session(label="one"))
        store._access._database.checkpoint()
        assert store.verify().is_whole
        data = bytearray(file.path.read_bytes())
        sealed = store._access._database._driver.execute("SELECT body FROM session").fetchone()[0]
        data[data.index(sealed[-32:])] ^= 1
        file.path.write_bytes(data)
        assert store.verify().damaged == (kept.id,)
