"""What may be told of an unexpected error: its type and where it was, never a value."""

import traceback
from pathlib import Path


def trace(error: BaseException) -> str:
    """The error's type and the places it came through, innermost last, as one line.

    The error's own text and the values of variables are left out: they may hold words a person
    typed.
    """
    frames = traceback.extract_tb(error.__traceback__)
    places = " > ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
    return f"{type(error).__name__} at {places}"
