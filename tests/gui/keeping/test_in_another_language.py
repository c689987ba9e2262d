"""Every card about kept sessions in a language nobody speaks: no English word is left on it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import get_args

import pytest
from decision_aid.domain.session import Session
from decision_aid.gui.keeping.after_unlocking import NewsCard
from decision_aid.gui.keeping.asking_passphrase import ask_passphrase, please_wait, wrong
from decision_aid.gui.keeping.at_stake import AtStake
from decision_aid.gui.keeping.audit_card import AuditCard, whole_words
from decision_aid.gui.keeping.back_ups_card import Made, newest_words
from decision_aid.gui.keeping.code_paper import print_code
from decision_aid.gui.keeping.deleting import DeleteCard
from decision_aid.gui.keeping.event_words import event_words
from decision_aid.gui.keeping.keeping import State
from decision_aid.gui.keeping.kept_list import KeptList
from decision_aid.gui.keeping.kept_rows import KeptRows
from decision_aid.gui.keeping.kept_words import found, searchable
from decision_aid.gui.keeping.leaving_card import LeavingCard
from decision_aid.gui.keeping.left_open import LeftOpen
from decision_aid.gui.keeping.lock import nobody_words
from decision_aid.gui.keeping.lock_card import LockScreen
from decision_aid.gui.keeping.moment import Moment
from decision_aid.gui.keeping.moving import ExportCard
from decision_aid.gui.keeping.new_passphrase_card import NewPassphraseCard
from decision_aid.gui.keeping.nothing_kept import NothingKept
from decision_aid.gui.keeping.one_session import OneSession
from decision_aid.gui.keeping.own_keys import ChangePassphrase
from decision_aid.gui.keeping.plain_file import export_plain
from decision_aid.gui.keeping.providers_card import AddProvider, full_words
from decision_aid.gui.keeping.purging import ASIDE, BACK_UPS
from decision_aid.gui.keeping.recovery_code_page import RecoveryCodePage
from decision_aid.gui.keeping.retention import DueCard, KeepDaysCard
from decision_aid.gui.keeping.saving_words import bar_sentence
from decision_aid.gui.keeping.session_rows import DAYS
from decision_aid.gui.keeping.set_aside_row import count_words
from decision_aid.gui.keeping.set_up import SetUp
from decision_aid.gui.keeping.small_card import SmallCard
from decision_aid.gui.keeping.store_card import StoreCard, verdict_words
from decision_aid.gui.keeping.taking_in import TakeInCard
from decision_aid.gui.keeping.unlock_card import UnlockCard
from decision_aid.gui.keeping.warning_card import WarningCard
from decision_aid.gui.keeping.welcome_row import WelcomeRow, said_of
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.printing import prepared
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.store.api import (
    KEEP_DAYS,
    NAME_LOST,
    Entry,
    Event,
    Listed,
    Provider,
    SessionId,
    SessionStore,
    SlotId,
    Verdict,
)
from decision_aid.store.news import News, of_failed_tries, of_mending, of_unread_code
from decision_aid.workspace.changes.walk import SetText
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from tests.builders import a_pack
from tests.gui.keeping.kept_screens import DAY, kept_session
from tests.gui.keeping.own_store import ME, Desk, founding
from tests.gui.shown_words import left_in_english
from tests.pseudo import pseudo, speaking_pseudo, untranslated
from tests.store.mended_store import MENDED

LABEL, REVIEW = "Tuesday", "in two weeks"
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, DAYS)


@pytest.fixture(autouse=True)
def _spoken() -> Iterator[None]:
    with speaking_pseudo():
        yield


def nothing(*_told: object) -> None:
    """What follows is not asked for here."""


def a_line(number: int = 1, label: str = LABEL) -> Listed:
    return Listed(
        id=SessionId(bytes([number]) * 16),
        revision=1,
        label=label,
        last_visit=DAY,
        review=REVIEW,
        pack="tests",
        saved_at=datetime(2026, 11, 23, 14, 5, tzinfo=UTC),
    )


def english(desk: Desk, root: QWidget) -> list[str]:
    """What is left in English, but for what people typed and where the files lie."""
    for one in root.findChildren(Disclosure):
        one.open()
    typed = (ME, LABEL, REVIEW, str(desk.folder), *founding()[1].split())
    rows = [one for view in root.findChildren(KeptRows) for one in words_of(view)]
    left = [one for one in rows if untranslated(one, a_pack(), typed=typed)]
    return left + left_in_english(root, a_pack(), typed=typed)


def words_of(view: KeptRows) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        for role in ROLES:
            yield model.index(row, 0).data(role)


def left_on(desk: Desk, *cards: Overlay) -> list[str]:
    """What is left in English on these cards, once the store has answered them."""
    for one in cards:
        one.open()
    desk.done()
    return [left for one in cards for left in english(desk, one)]


def open_cards(desk: Desk) -> list[Overlay]:
    return [one for one in desk.driver.root.findChildren(Overlay) if one.is_open]


def plainly(*texts: str) -> list[str]:
    assert all(texts)
    return [one for one in texts if untranslated(one, a_pack(), typed=(LABEL, REVIEW, ME))]


def record_all(store: SessionStore) -> None:
    for event in get_args(Event):
        store.record(event)


def keep(desk: Desk, *sessions: Session) -> None:
    desk.ask(lambda store: [store.keep(one) for one in sessions])


def test_setting_up_and_the_recovery_code(desk: Desk) -> None:
    window, code = desk.driver.window, founding()[1]
    page = RecoveryCodePage(window, desk.keeping, code, nothing)
    set_up = SetUp(window, desk.keeping, nothing)
    assert left_on(desk, NothingKept(window, nothing), set_up, page) == []
    for press in (set_up.go_on, page.go_on, page.dismiss):
        press()
        assert [left for one in open_cards(desk) for left in english(desk, one)] == []


def test_the_paper_with_the_recovery_code(tmp_path: Path) -> None:
    printer = prepared("letter")
    printer.setOutputFileName(str(tmp_path / "code.pdf"))
    said = print_code(founding()[1], printer)
    with PdfDocument(tmp_path / "code.pdf") as paper:
        text = paper[0].get_textpage().get_text_range()
    groups = founding()[1].split()
    assert untranslated(text, a_pack(), typed=groups) == []
    assert plainly(said, printer.docName()) == []


def test_the_list_and_what_is_done_with_a_session(desk: Desk) -> None:
    keep(desk, kept_session(LABEL, review=REVIEW), kept_session("", 3))
    window, keeping, one = desk.driver.window, desk.keeping, a_line()
    listed = KeptList(window, keeping)
    cards = (
        *(listed, OneSession(window, keeping, one, nothing)),
        *(ExportCard(window, keeping, one, nothing), TakeInCard(window, keeping, b"", nothing)),
        *(LeftOpen(window, keeping, one, nothing), DeleteCard(window, keeping, (one,), nothing)),
    )
    assert left_on(desk, *cards) == []
    listed.findChildren(KeptRows)[0].take_first()
    listed.come_back(pseudo("Deleted"))
    desk.done()
    for words in (LABEL, pseudo("None of this kind")):
        listed._search.setText(words)
        assert english(desk, listed) == []
    export_plain(window, keeping, one, nothing)
    assert [left for card in open_cards(desk) for left in english(desk, card)] == []


def test_deleting_many_with_all_that_is_beside_them(desk_with_back_up: Desk) -> None:
    desk = desk_with_back_up
    (desk.folder / "sessions.ddx.set-aside-1").write_bytes(b"")
    many = [a_line(number) for number in range(12)]
    card = DeleteCard(desk.driver.window, desk.keeping, many, nothing)
    assert left_on(desk, card) == []
    for one in card.findChildren(QAbstractButton):
        if one.isCheckable():
            one.setChecked(True)
    card.go_on()
    assert [left for one in open_cards(desk) for left in english(desk, one)] == []


@pytest.mark.parametrize("days", KEEP_DAYS)
def test_how_long_sessions_are_kept(desk: Desk, days: int | None) -> None:
    window, keeping = desk.driver.window, desk.keeping
    due = DueCard(window, keeping, [a_line()], days, nothing)
    assert left_on(desk, KeepDaysCard(window, keeping, nothing), due) == []


def test_how_sessions_are_kept(desk_with_back_up: Desk) -> None:
    desk = desk_with_back_up
    (desk.folder / "sessions.ddx.set-aside-1").write_bytes(b"")
    desk.ask(lambda store: store.keep(kept_session(LABEL)))
    window, keeping = desk.driver.window, desk.keeping
    lost = Provider(slot=SlotId(bytes(16)), name=NAME_LOST)
    card = StoreCard(window, keeping)
    assert left_on(desk, card) == []
    desk.press(pseudo("Look through everything now"))
    assert english(desk, card) == []
    cards = (AddProvider(window, keeping), ChangePassphrase(window, keeping))
    assert left_on(desk, *cards, NewPassphraseCard(window, keeping, (lost,), nothing)) == []


def test_how_sessions_are_kept_for_who_unlocked_with_the_code(desk_by_code: Desk) -> None:
    desk = desk_by_code
    ask_passphrase(desk.driver.window, desk.keeping, pseudo("What"), pseudo("Why"), nothing)
    assert left_on(desk, StoreCard(desk.driver.window, desk.keeping), *open_cards(desk)) == []


def test_who_did_what(desk: Desk) -> None:
    desk.ask(record_all)
    assert left_on(desk, AuditCard(desk.driver.window, desk.keeping)) == []
    assert english(desk, open_cards(desk)[-1]) == []


def test_locking_and_unlocking(desk: Desk) -> None:
    window, keeping = desk.driver.window, desk.keeping
    stake = AtStake(window)
    assert plainly(stake.means(), stake.cleared("")) == []
    window.workspace.apply(SetText("label", LABEL))
    assert stake.is_lost
    assert plainly(stake.means(), stake.cleared("")) == []
    cards: list[Overlay] = [
        WarningCard(window, stake.means(), clears=one, longer=one) for one in (True, False)
    ]
    cards += [LeavingCard(window, has_store=one, can_keep=False) for one in (True, False)]
    cards += [LeavingCard(window, has_store=True, can_keep=True), Moment(window)]
    cards += [UnlockCard(window, keeping, nothing)]
    for one in cards:
        if isinstance(one, WarningCard):
            one.count(20)
        if isinstance(one, SmallCard):
            one.go_on()
    assert left_on(desk, *cards) == []
    screen = LockScreen(window, pseudo("Decision aid"))
    screen.ask(pseudo("It is locked."), keeping, nothing)
    assert english(desk, screen) == []
    screen.deleteLater()


def test_what_is_told_after_unlocking(desk: Desk) -> None:
    one = a_line()
    news = (
        *of_mending(MENDED),
        *(of_failed_tries(2), of_unread_code()),
        News(kind="restored", text=pseudo("Restored."), sessions=(one.id,)),
    )
    card = NewsCard(desk.driver.window, desk.keeping, news, (one,), nothing)
    assert left_on(desk, card) == []


def test_what_welcome_and_the_bar_say(desk: Desk) -> None:
    row = WelcomeRow(desk.driver.window, desk.keeping, nothing)
    assert english(desk, row) == []
    kept = SessionId(bytes(16))
    for how in ("not_kept", "saved", "saving", "unsure", "failed"):
        for at in ("", "14:05"):
            for which in (None, kept):
                state = State("open", ME, which, how, at)
                assert plainly(bar_sentence(state), said_of(state)) == []
    row.deleteLater()


def test_sentences_that_are_put_together() -> None:
    at = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
    slot, none = SlotId(b""), SessionId(b"")
    entries = [
        Entry(number=times, at=at, event=event, by=slot, session=none, times=times)
        for event in get_args(Event)
        for times in (1, 1_200)
    ]
    damaged = Verdict(sessions=3, damaged=(none, none), head_is_whole=False, audit_is_whole=False)
    whole = Verdict(sessions=1, damaged=(), head_is_whole=True, audit_is_whole=True)
    assert (
        plainly(
            *map(event_words, entries),
            *(whole_words(entries), whole_words(entries[:1]), whole_words(())),
            *(verdict_words(damaged), verdict_words(whole), full_words(), nobody_words(5)),
            *(newest_words(()), newest_words([Made(at, 1_200)]), newest_words([Made(at, 1)] * 2)),
            *(count_words(1), count_words(2), BACK_UPS.gone_words(1), ASIDE.gone_words(2)),
            *(wrong(0), wrong(1), wrong(30), please_wait(2)),
        )
        == []
    )


def test_a_session_is_found_by_its_day_in_the_words_of_the_language() -> None:
    one = a_line(label="")
    today = date(2026, 11, 24)
    among = [(searchable(one, today), one)]
    for words in ("понедельник", "Ноября 2026", "23.11.2026", "2026-11-23", pseudo("yesterday")):
        assert found(words, among) == [one]
    assert found("November", among) == []
