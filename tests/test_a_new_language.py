"""What CONTRIBUTING tells a translator is enough: done in a copy, the program speaks Spanish."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from decision_aid.base.resources import resources_dir

ROOT = Path(__file__).resolve().parents[1]
PACK = Path("resources", "packs", "depression", "text")

CATALOG = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "options"
msgstr "opciones"

msgid "write the summary of a session"
msgstr "escribir el resumen de una sesi\u00f3n"

msgid "Our shared decision"
msgstr "Nuestra decisi\u00f3n compartida"
"""

BUILD_AND_SPEAK = """
from decision_aid.base.catalogs import catalogs_dir
from decision_aid.base.compiling import compile_catalogs
from decision_aid.cli import DEFAULT_PACK, main

compile_catalogs(catalogs_dir())
main(["summary", "resources/examples/on-an-maoi.yaml", "-o", "es.pdf"])

from decision_aid.gui.languages import Languages

languages = Languages(DEFAULT_PACK)
print(languages.begin("").language, *languages.offered)
main(["--help"])
"""


def a_program_in_spanish(tmp_path: Path) -> Path:
    """A copy of the program with a few texts translated; the rest of them stays English."""
    shutil.copytree(ROOT / "decision_aid", tmp_path / "decision_aid")
    left_out = shutil.ignore_patterns("built.*", "*.mo")
    shutil.copytree(resources_dir(), tmp_path / "resources", ignore=left_out)
    for code in ("es", "fr"):
        (tmp_path / "resources" / "languages" / f"{code}.po").write_text(CATALOG, "utf-8")
    english = (tmp_path / PACK / "en.yaml").read_text("utf-8")
    title = "title: 'Depression: choosing a treatment together'"
    assert title in english
    spanish = english.replace("language: en", "language: es", 1)
    spanish = spanish.replace(title, "title: 'Depresi\u00f3n: elegir juntos un tratamiento'")
    # Forms that English does not have: all of them are given, and each is chosen.
    assert "one: '{n} week'\n" in spanish
    spanish = spanish.replace(
        "one: '{n} week'\n", "one: '{n} semana'\n        many: '{n} de semanas'\n"
    )
    spanish = spanish.replace("other: '{n} weeks'", "other: '{n} semanas'")
    (tmp_path / PACK / "es.yaml").write_text(spanish, "utf-8")
    for texts in (tmp_path / "resources" / "instruments").glob("*/en.yaml"):
        # Here only: a questionnaire is translated by nobody but those it belongs to.
        shutil.copy(texts, texts.with_name("es.yaml"))
    return tmp_path


def test_a_new_language_is_offered_and_spoken_on_screen_on_paper_and_in_the_terminal(
    tmp_path: Path,
) -> None:
    program = a_program_in_spanish(tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(program), "LANGUAGE": "fr:es_MX:en"}
    done = subprocess.run(
        [sys.executable, "-c", BUILD_AND_SPEAK],
        capture_output=True,
        text=True,
        check=True,
        cwd=program,
        env={**environment, "PYTHONIOENCODING": "utf-8"},
    )
    # There is a catalog in French, too, which is asked for first; but the pack is not in French.
    offered, *help_ = done.stdout.splitlines()
    assert offered == "es en es"
    assert "opciones:" in help_
    assert any("escribir el resumen de una sesi\u00f3n" in line for line in help_)
    pdf = subprocess.run(["pdftotext", program / "es.pdf", "-"], capture_output=True, check=True)
    printed = pdf.stdout.decode()
    assert "Nuestra decisi\u00f3n compartida" in printed
    assert "Depresi\u00f3n: elegir juntos un tratamiento" in printed
    assert "23 nov 2026" in printed
