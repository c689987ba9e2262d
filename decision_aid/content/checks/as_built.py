"""Whether what was built of a pack says what its files say now."""

import json
from collections.abc import Iterator

from decision_aid.base.errors import Problem
from decision_aid.base.language import N_, _
from decision_aid.content.building import plain_data
from decision_aid.content.built import built_data, built_file, built_pack
from decision_aid.content.checks.check import CheckFinding
from decision_aid.content.pack_reading import ReadPack

_OTHERWISE = N_(
    "What was built of this pack says something else than its files, and it is what the program "
    "shows. Somebody changed it. Install the program again before anyone uses it."
)
_BEFORE = N_(
    "This was built from other files than those that are here now. It is not used, and each start "
    "takes longer. Install the program again."
)


def built_findings(read: ReadPack) -> Iterator[CheckFinding]:
    """What is to be told of the built file beside a pack; nothing where there is none.

    The program believes a built file whose checksums are right. Who can write it can make them so,
    and it alone would then say what is shown; so it is compared with the files themselves.

    Args:
        read: A pack that comes with the program, in one language.
    """
    folder, language = read.folder, read.pack.language
    file = built_file(folder, language)
    if not file.exists():
        return
    shown = f"{read.shown}/{file.name}"
    if built_pack(folder, language) is None:
        yield CheckFinding("built_before", "warning", Problem(shown, 1, _(_BEFORE)))
    elif _text(built_data(folder, language)) != _text(plain_data(read.pack)):
        yield CheckFinding("built_otherwise", "error", Problem(shown, 1, _(_OTHERWISE)))


def _text(plain: object) -> str:
    """Not as Python compares: for it, 1 and true are the same."""
    return json.dumps(plain, sort_keys=True)
