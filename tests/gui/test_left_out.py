"""Another look is put on what is seen at once, on all else later; in the end nothing tells."""

from collections.abc import Callable, Iterator

import pytest
from decision_aid.content.packs import load_pack
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session, StepId
from decision_aid.gui.left_out import dress_left_out
from decision_aid.gui.page_stack import PageStack
from decision_aid.gui.pages_ahead import PagesAhead
from decision_aid.gui.theme import Theme, load_theme
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from tests.full_form import cases
from tests.gallery.states import states
from tests.gui.driver import Driver

STEPS: tuple[StepId, ...] = ("understand", "options", "decide")
LOOKS = cases(load_theme("dark", 150), load_theme("contrast"), further=(load_theme("light"),))
_LEFT_OUT = Qt.WidgetAttribute.WA_SetStyle

OpenWindow = Callable[[Pack, Session], Driver]


@pytest.fixture
def driver(open_window: OpenWindow) -> Iterator[Driver]:
    pack = load_pack("depression")
    made = open_window(pack, states(pack)["full"])
    made.paint()
    for step in STEPS:
        made.window.open_step(step)
    made.settle()
    yield made
    made.window.kept.note()


def make_ahead(driver: Driver) -> None:
    """Have pages made and dressed ahead, while no time goes by: nothing comes by itself."""
    made = PagesAhead(driver.window)
    for timer in made.findChildren(QTimer):
        timer.blockSignals(True)  # noqa: FBT003 - Qt names it nowhere


def pages_of(driver: Driver) -> PageStack:
    (pages,) = driver.window.findChildren(PageStack)
    return pages


def left_out(page: QWidget) -> int:
    return sum(one.testAttribute(_LEFT_OUT) for one in page.findChildren(QWidget))


def pictures(driver: Driver) -> dict[StepId, QImage]:
    """Each page as it is seen now, from its top."""
    taken = {}
    for step in STEPS:
        driver.window.open_step(step)
        driver.settle()
        driver.window.setFocus()
        driver.settle()
        taken[step] = driver.window.page.grab().toImage()
    return taken


def put_on(driver: Driver, theme: Theme) -> None:
    driver.window.dressing.put_on(theme)
    driver.settle()


def test_a_page_that_was_left_out_looks_like_one_that_was_not(driver: Driver) -> None:
    usual = {}
    for look in LOOKS:
        put_on(driver, look)
        usual[look.name] = pictures(driver)
    make_ahead(driver)
    for look in LOOKS:
        put_on(driver, look)
        assert all(left_out(page) for page in pages_of(driver).made[1:])
        assert pictures(driver) == usual[look.name]
        assert not left_out(driver.window.page)


def test_what_is_left_out_is_dressed_in_parts(driver: Driver) -> None:
    make_ahead(driver)
    put_on(driver, LOOKS[0])
    page = max(pages_of(driver).made, key=left_out)
    before, parts = left_out(page), 0
    while dress_left_out(page, 50):
        parts += 1
        assert left_out(page) >= before - 50 * parts
    assert parts >= before // 50


def test_two_looks_one_soon_after_the_other_leave_nothing_of_the_first(driver: Driver) -> None:
    put_on(driver, LOOKS[1])
    usual = pictures(driver)
    make_ahead(driver)
    put_on(driver, LOOKS[0])
    for page in pages_of(driver).made:
        dress_left_out(page, 60)
    put_on(driver, LOOKS[1])
    assert pictures(driver) == usual


def test_what_is_taken_off_later_leaves_nothing_of_an_earlier_look(driver: Driver) -> None:
    make_ahead(driver)
    label = next(
        one
        for one in pages_of(driver).made[1].findChildren(QLabel)
        if one.property("role") == "lead"
    )
    for look in LOOKS:
        put_on(driver, look)
        dress_left_out(pages_of(driver).made[1])
    label.style().unpolish(label)
    assert label.font().pixelSize() == QLabel(label.parentWidget()).font().pixelSize()
    color = label.palette().windowText().color()
    assert color == QLabel(label.parentWidget()).palette().windowText().color()


def test_words_half_typed_stay_while_another_look_is_put_on(driver: Driver) -> None:
    make_ahead(driver)
    driver.window.open_step("decide")
    edit = next(iter(driver.window.page.findChildren(QPlainTextEdit)))
    edit.setPlainText("half a sent")
    driver.window.open_step("options")
    put_on(driver, LOOKS[0])
    driver.window.open_step("decide")
    assert edit.toPlainText() == "half a sent"
