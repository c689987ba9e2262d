"""That no test opens a socket is checked by `conftest.py`; that it would be seen, here."""

import contextlib
import socket
from collections.abc import Callable, Iterator

import pytest

from tests.no_network import USED, NetworkUsedError

NETWORK: dict[str, Callable[[], object]] = {
    "connect": lambda: socket.create_connection(("127.0.0.1", 9)),
    "version 4": lambda: socket.socket(socket.AF_INET),
    "version 6": lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
    "look up": lambda: socket.getaddrinfo("localhost", 80),
    "old look up": lambda: socket.gethostbyname("localhost"),
}


@pytest.fixture
def seen() -> Iterator[list[str]]:
    """What was found out, which a test has to look at and clear."""
    yield USED
    USED.clear()


@pytest.mark.parametrize("way", NETWORK)
def test_every_way_to_a_network_is_refused_and_noted(way: str, seen: list[str]) -> None:
    with pytest.raises(NetworkUsedError):
        NETWORK[way]()
    assert len(seen) == 1


def test_a_try_is_noted_even_where_its_error_is_swallowed(seen: list[str]) -> None:
    with contextlib.suppress(Exception):
        socket.create_connection(("127.0.0.1", 9))
    assert seen


def test_the_program_may_not_even_make_a_socket_of_this_computer(seen: list[str]) -> None:
    code = compile("make()", _a_file_of_the_program(), "exec")
    with pytest.raises(NetworkUsedError):
        exec(code, {"make": lambda: socket.socket(socket.AF_UNIX)})  # noqa: S102 - so that the frame is the program's
    assert seen == ["socket.__new__"]


def test_tools_of_the_tests_may_talk_to_each_other_here(seen: list[str]) -> None:
    one, other = socket.socketpair()
    one.close()
    other.close()
    assert not seen


def _a_file_of_the_program() -> str:
    import decision_aid.cli  # noqa: PLC0415 - only for where it is

    return str(decision_aid.cli.__file__)
