import re
import tomllib
from collections.abc import Iterator

import pytest
from decision_aid.base.resources import resources_dir
from decision_aid.gui.theme import (
    FONT_FAMILY,
    TEXT_SIZES,
    THEMES,
    Theme,
    ThemeName,
    load_theme,
    style_sheet,
)
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo

from tests.gui.driver import wear_theme

TEXT_ON = (
    ("ink", ("ground", "surface", "sunken", "brand_soft", "caution_soft", "gate_soft")),
    ("muted", ("ground", "surface", "sunken", "brand_soft", "caution_soft", "gate_soft")),
    ("on_brand", ("brand", "brand_deep")),
    ("brand", ("surface", "brand_soft", "caution_soft", "gate_soft")),
    ("caution", ("surface", "caution_soft")),
    ("gate", ("surface", "gate_soft")),
)
EDGES_ON = (
    ("edge", ("ground", "surface")),
    ("brand", ("ground", "surface", "brand_soft")),
    ("focus", ("ground", "surface", "brand_soft", "caution_soft", "gate_soft")),
    ("caution_edge", ("surface", "caution_soft")),
    ("gate_edge", ("surface", "gate_soft")),
    ("event", ("surface", "event_none")),
)

_SHEET = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_WORDLESS = re.compile(r"::(chunk|handle|add|sub)|role=.rule")
"""Parts that no text stands on."""
_SETS = re.compile(r"(?<![\w-])(color|background):\s*@(\w+)")


def _template() -> str:
    return (resources_dir() / "themes" / "style.qss.in").read_text(encoding="utf-8")


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(theme: Theme, one: str, other: str) -> float:
    low, high = sorted(luminance(theme.colour(name)) for name in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("name", "text", "edges"), [("light", 4.5, 3.0), ("dark", 4.5, 3.0), ("contrast", 7.0, 4.5)]
)
def test_text_and_edges_stand_out_from_what_they_are_on(
    name: ThemeName, text: float, edges: float
) -> None:
    theme = load_theme(name)
    pairs = [(ink, ground, text) for ink, grounds in TEXT_ON for ground in grounds]
    pairs += [(edge, ground, edges) for edge, grounds in EDGES_ON for ground in grounds]
    low = [
        f"{one} on {other}: {contrast(theme, one, other):.2f}, needed {needed}"
        for one, other, needed in pairs
        if contrast(theme, one, other) < needed
    ]
    assert not low, "\n".join(low)


@pytest.mark.parametrize(("name", "least"), [("light", 4.5), ("dark", 4.5), ("contrast", 7.0)])
def test_text_stands_out_wherever_the_style_sheet_puts_it(name: ThemeName, least: float) -> None:
    theme = load_theme(name)
    pairs = set(_pairs())
    assert pairs >= {("on_brand", "brand"), ("gate", "gate_soft"), ("muted", "sunken")}
    low = [
        f"{text} on {ground}: {contrast(theme, text, ground):.2f}, needed {least}"
        for text, ground in sorted(pairs)
        if contrast(theme, text, ground) < least
    ]
    assert not low, "\n".join(low)


def _pairs() -> Iterator[tuple[str, str]]:
    """Text and ground by the names of their colours, rule by rule.

    Text without a colour of its own has the one of the rule it goes on from, as a button that is
    chosen has that of the button; without any, it is ink.
    """
    own: dict[str, str] = {}
    for selectors, body in _RULE.findall(_SHEET.sub("", _template())):
        said = dict(_SETS.findall(body))
        for selector in map(str.strip, selectors.split(",")):
            holder = selector.split(":")[0].split("[tone")[0].split("[place")[0]
            text = said.get("color") or own.get(holder, "ink")
            own.setdefault(selector, text)
            if "background" in said and not _WORDLESS.search(selector):
                yield text, said["background"]


@pytest.mark.parametrize("name", THEMES)
def test_all_themes_have_the_same_colours(name: ThemeName) -> None:
    assert load_theme(name).colours.keys() == load_theme().colours.keys()


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_text_grows_with_the_text_size_and_the_sheet_leaves_no_token_open(percent: int) -> None:
    theme = load_theme("light", percent)
    assert theme.type["body"] == 16 * percent // 100
    assert "@" not in style_sheet(theme)


@pytest.mark.usefixtures("qapp")
def test_the_program_writes_in_its_own_font() -> None:
    wear_theme(load_theme())
    assert FONT_FAMILY in QFontDatabase.families()
    assert QFontInfo(QFontDatabase.font(FONT_FAMILY, "SemiBold", 12)).family() == FONT_FAMILY


def test_every_token_is_what_the_reader_of_all_of_toml_reads() -> None:
    def read(name: str) -> dict[str, dict[str, str | int]]:
        return tomllib.loads((resources_dir() / "themes" / f"{name}.toml").read_text("utf-8"))

    shape = read("shape")
    for name in THEMES:
        theme = load_theme(name, 100)
        assert theme.colours == read(name)["colour"]
        assert (theme.type, theme.space, theme.size) == tuple(shape.values())
