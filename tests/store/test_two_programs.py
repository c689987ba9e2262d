"""Two windows never have one store open; who comes second is told so, and nobody's save is lost."""

import subprocess
import sys
from pathlib import Path

from tests.store.torture.hammer import Counts
from tests.store.torture.subject import Subject, said

GUARD_SECONDS = 60
ASK = """
import sys
from decision_aid.store.errors import InUseError
from tests.store.torture.subject import Subject

subject = Subject.from_words(sys.stdin.readline())
try:
    subject.open_now().close()
except InUseError as told:
    print(told)
"""


def hammered(subject: Subject, clients: int, saves: int, at_a_time: int) -> Counts:
    """Let programs save in one session at once; what happened to all of them together."""
    words = [sys.executable, "-m", "tests.store.torture.hammer"]
    at_work = [subprocess.Popen(words, stdin=-1, stdout=-1, text=True) for _ in range(clients)]
    asked = f"{at_a_time} {saves // clients} {subject.as_words()}\n"
    for one in at_work:
        if one.stdin is not None:
            one.stdin.write(asked)
            one.stdin.flush()
    said_by = [[float(part) for part in one.communicate()[0].split()] for one in at_work]
    counts = [int(sum(column)) for column in list(zip(*said_by, strict=True))[:3]]
    longest = max(one[3] for one in said_by)
    return Counts(counts[0], counts[1], counts[2], longest)


def final(subject: Subject) -> tuple[int, int]:
    """The session's revision, and how often its seed was counted up."""
    with subject.opened() as store:
        kept = store.load(store.listed()[0].id)
        assert store.verify().is_whole
        return kept.revision, kept.session.seed - said(0, 0).seed


def a_store(folder: Path) -> Subject:
    subject = Subject.made(folder)
    with subject.opened() as store:
        store.keep(said(0, 0))
    return subject


def test_programs_that_save_in_one_session_take_turns_and_lose_nothing(quick_path: Path) -> None:
    subject = a_store(quick_path / "store")
    counts = hammered(subject, clients=4, saves=32, at_a_time=2)
    assert counts.saved == 32
    assert counts.changed_meanwhile > 0
    assert final(subject) == (33, 32)


def test_the_second_program_is_told_and_does_not_wait_for_the_first(quick_path: Path) -> None:
    subject = a_store(quick_path / "store")
    with subject.opened():
        words, asked = [sys.executable, "-c", ASK], subject.as_words()
        # It ends while the first still has the store; nothing is measured by the guard.
        done = subprocess.run(
            words, input=asked, capture_output=True, text=True, check=True, timeout=GUARD_SECONDS
        )
    assert "Another window of this program" in done.stdout
