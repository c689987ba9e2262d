import ast
from collections.abc import Iterator
from pathlib import Path

import decision_aid.gui.widgets
import pytest
from decision_aid.gui.theme import TEXT_SIZES, load_theme
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gallery.widgets import WIDGETS
from tests.gui.driver import wear_theme
from tests.gui.fitting import cut

FOLDER = Path(next(iter(decision_aid.gui.widgets.__path__)))


def is_widget(made: ast.ClassDef) -> bool:
    bases = [ast.unparse(base) for base in made.bases]
    return not made.name.startswith("_") and any(one.startswith("Q") for one in bases)


def with_widgets() -> Iterator[str]:
    for file in FOLDER.glob("*.py"):
        classes = ast.parse(file.read_text("utf-8")).body
        if any(isinstance(one, ast.ClassDef) and is_widget(one) for one in classes):
            yield file.stem


def test_every_reusable_widget_is_in_the_gallery() -> None:
    seen_by_what_holds_them = {"flow", "item_layout", "row_or_column", "pdf_paper", "table_stack"}
    assert set(with_widgets()) - seen_by_what_holds_them <= set(WIDGETS)
    assert all((FOLDER / f"{name}.py").is_file() for name in WIDGETS)


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_nothing_in_a_widget_is_cut(qtbot: QtBot, percent: int) -> None:
    wear_theme(load_theme("light", percent))
    shown: list[QWidget] = []
    for make in WIDGETS.values():
        widget = make()
        qtbot.addWidget(widget)
        widget.resize(700, max(widget.heightForWidth(700), widget.sizeHint().height()))
        widget.show()
        shown.append(widget)
    assert not (wrong := [fault for one in shown for fault in cut(one)]), "\n".join(wrong)
    assert any(one.findChildren(QLabel) for one in shown)
