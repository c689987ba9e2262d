"""Where kept sessions lie on this computer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

_APP: Final = "decision-aid"


@dataclass(frozen=True)
class Places:
    """Two folders of the user's own; neither need be there.

    Attributes:
        folder: The data folder: the store, its reserve and its back-ups.
        state: The state folder: what this computer saw last of the store.
    """

    folder: Path
    state: Path


def own_places() -> Places:
    """Where the system has its users keep such things."""
    from platformdirs import user_data_path, user_state_path  # noqa: PLC0415 - not at the start

    return Places(
        user_data_path(_APP, appauthor=False),
        user_state_path(_APP, appauthor=False),
    )
