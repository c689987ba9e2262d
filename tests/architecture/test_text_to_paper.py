"""Text reaches paper in one way: through `report/safe_text.py`, and no parser of markup sees it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

REPORT = Path(__file__).resolve().parents[2] / "decision_aid" / "report"
MODULES = sorted(REPORT.glob("pdf*.py"))

CLEANING = {"line", "printable", "clean", "fitting"}
"""Calls that give a text that only is read; `fitting` cuts one that was cleaned."""
PLACES = {
    "drawString": 2,
    "drawRightString": 2,
    "drawCentredString": 2,
    "drawAlignedString": 2,
    "textOut": 0,
    "textLine": 0,
    "textLines": 0,
    "addOutlineEntry": 0,
    "PDFString": 0,
    "stringWidth": 0,
    "simpleSplit": 0,
    "_run": 0,
    "setTitle": 0,
    "setSubject": 0,
    "setAuthor": 0,
    "setKeywords": 0,
}
"""Which argument of a call is text that ReportLab is given, or measures."""
NAMED = {"title", "author", "subject", "keywords", "lang", "bulletText"}
"""Arguments by name that are such text, wherever ReportLab is called with them."""
PARSED = {"Paragraph", "Tagged", "ToDo", "XPreformatted", "Preformatted"}
"""Calls whose first argument ReportLab would read as markup."""
NOT_REPORTLAB = {"FigurePair", "Column", "Part", "Document"}


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def values(function: ast.AST, name: str) -> list[ast.expr]:
    """Everything a name is set to in a function."""
    found: list[ast.expr] = []
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            found += [
                node.value for one in node.targets if isinstance(one, ast.Name) and one.id == name
            ]
    return found


def is_clean(text: ast.expr, function: ast.AST) -> bool:
    """Whether a text is written here, or was made harmless, or is made of such texts."""
    match text:
        case ast.Constant():
            return True
        case ast.Call():
            return called(text) in CLEANING
        case ast.Name(id=name):
            known = values(function, name)
            return name.isupper() or (bool(known) and are_clean(known, function))
    return is_clean_together(text, function)


def is_clean_together(text: ast.expr, function: ast.AST) -> bool:
    match text:
        case ast.JoinedStr(values=pieces):
            return are_clean(pieces, function)
        case ast.FormattedValue(value=value):
            return is_clean(value, function)
        case ast.BoolOp(op=ast.And(), values=pieces):
            return is_clean(pieces[-1], function)
    return False


def are_clean(texts: list[ast.expr], function: ast.AST) -> bool:
    return all(is_clean(one, function) for one in texts)


def given(file: Path) -> Iterator[tuple[str, int, ast.expr, ast.AST]]:
    """Each text given to ReportLab: by which call, in which line, the text and its function."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Call):
                name = called(node)
                if name in PLACES:
                    yield name, node.lineno, node.args[PLACES[name]], function
                if name not in NOT_REPORTLAB:
                    for one in node.keywords:
                        if one.arg in NAMED:
                            yield f"{name} {one.arg}", node.lineno, one.value, function


HARMLESS_ALREADY = {("pdf_pages.py", "stringWidth", "told")}
"""A piece of a text that was made harmless before, to be measured."""


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.name)
def test_every_text_reportlab_is_given_was_made_harmless(file: Path) -> None:
    wrong = [
        f"{file.name}:{line}: {name} is given {ast.unparse(text)}; give it Style.line(...)"
        for name, line, text, function in given(file)
        if (file.name, name, ast.unparse(text)) not in HARMLESS_ALREADY
        and not is_clean(text, function)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("file", MODULES, ids=lambda file: file.name)
def test_no_text_is_read_as_markup(file: Path) -> None:
    wrong = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and called(node) in PARSED:
            first = node.args[0] if node.args else None
            if not (isinstance(first, ast.Constant) and first.value is None):
                wrong.append(f"{file.name}:{node.lineno}: give {called(node)} None and frags")
    assert not wrong, "\n".join(wrong)


def is_empty(call: ast.Call) -> bool:
    """Whether it is a run without a text, which only tells where another element begins."""
    texts = [one.value for one in call.keywords if one.arg == "text"]
    return all(isinstance(one, ast.Constant) and one.value == "" for one in texts)


def test_runs_of_text_are_made_in_one_place() -> None:
    wrong = [
        f"{file.name}:{node.lineno}"
        for file in MODULES
        for function in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef) and function.name != "_run"
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and called(node) == "ParaFrag" and not is_empty(node)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("'To do:'", True),
        ("f'{self.line(lead)} '", True),
        ("f'{lead} '", False),
        ("block.heading", False),
        ("self.line(a) + b", False),
        ("mark and f'{self.line(mark)} '", True),
    ],
)
def test_what_is_taken_for_harmless(text: str, clean: bool) -> None:  # noqa: FBT001 - a table
    tree = ast.parse(text, mode="eval")
    assert is_clean(tree.body, tree) == clean
