"""Two windows never have one store open; who comes second is told so, and nobody's save is lost."""

import subprocess
import sys
import time
from pathlib import Path

from tests.store.torture.hammer import Counts
from tests.store.torture.subject import Subject, said

ASK = """
import sys, time
from decision_aid.store.errors import InUseError
from tests.store.torture.subject import Subject

subject = Subject.from_words(sys.stdin.readline())
begun = time.monotonic()
try:
    subject.open_now().close()
except InUseError as told:
    print(time.monotonic() - begun, told)
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
    counts = hammered(subject, clients=2, saves=30, at_a_time=5)
    assert counts.saved == 30
    assert counts.changed_meanwhile > 0
    assert final(subject) == (31, 30)


def test_the_second_program_is_told_within_a_second(quick_path: Path) -> None:
    subject = a_store(quick_path / "store")
    with subject.opened():
        begun = time.monotonic()
        asked = subject.as_words()
        words = [sys.executable, "-c", ASK]
        done = subprocess.run(words, input=asked, capture_output=True, text=True, check=True)
    took, told = done.stdout.split(" ", 1)
    assert "Another window of this program" in told
    assert float(took) < 1
    assert time.monotonic() - begun < 60
