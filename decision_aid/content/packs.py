"""The packs there are, and loading one: built when it ships with the program, read otherwise."""

from contextlib import suppress
from pathlib import Path
from typing import Final

from decision_aid.base.errors import InputError
from decision_aid.base.language import _
from decision_aid.base.resources import resources_dir
from decision_aid.content.built import built_pack
from decision_aid.domain.pack import Pack

STRUCTURE_FILES: Final = (
    "pack.yaml",
    "evidence.yaml",
    "sources.yaml",
    "medicines.yaml",
    "rules.yaml",
)
"""The files of a pack that hold structure and numbers."""


def shipped_packs() -> tuple[str, ...]:
    """Ids of the packs that come with the program, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in _packs_dir().glob("*/pack.yaml")))


def load_pack(where: str | Path, language: str = "en") -> Pack:
    """A pack, validated in full: now, or when it was built from the very same files.

    Args:
        where: The id of a pack that comes with the program, or the folder of another one.
        language: Language of the texts, as in BCP 47.

    Raises:
        InputError: There is no such pack, or not in this language.
        ProblemsError: Everything that is wrong with its files.
    """
    if where in shipped_packs() and (built := built_pack(_packs_dir() / where, language)):
        return built
    # PyYAML, pydantic and all that checks: a window on a built pack need not wait for them.
    from decision_aid.content.pack_reading import read_pack  # noqa: PLC0415

    return read_pack(where, language).pack


def pack_folder(where: str | Path) -> tuple[Path, str]:
    """The folder of a pack, and its name in problems.

    Args:
        where: The id of a pack that comes with the program, or a folder.

    Raises:
        InputError: There is no such pack.
    """
    if isinstance(where, str) and where in shipped_packs():
        return _packs_dir() / where, where
    folder = Path(where)
    with suppress(OSError):  # a folder above it may not be looked into
        if folder.is_dir():
            return folder, str(folder)
    sentence = _("There is no pack of this name and no such folder. Nothing was read.")
    if there := shipped_packs():
        told = _("The packs that come with the program are: {packs}.")
        sentence = f"{sentence} {told.format(packs=', '.join(there))}"
    raise InputError(sentence)


def _packs_dir() -> Path:
    return resources_dir() / "packs"
