"""Compiling the catalogs that translators write, as the installation of the program does."""

import re
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, Final

from decision_aid.base.errors import Problem, ProblemsError
from decision_aid.base.language import N_, _

_WRONG: Final = N_("The placeholders of this text are not the English ones. Write the same.")

_OF_ARGPARSE: Final = re.compile(r"%\(\w+\)[sr]|%[sr]")
"""A placeholder of the texts that are argparse's own."""

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message


def compile_catalogs(folder: Path) -> tuple[Path, ...]:
    """Compiles every `.po` of a folder to the `.mo` beside it.

    Args:
        folder: Where the catalogs are.

    Returns:
        The files written.

    Raises:
        ProblemsError: A translation has other placeholders than the English text: it could not be
            filled in where it is spoken. Nothing of that catalog was written.
    """
    return tuple(_compiled(source) for source in sorted(folder.glob("*.po")))


def _compiled(source: Path) -> Path:
    # Here, not above: only an installation compiles.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as file:
        catalog = read_po(file, locale=source.stem.replace("-", "_"))
    if problems := _wrong_placeholders(catalog, source.name):
        raise ProblemsError(problems)
    target = source.with_suffix(".mo")
    with target.open("wb") as file:
        write_mo(file, catalog)
    return target


def _wrong_placeholders(catalog: "Catalog", shown: str) -> tuple[Problem, ...]:
    return tuple(
        Problem(shown, message.lineno or 1, _(_WRONG))
        for message in catalog
        if message.id and any(map(str.strip, _texts(message.string))) and not _fits(message)
    )


def _fits(message: "Message") -> bool:
    known = set().union(*map(_placeholders, _texts(message.id)))
    said = [_placeholders(text) for text in _texts(message.string) if text]
    # A plural form may leave the count out, as in "one session".
    needed = known if isinstance(message.id, str) else set[str]()
    return all(needed <= one <= known for one in said)


def _texts(given: "str | list[str] | tuple[str, ...] | None") -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given or ())


def _placeholders(text: str) -> set[str]:
    try:
        named = {name for _text, name, _spec, _how in Formatter().parse(text) if name is not None}
    except ValueError:  # a brace that is never closed
        return {text}
    return named.union(_OF_ARGPARSE.findall(text))
