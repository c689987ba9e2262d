"""Builds the packs and compiles the catalogs of texts when the program is installed."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildPacks(BuildHookInterface):
    """Reads and checks every pack and catalog, and writes what came of it beside it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - theirs
        """Runs before the files of a wheel, an editable one too, are gathered."""
        sys.path.insert(0, self.root)
        try:
            from decision_aid.base.catalogs import catalogs_dir  # noqa: PLC0415 - see above
            from decision_aid.base.compiling import compile_catalogs  # noqa: PLC0415 - see above
            from decision_aid.content.building import build_shipped_packs  # noqa: PLC0415 - see above

            build_shipped_packs()
            compile_catalogs(catalogs_dir())
        finally:
            sys.path.remove(self.root)
