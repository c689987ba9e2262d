"""A store of which any byte was altered is never read as something else than was written."""

from pathlib import Path

from tests.store.torture.flips import every_flip, small_store, tried


def test_no_altered_byte_is_taken_for_what_was_written(quick_path: Path) -> None:
    subject = small_store(quick_path / "store")
    size = subject.path.stat().st_size
    found = tried(subject, quick_path / "flipped", every_flip(size, size * 3 // 150))
    assert not found["wrong"]
    assert not found["untyped"]
    assert found["refused"] > 100
