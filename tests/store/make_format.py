"""Make the store of a format that is kept for all time: see `test_formats`."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from decision_aid.domain.session import Session
from decision_aid.store.computer import Computer
from decision_aid.store.key_cost import FLOOR
from decision_aid.store.opening import make_store

PASSPHRASE = "a store of an earlier format"  # noqa: S105 - of stores that tests open
PROVIDER = "Provider of the format"
LABELS = ("First of the format", "Second of the format")
VISIT = date(2026, 11, 23)


def make(folder: Path) -> None:
    """Make the store in a new folder; only its file is left there."""
    computer = Computer(cost=FLOOR, room=0, clock=lambda: datetime(2026, 11, 23, 12, tzinfo=UTC))
    made = make_store(folder, folder / "state", PROVIDER, PASSPHRASE, computer)
    for seed, label in enumerate(LABELS):
        session = Session(pack="depression", seed=seed, started_on=VISIT, label=label)
        kept = made.store.keep(session)
        made.store.save(kept.id, kept.revision, session)
    made.store.close()
    for one in sorted(folder.rglob("*"), reverse=True):
        if one.is_dir():
            one.rmdir()
        elif one != folder / "sessions.ddx":
            one.unlink()


if __name__ == "__main__":
    make(Path(sys.argv[1]))
