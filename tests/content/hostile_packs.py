"""Packs written to crash, hang or fool the reader: what each does to a copy of the small pack."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.content.test_yaml_events import LAUGHS, MERGES

Attack = Callable[[Path], object]
MIB = 1024 * 1024
EN = "text/en.yaml"


@dataclass(frozen=True)
class Hostile:
    """An attack, and part of the sentence it is refused with; "" where it is only a text."""

    name: str
    attack: Attack
    words: str


def write(name: str, content: str | bytes) -> Attack:
    """Puts a file in place of one of the pack."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    return lambda folder: (folder / name).write_bytes(raw)


def put(name: str, old: str, new: str) -> Attack:
    """Replaces something in a file of the pack."""

    def attack(folder: Path) -> None:
        path = folder / name
        before = path.read_text("utf-8")
        assert old in before, f"{name} does not hold {old!r}"
        path.write_text(before.replace(old, new, 1), "utf-8")

    return attack


def coded(name: str, codec: str) -> Attack:
    """Writes a file in another encoding."""

    def attack(folder: Path) -> None:
        path = folder / name
        path.write_bytes(path.read_text("utf-8").replace("Pill", "Pillé").encode(codec))

    return attack


def link(name: str, target: str) -> Attack:
    """Puts a symbolic link in place of a file or a folder; it leads from the pack's folder."""

    def attack(folder: Path) -> None:
        path, aside = folder / name, folder.parent / "outside"
        aside.mkdir(exist_ok=True)
        path.rename(aside / path.name)
        path.symlink_to(target.format(aside=aside, name=path.name))

    return attack


def special(name: str, make: Callable[[Path], object]) -> Attack:
    """Puts something that is no ordinary file in place of one."""

    def attack(folder: Path) -> None:
        (folder / name).unlink()
        make(folder / name)

    return attack


