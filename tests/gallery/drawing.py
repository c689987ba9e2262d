"""Draws pages of the window into pictures, as they stand on a screen of each size."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session, StepId
from decision_aid.gui.app import Visit
from decision_aid.gui.pages import PAGES
from decision_aid.gui.theme import ThemeName, load_theme, wear
from decision_aid.gui.widgets.pdf_pages import PdfPages
from decision_aid.gui.window import Window
from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.gallery.cards import CARDS, open_desk
from tests.gallery.widgets import sheet

SIZES = ((1024, 768), (1280, 800), (1920, 1080))
CARD_SIZES = ((1280, 800), (1024, 768))
SHEET_WIDTH = 1400
ROUNDS = 12
"""What grows tells what it lies in, round by round, until the page itself is told."""

LONGEST_WAIT = 20_000
"""Milliseconds for the pages of a PDF to be drawn."""


@dataclass(frozen=True)
class Look:
    """How the program looks.

    Attributes:
        theme: Its theme.
        percent: Size of text.
        is_pseudo: Whether it speaks the language that nobody speaks, whose texts are longer.
    """

    theme: ThemeName
    percent: int
    is_pseudo: bool = False

    def __str__(self) -> str:
        return f"{self.theme}-{self.percent}" + ("-pseudo" if self.is_pseudo else "")


@dataclass(frozen=True)
class Shown:
    """What is drawn.

    Attributes:
        state: The state's name.
        pack: What is known.
        session: What was said.
    """

    state: str
    pack: Pack
    session: Session


def draw(application: QApplication, look: Look, shown: Shown, into: Path) -> Iterator[Path]:
    """Draw every page of one visit in every size, and once at its whole length.

    Args:
        application: The Qt application.
        look: Theme and size of text; put on here.
        shown: What is drawn.
        into: The folder of the pictures.

    Yields:
        Each picture's file.
    """
    wear(application, load_theme(look.theme, look.percent))
    visit = Visit(shown.pack, shown.session)
    window = visit.window
    window.show()
    for number, (step, _, _) in enumerate(PAGES, 1):
        for width, height in SIZES:
            window.resize(width, height)
            _open(application, window, step)
            yield _save(window, into / f"{look}-{shown.state}-{width}-{number}-{step}.png")
        if look.percent == 100:
            yield from _whole(window, into / f"{look}-{shown.state}-whole-{number}-{step}.png")
    window.kept.note()
    window.close()
    window.deleteLater()
    _end()


def draw_cards(application: QApplication, look: Look, shown: Shown, into: Path) -> Iterator[Path]:
    """Draw every card over the window. Arguments as for `draw`."""
    wear(application, load_theme(look.theme, look.percent))
    with open_desk(application, shown.pack, shown.session) as desk:
        for name, opens in CARDS.items():
            opens(desk)
            for width, height in CARD_SIZES:
                desk.visit.window.resize(width, height)
                desk.settle()
                yield _save(desk.visit.window, into / f"{look}-card-{width}-{name}.png")
            desk.shut()
    _end()


def draw_widgets(application: QApplication, look: Look, into: Path) -> Path:
    """Draw every reusable widget in its states, on one sheet. Arguments as for `draw`."""
    wear(application, load_theme(look.theme, look.percent))
    made = sheet()
    width = SHEET_WIDTH * look.percent // 100
    made.resize(width, 100)
    made.show()
    application.processEvents()
    made.resize(width, made.heightForWidth(width))
    _await_pages(application, made)
    file = _save(made, into / f"{look}-widgets.png")
    made.close()
    made.deleteLater()
    _end()
    return file


def _open(application: QApplication, window: Window, step: StepId) -> None:
    window.open_step(step)
    application.processEvents()
    _await_pages(application, window.page)


def _await_pages(application: QApplication, shown: QWidget) -> None:
    pages = shown.findChildren(PdfPages)
    clock = QElapsedTimer()
    clock.start()
    while not all(one.count and one.is_drawn for one in pages) and clock.elapsed() < LONGEST_WAIT:
        application.processEvents()
    for _ in range(ROUNDS):
        application.processEvents()


def _end() -> None:
    # No event loop runs that would do it; a window left behind is dressed anew with every look.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def _whole(window: Window, file: Path) -> Iterator[Path]:
    area = window.page.findChild(QScrollArea)
    inside = area.widget() if area is not None else None
    if area is not None and inside is not None and area.verticalScrollBar().maximum() > 0:
        yield _write(inside.grab().toImage(), file)


def _save(window: QWidget, file: Path) -> Path:
    return _write(window.grab().toImage(), file)


def _write(picture: QImage, file: Path) -> Path:
    writer = QImageWriter(str(file))
    writer.setCompression(15)  # of 100: a third of the time for a few more kilobytes
    assert writer.write(picture), writer.errorString()
    return file
