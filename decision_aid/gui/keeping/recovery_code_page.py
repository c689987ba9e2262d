"""The recovery code, shown this once: printed or written down, and read back from the paper."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from shiboken6 import isValid

from decision_aid.base.errors import DecisionAidError
from decision_aid.base.language import N_, _
from decision_aid.gui import safe
from decision_aid.gui.aside import Aside
from decision_aid.gui.keeping.button_names import name_about
from decision_aid.gui.keeping.code_sheet import CodeSheet
from decision_aid.gui.keeping.small_card import SmallCard
from decision_aid.gui.keeping.ways import way
from decision_aid.gui.widgets.field import Field
from decision_aid.store.recovery_codes import same_groups

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from decision_aid.gui.keeping.keeping import Keeping
    from decision_aid.gui.window import Window

TITLE: Final = N_("Your recovery code")
ONCE: Final = N_(
    "It opens all kept sessions when a passphrase is lost. It is shown this once and kept nowhere "
    "in this program."
)
WHERE: Final = N_(
    "Write it down or print it, and lock the paper away, not beside this computer. Whoever has the "
    "paper and the file can read every session."
)
PRINT: Final = N_("Print the recovery code…")
SPOOL: Final = N_(
    "A printer may keep a copy of what it prints. Writing it down by hand leaves none."
)
BACK: Final = N_("The last two groups, from your paper")
WHY_BACK: Final = N_("Read them from the paper, to be sure that it can be read.")
NOT_THESE: Final = N_(
    "These are not the last two groups. Compare the paper with the code above, and type them again."
)
LATER: Final = N_("Leave…")
LEAVE: Final = N_("Leave without the recovery code?")
WITHOUT: Final = N_(
    "It is not shown again. If the passphrase is lost, the kept sessions are lost. With your "
    "passphrase you can make another code later."
)
HOLDS: Final = N_(
    "The recovery code is on the screen, and was not read back from paper yet. It is not shown "
    "again; with your passphrase you can make another one."
)
NOT_PRINTED: Final = N_("It could not be printed. Write it down by hand, or try again.")
_LAST: Final = 2


class RecoveryCodePage(SmallCard):
    """The second screen of setting up, and what is shown when a code is made anew.

    Args:
        window: What it covers.
        keeping: The kept sessions, open.
        code: In groups with blanks between.
        then: Called when it is done with, or left.
    """

    def __init__(
        self, window: "Window", keeping: "Keeping", code: str, then: Callable[[], None]
    ) -> None:
        super().__init__(window, _(TITLE), _("Done"), much=True)
        self._over, self._keeping, self._code, self._then = window, keeping, code, then
        self.holds = _(HOLDS)
        self._sheet = CodeSheet(code)
        self._typed = safe.line_edit(_(BACK))
        self._typed.setMaxLength(40)
        self._typed.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._typed.returnPressed.connect(self.go_on)
        self._typed.textEdited.connect(self.hush)
        self._printing = Aside(_print, _(NOT_PRINTED), self)
        self._printing.done.connect(lambda _order, said: self.tell(said))
        self._printing.failed.connect(lambda _order, said: self.tell(said))
        safe.write(self._no, _(LATER), name=name_about(_(LATER), _(TITLE)))
        self.agreed.connect(self._compare)
        self.fill(
            safe.label(_(ONCE)),
            self._sheet,
            safe.label(_(WHERE)),
            way(_(PRINT), _(SPOOL), self._ask_printer),
            Field(_(BACK), self._typed, _(WHY_BACK)),
        )
        self.entry = self._sheet

    def shut(self) -> None:
        """Uncover the window, and let go of the code."""
        self._code = ""
        self._sheet.forget()
        self._typed.setText("")
        super().shut()

    def dismiss(self) -> None:
        """Ask before it is gone without having been read back."""
        self._over.question.ask(
            _(LEAVE), _(WITHOUT), no=_("Stay here"), yes=_("Leave without it"), then=self._leave
        )

    def _compare(self) -> None:
        if same_groups(self._typed.text(), " ".join(self._code.split()[-_LAST:])):
            self._keeping.do(lambda store: store.code_was_read(), lambda _none: None)
            self._leave()
        else:
            self.tell(_(NOT_THESE))
            self._typed.selectAll()
            self._typed.setFocus()

    def _leave(self) -> None:
        if isValid(self) and self.is_open:
            self.shut()
            self._then()

    def _ask_printer(self) -> None:
        # What prints is wanted by few.
        from decision_aid.gui.print_dialog import ask_printer  # noqa: PLC0415

        snapshot = self._over.workspace.snapshot
        try:
            # Asked from the window: this may end while a dialog of the system's own is open.
            title = _("Print the recovery code")
            printer = ask_printer(self._over, snapshot, "letter", 1, title=title)
        except DecisionAidError as problem:
            self.tell(str(problem))
            return
        if printer is not None and isValid(self) and self._code:
            self._printing.order((self._code, printer))


def _print(order: "tuple[str, QPrinter]") -> str:
    from decision_aid.gui.keeping.code_paper import print_code  # noqa: PLC0415 - wanted by few

    return print_code(*order)