def sparse(path: Path) -> None:
    """A file of 100 MB that takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(100_000_000)


def many_languages(folder: Path) -> None:
    content = "language: xx\ntitle:\n" + "- a\n" * 49_000
    for number in range(40):
        (folder / "text" / f"a{chr(97 + number // 26)}{chr(97 + number % 26)}.yaml").write_text(
            content
        )


def pictures(folder: Path) -> None:
    """A picture that unpacks to much, and a drawing that asks for a file."""
    (folder / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 1000)
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'
    (folder / "text" / "en.svg").write_text(svg)


def _rows(count: int, row: str) -> str:
    return "".join(row.replace("#", str(number)) for number in range(count))


DEEP = "".join(f"{' ' * depth}a:\n" for depth in range(1000))
NUMBER = "9" * 4000
LONG = "1 of 1, e.g. of 1,000 St. A. only 1 of it. " * 2_000

HOSTILE = (
    Hostile("alias bomb", write("pack.yaml", LAUGHS), "Anchors"),
    Hostile("merge bomb", write("rules.yaml", MERGES), "Anchors"),
    Hostile("merge key", write("rules.yaml", "a: 1\n<<: {b: 2}"), "Merge keys"),
    Hostile("self alias", write(EN, "a: &a [*a]"), "Anchors"),
    Hostile("alias alone", write(EN, "a: *a"), "Aliases"),
    Hostile("100 MB", special("evidence.yaml", sparse), "larger than 1 MiB"),
    Hostile("just over the bound", write(EN, "#" * (MIB + 1)), "larger than 1 MiB"),
    Hostile("100 kB of [", write("sources.yaml", "[" * 100_000), "32 deep"),
    Hostile("a MiB of {a: ", write("sources.yaml", "{a: " * (MIB // 4)), "32 deep"),
    Hostile("deep mappings", write(EN, DEEP), "32 deep"),
    Hostile("flat list", write("pack.yaml", "- a\n" * (MIB // 4)), "50000 entries"),
    Hostile("flat mapping", write("pack.yaml", _rows(60_000, "k#: v\n")), "50000 entries"),
    Hostile("one long text", write("pack.yaml", "a" * MIB), "longer than 100,000"),
    Hostile("one long key", write("pack.yaml", f"? {'a' * 500_000}\n: b"), "longer than 100,000"),
    Hostile("long quoted blanks", write(EN, f"title: '{' ' * 900_000}x'"), "longer than 100,000"),
    Hostile("duplicate key", put("pack.yaml", "id: small", "id: small\nid: other"), "second time"),
    Hostile("duplicate keys", put("pack.yaml", "id: small\n", "id: small\n" * 20_000), "second"),
    Hostile("list as key", write(EN, "? [a, b]\n: c"), "A key is a text"),
    Hostile("second document", put("pack.yaml", "id: small", "id: small\n---\nid: x"), "second"),
    Hostile("version directive", write(EN, "%YAML 1.1\n---\nlanguage: en"), "Directives"),
    Hostile("tag directive", write(EN, "%TAG ! tag:x,2026:\n---\nlanguage: en"), "Directives"),
    Hostile("unknown version", write(EN, "%YAML 9.9\n---\nlanguage: en"), "not YAML"),
    Hostile(
        "python tag",
        put("pack.yaml", "version: '1'", "version: !!python/object/apply:os.system [exit]"),
        "Tags",
    ),
    Hostile("python name", put(EN, "title: C", "title: !!python/name:os.system C"), "Tags"),
    Hostile("binary tag", put(EN, "title: C", "title: !!binary aGk= #"), "Tags"),
    Hostile(
        "float tag", put("pack.yaml", "reading_grade: 2", "reading_grade: !!float .nan"), "Tags"
    ),
    Hostile("not a number", put("pack.yaml", "reading_grade: 2", "reading_grade: .nan"), "number"),
    Hostile("nan", put("pack.yaml", "reading_grade: 2", "reading_grade: nan"), "number"),
    Hostile("infinity", put("evidence.yaml", "weeks: 26", "weeks: inf"), "number"),
    Hostile("1e999", put("evidence.yaml", "weeks: 26", "weeks: 1e999"), "number"),
    Hostile(
        "huge whole number",
        put("evidence.yaml", "of: 100", f"of: {NUMBER}"),
        "at most 1,000,000,000 people",
    ),
    Hostile("huge draws", put("evidence.yaml", "draws: 2000", "draws: 2000000000"), "draws lies"),
    Hostile("huge year", put("pack.yaml", "published: 2026", "published: 99999"), "a date"),
    Hostile("octal", put("evidence.yaml", "weeks: 26", "weeks: 0o7777"), "number"),
    Hostile("base 60", put("evidence.yaml", "weeks: 26", "weeks: 1:30"), "number"),
    Hostile("Norway", put("pack.yaml", "country: US", "country: NO"), ""),
    Hostile("a word like a truth", put(EN, "short: Stay", "short: on"), ""),
    Hostile(
        "truth of its own", put("pack.yaml", "status_quo: true", "status_quo: maybe"), "yes or"
    ),
    Hostile("raw NUL", put(EN, "Pill", "Pi\x00ll"), "U+0000"),
    Hostile("NUL escape", put(EN, "name: Pill", 'name: "Pi\\0ll"'), "U+0000"),
    Hostile("terminal escape", put(EN, "name: Pill", 'name: "\\e[31mPill"'), "U+001B"),
    Hostile("right to left", put(EN, "name: Pill", "name: \u202ePill"), "U+202E"),
    Hostile("isolate escape", put(EN, "name: Pill", 'name: "\\u2066Pill"'), "U+2066"),
    Hostile("tag letters", put(EN, "name: Pill", "name: Pill\U000e0041"), "U+E0041"),
    Hostile("surrogate", put(EN, "name: Pill", 'name: "\\ud800"'), "not YAML"),
    Hostile("bytes", write("rules.yaml", bytes(range(256))), "UTF-8"),
    Hostile("UTF-16", coded(EN, "utf-16"), "UTF-8"),
    Hostile("UTF-16 without its mark", coded(EN, "utf-16-le"), "UTF-8"),
    Hostile("UTF-32", coded(EN, "utf-32"), "UTF-8"),
    Hostile("Latin-1", coded(EN, "latin-1"), "UTF-8"),
    Hostile("a compressed file", write("sources.yaml", b"\x1f\x8b\x08" + b"\xff" * 99), "UTF-8"),
    Hostile("link out", link("sources.yaml", "{aside}/{name}"), "leads out of its folder"),
    Hostile("link up", link("sources.yaml", "../outside/{name}"), "leads out of its folder"),
    Hostile("folder that leads out", link("text", "{aside}/{name}"), "leads out of its folder"),
    Hostile("link to itself", link("sources.yaml", "{name}"), "cannot be opened"),
    Hostile("link to nothing", link("sources.yaml", "none.yaml"), "is missing"),
    Hostile("link to a device", link("rules.yaml", "/dev/zero"), "leads out of its folder"),
    Hostile("link to the system", link("rules.yaml", "/etc/passwd"), "leads out of its folder"),
    Hostile("pipe", special("medicines.yaml", os.mkfifo), "not an ordinary file"),
    Hostile(
        "socket",
        special("medicines.yaml", lambda path: os.mknod(path, stat.S_IFSOCK)),
        "not an ordinary file",
    ),
    Hostile("folder for a file", special("pack.yaml", Path.mkdir), "not an ordinary file"),
    Hostile("no file", special("rules.yaml", lambda _: None), "is missing"),
    Hostile(
        "id that leads out",
        put("pack.yaml", "id: small", "id: ../../etc/passwd"),
        "name of a folder",
    ),
    Hostile("id of a cell", put("pack.yaml", "- id: soon", "- id: ../soon"), "../soon"),
    Hostile(
        "questionnaire that leads out",
        put("pack.yaml", "id: small", "id: small\ninstruments: [../../../../etc]"),
        "named by its id",
    ),
    Hostile(
        "questionnaire by its path",
        put("pack.yaml", "id: small", "id: small\ninstruments: [/etc/passwd]"),
        "named by its id",
    ),
    Hostile("many languages", many_languages, "language"),
    Hostile("language that leads out", put(EN, "language: en", "language: ../../en"), "language"),
    Hostile("pictures", pictures, "never reads this"),
    Hostile("long numbers in a text", put(EN, "It may stay.", f"'{LONG}'"), "loaded word"),
    Hostile(
        "long points in a text",
        put(EN, "It may stay.", f"'{'A. ' * 300_000}'"),
        "longer than 100,000",
    ),
    Hostile("many names", put(EN, "not_advice", f"names: [{'a, ' * 40_000}b]\nnot_advice"), "60"),
    Hostile("long name", put(EN, "not_advice", f"names: [{'a' * 90_000}]\nnot_advice"), "60"),
)
