"""A fault in a translation never keeps the window from opening: it opens in English and says so."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from decision_aid.base import language
from decision_aid.base.compiling import compile_catalogs
from decision_aid.base.errors import InputError
from decision_aid.base.language import _
from decision_aid.gui.app import Visit, fresh_session
from decision_aid.gui.languages import Languages
from pytestqt.qtbot import QtBot

from tests.base.test_catalogs import SPANISH
from tests.content.small_pack import a_copy, edit
from tests.gui.driver import Driver

pytestmark = pytest.mark.usefixtures("undressed")

TOLD = (
    "Español cannot be spoken now: its texts have a fault. Everything is in English. Installing "
    "the program again may mend it; “decision-aid check” tells what is wrong with a pack."
)


@pytest.fixture
def folder(tmp_path: Path, qapp: object) -> Iterator[Path]:
    """A pack in English and Spanish, and a Spanish catalog beside it."""
    assert qapp
    made = a_copy(tmp_path)
    english = (made / "text" / "en.yaml").read_text("utf-8")
    spanish = english.replace("language: en", "language: es", 1)
    (made / "text" / "es.yaml").write_text(spanish, "utf-8")
    (tmp_path / "es.po").write_text(SPANISH, "utf-8")
    compile_catalogs(tmp_path)
    yield made
    language.speak()


def an_unknown_key(folder: Path) -> None:
    edit(folder, "text/es.yaml", "language: es", "language: es\nunknown: 1")


def an_instrument_in_english_only(folder: Path) -> None:
    edit(folder, "pack.yaml", "id: ", "instruments: [phq9]\nid: ")


def no_yaml(folder: Path) -> None:
    (folder / "text" / "es.yaml").write_text("[", "utf-8")


def a_damaged_catalog(folder: Path) -> None:
    (folder.parent / "es.mo").write_bytes(b"words")


FAULTS = (an_unknown_key, an_instrument_in_english_only, no_yaml, a_damaged_catalog)


@pytest.mark.parametrize("put", FAULTS)
def test_the_start_is_in_english_and_the_choice_is_kept(
    folder: Path, put: Callable[[Path], None]
) -> None:
    put(folder)
    offered = Languages(str(folder), folder.parent)
    assert offered.begin("es").language == "en"
    assert (_("Next"), language.spoken()) == ("Next", "en")
    assert (offered.trouble, offered.chosen) == (TOLD, "es")


@pytest.mark.parametrize("put", FAULTS)
def test_choosing_it_changes_nothing_and_is_told(folder: Path, put: Callable[[Path], None]) -> None:
    put(folder)
    offered = Languages(str(folder), folder.parent)
    offered.begin("")
    with pytest.raises(InputError):
        offered.choose("es")
    assert (language.spoken(), offered.chosen, offered.trouble) == ("en", "", "")


def test_a_sound_translation_is_spoken_and_nothing_is_told(folder: Path) -> None:
    offered = Languages(str(folder), folder.parent)
    assert offered.begin("es").language == "es"
    assert (_("Next"), offered.trouble) == ("Siguiente", "")


def test_a_fault_in_english_itself_is_an_error(folder: Path) -> None:
    edit(folder, "text/en.yaml", "language: en", "language: en\nunknown: 1")
    with pytest.raises(InputError):
        Languages(str(folder), folder.parent).begin("")


@pytest.mark.parametrize(("put", "count"), [(no_yaml, 1), (Path.exists, 0)])
def test_it_is_said_at_the_foot_once_the_window_is_drawn(
    folder: Path, put: Callable[[Path], object], count: int, qtbot: QtBot
) -> None:
    put(folder)
    offered = Languages(str(folder), folder.parent)
    pack = offered.begin("es")
    visit = Visit(pack, fresh_session(pack), languages=offered)
    qtbot.addWidget(visit.window)
    visit.window.show()
    driver = Driver(qtbot, visit.window)
    visit.tell_trouble()
    assert list(driver.texts()).count(TOLD) == count
