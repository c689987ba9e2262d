from collections.abc import Callable
from pathlib import Path

import pytest
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import Decision, Session
from decision_aid.gui.pages.summary import COPIED, SummaryPage
from decision_aid.gui.pages.summary_controls import NO_PARTS
from decision_aid.gui.pages.summary_save import file_name
from decision_aid.gui.pdf_words import tagged_text
from decision_aid.gui.requests import Exported, Finish, TakenOut
from decision_aid.gui.widgets.pdf_pages import PdfPages
from decision_aid.workspace.changes.decide import Decide
from decision_aid.workspace.changes.welcome import SetPeople
from decision_aid.workspace.snapshot import Snapshot
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.full_form import cases
from tests.gui.driver import Driver
from tests.gui.one_page import OnePage
from tests.gui.sessions import DAY, full_session, real_pack

pytestmark = pytest.mark.usefixtures("undressed")

FILE_NAME = file_name(DAY)


class Chooser:
    """Answers "Where to?" in place of the dialog."""

    def __init__(self) -> None:
        self.path: Path | None = None

    def __call__(self, _parent: QWidget, _snapshot: Snapshot) -> Path | None:
        return self.path


@pytest.fixture
def chooser() -> Chooser:
    return Chooser()


@pytest.fixture
def summary(qtbot: QtBot, chooser: Chooser) -> OnePage:
    made = OnePage(
        qtbot, lambda workspace: SummaryPage(workspace, chooser), real_pack(), full_session()
    )
    wait_for_pages(qtbot, made)
    return made


def wait_for_pages(qtbot: QtBot, driver: OnePage) -> None:
    save = driver.find("Save PDF…", QAbstractButton)
    qtbot.waitUntil(
        lambda: save.isEnabled() and all(one.is_drawn for one in driver.seen(PdfPages)),
        timeout=20_000,
    )


def text_of(qtbot: QtBot, driver: OnePage, number: int) -> str:
    """What a page says when it is turned to, in the order it is read."""
    shown = preview(driver)
    shown.turn_to(number)
    wait_for_pages(qtbot, driver)
    return shown.text


def preview(driver: OnePage) -> PdfPages:
    (shown,) = driver.seen(PdfPages)
    return shown


def save(driver: OnePage) -> None:
    driver.press("Save PDF…")
    driver.wait_for(lambda: driver.reads("Saved as"))


def test_the_pages_shown_are_the_pages_saved(
    summary: OnePage, chooser: Chooser, tmp_path: Path
) -> None:
    chooser.path = tmp_path / FILE_NAME
    save(summary)
    with PdfDocument(chooser.path) as pdf:
        assert preview(summary).count == len(pdf)
        assert preview(summary).text == tagged_text(pdf[0])
    assert summary.has(f"Page 1 of {preview(summary).count}")
    assert summary.reads(f"Saved as “{FILE_NAME}”.")
    assert summary.asked == [TakenOut("exported"), Exported()]


def test_a_change_makes_the_pages_anew_before_they_can_be_saved(
    qtbot: QtBot, summary: OnePage
) -> None:
    summary.workspace.apply(Decide("decision", Decision(kind="not_yet")))
    assert not summary.find("Save PDF…", QAbstractButton).isEnabled()
    wait_for_pages(qtbot, summary)
    assert "Not to decide yet." in preview(summary).text


def test_a_failed_save_leaves_what_was_there_and_says_so(
    summary: OnePage, chooser: Chooser, tmp_path: Path
) -> None:
    old = tmp_path / "old.pdf"
    old.write_bytes(b"what was there")
    chooser.path = old / "inside.pdf"
    summary.press("Save PDF…")
    summary.wait_for(lambda: summary.reads("was not written"))
    assert old.read_bytes() == b"what was there"
    assert not summary.asked


def test_paper_and_parts_are_chosen(
    qtbot: QtBot, summary: OnePage, chooser: Chooser, tmp_path: Path
) -> None:
    summary.choose("Paper", "A4")
    summary.choose("Print", "Record for the provider")
    summary.choose("Print", "Sources")
    wait_for_pages(qtbot, summary)
    chooser.path = tmp_path / FILE_NAME
    save(summary)
    with PdfDocument(chooser.path) as pdf:
        assert round(pdf[0].get_height()) == 842
    assert Exported() not in summary.asked, "without the record, not all that was said is kept"


