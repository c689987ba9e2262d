"""The rules of the house, each with the sentence that says what to do about it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "decision_aid"
MODULES = sorted(PROGRAM.rglob("*.py"))

LAYERS = {
    "base": set[str](),
    "domain": {"base"},
    "weighing": {"base", "domain"},
    "workspace": {"base", "domain", "weighing"},
    "content": {"base", "domain", "weighing", "workspace"},
    "report": {"base", "domain", "weighing", "workspace"},
    "store": {"base", "domain", "weighing", "workspace"},
    "gui": {"base", "domain", "weighing", "workspace", "content", "report", "store"},
    "cli": {
        "base",
        "domain",
        "weighing",
        "workspace",
        "content",
        "report",
        "store",
        "gui",
        "cli_arguments",
    },
    "cli_arguments": {"base"},
    "__main__": {"cli"},
}
"""What each part may import of ours, besides itself."""

HOMES = {
    "babel": ("base",),
    "PySide6": ("gui",),
    "shiboken6": ("gui",),
    "pypdfium2": ("gui",),
    "reportlab": ("report",),
    "pikepdf": ("report",),
    "numpy": ("weighing",),
    "yaml": ("content",),
    "pydantic": ("content", "store"),
    "cryptography": ("store",),
    "sqlalchemy": ("store",),
    "platformdirs": ("gui",),
}
"""Where each outside library lives. A new one needs a home here and a reason in CONTRIBUTING."""

NETWORK = {
    "socket",
    "http",
    "urllib",
    "ssl",
    "ftplib",
    "smtplib",
    "asyncio",
    "xmlrpc",
    "webbrowser",
}


@dataclass(frozen=True)
class Import:
    """One import, anywhere in a module, also inside a function."""

    file: Path
    line: int
    name: str

    @property
    def part(self) -> str:
        return self.file.relative_to(PROGRAM).parts[0].removesuffix(".py")

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line} imports {self.name}"


@cache
def nodes() -> tuple[tuple[Path, ast.AST], ...]:
    """Every piece of every module, with its file."""
    trees = ((file, ast.parse(file.read_text(encoding="utf-8"))) for file in MODULES)
    return tuple((file, node) for file, tree in trees for node in ast.walk(tree))


@pytest.fixture(autouse=True, scope="module")
def _forget_source() -> Iterator[None]:
    """A million pieces that stay would be looked through by whoever looks through the memory."""
    yield
    nodes.cache_clear()


@cache
def imports() -> tuple[Import, ...]:
    return tuple(_imports())


def _imports() -> Iterator[Import]:
    for file, node in nodes():
        if isinstance(node, ast.Import):
            yield from (Import(file, node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield Import(file, node.lineno, node.module)


def test_imports_of_ours_point_down_only() -> None:
    wrong = [
        f"{one}: {one.part} may not know {target}"
        for one in imports()
        if one.name.startswith("decision_aid.") and one.part != "__init__"
        for target in [one.name.split(".")[1]]
        if target != one.part and target not in LAYERS[one.part]
    ]
    assert not wrong, "\n".join(wrong)


def test_outside_libraries_stay_in_their_home() -> None:
    wrong = [
        f"{one}: it lives in {HOMES[library]}"
        for one in imports()
        for library in [one.name.split(".")[0]]
        if library in HOMES and one.part not in HOMES[library]
    ]
    assert not wrong, "\n".join(wrong)


def test_every_outside_library_has_a_home_and_a_reason() -> None:
    known = {*sys.stdlib_module_names, "decision_aid", *HOMES}
    strangers = [str(one) for one in imports() if one.name.split(".")[0] not in known]
    assert not strangers, "\n".join(strangers)
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").casefold()
    for library in set(HOMES) - {"shiboken6"}:
        name = "pyyaml" if library == "yaml" else library.casefold()
        assert name in contributing, f"say in CONTRIBUTING.md why {library} is there"


def test_nothing_can_reach_a_network() -> None:
    wrong = [
        str(one)
        for one in imports()
        if one.name.split(".")[0] in NETWORK or one.name.startswith("PySide6.QtNetwork")
    ]
    assert not wrong, "\n".join(wrong)


def test_reportlab_is_known_to_the_pdf_modules_only() -> None:
    wrong = [
        str(one)
        for one in imports()
        if one.name.startswith("reportlab") and not one.file.stem.startswith("pdf")
    ]
    assert not wrong, "\n".join(wrong)


RICH_TEXT_WIDGETS = {
    "QLabel",
    "QMessageBox",
    "QTextEdit",
    "QTextBrowser",
    "QErrorMessage",
    "QToolTip",
    "QWhatsThis",
}
RICH_TEXT_CALLS = {"setHtml", "setMarkdown", "setToolTip", "setWhatsThis"}


def test_widgets_that_guess_at_markup_are_made_in_one_place() -> None:
    """They show pictures and links named in a text; `gui/safe.py` makes them with plain text."""
    wrong = []
    calls = ((file, node) for file, node in nodes() if isinstance(node, ast.Call))
    for file, node in calls:
        if not file.is_relative_to(PROGRAM / "gui") or file.name == "safe.py":
            continue
        called = node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        if name in RICH_TEXT_WIDGETS | RICH_TEXT_CALLS:
            wrong.append(f"{file.relative_to(ROOT)}:{node.lineno} calls {name}")
    assert not wrong, "\n".join(wrong)


def test_every_module_stays_short_enough_to_read() -> None:
    lines = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in MODULES}
    wrong = [f"{file.relative_to(ROOT)}: {count}" for file, count in lines.items() if count > 320]
    assert not wrong, "\n".join(("split these by what they say:", *wrong))


def test_dataclasses_have_no_slots() -> None:
    """With slots Python builds each class twice, and the first window waits for some 70 of them."""
    wrong = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file, node in nodes()
        if isinstance(node, ast.keyword) and node.arg == "slots"
    ]
    assert not wrong, "\n".join(wrong)


def test_nine_functions_in_ten_fit_in_thirty_lines() -> None:
    lengths = sorted(
        (node.end_lineno or node.lineno) - node.lineno + 1
        for _, node in nodes()
        if isinstance(node, ast.FunctionDef)
    )
    assert lengths[len(lengths) * 9 // 10] <= 30
    assert lengths[-1] <= 60, "the longest function needs to be two"


def test_starting_the_command_line_loads_nothing_heavy() -> None:
    script = (
        "import sys, decision_aid.cli;"
        "print([m for m in ('numpy','reportlab','PySide6','pydantic','yaml') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
