"""The language the program speaks: every word on screen, on paper and in the terminal.

Texts are written in English where they stand, as `_("Next")`. What stands outside of any function
is only marked there, as `N_("Next")`, and spoken where it is used, as `_(TITLE)`: it was read
before anyone chose a language.
"""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    # Only for its type: English, the language of the texts themselves, starts without it.
    from gettext import NullTranslations

FIRST: Final = "en"
"""The language the texts are written in."""


class _Spoken:
    """What is spoken now. One for the whole program: its threads speak as its window does."""

    # Both at once: a thread that makes a PDF must not meet the one without the other.
    now: "tuple[str, NullTranslations | None]" = (FIRST, None)


def speak(code: str = FIRST, catalog: "NullTranslations | None" = None) -> None:
    """Speak a language from now on; what was said before stays as it was said.

    Args:
        code: The language as in BCP 47; days and numbers are written as there.
        catalog: Its texts; None for the texts as they stand.
    """
    _Spoken.now = code, catalog


def spoken() -> str:
    """The language spoken now, as in BCP 47."""
    return _Spoken.now[0]


def _(text: str) -> str:
    """A text in the language spoken now."""
    catalog = _Spoken.now[1]
    # No catalog has words for nothing: it would answer with its own head.
    return catalog.gettext(text) if catalog and text else text


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a text that goes with a count, in the language spoken now.

    Args:
        one: The English text for one.
        many: The English text for any other number.
        count: How many, at least 0.
    """
    catalog = _Spoken.now[1]
    if catalog:
        return catalog.ngettext(one, many, count)
    return one if count == 1 else many


def pgettext(context: str, text: str) -> str:
    """A text that is one in English and several elsewhere, told apart by where it stands.

    Args:
        context: Where it stands, for translators.
        text: The English text.
    """
    catalog = _Spoken.now[1]
    return catalog.pgettext(context, text) if catalog else text


def N_(text: str) -> str:  # noqa: N802 - its name wherever gettext is used
    """Mark a text that is spoken elsewhere; it comes back as it is."""
    return text
