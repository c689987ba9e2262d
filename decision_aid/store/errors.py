"""What can go wrong with kept sessions. Each is told in one sentence or two that are shown as is.

No text here, and no text put in, holds a word that a person typed, a label, a name or a path.
"""

from decision_aid.base.errors import DecisionAidError


class StoreError(DecisionAidError):
    """Something about kept sessions did not work. Exit code 2: the input is not what is wrong."""

    exit_code = 2


class NotOpenedError(StoreError):
    """The passphrase or code opens no slot: it is wrong, or a slot is damaged; nobody can tell."""


class WeakPassphraseError(StoreError):
    """A new passphrase is too easy to guess."""


class DamagedError(StoreError):
    """What was read is not what was written: a slot, the head, a record, the file itself."""


class ForeignFileError(StoreError):
    """The file at the place of the store is not one of ours."""


class NewerVersionError(StoreError):
    """A newer version of the program wrote it."""


class OlderStoreError(StoreError):
    """The store is older than the one that was last used on this computer."""


class NoRoomError(StoreError):
    """The disk is full."""


class ReadOnlyError(StoreError):
    """The folder or the file may not be written to."""


class InUseError(StoreError):
    """Another window of the program has the store open."""


class NetworkShareError(StoreError):
    """The folder lies on another computer, where a lock cannot be trusted."""


class NoFolderError(StoreError):
    """There is no folder for the store, and none can be made."""


class DiskFailedError(StoreError):
    """The disk reported a failure; whether the last change was written is not known yet."""


class ChangedMeanwhileError(StoreError):
    """The session was saved by someone else since it was opened here."""


class GoneError(StoreError):
    """The session is not in the store (any more)."""


class TooLargeError(StoreError):
    """The session is larger than the store keeps."""


class NotPortableError(StoreError):
    """A file chosen for import is no exported session, or is damaged."""
