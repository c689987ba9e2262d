"""Going from part to part and then changing words must not leave Python holding on to dead rows."""

import os
import subprocess
import sys

from decision_aid.base.resources import resources_dir

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
app = QApplication([])
from decision_aid.content.packs import load_pack
from decision_aid.content.sessions import load_session
from decision_aid.gui.app import Visit
from decision_aid.gui.theme import load_theme, wear
wear(app, load_theme())
pack = load_pack("depression")
window = Visit(pack, load_session(Path(sys.argv[1]), pack)).window
window.show()
window.open_step("matters")
app.processEvents()

def named(name):
    found = [one for one in window.findChildren(QPlainTextEdit) if one.accessibleName() == name]
    return next(one for one in found if one.isVisible())

def write(name, text):
    line = named(name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    app.processEvents()

def press(end):
    from PySide6.QtWidgets import QAbstractButton
    buttons = window.findChildren(QAbstractButton)
    next(one for one in buttons if one.isVisible() and one.accessibleName().endswith(end)).click()
    app.processEvents()

write("New concern", "line")
press("Concern 3: how does each option do on this?")
press("Lifestyle changes (B): So-so")
for _ in range(3):
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
    write("Concern 3", "other words")
    write("Concern 3", "words")
print(window.workspace.snapshot.session.concerns[-1].text)
"""


def test_a_concern_is_renamed_after_going_from_part_to_part() -> None:
    example = resources_dir() / "examples" / "two-visits.yaml"
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(example)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert done.stdout.strip() == "words"
