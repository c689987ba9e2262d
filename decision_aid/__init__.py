"""A desktop decision aid for people whose depression has not lifted."""

from typing import Final

VERSION: Final = "0.1.0"
