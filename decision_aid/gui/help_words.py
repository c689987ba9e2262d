"""What "Help and about" tells of the step one is at, and of the keys. No Qt in it."""

from typing import Final

from decision_aid.base.language import N_
from decision_aid.domain.session import StepId

Rows = tuple[tuple[str, str], ...]

STEP_HELP: Final[dict[StepId, tuple[str, ...]]] = {
    "welcome": (
        N_(
            "Tick who is here, and how long you have. With 3 minutes, “Next” leads through what "
            "matters, the options, deciding and the summary; with 10, past “Understand”. A line at "
            "the left marks the steps it leads to."
        ),
        N_(
            "Every step can be opened at the left at any time, in any order. Nothing has to be "
            "answered."
        ),
        N_("An earlier session can be opened here. “Start fresh” clears what was said."),
    ),
    "about": (
        N_(
            "Type a medicine by its brand or its generic name and press “Add”. A name the aid does "
            "not know stays as you typed it, for a pharmacist to look at."
        ),
        N_("At the right stands what your answers mean for each option, as you give them."),
        N_("Only a prescriber can clear a safety check, with a reason and initials."),
    ),
    "understand": (
        N_("Open what interests you. The questions at the end are no test, and no score is kept."),
    ),
    "options": (
        N_(
            "Each column is an option, and each row asks all of them the same question. Press an "
            "answer to see its numbers, or what lies behind it."
        ),
        N_(
            "“Only what matters to me” leaves the rows you gave weight to; with 3 minutes it comes "
            "first. “Not helped” counts the same people the other way round."
        ),
    ),
    "matters": (
        N_(
            "Say how much each thing matters to you. Skip what you like, and “Not sure” is an "
            "answer."
        ),
        N_("Under “You said” the lines can be put in order. Your own concerns can be added below."),
        N_("What you would rule out is asked last."),
    ),
    "weigh": (
        N_(
            "The bars show how each option lines up with what you said. They are no forecast and "
            "no advice."
        ),
        N_(
            "An option that waits for a safety check, or that you rule out, has no bar. It says "
            "why."
        ),
        N_(
            "Open a bar to see what it is made of, and how far it would move if you had said "
            "something else."
        ),
    ),
    "decide": (
        N_(
            "Say what you lean towards, and then what you decide together. “Not yet” and "
            "“Something else” are decisions, too, and you may decide against the line-up."
        ),
        N_("Next steps say what is done, by whom and by when."),
    ),
    "summary": (
        N_(
            "Choose what to print, and look at the pages as they will be. Save them, print them, "
            "or copy a note for a record."
        ),
        N_(
            "It can be opened at any time, and tells which steps were not opened. The pages say "
            "so, too."
        ),
        N_("“Finish and clear” ends the visit and clears what was said here."),
    ),
}
"""How each step is used."""

KEYS: Final[Rows] = (
    (N_("Tab, Shift+Tab"), N_("To the next control, and back")),
    (N_("Arrows"), N_("Between choices that stand together")),
    (N_("Space or Enter"), N_("Press what has the keyboard")),
    (N_("0 to 4"), N_("Rate what has the keyboard; Delete takes the answer back")),
    (N_("F2"), N_("What the thing one rates means")),
    (N_("Alt+Up, Alt+Down"), N_("Move a line of “You said”")),
    (N_("F6, Shift+F6"), N_("To the next part of the window, and back")),
    (N_("F1"), N_("Whom to call in a crisis")),
    (N_("Ctrl+Z, Ctrl+Shift+Z"), N_("Take back the last change, and make it again")),
    (N_("Ctrl+L"), N_("Lock")),
    (N_("Ctrl+Shift+P"), N_("Open or close the patient screen")),
    (N_("F9"), N_("Blank the patient screen")),
    (N_("Ctrl+Plus, Ctrl+Minus"), N_("On the summary: the page larger, or smaller")),
    (N_("Escape"), N_("Close the card that is open")),
)
"""Every key that does something, in the order of use."""
