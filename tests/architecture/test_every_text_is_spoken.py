"""Every text for people is looked up in the catalog of the language that is spoken.

A text here is a string of two words or more, or a single capitalized one, that stands neither where
only programs read (a key, a comparison, a type, a pattern, a log, the name of a thing) nor as the
argument of what looks texts up.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "decision_aid"
MODULES = sorted(PROGRAM.rglob("*.py"))

LOOKING_UP = {"_", "N_", "ngettext", "pgettext"}
FOR_PROGRAMS = {
    *("ValueError", "TypeError", "FrozenInstanceError"),  # whoever calls it wrongly writes programs
    *("compile", "sub", "TypeVar", "QFont"),
}
"""What takes strings that nobody reads but programs and whoever writes them."""

STAYING = {
    "base/locale_words.py": (1, "how Unicode writes the parts of a day"),
    "content/checks/graded.py": (1, "the name of a formula, in JSON"),
    "content/checks/loaded.py": (3, "patterns of words that only English texts are searched for"),
    "content/checks/patient_texts.py": (9, "reasons for whoever reads the source"),
    "content/schema.py": (10, "JSON Schema, read by editors of files, which know no language"),
    "domain/dose_words.py": (1, "words that are searched for in what a person typed"),
    "domain/medicines.py": (2, "words that are searched for in what a person typed"),
    "gui/file_dialog.py": (1, "the name of a setting"),
    "gui/pdf_words.py": (1, "the name of a structure of PDF"),
    "gui/theme.py": (1, "the name of a font"),
    "report/pdf_canvas.py": (1, "the name of a mark, never shown"),
    "report/pdf_tables.py": (2, "the name of a style"),
}
"""How many words of a module stay as they are, and why."""

_TWO_WORDS = re.compile(r"[^\W\d_]{2,}[’']?[,.:;?!]? +[^\W\d_]{2,}")
_ONE_WORD = re.compile(r"[A-Z][a-zé’']+[….:?!]?")
_OF_PROGRAMS = re.compile(r"[{};]\s*$|^\s*(?:SELECT|PRAGMA|BEGIN|https?:|#|/)|::|\\")
"""Style sheets, SQL, addresses, patterns."""


def is_for_people(text: str) -> bool:
    if _OF_PROGRAMS.search(text):
        return False
    return bool(_TWO_WORDS.search(text) or _ONE_WORD.fullmatch(text.strip()))


def forgotten(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The line and the words of each text that is not looked up."""
    if isinstance(tree, ast.Constant):
        if isinstance(tree.value, str) and is_for_people(tree.value):
            yield tree.lineno, tree.value
    elif isinstance(tree, ast.JoinedStr):
        yield from _in_f_string(tree)
    else:
        for child in _read_by_people(tree):
            yield from forgotten(child)


def _in_f_string(tree: ast.JoinedStr) -> Iterator[tuple[int, str]]:
    parts = [one.value if isinstance(one, ast.Constant) else "…" for one in tree.values]
    if is_for_people(whole := "".join(map(str, parts)).replace("…", " ")):
        yield tree.lineno, whole
    for one in tree.values:
        if isinstance(one, ast.FormattedValue):
            yield from forgotten(one.value)


def _read_by_people(tree: ast.AST) -> Iterator[ast.AST]:
    """The parts of a piece of a program that may hold texts for people."""
    match tree:
        case ast.Expr(ast.Constant()) | ast.Assert():
            return
        case ast.Assign([ast.Name("__all__")]):
            return
        case ast.Call(function, arguments, keywords):
            name = getattr(function, "attr", getattr(function, "id", ""))
            yield function
            if name not in LOOKING_UP:
                yield from (one for one in arguments if not _is_name(one, name))
                yield from (one.value for one in keywords)
        case ast.Compare() | ast.Subscript():
            yield from (one for one in ast.walk(tree) if isinstance(one, ast.Call))
        case ast.Dict(_keys, values):
            yield from values
        case ast.AnnAssign(value=value):
            yield from [value] if value else []
        case ast.FunctionDef(args=taken, body=body):
            yield from (*taken.defaults, *filter(None, taken.kw_defaults), *body)
        case ast.match_case(body=body):
            yield from body
        case _:
            yield from ast.iter_child_nodes(tree)


def _is_name(given: ast.AST, function: str) -> bool:
    return function in FOR_PROGRAMS and isinstance(given, ast.Constant | ast.JoinedStr)


def named(module: Path) -> list[str]:
    """Where which text stands, such as "decision_aid/cli.py:7: Not looked up"."""
    # Structures of PDF have names such as "Table" and "Span".
    pdf = module.match("report/pdf*.py")
    found = dict.fromkeys(forgotten(ast.parse(module.read_text("utf-8"))))
    return [
        f"{module.relative_to(ROOT)}:{line}: {text}"
        for line, text in found
        if not (pdf and _ONE_WORD.fullmatch(text))
    ]


def test_every_text_for_people_is_looked_up() -> None:
    wrong = []
    for module in MODULES:
        staying, why = STAYING.get(str(module.relative_to(PROGRAM)), (0, ""))
        found = named(module)
        if len(found) != staying:
            wrong += [*found, f"{module.relative_to(ROOT)}: {staying} may stay {why}"]
    assert not wrong, "\n".join(("look these up with _, or mark them with N_:", *wrong))


@pytest.mark.parametrize(
    "source",
    [
        'title = "Options"',
        'said = "none of these"',
        'TITLES: Final = {"options": "The options"}',
        'label = f"Option {letter}"',
        'label = f"{count} more of them"',
        'label.setText("Not now")',
        'def ask(words: str = "Are you sure?") -> str: ...',
        'raise InputError("There is no such file.")',
        'told = "It is closed." if closed else _("It is open.")',
        'told = _("{what} is closed.").format(what="The lid")',
        'if told(words="Not yet") == "ready": pass',
    ],
)
def test_a_text_that_is_not_looked_up_is_found(source: str) -> None:
    assert list(forgotten(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    [
        'title = _("Options")',
        'TITLE: Final = N_("The options")',
        'said = ngettext("{count} option", "{count} options", count)',
        'said = pgettext("of a door", "Open")',
        '"""Words about a module."""',
        'if kind == "Not a text": pass',
        'value = given["Some key"]',
        'found: "Not a text" = 1',
        'raise ValueError("a value lies between 0 and 1")',
        'label.setProperty("role", "clear")',
        'style = "QLabel { color: red; }"',
    ],
)
def test_what_only_programs_read_is_left_alone(source: str) -> None:
    assert not list(forgotten(ast.parse(source)))
