"""From the words a translator writes to what the program says."""

import re
import shutil
import struct
from collections.abc import Callable, Iterator
from gettext import NullTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po
from decision_aid.base import catalogs, language
from decision_aid.base.catalogs import language_of_system, languages, speak_language
from decision_aid.base.compiling import compile_catalogs
from decision_aid.base.errors import ProblemsError
from decision_aid.base.language import N_, _, ngettext, pgettext

from tests.odd_files import ODD_FILES, without_waiting

ROOT = Path(__file__).resolve().parents[2]

SPANISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Next"
msgstr "Siguiente"

msgid "{count} session"
msgid_plural "{count} sessions"
msgstr[0] "una sesión"
msgstr[1] "{count} sesiones"

msgctxt "state"
msgid "Open"
msgstr "Abierta"

msgid "Not yet said"
msgstr ""
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where a Spanish catalog lies; whatever was spoken, English is spoken again afterwards."""
    (tmp_path / "es.po").write_text(SPANISH, encoding="utf-8")
    compile_catalogs(tmp_path)
    yield tmp_path
    language.speak()


def test_english_is_spoken_as_it_stands() -> None:
    assert (_("Next"), _(""), N_("Next"), pgettext("state", "Open")) == ("Next", "", "Next", "Open")
    assert [ngettext("one", "many", count) for count in (0, 1, 2)] == ["many", "one", "many"]
    assert language.spoken() == "en"


def test_what_a_translator_wrote_is_spoken_and_the_rest_stays_english(folder: Path) -> None:
    speak_language("es", folder)
    assert (_("Next"), pgettext("state", "Open")) == ("Siguiente", "Abierta")
    assert language.spoken() == "es"
    said = [ngettext("{count} session", "{count} sessions", count) for count in (1, 2)]
    assert said == ["una sesión", "{count} sesiones"]
    assert (_("Not yet said"), _("Back"), _("")) == ("Not yet said", "Back", "")


def test_english_can_be_spoken_again(folder: Path) -> None:
    speak_language("es", folder)
    speak_language("en", folder)
    assert (_("Next"), language.spoken()) == ("Next", "en")


@pytest.mark.parametrize("code", ["fr", "../es", "", "es.mo"])
def test_a_language_nobody_wrote_is_english(folder: Path, code: str) -> None:
    speak_language(code, folder)
    assert (_("Next"), language.spoken()) == ("Next", "en")


@pytest.mark.parametrize("data", [b"", b"\x00" * 40, b"\xde\x12\x04\x95" + b"\xff" * 40, b"words"])
def test_a_damaged_catalog_is_english(folder: Path, data: bytes) -> None:
    (folder / "es.mo").write_bytes(data)
    speak_language("es", folder)
    assert (_("Next"), language.spoken()) == ("Next", "en")


@pytest.mark.parametrize("charset", ["utf-9", "rot13", "\0", "utf-8;charset"])
def test_a_catalog_in_an_encoding_that_is_none_is_english(folder: Path, charset: str) -> None:
    (folder / "es.mo").write_bytes(a_catalog(charset=charset))
    speak_language("es", folder)
    assert (_("Next"), language.spoken()) == ("Next", "en")


@pytest.mark.parametrize("plural", ["n/0", "n%0", "n/(n-1)", "100/(n-12)", "n <> 1", "m"])
def test_a_catalog_whose_plural_is_no_number_is_english(folder: Path, plural: str) -> None:
    (folder / "es.mo").write_bytes(a_catalog(plural=plural))
    speak_language("es", folder)
    assert (ngettext("one", "many", 0), language.spoken()) == ("many", "en")


@pytest.mark.parametrize("put", ODD_FILES.values(), ids=ODD_FILES)
def test_what_is_no_small_file_is_english_and_never_waited_for(
    folder: Path, put: Callable[[Path], object]
) -> None:
    (folder / "es.mo").unlink()
    put(folder / "es.mo")
    with without_waiting():
        speak_language("es", folder)
    assert (_("Next"), language.spoken()) == ("Next", "en")


class TurningEnglish(NullTranslations):
    """While it is asked for a text, another thread has English spoken."""

    def __bool__(self) -> bool:
        language.speak()
        return True


@pytest.mark.parametrize(
    "say", [lambda: _("Next"), lambda: ngettext("Next", "", 1), lambda: pgettext("a", "Next")]
)
def test_a_text_is_said_whatever_another_thread_speaks_meanwhile(say: Callable[[], str]) -> None:
    language.speak("es", TurningEnglish())
    assert (say(), language.spoken()) == ("Next", "en")


def a_catalog(charset: str = "utf-8", plural: str = "n != 1") -> bytes:
    """A compiled catalog, which no compiler would write where its head is damaged."""
    head = (
        f"Content-Type: text/plain; charset={charset}\nPlural-Forms: nplurals=2; plural={plural};"
    )
    texts = [b"", b"Next", head.encode(), b"Siguiente"]
    lengths = [len(one) for one in texts]
    starts = [60 + sum(lengths[:at]) + at for at in range(4)]
    places = [one for pair in zip(lengths, starts, strict=True) for one in pair]
    numbers = struct.pack("<15I", 0x950412DE, 0, 2, 28, 44, 0, 0, *places)
    return numbers + b"".join(one + b"\0" for one in texts)


def test_a_catalog_made_by_hand_is_spoken_where_it_is_sound(folder: Path) -> None:
    (folder / "es.mo").write_bytes(a_catalog())
    speak_language("es", folder)
    assert (_("Next"), language.spoken()) == ("Siguiente", "es")


def test_english_comes_first_among_the_languages_there_are(folder: Path) -> None:
    shutil.copy(folder / "es.mo", folder / "de.mo")
    assert languages(folder) == ("en", "de", "es")
    assert languages(folder / "nowhere") == ("en",)


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"LANG": "es_MX.UTF-8"}, "es"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "es_ES@euro"}, "es"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:pt_BR:es"}, "pt-BR"),
        ({"LANGUAGE": "", "LC_MESSAGES": "fr_FR"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_system_is_chosen_where_it_is_there(
    environment: dict[str, str], code: str
) -> None:
    assert language_of_system(("en", "es", "pt-BR"), environment) == code


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("Step {step}", "Paso {paso}"),
        ("Step {step}", "Paso"),
        ("Next", "{0}"),
        ("{a}", "{a"),
        ("%s", "%d"),
        ("%(a)s", "%(b)s"),
    ],
)
def test_a_translation_with_other_placeholders_is_refused_and_written_nowhere(
    tmp_path: Path, english: str, said: str
) -> None:
    source = f'msgid ""\nmsgstr ""\n\nmsgid "{english}"\nmsgstr "{said}"\n'
    (tmp_path / "es.po").write_text(source, encoding="utf-8")
    with pytest.raises(ProblemsError, match=r"es\.po:4: The placeholders"):
        compile_catalogs(tmp_path)
    assert not list(tmp_path.glob("*.mo"))


def test_every_text_of_the_program_stands_in_the_template_for_translators() -> None:
    with (catalogs.catalogs_dir() / "program.pot").open("rb") as file:
        template = read_po(file)
    assert _ids(template) == _ids(_gathered()), "gather it anew; CONTRIBUTING.md has the command"


def test_what_is_filled_into_a_text_has_a_name_and_no_format_and_no_blank_is_at_its_ends() -> None:
    texts = [text for message in _gathered() for text in _forms(message.id)]
    assert len(texts) > 2000
    of_argparse = {"usage: "}
    assert [text for text in texts if text != text.strip() and text not in of_argparse] == []
    odd = [
        (text, name)
        for text in texts
        for _text, name, form, how in Formatter().parse(text)
        if name is not None and (form or how or not re.fullmatch(r"[a-z]+9?(_[a-z0-9]+)*", name))
    ]
    assert odd == []


def test_what_comes_with_the_program_is_compiled(tmp_path: Path) -> None:
    for source in catalogs.catalogs_dir().glob("*.po"):
        shutil.copy(source, tmp_path)
    made = compile_catalogs(tmp_path)
    assert {one.stem for one in made} | {"en"} == set(languages())


def _gathered() -> Catalog:
    found = Catalog()
    for _file, _line, message, _comments, context in extract_from_dir(
        ROOT / "decision_aid", keywords=DEFAULT_KEYWORDS
    ):
        found.add(message, context=context)
    return found


def _forms(given: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _ids(catalog: Catalog) -> set[object]:
    return {(message.context, message.id) for message in catalog if message.id}
