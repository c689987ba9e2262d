"""The steps' pages, in the order of the walk. Each is imported when it is first opened."""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

from decision_aid.base.language import N_
from decision_aid.domain.session import StepId

if TYPE_CHECKING:
    from decision_aid.gui.pages.step_page import StepPage
    from decision_aid.workspace.workspace import Workspace


def load_page(step: StepId) -> bool:
    """Load what a step's page is made of, unless it is loaded.

    Args:
        step: The step; its page is in the module of its name.

    Returns:
        Whether it was loaded before.
    """
    name = f"{__name__}.{step}"
    was_there = name in sys.modules
    import_module(name)
    return was_there


def _page(module: str, name: str) -> "Callable[[Workspace], StepPage]":
    """A page's class, looked up when the first page of it is made."""

    def make(workspace: "Workspace") -> "StepPage":
        kind = getattr(import_module(f"decision_aid.gui.pages.{module}"), name)
        page: StepPage = kind(workspace)
        return page

    return make


PAGES: "Final[tuple[tuple[StepId, str, Callable[[Workspace], StepPage]], ...]]" = (
    ("welcome", N_("Welcome"), _page("welcome", "WelcomePage")),
    ("about", N_("About you"), _page("about", "AboutPage")),
    ("understand", N_("Understand"), _page("understand", "UnderstandPage")),
    ("options", N_("Options"), _page("options", "OptionsPage")),
    ("matters", N_("What matters"), _page("matters", "MattersPage")),
    ("weigh", N_("Weigh it up"), _page("weigh", "WeighPage")),
    ("decide", N_("Decide"), _page("decide", "DecidePage")),
    ("summary", N_("Summary"), _page("summary", "SummaryPage")),
)
"""Id, title and maker of each step's page."""
