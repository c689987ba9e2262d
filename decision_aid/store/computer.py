"""What of a computer matters to a store."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from decision_aid.base.language import N_, _
from decision_aid.store.access import Clock, utc_now
from decision_aid.store.errors import NetworkShareError, NoFolderError
from decision_aid.store.folder import NO_FOLDER, has_store, make_folder
from decision_aid.store.key_cost import Cost, calibrated_cost
from decision_aid.store.network_share import is_on_network
from decision_aid.store.reserve import ROOM, Reserve

ON_NETWORK: Final = N_(
    "The folder for kept sessions lies on another computer or a network drive, where two people "
    "could write at once and lose what the other wrote. Nothing was changed. Use a folder on this "
    "computer."
)


@dataclass(frozen=True, kw_only=True)
class Computer:
    """A computer, as far as a store asks it.

    Attributes:
        clock: Tells the time, UTC.
        cost: What one try of a passphrase costs in a new store; None measures it.
        mounts: Its mounts as Linux lists them; None asks the system.
        room: Bytes that are held back on its disk.
    """

    clock: Clock = utc_now
    cost: Cost | None = None
    mounts: str | None = None
    room: int = ROOM

    @property
    def now(self) -> datetime:
        """The time by its clock, UTC."""
        return self.clock()

    @property
    def cost_of_a_try(self) -> Cost:
        """What one try costs; measuring it takes a second or two."""
        return self.cost or calibrated_cost()

    def reserve(self, folder: Path) -> Reserve:
        """The room held back beside a store."""
        return Reserve(folder, self.room)

    def check_for_making(self, folder: Path) -> None:
        """See that a store can be in a folder, which is made where it is missing.

        Raises:
            NetworkShareError: It lies on another computer.
            StoreError: It will not do.
        """
        self._check_near(folder)
        make_folder(folder)

    def check_for_opening(self, folder: Path) -> None:
        """See that a folder has a store that can be opened.

        Raises:
            NetworkShareError: It lies on another computer.
            NoFolderError: It is not there, or has no store.
        """
        self._check_near(folder)
        if not has_store(folder):
            raise NoFolderError(_(NO_FOLDER))
        make_folder(folder)

    def _check_near(self, folder: Path) -> None:
        if is_on_network(folder, self.mounts):
            raise NetworkShareError(_(ON_NETWORK))


THIS: Final = Computer()
"""The computer that the program runs on."""
