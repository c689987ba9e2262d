"""The languages the window can be had in, and taking up one of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from decision_aid.base.catalogs import language_of_system, languages, speak_language
from decision_aid.base.errors import DecisionAidError, InputError
from decision_aid.base.language import FIRST, N_, _, spoken
from decision_aid.content.packs import load_pack
from decision_aid.domain.pack import Pack

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

NO_CATALOG: Final = N_(
    "The program’s own texts in this language have a fault, so the language stays as it was. "
    "Installing the program again may mend it."
)


class Languages:
    """What the program and a pack can both be read in.

    A window half in one language and half in another helps nobody, so a language is offered only
    where there is a catalog of the program's own texts and the pack has its texts in it.

    Args:
        pack: The pack's id.
        catalogs: The folder of the catalogs; None for those that come with the program.

    Attributes:
        offered: The languages as in BCP 47, English first.
        chosen: The one that somebody chose; "" where the system's is spoken.
        trouble: Why the start was in English and not in the language asked for; "" where it was.
    """

    def __init__(self, pack: str, catalogs: Path | None = None) -> None:
        self._pack, self._catalogs = pack, catalogs
        self._of_qt: QTranslator | None = None
        self.chosen = self.trouble = ""
        self.offered = (FIRST, *self._others())

    def begin(self, remembered: str) -> Pack:
        """Speak the language that was chosen last, or else the system's.

        Where its texts have a fault it is English: no translation keeps the window from opening.

        Args:
            remembered: The language chosen last; "" for none.
        """
        self.chosen = remembered if remembered in self.offered else ""
        wanted = self.chosen or language_of_system(self.offered)
        try:
            return self._speak(wanted)
        except DecisionAidError:
            if wanted == FIRST:
                raise
        pack = self._speak(FIRST)
        # Here, not above: hardly any start has such a fault.
        from decision_aid.content.languages import fault_sentence  # noqa: PLC0415

        self.trouble = fault_sentence(wanted)
        return pack

    def choose(self, code: str) -> Pack:
        """Speak a language from now on, and at the next start; gives the pack in it.

        Args:
            code: One of those offered.

        Raises:
            InputError: The texts in it have faults; what was spoken is spoken still.
        """
        pack = self._speak(code)
        self.chosen = code
        return pack

    def _speak(self, code: str) -> Pack:
        pack, before = load_pack(self._pack, code), spoken()
        speak_language(code, self._catalogs)
        if spoken() != code:
            speak_language(before, self._catalogs)
            raise InputError(_(NO_CATALOG))
        self._speak_qt(code)
        return pack

    def _others(self) -> tuple[str, ...]:
        ours = languages(self._catalogs)[1:]
        if not ours:
            return ()
        # Here, not above: most starts have English only.
        from decision_aid.content.languages import languages as languages_of  # noqa: PLC0415
        from decision_aid.content.packs import pack_folder  # noqa: PLC0415

        theirs = languages_of(pack_folder(self._pack)[0])
        return tuple(one for one in ours if one in theirs)

    def _speak_qt(self, code: str) -> None:
        """Have Qt's own words, as in its dialogs for files, in the language, too."""
        if code == FIRST and self._of_qt is None:
            return
        # Here, not above: to get to know them takes its time, and English needs none of them.
        from PySide6.QtCore import (  # noqa: PLC0415
            QCoreApplication,
            QLibraryInfo,
            QLocale,
            QTranslator,
        )

        if self._of_qt is not None:
            QCoreApplication.removeTranslator(self._of_qt)
            self._of_qt = None
        if code == FIRST:
            return
        made = QTranslator(QCoreApplication.instance())
        where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if made.load(QLocale(code), "qtbase", "_", where):
            QCoreApplication.installTranslator(made)
            self._of_qt = made
