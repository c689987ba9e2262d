"""What comes between unlocking and what was wanted: what was found and done meanwhile."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from shiboken6 import isValid

from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.keeping.button_names import name_about
from decision_aid.gui.keeping.end_buttons import end_buttons
from decision_aid.gui.keeping.kept_words import short_name
from decision_aid.gui.keeping.own_keys import RENEW_IT
from decision_aid.gui.overlay import Overlay
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.store.api import RECOVERY

if TYPE_CHECKING:
    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window
    from decision_aid.store.api import Listed
    from decision_aid.store.opening import News

TITLE: Final = N_("Before you go on")
GO_ON: Final = N_("Go on")
KEEP_FILE: Final = N_(
    "Do not delete the damaged file: somebody may still get something out of it. Ask whoever looks "
    "after this computer. It is in this folder:"
)


def after_unlocking(
    window: "Window",
    keeping: "Keeping",
    news: "tuple[News, ...]",
    then: Callable[[], None],
    *,
    named: bool = False,
) -> None:
    """Show what is to be known, and then go on.

    Args:
        window: What the cards cover.
        keeping: The kept sessions, open.
        news: What opening them answered.
        then: What was wanted.
        named: Whether sessions may be named: nobody takes up a visit with somebody beside them.
    """

    def go_on() -> None:
        if keeping.state.place == "open":  # not locked meanwhile
            then()

    def offer() -> None:
        if keeping.state.place == "open" and keeping.state.provider == RECOVERY:
            # Here, not above: it is wanted by few.
            from decision_aid.gui.keeping.new_passphrase_card import (  # noqa: PLC0415
                offer_new_passphrase,
            )

            offer_new_passphrase(window, keeping, lambda _is_set: go_on())
        else:
            go_on()

    def show(listed: "Sequence[Listed]" = ()) -> None:
        NewsCard(window, keeping, news, listed, offer).open()

    if not news:
        offer()
    elif named and any(one.sessions for one in news):
        keeping.do(lambda store: store.listed(), show, lambda _sorry: show())
    else:
        show()


class NewsCard(Overlay):
    """What was found or done while the store was opened; however it is left, one goes on.

    Args:
        window: What it covers.
        keeping: The kept sessions, open.
        news: What.
        listed: The sessions that may be named.
        then: What comes next.
    """

    def __init__(
        self,
        window: "Window",
        keeping: "Keeping",
        news: "tuple[News, ...]",
        listed: "Sequence[Listed]",
        then: Callable[[], None],
    ) -> None:
        super().__init__(window, _(TITLE), much=True)
        self._over, self._keeping, self._then = window, keeping, then
        go_on = safe.button(_(GO_ON), "primary", name=name_about(_(GO_ON), _(TITLE)))
        go_on.clicked.connect(self.dismiss)
        buttons = [go_on]
        if any(one.kind == "code_unread" for one in news):
            renew = safe.button(_(RENEW_IT))
            renew.clicked.connect(self._renew)
            buttons.insert(0, renew)
        self.card.add(Bullets([_words(one, listed) for one in news]))
        if any(one.kind == "set_aside" for one in news):
            folder = safe.label(safe.breakable(str(keeping.places.folder)), "small")
            self.card.add(safe.label(_(KEEP_FILE)), folder)
        self.card.add(end_buttons(*buttons))

    def shut(self) -> None:
        """Uncover the window; the next one is made anew."""
        super().shut()
        self.deleteLater()

    def _renew(self) -> None:
        from decision_aid.gui.keeping.own_keys import renew_code  # noqa: PLC0415 - wanted by few

        renew_code(self._over, self._keeping, self._end)

    def _end(self) -> None:
        if isValid(self) and self.is_open:
            self.dismiss()

    def dismiss(self) -> None:
        """Uncover the window and go on."""
        self.shut()
        self._then()


def _words(one: "News", listed: "Sequence[Listed]") -> str:
    """What is told, and which sessions it is about where they may be named."""
    named = [short_name(each) for each in listed if each.id in one.sessions]
    if not named:
        return one.text
    # Translators: {news} is a whole sentence, and {sessions} names those it is about.
    return _("{news} {sessions}.").format(news=one.text, sessions=safe.breakable("; ".join(named)))
