from collections.abc import Callable

from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Session
from decision_aid.gui.pages.options_cell import AnswerCell
from decision_aid.gui.widgets.column_heads import ColumnHeads
from PySide6.QtCore import QPoint, Qt

from tests.gui.driver import Driver
from tests.gui.sessions import real_pack, visit_session

OpenWindow = Callable[[Pack, Session], Driver]


def test_the_names_of_the_options_stay_in_sight_and_cover_nothing_that_has_the_keyboard(
    open_window: OpenWindow,
) -> None:
    driver = open_window(real_pack(), visit_session())
    driver.window.open_step("options")
    driver.settle()
    area = driver.window.page.area
    (heads,) = driver.window.page.findChildren(ColumnHeads)
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert heads.mapTo(area.viewport(), QPoint(0, 0)).y() == 0
    cells = [one for one in driver.window.page.findChildren(AnswerCell) if one.isVisible()]
    cells[-1].setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(len(cells) - 1):
        driver.key(Qt.Key.Key_Backtab)
        held = driver.window.focusWidget()
        assert isinstance(held, AnswerCell)
        top = held.mapTo(area.viewport(), QPoint(0, 0)).y()
        assert top >= heads.mapTo(area.viewport(), heads.rect().bottomLeft()).y()
