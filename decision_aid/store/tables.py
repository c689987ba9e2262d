"""The tables of a store. Only sealed bytes, random ids and counts are in them.

The order in which sessions were first kept shows in the file, as their number does; no day or time
does.
"""

from typing import Final

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, MetaData, String, Table

APPLICATION_ID: Final = 0x44445831
"""Tells an SQLite file of ours from others: "DDX1"."""

TABLES: Final = MetaData()

META: Final = Table(
    "meta",
    TABLES,
    Column("name", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
"""`store`: the store's id, 16 bytes. `head`: see `sealed_head`."""

SLOTS: Final = Table(
    "slot",
    TABLES,
    Column("id", LargeBinary, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
"""The ways in, as `key_slots` writes them."""

SESSIONS: Final = Table(
    "session",
    TABLES,
    Column("id", LargeBinary, primary_key=True),
    Column("revision", BigInteger, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("listing", LargeBinary, nullable=False),
    # Last, so that the list is read without it.
    Column("body", LargeBinary, nullable=False),
)
"""One row for each session: its wrapped key, what the list shows of it, and all of it."""

AUDIT: Final = Table(
    "audit",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("entry", LargeBinary, nullable=False),
)
"""Who did what, numbered from 1 without gaps."""
