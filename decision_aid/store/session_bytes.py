"""A session, and its line in the list, as the bytes that are sealed."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from types import GenericAlias
from typing import Any, Final

from pydantic import ConfigDict, TypeAdapter, ValidationError

from decision_aid.base.language import N_, _
from decision_aid.domain.session import Session
from decision_aid.store import canonical_json
from decision_aid.store.api import Listed, SessionId
from decision_aid.store.errors import DamagedError, NewerVersionError, TooLargeError
from decision_aid.store.sealing import DAMAGED, SCHEMA

LARGEST: Final = 2 * 1024 * 1024
"""Bytes of the largest session that is kept."""

_STEP: Final = 4096
_LISTING_STEP: Final = 512
_LISTING_FIELDS: Final = {"schema", "label", "last_visit", "review", "pack", "saved_at"}
_NEWER: Final = N_(
    "This session was written by a newer version of this program. It is safe and unchanged. Update "
    "the program, then open it."
)


@dataclass(frozen=True, kw_only=True)
class _Packed:
    schema: int
    session: Session


# The one-entry tuple lets the rules reach the dataclasses of the domain, which know no pydantic.
_SHAPE: Final[Any] = GenericAlias(tuple, (_Packed,))
_VALID: Final[TypeAdapter[tuple[_Packed]]] = TypeAdapter(
    _SHAPE, config=ConfigDict(extra="forbid", allow_inf_nan=False, strict=True)
)


def packed(session: Session) -> bytes:
    """A session as canonical JSON, with blanks at its end up to a step of 4 KiB.

    Raises:
        TooLargeError: It would be longer than `LARGEST`.
        StoreError: A text holds half a character.
    """
    plain = canonical_json.to_bytes({"schema": SCHEMA, "session": session})
    if len(plain) > LARGEST:
        raise TooLargeError(
            _(
                "This session is larger than the 2 MiB that are kept. What was saved before is "
                "safe. Shorten the longest texts, then it is saved."
            )
        )
    return _padded(plain, _STEP)


def unpacked(data: bytes) -> Session:
    """The session that was packed.

    Raises:
        DamagedError: It is not what `packed` makes of a session that can be.
        NewerVersionError: A newer version packed it.
    """
    if len(data) > LARGEST:
        raise DamagedError(_(DAMAGED))
    _check_schema(canonical_json.from_bytes(data))
    try:
        return _VALID.validate_json(b"[" + data + b"]")[0].session
    except ValidationError:
        raise DamagedError(_(DAMAGED)) from None


def packed_listing(session: Session, saved_at: datetime) -> bytes:
    """What the list tells of a session, with blanks at its end up to a step of 512 bytes.

    Args:
        session: The session.
        saved_at: When it is saved, UTC.

    Raises:
        StoreError: A text holds half a character.
    """
    plain = canonical_json.to_bytes(
        {
            "schema": SCHEMA,
            "label": session.label,
            "last_visit": session.started_on,
            "review": session.review,
            "pack": session.pack,
            "saved_at": saved_at.astimezone(UTC),
        }
    )
    return _padded(plain, _LISTING_STEP)


def unpacked_listing(which: SessionId, revision: int, data: bytes) -> Listed:
    """The line of the list that was packed.

    Args:
        which: The session's id.
        revision: Its revision.
        data: What was packed.

    Raises:
        DamagedError: It is not what `packed_listing` makes.
        NewerVersionError: A newer version packed it.
    """
    told = canonical_json.from_bytes(data)
    _check_schema(told)
    if told.keys() != _LISTING_FIELDS or not _all_texts(told):
        raise DamagedError(_(DAMAGED))
    try:
        return Listed(
            id=which,
            revision=revision,
            label=told["label"],
            last_visit=date.fromisoformat(told["last_visit"]),
            review=told["review"],
            pack=told["pack"],
            saved_at=_utc(told["saved_at"]),
        )
    except ValueError:
        raise DamagedError(_(DAMAGED)) from None


def _padded(plain: bytes, step: int) -> bytes:
    return plain + b" " * (-len(plain) % step)


def _check_schema(told: dict[str, Any]) -> None:
    schema = told.get("schema")
    if type(schema) is not int or schema < 1:
        raise DamagedError(_(DAMAGED))
    if schema > SCHEMA:
        raise NewerVersionError(_(_NEWER))


def _all_texts(told: dict[str, Any]) -> bool:
    return all(isinstance(one, str) for name, one in told.items() if name != "schema")


def _utc(told: str) -> datetime:
    at = datetime.fromisoformat(told)
    if at.utcoffset() != timedelta():
        raise ValueError
    return at.astimezone(UTC)