def test_how_the_aid_measures_up_is_printed_when_it_is_ticked(
    qtbot: QtBot, summary: OnePage
) -> None:
    box = "How this aid measures up (IPDAS)"
    assert not summary.is_chosen("Print", box)
    before = preview(summary).count
    summary.choose("Print", box)
    wait_for_pages(qtbot, summary)
    last = preview(summary).count
    assert last > before
    assert "How this aid measures up" in text_of(qtbot, summary, before)
    assert "Q23" in text_of(qtbot, summary, last - 1)


def test_the_hand_over_is_ticked_while_no_prescriber_is_here_and_other_choices_stay(
    summary: OnePage,
) -> None:
    box = "Hand-over to the prescriber"
    assert not summary.is_chosen("Print", box)
    summary.choose("Print", "All options")
    summary.choose("Print", "Sources")
    summary.workspace.apply(SetPeople(("counselor",)))
    assert summary.is_chosen("Print", box)
    summary.workspace.apply(SetPeople(("counselor", "prescriber")))
    assert not summary.is_chosen("Print", box)
    summary.choose("Print", box)
    summary.workspace.apply(Decide("decision", Decision(kind="not_yet")))
    assert summary.is_chosen("Print", box), "what was asked for stays"
    assert summary.is_chosen("Print", "All options")
    assert not summary.is_chosen("Print", "Sources")


def test_with_no_part_there_is_nothing_to_save(summary: OnePage) -> None:
    for part in ("My page", "Record for the provider", "Sources"):
        summary.choose("Print", part)
    assert summary.reads(NO_PARTS)
    assert not summary.find("Save PDF…", QAbstractButton).isEnabled()


def test_the_note_is_copied_and_finishing_is_asked_of_the_window(summary: OnePage) -> None:
    summary.press("Copy note: short plain text for a record")
    assert "a second opinion" in QApplication.clipboard().text()
    assert summary.reads(COPIED)
    summary.press("Finish and clear")
    assert summary.asked == [TakenOut("copied"), Finish()]


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(("width", "height"), cases((1024, 768), further=((1280, 800),)))
def test_saving_and_printing_are_in_sight_without_scrolling(
    qtbot: QtBot, open_window: Callable[[Pack, Session], Driver], width: int, height: int
) -> None:
    driver = open_window(real_pack(), full_session())
    driver.window.resize(width, height)
    driver.go("Summary")
    driver.settle()
    for name in ("Save PDF…", "Print…"):
        button = driver.find(name)
        assert button.visibleRegion().boundingRect() == button.rect(), name
    primary = [one for one in driver.controls() if one.property("role") == "primary"]
    assert [one.accessibleName() for one in primary] == ["Save PDF…"]
    shown = driver.window.page.findChildren(PdfPages)
    qtbot.waitUntil(lambda: all(one.is_drawn for one in shown), timeout=20_000)


@pytest.mark.usefixtures("dressed")
def test_tab_goes_from_saving_over_what_to_print_to_the_pages_and_the_end(
    summary: OnePage,
) -> None:
    summary.focus("Save PDF…")
    seen: list[str] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
        if seen[-1] == "Finish and clear":
            break
        summary.key(Qt.Key.Key_Tab)
    wanted = ["Save PDF…", "Print…", "Print: My page", "Paper: Letter", "Zoom: Fit width"]
    wanted += ["Read as text", "Next page", f"Page 1 of {preview(summary).count}"]
    assert [name for name in seen if name in wanted] == wanted
    assert seen[-1] == "Finish and clear"
    assert "" not in seen


@pytest.mark.usefixtures("dressed")
def test_keys_of_documents_change_the_size_while_the_keyboard_is_on_the_page(
    qtbot: QtBot, summary: OnePage
) -> None:
    summary.focus("Next page")
    sizes: list[object] = []
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
        summary.key(key, Qt.KeyboardModifier.ControlModifier)
        wait_for_pages(qtbot, summary)
        sizes.append(preview(summary).zoom)
    assert sizes == [100, 150, 100]
    assert summary.is_chosen("Zoom", "100 %")


def test_without_a_part_no_pages_are_shown_and_with_one_they_are_back(
    qtbot: QtBot, summary: OnePage
) -> None:
    for part in ("My page", "Record for the provider", "Sources"):
        summary.choose("Print", part)
    assert not summary.seen(PdfPages)
    summary.choose("Print", "My page")
    wait_for_pages(qtbot, summary)
    assert preview(summary).count >= 1
    assert not summary.reads(NO_PARTS)
