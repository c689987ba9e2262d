"""How the window looks: remembered on this computer once someone changes it. Nothing else is."""

from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication

from decision_aid.base.frozen import dataclass
from decision_aid.gui.theme import TEXT_SIZES, THEMES, ThemeName

SMALLEST: Final = (640, 480)
"""Width and height of a window that is remembered, in pixels, at least."""
USUAL: Final = (1280, 800)
_LARGEST: Final = 10_000
_MOST_BYTES: Final = 10_000
"""Of the file; the program itself writes some 90."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """How the window looks.

    Attributes:
        theme: Its theme.
        percent: Size of text, one of `TEXT_SIZES`.
        width: Of the window, in pixels.
        height: Of the window, in pixels.
        maximized: Whether it is over all of the screen; width and height are what it goes back to.
        language: The one chosen, as in BCP 47; "" where the system's is spoken.
    """

    theme: ThemeName
    percent: int = TEXT_SIZES[0]
    width: int = USUAL[0]
    height: int = USUAL[1]
    maximized: bool = False
    language: str = ""


def look_file() -> Path:
    """Where the look is remembered, whether the file is there or not."""
    # Qt's own word for the folder: the library that knows it otherwise takes 6 ms of the start.
    where = QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.GenericConfigLocation  # as all programs of this user
    )
    return Path(where) / "decision-aid" / "look.json"


def own_look() -> Look:
    """The look as it was left; where nothing usable is remembered, the one the system asks for."""
    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        if (file := look_file()).is_file():
            return _read(file)
    return Look(theme=system_theme())


def system_theme() -> ThemeName:
    """The theme that fits what the system's settings ask for."""
    hints = QGuiApplication.styleHints()
    return theme_for(hints.colorScheme(), hints.accessibility().contrastPreference())


def theme_for(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> ThemeName:
    """The theme that fits a system's settings.

    Args:
        scheme: Whether it is light or dark there.
        contrast: Whether contrast is to be high; that comes first, for some see nothing else.
    """
    if contrast == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def remember(look: Look) -> None:
    """Remember a look. Where that cannot be, the next start has the usual one: no more is lost."""
    # Here, not above: most starts change nothing.
    import json  # noqa: PLC0415

    from decision_aid.base import atomic  # noqa: PLC0415
    from decision_aid.base.errors import DecisionAidError  # noqa: PLC0415

    names = ("theme", "percent", "width", "height", "maximized", "language")
    told = {name: getattr(look, name) for name in names}
    with suppress(OSError, DecisionAidError):
        look_file().parent.mkdir(parents=True, exist_ok=True)
        atomic.write(look_file(), json.dumps(told).encode())


def _read(file: Path) -> Look:
    # Here, not above: a start with nothing remembered waits for them in vain.
    import json  # noqa: PLC0415

    from decision_aid.base.regular_files import read_regular  # noqa: PLC0415

    told: dict[str, Any] = json.loads(read_regular(file, _MOST_BYTES))
    theme, percent = told["theme"], told["percent"]
    sides = (told["width"], told["height"])
    if theme not in THEMES or percent not in TEXT_SIZES or not all(map(_is_side, sides)):
        raise ValueError("not a look")
    width, height = map(max, sides, SMALLEST)
    language = told.get("language", "")
    return Look(
        theme=theme,
        percent=percent,
        width=width,
        height=height,
        maximized=told.get("maximized") is True,
        language=language if isinstance(language, str) else "",
    )


def _is_side(given: object) -> bool:
    return isinstance(given, int) and 0 < given <= _LARGEST
