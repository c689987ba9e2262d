"""What the provider may ask and check at a step: a folded strip under the lead of its page.

Beside its title stands how long the visit has gone on: for a provider, and nowhere else.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from decision_aid.base.language import N_, _
from decision_aid.domain.session import StepId
from decision_aid.gui import safe
from decision_aid.gui.elapsed import Elapsed
from decision_aid.gui.widgets.bullets import Bullets
from decision_aid.gui.widgets.disclosure import Disclosure
from decision_aid.workspace.prompts import PromptGroup, for_whom, prompt_groups
from decision_aid.workspace.snapshot import Snapshot

NOT_A_SCRIPT = N_("Reminders, not a script. Leave out what does not fit.")


class ProviderPrompts(QFrame):
    """Hidden where nobody is here whom the prompts of the step are for.

    Args:
        step: The step.
        seconds: How long the visit has gone on in this window, in seconds.

    Attributes:
        header: What opens and shuts it.
        toggled: Emitted with True when it was opened, False when it was shut.
    """

    toggled = Signal(bool)

    def __init__(self, step: StepId, seconds: Callable[[], float]) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "neutral")
        self._step = step
        self._groups: tuple[PromptGroup, ...] = ()
        self._texts: QWidget | None = None
        self._strip = Disclosure(_("For the provider"))
        self.header = self._strip.header
        self._strip.toggled.connect(self._fill)
        self._strip.toggled.connect(self.toggled)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 4, 8, 4)
        column.addWidget(self._strip)
        self._strip.put_beside(Elapsed(seconds))

    def present(self, snapshot: Snapshot) -> None:
        """Show what is for those who are here."""
        groups = prompt_groups(snapshot, self._step)
        self.setVisible(bool(groups))
        if groups == self._groups:
            return
        self._groups = groups
        if groups:
            roles = [role for one in groups for role in one.roles]
            asked = _("{for_whom}: what to ask here").format(for_whom=for_whom(roles))
            # Seen, the names of two would be cut in large print; each stands over its prompts.
            seen = asked if len(roles) == 1 else _("For the providers: what to ask here")
            safe.write(self.header, seen, name=asked)
        self._clear()
        self._fill()

    def unfold(self, *, wanted: bool) -> None:
        """Open or shut it."""
        self.header.setChecked(wanted)

    def _clear(self) -> None:
        if self._texts is not None:
            self._texts.hide()
            self._texts.deleteLater()
            self._texts = None

    def _fill(self) -> None:
        """Write the prompts, once somebody wants to read them."""
        if self._texts is not None or not self._strip.is_open:
            return
        self._texts = QWidget()
        column = QVBoxLayout(self._texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for group in self._groups:
            if len(self._groups) > 1:
                column.addWidget(safe.label(group.title, "small_strong"))
            column.addWidget(Bullets(group.texts))
        column.addWidget(safe.label(_(NOT_A_SCRIPT), "small"))
        self._strip.body.addWidget(self._texts)
