"""The day it is in the room."""

from datetime import date


def today() -> date:
    """Today, on the wall of the room they sit in."""
    return date.today()  # noqa: DTZ011 - the local day is meant
