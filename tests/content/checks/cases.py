"""How a pack that earns a finding is told from the small one, which earns none."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.content.small_pack import a_copy, edit, line_of

EN = "text/en.yaml"

Edit = tuple[str, str, str]
"""A file of the small pack, what stands there, and what is put there instead.

Where nothing stands there, the file is a new one.
"""


@dataclass(frozen=True)
class Case:
    """The small pack with something changed, and the one finding that it earns.

    Attributes:
        code: The finding's code.
        severity: Its severity.
        edits: What is changed.
        at: The file it is told in, and what stands on its line after the edits.
        words: What it says among other things.
    """

    code: str
    severity: Literal["error", "warning"]
    edits: tuple[Edit, ...]
    at: tuple[str, str]
    words: str = ""

    def written(self, tmp_path: Path) -> Path:
        folder = a_copy(tmp_path)
        for name, old, new in self.edits:
            if old:
                edit(folder, name, old, new)
            else:
                (folder / name).write_text(new, "utf-8")
        return folder

    def told(self, folder: Path) -> tuple[str, str, str, int]:
        name, text = self.at
        lines = (folder / name).read_text("utf-8").splitlines()
        line = lines.index(text) + 1 if text in lines else line_of(folder, name, text)
        return self.code, self.severity, f"{folder}/{name}", line


def error(code: str, *edits: Edit, at: tuple[str, str], words: str = "") -> Case:
    return Case(code, "error", edits, at, words)


def warning(code: str, *edits: Edit, at: tuple[str, str], words: str = "") -> Case:
    return Case(code, "warning", edits, at, words)
