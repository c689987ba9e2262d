"""A question above its control."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.gui import safe


class Field(QWidget):
    """A question, a note and the control that answers it.

    Args:
        question: The question.
        control: What answers it; has its accessible name already.
        note: A further line in small text; "" for none.
    """

    def __init__(self, question: str, control: QWidget, note: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(6)
        column.addWidget(safe.label(question, "strong"))
        if note:
            column.addWidget(safe.label(note, "small"))
        column.addWidget(control)
        column.addStretch(1)
