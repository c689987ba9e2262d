"""How the program looks: tokens from TOML, turned into a palette and a style sheet."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from decision_aid.base.frozen import dataclass
from decision_aid.base.resources import resources_dir

ThemeName = Literal["light", "dark", "contrast"]

THEMES: Final[tuple[ThemeName, ...]] = ("light", "dark", "contrast")
"""All themes."""

TEXT_SIZES: Final = (100, 125, 150, 200)
"""Text sizes a person can choose, in percent."""

FONT_FAMILY: Final = "IBM Plex Sans"

_PROPERTY: Final = "decision_aid_theme"

_TOKEN: Final = re.compile(r"@(\w+)")


@dataclass(frozen=True, kw_only=True)
class Theme:
    """The tokens of one theme at one text size.

    Attributes:
        name: Which theme.
        percent: Text size, 100 to 200.
        colours: "#rrggbb" by name.
        type: Type sizes by role, in pixels, text size included.
        space: Distances by name, in pixels.
        size: Other sizes by name, in pixels.
    """

    name: ThemeName
    percent: int
    colours: Mapping[str, str]
    type: Mapping[str, int]
    space: Mapping[str, int]
    size: Mapping[str, int]

    def colour(self, name: str) -> QColor:
        """A colour by its name."""
        return QColor(self.colours[name])

    def grown(self, px: float) -> float:
        """A length for text of 100 %, in pixels, grown with the text."""
        return px * self.percent / 100


def load_theme(name: ThemeName = "light", percent: int = 100) -> Theme:
    """The theme of this name at this text size."""
    shape: dict[str, dict[str, int]] = _tokens("shape")
    colours: dict[str, str] = _tokens(name)["colour"]
    return Theme(
        name=name,
        percent=percent,
        colours=colours,
        type={role: round(px * percent / 100) for role, px in shape["type"].items()},
        space=shape["space"],
        size=shape["size"],
    )


def resized(theme: Theme, step: int) -> Theme:
    """The theme with text so many sizes larger or smaller, as far as there are any."""
    place = TEXT_SIZES.index(theme.percent) + step
    return load_theme(theme.name, TEXT_SIZES[max(0, min(place, len(TEXT_SIZES) - 1))])


def wear(app: QApplication, theme: Theme) -> None:
    """Put a theme on everything there is and will be."""
    if app.property(_PROPERTY) is None:
        _load_fonts()
    app.setProperty(_PROPERTY, theme)
    app.setPalette(palette(theme))
    # From one sheet to another Qt would dress each widget once for each widget around it.
    app.setStyleSheet("")
    app.setStyleSheet(style_sheet(theme))


def dress_anew(widget: QWidget) -> None:
    """Let the style sheet see that a property changed; a widget not yet dressed need not be."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def dress(window: QWidget, theme: Theme) -> None:
    """Put a theme of its own on one window and all there is in it."""
    window.setProperty(_PROPERTY, theme)
    window.setPalette(palette(theme))
    window.setStyleSheet(style_sheet(theme))


def worn(by: QWidget | None = None) -> Theme:
    """The theme worn now, for what is drawn by hand.

    Args:
        by: Whose: that of its window, where the window has one of its own. None for the program's.
    """
    for one in (by.window() if by else None, QCoreApplication.instance()):
        theme = one.property(_PROPERTY) if one else None
        if isinstance(theme, Theme):
            return theme
    return load_theme()


def style_sheet(theme: Theme) -> str:
    """The style sheet of a theme."""
    tokens: dict[str, str | int] = {**theme.colours}
    for group in (("type", theme.type), ("space", theme.space), ("size", theme.size)):
        tokens |= {f"{group[0]}_{name}": f"{px}px" for name, px in group[1].items()}
    tokens["family"] = FONT_FAMILY
    tokens["type_line"] = f"{max(26, round(theme.type['body'] * 1.4))}px"
    # Around the circle of a step, so that all of them fit in a low window in large print, too.
    tokens["type_step_line"] = f"{max(26, round(theme.type['step'] * 1.27))}px"
    sheet = (resources_dir() / "themes" / "style.qss.in").read_text(encoding="utf-8")
    return _TOKEN.sub(lambda found: str(tokens[found[1]]), sheet)


def palette(theme: Theme) -> QPalette:
    """The palette of a theme, for what the style sheet does not reach."""
    roles = {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Highlight: "brand",
        QPalette.ColorRole.HighlightedText: "on_brand",
        QPalette.ColorRole.Accent: "brand",
    }
    made = QPalette()
    for role, name in roles.items():
        made.setColor(role, theme.colour(name))
    return made


@cache
def _tokens(name: str) -> dict[str, Any]:
    path = resources_dir() / "themes" / f"{name}.toml"
    # Groups, texts and whole numbers are all there is. The reader of all of TOML would take 3 ms of
    # the start; a test holds the two to the same.
    made: dict[str, Any] = {}
    group = made
    for line in path.read_text(encoding="utf-8").splitlines():
        token, _equals, value = line.partition(" = ")
        if line.startswith("["):
            group = made[line[1 : line.index("]")]] = {}
        elif value:
            group[token] = value.split('"')[1] if value[0] == '"' else int(value.split()[0])
    return made


def _load_fonts() -> None:
    for file in sorted((resources_dir() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
