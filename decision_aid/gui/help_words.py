"""What "Help and about" tells of the step one is at, and of the keys. No Qt in it."""

from typing import Final

from decision_aid.domain.session import StepId

Rows = tuple[tuple[str, str], ...]

STEP_HELP: Final[dict[StepId, tuple[str, ...]]] = {
    "welcome": (
        (
            "Tick who is here, and how long you have. With 3 minutes, “Next” leads through"
            " what matters, the options, deciding and the summary; with 10, past"
            " “Understand”. A line at the left marks the steps it leads to."
        ),
        (
            "Every step can be opened at the left at any time, in any order. Nothing has to"
            " be answered."
        ),
        "An earlier session can be opened here. “Start fresh” clears what was said.",
    ),
    "about": (
        (
            "Type a medicine by its brand or its generic name and press “Add”. A name the "
            "aid does not know stays as you typed it, for a pharmacist to look at."
        ),
        "At the right stands what your answers mean for each option, as you give them.",
        "Only a prescriber can clear a safety check, with a reason and initials.",
    ),
    "understand": (
        ("Open what interests you. The questions at the end are no test, and no score is kept."),
    ),
    "options": (
        (
            "Each column is an option, and each row asks all of them the same question. "
            "Press an answer to see its numbers, or what lies behind it."
        ),
        (
            "“Only what matters to me” leaves the rows you gave weight to; with 3 minutes "
            "it comes first. “Not helped” counts the same people the other way round."
        ),
    ),
    "matters": (
        (
            "Say how much each thing matters to you. Skip what you like, and “Not sure” is "
            "an answer."
        ),
        ("Under “You said” the lines can be put in order. Your own concerns can be added below."),
        "What you would rule out is asked last.",
    ),
    "weigh": (
        (
            "The bars show how each option lines up with what you said. They are no "
            "forecast and no advice."
        ),
        ("An option that waits for a safety check, or that you rule out, has no bar. It says why."),
        (
            "Open a bar to see what it is made of, and how far it would move if you had "
            "said something else."
        ),
    ),
    "decide": (
        (
            "Say what you lean towards, and then what you decide together. “Not yet” and "
            "“Something else” are decisions, too, and you may decide against the line-up."
        ),
        "Next steps say what is done, by whom and by when.",
    ),
    "summary": (
        (
            "Choose what to print, and look at the pages as they will be. Save them, print "
            "them, or copy a note for a record."
        ),
        (
            "It can be opened at any time, and tells which steps were not opened. The pages "
            "say so, too."
        ),
        "“Finish and clear” ends the visit and clears what was said here.",
    ),
}
"""How each step is used."""

KEYS: Final[Rows] = (
    ("Tab, Shift+Tab", "To the next control, and back"),
    ("Arrows", "Between choices that stand together"),
    ("Space or Enter", "Press what has the keyboard"),
    ("0 to 4", "Rate what has the keyboard; Delete takes the answer back"),
    ("F2", "What the thing one rates means"),
    ("Alt+Up, Alt+Down", "Move a line of “You said”"),
    ("F6, Shift+F6", "To the next part of the window, and back"),
    ("F1", "Whom to call in a crisis"),
    ("Ctrl+Z, Ctrl+Shift+Z", "Take back the last change, and make it again"),
    ("Ctrl+L", "Lock"),
    ("Ctrl+Shift+P", "Open or close the patient screen"),
    ("F9", "Blank the patient screen"),
    ("Ctrl+Plus, Ctrl+Minus", "On the summary: the page larger, or smaller"),
    ("Escape", "Close the card that is open"),
)
"""Every key that does something, in the order of use."""
