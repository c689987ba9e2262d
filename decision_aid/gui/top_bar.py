"""The bar at the top: what this is about, how it looks, and help."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from decision_aid.base.language import _, pgettext
from decision_aid.gui import safe
from decision_aid.gui.theme import TEXT_SIZES, Theme, worn
from decision_aid.gui.widgets.row_or_column import RowOrColumn

_GAP: Final = 8
"""Distance between two buttons, in pixels."""


class TopBar(QFrame):
    """Title, text size, display, patient screen and "Need help now?".

    Args:
        title: The pack's title.

    Attributes:
        resized: Emitted with -1 or 1: text one step smaller or larger.
        display_wanted: Emitted when colors or text are to be chosen.
        language_wanted: Emitted when another language is to be chosen.
        patient_wanted: Emitted with whether the patient screen is to be open.
        help_wanted: Emitted when help is wanted.
    """

    resized = Signal(int)
    display_wanted = Signal()
    language_wanted = Signal()
    patient_wanted = Signal(bool)
    help_wanted = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "top_bar")
        self._smaller, self._larger = safe.button("A−", "small"), safe.button("A+", "small")
        self._display, self._patient = safe.button("", "small"), safe.button("", "small")
        self._language = safe.button("", "small")
        self._language.hide()
        self._patient.setCheckable(True)
        self._help = safe.button("", "help")
        self._title = safe.label("", "bar_title")
        self._place = QHBoxLayout()
        self._place.addWidget(self._title)
        place = QWidget()
        place.setLayout(self._place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.setContentsMargins(20, 5, 20, 5)
        row = RowOrColumn(self, gap=12, grow_first=True)
        row.stack_by(2)
        row.addWidget(place)
        row.addWidget(self._make_buttons())
        self._smaller.clicked.connect(lambda: self.resized.emit(-1))
        self._larger.clicked.connect(lambda: self.resized.emit(1))
        self._display.clicked.connect(self.display_wanted)
        self._language.clicked.connect(self.language_wanted)
        self._patient.clicked.connect(self.patient_wanted)
        self._help.clicked.connect(self.help_wanted)
        self._lock: QPushButton | None = None
        self._strip: QWidget | None = None
        self.speak(title)

    def speak(self, title: str) -> None:
        """Say everything in the language spoken now.

        Args:
            title: The pack's title in it.
        """
        self.setAccessibleName(_("Top bar"))
        self._title.setText(title)
        safe.write(self._smaller, "A−", name=_("Smaller text"))
        safe.write(self._larger, "A+", name=_("Larger text"))
        safe.write(self._display, _("Display"))
        # Translators: your language's own name for itself, as "Español".
        own = pgettext("the language spoken", "English")
        named = _("Choose the language, now {language}").format(language=own)
        safe.write(self._language, own, name=named)
        safe.write(self._patient, _("Patient screen"))
        safe.write(self._help, _("Need help now?"))
        self.show_theme(worn())
        if self._lock is not None:
            safe.write(self._lock, _("Lock"), name=_("Lock the program"))

    def offer_languages(self) -> None:
        """Show the button that says which language is spoken, as there are others."""
        self._language.show()

    def put_strip(self, strip: QWidget) -> None:
        """Put in what stands in place of the title while the patient screen is open."""
        # Here, not above: the first window comes up without it.
        from decision_aid.gui.widgets.reading_order import in_reading_order  # noqa: PLC0415

        self._strip = strip
        self._place.addWidget(strip)
        for before, after in pairwise((self._title, *in_reading_order(strip))):
            QWidget.setTabOrder(before, after)

    def put_lock(self) -> QPushButton:
        """Put in the button that locks, when the bar is on the screen already."""
        made = self._lock = safe.button(_("Lock"), "small", name=_("Lock the program"))
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons.insertWidget(self._buttons.indexOf(self._help), made)
        made.stackUnder(self._help)  # screen readers go by this
        QWidget.setTabOrder(self._patient, made)
        QWidget.setTabOrder(made, self._help)
        return made

    def show_locked(self, *, locked: bool) -> None:
        """Let nothing be pressed while it is locked but what the look and help are changed by."""
        for one in (self._patient, self._lock, self._strip):
            if one is not None:
                one.setDisabled(locked)

    def show_patient_screen(self, is_open: bool) -> None:  # noqa: FBT001 - a toggle's own value
        """Show whether the patient screen is open."""
        self._patient.setChecked(is_open)
        self._title.setVisible(not is_open)

    def show_theme(self, theme: Theme) -> None:
        """Show whether text can still grow or shrink."""
        self._smaller.setEnabled(theme.percent > TEXT_SIZES[0])
        self._larger.setEnabled(theme.percent < TEXT_SIZES[-1])
        self._larger.setAccessibleDescription(
            _("The text size is {percent} percent.").format(percent=theme.percent)
        )
        self._smaller.setAccessibleDescription(
            _("The text size is {percent} percent.").format(percent=theme.percent)
        )

    def _make_buttons(self) -> QWidget:
        made = QWidget()
        made.setProperty("role", "clear")
        look, _row = _row_of(self._smaller, self._larger, self._display, self._language)
        others, self._buttons = _row_of(self._patient, self._help)
        both = RowOrColumn(made, gap=_GAP)
        both.stack_by(4)
        both.addWidget(look)
        both.addWidget(others)
        return made


def _row_of(*buttons: QPushButton) -> tuple[QWidget, QHBoxLayout]:
    made = QWidget()
    made.setProperty("role", "clear")
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP)
    for button in buttons:
        # A pointer leaves the keyboard where it is: these are pressed beside an open card, too.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addWidget(button)
    row.addStretch(1)
    return made, row
