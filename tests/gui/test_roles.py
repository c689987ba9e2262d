"""Who is here decides what is shown: the line-up, the decision, the prompts, the way to clear."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import pytest
from decision_aid.domain.about_you import AboutYou, Taking
from decision_aid.domain.guidance import Prompt
from decision_aid.domain.journey import STEPS
from decision_aid.domain.pack import Pack
from decision_aid.domain.session import PROVIDERS, Decision, Role, Session
from decision_aid.gui.pages import PAGES
from decision_aid.gui.pages.decide_together import KEPT, NO_VIEW, NOT_ALONE
from decision_aid.gui.pages.weigh import ALONE_TITLE, TITLE
from decision_aid.gui.provider_prompts import ProviderPrompts
from decision_aid.gui.widgets.lineup_bar import LineupBar
from decision_aid.gui.widgets.share_bar import ShareBar
from decision_aid.workspace.line_up_state import ALONE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.builders import a_pack, a_session
from tests.gui.driver import Driver

pytestmark = pytest.mark.usefixtures("undressed")

Opener = Callable[[Pack, Session], Driver]

TICKS: Final[dict[Role, str]] = {
    "prescriber": "Who is here: A prescriber",
    "counselor": "Who is here: A counselor or therapist",
    "helper": "Who is here: Another helper",
    "companion": "Who is here: Someone who came with me",
}
NAMES: Final[dict[Role, str]] = {role: f"the {role}" for role in PROVIDERS}
GRAY: Final[tuple[Role, ...]] = (
    *("prescriber", "counselor", "prescriber", "helper", "prescriber", "counselor", "prescriber"),
    "companion",
    *("prescriber", "counselor", "prescriber", "helper", "prescriber", "counselor", "prescriber"),
)
"""Who is ticked or unticked next, so that every company of the four comes by once."""
PILL = Decision(kind="option", option="pill", words="Try it, and keep my job.")


def a_prompted_pack() -> Pack:
    """Each step asks each role one thing of its own, and all of them another."""
    own = [
        Prompt(id=f"{step}_{role}", step=step, roles=(role,), text=f"The {role} asks at {step}.")
        for step in STEPS
        for role in PROVIDERS
    ]
    shared = [
        Prompt(id=f"{step}_all", step=step, roles=PROVIDERS, text=f"All ask at {step}.")
        for step in STEPS
    ]
    return a_pack(prompts=(*own, *shared))


def a_rated_session(*people: Role) -> Session:
    return a_session(people=people, help=4, driving=2, about=AboutYou(taking=(Taking(name="tea"),)))


def strip_of(driver: Driver) -> str:
    """The name of the strip with prompts; "" where there is none."""
    ends = "what to ask here"
    return next(
        (name for one in driver.controls() if (name := one.accessibleName()).endswith(ends)), ""
    )


def bars(driver: Driver) -> int:
    kinds = (LineupBar, ShareBar)
    found = [one for kind in kinds for one in driver.root.findChildren(kind)]
    return sum(one.isVisibleTo(driver.root) for one in found)


def assert_fits(driver: Driver, here: set[Role]) -> None:
    """The line-up, the decision and the prompts are those for this company."""
    providers = [role for role in PROVIDERS if role in here]
    driver.go("Weigh it up")
    assert (bars(driver) > 0) == bool(providers), here
    assert driver.has("Show the sums") == bool(providers), here
    assert driver.has("Who is here: A counselor is here now") != bool(providers), here
    strip = strip_of(driver)
    assert bool(strip) == bool(providers), here
    assert [role for role in PROVIDERS if NAMES[role] in strip] == providers
    driver.go("Decide")
    assert driver.has("What we decide together: Not to decide yet") == bool(providers), here
    assert driver.has("I am leaning towards: I am not ready to choose yet")


def test_every_company_gets_what_is_for_it(open_window: Opener) -> None:
    driver = open_window(a_prompted_pack(), a_rated_session())
    here: set[Role] = set()
    assert_fits(driver, here)
    seen = {frozenset(here)}
    for role in GRAY:
        driver.go("Welcome")
        driver.press(TICKS[role])
        here ^= {role}
        assert set(driver.session.people) == here
        assert_fits(driver, here)
        seen.add(frozenset(here))
    assert len(seen) == 16


def test_nobody_is_ticked_at_first_and_no_prompt_is_made(open_window: Opener) -> None:
    driver = open_window(a_prompted_pack(), a_session(people=()))
    assert not any(driver.find(name, QAbstractButton).isChecked() for name in TICKS.values())
    assert driver.reads("On your own? That is fine: tick nobody.")
    driver.press("What changes with who is here")
    assert driver.reads("On your own, before a visit: read, say what matters to you")
    assert driver.reads("A counselor or therapist: Can hand over to a prescriber")
    for _, title, _ in PAGES:
        driver.go(title)
    assert driver.root.findChildren(ProviderPrompts) == []


@pytest.mark.parametrize(
    ("row", "role"),
    [
        ("A prescriber is here now", "prescriber"),
        ("A counselor is here now", "counselor"),
        ("Another helper is here now", "helper"),
    ],
)
def test_the_line_up_comes_the_moment_a_provider_does_and_goes_with_them(
    open_window: Opener, row: str, role: Role
) -> None:
    driver = open_window(a_prompted_pack(), a_rated_session("companion"))
    driver.window.activateWindow()
    driver.go("Weigh it up")
    assert driver.reads(ALONE)
    assert driver.reads(ALONE_TITLE)
    driver.press(f"Who is here: {row}")
    assert driver.session.people == ("companion", role)
    assert bars(driver) == 4
    assert driver.reads(TITLE)
    assert not driver.reads(ALONE)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == TITLE
    driver.go("Welcome")
    driver.press(TICKS[role])
    driver.go("Weigh it up")
    assert bars(driver) == 0
    assert driver.reads(ALONE)


def test_the_ways_on_from_weigh_it_up_lead_there(open_window: Opener) -> None:
    driver = open_window(a_prompted_pack(), a_rated_session())
    driver.go("Weigh it up")
    driver.press("Go on to Decide")
    assert driver.reads("Where have you got to so far?")
    driver.go("Weigh it up")
    driver.press("Go back to What matters")
    assert driver.session.visited[-1] == "matters"


def test_undo_takes_a_provider_back_and_the_line_up_with_them(open_window: Opener) -> None:
    driver = open_window(a_prompted_pack(), a_rated_session())
    driver.go("Weigh it up")
    driver.press("Who is here: A counselor is here now")
    driver.window.workspace.undo()
    driver.settle()
    assert bars(driver) == 0
    assert not driver.has("Show the sums")


def test_a_check_still_shows_without_a_provider(open_window: Opener) -> None:
    on_maoi = replace(a_rated_session(), about=AboutYou(taking=(Taking(name="Nardil"),)))
    driver = open_window(a_prompted_pack(), on_maoi)
    driver.go("Weigh it up")
    assert driver.reads("You take an MAOI")
    assert driver.reads("What has to be checked first, or was ruled out")
    assert bars(driver) == 0


def test_what_was_decided_is_kept_and_waits_for_a_provider(open_window: Opener) -> None:
    said = replace(a_rated_session(), decision=PILL, provider_leaning=Decision(kind="not_yet"))
    driver = open_window(a_prompted_pack(), said)
    driver.go("Decide")
    assert driver.reads("Try it, and keep my job.")
    assert driver.reads("Leans towards: Not yet")
    assert driver.reads(KEPT)
    assert not driver.has("Provider: add or change your leaning")
    assert not any("What we decide together: " in one.accessibleName() for one in driver.controls())
    driver.press("Go to Welcome, to say who is here")
    driver.press(TICKS["counselor"])
    driver.go("Decide")
    assert driver.has("Provider: add or change your leaning")
    assert driver.session.decision == PILL
    assert not driver.reads(KEPT)


def test_the_providers_ratings_wait_for_a_provider(open_window: Opener) -> None:
    driver = open_window(a_prompted_pack(), a_rated_session("companion"))
    driver.go("What matters")
    assert not driver.has("Your provider’s view")
    driver.go("Welcome")
    driver.press(TICKS["helper"])
    driver.go("What matters")
    assert driver.has("Your provider’s view")


def test_where_nothing_is_decided_it_says_what_waits(open_window: Opener) -> None:
    driver = open_window(a_prompted_pack(), a_rated_session())
    driver.go("Decide")
    assert driver.reads(NO_VIEW)
    assert driver.reads(NOT_ALONE)
    assert not driver.reads("differ from the line-up")


def test_the_prompts_are_folded_open_by_keyboard_and_stay_open_on_the_walk(
    open_window: Opener,
) -> None:
    driver = open_window(a_prompted_pack(), a_rated_session("counselor"))
    driver.window.activateWindow()
    driver.go("Options")
    name = "For the counselor: what to ask here"
    assert not driver.reads("The counselor asks at options.")
    driver.window.page.heading.setFocus(Qt.FocusReason.OtherFocusReason)
    driver.key(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == name
    driver.key(Qt.Key.Key_Space)
    assert driver.reads("The counselor asks at options.")
    driver.go("Decide")
    assert driver.reads("The counselor asks at decide.")
    driver.press(name)
    assert not driver.reads("The counselor asks at decide.")
    driver.go("Options")
    assert not driver.reads("The counselor asks at options.")


def test_two_roles_have_a_heading_each_and_share_what_is_for_both(open_window: Opener) -> None:
    driver = open_window(a_prompted_pack(), a_rated_session("helper", "prescriber"))
    driver.go("About you")
    driver.press("For the prescriber and the helper: what to ask here")
    for heading in ("For the prescriber and the helper", "For the prescriber", "For the helper"):
        assert heading in driver.texts()
    assert driver.texts().count("All ask at about.") == 1
    assert driver.reads("The helper asks at about.")
    assert not driver.reads("The counselor asks at about.")


def test_who_goes_takes_their_prompts_along(open_window: Opener) -> None:
    driver = open_window(a_prompted_pack(), a_rated_session("prescriber", "counselor"))
    driver.press("For the prescriber and the counselor: what to ask here")
    driver.press(TICKS["prescriber"])
    assert driver.reads("The counselor asks at welcome.")
    assert not driver.reads("The prescriber asks at welcome.")
    driver.press(TICKS["counselor"])
    assert strip_of(driver) == ""
    assert not driver.reads("The counselor asks at welcome.")


def test_the_next_person_finds_the_prompts_folded(open_window: Opener) -> None:
    driver = open_window(a_prompted_pack(), a_rated_session("helper"))
    driver.press("For the helper: what to ask here")
    driver.window.begin(a_rated_session("helper"))
    driver.settle()
    assert driver.has("For the helper: what to ask here")
    assert not driver.reads("The helper asks at welcome.")


def test_only_a_prescriber_is_offered_to_clear_a_check(open_window: Opener) -> None:
    on_maoi = replace(a_rated_session("helper"), about=AboutYou(taking=(Taking(name="Nardil"),)))
    driver = open_window(a_prompted_pack(), on_maoi)
    clear = "Prescriber: record the check: You take an MAOI"
    driver.go("About you")
    assert not driver.has(clear)
    driver.go("Welcome")
    driver.press(TICKS["prescriber"])
    driver.go("About you")
    assert driver.has(clear)


def test_a_page_without_prompts_for_those_here_has_no_strip(open_window: Opener) -> None:
    driver = open_window(a_pack(), a_rated_session("prescriber"))
    driver.go("Options")
    assert strip_of(driver) == ""
