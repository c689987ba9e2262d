"""Building the packs that ship with the program, as its installation does."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from decision_aid.content.built import built_file, fingerprints, in_bytes
from decision_aid.content.pack_reading import read_pack
from decision_aid.content.packs import pack_folder, shipped_packs
from decision_aid.domain.pack import Pack


def build_shipped_packs() -> tuple[Path, ...]:
    """Builds every pack that ships with the program, in every language it has.

    Returns:
        The files written.

    Raises:
        ProblemsError: Everything that is wrong with the first pack that has faults.
    """
    return tuple(
        write_built(folder, read_pack(name, text_file.stem).pack)
        for name in shipped_packs()
        for folder in [pack_folder(name)[0]]
        for text_file in sorted((folder / "text").glob("*.yaml"))
    )


def write_built(folder: Path, pack: Pack) -> Path:
    """Writes one built pack into its folder.

    Args:
        folder: The folder it was read from.
        pack: The pack in one language.
    """
    built = built_file(folder, pack.language)
    built.write_bytes(in_bytes(fingerprints(folder, pack.language), plain_data(pack)))
    return built


def plain_data(pack: Pack) -> dict[str, Any]:
    """A pack as texts, numbers, truth values, and lists and mappings of them."""
    # By way of JSON: what is no plain data in a pack, such as a day, becomes a text.
    plain: dict[str, Any] = json.loads(json.dumps(asdict(pack), default=str))
    return plain
